/** Of whom it is certain that they are held so: what may be otherwise is in neither answer. */
import { expect, test } from "vitest";
import { custodyAt } from "../../../src/domain/timeline/custody.ts";
import { isHeldAs, type HeldAsked } from "../../../src/domain/custody/held.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";

const day = (of: number) => new Date(Date.UTC(2026, 0, of));
/** Something that happened between the beginnings of two days of January. */
const step = (type: TimelineEvent["type"], from: number, to: number, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...{ id: `${type} ${from}`, type, whenEarliest: day(from), whenLatest: day(to), facilityId: null, conditions: [], outcome: null },
  ...{ stage: type === "RELEASE" ? ("EFFECTED" as const) : null, state: "VERIFIED", admin1: null, locality: null, ...more },
});
const arrest = step("ARREST", 1, 2, { facilityId: "a prison" });

type Row = [title: string, events: TimelineEvent[], asked: Partial<HeldAsked>, answer: boolean];
const rows: Row[] = [
  ["29 days from the end of the day of the arrest", [arrest], { minDaysHeld: 29 }, true],
  ["30 are not certain", [arrest], { minDaysHeld: 30 }, false],
  ["nobody knows since when", [step("LOCATED", 1, 2)], { minDaysHeld: 1 }, false],
  ["who is free is held for no time", [arrest, step("RELEASE", 3, 4)], { minDaysHeld: 0 }, false],
  ["nothing says that there was a charge", [arrest], { charged: false }, true],
  ["a charge is one", [arrest, step("CHARGE", 3, 4)], { charged: true }, true],
  ["a refuted charge is none", [arrest, step("CHARGE", 3, 4, { state: "REFUTED" })], { charged: false }, true],
  ["one that may be yet to come is not certain", [arrest, step("CHARGE", 30, 35)], { charged: true }, false],
  ["and that there is none is not certain either", [arrest, step("CHARGE", 30, 35)], { charged: false }, false],
  [
    "one of an earlier detention is not of this",
    [arrest, step("CHARGE", 3, 4), step("RELEASE", 5, 6), step("ARREST", 10, 11)],
    { charged: false },
    true,
  ],
  ["a sentence that has ended", [arrest, step("SENTENCE", 3, 4, { id: "ends 20" })], { sentenceOver: true }, true],
  ["one that ends later", [arrest, step("SENTENCE", 3, 4, { id: "ends 40" })], { sentenceOver: true }, false],
  ["one of which nobody knows the end", [arrest, step("SENTENCE", 3, 4, { id: "for life" })], { sentenceOver: true }, false],
  [
    "the longer of two",
    [arrest, step("SENTENCE", 3, 4, { id: "ends 20" }), step("SENTENCE", 5, 6, { id: "ends 40" })],
    { sentenceOver: false },
    true,
  ],
  ["nobody was sentenced", [arrest], { sentenceOver: false }, true],
  ["a facility is a place", [arrest], { placeKnown: true }, true],
  ["so are words", [step("ARREST", 1, 2, { place: "a flat" })], { placeKnown: true }, true],
  ["nothing says where", [step("ARREST", 1, 2)], { placeKnown: false }, true],
  ["who has disappeared is nowhere", [arrest, step("DISAPPEARANCE", 5, 6)], { placeKnown: false }, true],
  [
    "one of two places that may be the last",
    [step("ARREST", 1, 40), step("TRANSFER", 1, 40, { facilityId: "b" })],
    { placeKnown: false },
    false,
  ],
  ["taken again", [arrest, step("RELEASE", 3, 4), step("ARREST", 5, 6)], { rearrested: true }, true],
  ["let go, and free", [arrest, step("RELEASE", 3, 4)], { rearrested: false }, true],
  ["never let go", [arrest], { rearrested: false }, false],
  ["perhaps taken again", [arrest, step("RELEASE", 3, 4), step("ARREST", 30, 35)], { rearrested: true }, false],
  ["and perhaps not", [arrest, step("RELEASE", 3, 4), step("ARREST", 30, 35)], { rearrested: false }, false],
];

test.each(rows)("%s", (_title, events, asked, answer) => {
  const nothing: HeldAsked = { placeKnown: null, charged: null, minDaysHeld: null, sentenceOver: null, rearrested: null };
  const endOf = (sentence: string) => (sentence.startsWith("ends ") ? day(Number(sentence.slice(5))) : null);
  expect(isHeldAs(events, custodyAt(events, day(31)), { ...nothing, ...asked }, day(31), endOf)).toBe(answer);
});
