/**
 * The hub's own count: how many people the records place inside a window. A documented minimum: only people whose names are known, and whose events are certain to lie inside, are in
 * `verified`. Pure.
 */
import type { VerificationState } from "../../db/generated/prisma/enums.ts";

/** Something that happened to a person at some moment from `earliest` up to, not including, `latest`; null is unbounded. */
export type Happening = {
  readonly person: string;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly state: VerificationState;
};

/** From `since` (null: from the beginning) up to `until`, in milliseconds since 1970. */
export type Window = { readonly since: number | null; readonly until: number };

export type HubCount = {
  /** Distinct people with a VERIFIED event that lies certainly inside. */
  readonly verified: number;
  /** Bounds over the events that straddle an edge of the window: `lower` without them (the same as `verified`), `upper` with them. */
  readonly lower: number;
  readonly upper: number;
  /** Distinct people who are not in `verified`, with an event of that state certainly inside. */
  readonly corroborated: number;
  readonly reported: number;
};

/** Whether a span lies certainly inside the window. What ends at its end lies inside: spans are half-open. */
export function certainlyInside({ earliest, latest }: Happening, { since, until }: Window): boolean {
  return latest !== null && latest <= until && (since === null || (earliest !== null && earliest >= since));
}

/** Whether some moment of a span lies inside the window. */
export function possiblyInside(happening: Happening, window: Window): boolean {
  if (certainlyInside(happening, window)) return true;
  const { earliest, latest } = happening;
  const { since, until } = window;
  const instant = earliest !== null && earliest === latest;
  const beginsBefore = earliest === null || (instant ? earliest <= until : earliest < until);
  const endsAfter = since === null || latest === null || (instant ? latest >= since : latest > since);
  return beginsBefore && endsAfter;
}

/** Counts people, each once however many events they have. Refuted events are nobody's. */
export function countPeople(happenings: Iterable<Happening>, window: Window): HubCount {
  const [certain, possible, corroborated, reported] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const happening of happenings) {
    const { person, state } = happening;
    if (state === "VERIFIED") {
      if (certainlyInside(happening, window)) certain.add(person);
      else if (possiblyInside(happening, window)) possible.add(person);
    } else if ((state === "CORROBORATED" || state === "REPORTED") && certainlyInside(happening, window)) {
      (state === "CORROBORATED" ? corroborated : reported).add(person);
    }
  }
  const beyond = (people: ReadonlySet<string>, ...counted: ReadonlySet<string>[]) =>
    [...people].filter((person) => !counted.some((set) => set.has(person))).length;
  return {
    verified: certain.size,
    lower: certain.size,
    upper: certain.size + beyond(possible, certain),
    corroborated: beyond(corroborated, certain),
    reported: beyond(reported, certain, corroborated),
  };
}
