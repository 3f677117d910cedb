/** Parts that exceed their whole. */
import { expect, test } from "vitest";
import { excessOf } from "../../../src/domain/series/parts-excess.ts";

const count = (lower: number | null, upper: number | null = lower, qualifier = "EXACT") =>
  ({ metric: "HELD", measure: "STOCK", unit: "PERSONS", qualifier, lower, upper }) as Parameters<typeof excessOf>[0];
const part = (number: number, breakdown: string[], more: object = {}) => ({
  ...count(number),
  breakdown,
  place: [],
  facilityId: null,
  ...more,
});

test.each([
  ["parts that make up the whole", count(10), [part(4, ["SEX=FEMALE"]), part(6, ["SEX=MALE"])], null],
  ["parts that are fewer", count(10), [part(4, ["SEX=FEMALE"])], null],
  ["parts that are more", count(10), [part(5, ["SEX=FEMALE"]), part(6, ["SEX=MALE"])], 1],
  ["two divisions, each for itself", count(10), [part(6, ["SEX=MALE"]), part(4, ["SEX=FEMALE"]), part(10, ["AGE_GROUP=ADULT"])], null],
  ["one part told twice", count(10), [part(6, ["SEX=MALE"]), part(6, ["SEX=MALE"])], null],
  ["parts by place", count(10), [part(6, [], { place: ["ADMIN1=Zulia"] }), part(5, [], { place: ["ADMIN1=Lara"] })], 1],
  ["a whole without an upper bound", count(10, null, "AT_LEAST"), [part(50, ["SEX=MALE"])], null],
  ["a share among numbers", count(10), [{ ...part(12.5, ["SEX=FEMALE"]), unit: "PERCENT" as const }], null],
  ["decimals", count(1.1), [part(0.6, ["SEX=MALE"]), part(0.7, ["SEX=FEMALE"])], 0.2],
])("%s", (_what, whole, parts, excess) => {
  expect(excessOf(whole, parts)).toBe(excess);
});
