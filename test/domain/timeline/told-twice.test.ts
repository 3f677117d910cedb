/** One happening told twice: two records of one person were merged, and both tell of it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { custodyAt } from "../../../src/domain/timeline/custody.ts";
import { doorOf } from "../../../src/domain/custody/revolving-door.ts";
import { spellsOf } from "../../../src/domain/custody/spells.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";
import { rearrestOf, tell } from "../../../src/domain/timeline/timeline.ts";
import { mayBeOne, toldTwice } from "../../../src/domain/timeline/told-twice.ts";

const at = (day: number | null) => (day === null ? null : new Date(Date.UTC(2026, 0, day)));
let count = 0;
const event = (record: string, type: TimelineEvent["type"], from: number | null, to: number | null, more: Partial<TimelineEvent> = {}) => ({
  ...{
    id: String((count += 1)),
    type,
    whenEarliest: at(from),
    whenLatest: at(to),
    facilityId: null,
    place: null,
    admin1: null,
    locality: null,
  },
  ...{ stage: type === "RELEASE" ? ("EFFECTED" as const) : null, outcome: null, conditions: [], state: "REPORTED" as const },
  ...{ statedDetaineeId: record, ...more },
});

describe("two events may be one", () => {
  const arrest = event("a", "ARREST", 8, 10, { facilityId: "rodeo" });
  it.each<[what: string, other: Partial<TimelineEvent>, mayBe: boolean]>([
    ["of the same days and place", {}, true],
    ["of days that overlap", { whenEarliest: at(9), whenLatest: at(12) }, true],
    ["of a month around them", { whenEarliest: at(1), whenLatest: at(32) }, true],
    ["of a time that is not known", { whenEarliest: null, whenLatest: null }, true],
    ["of the day after", { whenEarliest: at(10), whenLatest: at(11) }, false],
    ["of the day before", { whenEarliest: at(7), whenLatest: at(8) }, false],
    ["at a place that is not known", { facilityId: null }, true],
    ["at a town, in which the facility may lie", { facilityId: null, place: "Guatire" }, true],
    ["at another facility", { facilityId: "helicoide" }, false],
    ["of another kind", { type: "TRANSFER" }, false],
    ["of which one is refuted", { state: "REFUTED" }, false],
    ["of which one is contested", { state: "CONTESTED" }, true],
  ])("%s", (_what, other, mayBe) => {
    expect(mayBeOne(arrest, { ...arrest, ...other })).toBe(mayBe);
    expect(mayBeOne({ ...arrest, ...other }, arrest)).toBe(mayBe);
  });

  it.each<[one: string | null, other: string | null, mayBe: boolean]>([
    ["Caracas", "Caracas, Distrito Capital", true],
    ["CARACAS", "caracas", true],
    ["Caracas", "Valencia", false],
    ["Caracas", "place not known", true],
    ["Caracas", null, true],
  ])("in words, %s and %s", (one, other, mayBe) => {
    const [here, there] = [one, other].map((place) => ({ ...arrest, facilityId: null, place }));
    expect(mayBeOne(here!, there!)).toBe(mayBe);
  });

  it("an announced release and an effected one are two steps", () => {
    const effected = event("a", "RELEASE", 8, 10);
    expect(mayBeOne(effected, { ...effected, stage: "ANNOUNCED" })).toBe(false);
  });
});

it("what is told twice counts once, in the best state that it is told in; what one record tells twice it means twice", () => {
  const [one, other] = [event("a", "ARREST", 8, 10), event("b", "ARREST", 9, 11, { state: "VERIFIED" })];
  expect([...toldTwice([one, other])]).toEqual([[one, other]]);
  expect(toldTwice([one, { ...other, statedDetaineeId: "a" }]).size).toBe(0);
  // Each of two arrests that one record tells may be the third one: that counts with one of them, and they stay two.
  const [first, second, third] = [event("a", "ARREST", 5, 6), event("a", "ARREST", 8, 9), event("b", "ARREST", 1, 20)];
  expect([...toldTwice([third, second, first]).keys()]).toEqual([third]);
});

it("a merged person's arrest and release, told by both records, are one finished spell and no revolving door", () => {
  const ofOne = [event("a", "ARREST", 5, 7, { facilityId: "rodeo" }), event("a", "RELEASE", 8, 10)];
  const ofOther = [event("b", "ARREST", 6, 8), event("b", "RELEASE", 7, 12, { state: "CORROBORATED" })];
  const told = tell([...ofOther, ...ofOne]);
  expect(told).toHaveLength(4);
  const spells = spellsOf(told);
  expect(spells.map(({ end, events }) => [end, events.length])).toEqual([["RELEASED", 4]]);
  expect(told.map((release) => rearrestOf(told, release))).toEqual([null, null, null, null]);
  expect(custodyAt(told, at(13)!)).toMatchObject({ status: "RELEASED", possible: ["RELEASED"], state: "CORROBORATED" });
  expect(doorOf(told, { since: at(1), until: at(20)!, place: null })).toEqual({ released: "CERTAIN", rearrested: "NO" });
});

const history = fc.array(
  fc.record({
    type: fc.constantFrom("ARREST" as const, "RELEASE" as const, "TRANSFER" as const, "DEATH" as const),
    from: fc.integer({ min: 1, max: 9 }),
    days: fc.integer({ min: 1, max: 4 }),
    facilityId: fc.constantFrom("rodeo", "helicoide"),
    state: fc.constantFrom("REPORTED" as const, "CORROBORATED" as const, "VERIFIED" as const),
  }),
  { maxLength: 5 },
);
const asked = [1, 3, 5, 7, 9, 12].map((day) => at(day)!);
const adding = (told: readonly TimelineEvent[]) => ({
  statuses: asked.map((moment) => custodyAt(told, moment).possible),
  spells: spellsOf(told).map(({ end }) => end),
  door: doorOf(told, { since: at(2), until: at(9)!, place: null }),
});

it("a second record that tells each step again changes nothing, in whatever order they come and whatever their ids are", () => {
  fc.assert(
    fc.property(history, fc.integer(), (steps, seed) => {
      const ofOne = steps.map(({ type, from, days, ...more }) => event("a", type, from, from + days, more));
      // Told again by whoever knew less.
      const again = ofOne.map((step) => ({ ...step, id: `z${step.id}`, statedDetaineeId: "b", state: "REPORTED" as const }));
      const alone = adding(tell(ofOne));
      const both = fc.sample(fc.shuffledSubarray([...ofOne, ...again], { minLength: ofOne.length * 2 }), { numRuns: 1, seed })[0]!;
      expect(adding(tell(both))).toEqual(alone);
      expect(adding(tell(both.map((step) => ({ ...step, id: `${100 - Number(step.id.replace("z", ""))}${step.id}` }))))).toEqual(alone);
    }),
    { numRuns: 150 },
  );
});
