import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CountQualifier, CountUnit } from "../../../src/db/generated/prisma/enums.ts";
import { CountQualifier as qualifiers } from "../../../src/db/generated/prisma/enums.ts";
import { checkBounds, expectedNumber, twoReadings, type Bounds } from "../../../src/domain/records/bounds.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aCountClaim, aDocument, aSource } from "../../kit/given.ts";

const shapes = {
  none: { lower: null, upper: null },
  "lower only": { lower: 8, upper: null },
  "upper only": { lower: null, upper: 8 },
  "both equal": { lower: 8, upper: 8 },
  "both in order": { lower: 8, upper: 12 },
  "both reversed": { lower: 12, upper: 8 },
} satisfies Record<string, Bounds>;
type Shape = keyof typeof shapes;

const takes: Record<CountQualifier, readonly Shape[]> = {
  EXACT: ["both equal"],
  ABOUT: ["both equal"],
  RANGE: ["both equal", "both in order"],
  AT_LEAST: ["lower only"],
  MORE_THAN: ["lower only"],
  AT_MOST: ["upper only"],
  FEWER_THAN: ["upper only"],
  UNQUANTIFIED: ["none"],
};
const allQualifiers = Object.values(qualifiers);
const table = allQualifiers.flatMap((qualifier) =>
  (Object.keys(shapes) as Shape[]).map((shape) => ({
    qualifier,
    shape,
    verb: takes[qualifier].includes(shape) ? "takes" : "does not take",
  })),
);

describe("a qualifier", () => {
  it.each(table)("$qualifier $verb bounds of which there are: $shape", ({ qualifier, shape, verb }) => {
    const wrong = checkBounds(qualifier, "PERSONS", shapes[shape]).map(({ path }) => path);
    expect(wrong).toEqual(verb === "takes" ? [] : ["qualifier"]);
  });

  it("that does not fit its bounds says which would, and which came", () => {
    expect(checkBounds("MORE_THAN", "PERSONS", { lower: 800, upper: 900 })).toEqual([
      { path: "qualifier", expected: "MORE_THAN with lower and no upper", received: "lower 800, upper 900" },
    ]);
  });
});

describe("a bound", () => {
  it.each<[number, CountUnit, "is" | "is not"]>([
    [0, "PERSONS", "is"],
    [863, "PERSONS", "is"],
    [2_147_483_647, "PERSONS", "is"],
    [2_147_483_648, "PERSONS", "is not"],
    [-1, "PERSONS", "is not"],
    [0.5, "PERSONS", "is"],
    [380.3, "PERSONS", "is"],
    [Number.NaN, "PERSONS", "is not"],
    [Number.POSITIVE_INFINITY, "PERSONS", "is not"],
    [0, "PERCENT", "is"],
    [100, "PERCENT", "is"],
    [101, "PERCENT", "is not"],
    [99.5, "PERCENT", "is"],
    [100.1, "PERCENT", "is not"],
    [101, "FAMILIES", "is"],
    [-1, "FACILITIES", "is not"],
  ])("%d %s %s a count", (number, unit, verb) => {
    const [atLeast, atMost] = [
      { lower: number, upper: null },
      { lower: null, upper: number },
    ];
    expect(checkBounds("AT_LEAST", unit, atLeast).map(({ path }) => path)).toEqual(verb === "is" ? [] : ["lower"]);
    expect(checkBounds("AT_MOST", unit, atMost).map(({ path }) => path)).toEqual(verb === "is" ? [] : ["upper"]);
  });

  it("is reported along with every other fault, each with what came", () => {
    expect(checkBounds("EXACT", "PERCENT", { lower: -1, upper: 101 })).toEqual([
      { path: "lower", expected: "a number from 0 to 100", received: "-1" },
      { path: "upper", expected: "a number from 0 to 100", received: "101" },
      { path: "qualifier", expected: "EXACT with lower and upper, both the same number", received: "lower -1, upper 101" },
    ]);
  });
});

describe("a number in words", () => {
  it.each([
    ["18.000", "18000", "18.000"],
    ["18,000", "18000", "18.000"],
    ["1.234", "1234", "1.234"],
    ["921,860", "921860", "921.860"],
    ["0.500", "500", "0.500"],
  ])("%s can be read in two ways, and is refused with both", (text, whole, decimal) => {
    expect(twoReadings(text)).toEqual({ whole, decimal });
    expect(expectedNumber(text)).toContain(`${whole}, or ${decimal}0`);
  });

  it.each(["18000", "380.3", "12.50", "921.8600", "18000.000", "18", "1e3", ""])("%s can be read in one way at most", (text) => {
    expect(twoReadings(text)).toBe(null);
  });
});

describe("the database", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  const [source, document] = [aSource(), aDocument()];

  beforeAll(async () => {
    database = await freshDatabase("empty");
    await database.prisma.source.create({ data: source });
    await database.prisma.document.create({ data: document });
  });
  afterAll(() => database[Symbol.asyncDispose]());

  /** The name of the check that refuses the row; null when it is taken. */
  async function refusal(qualifier: CountQualifier, unit: CountUnit, bounds: Bounds): Promise<string | null> {
    try {
      const origin = { assertedById: source.id, documentId: document.id };
      await database.prisma.claim.createMany({ data: [aCountClaim({ ...origin, qualifier, unit, ...bounds })] });
      return null;
    } catch (error) {
      return /bounds_agree_with_qualifier|bounds_are_counts/.exec(String(error))?.[0] ?? Promise.reject(error);
    }
  }

  const bounds = [null, -1, 0, 0.5, 8, 12, 100, 101, 2_147_483_647];
  it.each(allQualifiers)("takes and refuses exactly the same %s counts as checkBounds", async (qualifier) => {
    for (const unit of ["PERSONS", "PERCENT"] as const) {
      for (const lower of bounds) {
        for (const upper of bounds) {
          const here = checkBounds(qualifier, unit, { lower, upper }).length === 0 ? "taken" : "refused";
          const there = (await refusal(qualifier, unit, { lower, upper })) === null ? "taken" : "refused";
          expect({ unit, lower, upper, verdict: there }).toEqual({ unit, lower, upper, verdict: here });
        }
      }
    }
  });

  it.each<[string, CountQualifier, CountUnit, Bounds]>([
    ["bounds_agree_with_qualifier", "MORE_THAN", "PERSONS", { lower: null, upper: 800 }],
    ["bounds_are_counts", "EXACT", "PERSONS", { lower: -1, upper: -1 }],
    ["bounds_are_counts", "EXACT", "PERCENT", { lower: 101, upper: 101 }],
  ])("refuses by the check %s: %s %s %j", async (check, ...row) => {
    expect(await refusal(...row)).toBe(check);
  });
});
