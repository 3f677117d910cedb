import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPeople, type HubCount } from "../../../src/domain/reconciliation/hub-count.ts";
import { anyTime, beginningOfTime, instant } from "../../../src/domain/time/compare.ts";
import {
  compare,
  compareNamed,
  currencyOf,
  gapOf,
  incomparabilities,
  personsOf,
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
const nothingBetween = { differ: () => false };
const hub = (lower: number, upper = lower): HubCount => ({ verified: lower, lower, upper, corroborated: 0, reported: 0, contested: 0 });

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
    ["UNIT: a share is no number of people", claim({ unit: "PERCENT" }), question(), ["UNIT"]],
    ["UNIT: families are not prisoners", claim({ unit: "FAMILIES" }), question(), ["UNIT"]],
    ["UNIT: places are not prisoners", held({ unit: "FACILITIES" }), ofHeld, ["UNIT"]],
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
    ["never for an open codebook", claim({ definition: { ...political, politicalOnly: null } }), question(), []],
    ["never for a missing codebook, which is as open", claim({ definition: null }), question(), []],
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
    [
      "never for leaving out short detentions, as the hub does beside it",
      claim({ definition: { ...political, excludesUnderHours: 48 } }),
      question(),
      [],
    ],
    ["WINDOW: since nobody knows when", claim({ periodStart: null }), question(), ["WINDOW"]],
    ["WINDOW: since another day than was asked", claim(), question({ since: at("2026-01-01T04:00:00Z") }), ["WINDOW"]],
    ["WINDOW: since the day before the one that was asked", claim(), question({ since: eighth.latest }), ["WINDOW"]],
    ["never for a window that differs by no event on record", claim(), question({ since: eighth.latest, ...nothingBetween }), []],
    ["never for a beginning that nobody knows, where nothing is on record", claim({ periodStart: null }), question(nothingBetween), []],
    ["never when asked since the beginning of its first day", claim(), question({ since: eighth.earliest }), []],
    ["never when asked since a moment of its first day", claim(), question({ since: at("2026-01-08T20:00:00Z") }), []],
    ["never for a stock without a beginning", held(), question({ metric: "HELD", since: eighth.earliest }), []],
    ["STALE: more than 90 days old", claim(), question({ freshAt: at("2026-04-12T22:00:00.001Z") }), ["STALE"]],
    ["never for being 90 days old", claim(), question({ freshAt: at("2026-04-12T22:00:00Z") }), []],
    ["never for its age when nobody asks as of when", claim({ asOf: instant(at("1999-01-01T00:00:00Z")) }), question(), []],
    ["UNQUANTIFIED: without a number", claim({ qualifier: "UNQUANTIFIED", lower: null, upper: null }), question(), ["UNQUANTIFIED"]],
    ["NOT_DECIDED: nobody has decided on any yet", claim(), question({ decided: false }), ["NOT_DECIDED"]],
    [
      "for all eight at once, in their order",
      claim({
        ...{ metric: "ANNOUNCED", unit: "FAMILIES", measure: "INCREMENT", qualifier: "UNQUANTIFIED", lower: null, upper: null },
        ...{ definition: { ...political, politicalOnly: false }, periodStart: null },
      }),
      question({ freshAt: at("2027-01-01T00:00:00Z"), decided: false }),
      ["METRIC", "UNIT", "MEASURE", "DEFINITION", "WINDOW", "STALE", "UNQUANTIFIED", "NOT_DECIDED"],
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
    METRIC: { claim: { metric: "ANNOUNCED" } },
    UNIT: { claim: { unit: "PERCENT" } },
    NOT_DECIDED: { asked: { decided: false } },
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

describe("the windows between which events on record decide", () => {
  const asked = (facts: CountFacts, since: Date | null) => {
    const windows: object[] = [];
    reasonsAgainst(facts, question({ since, differ: (one, other) => windows.push(one, other) > 0 }));
    return windows;
  };
  it("are the claim's own and the one asked for", () => {
    const since = at("2026-01-01T04:00:00Z");
    expect(asked(claim(), since)).toEqual([windowOf(claim()), { start: instant(since), end: afternoon }]);
  });
  it("are everything and nothing, where the claim states no beginning", () => {
    const unknown = claim({ periodStart: null });
    expect(asked(unknown, null)).toEqual([windowOf(unknown), { start: instant(Number.POSITIVE_INFINITY), end: afternoon }]);
  });
  it("are not asked for where the claim begins as was asked", () => {
    expect(asked(claim(), eighth.earliest)).toEqual([]);
    expect(asked(claim(), null)).toEqual([]);
  });
});

describe("the hub counts beside a claim", () => {
  it("in a window as uncertain as its beginning and its as-of", () => {
    expect(windowOf(claim())).toEqual({ start: eighth, end: afternoon });
  });
  it("from ever, when it states no beginning", () => {
    expect(windowOf(claim({ periodStart: null })).start).toBe(beginningOfTime);
  });
  it.each([
    ["as it says, on a page of the next day", afternoon, instant(at("2026-01-13T10:00:00Z")), afternoon],
    [
      "no later than its page appeared, in the same afternoon",
      afternoon,
      instant(at("2026-01-12T18:00:00Z")),
      { earliest: afternoon.earliest, latest: at("2026-01-12T18:00:00Z") },
    ],
    ["no later than its recording, where nothing else is known", anyTime, anyTime, { earliest: null, latest: at("2026-01-20T00:00:00Z") }],
  ])("up to when it was so: %s", (_, asOf, publishedAt, currency) => {
    const { earliest, latest } = currencyOf(asOf, publishedAt, at("2026-01-20T00:00:00Z"));
    const date = (end: Date | number | null) => (end === null ? null : Number(end));
    expect([date(earliest), date(latest)]).toEqual([date(currency.earliest), date(currency.latest)]);
  });

  it("so that a count of the afternoon agrees with the releases of that afternoon", () => {
    const released = { person: "Enrique", earliest: +afternoon.earliest, latest: +afternoon.latest, state: "VERIFIED" as const };
    const counted = countPeople([released], windowOf(claim()));
    expect(counted).toMatchObject({ lower: 0, upper: 1 });
    for (const number of [0, 1]) expect(compare(claim({ lower: number, upper: number }), counted, question()).verdict).toBe("CONSISTENT");
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
