/**
 * Sessions of the verifier's desk: a key, sealed so that only this hub can open it (JWE, AES-256-GCM, under a key that is derived from the hub's secret), with an end. Nothing of a session is kept by
 * the hub, so that each of its processes can open it; whether the key still works is asked anew with every request.
 */
import { hkdfSync, randomBytes } from "node:crypto";
import { EncryptJWT, errors, jwtDecrypt } from "jose";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";

export const sessionSeconds = 8 * 3600;
const audience = "desk";

export type Session = {
  readonly authorization: string;
  /** What a form of the session's own pages carries: no other page can know it. */
  readonly formToken: string;
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
        .setIssuedAt()
        .setExpirationTime(`${sessionSeconds}s`)
        .encrypt(await sealingKey());
    },
    /** The session that was sealed so; null when this hub has sealed no such thing, or it has ended. */
    async open(sealed: string): Promise<Session | null> {
      try {
        const { payload } = await jwtDecrypt(sealed, await sealingKey(), {
          audience,
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        });
        return { authorization: `Bearer ${String(payload["key"])}`, formToken: String(payload["form"]) };
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}

async function derive(prisma: PrismaClient): Promise<Uint8Array> {
  const { secret } = await prisma.hub.findUniqueOrThrow({ where: { id: 1 }, select: { secret: true } });
  return new Uint8Array(hkdfSync("sha256", secret, "", "paradero desk sessions", 32));
}
