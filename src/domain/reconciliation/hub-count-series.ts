/** The hub's own count over time: one sweep for all moments, however many they are. Pure. */
import { instant, type Bounds } from "../time/compare.ts";
import { certainlyInside, possiblyInside, type Happening, type HubCount } from "./hub-count.ts";

/** From when on a person counts among what; a place in the list of moments, `never` behind its end. */
type Turns = { VERIFIED: number; CORROBORATED: number; REPORTED: number; CONTESTED: number; possible: number };

/** `countPeople` in the windows from `start` to each of the moments, oldest first. What lies in one of these windows lies in each that ends later. */
export function countPeopleAtEach(happenings: Iterable<Happening>, start: Bounds, moments: readonly Date[]): HubCount[] {
  const never = moments.length;
  const windows = moments.map((moment) => ({ start, end: instant(moment) }));
  const people = new Map<string, Turns>();
  for (const happening of happenings) {
    const { person, state } = happening;
    if (state === "REFUTED") continue;
    const turns = people.get(person) ?? { VERIFIED: never, CORROBORATED: never, REPORTED: never, CONTESTED: never, possible: never };
    people.set(person, turns);
    turns[state] = Math.min(
      turns[state],
      firstWhere(windows, (window) => certainlyInside(happening, window)),
    );
    if (state === "VERIFIED")
      turns.possible = Math.min(
        turns.possible,
        firstWhere(windows, (window) => possiblyInside(happening, window)),
      );
  }
  const rises = moments.map(() => ({ verified: 0, upper: 0, corroborated: 0, reported: 0, contested: 0 }));
  for (const { VERIFIED, CORROBORATED, REPORTED, CONTESTED, possible } of people.values()) {
    rise("verified", VERIFIED, never);
    rise("upper", possible, never);
    rise("corroborated", CORROBORATED, VERIFIED);
    rise("reported", REPORTED, Math.min(VERIFIED, CORROBORATED));
    rise("contested", CONTESTED, Math.min(VERIFIED, CORROBORATED, REPORTED));
  }
  const sum = { verified: 0, upper: 0, corroborated: 0, reported: 0, contested: 0 };
  return rises.map((by) => {
    for (const part of Object.keys(sum) as (keyof typeof sum)[]) sum[part] += by[part];
    return { ...sum, lower: sum.verified };
  });

  function rise(part: keyof (typeof rises)[number], from: number, until: number): void {
    if (from >= until) return;
    rises[from]![part] += 1;
    if (until < never) rises[until]![part] -= 1;
  }
}

/** The place of the first for which it is so, of a list where it is so from some place on. */
function firstWhere<Item>(items: readonly Item[], isSo: (item: Item) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isSo(items[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
