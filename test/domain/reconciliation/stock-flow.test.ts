import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountGap } from "../../../src/domain/reconciliation/comparison.ts";
import { balancesOf, type Balance, type FlowClaim } from "../../../src/domain/reconciliation/stock-flow.ts";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const span = (from: number, to = from) => ({ earliest: day(from), latest: day(to) });
const exactly = (number: number): CountGap => ({ lower: number, upper: number });
const atLeast = (number: number): CountGap => ({ lower: number, upper: null });
const unstated = atLeast(0);
const unbounded: CountGap = { lower: null, upper: null };

let counter = 0;
const claim = (
  metric: FlowClaim["metric"],
  measure: FlowClaim["measure"],
  on: number,
  bounds: CountGap,
  said: Partial<FlowClaim> = {},
): FlowClaim => ({
  ...{ id: `${metric} ${on} ${(counter += 1)}`, metric, measure, unit: "PERSONS", qualifier: "RANGE", ...bounds },
  ...{
    currentAt: day(on),
    asOf: { earliest: day(on), latest: day(on) },
    publishedBy: day(on),
    recordedAt: day(on),
    periodStart: null,
    definition: null,
    definitionId: null,
  },
  ...said,
});
const held = (on: number, bounds: CountGap | number, said: Partial<FlowClaim> = {}) =>
  claim("HELD", "STOCK", on, typeof bounds === "number" ? exactly(bounds) : bounds, said);
const total = (metric: "ARRESTED" | "RELEASED" | "DIED", on: number, bounds: CountGap | number, said: Partial<FlowClaim> = {}) =>
  claim(metric, "CUMULATIVE", on, typeof bounds === "number" ? exactly(bounds) : bounds, { periodStart: span(1), ...said });
const increment = (metric: "ARRESTED" | "RELEASED" | "DIED", on: number, bounds: CountGap | number) =>
  claim(metric, "INCREMENT", on, typeof bounds === "number" ? exactly(bounds) : bounds);

const only = (claims: FlowClaim[]): Balance => {
  const balances = balancesOf(claims);
  expect(balances).toHaveLength(1);
  return balances[0]!;
};
const allFlows = (on: number, released: number, arrested: number, died: number) => [
  ...[total("RELEASED", on, released), total("ARRESTED", on, arrested), total("DIED", on, died)],
];

describe("the residual", () => {
  it("is nothing where the numbers explain each other: 863 less 49 released and 1 dead, and 7 arrested, is 820", () => {
    const { residual, missing, held: change, flows } = only([held(1, 863), held(12, 820), ...allFlows(12, 49, 7, 1)]);
    expect({ change, flows, residual, missing }).toEqual({
      change: exactly(-43),
      flows: { RELEASED: exactly(49), ARRESTED: exactly(7), DIED: exactly(1) },
      residual: exactly(0),
      missing: [],
    });
  });

  it("is what they leave unexplained: 30 more held than that", () => {
    expect(only([held(1, 863), held(12, 850), ...allFlows(12, 49, 7, 1)]).residual).toEqual(exactly(30));
  });

  it("is negative where more are gone than the source tells", () => {
    expect(only([held(1, 863), held(12, 800), ...allFlows(12, 49, 7, 1)]).residual).toEqual(exactly(-20));
  });

  it("has the bounds of all that goes in", () => {
    const released = total("RELEASED", 12, { lower: 130, upper: 150 });
    const arrested = total("ARRESTED", 12, 0);
    const { residual } = only([held(1, 863), held(12, { lower: 800, upper: 1200 }), released, arrested, total("DIED", 12, 1)]);
    // −63 to 337, plus 130 to 150 released, plus one dead.
    expect(residual).toEqual({ lower: 68, upper: 488 });
  });

  it("is unbounded above where the later stock is", () => {
    expect(only([held(1, 863), held(12, atLeast(800)), ...allFlows(12, 49, 7, 1)]).residual).toEqual({
      lower: -63 + 49 - 7 + 1,
      upper: null,
    });
  });

  it("is a lower bound where arrests alone are stated, and who came out is not", () => {
    const { residual, missing } = only([held(1, 863), held(12, 820), total("ARRESTED", 12, 7)]);
    expect({ residual, missing }).toEqual({ residual: atLeast(-50), missing: ["RELEASED", "DIED"] });
  });

  it("is an upper bound where arrests alone are not stated", () => {
    const { residual, missing } = only([held(1, 863), held(12, 820), total("RELEASED", 12, 49), total("DIED", 12, 1)]);
    expect({ residual, missing }).toEqual({ residual: { lower: null, upper: 7 }, missing: ["ARRESTED"] });
  });

  it("is unbounded where no flow is stated", () => {
    const { residual, flows, missing } = only([held(1, 863), held(12, 820)]);
    expect({ residual, flows, missing }).toEqual({
      residual: unbounded,
      flows: { ARRESTED: unstated, RELEASED: unstated, DIED: unstated },
      missing: ["ARRESTED", "RELEASED", "DIED"],
    });
  });
});

describe("how many went by between two stocks", () => {
  const released = (...claims: FlowClaim[]) => {
    const { flows, missing } = only([held(5, 100), held(12, 90), ...claims]);
    return { flow: flows.RELEASED, stated: !missing.includes("RELEASED") };
  };
  it.each<[string, FlowClaim[], CountGap | null]>([
    ["is not stated where nothing is said of it", [], null],
    ["is the growth of a cumulative series", [total("RELEASED", 5, 41), total("RELEASED", 12, 49)], exactly(8)],
    [
      "has the bounds of that growth",
      [total("RELEASED", 5, { lower: 40, upper: 42 }), total("RELEASED", 12, { lower: 49, upper: 73 })],
      { lower: 7, upper: 33 },
    ],
    [
      "is never less than nobody",
      [total("RELEASED", 5, { lower: 40, upper: 50 }), total("RELEASED", 12, { lower: 45, upper: 60 })],
      { lower: 0, upper: 20 },
    ],
    ["is unbounded where that growth is", [total("RELEASED", 5, 41), total("RELEASED", 12, atLeast(49))], atLeast(8)],
    ["is a fall, unclamped, where the source has revised itself", [total("RELEASED", 5, 50), total("RELEASED", 12, 45)], exactly(-5)],
    ["is not stated by a series that has not moved on", [total("RELEASED", 4, 41)], null],
    ["is not stated by a series that goes on only later", [total("RELEASED", 13, 49)], null],
    ["is a count that begins with the first stock", [total("RELEASED", 12, 49, { periodStart: span(5) })], exactly(49)],
    ["is a count that may begin with the first stock", [total("RELEASED", 12, 49, { periodStart: span(4, 6) })], exactly(49)],
    ["is at least a count that begins later", [total("RELEASED", 12, 49, { periodStart: span(8, 9) })], atLeast(49)],
    ["is not stated by a count that begins before", [total("RELEASED", 12, 49)], null],
    ["is not stated by a count that begins nobody knows when", [total("RELEASED", 12, 49, { periodStart: null })], null],
    ["is the increments between", [increment("RELEASED", 8, 3), increment("RELEASED", 12, 4)], exactly(7)],
    [
      "has the bounds of the increments",
      [increment("RELEASED", 8, { lower: 3, upper: 5 }), increment("RELEASED", 12, 4)],
      { lower: 7, upper: 9 },
    ],
    ["is unbounded where an increment is", [increment("RELEASED", 8, atLeast(3)), increment("RELEASED", 12, 4)], atLeast(7)],
    ["leaves out increments before and at the first stock", [increment("RELEASED", 4, 9), increment("RELEASED", 5, 9)], null],
    ["leaves out increments after the second", [increment("RELEASED", 13, 9)], null],
    [
      "prefers a whole series to increments",
      [total("RELEASED", 5, 41), total("RELEASED", 12, 49), increment("RELEASED", 8, 3)],
      exactly(8),
    ],
    ["does not take one series for another", [total("RELEASED", 5, 41), total("RELEASED", 12, 49, { definitionId: "other" })], null],
    ["does not take one beginning for another", [total("RELEASED", 5, 41), total("RELEASED", 12, 49, { periodStart: span(2) })], null],
    ["is not told by shares", [total("RELEASED", 5, 10, { unit: "PERCENT" }), total("RELEASED", 12, 20, { unit: "PERCENT" })], null],
    ["is not told by words for numbers", [total("RELEASED", 5, 41), total("RELEASED", 12, unbounded, { qualifier: "UNQUANTIFIED" })], null],
  ])("%s", (_, claims, flow) => {
    expect(released(...claims)).toEqual({ flow: flow ?? unstated, stated: flow !== null });
  });
});

describe("balances", () => {
  const pairs = (claims: FlowClaim[]) => {
    const names = new Map(claims.map(({ id, currentAt }) => [id, currentAt.getUTCDate()]));
    return balancesOf(claims).map(({ fromId, toId }) => [names.get(fromId), names.get(toId)]);
  };
  it.each<[string, FlowClaim[], [number, number][]]>([
    ["are none of one stock", [held(1, 863)], []],
    [
      "are between each two that follow each other, oldest first",
      [held(12, 820), held(1, 863), held(5, 850)],
      [
        [1, 5],
        [5, 12],
      ],
    ],
    ["are within one definition", [held(1, 863), held(5, 1000, { definitionId: "other" }), held(12, 820)], [[1, 12]]],
    ["are never between two of one moment", [held(5, 863), held(5, 820)], []],
    ["leave out places and families", [held(1, 863), held(5, 90, { unit: "FACILITIES" }), held(12, 820)], [[1, 12]]],
    ["leave out words for numbers", [held(1, 863), held(5, unbounded, { qualifier: "UNQUANTIFIED" }), held(12, 820)], [[1, 12]]],
    ["are of stocks, not of what was ever held", [held(1, 863), held(12, 820, { measure: "CUMULATIVE" })], []],
  ])("%s", (_, claims, expected) => {
    expect(pairs(claims)).toEqual(expected);
  });
});

describe("whatever is true within the bounds of all claims", () => {
  const around = (truth: number, [below, above]: [number | null, number | null]): CountGap => ({
    lower: below === null ? null : Math.max(0, truth - below),
    upper: above === null ? null : truth + above,
  });
  const slack = fc.option(fc.nat(10));
  const vague = fc.tuple(slack, slack);
  const flow = fc.record({
    before: fc.nat(50),
    between: fc.nat(50),
    told: fc.constantFrom<"series" | "whole" | "increments" | "later" | "not">("series", "whole", "increments", "later", "not"),
    vague: fc.tuple(vague, vague),
  });

  it("the true residual lies within its bounds, where the flows are told as of the stocks", () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), vague, vague, flow, flow, flow, (first, second, one, other, arrested, released, died) => {
        const claims = [held(5, around(first, one)), held(12, around(second, other))];
        for (const [metric, { before, between, told, vague: known }] of Object.entries({
          ARRESTED: arrested,
          RELEASED: released,
          DIED: died,
        })) {
          const of = metric as "ARRESTED" | "RELEASED" | "DIED";
          const half = Math.floor(between / 2);
          if (told === "series") claims.push(total(of, 5, around(before, known[0])), total(of, 12, around(before + between, known[1])));
          if (told === "whole") claims.push(total(of, 12, around(between, known[0]), { periodStart: span(5) }));
          if (told === "increments")
            claims.push(increment(of, 8, around(half, known[0])), increment(of, 12, around(between - half, known[1])));
          if (told === "later") claims.push(total(of, 12, around(half, known[0]), { periodStart: span(8, 9) }));
        }
        const { residual, held: change, flows } = only(claims);
        const truth = second - first - (arrested.between - released.between - died.between);
        for (const [{ lower, upper }, value] of [
          [residual, truth],
          [change, second - first],
          [flows.ARRESTED, arrested.between],
          [flows.RELEASED, released.between],
          [flows.DIED, died.between],
        ] as const) {
          expect(lower ?? -Infinity).toBeLessThanOrEqual(value);
          expect(upper ?? Infinity).toBeGreaterThanOrEqual(value);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
