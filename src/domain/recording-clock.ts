/**
 * The recording clock. "As known then" can only be told for ever if no change can slip in behind a moment that was already told: so changes take their moment in the order
 * in which they commit, each later than the one before, whatever the wall clocks of the processes say.
 *
 * An ordinary change takes its moment first and holds the clock's row to its end. An import, which may last an hour, would hold everybody up; and a moment from its beginning would add rows
 * behind moments that were told meanwhile. So it names in advance the moment at which it will be done, writes its rows for that, and takes the clock only at the end, if that moment has
 * not come yet: others go on before it with earlier moments, as they also commit earlier. An import that comes too late takes everything back and begins again (src/exchange/import/import.ts).
 *
 * Tried and left: a moment from the beginning with everybody waiting (verifiers starve); the same with nobody waiting (of 133 answers as known during an import 86 changed when it
 * committed); the moment put into the rows at the end (asserted rows are append-only, and writing them twice takes twice as long, all of it under the clock).
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Db } from "../db/database.ts";
import { locks } from "../db/locks.ts";
import { Busy } from "../errors.ts";

/**
 * The moment of a change, at `wall` or just after the latest change. Null is now by the database's clock, which all processes share: one that is ahead would date everybody's changes. Taken first in a transaction: other changes wait from here to its end, so that the order of moments is the order
 * of commits.
 */
export async function takeMoment(db: Db, wall: Date | null): Promise<Date> {
  // The row first and then the lock, as in `arriveAt`; and both before the moment, so that whoever finds the lock free knows that moments to come are later than now. The update meets the row as it is
  // once it is held, and reads the clock for each row that comes out of the join: not before both are held.
  const rows = await db.$queryRaw<{ moment: Date }[]>`
    WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock(${locks.moment}::bigint) FROM (SELECT "id" FROM "Clock" WHERE "id" = 1 FOR NO KEY UPDATE) AS row)
    UPDATE "Clock" SET "recordedUpTo" = GREATEST(COALESCE(${wall}::timestamptz, clock_timestamp()), "recordedUpTo" + interval '1 millisecond') FROM held WHERE "id" = 1 RETURNING "recordedUpTo" AS "moment"`;
  return rows[0]!.moment;
}

/** A moment so far ahead, for a change that will take that long. Nothing is held: see `arriveAt`. */
export async function momentAhead(db: Db, milliseconds: number): Promise<Date> {
  const rows = await db.$queryRaw<{ moment: Date }[]>`
    SELECT date_trunc('milliseconds', GREATEST(clock_timestamp(), "recordedUpTo") + make_interval(secs => ${milliseconds / 1000}::float8)) AS "moment" FROM "Clock" WHERE "id" = 1`;
  return rows[0]!.moment;
}

/** Whether it is past a moment that was named in advance. */
export async function hasPassed(db: Db, moment: Date): Promise<boolean> {
  const rows = await db.$queryRaw<{ passed: boolean }[]>`SELECT clock_timestamp() >= ${moment}::timestamptz AS "passed"`;
  return rows[0]!.passed;
}

// Enough for what is left to do: to tell the feed, and to commit.
const beforehand = 50;

/**
 * Waits until `lead` milliseconds before a moment that was named in advance, takes the clock, to the end of the transaction, and waits for the moment to be near. False when the moment or a later one has
 * passed: then nothing may be recorded at it. Until the clock is taken others go on, each with an earlier moment; nobody was told anything as known at this one. The lead has to be longer than one change takes.
 */
export async function arriveAt(db: Db, moment: Date, lead: number): Promise<boolean> {
  await waitUntil(db, moment, lead);
  await db.$queryRaw`SELECT "id" FROM "Clock" WHERE "id" = 1 FOR NO KEY UPDATE`;
  await waitUntil(db, moment, beforehand);
  await db.$queryRaw`SELECT pg_advisory_xact_lock(${locks.moment}::bigint)::text`;
  const taken = await db.$executeRaw`
    UPDATE "Clock" SET "recordedUpTo" = ${moment} WHERE "id" = 1 AND ("recordedUpTo" IS NULL OR "recordedUpTo" < ${moment}) AND clock_timestamp() < ${moment}::timestamptz`;
  return taken === 1;
}

async function waitUntil(db: Db, moment: Date, millisecondsBefore: number): Promise<void> {
  await db.$queryRaw`SELECT pg_sleep(GREATEST(0, EXTRACT(EPOCH FROM ${moment}::timestamptz - clock_timestamp()) - ${millisecondsBefore / 1000}::float8))::text`;
}

/** Up to when everything that was recorded can be seen; the present on a hub where nothing was. What is asked as known at this moment has the same answer for ever. */
export async function recordedUpTo(db: Db, now: () => Date): Promise<Date> {
  const { recordedUpTo: moment } = await db.clock.findUniqueOrThrow({ where: { id: 1 } });
  return moment ?? now();
}

// A change has 20 seconds at most; an import that holds the clock may take an hour.
const patience = 5000;
const pause = 10;

/**
 * Up to which moment answers "as known at" are settled: what is asked as known at an earlier one, or at this one, has the same answer for ever, and what is asked as known later is answered as of this one.
 *
 * Beside `asked` a change may be at work whose moment has come, and which can be seen only when it commits. What was asked as known at a moment that has passed waits for its end: the answer would be
 * another one afterwards. A moment that is yet to come waits for nothing. To be read before the rows are: what commits in between is later than what this gives.
 * @throws Busy when the change takes longer than a reader may wait
 */
export async function settledUpTo(db: Db, asked: readonly Date[]): Promise<Date> {
  const until = performance.now() + patience;
  for (;;) {
    const before = await readClock(db);
    if (asked.every((moment) => moment <= before.upTo || moment >= before.now)) return before.upTo;
    const [lock] = await db.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock_shared(${locks.moment}::bigint) AS "free"`;
    // In a statement of its own, whose snapshot is later than the lock.
    if (lock!.free) return (await readClock(db)).upTo;
    if (performance.now() > until)
      throw new Busy(
        `A large change is at work, and what was known since ${before.upTo.toISOString()} is not settled until it ends. Ask as known at that moment, or try again.`,
        patience / 1000,
      );
    await wait(pause);
  }
}

/** The moment as of which one that was asked is answered. */
export async function settled(db: Db, asked: Date): Promise<Date> {
  return new Date(Math.min(asked.getTime(), (await settledUpTo(db, [asked])).getTime()));
}

/** The latest moment that can be seen, and the present one, both to the millisecond. On a hub where nothing was recorded all that has passed is settled. */
async function readClock(db: Db): Promise<{ readonly upTo: Date; readonly now: Date }> {
  const [row] = await db.$queryRaw<{ upTo: Date | null; now: Date }[]>`
    SELECT "recordedUpTo" AS "upTo", date_trunc('milliseconds', clock_timestamp()) AS "now" FROM "Clock" WHERE "id" = 1`;
  const { upTo, now } = row!;
  return { upTo: upTo ?? new Date(now.getTime() - 1), now };
}
