/** The revolving door: of those let go in a window, how many were taken again within it. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { requireFacility } from "../records/facility.ts";
import { effectedReleaseSql, isEffectedRelease, movesPersonSql } from "../timeline/event-effect.ts";
import { eventsKnownAt, type InSituation } from "../history/events-known-at.ts";
import type { KnownAt } from "../history/known-at.ts";
import { placesOf, type Reach } from "../history/place.ts";
import { readTimelinesFrom } from "../history/read-timelines.ts";
import { answers, beginningOfTime, happenedBy, instant, within, type Answer } from "../time/compare.ts";
import { arrestAfter, timelineOf } from "../timeline/timeline.ts";
import { whenOf, type TimelineEvent } from "../timeline/timeline-event.ts";
import type { Viewer } from "../viewer.ts";

export type RevolvingDoor = {
  readonly released: number;
  readonly rearrested: number;
  /** Those with a release that may lie in the window, and those among them who may have been taken again by its end; never fewer than the others. */
  readonly possiblyReleased: number;
  readonly possiblyRearrested: number;
};

/**
 * People with an effected release certainly within (since, until], and those among them whom an arrest certainly followed that had certainly happened by `until`; refuted events left out. `facility` narrows
 * it to releases from there and from its parts.
 * @throws NotFound unless the viewer can see the facility
 */
export async function countRevolvingDoor(
  db: Db,
  viewer: Viewer,
  { since, until, facility, reach }: { since: KnownAt; until: Date; facility: string | null; reach: Reach & InSituation },
): Promise<RevolvingDoor> {
  if (facility !== null) await requireFacility(db, viewer, facility);
  const place = facility === null ? null : (await placesOf(db, viewer, [facility], reach))[0]!.facilities;
  // Who was let go is found in the same reading: asked for in a condition of its own, it was read anew for each event.
  const fromThere = Prisma.sql`${effectedReleaseSql("event")} AND (${place === null} OR event."facilityId" = ANY (${[...(place ?? [])]}::uuid[]))`;
  const known = Prisma.sql`(SELECT known.* FROM (SELECT event.*, bool_or(COALESCE(${fromThere}, false)) OVER (PARTITION BY event."person") AS "letGo" FROM ${eventsKnownAt(viewer, reach)} AS event) AS known
    WHERE ${movesPersonSql("known")} AND known."letGo")`;
  const timelines = await readTimelinesFrom(db, known);
  const breathe = takeBreaths();
  const count = { released: 0, rearrested: 0, possiblyReleased: 0, possiblyRearrested: 0 };
  for (const timeline of timelines.values()) {
    await breathe();
    const door = doorOf(timeline, { since: since ?? null, until, place });
    if (door.released === "CERTAIN") count.released += 1;
    if (door.released !== "NO") count.possiblyReleased += 1;
    if (door.rearrested === "CERTAIN") count.rearrested += 1;
    if (door.rearrested !== "NO") count.possiblyRearrested += 1;
  }
  return count;
}

type Window = { readonly since: Date | null; readonly until: Date; readonly place: ReadonlySet<string> | null };
const weaker = (...given: readonly Answer[]) => answers.findLast((answer) => given.includes(answer))!;
const stronger = (given: readonly Answer[]) => answers.find((answer) => given.includes(answer)) ?? "NO";

/** Whether a person was let go within the window, and whether taken again within it after that. */
export function doorOf(events: readonly TimelineEvent[], { since, until, place }: Window): { released: Answer; rearrested: Answer } {
  const timeline = timelineOf(events);
  const [start, end] = [since === null ? beginningOfTime : instant(since), instant(until)];
  const releases = events
    .filter((event) => isEffectedRelease(event) && (place === null || (event.facilityId !== null && place.has(event.facilityId))))
    .map((event) => ({ event, inside: within(whenOf(event), start, end) }));
  const known = events.filter((event) => happenedBy(whenOf(event), until) !== "NO");
  const certain = events.filter((event) => happenedBy(whenOf(event), until) === "CERTAIN");
  const arrest = (event: TimelineEvent, among: readonly TimelineEvent[]) => arrestAfter(timeline, event, among);
  return {
    released: stronger(releases.map(({ inside }) => inside)),
    rearrested: stronger(
      releases.map(({ event, inside }) =>
        weaker(inside, arrest(event, certain) === "CERTAIN" ? "CERTAIN" : arrest(event, known) === "NO" ? "NO" : "POSSIBLE"),
      ),
    ),
  };
}
