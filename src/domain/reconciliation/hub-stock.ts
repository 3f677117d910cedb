/** How many people were in a state at a moment, with bounds where their timelines leave it open. Pure. */
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import type { Answer, Bounds } from "../time/compare.ts";
import { placeAfter, statusAfter, type CustodyStatus } from "../timeline/custody.ts";
import { lastBy, timelineOf } from "../timeline/timeline.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { detentionsIn, lasted } from "./detention-length.ts";
import { firstWhere, growing } from "../time/growing.ts";
import { nobody, type HubCount } from "./hub-count.ts";

/** A moment, which may be known in part only, and where: anywhere, unless in one of some facilities. Without those whose detention has by then lasted less than so many hours. */
export type StockAsked = { readonly at: Bounds; readonly facilities: ReadonlySet<string> | null; readonly hours?: number };

/** So many take a few milliseconds. */
const portion = 250;

/**
 * How many of the people with these timelines are in the status, and in one of the facilities, at each of the moments. `verified`, `corroborated` and `reported` are people who are there however their uncertain
 * times fell, by the weakest decision on the events of which one brought them there; `upper` takes in whom a VERIFIED event may have brought there. Whose detention has by then certainly lasted less than `hours`
 * is left out, and whose has perhaps is not certain.
 *
 * Where somebody stood changes only where one of their events begins or ends: it is found once for each stretch between such edges, however many of the moments lie there.
 */
export async function countStock(
  timelines: readonly (readonly TimelineEvent[])[],
  status: CustodyStatus,
  asked: readonly StockAsked[],
): Promise<HubCount[]> {
  const counts = new Map<StockAsked, Counting>(asked.map((one) => [one, { ...nobody }]));
  const lists = Map.groupBy(
    asked,
    ({ facilities, hours = 0 }) => `${hours} ${facilities === null ? "" : [...facilities].toSorted().join()}`,
  );
  const sweeps = [...lists.values()].flatMap((list) => growing(list, ({ at }) => at));
  const breathe = takeBreaths();
  for (let from = 0; from < timelines.length; from += portion) {
    const lives = timelines.slice(from, from + portion).map(lifeOf);
    for (const sweep of sweeps) {
      await breathe();
      for (const life of lives) addDuring(life, sweep, status, counts);
    }
  }
  return asked.map((one) => counts.get(one)!);
}

type Life = {
  readonly timeline: readonly TimelineEvent[];
  readonly ordered: ReturnType<typeof timelineOf>;
  /** Where events begin and end, in order, each once. */
  readonly edges: readonly number[];
  /** By stretch, the moves that may have been the last. */
  readonly last: Map<number, readonly (TimelineEvent | null)[]>;
  /** The detentions of its events, once their lengths are asked for. */
  detentions: ReturnType<typeof detentionsIn> | null;
};

function lifeOf(timeline: readonly TimelineEvent[]): Life {
  const edges = timeline.flatMap(({ whenEarliest, whenLatest }) =>
    [whenEarliest, whenLatest].flatMap((edge) => (edge === null ? [] : [edge.getTime()])),
  );
  return {
    ...{ timeline, ordered: timelineOf(timeline), edges: [...new Set(edges)].toSorted((a, b) => a - b) },
    ...{ last: new Map(), detentions: null },
  };
}

/** On which edge a moment lies, or between which two: odd and even numbers in the order of time. */
function stretchOf(edges: readonly number[], moment: number): number {
  let at = 0;
  while (at < edges.length && edges[at]! < moment) at += 1;
  return edges[at] === moment ? 2 * at + 1 : 2 * at;
}

/** Adds where one person stood at each moment of a list in which both ends only grow: once for all that lie on the same stretches. */
function addDuring(life: Life, sweep: readonly StockAsked[], status: CustodyStatus, counts: ReadonlyMap<StockAsked, Counting>): void {
  const stretches = 2 * life.edges.length + 1;
  const keyOf = ({ at }: StockAsked) =>
    (at.earliest === null ? 0 : 1 + stretchOf(life.edges, Number(at.earliest))) * stretches + stretchOf(life.edges, Number(at.latest));
  for (let from = 0; from < sweep.length;) {
    const { at, facilities, hours = 0 } = sweep[from]!;
    const key = keyOf(sweep[from]!);
    // How long a detention has lasted changes within a stretch too.
    const until = hours > 0 ? from + 1 : firstWhere(sweep, (one) => keyOf(one) !== key, from + 1);
    const last = life.last.get(key) ?? lastDuring(life, at.earliest === null ? null : Number(at.earliest), Number(at.latest));
    life.last.set(key, last);
    const found = standing(last, status, facilities, hours > 0 ? longIn(life, hours, at) : undefined);
    if (found.among !== null || found.possible) for (const one of sweep.slice(from, until)) add(counts.get(one)!, found);
    from = until;
  }
}

/** Whether the detention of an event has lasted so many hours by then. */
function longIn(life: Life, hours: number, at: Bounds): (event: TimelineEvent) => Answer {
  const detentions = (life.detentions ??= detentionsIn(life.timeline));
  return (event) => lasted(detentions.get(event) ?? null, hours, at);
}

/** The moves that may have been the last at some moment of a span: at its ends, and wherever one of the events between begins or ends. */
function lastDuring(life: Life, from: number | null, to: number): (TimelineEvent | null)[] {
  const edges = life.edges.flatMap((edge) => [edge, edge + 1]);
  const moments = new Set([
    ...(from === null ? edges.map((edge) => edge - 2) : [from]),
    to,
    ...edges.filter((edge) => (from === null || edge > from) && edge < to),
  ]);
  return [...new Set([...moments].filter((moment) => moment <= to).flatMap((moment) => [...lastBy(life.ordered, new Date(moment))]))];
}

type Standing = { readonly among: "verified" | "corroborated" | "reported" | "contested" | null; readonly possible: boolean };

/** Where one person is counted, given the moves of which one was the last, and whether the detention of each was long enough. */
function standing(
  last: readonly (TimelineEvent | null)[],
  status: CustodyStatus,
  facilities: ReadonlySet<string> | null,
  long: (event: TimelineEvent) => Answer = () => "CERTAIN",
): Standing {
  const counted = last.map((event) => (event !== null && isCounted(event) && long(event) !== "NO" ? event : null));
  const { among, possible } = standingBy(counted.map((event) => event?.state ?? null));
  return { among: counted.some((event) => event !== null && long(event) !== "CERTAIN") ? null : among, possible };

  function isCounted(event: TimelineEvent): boolean {
    if (statusAfter(event) !== status) return false;
    const place = placeAfter(event);
    return facilities === null || (place !== null && facilities.has(place));
  }
}

/** Where one person is counted, given the decision on each move of which one was the last; null for one that led elsewhere. */
export function standingBy(states: readonly (VerificationState | null)[]): Standing {
  const possible = states.includes("VERIFIED");
  if (states.includes(null)) return { among: null, possible };
  if (states.every((state) => state === "VERIFIED")) return { among: "verified", possible };
  if (states.every((state) => state === "VERIFIED" || state === "CORROBORATED")) return { among: "corroborated", possible };
  return { among: states.includes("CONTESTED") ? "contested" : "reported", possible };
}

export type Counting = { -readonly [Part in keyof HubCount]: HubCount[Part] };

/** Counts so many people who stand there, or no longer do. */
export function add(count: Counting, { among, possible }: Standing, many = 1): void {
  if (possible) count.upper += many;
  if (among !== null) count[among] += many;
  if (among === "verified") count.lower += many;
}
