/** How old people are at a moment, as a `where` on them: certainly, by their birth or by the age that an event tells of them. Pure. */
import { visibleWhere, type Viewer } from "../viewer.ts";
import type { Clocks } from "../history/known-at.ts";
import { knownEvent } from "../history/published-records.ts";

export type AgeAsked = { readonly minAge: number | null; readonly maxAge: number | null };
/** No age beyond it is asked of anybody. */
export const mostYears = 120;

const yearsBefore = (moment: Date, years: number) => {
  const before = new Date(moment);
  before.setUTCFullYear(moment.getUTCFullYear() - years);
  return before;
};

/**
 * People who are certainly at least, or at most, so many whole years old at a moment. Somebody who was 58 at an arrest two years before is 60 at least, and who was 58 two years after is 58 at most.
 */
export function ageWhere(viewer: Viewer, { minAge, maxAge }: AgeAsked, asOf: Date, clocks: Clocks) {
  const told = (alternatives: object[]) => ({
    events: { some: { AND: [visibleWhere(viewer), { mergedIntoId: null }, knownEvent(viewer, clocks), { OR: alternatives }] } },
  });
  const years = (most: number) => Array.from({ length: most + 1 }, (_, passed) => passed);
  return [
    ...(minAge === null
      ? []
      : [
          {
            OR: [
              { birthLatest: { lte: yearsBefore(asOf, minAge) } },
              told(years(minAge).map((passed) => ({ age: { gte: minAge - passed }, whenLatest: { lte: yearsBefore(asOf, passed) } }))),
            ],
          },
        ]),
    ...(maxAge === null
      ? []
      : [
          {
            OR: [
              { birthEarliest: { gt: yearsBefore(asOf, maxAge + 1) } },
              told(years(maxAge).map((passed) => ({ age: { lte: maxAge - passed }, whenEarliest: { gte: yearsBefore(asOf, passed) } }))),
            ],
          },
        ]),
  ];
}
