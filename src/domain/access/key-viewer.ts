/** Who a key is at this moment: the viewer behind it, or nobody once it is revoked or has expired. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { Unauthenticated, type KeyFailure } from "../../errors.ts";
import { anonymous, keyIdOf, viewerOf, type Scope, type Viewer } from "../viewer.ts";
import { hashOf, isPlaceholder } from "./key-secret.ts";

type Ending = { readonly revokedAt: Date | null; readonly expiresAt: Date | null };

/** A key that works, as a condition. */
export const usableKey = (now: Date) => ({ revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] });

/** The same for an alias of the table, by the database's clock. */
export function usableKeySql(alias: string): Prisma.Sql {
  return Prisma.raw(`(${alias}."revokedAt" IS NULL AND (${alias}."expiresAt" IS NULL OR ${alias}."expiresAt" > now()))`);
}

/** The same for a row; null when the key works, otherwise why it does not. */
export function whyUnusable({ revokedAt, expiresAt }: Ending, now: Date): KeyFailure | null {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : null;
}

/**
 * The viewer behind an `Authorization` value; anonymous without one.
 * @throws Unauthenticated when a key was sent that is malformed, unknown, revoked or expired; the message does not tell which of the last three
 */
export async function authenticate(db: Db, authorization: string | null | undefined, now: Date): Promise<Viewer> {
  if (authorization == null || authorization === "") return anonymous;
  const secret = bearer(authorization);
  if (secret === null || isPlaceholder(secret)) throw new Unauthenticated(keyGoes, "malformed");
  const known = await db.apiKey.findUnique({ where: { hash: hashOf(secret) } });
  const failure = known === null ? "unknown" : whyUnusable(known, now);
  if (failure !== null) throw new Unauthenticated(keyRefused, failure);
  return viewerOf(`key:${known!.id}`, known!.scopes as Scope[], known!.expiresAt);
}

/** What `Authorization: Bearer …` carries; null for anything else. */
export function bearer(authorization: string): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? null;
}

/** What is said to whoever sent what an example has in the key's place, or no key. */
const keyGoes =
  "Expected the header Authorization: Bearer <key>, with a key of this hub in the place of <key>, as the first start printed one or createApiKey makes them; in the explorer it goes into the field Key.";

/** One sentence for every key that opens nothing: which of them was once good is nobody's business. */
export const keyRefused = "The key is not known, or it has been revoked or has expired.";

/** The viewer that a key is now, by its id; null when it has been revoked or has expired. */
export async function viewerOfKey(db: Db, keyId: string): Promise<Viewer | null> {
  const known = await db.apiKey.findUnique({ where: { id: keyId, ...usableKey(new Date()) } });
  return known && viewerOf(`key:${known.id}`, known.scopes as Scope[], known.expiresAt);
}

/** The id of the key that a viewer came with; null without one. */
export const keyOf = ({ actor }: Viewer): string | null => keyIdOf(actor);

/** Whose budgets and connections a viewer's are: of its key, or of whoever its token is of; null without either. */
export const callerOf = (viewer: Viewer): string | null => (viewer.actor === anonymous.actor ? null : (keyOf(viewer) ?? viewer.actor));

export type Rights = { readonly scopes: readonly Scope[]; readonly expiresAt: Date | null };

/** What keys hold now and until when, by id; those that are unknown, revoked or expired are left out. */
export async function rightsOfKeys(db: Db, keyIds: readonly string[], now: Date): Promise<ReadonlyMap<string, Rights>> {
  const keys = await db.apiKey.findMany({
    where: { id: { in: [...keyIds] }, ...usableKey(now) },
    select: { id: true, scopes: true, expiresAt: true },
  });
  return new Map(keys.map(({ id, scopes, expiresAt }) => [id, { scopes: scopes as Scope[], expiresAt }]));
}

/** Writes when keys were last used. Not told to other processes: it gives nobody any right. */
export async function recordUse(db: Db, lastUsed: ReadonlyMap<string, Date>): Promise<void> {
  // In one order everywhere, so that two processes never wait for each other.
  const [ids, moments] = [[...lastUsed.keys()].toSorted(), [] as Date[]];
  for (const id of ids) moments.push(lastUsed.get(id)!);
  await db.$executeRaw`
    UPDATE "ApiKey" SET "lastUsedAt" = GREATEST("lastUsedAt", used."at")
    FROM (SELECT * FROM unnest(${ids}::uuid[], ${moments}::timestamptz[]) AS used ("id", "at") ORDER BY 1) AS used WHERE "ApiKey"."id" = used."id"`;
}
