/** How many rows are read or written in one statement: enough to spare round trips, few enough for PostgreSQL's limit of parameters. */
const portion = 1000;

/** The items in portions, in order. */
export function* chunks<Item>(items: Iterable<Item>, size = portion): Generator<Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
