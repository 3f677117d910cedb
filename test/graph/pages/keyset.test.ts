import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behind, columnsOf, reversed, upTo, type Condition, type Order, type Value } from "../../../src/graph/pages/keyset.ts";

type Row = Readonly<Record<string, Value>>;
const kinds = ["ZULU", "ALPHA", "MIKE"];
const ranks = { kind: kinds };
const weight = (column: string, value: Value) => (column === "kind" ? kinds.indexOf(String(value)) : value);

/** What the database makes of a condition. */
function holds(condition: Condition, row: Row): boolean {
  return Object.entries(condition).every(([key, expected]) => {
    if (key === "AND") return (expected as Condition[]).every((part) => holds(part, row));
    if (key === "OR") return (expected as Condition[]).some((part) => holds(part, row));
    const value = row[key]!;
    if (typeof expected !== "object" || expected instanceof Date) return value.valueOf() === (expected as Value).valueOf();
    return Object.entries(expected as object).every(([comparison, bound]) => {
      if (comparison === "in") return (bound as string[]).includes(String(value));
      const [one, other] = [value.valueOf(), (bound as Value).valueOf()];
      return { gt: one > other, gte: one >= other, lt: one < other, lte: one <= other }[comparison];
    });
  });
}

function compare(order: Order, one: Row, other: Row): number {
  for (const [column, direction] of order.flatMap((entry) => Object.entries(entry))) {
    const [a, b] = [weight(column, one[column]!), weight(column, other[column]!)];
    if (a.valueOf() !== b.valueOf()) return a < b === (direction === "asc") ? -1 : 1;
  }
  return 0;
}

const direction = fc.constantFrom("asc" as const, "desc" as const);
// Few values, so that rows share all but the id.
const order: fc.Arbitrary<Order> = fc
  .tuple(fc.subarray(["name", "at", "kind"], { minLength: 0 }), direction, direction, direction)
  .map(([columns, ...directions]) => [...columns, "id"].map((column, at) => ({ [column]: directions[at % 3]! })));
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom("a", "b", "B"),
  at: fc.integer({ min: 0, max: 2 }).map((time) => new Date(time)),
  kind: fc.constantFrom(...kinds),
  id: fc.constantFrom("1", "2", "3", "4"),
});
const placeOf = (columns: Order, at: Row) => columnsOf(columns).map((column) => at[column]!);

describe("a place in an order", () => {
  it("has behind it exactly the rows that come later, and up to it exactly the others, whichever way one looks", () => {
    fc.assert(
      fc.property(order, row, row, (columns, at, other) => {
        const place = placeOf(columns, at);
        const later = compare(columns, other, at) > 0;
        expect(holds(behind(columns, place, ranks), other)).toBe(later);
        expect(holds(upTo(columns, place, ranks), other)).toBe(!later);
        expect(holds(behind(reversed(columns), place, ranks), other)).toBe(compare(columns, other, at) < 0);
      }),
      { numRuns: 2000 },
    );
  });

  it("is found in an index: the first column alone has a bound beside the alternatives", () => {
    const at = new Date(0);
    expect(behind([{ at: "desc" }, { id: "desc" }], [at, "7"])).toEqual({
      AND: [{ at: { lte: at } }, { OR: [{ at: { lt: at } }, { at, id: { lt: "7" } }] }],
    });
  });
});
