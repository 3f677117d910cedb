/** API keys. A key is shown once, when it is made; the database holds its SHA-256. Keys carry 256 random bits, so that a plain hash is enough. */
import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Conflict, NotFound, Unauthenticated } from "../../errors.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { check, id, orNull, text } from "../input.ts";
import { newId } from "../identity.ts";
import { anonymous, scopes, viewerOf, type Scope, type Viewer } from "../viewer.ts";

const held = z.array(z.enum(scopes)).min(1, { error: "at least one scope" });
const keyDraft = z.object({ name: text(200), holder: orNull(text(200)), scopes: held });
const scopesDraft = z.object({ key: id, scopes: held });
const revocation = z.object({ key: id });

/** Makes a key. The answer carries it in clear text; nothing else ever does. */
export const createApiKey: Verb<Outcome & { secret: string }> = {
  name: "createApiKey",
  scope: "ADMIN",
  besideImports: true,
  async run(db, viewer, input) {
    const draft = check(keyDraft, input);
    const secret = newSecret();
    const keyId = await storeKey(db, draft.name, secret, draft.scopes, draft.holder);
    const { holder, scopes: given } = draft;
    await audit(db, viewer.actor, "createApiKey", "ApiKey", keyId, { scopes: given, ...(holder === null ? {} : { holder }) });
    return { id: keyId, changed: true, secret };
  },
};

/** Gives a key other scopes. What is open with it and was opened with more than it holds now is closed (src/doors/open-streams.ts). */
export const updateApiKey: Verb = {
  name: "updateApiKey",
  scope: "ADMIN",
  besideImports: true,
  async run(db, viewer, input) {
    const { key: keyId, scopes: given } = check(scopesDraft, input);
    const known = await db.apiKey.findUnique({ where: { id: keyId } });
    if (!known) throw new NotFound("API key", keyId);
    if (known.revokedAt !== null) throw new Conflict("The key has been revoked. Make a new one (createApiKey).");
    const next = scopes.filter((scope) => given.includes(scope));
    if (next.join() === scopes.filter((scope) => known.scopes.includes(scope)).join()) return { id: keyId, changed: false };
    await db.apiKey.update({ where: { id: keyId }, data: { scopes: next } });
    await audit(db, viewer.actor, "updateApiKey", "ApiKey", keyId, { before: known.scopes, scopes: next });
    return { id: keyId, changed: true };
  },
};

/** Ends a key; what is open with it is closed. */
export const revokeApiKey: Verb = {
  name: "revokeApiKey",
  scope: "ADMIN",
  besideImports: true,
  async run(db, viewer, input, now) {
    const { key: keyId } = check(revocation, input);
    if (!(await db.apiKey.findUnique({ where: { id: keyId } }))) throw new NotFound("API key", keyId);
    const { count } = await db.apiKey.updateMany({ where: { id: keyId, revokedAt: null }, data: { revokedAt: now } });
    if (count > 0) await audit(db, viewer.actor, "revokeApiKey", "ApiKey", keyId);
    return { id: keyId, changed: count > 0 };
  },
};

/**
 * Sees to it that there is a key to begin with. A configured key exists afterwards with every scope; without one, the first start on an empty table makes one. Returns the secret if it
 * was made now, otherwise null. `keep` is called with it before it is stored, so that a crash in between loses no key.
 */
export async function ensureFirstKey(db: Db, configured: string | undefined, keep: (secret: string) => void): Promise<string | null> {
  if (configured !== undefined) {
    await storeKey(db, "PARADERO_KEY", configured, scopes);
    return null;
  }
  if ((await db.apiKey.count()) > 0) return null;
  const secret = newSecret();
  keep(secret);
  await storeKey(db, "first key", secret, scopes);
  return secret;
}

/**
 * The viewer behind an `Authorization` value; anonymous without one.
 * @throws Unauthenticated when a key was sent that is malformed, unknown or revoked
 */
export async function authenticate(db: Db, authorization: string | null | undefined): Promise<Viewer> {
  if (authorization == null || authorization === "") return anonymous;
  const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (secret === undefined) throw new Unauthenticated('The authorization was not understood: expected "Bearer <key>".');
  const known = await db.apiKey.findUnique({ where: { hash: hashOf(secret) } });
  if (!known || known.revokedAt !== null) throw new Unauthenticated("The key is not known, or it has been revoked.");
  return viewerOf(`key:${known.id}`, known.scopes as Scope[]);
}

/** The viewer that a key is now, by its id; null when it has been revoked. */
export async function viewerOfKey(db: Db, keyId: string): Promise<Viewer | null> {
  const known = await db.apiKey.findUnique({ where: { id: keyId, revokedAt: null } });
  return known && viewerOf(`key:${known.id}`, known.scopes as Scope[]);
}

/** The id of the key that a viewer came with; null without one. */
export function keyOf({ actor }: Viewer): string | null {
  return actor.startsWith("key:") ? actor.slice("key:".length) : null;
}

/** What keys hold now, by id; those that are unknown or revoked are left out. */
export async function scopesOfKeys(db: Db, keyIds: readonly string[]): Promise<ReadonlyMap<string, readonly Scope[]>> {
  const keys = await db.apiKey.findMany({ where: { id: { in: [...keyIds] }, revokedAt: null }, select: { id: true, scopes: true } });
  return new Map(keys.map(({ id, scopes }) => [id, scopes as Scope[]]));
}

/** Without a stated holder a key is nobody's but its own. */
async function storeKey(db: Db, name: string, secret: string, held: readonly Scope[], holder: string | null = null): Promise<string> {
  const keyId = newId();
  await db.apiKey.createMany({
    data: [{ id: keyId, name, holder: holder ?? keyId, hash: hashOf(secret), scopes: [...held] }],
    skipDuplicates: true,
  });
  return keyId;
}

const newSecret = () => `prd_${randomBytes(32).toString("base64url")}`;
const hashOf = (secret: string) => createHash("sha256").update(secret).digest("hex");
