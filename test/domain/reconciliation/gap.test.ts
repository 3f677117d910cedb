import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HubCount } from "../../../src/domain/reconciliation/hub-count.ts";
import {
  compare,
  compareNamed,
  gapOf,
  personsOf,
  verdictOf,
  type CountFacts,
  type CountGap,
  type GapVerdict,
  type Question,
} from "../../../src/domain/reconciliation/comparison.ts";

const at = (text: string) => new Date(text);
const eighth = { earliest: at("2026-01-08T04:00:00Z"), latest: at("2026-01-09T04:00:00Z") };
const afternoon = { earliest: at("2026-01-12T16:00:00Z"), latest: at("2026-01-12T22:00:00Z") };
const political = { includesHouseArrest: null, politicalOnly: true, excludesUnderHours: null };

/** Foro Penal's 49 of the afternoon of 12 January, unless a test says otherwise. */
const claim = (said: Partial<CountFacts> = {}): CountFacts => ({
  ...{ metric: "RELEASED", measure: "CUMULATIVE", unit: "PERSONS", qualifier: "EXACT", lower: 49, upper: 49 },
  ...{ asOf: afternoon, periodStart: eighth, definition: political },
  ...said,
});
const question = (said: Partial<Question> = {}): Question => ({
  ...{ metric: "RELEASED", since: null, freshAt: null, decided: true, differ: () => true },
  ...said,
});
const hub = (lower: number, upper = lower): HubCount => ({ verified: lower, lower, upper, corroborated: 0, reported: 0, contested: 0 });

describe("the gap is the claim less the hub's count", () => {
  it.each<[string, { lower: number | null; upper: number | null }, HubCount, CountGap]>([
    ["of two exact numbers", { lower: 49, upper: 49 }, hub(3), { lower: 46, upper: 46 }],
    ["of an exact number and a hub that is not sure", { lower: 11, upper: 11 }, hub(0, 3), { lower: 8, upper: 11 }],
    ["of a range", { lower: 130, upper: 150 }, hub(3, 4), { lower: 126, upper: 147 }],
    ["unbounded above where the claim is", { lower: 800, upper: null }, hub(3, 4), { lower: 796, upper: null }],
    ["unbounded below where the claim is", { lower: null, upper: 116 }, hub(3, 4), { lower: null, upper: 113 }],
    ["unbounded on both sides where the claim is", { lower: null, upper: null }, hub(3), { lower: null, upper: null }],
    ["negative where the hub knows more", { lower: 2, upper: 2 }, hub(3), { lower: -1, upper: -1 }],
    ["of zero, which is a number", { lower: 0, upper: 0 }, hub(0), { lower: 0, upper: 0 }],
  ])("%s", (_, bounds, count, gap) => {
    expect(gapOf({ qualifier: "RANGE", ...bounds }, count)).toEqual({ ...gap, approximate: false });
  });
});

describe("the verdict", () => {
  type Case = [qualifier: CountFacts["qualifier"], lower: number | null, upper: number | null, HubCount, GapVerdict];
  it.each<Case>([
    ["EXACT", 3, 3, hub(3), "CONSISTENT"],
    ["EXACT", 4, 4, hub(3), "CLAIM_EXCEEDS"],
    ["EXACT", 2, 2, hub(3), "HUB_EXCEEDS"],
    ["EXACT", 4, 4, hub(3, 4), "CONSISTENT"],
    ["EXACT", 0, 0, hub(0), "CONSISTENT"],
    ["EXACT", 0, 0, hub(1), "HUB_EXCEEDS"],
    ["EXACT", 0, 0, hub(0, 1), "CONSISTENT"],
    ["ABOUT", 3, 3, hub(3), "CONSISTENT"],
    ["ABOUT", 170, 170, hub(3), "CLAIM_EXCEEDS"],
    ["ABOUT", 2, 2, hub(3), "HUB_EXCEEDS"],
    ["RANGE", 2, 4, hub(3), "CONSISTENT"],
    ["RANGE", 3, 4, hub(3), "CONSISTENT"],
    ["RANGE", 4, 9, hub(3), "CLAIM_EXCEEDS"],
    ["RANGE", 1, 2, hub(3), "HUB_EXCEEDS"],
    ["AT_LEAST", 3, null, hub(3), "CONSISTENT"],
    ["AT_LEAST", 4, null, hub(3), "CLAIM_EXCEEDS"],
    ["AT_LEAST", 1, null, hub(3), "CONSISTENT"],
    ["MORE_THAN", 2, null, hub(3), "CONSISTENT"],
    // More than three are at least four.
    ["MORE_THAN", 3, null, hub(3), "CLAIM_EXCEEDS"],
    ["MORE_THAN", 4, null, hub(3), "CLAIM_EXCEEDS"],
    ["MORE_THAN", 3, null, hub(3, 4), "CONSISTENT"],
    ["MORE_THAN", 0, null, hub(0), "CLAIM_EXCEEDS"],
    ["AT_MOST", null, 3, hub(3), "CONSISTENT"],
    ["AT_MOST", null, 2, hub(3), "HUB_EXCEEDS"],
    ["AT_MOST", null, 116, hub(3), "CONSISTENT"],
    ["AT_MOST", null, 0, hub(0), "CONSISTENT"],
    ["FEWER_THAN", null, 4, hub(3), "CONSISTENT"],
    // Fewer than three are at most two.
    ["FEWER_THAN", null, 3, hub(3), "HUB_EXCEEDS"],
    ["FEWER_THAN", null, 2, hub(3), "HUB_EXCEEDS"],
    ["FEWER_THAN", null, 3, hub(2, 3), "CONSISTENT"],
    ["FEWER_THAN", null, 1, hub(0), "CONSISTENT"],
  ])("%s from %s to %s, the hub's %j: %s", (qualifier, lower, upper, count, verdict) => {
    expect(compare(claim({ qualifier, lower, upper }), count, question()).verdict).toBe(verdict);
  });

  it("of an unbounded gap is that nothing contradicts", () => {
    expect(verdictOf({ lower: null, upper: null })).toBe("CONSISTENT");
  });
});

describe("persons are whole:", () => {
  it.each<[CountFacts["qualifier"], number | null, number | null, CountGap]>([
    ["MORE_THAN", 200, null, { lower: 201, upper: null }],
    ["FEWER_THAN", null, 20, { lower: null, upper: 19 }],
    ["EXACT", 49, 49, { lower: 49, upper: 49 }],
    ["ABOUT", 50, 50, { lower: 45, upper: 55, approximate: true }],
    ["ABOUT", 3, 3, { lower: 3, upper: 3, approximate: true }],
  ])("%s from %s to %s", (qualifier, lower, upper, persons) => {
    expect(personsOf({ qualifier, lower, upper })).toEqual(persons);
  });

  it("a verdict on about so many is marked", () => {
    expect(compare(claim({ qualifier: "ABOUT", lower: 50, upper: 50 }), hub(45), question())).toMatchObject({
      ...{ verdict: "CONSISTENT", gap: { lower: 0, upper: 10, approximate: true } },
    });
  });
});

describe("a sum that agrees", () => {
  const agrees = compare(claim({ lower: 2, upper: 2 }), hub(2), question());
  it.each<[number, number, GapVerdict]>([
    [0, 0, "CONSISTENT"],
    [1, 0, "CONSISTENT"],
    [0, 1, "CONSISTENT"],
    [1, 1, "DIFFERENT_PEOPLE"],
  ])("over %d of theirs alone and %d of ours alone is %s", (theirs, ours, verdict) => {
    expect(compareNamed(agrees, theirs, ours)).toMatchObject({ verdict, gap: { lower: 0, upper: 0 } });
  });
});

describe("whatever is true within the bounds", () => {
  // What a number can be that a source words so: for MORE_THAN from one above its lower bound.
  const claimed = fc
    .tuple(
      fc.constantFrom<CountFacts["qualifier"]>("EXACT", "ABOUT", "RANGE", "AT_LEAST", "MORE_THAN", "AT_MOST", "FEWER_THAN"),
      fc.nat(50),
      fc.nat(20),
    )
    .map(([qualifier, lower, width]) => {
      if (qualifier === "ABOUT") {
        const [least, most] = [Math.ceil(lower * 0.9), Math.floor(lower * 1.1)];
        return { qualifier, lower, upper: lower, least, most };
      }
      if (qualifier === "EXACT") return { qualifier, lower, upper: lower, least: lower, most: lower };
      if (qualifier === "RANGE") return { qualifier, lower, upper: lower + width, least: lower, most: lower + width };
      if (qualifier === "AT_LEAST") return { qualifier, lower, upper: null, least: lower, most: lower + 200 };
      if (qualifier === "MORE_THAN") return { qualifier, lower, upper: null, least: lower + 1, most: lower + 200 };
      if (qualifier === "AT_MOST") return { qualifier, lower: null, upper: lower, least: 0, most: lower };
      return { qualifier, lower: null, upper: lower + 1, least: 0, most: lower };
    });
  const counted = fc.tuple(fc.nat(50), fc.nat(10)).map(([lower, more]) => hub(lower, lower + more));
  const between = (least: number, most: number, share: number) => least + Math.round(share * (most - least));
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  it("the true difference lies in the gap, and no verdict denies it", () => {
    fc.assert(
      fc.property(claimed, counted, share, share, ({ least, most, ...bounds }, count, one, other) => {
        const difference = between(least, most, one) - between(count.lower, count.upper, other);
        const { gap, verdict } = compare(claim(bounds), count, question());
        expect(gap!.lower ?? -Infinity).toBeLessThanOrEqual(difference);
        expect(gap!.upper ?? Infinity).toBeGreaterThanOrEqual(difference);
        if (verdict === "CLAIM_EXCEEDS") expect(difference).toBeGreaterThan(0);
        if (verdict === "HUB_EXCEEDS") expect(difference).toBeLessThan(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("an excess is told wherever equality is impossible", () => {
    fc.assert(
      fc.property(claimed, counted, ({ least, most, ...bounds }, count) => {
        const unbounded = bounds.upper === null;
        const canBeEqual = least <= count.upper && (unbounded || most >= count.lower);
        const { verdict, gap } = compare(claim(bounds), count, question());
        expect(verdict === "CONSISTENT").toBe(canBeEqual);
        expect((gap!.lower ?? 0) <= 0 && (gap!.upper ?? 0) >= 0).toBe(canBeEqual);
      }),
      { numRuns: 2000 },
    );
  });
});
