/** API keys: made, changed, rotated and revoked. A key is shown once, when it is made; the database holds its SHA-256. Who a key is: key-viewer.ts. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { check, id, moment, orNull, text } from "../input.ts";
import { newId } from "../identity.ts";
import { scopes, type Scope } from "../viewer.ts";
import { requireAnotherAdministrator, requireGivable } from "./giving.ts";
import { hashOf, newSecret } from "./key-secret.ts";
import { whyUnusable } from "./key-viewer.ts";

const held = z.array(z.enum(scopes)).min(1, { error: "at least one scope" });
const keyDraft = z.object({ name: text(200), holder: orNull(text(200)), scopes: held, expiresAt: orNull(moment) });
const scopesDraft = z.object({ key: id, scopes: held });
const rotation = z.object({ key: id, oldValidUntil: orNull(moment), expiresAt: orNull(moment) });
const revocation = z.object({ key: id });

const day = 24 * 3600 * 1000;

/** Makes a key. The answer carries it in clear text; nothing else ever does. */
export const createApiKey: Verb<Outcome & { secret: string }> = {
  name: "createApiKey",
  scope: "ADMIN",
  besideImports: true,
  async run(db, viewer, input, now) {
    const draft = check(keyDraft, input);
    requireGivable(viewer, draft.scopes);
    requireFuture("expiresAt", draft.expiresAt, now);
    const secret = newSecret();
    const keyId = await storeKey(db, secret, draft);
    const { holder, scopes: given, expiresAt } = draft;
    await audit(db, viewer.actor, "createApiKey", "ApiKey", keyId, { scopes: given, ...said({ holder, expiresAt }) });
    return { id: keyId, changed: true, secret };
  },
};

/** Gives a key other scopes. What is open with it and was opened with more than it holds now is closed (src/doors/open-streams.ts). */
export const updateApiKey: Verb = {
  name: "updateApiKey",
  scope: "ADMIN",
  besideImports: true,
  async run(db, viewer, input, now) {
    const { key: keyId, scopes: given } = check(scopesDraft, input);
    const known = await workingKey(db, keyId, now);
    const next = scopes.filter((scope) => given.includes(scope));
    if (next.join() === scopes.filter((scope) => known.scopes.includes(scope)).join()) return { id: keyId, changed: false };
    requireGivable(
      viewer,
      next.filter((scope) => !known.scopes.includes(scope)),
    );
    if (!next.includes("ADMIN")) await requireAnotherAdministrator(db, viewer, known, now);
    await db.apiKey.update({ where: { id: keyId }, data: { scopes: next } });
    await audit(db, viewer.actor, "updateApiKey", "ApiKey", keyId, { before: known.scopes, scopes: next });
    return { id: keyId, changed: true };
  },
};

/**
 * Makes another key of the same holder and scopes, to which the old one's webhooks go over. The old one works beside it for a while, a day unless said otherwise, so that nobody is locked out
 * while the new one is being handed over. Whoever rotates is told the new key, and so must be allowed to give what it holds.
 */
export const rotateKey: Verb<Outcome & { secret: string; old: string }> = {
  name: "rotateKey",
  scope: "ADMIN",
  besideImports: true,
  async run(db, viewer, input, now) {
    const { key: old, ...draft } = check(rotation, input);
    const known = await workingKey(db, old, now);
    requireGivable(viewer, known.scopes as Scope[]);
    requireFuture("expiresAt", draft.expiresAt, now);
    const lifetime = known.expiresAt && new Date(now.getTime() + known.expiresAt.getTime() - known.createdAt.getTime());
    const expiresAt = draft.expiresAt ?? lifetime;
    const [secret, until] = [newSecret(), draft.oldValidUntil ?? new Date(now.getTime() + day)];
    const { name, holder, scopes: held } = known;
    const keyId = await storeKey(db, secret, { name, holder, scopes: held as Scope[], expiresAt });
    await requireAnotherAdministrator(db, viewer, known, now);
    const ends = known.expiresAt !== null && known.expiresAt < until ? known.expiresAt : until;
    await db.apiKey.update({ where: { id: old }, data: { expiresAt: ends } });
    await db.webhook.updateMany({ where: { keyId: old }, data: { keyId } });
    await audit(db, viewer.actor, "rotateKey", "ApiKey", old, { key: keyId, oldValidUntil: ends.toISOString(), ...said({ expiresAt }) });
    return { id: keyId, changed: true, secret, old };
  },
};

/** Ends a key; what is open with it is closed. */
export const revokeApiKey: Verb = {
  name: "revokeApiKey",
  scope: "ADMIN",
  besideImports: true,
  async run(db, viewer, input, now) {
    const { key: keyId } = check(revocation, input);
    const known = await db.apiKey.findUnique({ where: { id: keyId } });
    if (!known) throw new NotFound("API key", keyId);
    if (known.revokedAt !== null) return { id: keyId, changed: false };
    await requireAnotherAdministrator(db, viewer, known, now);
    await db.apiKey.update({ where: { id: keyId }, data: { revokedAt: now } });
    await audit(db, viewer.actor, "revokeApiKey", "ApiKey", keyId);
    return { id: keyId, changed: true };
  },
};

/**
 * Sees to it that there is a key to begin with. A configured key exists afterwards with every scope; without one, the first start on an empty table makes one. Returns the secret if it
 * was made now, otherwise null. `keep` is called with it before it is stored, so that a crash in between loses no key.
 */
export async function ensureFirstKey(db: Db, configured: string | undefined, keep: (secret: string) => void): Promise<string | null> {
  if (configured !== undefined) {
    await storeKey(db, configured, { name: "PARADERO_KEY", scopes });
    return null;
  }
  if ((await db.apiKey.count()) > 0) return null;
  const secret = newSecret();
  keep(secret);
  await storeKey(db, secret, { name: "first key", scopes });
  return secret;
}

/** @throws NotFound, and Conflict when it has ended */
async function workingKey(db: Db, keyId: string, now: Date) {
  const known = await db.apiKey.findUnique({ where: { id: keyId } });
  if (!known) throw new NotFound("API key", keyId);
  const failure = whyUnusable(known, now);
  if (failure !== null) throw new Conflict(`The key has ${failure === "expired" ? "" : "been "}${failure}. Make a new one (createApiKey).`);
  return known;
}

function requireFuture(field: string, at: Date | null, now: Date): void {
  if (at !== null && at <= now)
    throw new InvalidInput([{ path: `input.${field}`, expected: "a moment after now", received: at.toISOString() }]);
}

type Draft = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly holder?: string | null;
  readonly expiresAt?: Date | null;
};

/** Without a stated holder a key is nobody's but its own. */
async function storeKey(db: Db, secret: string, { name, scopes: held, holder = null, expiresAt = null }: Draft): Promise<string> {
  const keyId = newId();
  await db.apiKey.createMany({
    data: [{ id: keyId, name, holder: holder ?? keyId, hash: hashOf(secret), scopes: [...held], expiresAt }],
    skipDuplicates: true,
  });
  return keyId;
}

/** For the audit trail: what was said, and nothing of what was not. */
function said(detail: Readonly<Record<string, string | Date | null>>): Record<string, string> {
  const given = Object.entries(detail).flatMap(([name, value]) =>
    value === null ? [] : [[name, value instanceof Date ? value.toISOString() : value]],
  );
  return Object.fromEntries(given) as Record<string, string>;
}
