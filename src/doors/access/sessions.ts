/**
 * Sessions of the verifier's desk: a key, sealed so that only this hub can open it (JWE, AES-256-GCM, under a key that is derived from the hub's secret), with an end. Each process of the hub can open
 * it; whether somebody has signed out of it, and whether the key still works, is asked anew with every request.
 */
import { hkdfSync, randomBytes, randomUUID } from "node:crypto";
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";

export const sessionSeconds = 8 * 3600;
const audience = "desk";

export type Session = {
  readonly authorization: string;
  /** What a form of the session's own pages carries: no other page can know it. */
  readonly formToken: string;
  readonly id: string;
  readonly endsAt: Date;
};

export function createSessions(prisma: PrismaClient) {
  let deriving: Promise<Uint8Array> | undefined;
  const sealingKey = () => {
    deriving ??= derive(prisma);
    deriving.catch(() => (deriving = undefined));
    return deriving;
  };
  return {
    /** What a browser keeps of a session that begins now with this key. */
    async seal(key: string): Promise<string> {
      return new EncryptJWT({ key, form: randomBytes(16).toString("base64url") })
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setAudience(audience)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${sessionSeconds}s`)
        .encrypt(await sealingKey());
    },
    /** The session that was sealed so; null when this hub has sealed no such thing, or it has ended. */
    async open(sealed: string): Promise<Session | null> {
      const session = await unseal(sealed, await sealingKey());
      if (session === null) return null;
      return (await prisma.endedSession.findUnique({ where: { id: session.id } })) === null ? session : null;
    },
    /** Ends it for whoever has a copy of what the browser kept. */
    async end({ id, endsAt }: Session): Promise<void> {
      await prisma.endedSession.createMany({ data: [{ id, until: endsAt }], skipDuplicates: true });
      // What has ended by itself need not be remembered.
      await prisma.endedSession.deleteMany({ where: { until: { lt: new Date() } } });
    },
  };
}

async function unseal(sealed: string, key: Uint8Array): Promise<Session | null> {
  try {
    const { payload } = await jwtDecrypt(sealed, key, {
      audience,
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
      requiredClaims: ["jti", "exp"],
    });
    const [id, endsAt] = [payload.jti!, new Date(payload.exp! * 1000)];
    return { authorization: `Bearer ${String(payload["key"])}`, formToken: String(payload["form"]), id, endsAt };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

async function derive(prisma: PrismaClient): Promise<Uint8Array> {
  const { secret } = await prisma.hub.findUniqueOrThrow({ where: { id: 1 }, select: { secret: true } });
  return new Uint8Array(hkdfSync("sha256", secret, "", "paradero desk sessions", 32));
}
