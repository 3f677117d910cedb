/**
 * The orders in which a person's moves can have come: those that the spans allow and that leave the fewest steps unrecorded. Moves whose spans do not overlap have one order. Those that overlap form
 * a cluster, which is searched by dynamic programming over the sets of moves that have come (linear extensions of an interval order): 2^n sets for n moves, and n is rarely above three.
 */
import { CustodyEventType, ReleaseStage } from "../../db/generated/prisma/enums.ts";
import { before, happenedBy, type Answer } from "../time/compare.ts";
import { whenOf, type TimelineEvent } from "./timeline-event.ts";
import { atBirth, conditionCount, gapAtEnd, moveOf, passage } from "./unrecorded-steps.ts";

// A larger cluster is not searched: one order is found step by step, and whatever the spans allow counts as possible, so that nothing is called certain that is not.
const maxSearched = 12;

export type Cluster<Event> = {
  readonly moves: readonly Event[];
  /** Of each move, the set of those that certainly came before it. A set is a number with a bit for each move. */
  readonly after: readonly number[];
  readonly everything: number;
  /** The least cost to come to a set in a condition, and to go from there to the end of the timeline. */
  readonly come: Float64Array;
  readonly go: Float64Array;
  /** The moves of the larger cluster, not searched, of which this one is a part. */
  readonly unsearched: readonly Event[] | null;
};

/** What a gap and a return into custody cost. Allowed are the orders with the fewest gaps; among these, the order to tell is one with the fewest returns. */
export type Weights = { readonly gap: number; readonly returns: number };
export const byGaps: Weights = { gap: 1, returns: 0 };
export const byGapsThenReturns: Weights = { gap: 1024, returns: 1 };

export type Search<Event> = { readonly clusters: readonly Cluster<Event>[]; readonly least: number; readonly weights: Weights };

/** The place of a set in a condition in `come` and `go`. */
export const placeOf = (set: number, condition: number) => set * conditionCount + condition;

/** Splits events into clusters, each of which certainly came before the next. */
export function clustersOf<Event extends TimelineEvent>(events: readonly Event[]): Event[][] {
  const begins = ({ whenEarliest }: Event) => whenEarliest?.getTime() ?? Number.MIN_SAFE_INTEGER;
  const ends = ({ whenLatest }: Event) => whenLatest?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const clusters: Event[][] = [];
  for (const event of events.toSorted((a, b) => begins(a) - begins(b) || ends(a) - ends(b))) {
    const open = clusters.at(-1);
    if (open?.some((earlier) => before(whenOf(earlier), whenOf(event)) !== "CERTAIN")) open.push(event);
    else clusters.push([event]);
  }
  return clusters;
}

/** Finds the cheapest orders of moves (`movesPerson`). */
export function searchOrders<Event extends TimelineEvent>(moves: readonly Event[], weights: Weights): Search<Event> {
  const clusters: Cluster<Event>[] = [];
  let entry = new Float64Array(conditionCount).fill(Number.POSITIVE_INFINITY);
  entry[atBirth] = 0;
  for (const overlapping of clustersOf(moves)) {
    const large = overlapping.length > maxSearched;
    for (const piece of large ? stepByStep(overlapping, entry.indexOf(Math.min(...entry))) : [overlapping]) {
      const cluster = searchForward(piece, entry, weights, large ? overlapping : null);
      clusters.push(cluster);
      entry = cluster.come.slice(placeOf(cluster.everything, 0));
    }
  }
  let exit = Float64Array.from({ length: conditionCount }, (_, condition) => gapAtEnd(condition) * weights.gap);
  const least = Math.min(...entry.map((cost, condition) => cost + exit[condition]!));
  for (const cluster of clusters.toReversed()) {
    searchBackward(cluster, exit, weights);
    exit = cluster.go.slice(0, conditionCount);
  }
  return { clusters, least, weights };
}

/** The cost of a move from a condition, and the condition that it leads to. */
export function step<Event extends TimelineEvent>(weights: Weights, move: Event, condition: number): { to: number; cost: number } {
  const { to, gap, returns } = passage(moveOf(move), condition);
  return { to, cost: gap * weights.gap + returns * weights.returns };
}

/** The moves that can come next once those of a set have. */
export function* nextAfter<Event>({ moves, after }: Pick<Cluster<Event>, "moves" | "after">, set: number): Generator<number> {
  for (let at = 0; at < moves.length; at += 1) if ((set & (1 << at)) === 0 && (after[at]! & ~set) === 0) yield at;
}

function searchForward<Event extends TimelineEvent>(
  moves: readonly Event[],
  entry: Float64Array,
  weights: Weights,
  unsearched: readonly Event[] | null,
): Cluster<Event> {
  const after = moves.map((move) =>
    moves.reduce((set, other, at) => (before(whenOf(other), whenOf(move)) === "CERTAIN" ? set | (1 << at) : set), 0),
  );
  const everything = 2 ** moves.length - 1;
  const come = new Float64Array(placeOf(everything + 1, 0)).fill(Number.POSITIVE_INFINITY);
  const go = new Float64Array(come.length).fill(Number.POSITIVE_INFINITY);
  come.set(entry);
  const cluster = { moves, after, everything, come, go, unsearched };
  for (let set = 0; set < everything; set += 1) {
    for (const at of nextAfter(cluster, set)) {
      for (let condition = 0; condition < conditionCount; condition += 1) {
        const sofar = come[placeOf(set, condition)]!;
        if (sofar === Number.POSITIVE_INFINITY) continue;
        const { to, cost } = step(weights, moves[at]!, condition);
        const place = placeOf(set | (1 << at), to);
        come[place] = Math.min(come[place]!, sofar + cost);
      }
    }
  }
  return cluster;
}

function searchBackward<Event extends TimelineEvent>(cluster: Cluster<Event>, exit: Float64Array, weights: Weights): void {
  const { moves, everything, go } = cluster;
  go.set(exit, placeOf(everything, 0));
  for (let set = everything - 1; set >= 0; set -= 1) {
    for (const at of nextAfter(cluster, set)) {
      for (let condition = 0; condition < conditionCount; condition += 1) {
        const { to, cost } = step(weights, moves[at]!, condition);
        const place = placeOf(set, condition);
        go[place] = Math.min(go[place]!, cost + go[placeOf(set | (1 << at), to)]!);
      }
    }
  }
}

/** One order of a cluster too large to search: of the moves that can come next, always one that leaves the smallest gap. */
function stepByStep<Event extends TimelineEvent>(moves: readonly Event[], entry: number): Event[][] {
  const left = new Set(moves.toSorted(inTellingOrder));
  const order: Event[][] = [];
  let condition = entry;
  while (left.size > 0) {
    const free = [...left].filter((move) => left.values().every((other) => before(whenOf(other), whenOf(move)) !== "CERTAIN"));
    const next = free.reduce((best, move) => (step(byGaps, move, condition).cost < step(byGaps, best, condition).cost ? move : best));
    condition = step(byGaps, next, condition).to;
    left.delete(next);
    order.push([next]);
  }
  return order;
}

const types = Object.values(CustodyEventType);
const stages = Object.values(ReleaseStage);

/** Among events that may come next, which is told first: by type, stage, the end of the span, its beginning, and the id. It decides where nothing else does. */
export function inTellingOrder(a: TimelineEvent, b: TimelineEvent): number {
  const number = (moment: Date | null, open: number) => moment?.getTime() ?? open;
  return (
    types.indexOf(a.type) - types.indexOf(b.type) ||
    stages.indexOf(a.stage ?? "ANNOUNCED") - stages.indexOf(b.stage ?? "ANNOUNCED") ||
    number(a.whenLatest, Number.MAX_SAFE_INTEGER) - number(b.whenLatest, Number.MAX_SAFE_INTEGER) ||
    number(a.whenEarliest, Number.MIN_SAFE_INTEGER) - number(b.whenEarliest, Number.MIN_SAFE_INTEGER) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Whether a set of moves, come in any order into a condition, lies on an allowed order. */
export const isAllowed = <Event>({ least }: Search<Event>, { come, go }: Cluster<Event>, set: number, condition: number): boolean =>
  least === come[placeOf(set, condition)]! + go[placeOf(set, condition)]!;

/** Which of the moves in a set had happened by a moment, as a set. */
export function setOf<Event extends TimelineEvent>({ moves }: Cluster<Event>, moment: Date, answer: Answer): number {
  return moves.reduce((set, move, at) => (happenedBy(whenOf(move), moment) === answer ? set | (1 << at) : set), 0);
}
