/**
 * One happening told twice: two events of one kind, of records that were merged, whose spans overlap and whose places agree. Until somebody judges them (markDuplicateEvents) both stay on record, are
 * proposed as duplicates, and count once. Pure.
 */
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { foldName } from "../fold-name.ts";
import { namesPlace } from "../place.ts";
import { before } from "../time/compare.ts";
import { inTellingOrder } from "./orders.ts";
import { whenOf, type TimelineEvent } from "./timeline-event.ts";

type Told = Pick<TimelineEvent, "type" | "stage" | "state" | "whenEarliest" | "whenLatest" | "facilityId" | "place">;

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
  const [here, there] = [one.place ?? null, other.place ?? null];
  if (!namesPlace(here) || !namesPlace(there)) return true;
  const [a, b] = [foldName(here!), foldName(there!)];
  return a.includes(b) || b.includes(a);
}

const strongest: readonly VerificationState[] = ["VERIFIED", "CORROBORATED", "REPORTED", "CONTESTED", "REFUTED"];

/**
 * The events of a timeline that tell again of what another one tells, each with the other: the best decided on of them, whatever the order in which they came. Of one record's own events none does: whoever recorded two
 * of them meant two.
 */
export function toldTwice<Event extends TimelineEvent>(events: readonly Event[]): ReadonlyMap<Event, Event> {
  const repeats = new Map<Event, Event>();
  const [first] = events;
  if (first === undefined || events.every(({ statedDetaineeId }) => statedDetaineeId === first.statedDetaineeId)) return repeats;
  const told = new Map<Event, Event[]>();
  for (const event of events.toSorted((a, b) => strongest.indexOf(a.state) - strongest.indexOf(b.state) || inTellingOrder(a, b))) {
    const same = told.entries().find(([best, others]) => {
      const recorded = [best, ...others].some(({ statedDetaineeId }) => statedDetaineeId === event.statedDetaineeId);
      return !recorded && [best, ...others].every((other) => mayBeOne(other, event));
    });
    if (same === undefined) told.set(event, []);
    else {
      same[1].push(event);
      repeats.set(event, same[0]);
    }
  }
  return repeats;
}
