/**
 * The hub's own count: how many people the records place inside a window. A documented minimum: only people whose names are known, and whose events are certain to lie inside, are in
 * `verified`. Pure.
 */
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { within, type Bounds } from "../time/compare.ts";
import { lasted, type Detention } from "./detention-length.ts";

/** Something that happened to a person at some moment from `earliest` up to, not including, `latest`; null is unbounded. */
export type Happening = {
  readonly person: string;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly state: VerificationState;
  /** The detention that it began or ended; null, or not given, when that is not known. */
  readonly detention?: Detention | null;
};

/** After `start`, up to and including `end`; both may be known in part only. */
export type Window = { readonly start: Bounds; readonly end: Bounds };

export type HubCount = {
  /** Distinct people with a VERIFIED event that lies certainly inside, in the smallest window that the claim allows. */
  readonly verified: number;
  /** Bounds over what the times of events and window leave open: `lower` without it (the same as `verified`), `upper` with whoever may lie inside the largest window. */
  readonly lower: number;
  readonly upper: number;
  /** Distinct people who are not in `verified`, with an event of that state certainly inside. */
  readonly corroborated: number;
  readonly reported: number;
  readonly contested: number;
};

export const nobody: HubCount = { verified: 0, lower: 0, upper: 0, corroborated: 0, reported: 0, contested: 0 };

export const certainlyInside = (happening: Bounds, { start, end }: Window) => within(happening, start, end) === "CERTAIN";
export const possiblyInside = (happening: Bounds, { start, end }: Window) => within(happening, start, end) !== "NO";

/** Whether something on record lies otherwise in one window than in the other. */
export function differBetween(happenings: Iterable<Omit<Happening, "person">>, one: Window, other: Window): boolean {
  for (const happening of happenings)
    if (happening.state !== "REFUTED" && within(happening, one.start, one.end) !== within(happening, other.start, other.end)) return true;
  return false;
}

/** Somebody who belongs to what is counted by an event in a state, certainly or possibly. */
export type Counted = { readonly person: string; readonly state: VerificationState; readonly certain: boolean };

/** Counts people, each once however many events they have. Refuted events are nobody's. What began or ended a detention of certainly less than `hours` is left out, of perhaps less is not certain. */
export function countPeople(happenings: Iterable<Happening>, window: Window, hours = 0): HubCount {
  const counted: Counted[] = [];
  for (const happening of happenings) {
    const { person, state } = happening;
    const long = lasted(happening.detention ?? null, hours, window.end);
    if (long !== "NO" && possiblyInside(happening, window))
      counted.push({ person, state, certain: long === "CERTAIN" && certainlyInside(happening, window) });
  }
  return countEach(counted);
}

/** Each person in the best that is known of them. */
export function countEach(counted: Iterable<Counted>): HubCount {
  const people = {
    VERIFIED: new Set<string>(),
    CORROBORATED: new Set<string>(),
    REPORTED: new Set<string>(),
    CONTESTED: new Set<string>(),
  };
  const possible = new Set<string>();
  for (const { person, state, certain } of counted) {
    if (state === "REFUTED") continue;
    if (certain) people[state].add(person);
    if (state === "VERIFIED") possible.add(person);
  }
  const { VERIFIED: verified, CORROBORATED: corroborated, REPORTED: reported, CONTESTED: contested } = people;
  const beyond = (some: ReadonlySet<string>, ...others: ReadonlySet<string>[]) =>
    [...some].filter((person) => !others.some((set) => set.has(person))).length;
  return {
    ...{ verified: verified.size, lower: verified.size, upper: possible.size },
    corroborated: beyond(corroborated, verified),
    reported: beyond(reported, verified, corroborated),
    contested: beyond(contested, verified, corroborated, reported),
  };
}
