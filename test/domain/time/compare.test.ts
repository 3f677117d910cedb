import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anyTime,
  before,
  elapsed,
  happenedBy,
  instant,
  noLaterThan,
  sortingMoment,
  spanning,
  within,
  type Answer,
  type Bounds,
} from "../../../src/domain/time/compare.ts";

const span = (earliest: number | null, latest: number | null): Bounds => ({ earliest, latest });

// A time line of whole numbers, wide enough that an open end reaches beyond every closed one.
const [beginning, end] = [-2, 10];
const number = fc.integer({ min: 0, max: 8 });
const bounded = fc
  .tuple(number, number)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));
const anySpan = fc.oneof(
  bounded,
  number.map(instant),
  number.map((to) => span(null, to)),
  number.map((from) => span(from, null)),
  fc.constant(anyTime),
);

/** Every moment at which a span may lie: an instant at its own; a stretch at quarters, so that several moments fit between two numbers. */
function momentsOf({ earliest, latest }: Bounds): number[] {
  const [from, to] = [Number(earliest ?? beginning), Number(latest ?? end)];
  if (from === to) return [from];
  return Array.from({ length: (to - from) * 4 - 1 }, (_, at) => from + (at + 1) / 4);
}
const answerOf = (truths: readonly boolean[]): Answer => (truths.every(Boolean) ? "CERTAIN" : truths.some(Boolean) ? "POSSIBLE" : "NO");

describe("the table of the three questions", () => {
  it.each<[string, Answer, Answer]>([
    ["ended before the moment", happenedBy(span(1, 3), 5), "CERTAIN"],
    ["ended at the moment, which is not in it", happenedBy(span(1, 3), 3), "CERTAIN"],
    ["holds the moment", happenedBy(span(1, 3), 2), "POSSIBLE"],
    ["begins at the moment", happenedBy(span(1, 3), 1), "NO"],
    ["is that instant", happenedBy(instant(3), 3), "CERTAIN"],
    ["is an instant just after", happenedBy(instant(3), 2), "NO"],
    ["is open towards the past, and holds it", happenedBy(span(null, 3), -1_000_000), "POSSIBLE"],
    ["is open towards the future", happenedBy(span(1, null), 1_000_000), "POSSIBLE"],
    ["is not known at all", happenedBy(anyTime, 5), "POSSIBLE"],
    ["ended when the other began", before(span(1, 3), span(3, 4)), "CERTAIN"],
    ["overlaps the other", before(span(1, 3), span(2, 4)), "POSSIBLE"],
    ["began when the other ended", before(span(3, 4), span(1, 3)), "NO"],
    ["is the same instant", before(instant(3), instant(3)), "POSSIBLE"],
    ["is the instant at which the other begins", before(instant(3), span(3, 4)), "CERTAIN"],
    ["lies inside the window", within(span(2, 3), instant(1), instant(4)), "CERTAIN"],
    ["begins with the window, and ends with it", within(span(1, 4), instant(1), instant(4)), "CERTAIN"],
    ["is the very instant at which the window begins, which is not in it", within(instant(1), instant(1), instant(4)), "NO"],
    ["is the very instant at which the window ends, which is in it", within(instant(4), instant(1), instant(4)), "CERTAIN"],
    ["reaches over its end", within(span(2, 5), instant(1), instant(4)), "POSSIBLE"],
    ["begins when it ends", within(span(4, 5), instant(1), instant(4)), "NO"],
    ["is of unknown date", within(anyTime, instant(1), instant(4)), "POSSIBLE"],
    ["lies in the afternoon of the count", within(span(5, 6), instant(1), span(4, 8)), "POSSIBLE"],
    ["lies on the day with which the count begins", within(span(2, 3), span(1, 4), instant(9)), "POSSIBLE"],
    ["lies between the two days", within(span(4, 5), span(1, 4), span(5, 9)), "CERTAIN"],
    ["lies in a window without a beginning", within(span(4, 5), span(null, null), instant(9)), "POSSIBLE"],
  ])("a span that %s: %s", (_, answer, expected) => {
    expect(answer).toBe(expected);
  });
});

describe("the algebra agrees with the enumeration of instants:", () => {
  it("had it happened by a moment, or by a span?", () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, by) => {
        const truths = momentsOf(a).flatMap((moment) => momentsOf(by).map((limit) => moment <= limit));
        // Two stretches can always fall either way where they overlap, however coarse the grid.
        expect(happenedBy(a, by)).toBe(answerOf(truths));
      }),
      { numRuns: 2000 },
    );
  });

  it("did the one come before the other?", () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const orders = momentsOf(a).flatMap((moment) => momentsOf(b).map((other) => Math.sign(other - moment)));
        const expected = orders.every((order) => order > 0) ? "CERTAIN" : orders.every((order) => order < 0) ? "NO" : "POSSIBLE";
        expect(before(a, b)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it("was it inside the window?", () => {
    fc.assert(
      fc.property(anySpan, anySpan, anySpan, (a, start, finish) => {
        const truths = momentsOf(a).flatMap((moment) =>
          momentsOf(start).flatMap((begin) => momentsOf(finish).map((stop) => begin < moment && moment <= stop)),
        );
        expect(within(a, start, finish)).toBe(answerOf(truths));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the algebra", () => {
  const opposite = { CERTAIN: "NO", NO: "CERTAIN", POSSIBLE: "POSSIBLE" } as const;
  it("is antisymmetric: what came before came not after", () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        expect(before(b, a)).toBe(opposite[before(a, b)]);
      }),
    );
  });

  it("is transitive where it is certain", () => {
    fc.assert(
      fc.property(anySpan, anySpan, anySpan, (a, b, c) => {
        fc.pre(before(a, b) === "CERTAIN" && before(b, c) === "CERTAIN");
        expect(before(a, c)).toBe("CERTAIN");
      }),
    );
  });

  it("never takes back: what had happened had happened later too", () => {
    const order = ["NO", "POSSIBLE", "CERTAIN"];
    fc.assert(
      fc.property(anySpan, number, number, (a, one, other) => {
        const [first, second] = [happenedBy(a, Math.min(one, other)), happenedBy(a, Math.max(one, other))];
        expect(order.indexOf(second)).toBeGreaterThanOrEqual(order.indexOf(first));
      }),
    );
  });

  it("says the same of dates as of milliseconds", () => {
    const dated = (of: Bounds) => ({
      earliest: of.earliest === null ? null : new Date(of.earliest),
      latest: of.latest === null ? null : new Date(of.latest),
    });
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        expect([before(dated(a), dated(b)), happenedBy(dated(a), new Date(3))]).toEqual([before(a, b), happenedBy(a, 3)]);
      }),
    );
  });
});

describe("what is reckoned from spans", () => {
  it("is as long as the farthest and the nearest moments allow", () => {
    expect(elapsed(span(1, 2), span(4, 5))).toEqual({ lower: 2, upper: 4 });
    expect(elapsed(span(null, 2), span(1, null))).toEqual({ lower: 0, upper: null });
  });

  it("is so no later than the page on which it stands", () => {
    expect(noLaterThan(span(3, 9), span(5, 6))).toEqual(span(3, 6));
    expect(noLaterThan(span(3, 4), span(1, 9))).toEqual(span(3, 4));
    expect(noLaterThan(span(7, 9), span(5, 6))).toEqual(span(6, 6));
    expect(noLaterThan(anyTime, span(5, 6))).toEqual(span(null, 6));
  });

  it("spans several: from the first moment of any to the last, open where one of them is", () => {
    expect(spanning([span(3, 5), span(1, 4)])).toEqual(span(1, 5));
    expect(spanning([span(3, 5), span(null, 4)])).toEqual(span(null, 5));
    expect(spanning([span(3, null), span(1, 4)])).toEqual(span(1, null));
  });

  it("sorts by the earliest moment at which it can have been so, no later than it was recorded", () => {
    const day = (date: number) => new Date(Date.UTC(2026, 0, date));
    const [january, the24th, recorded] = [{ earliest: day(1), latest: day(32) }, { earliest: day(24), latest: day(25) }, day(30)];
    expect(+sortingMoment(january, recorded)).toBeLessThan(+sortingMoment(the24th, recorded));
    expect(+sortingMoment(anyTime, recorded)).toBeLessThan(+sortingMoment(january, recorded));
    expect(sortingMoment({ earliest: day(40), latest: day(41) }, recorded)).toEqual(recorded);
  });
});
