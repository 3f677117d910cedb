import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPeople, type HubCount } from "../../../src/domain/reconciliation/hub-count.ts";
import { anyTime, beginningOfTime, instant } from "../../../src/domain/time/compare.ts";
import {
  compare,
  currencyOf,
  incomparabilities,
  reasonsAgainst,
  windowOf,
  type CountFacts,
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
    BREAKDOWN: { asked: { told: false } },
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
