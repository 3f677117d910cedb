/** What the rule of timelines must agree with: every instant of every event on a small time line, and every order of them, one by one. Written without the rule's own automaton. */
import { statusAfter, placeAfter } from "../../../src/domain/timeline/custody.ts";
import { movesPerson } from "../../../src/domain/timeline/event-effect.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";

/** An event with whole numbers of milliseconds for times. */
export type Small = TimelineEvent;

// An open end reaches a little beyond every closed one, and beyond every moment that is asked about.
const [beginning, end] = [-2, 7];

/** The moments at which an event may have happened. Halves, so that events fit between two whole numbers, in any order: several may share one. */
function momentsOf({ whenEarliest, whenLatest }: Small): number[] {
  const [from, to] = [whenEarliest?.getTime() ?? beginning, whenLatest?.getTime() ?? end];
  if (from === to) return [from];
  return Array.from({ length: (to - from) * 2 - 1 }, (_, at) => from + (at + 1) / 2);
}

export type Lived = { readonly order: readonly Small[]; readonly at: ReadonlyMap<Small, number> };

/** Every life that the spans allow: who moved when, and in which order where two moments are the same. */
export function* livesOf(moves: readonly Small[]): Generator<Lived> {
  function* grow(order: readonly Small[], at: ReadonlyMap<Small, number>, left: readonly Small[], from: number): Generator<Lived> {
    if (left.length === 0) yield { order, at };
    for (const next of left) {
      for (const moment of momentsOf(next)) {
        if (moment < from) continue;
        const rest = left.filter((other) => other !== next);
        yield* grow([...order, next], new Map([...at, [next, moment]]), rest, moment);
      }
    }
  }
  yield* grow([], new Map(), moves, Number.NEGATIVE_INFINITY);
}

/** Unrecorded steps, each counted twice, so that an arrest that comes late can count once. */
export function gapsIn(order: readonly Small[]): number {
  let gaps = 0;
  let custody: "free" | "held" | "taken" | "unknown" | "dead" = "free";
  for (const { type, state } of order) {
    if (custody === "dead") gaps += 1000;
    if (type === "ARREST") {
      if (custody === "held") gaps += 2;
      if (custody === "taken") gaps += 1;
      custody = "held";
    } else if (type === "RELEASE" || type === "DEATH") {
      if (custody === "free" || custody === "taken") gaps += 2;
      custody = type === "DEATH" ? "dead" : state === "CONTESTED" ? "unknown" : "free";
    } else if (custody !== "held") custody = custody === "free" || custody === "taken" ? "taken" : "held";
  }
  return custody === "taken" ? gaps + 2 : gaps;
}

/** The lives of those orders that leave the fewest gaps. */
export function allowedLives(events: readonly Small[]): Lived[] {
  const lives = [...livesOf(events.filter(movesPerson))].map((life) => ({ life, gaps: gapsIn(life.order) }));
  const least = Math.min(...lives.map(({ gaps }) => gaps));
  return lives.filter(({ gaps }) => gaps === least).map(({ life }) => life);
}

/** The last move of each allowed life by a moment. */
export function lastMoves(lives: readonly Lived[], moment: number): Set<Small | null> {
  return new Set(lives.map(({ order, at }) => order.findLast((event) => at.get(event)! <= moment) ?? null));
}

export const statusesOf = (last: ReadonlySet<Small | null>) =>
  new Set([...last].map((event) => (event === null ? "UNKNOWN" : statusAfter(event))));
export const placesOf = (last: ReadonlySet<Small | null>) => new Set([...last].map((event) => (event === null ? null : placeAfter(event))));
