/** A correction of a verified event: the same thing better known, or something else than was verified. */
import { expect, it } from "vitest";
import { saysOtherThanVerified, type Attested } from "../../../src/domain/verification/attested.ts";

const day = (from: number | null, to: number | null) => {
  const at = (of: number | null) => (of === null ? null : new Date(Date.UTC(2026, 0, of)));
  return { earliest: at(from), latest: at(to) };
};
const nowhereElse = { place: null, country: null, admin1: null, locality: null };
const verified: Attested = { ...day(19, 22), facilityId: "helicoide", ...nowhereElse, stage: "EFFECTED" };

it.each<[what: string, corrected: Partial<Attested>, other: boolean]>([
  ["nothing of it", {}, false],
  ["a day within", day(20, 21), false],
  ["its first day", day(19, 20), false],
  ["an hour within", { earliest: new Date("2026-01-20T10:00Z"), latest: new Date("2026-01-20T11:00Z") }, false],
  ["an instant within", { earliest: new Date("2026-01-20T10:00Z"), latest: new Date("2026-01-20T10:00Z") }, false],
  ["a day before", day(18, 19), true],
  ["a day after", day(22, 23), true],
  ["a day more before", day(18, 22), true],
  ["a day more after", day(19, 23), true],
  ["an open beginning", day(null, 22), true],
  ["an open end", day(19, null), true],
  ["another facility", { facilityId: "rodeo" }, true],
  ["no facility", { facilityId: null }, true],
  ["words for a place beside it", { place: "Caracas" }, true],
  ["an area beside it", { admin1: "Miranda" }, true],
  ["a town beside it", { locality: "Guatire" }, true],
  ["another stage", { stage: "ORDERED" }, true],
])("%s", (_what, corrected, other) => {
  expect(saysOtherThanVerified(verified, { ...verified, ...corrected })).toBe(other);
});

it("what was verified with an open end is the same with an end, and another with a beginning before", () => {
  const open = { ...verified, ...day(19, null) };
  expect(saysOtherThanVerified(open, { ...open, ...day(19, 21) })).toBe(false);
  expect(saysOtherThanVerified(open, { ...open, ...day(18, 21) })).toBe(true);
  expect(saysOtherThanVerified({ ...verified, ...day(null, null) }, verified)).toBe(false);
});
