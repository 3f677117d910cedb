import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginningOfTime, instant } from "../../../src/domain/time/compare.ts";
import {
  certainlyInside,
  countPeople,
  differBetween,
  possiblyInside,
  type Happening,
  type HubCount,
  type Window,
} from "../../../src/domain/reconciliation/hub-count.ts";

type State = Happening["state"];
const happened = (earliest: number | null, latest: number | null, state: State = "VERIFIED", person = "Enrique"): Happening => ({
  ...{ person, earliest, latest, state },
});
const count = (said: Partial<HubCount>): HubCount => ({
  verified: 0,
  lower: 0,
  upper: 0,
  corroborated: 0,
  reported: 0,
  contested: 0,
  ...said,
});

const from10to20: Window = { start: instant(10), end: instant(20) };
const until20: Window = { start: beginningOfTime, end: instant(20) };

describe("a span", () => {
  it.each<[string, number | null, number | null, Window, "certainly" | "possibly" | "not"]>([
    ["within the window", 12, 15, from10to20, "certainly"],
    ["that fills the window: half-open, it ends where the window ends", 10, 20, from10to20, "certainly"],
    ["that straddles the beginning", 9, 11, from10to20, "possibly"],
    ["that straddles the end", 19, 21, from10to20, "possibly"],
    ["that straddles both", 5, 25, from10to20, "possibly"],
    ["that ends where the window begins: its last moment was before", 5, 10, from10to20, "not"],
    ["that begins where the window ends", 20, 25, from10to20, "not"],
    ["before the window", 1, 5, from10to20, "not"],
    ["after the window", 25, 30, from10to20, "not"],
    ["that is an instant within", 15, 15, from10to20, "certainly"],
    ["that is the instant after which the window begins", 10, 10, from10to20, "not"],
    ["that is the instant at which the window ends", 20, 20, from10to20, "certainly"],
    ["that is the instant before it", 9, 9, from10to20, "not"],
    ["that is the instant after it", 21, 21, from10to20, "not"],
    ["without a beginning, that ends within", null, 15, from10to20, "possibly"],
    ["without a beginning, that ends where the window begins", null, 10, from10to20, "not"],
    ["without an end, that begins within", 15, null, from10to20, "possibly"],
    ["without an end, that begins where the window ends", 20, null, from10to20, "not"],
    ["of which nothing is known", null, null, from10to20, "possibly"],
    ["however early, in a window without a beginning", -1000, 20, until20, "certainly"],
    ["without a beginning, in a window without one", null, 20, until20, "certainly"],
    ["without an end, in a window without a beginning", 5, null, until20, "possibly"],
    ["that straddles the end of a window without a beginning", 19, 21, until20, "possibly"],
    ["after the end of a window without a beginning", 20, 21, until20, "not"],
    ["of which nothing is known, in a window without a beginning", null, null, until20, "possibly"],
  ])("%s", (_, earliest, latest, window, inside) => {
    const happening = happened(earliest, latest);
    expect(certainlyInside(happening, window)).toBe(inside === "certainly");
    expect(possiblyInside(happening, window)).toBe(inside !== "not");
  });
});

describe("two windows differ", () => {
  const since = (start: number): Window => ({ start: instant(start), end: instant(20) });
  const everything: Window = until20;
  const nothing: Window = { start: instant(Number.POSITIVE_INFINITY), end: instant(20) };
  it.each<[string, Happening[], Window, Window, boolean]>([
    ["not where nothing is on record", [], since(5), since(10), false],
    ["not by what lies inside both", [happened(11, 12)], since(5), since(10), false],
    ["not by what lies inside neither", [happened(21, 22)], since(5), since(10), false],
    ["by what lies inside one of them", [happened(6, 7)], since(5), since(10), true],
    ["by what lies certainly in the one and perhaps in the other", [happened(9, 11)], since(5), since(10), true],
    ["by what was only reported", [happened(6, 7, "REPORTED")], since(5), since(10), true],
    ["not by what was refuted", [happened(6, 7, "REFUTED")], since(5), since(10), false],
    ["as everything and nothing by anything before the end", [happened(1, 2)], everything, nothing, true],
    ["as everything and nothing by what may have come before the end", [happened(null, null)], everything, nothing, true],
    ["not as everything and nothing by what came after the end", [happened(21, 22)], everything, nothing, false],
  ])("%s", (_, happenings, one, other, differ) => {
    expect(differBetween(happenings, one, other)).toBe(differ);
    expect(differBetween(happenings, other, one)).toBe(differ);
  });
});

describe("where short detentions are left out, the hub counts", () => {
  const hours = (count: number) => count * 3_600_000;
  const released = (arrested: number | null, freed: number, state: State = "VERIFIED"): Happening => ({
    ...happened(hours(freed), hours(freed), state),
    detention: {
      began: arrested === null ? null : instant(hours(arrested)),
      ended: instant(hours(freed)),
      within: arrested === null ? [] : [instant(hours(arrested))],
    },
  });
  const ever: Window = { start: beginningOfTime, end: instant(hours(1000)) };
  it.each<[string, Happening, number, Partial<HubCount>]>([
    ["a long one", released(0, 48), 48, { verified: 1, lower: 1, upper: 1 }],
    ["not a short one", released(0, 47), 48, {}],
    ["a short one where none are left out", released(0, 1), 0, { verified: 1, lower: 1, upper: 1 }],
    ["one without an arrest on record as perhaps long enough", released(null, 48), 48, { upper: 1 }],
    ["one of which nothing is known as perhaps long enough", happened(0, 1), 48, { upper: 1 }],
    ["a long one that is only reported", released(0, 48, "REPORTED"), 48, { reported: 1 }],
    ["not a short one that is only reported", released(0, 4, "REPORTED"), 48, {}],
  ])("%s", (_, happening, leftOut, counted) => {
    expect(countPeople([happening], ever, leftOut)).toEqual(count(counted));
  });
});

describe("the hub counts", () => {
  const other = (earliest: number, latest: number, state: State) => happened(earliest, latest, state, "Biagio");
  it.each<[string, Happening[], Partial<HubCount>]>([
    ["nobody where nothing happened", [], {}],
    ["a verified event inside", [happened(11, 12)], { verified: 1, lower: 1, upper: 1 }],
    ["a verified event that straddles the end in upper alone", [happened(19, 21)], { upper: 1 }],
    ["a verified event that straddles the beginning in upper alone", [happened(9, 11)], { upper: 1 }],
    ["a verified event of unknown time in upper alone", [happened(null, null)], { upper: 1 }],
    ["a verified event outside not at all", [happened(21, 22)], {}],
    ["two people as two", [happened(11, 12), other(11, 12, "VERIFIED")], { verified: 2, lower: 2, upper: 2 }],
    ["one person released twice once", [happened(11, 12), happened(13, 14)], { verified: 1, lower: 1, upper: 1 }],
    ["one person inside and astride once", [happened(19, 21), happened(11, 12)], { verified: 1, lower: 1, upper: 1 }],
    ["one person twice astride once", [happened(9, 11), happened(19, 21)], { upper: 1 }],
    ["one inside and another astride", [happened(11, 12), other(19, 21, "VERIFIED")], { verified: 1, lower: 1, upper: 2 }],
    ["a corroborated event beside the verified", [happened(11, 12, "CORROBORATED")], { corroborated: 1 }],
    ["a reported event beside the verified", [happened(11, 12, "REPORTED")], { reported: 1 }],
    ["a corroborated event astride not at all", [happened(19, 21, "CORROBORATED")], {}],
    ["a reported event astride not at all", [happened(9, 11, "REPORTED")], {}],
    ["a contested event beside the verified", [happened(11, 12, "CONTESTED")], { contested: 1 }],
    ["a contested event astride not at all", [happened(19, 21, "CONTESTED")], {}],
    ["a refuted event not at all", [happened(11, 12, "REFUTED")], {}],
    [
      "a verified person not again as corroborated",
      [happened(11, 12), happened(13, 14, "CORROBORATED")],
      { verified: 1, lower: 1, upper: 1 },
    ],
    ["a verified person not again as reported", [happened(13, 14, "REPORTED"), happened(11, 12)], { verified: 1, lower: 1, upper: 1 }],
    ["a corroborated person not again as reported", [happened(11, 12, "REPORTED"), happened(13, 14, "CORROBORATED")], { corroborated: 1 }],
    [
      "each of three people in the best that is known of them",
      [happened(11, 12), other(11, 12, "CORROBORATED"), happened(11, 12, "REPORTED", "Rocío")],
      { verified: 1, lower: 1, upper: 1, corroborated: 1, reported: 1 },
    ],
    ["a refuted release beside a later verified one", [happened(11, 12, "REFUTED"), happened(13, 14)], { verified: 1, lower: 1, upper: 1 }],
  ])("%s", (_, happenings, expected) => {
    expect(countPeople(happenings, from10to20)).toEqual(count(expected));
  });
});

describe("whatever the true moments were", () => {
  // Edges lie on even numbers and true moments between them, so that no moment is an edge.
  const edge = fc.integer({ min: 0, max: 10 }).map((n) => n * 2);
  const span = fc
    .tuple(fc.option(edge), fc.option(fc.integer({ min: 1, max: 6 })))
    .map(([earliest, length]) => ({ earliest, latest: length === null ? null : (earliest ?? 0) + length * 2 }));
  const person = fc.record({
    span,
    name: fc.constantFrom("a", "b", "c"),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    state: fc.constantFrom<State>("VERIFIED", "VERIFIED", "CORROBORATED", "REPORTED", "CONTESTED", "REFUTED"),
  });
  const window = fc.tuple(fc.option(edge), edge).map(([since, length]) => ({ since, until: (since ?? 0) + length }));
  const windowFrom = ({ since, until }: { since: number | null; until: number }): Window => ({
    start: since === null ? beginningOfTime : instant(since),
    end: instant(until),
  });
  const momentIn = ({ earliest, latest }: { earliest: number | null; latest: number | null }, at: number) => {
    const [from, to] = [earliest ?? Math.min(0, latest ?? 0) - 20, latest ?? Math.max(20, earliest ?? 0) + 20];
    return from + 1 + 2 * Math.floor(at * ((to - from) / 2 - 1));
  };

  it("the true number of verified people lies from lower to upper", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), window, (people, asked) => {
        const happenings = people.map(({ span: when, name, state }) => ({ person: name, state, ...when }));
        const inside = people.filter(({ state, span: when, at }) => {
          const moment = momentIn(when, at);
          return state === "VERIFIED" && moment < asked.until && (asked.since === null || moment > asked.since);
        });
        const truly = new Set(inside.map(({ name }) => name)).size;
        const { lower, upper, verified } = countPeople(happenings, windowFrom(asked));
        expect(lower).toBeLessThanOrEqual(truly);
        expect(truly).toBeLessThanOrEqual(upper);
        expect(verified).toBe(lower);
      }),
      { numRuns: 2000 },
    );
  });

  it("the order in which they are told changes nothing", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), window, (people, asked) => {
        const happenings = people.map(({ span: when, name, state }) => ({ person: name, state, ...when }));
        expect(countPeople(happenings.toReversed(), windowFrom(asked))).toEqual(countPeople(happenings, windowFrom(asked)));
      }),
    );
  });
});
