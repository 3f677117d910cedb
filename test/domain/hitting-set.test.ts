import fc from "fast-check";
import { expect, it } from "vitest";
import { smallestHittingSet } from "../../src/domain/hitting-set.ts";

const compare = (a: number, b: number) => a - b;

/** All subsets, one by one. */
function bruteForce(sets: readonly (readonly number[])[], of: number): number {
  const sizes = Array.from({ length: 2 ** of }, (_, subset) => subset).filter((subset) =>
    sets.every((set) => set.some((element) => (subset & (1 << element)) !== 0)),
  );
  return Math.min(...sizes.map((subset) => subset.toString(2).replaceAll("0", "").length));
}

const anySets = (of: number, most: number) => fc.array(fc.uniqueArray(fc.nat(of - 1), { minLength: 1, maxLength: 4 }), { maxLength: most });

it("as few as all subsets tried say, and the chosen ones explain every set", () => {
  fc.assert(
    fc.property(anySets(8, 10), (sets) => {
      const { size, chosen } = smallestHittingSet(sets, compare);
      expect(size).toBe(bruteForce(sets, 8));
      expect(chosen).toHaveLength(size);
      for (const set of sets) expect(set.some((element) => chosen.includes(element))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it("the same ones are chosen whatever the order", () => {
  fc.assert(
    fc.property(anySets(8, 10), (sets) => {
      const turned = sets.map((set) => set.toReversed()).toReversed();
      expect(smallestHittingSet(turned, compare)).toEqual(smallestHittingSet(sets, compare));
    }),
  );
});

it("where there are too many to try, never more than are needed, and whatever the order", () => {
  // A ring of pairs, of which every second element is needed.
  const ring = Array.from({ length: 30 }, (_, index) => [index, (index + 1) % 30]);
  const { size } = smallestHittingSet(ring, compare);
  expect(size).toBe(15);
  const star = Array.from({ length: 30 }, (_, index) => [index + 1, 0]);
  expect(smallestHittingSet(star, compare).size).toBe(1);
  fc.assert(
    fc.property(anySets(20, 14), fc.nat(19), (sets, every) => {
      const joined = [...sets, Array.from({ length: 20 }, (_, index) => (index + every) % 20)];
      const { size: found } = smallestHittingSet(joined, compare);
      expect(found).toBeLessThanOrEqual(joined.length);
      expect(smallestHittingSet(joined.toReversed(), compare).size).toBe(found);
    }),
    { numRuns: 50 },
  );
});

it("of nothing is nothing", () => {
  expect(smallestHittingSet([], compare)).toEqual({ size: 0, chosen: [] });
});
