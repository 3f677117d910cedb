/** Parts that exceed their whole: counts of one source that cannot all be so. They are kept and flagged, never mended. Pure. */
import { decodeBreakdown } from "../counting/breakdown.ts";
import { asPublished, personsOf, type CountFacts } from "../reconciliation/comparison.ts";

type Numbers = Pick<CountFacts, "metric" | "measure" | "unit" | "qualifier" | "lower" | "upper">;
export type CountPart = Numbers & {
  readonly breakdown: readonly string[];
  readonly place: readonly string[];
  readonly facilityId: string | null;
};

/**
 * By how much the parts of a total are at least more than it is at most; null where they are not. Parts that divide it in another way (by sex, by place) are added up each for themselves, and each part once, at its
 * highest.
 */
export function excessOf(whole: Numbers, parts: readonly CountPart[]): number | null {
  const { upper } = personsOf(whole);
  if (upper === null) return null;
  const alike = parts.filter(({ metric, measure, unit }) => metric === whole.metric && measure === whole.measure && unit === whole.unit);
  const excesses = [...Map.groupBy(alike, divisionOf).values()].map((division) => {
    const least = [...Map.groupBy(division, nameOf).values()].map((told) => Math.max(...told.map((part) => personsOf(part).lower ?? 0)));
    return asPublished(least.reduce((sum, one) => sum + one, 0) - upper);
  });
  const most = Math.max(0, ...excesses);
  return most > 0 ? most : null;
}

/** In which way a part divides its whole. */
const divisionOf = ({ breakdown, place, facilityId }: CountPart) =>
  [
    ...breakdown.map(decodeBreakdown).map(({ dimension, name }) => name ?? dimension),
    place.length > 0 || facilityId !== null ? "in a place" : "",
  ].join("|");
const nameOf = ({ breakdown, place, facilityId }: CountPart) => JSON.stringify([breakdown, place, facilityId]);
