/** What the hub relies on in a session of PostgreSQL, it sets itself: a server, a database and a role may each have their own mind about it. */
import type pg from "pg";
import type { Prisma } from "./generated/prisma/client.ts";

/** How long a statement of the hub may run, wait for a lock, and leave its transaction idle. */
export const timeouts = {
  statement_timeout: "5min",
  lock_timeout: "1min",
  idle_in_transaction_session_timeout: "10min",
} as const;

const unhurried = Object.fromEntries(Object.keys(timeouts).map((name) => [name, "0"]));

// What the hub asks takes milliseconds; its widest statements, lists and searches at a moment, PostgreSQL would compile for seconds first.
const uncompiled = { jit: "off" } as const;

/**
 * In another time zone the driver reads every moment wrong; with another search path functions and raw SQL mean other tables than Prisma, which names the schema.
 * `pooled`: behind a pooler in transaction mode a session is nobody's own. It carries the time zone from one to the next (PostgreSQL reports it); the rest has to be the role's (OPERATIONS.md).
 */
const kinds = {
  hub: { TimeZone: "UTC", search_path: "public", ...uncompiled, ...timeouts },
  /** For short statements that others wait for. */
  prompt: { TimeZone: "UTC", search_path: "public", ...uncompiled, ...timeouts, statement_timeout: "10s" },
  unhurried: { TimeZone: "UTC", search_path: "public", ...uncompiled, ...unhurried },
  pooled: { TimeZone: "UTC" },
} as const;

export type SessionKind = keyof typeof kinds;

/** Sets up a session that has just begun. Migrations and whoever waits for another process are `unhurried`. */
export async function prepareSession(client: Pick<pg.ClientBase, "query">, kind: SessionKind): Promise<void> {
  const [names, values] = [Object.keys(kinds[kind]), Object.values(kinds[kind])];
  await client.query("SELECT set_config(name, value, false) FROM unnest($1::text[], $2::text[]) AS given (name, value)", [names, values]);
}

/** The same for the embedded database, which has one session. */
export const embeddedSession = `SET TimeZone = 'UTC'; SET search_path = public`;

/** Lets this transaction take its time, as an import has to: between its statements, too. */
export async function takeTime(db: Prisma.TransactionClient): Promise<void> {
  await db.$executeRaw`SELECT set_config(name, '0', true) FROM unnest(${Object.keys(timeouts)}::text[]) AS given (name)`;
}
