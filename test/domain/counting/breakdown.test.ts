import { describe, expect, it } from "vitest";
import {
  breakdownDraft,
  breakdownOfCategory,
  categoryOf,
  decodeBreakdown,
  encodeBreakdown,
} from "../../../src/domain/counting/breakdown.ts";

const read = (entries: unknown) => {
  const { data, error } = breakdownDraft.safeParse(entries);
  return data ?? error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
};

describe("a breakdown", () => {
  it.each([
    [null, []],
    [["SEX=FEMALE"], ["SEX=FEMALE"]],
    [["sex=female"], ["SEX=FEMALE"]],
    [
      ["population=staff", "SEX=FEMALE"],
      ["SEX=FEMALE", "population=staff"],
    ],
    [["SEX=FEMALE", "SEX=FEMALE"], ["SEX=FEMALE"]],
    [["age group=minor"], ["AGE_GROUP=MINOR"]],
    [["nationality=es"], ["NATIONALITY=ES"]],
    [[{ dimension: "CIVIL_MILITARY", value: "military" }], ["CIVIL_MILITARY=MILITARY"]],
    [[{ dimension: "ADMIN1", value: "Zulia" }], ["ADMIN1=Zulia"]],
    [[{ dimension: "OTHER", name: "charge", value: "a=b" }], ["charge=a=b"]],
  ])("%j is read as %j: each dimension once, in one order", (entries, stored) => {
    expect(read(entries)).toEqual(stored);
    expect(stored.map((entry) => encodeBreakdown(decodeBreakdown(entry)))).toEqual(stored);
    expect(read(stored)).toEqual(stored);
  });

  it.each([
    [["SEX=FEMALE", "SEX=MALE"], ": each dimension once"],
    [[{ dimension: "SEX", value: "women" }], "0.value: one of FEMALE, MALE, OTHER, UNKNOWN"],
    [[{ dimension: "NATIONALITY", value: "Spain" }], "0.value: an ISO 3166-1 alpha-2 country code, such as ES"],
    [[{ dimension: "OTHER", value: "staff" }], "0.name: a name for the dimension OTHER, and for no other"],
    [[{ dimension: "SEX", name: "sex", value: "FEMALE" }], "0.name: a name for the dimension OTHER, and for no other"],
    [[{ dimension: "OTHER", name: "sex", value: "x" }], "0.name: the dimension SEX itself, or another name"],
    [[{ dimension: "OTHER", name: "a=b", value: "x" }], "0.name: text of 1 to 100 characters without ="],
    [["women"], "0: a dimension and its value, such as SEX=FEMALE or population=staff"],
  ])("%j is refused with what was expected", (entries, message) => {
    expect(read(entries)).toEqual([message]);
  });
});

describe("a dimension with its category, as before there were breakdowns", () => {
  it.each([
    [null, null, []],
    ["population", "staff", ["population=staff"]],
    ["sex", "women", ["SEX=FEMALE"]],
    ["sex", "trans women", ["sex (as given)=trans women"]],
    ["age", "minors", ["AGE_GROUP=MINOR"]],
    ["age", "minor 14–17", ["age=minor 14–17"]],
    ["nationality", "ES", ["NATIONALITY=ES"]],
    [null, "minors", ["category=minors"]],
    ["charge", null, ["charge=unspecified"]],
  ])("%s, %s is the breakdown %j", (dimension, category, stored) => {
    expect(breakdownOfCategory(dimension, category)).toEqual(stored);
    expect(read(stored)).toEqual(stored);
  });

  it("is told as it was given where its words are not the hub's own", () => {
    for (const [dimension, category] of [
      ["population", "staff"],
      ["age", "minor 14–17"],
      [null, "minors"],
      ["charge", null],
      ["nationality", "ES"],
    ] as const)
      expect(categoryOf(breakdownOfCategory(dimension, category))).toEqual({ dimension, category });
  });
});
