/** A person's timeline: the order in which its events are told, and what all of its allowed orders agree on. Pure. */
import { before, happenedBy, type Answer } from "../time/compare.ts";
import {
  byGaps,
  byGapsThenReturns,
  clustersOf,
  inTellingOrder,
  isAllowed,
  nextAfter,
  placeOf,
  searchOrders,
  setOf,
  step,
  type Cluster,
  type Search,
} from "./orders.ts";
import { movesPerson } from "./event-effect.ts";
import { whenOf, type TimelineEvent } from "./timeline-event.ts";
import { toldTwice } from "./told-twice.ts";
import { atBirth, conditionCount } from "./unrecorded-steps.ts";

/**
 * Events in the order in which they are told: one that the spans allow, with the fewest unrecorded steps and then the fewest returns into custody; where that leaves a choice, by type, stage, the end of the
 * span, its beginning, and the id (`inTellingOrder`). What is told twice moves a person once: the repetition comes beside what it repeats, as near as the spans allow. The stored ordinals are places in it.
 */
export function tell<Event extends TimelineEvent>(events: readonly Event[]): Event[] {
  const twice = toldTwice(events);
  const told = tellOnce(events.filter((event) => !twice.has(event)));
  for (const [repeat, best] of [...twice].toSorted(([a], [b]) => inTellingOrder(a, b))) {
    const first = told.findLastIndex((event) => before(whenOf(event), whenOf(repeat)) === "CERTAIN") + 1;
    const after = told.findIndex((event) => before(whenOf(repeat), whenOf(event)) === "CERTAIN");
    told.splice(Math.min(Math.max(told.indexOf(best) + 1, first), after === -1 ? told.length : after), 0, repeat);
  }
  return told;
}

function tellOnce<Event extends TimelineEvent>(events: readonly Event[]): Event[] {
  const overlapping = clustersOf(events);
  // What certainly came one after the other has one order: nothing is left to search for.
  if (overlapping.length === events.length) return overlapping.flat();
  const moves = new Set(events.filter(movesPerson));
  const search = searchOrders([...moves], byGapsThenReturns);
  const { weights, least } = search;
  let [clusterAt, set, condition] = [0, 0, atBirth];
  const told: Event[] = [];
  for (const together of overlapping) {
    const left = new Set(together.toSorted(inTellingOrder));
    while (left.size > 0) {
      const cluster = search.clusters[clusterAt];
      const mayCome = (event: Event): boolean => {
        if (left.values().some((other) => before(whenOf(other), whenOf(event)) === "CERTAIN")) return false;
        if (!moves.has(event)) return true;
        const at = cluster?.moves.indexOf(event) ?? -1;
        if (at === -1) return false;
        const { to, cost } = step(weights, event, condition);
        return least === cluster!.come[placeOf(set, condition)]! + cost + cluster!.go[placeOf(set | (1 << at), to)]!;
      };
      const next = left.values().find(mayCome)!;
      left.delete(next);
      told.push(next);
      if (!moves.has(next)) continue;
      set |= 1 << cluster!.moves.indexOf(next);
      condition = step(weights, next, condition).to;
      if (set === cluster!.everything) [clusterAt, set] = [clusterAt + 1, 0];
    }
  }
  return told;
}

/** The events that move a person, without those that tell again of what another one tells. */
export function movesOf<Event extends TimelineEvent>(events: readonly Event[], twice = toldTwice(events)): Event[] {
  return events.filter((event) => movesPerson(event) && !twice.has(event));
}

/** The moves of a timeline with all of their allowed orders. */
export type Timeline<Event extends TimelineEvent> = {
  readonly events: readonly Event[];
  /** Those that overlap are together. */
  readonly together: readonly (readonly Event[])[];
  /** Made when it is first asked for: most timelines have one order, which needs none. */
  readonly search: Search<Event>;
  readonly twice: ReadonlyMap<Event, Event>;
};

export function timelineOf<Event extends TimelineEvent>(events: readonly Event[]): Timeline<Event> {
  const twice = toldTwice(events);
  const moves = movesOf(events, twice);
  let search: Search<Event> | undefined;
  return {
    ...{ events, twice, together: clustersOf(moves) },
    get search() {
      return (search ??= searchOrders(moves, byGaps));
    },
  };
}

/** The same as `lastBy` where one move after the other came: null where it hangs on an order. */
function lastInOneOrder<Event extends TimelineEvent>(together: readonly (readonly Event[])[], moment: Date): Set<Event | null> | null {
  const found = new Set<Event | null>();
  for (const cluster of together.toReversed()) {
    const happened = cluster.map((move) => happenedBy(whenOf(move), moment));
    if (happened.every((answer) => answer === "NO")) continue;
    if (cluster.length > 1) return null;
    found.add(cluster[0]!);
    if (happened[0] === "CERTAIN") return found;
  }
  return found.add(null);
}

/** The moves of which each may have been the last by a moment, in one allowed order or another; null among them when there may have been none yet. */
export function lastBy<Event extends TimelineEvent>(timeline: Timeline<Event>, moment: Date): Set<Event | null> {
  const only = lastInOneOrder(timeline.together, moment);
  if (only !== null) return only;
  const { search } = timeline;
  const found = new Set<Event | null>();
  for (let at = search.clusters.length - 1; at >= 0; at -= 1) {
    const cluster = search.clusters[at]!;
    if (cluster.unsearched !== null) {
      const happened = cluster.unsearched.filter((move) => happenedBy(whenOf(move), moment) !== "NO");
      if (happened.length === 0) continue;
      const certain = happened.filter((move) => happenedBy(whenOf(move), moment) === "CERTAIN");
      for (const move of happened) if (!certain.some((other) => before(whenOf(move), whenOf(other)) === "CERTAIN")) found.add(move);
      if (certain.length > 0) return found;
      at = search.clusters.findIndex(({ unsearched }) => unsearched === cluster.unsearched);
      for (let condition = 0; condition < conditionCount; condition += 1) addLastBefore(search, at, condition, found);
      return found;
    }
    const [certain, not] = [setOf(cluster, moment, "CERTAIN"), setOf(cluster, moment, "NO")];
    if (not === cluster.everything) continue;
    for (let set = certain; set <= cluster.everything; set += 1) {
      if ((set & certain) !== certain || (set & not) !== 0) continue;
      for (let condition = 0; condition < conditionCount; condition += 1) {
        if (!isAllowed(search, cluster, set, condition)) continue;
        if (set === 0) addLastBefore(search, at, condition, found);
        else addLast(search, cluster, set, condition, found);
      }
    }
    return found;
  }
  return found.add(null);
}

/** Adds the moves that may have brought a person into a condition, as the last of a set. */
function addLast<Event extends TimelineEvent>(
  { weights }: Search<Event>,
  cluster: Cluster<Event>,
  set: number,
  condition: number,
  found: Set<Event | null>,
): void {
  const { moves, come, after } = cluster;
  if (come[placeOf(set, condition)] === Number.POSITIVE_INFINITY) return;
  for (let at = 0; at < moves.length; at += 1) {
    const rest = set & ~(1 << at);
    if (rest === set || (after[at]! & ~rest) !== 0) continue;
    for (let from = 0; from < conditionCount; from += 1) {
      const { to, cost } = step(weights, moves[at]!, from);
      if (to === condition && come[placeOf(rest, from)]! + cost === come[placeOf(set, condition)]!) found.add(moves[at]!);
    }
  }
}

/** The same of the cluster before one, whose moves have all come. */
function addLastBefore<Event extends TimelineEvent>(search: Search<Event>, at: number, condition: number, found: Set<Event | null>): void {
  const cluster = search.clusters[at - 1];
  if (cluster === undefined) found.add(null);
  else if (cluster.unsearched === null) addLast(search, cluster, cluster.everything, condition, found);
  else {
    const { unsearched } = cluster;
    for (const move of unsearched) if (!unsearched.some((other) => before(whenOf(move), whenOf(other)) === "CERTAIN")) found.add(move);
  }
}

const isArrest = (event: TimelineEvent) => event.type === "ARREST" && event.state !== "REFUTED";

/** Whether an arrest, one of `among` when these are given, followed an event: in every allowed order (CERTAIN), in some, or in none. Of what moved nobody, by the spans alone. */
export function arrestAfter<Event extends TimelineEvent>(
  { events, search, twice }: Timeline<Event>,
  asked: Event,
  among: readonly Event[] = events,
): Answer {
  const event = twice.get(asked) ?? asked;
  const arrests = new Set(among.filter((one) => isArrest(one) && !twice.has(one)));
  const followed = [...arrests].map((arrest) => before(whenOf(event), whenOf(arrest)));
  if (followed.includes("CERTAIN")) return "CERTAIN";
  if (!followed.includes("POSSIBLE")) return "NO";
  const cluster = search.clusters.find(({ moves }) => moves.includes(event));
  if (cluster === undefined || cluster.unsearched !== null) return "POSSIBLE";
  const without = leastWithoutAnyAfter(search, cluster, event, arrests);
  if (without > search.least) return "CERTAIN";
  return someAfter(search, cluster, event, arrests) ? "POSSIBLE" : "NO";
}

function leastWithoutAnyAfter<Event extends TimelineEvent>(
  { weights }: Search<Event>,
  cluster: Cluster<Event>,
  event: Event,
  arrests: ReadonlySet<Event>,
): number {
  const { moves, everything, go } = cluster;
  const come = new Float64Array(cluster.come.length).fill(Number.POSITIVE_INFINITY);
  come.set(cluster.come.subarray(0, conditionCount));
  const mark = 1 << moves.indexOf(event);
  for (let set = 0; set < everything; set += 1) {
    for (const at of nextAfter(cluster, set)) {
      if ((set & mark) !== 0 && arrests.has(moves[at]!)) continue;
      for (let condition = 0; condition < conditionCount; condition += 1) {
        const { to, cost } = step(weights, moves[at]!, condition);
        const place = placeOf(set | (1 << at), to);
        come[place] = Math.min(come[place]!, come[placeOf(set, condition)]! + cost);
      }
    }
  }
  const all = placeOf(everything, 0);
  return Math.min(...come.subarray(all, all + conditionCount).map((cost, condition) => cost + go[all + condition]!));
}

function someAfter<Event extends TimelineEvent>(
  search: Search<Event>,
  cluster: Cluster<Event>,
  event: Event,
  arrests: ReadonlySet<Event>,
): boolean {
  const { moves, everything, come, go } = cluster;
  const mark = 1 << moves.indexOf(event);
  for (let set = mark; set < everything; set += 1) {
    if ((set & mark) === 0) continue;
    for (const at of nextAfter(cluster, set)) {
      if (!arrests.has(moves[at]!)) continue;
      for (let condition = 0; condition < conditionCount; condition += 1) {
        const { to, cost } = step(search.weights, moves[at]!, condition);
        if (search.least === come[placeOf(set, condition)]! + cost + go[placeOf(set | (1 << at), to)]!) return true;
      }
    }
  }
  return false;
}

/** The next arrest after an event, where an arrest certainly followed; null otherwise. Takes the events in the order in which they are told. */
export function rearrestOf<Event extends TimelineEvent>(told: readonly Event[], event: Event): Event | null {
  const timeline = timelineOf(told);
  if (arrestAfter(timeline, event) !== "CERTAIN") return null;
  const mayBe = (later: Event) => isArrest(later) && !timeline.twice.has(later) && before(whenOf(event), whenOf(later)) !== "NO";
  return told.slice(told.indexOf(event) + 1).find(mayBe) ?? null;
}
