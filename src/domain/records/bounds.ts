/**
 * The bounds of a count, as its qualifier allows them. Bounds are whole numbers as published; whether they are exclusive follows from the qualifier
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

// PostgreSQL's and GraphQL's integer.
const largest = 2_147_483_647;

/** What is wrong with the bounds; empty when nothing is. */
export function checkBounds(qualifier: CountQualifier, unit: CountUnit, { lower, upper }: Bounds): InputIssue[] {
  const most = unit === "PERCENT" ? 100 : largest;
  const issues: InputIssue[] = [];
  for (const [path, bound] of Object.entries({ lower, upper })) {
    if (bound !== null && (!Number.isInteger(bound) || bound < 0 || bound > most))
      issues.push({ path, expected: `a whole number from 0 to ${most}`, received: String(bound) });
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

/** @throws InvalidInput with all that is wrong with them */
export function readBounds(qualifier: CountQualifier, unit: CountUnit, bounds: Bounds): Bounds {
  const issues = checkBounds(qualifier, unit, bounds);
  if (issues.length > 0) throw new InvalidInput(issues);
  return bounds;
}
