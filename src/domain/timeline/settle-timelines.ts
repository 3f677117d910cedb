/** Stores what the rule of timelines decides, so that SQL need not know it: each event's place on its person's timeline. Called wherever a timeline changes, in the same transaction. */
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import { certainlyBy } from "../time/compare.ts";
import { custodyAt } from "./custody.ts";
import { clustersOf } from "./orders.ts";
import { bringsPerson, movesPerson } from "./event-effect.ts";
import { whenOf, type TimelineEvent } from "./timeline-event.ts";
import { tell } from "./timeline.ts";
import { toldTwice } from "./told-twice.ts";

const columns = {
  ...{
    id: true,
    type: true,
    whenEarliest: true,
    whenLatest: true,
    facilityId: true,
    stage: true,
    outcome: true,
    conditions: true,
    state: true,
  },
  ...{
    detaineeId: true,
    ordinal: true,
    overlaps: true,
    repeats: true,
    movedOnAt: true,
    certainFrom: true,
    restsFrom: true,
    holds: true,
    statedDetaineeId: true,
    place: true,
    admin1: true,
    locality: true,
  },
} as const;

/** Settles the timelines of people, by the ids of those who stand for themselves. */
export async function settleTimelines(db: Db, personIds: readonly string[]): Promise<void> {
  for (const ids of chunks([...new Set(personIds)])) {
    const events = await db.custodyEvent.findMany({ where: { detaineeId: { in: ids }, mergedIntoId: null }, select: columns });
    const settled = [...Map.groupBy(events, ({ detaineeId }) => detaineeId).values()].flatMap((timeline) => placesOn(timeline));
    const changed = settled.filter(
      ({ event, ...place }) =>
        event.ordinal !== place.ordinal ||
        event.overlaps !== place.overlaps ||
        event.repeats !== place.repeats ||
        event.movedOnAt?.getTime() !== place.movedOnAt?.getTime() ||
        event.certainFrom?.getTime() !== place.certainFrom?.getTime() ||
        event.restsFrom.getTime() !== place.restsFrom.getTime() ||
        event.holds !== place.holds,
    );
    if (changed.length === 0) continue;
    const places = changed.map(({ event: { id }, ...place }) => ({ id, ...place }));
    await db.$executeRaw`
      UPDATE "CustodyEvent" AS event SET "ordinal" = place."ordinal", "overlaps" = place."overlaps", "repeats" = place."repeats", "movedOnAt" = place."movedOnAt", "certainFrom" = place."certainFrom",
        "restsFrom" = place."restsFrom", "holds" = place."holds"
      FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        AS place("id" uuid, "ordinal" int, "overlaps" boolean, "repeats" boolean, "movedOnAt" timestamptz, "certainFrom" timestamptz, "restsFrom" timestamptz, "holds" boolean)
      WHERE event."id" = place."id"`;
  }
}

/** The same of everybody with one of these events. */
export async function settleTimelinesWith(db: Db, eventIds: readonly string[]): Promise<void> {
  for (const ids of chunks([...eventIds])) {
    const people = await db.custodyEvent.findMany({ where: { id: { in: ids } }, select: { detaineeId: true }, distinct: ["detaineeId"] });
    await settleTimelines(
      db,
      people.map(({ detaineeId }) => detaineeId),
    );
  }
}

/** The same of everybody with an event that has no place yet: of rows from before there were places. */
export async function settleNewTimelines(db: Db): Promise<void> {
  const people = await db.custodyEvent.findMany({ where: { ordinal: null }, select: { detaineeId: true }, distinct: ["detaineeId"] });
  await settleTimelines(
    db,
    people.map(({ detaineeId }) => detaineeId),
  );
}

function placesOn<Event extends TimelineEvent>(timeline: readonly Event[]) {
  const moving = timeline.filter(movesPerson);
  const overlapping = new Set(
    clustersOf(moving)
      .filter(({ length }) => length > 1)
      .flat(),
  );
  const twice = toldTwice(timeline);
  const certainFrom = latestEnd(moving);
  const { restsFrom, heldIn } = atRest(timeline);
  let movedOnAt: Date | null = null;
  // Found from the end on: of the last event that may say so.
  let held = false;
  const places = tell(timeline)
    .map((event, at) => ({ event, ordinal: at + 1, overlaps: overlapping.has(event), repeats: twice.has(event) }))
    .toReversed()
    .map((place) => {
      const by = movesPerson(place.event) ? certainlyBy(whenOf(place.event)) : null;
      const holds: boolean = !held && heldIn !== null && place.event.facilityId === heldIn && by !== null && bringsPerson(place.event);
      held ||= holds;
      const settled = { ...place, movedOnAt, certainFrom, restsFrom, holds };
      if (by !== null && (movedOnAt === null || by < movedOnAt)) movedOnAt = by;
      return settled;
    });
  return places.toReversed();
}

/** `restsFrom` of what is never at rest: a moment, and not null, so that what has to be judged now stands at one end of an index. */
export const never = new Date("9999-12-31T00:00:00.000Z");

/** Since when nothing of the timeline hangs on the moment any more, and where the person is certainly held then. */
function atRest(timeline: readonly TimelineEvent[]): { readonly restsFrom: Date; readonly heldIn: string | null } {
  const bounds = timeline.flatMap(({ whenEarliest, whenLatest }) => [whenEarliest, whenLatest].filter((bound) => bound !== null));
  if (bounds.length === 0) return { restsFrom: never, heldIn: null };
  const last = Math.max(...bounds.map((bound) => bound.getTime()));
  const { status, places } = custodyAt(timeline, new Date(last + 1));
  const isHeld = status === "DETAINED" && !places.has(null);
  // In one of several places: in whichever question all of these are one, they are held.
  if (isHeld && places.size > 1) return { restsFrom: never, heldIn: null };
  return { restsFrom: new Date(last), heldIn: isHeld ? [...places][0]! : null };
}

/** When the last of them has certainly happened; null when of one that is not known, or there is none. */
function latestEnd(events: readonly TimelineEvent[]): Date | null {
  const ends = events.map((event) => certainlyBy(whenOf(event)));
  if (ends.length === 0 || ends.includes(null)) return null;
  return new Date(Math.max(...ends.map((end) => end!.getTime())));
}
