/** How many people were in a state at a moment, with bounds where their timelines leave it open. Pure. */
import { takeBreaths } from "../../db/statements/breath.ts";
import type { Answer, Bounds } from "../time/compare.ts";
import { placeAfter, statusAfter, type CustodyStatus } from "../custody/custody.ts";
import { lastBy, timelineOf } from "../timeline/timeline.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { detentionsIn, lasted } from "./detention-length.ts";
import { nobody, type HubCount } from "./hub-count.ts";

/**
 * People's timelines, to be counted at many moments. Where somebody stood changes only where one of their events begins or ends: it is found once for each stretch between such edges, however many of the
 * moments lie there.
 */
export type Stock = {
  /**
   * Counts the timelines that lead to the status at `at`, a moment that may be known in part only, and into one of the facilities unless that is null. `verified`, `corroborated` and `reported` are people who are
   * there however their uncertain times fell, by the weakest decision on the events of which one brought them there; `upper` takes in whom a VERIFIED event may have brought there. Whose detention has by then
   * certainly lasted less than `hours` is left out, and whose has perhaps is not certain.
   */
  count(at: Bounds, facilities: ReadonlySet<string> | null, hours?: number): Promise<HubCount>;
  /** The same at each of some moments, in their order. */
  countAtEach(moments: readonly Date[], facilities: ReadonlySet<string> | null): Promise<HubCount[]>;
};

/** So many take a few milliseconds. */
const portion = 250;

export async function readyStock(timelines: readonly (readonly TimelineEvent[])[], status: CustodyStatus): Promise<Stock> {
  const portions: Life[][] = [];
  const breathe = takeBreaths();
  for (let at = 0; at < timelines.length; at += portion) {
    await breathe();
    portions.push(timelines.slice(at, at + portion).map(lifeOf));
  }
  const count = async (at: Bounds, facilities: ReadonlySet<string> | null, hours = 0): Promise<HubCount> => {
    const found = { ...nobody };
    for (const lives of portions) {
      await breathe();
      for (const life of lives) add(found, standingDuring(life, at, status, facilities, hours));
    }
    return found;
  };
  return {
    count,
    async countAtEach(moments, facilities) {
      const counts: HubCount[] = [];
      for (const moment of moments) counts.push(await count({ earliest: moment, latest: moment }, facilities));
      return counts;
    },
  };
}

type Life = {
  readonly timeline: readonly TimelineEvent[];
  readonly ordered: ReturnType<typeof timelineOf>;
  /** Where events begin and end, in order, each once. */
  readonly edges: readonly number[];
  /** By stretch, the moves that may have been the last, and how the person is counted for it anywhere. */
  readonly last: Map<number, readonly (TimelineEvent | null)[]>;
  readonly anywhere: Map<number, Standing>;
  /** The detentions of its events, once their lengths are asked for. */
  detentions: ReturnType<typeof detentionsIn> | null;
};

function lifeOf(timeline: readonly TimelineEvent[]): Life {
  const edges = timeline.flatMap(({ whenEarliest, whenLatest }) =>
    [whenEarliest, whenLatest].flatMap((edge) => (edge === null ? [] : [edge.getTime()])),
  );
  return {
    ...{ timeline, ordered: timelineOf(timeline), edges: [...new Set(edges)].toSorted((a, b) => a - b) },
    ...{ last: new Map(), anywhere: new Map(), detentions: null },
  };
}

/** On which edge a moment lies, or between which two: odd and even numbers in the order of time. */
function stretchOf(edges: readonly number[], moment: number): number {
  let at = 0;
  while (at < edges.length && edges[at]! < moment) at += 1;
  return edges[at] === moment ? 2 * at + 1 : 2 * at;
}

function standingDuring(life: Life, at: Bounds, status: CustodyStatus, facilities: ReadonlySet<string> | null, hours: number): Standing {
  const [from, to] = [at.earliest === null ? null : Number(at.earliest), Number(at.latest)];
  const stretches = 2 * life.edges.length + 1;
  const key = (from === null ? 0 : 1 + stretchOf(life.edges, from)) * stretches + stretchOf(life.edges, to);
  // How long a detention has lasted changes within a stretch too.
  const remembered = facilities === null && hours <= 0;
  const known = remembered ? life.anywhere.get(key) : undefined;
  if (known !== undefined) return known;
  const last = life.last.get(key) ?? lastDuring(life, from, to);
  life.last.set(key, last);
  const found = standing(last, status, facilities, hours > 0 ? longIn(life, hours, at) : undefined);
  if (remembered) life.anywhere.set(key, found);
  return found;
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
  const states = counted.map((event) => event?.state ?? null);
  const possible = states.includes("VERIFIED");
  if (counted.some((event) => event === null || long(event) !== "CERTAIN")) return { among: null, possible };
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
