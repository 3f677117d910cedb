/**
 * The recording clock. "As known then" can only be told for ever if no change can slip in behind a moment that was already told: so changes take their moment in the order
 * in which they commit, each later than the one before, whatever the wall clocks of the processes say.
 */
import type { Db } from "../db/database.ts";
import { Conflict } from "../errors.ts";

// PostgreSQL's code for a lock that did not come free in time.
const lockNotAvailable = "55P03";

/**
 * The moment of a change, at `wall` or just after the latest change. Null is now by the database's clock, which all processes share: one that is ahead would date everybody's changes. Taken first in a transaction: other changes wait from here to its end, so that the order of moments is the order
 * of commits.
 * @throws Conflict when another change does not end in 50 seconds
 */
export async function takeMoment(db: Db, wall: Date | null): Promise<Date> {
  await db.$executeRaw`SET LOCAL lock_timeout = '50s'`;
  try {
    const rows = await db.$queryRaw<{ moment: Date }[]>`
      UPDATE "Clock" SET "recordedUpTo" = GREATEST(COALESCE(${wall}::timestamptz, clock_timestamp()), "recordedUpTo" + interval '1 millisecond') WHERE "id" = 1 RETURNING "recordedUpTo" AS "moment"`;
    return rows[0]!.moment;
  } catch (error) {
    if (!String(error).includes(lockNotAvailable)) throw error;
    throw new Conflict("Another change has been under way for long, an import perhaps. Nothing was written: try again.", { cause: error });
  }
}

/** Up to when everything that was recorded can be seen; `wall` on a hub where nothing was. What is asked as known at this moment has the same answer for ever. */
export async function recordedUpTo(db: Db, wall: Date): Promise<Date> {
  const { recordedUpTo: moment } = await db.clock.findUniqueOrThrow({ where: { id: 1 } });
  return moment ?? wall;
}
