import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HubCount } from "../../../src/domain/reconciliation/hub-count.ts";
import {
  compare,
  gapOf,
  incomparabilities,
  reasonsAgainst,
  verdictOf,
  windowOf,
  type CountFacts,
  type CountGap,
  type GapVerdict,
  type Incomparability,
  type Question,
} from "../../../src/domain/reconciliation/comparison.ts";

const at = (text: string) => new Date(text);
const eighth = { earliest: at("2026-01-08T04:00:00Z"), latest: at("2026-01-09T04:00:00Z") };
const political = { includesHouseArrest: null, politicalOnly: true, excludesUnderHours: null };

/** Foro Penal's 49 of the afternoon of 12 January, unless a test says otherwise. */
const claim = (said: Partial<CountFacts> = {}): CountFacts => ({
  ...{ metric: "RELEASED", measure: "CUMULATIVE", unit: "PERSONS", qualifier: "EXACT", lower: 49, upper: 49 },
  ...{ asOfSortAt: at("2026-01-12T22:00:00Z"), periodStart: eighth, definition: political },
  ...said,
});
const question = (said: Partial<Question> = {}): Question => ({ metric: "RELEASED", since: null, freshAt: null, ...said });
const hub = (lower: number, upper = lower): HubCount => ({ verified: lower, lower, upper, corroborated: 0, reported: 0 });

describe("a claim is not subtracted", () => {
  const held = (said: Partial<CountFacts> = {}) => claim({ metric: "HELD", measure: "STOCK", periodStart: null, ...said });
  const ofHeld = question({ metric: "HELD" });
  it.each<[string, CountFacts, Question, Incomparability[]]>([
    ["never when it counts what the hub counts", claim(), question(), []],
    ["METRIC: announced is not released", claim({ metric: "ANNOUNCED" }), question(), ["METRIC"]],
    ["METRIC: ordered is not released", claim({ metric: "ORDERED" }), question(), ["METRIC"]],
    [
      "METRIC: nothing at the hub is announced, whoever asks",
      claim({ metric: "ANNOUNCED" }),
      question({ metric: "ANNOUNCED" }),
      ["METRIC"],
    ],
    ["METRIC: a share is no number of people", claim({ unit: "PERCENT" }), question(), ["METRIC"]],
    ["METRIC: families are not prisoners", claim({ unit: "FAMILIES" }), question(), ["METRIC"]],
    ["METRIC: places are not prisoners", held({ unit: "FACILITIES" }), ofHeld, ["METRIC"]],
    ["MEASURE: a stock beside a flow", claim({ measure: "STOCK" }), question(), ["MEASURE"]],
    ["MEASURE: a flow beside a stock", held({ measure: "CUMULATIVE", periodStart: eighth }), ofHeld, ["MEASURE"]],
    ["MEASURE: an increment beside a stock", held({ measure: "INCREMENT", periodStart: eighth }), ofHeld, ["MEASURE"]],
    [
      "MEASURE: an increment since nobody knows when",
      claim({ measure: "INCREMENT", periodStart: null }),
      question(),
      ["MEASURE", "WINDOW"],
    ],
    ["never for being an increment since a known day", claim({ measure: "INCREMENT" }), question(), []],
    ["DEFINITION: whom it counts is left open", claim({ definition: { ...political, politicalOnly: null } }), question(), ["DEFINITION"]],
    ["DEFINITION: not political alone", claim({ definition: { ...political, politicalOnly: false } }), question(), ["DEFINITION"]],
    [
      "DEFINITION: released, with house arrest",
      claim({ definition: { ...political, includesHouseArrest: true } }),
      question(),
      ["DEFINITION"],
    ],
    ["never for releases without house arrest", claim({ definition: { ...political, includesHouseArrest: false } }), question(), []],
    ["DEFINITION: held, without house arrest", held({ definition: { ...political, includesHouseArrest: false } }), ofHeld, ["DEFINITION"]],
    ["never for the held with house arrest", held({ definition: { ...political, includesHouseArrest: true } }), ofHeld, []],
    ["DEFINITION: short detentions left out", claim({ definition: { ...political, excludesUnderHours: 48 } }), question(), ["DEFINITION"]],
    ["never for leaving out those under no hours", claim({ definition: { ...political, excludesUnderHours: 0 } }), question(), []],
    ["WINDOW: since nobody knows when", claim({ periodStart: null }), question(), ["WINDOW"]],
    ["WINDOW: since another day than was asked", claim(), question({ since: at("2026-01-01T04:00:00Z") }), ["WINDOW"]],
    ["WINDOW: since the day before the one that was asked", claim(), question({ since: eighth.latest }), ["WINDOW"]],
    ["never when asked since the beginning of its first day", claim(), question({ since: eighth.earliest }), []],
    ["never when asked since a moment of its first day", claim(), question({ since: at("2026-01-08T20:00:00Z") }), []],
    ["never for a stock without a beginning", held(), question({ metric: "HELD", since: eighth.earliest }), []],
    ["STALE: more than 90 days old", claim(), question({ freshAt: at("2026-04-12T22:00:00.001Z") }), ["STALE"]],
    ["never for being 90 days old", claim(), question({ freshAt: at("2026-04-12T22:00:00Z") }), []],
    ["never for its age when nobody asks as of when", claim({ asOfSortAt: at("1999-01-01T00:00:00Z") }), question(), []],
    ["UNQUANTIFIED: without a number", claim({ qualifier: "UNQUANTIFIED", lower: null, upper: null }), question(), ["UNQUANTIFIED"]],
    [
      "for all six at once, in their order",
      claim({
        ...{ metric: "ANNOUNCED", measure: "INCREMENT", qualifier: "UNQUANTIFIED", lower: null, upper: null },
        ...{ definition: { ...political, politicalOnly: null }, periodStart: null },
      }),
      question({ freshAt: at("2027-01-01T00:00:00Z") }),
      ["METRIC", "MEASURE", "DEFINITION", "WINDOW", "STALE", "UNQUANTIFIED"],
    ],
  ])("%s", (_, facts, asked, reasons) => {
    expect(reasonsAgainst(facts, asked)).toEqual(reasons);
    const { comparable, gap, verdict } = compare(facts, hub(3), asked);
    expect({ comparable, subtracted: gap !== null, judged: verdict !== null }).toEqual({
      comparable: reasons.length === 0,
      subtracted: reasons.length === 0,
      judged: reasons.length === 0,
    });
  });

  // One change each, that gives one reason and touches no other.
  const changes: Record<Incomparability, { claim?: Partial<CountFacts>; asked?: Partial<Question> }> = {
    METRIC: { claim: { unit: "PERCENT" } },
    MEASURE: { claim: { measure: "STOCK" } },
    DEFINITION: { claim: { definition: { ...political, politicalOnly: false } } },
    WINDOW: { asked: { since: at("2025-01-01T00:00:00Z") } },
    STALE: { asked: { freshAt: at("2027-01-01T00:00:00Z") } },
    UNQUANTIFIED: { claim: { qualifier: "UNQUANTIFIED", lower: null, upper: null } },
  };
  it("for exactly the reasons that hold, whichever they are together", () => {
    fc.assert(
      fc.property(fc.subarray([...incomparabilities]), (reasons) => {
        const facts = claim(Object.assign({}, ...reasons.map((reason) => changes[reason].claim)));
        const asked = question(Object.assign({}, ...reasons.map((reason) => changes[reason].asked)));
        expect(reasonsAgainst(facts, asked)).toEqual(reasons);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the hub counts beside a claim", () => {
  it("from the beginning of its period to the latest moment at which it can have been so", () => {
    expect(windowOf(claim())).toEqual({ since: Date.parse("2026-01-08T04:00:00Z"), until: Date.parse("2026-01-12T22:00:00Z") });
  });
  it("from ever, when its period has no beginning", () => {
    expect(windowOf(claim({ periodStart: null })).since).toBeNull();
    expect(windowOf(claim({ periodStart: { earliest: null, latest: eighth.latest } })).since).toBeNull();
  });
});

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
    expect(gapOf(bounds, count)).toEqual(gap);
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
    expect(verdictOf({ lower: null, upper: null }, "RANGE")).toBe("CONSISTENT");
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
      if (qualifier === "EXACT" || qualifier === "ABOUT") return { qualifier, lower, upper: lower, least: lower, most: lower };
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
        expect(compare(claim(bounds), count, question()).verdict === "CONSISTENT").toBe(canBeEqual);
      }),
      { numRuns: 2000 },
    );
  });
});
