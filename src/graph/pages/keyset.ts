/**
 * Places in an order, as conditions on its columns. Pure.
 *
 * An order is a list of columns as Prisma takes it in `orderBy`; it ends in the id, so that no two rows share a place. No column of it may be null in a row of the list: null is not before and not behind
 * anything (the one nullable column in use, `rulesMissing`, is null for no row of the queue).
 */
type Direction = "asc" | "desc";
export type Order = readonly Readonly<Record<string, Direction>>[];
/** The values of enum columns in the database's order: Prisma knows no greater and less of them. */
export type Ranks = Readonly<Record<string, readonly string[]>>;
export type Value = string | number | bigint | Date;
export type Condition = Readonly<Record<string, unknown>>;

export const columnsOf = (order: Order): string[] => order.flatMap((entry) => Object.keys(entry));

export const reversed = (order: Order): Order =>
  order.map((entry) =>
    Object.fromEntries(Object.entries(entry).map(([column, direction]) => [column, direction === "asc" ? "desc" : "asc"])),
  );

/** Compares rows by an order whose columns have no ranks. */
export const inOrderOf = (order: Order) => (a: object, b: object) => {
  for (const [column, direction] of entriesOf(order)) {
    const [one, other] = [a, b].map((row) => (row as Record<string, Value>)[column]!) as [Value, Value];
    if (one < other) return direction === "asc" ? -1 : 1;
    if (other < one) return direction === "asc" ? 1 : -1;
  }
  return 0;
};

/**
 * The rows behind a place. The bound on the first column says nothing that the alternatives do not say too; it is there for the database, which finds the place in an index by it and not by an OR.
 */
export function behind(order: Order, place: readonly Value[], ranks: Ranks = {}): Condition {
  return { AND: [bound(order, place, ranks), { OR: alternatives(order, place, ranks) }] };
}

/** The rows up to a place, one that stands there included: all that are not behind it. */
export function upTo(order: Order, place: readonly Value[], ranks: Ranks = {}): Condition {
  const there = Object.fromEntries(columnsOf(order).map((column, at) => [column, place[at]]));
  const back = reversed(order);
  return { AND: [bound(back, place, ranks), { OR: [...alternatives(back, place, ranks), there] }] };
}

function bound(order: Order, place: readonly Value[], ranks: Ranks): Condition {
  const [[column, direction]] = entriesOf(order) as [[string, Direction]];
  return { [column]: beyond(direction, place[0]!, ranks[column], true) };
}

/** One for each column: equal in all before it, beyond the place in it. */
function alternatives(order: Order, place: readonly Value[], ranks: Ranks): Condition[] {
  const entries = entriesOf(order);
  return entries.map(([column, direction], depth) => ({
    ...Object.fromEntries(entries.slice(0, depth).map(([equal], at) => [equal, place[at]])),
    [column]: beyond(direction, place[depth]!, ranks[column], false),
  }));
}

function beyond(direction: Direction, value: Value, rank: readonly string[] | undefined, orEqual: boolean): Condition {
  if (rank === undefined) return { [`${direction === "asc" ? "gt" : "lt"}${orEqual ? "e" : ""}`]: value };
  const at = rank.indexOf(String(value));
  return { in: direction === "asc" ? rank.slice(orEqual ? at : at + 1) : rank.slice(0, orEqual ? at + 1 : at) };
}

const entriesOf = (order: Order) => order.flatMap((entry) => Object.entries(entry));
