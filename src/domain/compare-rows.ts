/** Comparing rows: what was given with what is stored. */

/** True when any column of `row` has another value in `stored`. Columns that `row` does not name are not compared. */
export function differs(row: object, stored: object): boolean {
  return differences(row, stored).length > 0;
}

/** The columns of `row` that have another value in `stored`. Instants and lists are compared by content. */
export function differences(row: object, stored: object): string[] {
  const there = stored as Record<string, unknown>;
  return Object.entries(row).flatMap(([column, value]) =>
    JSON.stringify(value ?? null) === JSON.stringify(there[column] ?? null) ? [] : [column],
  );
}
