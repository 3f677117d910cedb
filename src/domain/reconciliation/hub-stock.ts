/** How many people were in a state at a moment, with bounds where their timelines leave it open. Pure. */
import type { Bounds } from "../time/compare.ts";
import { placeAfter, statusAfter, type CustodyStatus } from "../custody/custody.ts";
import { lastBy, timelineOf } from "../timeline/timeline.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { nobody, type HubCount } from "./hub-count.ts";

/** The moves that may have been the last at some moment of a span: at its ends, and wherever one of the events between begins or ends. */
function lastDuring(timeline: readonly TimelineEvent[], { earliest, latest }: Bounds): (TimelineEvent | null)[] {
  const [from, to] = [earliest === null ? null : Number(earliest), Number(latest)];
  const edges = edgesOf(timeline).flatMap((edge) => [edge, edge + 1]);
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
 * fell, by the weakest decision on the events of which one brought them there; `upper` takes in whom a VERIFIED event may have brought there.
 */
export function countStock(
  timelines: Iterable<readonly TimelineEvent[]>,
  status: CustodyStatus,
  at: Bounds,
  facilities: ReadonlySet<string> | null,
): HubCount {
  const count = { ...nobody };
  for (const timeline of timelines) add(count, standing(lastDuring(timeline, at), status, facilities));
  return count;
}

/** The same at each of some moments, in their order. A timeline is looked at once between two of its edges, however many of the moments lie there. */
export function countStockAtEach(
  timelines: Iterable<readonly TimelineEvent[]>,
  status: CustodyStatus,
  moments: readonly Date[],
  facilities: ReadonlySet<string> | null,
): HubCount[] {
  const counts = moments.map(() => ({ ...nobody }));
  for (const timeline of timelines) {
    const edges = edgesOf(timeline);
    const ordered = timelineOf(timeline);
    const found = new Map<string, Standing>();
    for (const [at, moment] of moments.entries()) {
      const place = `${edges.filter((edge) => edge < moment.getTime()).length} ${edges.filter((edge) => edge <= moment.getTime()).length}`;
      const known = found.get(place) ?? standing([...lastBy(ordered, moment)], status, facilities);
      found.set(place, known);
      add(counts[at]!, known);
    }
  }
  return counts;
}

const edgesOf = (timeline: readonly TimelineEvent[]) =>
  timeline.flatMap(({ whenEarliest, whenLatest }) => [whenEarliest, whenLatest].flatMap((edge) => (edge === null ? [] : [edge.getTime()])));

type Standing = { readonly among: "verified" | "corroborated" | "reported" | "contested" | null; readonly possible: boolean };

/** Where one person is counted, given the moves of which one was the last. */
function standing(last: readonly (TimelineEvent | null)[], status: CustodyStatus, facilities: ReadonlySet<string> | null): Standing {
  const states = last.map((event) => (event !== null && isCounted(event) ? event.state : null));
  const possible = states.includes("VERIFIED");
  if (states.includes(null)) return { among: null, possible };
  if (states.every((state) => state === "VERIFIED")) return { among: "verified", possible };
  if (states.every((state) => state === "VERIFIED" || state === "CORROBORATED")) return { among: "corroborated", possible };
  return { among: states.includes("CONTESTED") ? "contested" : "reported", possible };

  function isCounted(event: TimelineEvent): boolean {
    if (statusAfter(event) !== status) return false;
    const place = placeAfter(event);
    return facilities === null || (place !== null && facilities.has(place));
  }
}

function add(count: { -readonly [Part in keyof HubCount]: HubCount[Part] }, { among, possible }: Standing): void {
  if (possible) count.upper += 1;
  if (among !== null) count[among] += 1;
  if (among === "verified") count.lower += 1;
}
