/** How many people were in a state at a moment: the fold of every timeline, with bounds where an event may or may not have happened yet. Pure. */
import { movesPerson } from "../custody/event-effect.ts";
import { custodyAt, type CustodyStatus, type TimelineEvent } from "../custody/custody.ts";
import type { HubCount } from "./hub-count.ts";

export type StockEvent = TimelineEvent & {
  /** The earliest moment at which it can have happened; null when not known. */
  readonly whenEarliest: Date | null;
};

/**
 * Counts the timelines whose fold has the status at `at`, and in one of the facilities unless that is null. `verified`, `corroborated` and `reported` go by the decision on the event that brought the
 * person there; `lower` leaves out whom an event that straddles the moment may have brought in or out, `upper` takes them in.
 */
export function countStock(
  timelines: Iterable<readonly StockEvent[]>,
  status: CustodyStatus,
  at: Date,
  facilities: ReadonlySet<string> | null,
): HubCount {
  const count = { verified: 0, upper: 0, corroborated: 0, reported: 0 };
  for (const timeline of timelines) {
    const [certain, ...others] = [
      timeline.findLast((event) => movesPerson(event) && event.whenSortAt <= at) ?? null,
      // Any that may have happened may have been the last to.
      ...timeline.filter((event) => movesPerson(event) && event.whenSortAt > at && mayHaveHappened(event, at)),
    ].map((event) => (event !== null && isCounted(event) ? event.state : null));
    if (certain === "VERIFIED" || others.includes("VERIFIED")) count.upper += 1;
    if (others.includes(null)) continue;
    if (certain === "VERIFIED") count.verified += 1;
    else if (certain === "CORROBORATED") count.corroborated += 1;
    else if (certain === "REPORTED") count.reported += 1;
  }
  return { ...count, lower: count.verified };

  function isCounted(event: StockEvent): boolean {
    const custody = custodyAt([event], event.whenSortAt);
    return custody.status === status && (facilities === null || (custody.facilityId !== null && facilities.has(custody.facilityId)));
  }
}

const mayHaveHappened = ({ whenEarliest }: StockEvent, at: Date) => whenEarliest === null || whenEarliest < at;
