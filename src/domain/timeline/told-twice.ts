/**
 * One happening told twice: two events of one kind, of records that were merged, whose spans overlap and whose places agree. Until somebody judges them (markDuplicateEvents) both stay on record, are
 * proposed as duplicates, and count once. Pure.
 */
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { foldName } from "../fold-name.ts";
import { namesArea, namesPlace } from "../place.ts";
import { before } from "../time/compare.ts";
import { inTellingOrder } from "./orders.ts";
import { whenOf, type TimelineEvent } from "./timeline-event.ts";

type Told = Pick<
  TimelineEvent,
  "type" | "stage" | "state" | "whenEarliest" | "whenLatest" | "facilityId" | "place" | "admin1" | "locality"
>;

/** Whether two events of one person may be the same happening. */
export function mayBeOne(one: Told, other: Told): boolean {
  return (
    one.type === other.type &&
    one.stage === other.stage &&
    one.state !== "REFUTED" &&
    other.state !== "REFUTED" &&
    before(whenOf(one), whenOf(other)) === "POSSIBLE" &&
    placesAgree(one, other)
  );
}

/** Two facilities are two places, and so are two towns; what is not known agrees with everything, and so do a facility and a town, which may lie in it. */
function placesAgree(one: Told, other: Told): boolean {
  if (one.facilityId !== null && other.facilityId !== null) return one.facilityId === other.facilityId;
  if (one.facilityId !== null || other.facilityId !== null) return true;
  if (differ(one.admin1, other.admin1) || differ(one.locality, other.locality)) return false;
  const [here, there] = [one.place ?? null, other.place ?? null];
  // So do a country and a town.
  if (!namesPlace(here) || !namesPlace(there) || namesArea(here) !== namesArea(there)) return true;
  const [a, b] = [foldName(here!), foldName(there!)];
  return a.includes(b) || b.includes(a);
}

const differ = (one: string | null | undefined, other: string | null | undefined) =>
  one != null && other != null && foldName(one) !== foldName(other);

const rank: Readonly<Record<VerificationState, number>> = { VERIFIED: 1, CORROBORATED: 2, REPORTED: 3, CONTESTED: 4, REFUTED: 5 };

/**
 * The events of a timeline that tell again of what another one tells, each with the other: the best decided on of them, whatever the order in which they came. Those whose spans are most alike are put together first. Of
 * one record's own events none does: whoever recorded two of them meant two.
 */
export function toldTwice<Event extends TimelineEvent>(events: readonly Event[]): ReadonlyMap<Event, Event> {
  const [first] = events;
  if (first === undefined || events.every(({ statedDetaineeId }) => statedDetaineeId === first.statedDetaineeId)) return new Map();
  const inOrder = events.toSorted((a, b) => rank[a.state] - rank[b.state] || inTellingOrder(a, b));
  const pairs = inOrder.flatMap((one, at) => inOrder.slice(at + 1).flatMap((other) => (fit(one, other) ? [[one, other] as const] : [])));
  const groups = new Map(inOrder.map((event) => [event, [event]]));
  for (const [one, other] of pairs.toSorted((a, b) => apart(...a) - apart(...b))) {
    const [group, joined] = [groups.get(one)!, groups.get(other)!];
    if (group === joined || !group.every((each) => joined.every((another) => fit(each, another)))) continue;
    group.push(...joined);
    for (const each of joined) groups.set(each, group);
  }
  const best = (group: readonly Event[]) => inOrder.find((event) => group.includes(event))!;
  const repeats = new Map<Event, Event>();
  for (const group of new Set(groups.values())) for (const event of group) if (event !== best(group)) repeats.set(event, best(group));
  return repeats;
}

const fit = (one: TimelineEvent, other: TimelineEvent) => one.statedDetaineeId !== other.statedDetaineeId && mayBeOne(one, other);

/** How much two spans differ, by their ends. */
function apart(one: Told, other: Told): number {
  const ends = [
    [one.whenEarliest, other.whenEarliest],
    [one.whenLatest, other.whenLatest],
  ] as const;
  return ends.reduce(
    (sum, [a, b]) => sum + (a === b ? 0 : Math.min(Math.abs((a?.getTime() ?? Infinity) - (b?.getTime() ?? Infinity)), openEnd)),
    0,
  );
}

// Wider than any span with two ends, and still a number: two open ends differ more than one.
const openEnd = 1e15;
