/**
 * The gate between imports and changes. An import works on rows that nobody else sees before it commits: a person hidden, two records merged, a claim corrected meanwhile would pass them by. So
 * while it is at work only those changes go on that touch nothing which an import brings (`besideImports` of a verb): decisions on releases, keys, webhooks. Any other is told at once to come back,
 * for it would wait in its process's line, and everybody behind it.
 */
import type { Db } from "../db/database.ts";
import { locks } from "../db/locks.ts";
import { Busy } from "../errors.ts";

const retryAfterSeconds = 30;

/** Keeps imports out until the transaction ends. @throws Busy while one is at work, or waits to begin */
export async function passGate(db: Db): Promise<void> {
  const rows = await db.$queryRaw<{ passed: boolean }[]>`SELECT pg_try_advisory_xact_lock_shared(${locks.import}::bigint) AS "passed"`;
  if (!rows[0]!.passed)
    throw new Busy(
      `An import is at work: until it ends only decisions on releases, keys and webhooks can be changed. Nothing was written: try again in ${retryAfterSeconds} s.`,
      retryAfterSeconds,
    );
}

/** Waits until other imports and the changes that are under way are done, and holds up new ones until the transaction ends. */
export async function closeGate(db: Db): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${locks.import}::bigint)`;
}
