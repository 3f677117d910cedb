/**
 * The bounds of a count, as its qualifier allows them. Bounds are numbers as published, decimals too (an average of 380.3, a share of 12.5 per cent); whether they are exclusive follows from the qualifier
 * ("more than 800" has lower 800). The database holds the same rule as the check `bounds_agree_with_qualifier`.
 */
import type { CountQualifier, CountUnit } from "../../db/generated/prisma/enums.ts";
import { InvalidInput, type InputIssue } from "../../errors.ts";

export type Bounds = { readonly lower: number | null; readonly upper: number | null };

const wanted: Record<CountQualifier, { holds: (lower: number | null, upper: number | null) => boolean; says: string }> = {
  EXACT: { holds: (lower, upper) => lower !== null && lower === upper, says: "lower and upper, both the same number" },
  ABOUT: { holds: (lower, upper) => lower !== null && lower === upper, says: "lower and upper, both the same number" },
  RANGE: { holds: (lower, upper) => lower !== null && upper !== null && lower <= upper, says: "lower and upper, lower not above upper" },
  AT_LEAST: { holds: (lower, upper) => lower !== null && upper === null, says: "lower and no upper" },
  MORE_THAN: { holds: (lower, upper) => lower !== null && upper === null, says: "lower and no upper" },
  AT_MOST: { holds: (lower, upper) => lower === null && upper !== null, says: "upper and no lower" },
  FEWER_THAN: { holds: (lower, upper) => lower === null && upper !== null, says: "upper and no lower" },
  UNQUANTIFIED: { holds: (lower, upper) => lower === null && upper === null, says: "neither lower nor upper" },
};

// More than anybody counts, and few enough that every whole number and two decimals are told apart.
const largest = 2_147_483_647;

/** What is wrong with the bounds; empty when nothing is. */
export function checkBounds(qualifier: CountQualifier, unit: CountUnit, { lower, upper }: Bounds): InputIssue[] {
  const most = unit === "PERCENT" ? 100 : largest;
  const issues: InputIssue[] = [];
  for (const [path, bound] of Object.entries({ lower, upper })) {
    if (bound !== null && !(bound >= 0 && bound <= most))
      issues.push({ path, expected: `a number from 0 to ${most}`, received: String(bound) });
  }
  const { holds, says } = wanted[qualifier];
  if (!holds(lower, upper))
    issues.push({
      path: "qualifier",
      expected: `${qualifier} with ${says}`,
      received: `lower ${lower ?? "none"}, upper ${upper ?? "none"}`,
    });
  return issues;
}

/** A number in words that can be read in two ways: a point or comma before exactly three digits parts thousands for one reader and decimals for the other. Null for every other text. */
export function twoReadings(text: string): { readonly whole: string; readonly decimal: string } | null {
  const [, whole, rest] = /^(\d{1,3})[.,](\d{3})$/.exec(text.trim()) ?? [];
  return whole === undefined || rest === undefined ? null : { whole: `${Number(whole + rest)}`, decimal: `${whole}.${rest}` };
}

/** What a text that is no number should have been, for whoever wrote it. */
export function expectedNumber(input: unknown): string {
  const readings = typeof input === "string" ? twoReadings(input) : null;
  if (readings) return `a number that can be read in one way only: ${readings.whole}, or ${readings.decimal}0 with a fourth decimal`;
  return "a number, such as 116 or 380.3, with a point before decimals and nothing between thousands";
}

/** @throws InvalidInput with all that is wrong with them */
export function readBounds(qualifier: CountQualifier, unit: CountUnit, bounds: Bounds): Bounds {
  const issues = checkBounds(qualifier, unit, bounds);
  if (issues.length > 0) throw new InvalidInput(issues);
  return bounds;
}
