/** Which people are in a state at a moment, for lists: by the same fold as the status of one. */
import type { Db } from "../../db/database.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { InvalidInput } from "../../errors.ts";
import type { Clocks } from "../history/known-at.ts";
import { readTimelinesWhere } from "../history/read-timelines.ts";
import type { Viewer } from "../viewer.ts";
import { custodyAt, isHeldIn, type CustodyStatus } from "../timeline/custody.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";

export type StatusAsked = {
  /** Null for any. */
  readonly statuses: readonly CustodyStatus[] | null;
  /** Certainly held in one of these facilities; null for anywhere. */
  readonly heldIn: ReadonlySet<string> | null;
  readonly asOf: Date;
} & Clocks;

/** A list is asked for by so many ids at most. */
const mostPeople = 10_000;

/**
 * A condition on people. Of whom nothing is on record the status is UNKNOWN.
 * @throws InvalidInput where more people than a list can be asked for are in the state
 */
export async function statusWhere(db: Db, viewer: Viewer, { statuses, heldIn, asOf, ...clocks }: StatusAsked) {
  const timelines = await readTimelinesWhere(db, viewer, clocks, Prisma.sql`TRUE`);
  const breathe = takeBreaths();
  const [inside, outside]: [string[], string[]] = [[], []];
  let seen = 0;
  for (const [person, timeline] of timelines) {
    seen += 1;
    if (seen % portion === 0) await breathe();
    const custody = custodyAt(timeline, asOf);
    const meets = (statuses === null || statuses.includes(custody.status)) && (heldIn === null || isHeldIn(custody, heldIn));
    (meets ? inside : outside).push(person);
  }
  // Whoever has no timeline is found as well, where UNKNOWN is asked for.
  const nobodyToo = heldIn === null && statuses?.includes("UNKNOWN") === true;
  const ids = nobodyToo ? outside : inside;
  if (ids.length > mostPeople)
    throw new InvalidInput([
      { path: "filter.status", expected: `a status of at most ${mostPeople} people on record`, received: `one of ${ids.length}` },
    ]);
  return { id: nobodyToo ? { notIn: ids } : { in: ids } };
}

const portion = 250;
