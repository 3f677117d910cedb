/** How many rows are read or written in one statement: enough to spare round trips, few enough for PostgreSQL's limit of parameters. */
const portion = 1000;

/** The items in portions, in order. */
export function* chunks<Item>(items: readonly Item[], size = portion): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}
