/** Stores what the rule of timelines decides, so that SQL need not know it: each event's place on its person's timeline. Called wherever a timeline changes, in the same transaction. */
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import { clustersOf } from "./orders.ts";
import { movesPerson } from "./event-effect.ts";
import type { TimelineEvent } from "./timeline-event.ts";
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
  ...{ detaineeId: true, ordinal: true, overlaps: true, repeats: true, statedDetaineeId: true, place: true, admin1: true, locality: true },
} as const;

/** Settles the timelines of people, by the ids of those who stand for themselves. */
export async function settleTimelines(db: Db, personIds: readonly string[]): Promise<void> {
  for (const ids of chunks([...new Set(personIds)])) {
    const events = await db.custodyEvent.findMany({ where: { detaineeId: { in: ids }, mergedIntoId: null }, select: columns });
    const settled = [...Map.groupBy(events, ({ detaineeId }) => detaineeId).values()].flatMap((timeline) => placesOn(timeline));
    const changed = settled.filter(
      ({ event, ordinal, overlaps, repeats }) => event.ordinal !== ordinal || event.overlaps !== overlaps || event.repeats !== repeats,
    );
    if (changed.length === 0) continue;
    await db.$executeRaw`
      UPDATE "CustodyEvent" AS event SET "ordinal" = place."ordinal", "overlaps" = place."overlaps", "repeats" = place."repeats"
      FROM unnest(${changed.map(({ event }) => event.id)}::uuid[], ${changed.map(({ ordinal }) => ordinal)}::int[], ${changed.map(({ overlaps }) => overlaps)}::boolean[],
        ${changed.map(({ repeats }) => repeats)}::boolean[]) AS place("id", "ordinal", "overlaps", "repeats")
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
  const overlapping = new Set(
    clustersOf(timeline.filter(movesPerson))
      .filter(({ length }) => length > 1)
      .flat(),
  );
  const twice = toldTwice(timeline);
  return tell(timeline).map((event, at) => ({ event, ordinal: at + 1, overlaps: overlapping.has(event), repeats: twice.has(event) }));
}
