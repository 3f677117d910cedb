/** Who may give which scopes, and take them away. */
import type { Db } from "../../db/database.ts";
import { Conflict, Forbidden } from "../../errors.ts";
import { operator, type Scope, type Viewer } from "../viewer.ts";
import { usableKey } from "./key-viewer.ts";

/** What a scope can do besides what it says: whoever holds it could do as much already. */
const included: Readonly<Partial<Record<Scope, readonly Scope[]>>> = { EDITOR: ["PARTNER"], ADMIN: ["AUDITOR"] };

/** The scopes of those given that a holder of `held` may not hand on: nobody gives what they lack. */
export function lacking(held: ReadonlySet<Scope>, given: readonly Scope[]): Scope[] {
  const own = new Set([...held].flatMap((scope) => [scope, ...(included[scope] ?? [])]));
  return given.filter((scope) => !own.has(scope));
}

/** @throws Forbidden when the viewer gives a scope that it lacks */
export function requireGivable(viewer: Viewer, given: readonly Scope[]): void {
  const missing = lacking(viewer.scopes, given);
  if (missing.length > 0)
    throw new Forbidden(
      `Nobody gives a scope that they lack: ${missing.join(", ")}. Ask somebody who holds it as well as ADMIN, or the operator (paradero keys, on the command line).`,
    );
}

/**
 * Keeps the last administrator from locking everybody out. Beside a key that goes, there must be another with ADMIN that works at least as long as it would have. The operator can make a key
 * at any time, and is not held up.
 * @throws Conflict
 */
export async function requireAnotherAdministrator(
  db: Db,
  viewer: Viewer,
  going: { readonly id: string; readonly scopes: readonly string[]; readonly expiresAt: Date | null },
  now: Date,
): Promise<void> {
  if (viewer.actor === operator.actor || !going.scopes.includes("ADMIN") || (going.expiresAt !== null && going.expiresAt <= now)) return;
  const asLong = { OR: [{ expiresAt: null }, ...(going.expiresAt === null ? [] : [{ expiresAt: { gte: going.expiresAt } }])] };
  const where = { id: { not: going.id }, scopes: { has: "ADMIN" }, AND: [usableKey(now), asLong] };
  if ((await db.apiKey.count({ where })) > 0) return;
  throw new Conflict(
    "No other key with the scope ADMIN works as long as this one: nobody could make keys any more. Make another one first (createApiKey), or ask the operator (paradero keys, on the command line).",
  );
}
