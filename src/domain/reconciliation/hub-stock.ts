/** How many people were in a state at a moment, with bounds where their timelines leave it open. Pure. */
import type { Bounds } from "../time/compare.ts";
import { placeAfter, statusAfter, type CustodyStatus } from "../custody/custody.ts";
import { lastBy, timelineOf } from "../timeline/timeline.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { detentionsIn, lasted } from "./detention-length.ts";
import type { HubCount } from "./hub-count.ts";

/** The moves that may have been the last at some moment of a span: at its ends, and wherever one of the events between begins or ends. */
function lastDuring(timeline: readonly TimelineEvent[], { earliest, latest }: Bounds): (TimelineEvent | null)[] {
  const [from, to] = [earliest === null ? null : Number(earliest), Number(latest)];
  const edges = timeline.flatMap(({ whenEarliest, whenLatest }) =>
    [whenEarliest, whenLatest].flatMap((edge) => (edge === null ? [] : [edge.getTime(), edge.getTime() + 1])),
  );
  const moments = new Set([
    ...(from === null ? edges.map((edge) => edge - 2) : [from]),
    to,
    ...edges.filter((edge) => (from === null || edge > from) && edge < to),
  ]);
  const ordered = timelineOf(timeline);
  return [...new Set([...moments].filter((moment) => moment <= to).flatMap((moment) => [...lastBy(ordered, new Date(moment))]))];
}

/**
 * Counts the timelines that lead to the status at `at`, a moment that may be known in part only, and into one of the facilities unless that is null. `verified`, `corroborated` and `reported` are people who are there however their uncertain times
 * fell, by the weakest decision on the events of which one brought them there; `upper` takes in whom a VERIFIED event may have brought there. Whose detention has by then certainly lasted less than `hours`
 * is left out, and whose has perhaps is not certain.
 */
export function countStock(
  timelines: Iterable<readonly TimelineEvent[]>,
  status: CustodyStatus,
  at: Bounds,
  facilities: ReadonlySet<string> | null,
  hours = 0,
): HubCount {
  const count = { verified: 0, upper: 0, corroborated: 0, reported: 0, contested: 0 };
  for (const timeline of timelines) {
    const detentions = hours > 0 ? detentionsIn(timeline) : null;
    const long = (event: TimelineEvent) => (detentions === null ? "CERTAIN" : lasted(detentions.get(event) ?? null, hours, at));
    const counted = lastDuring(timeline, at).map((event) => (event !== null && isCounted(event) && long(event) !== "NO" ? event : null));
    const last = counted.map((event) => event?.state ?? null);
    if (last.includes("VERIFIED")) count.upper += 1;
    if (counted.some((event) => event === null || long(event) !== "CERTAIN")) continue;
    if (last.every((state) => state === "VERIFIED")) count.verified += 1;
    else if (last.every((state) => state === "VERIFIED" || state === "CORROBORATED")) count.corroborated += 1;
    else if (last.includes("CONTESTED")) count.contested += 1;
    else count.reported += 1;
  }
  return { ...count, lower: count.verified };

  function isCounted(event: TimelineEvent): boolean {
    if (statusAfter(event) !== status) return false;
    const place = placeAfter(event);
    return facilities === null || (place !== null && facilities.has(place));
  }
}
