/** The rows of a file, packed. */
import type { Row } from "./cell.ts";
import { Packed } from "./packed.ts";

/** Rows in the order of their file. */
export type Rows = Iterable<Row> & { readonly length: number; readonly at: (index: number) => Row | undefined };

/** A line, and its cells in the order of the columns. */
type Line = readonly [line: number, ...cells: string[]];

export function packedRows(columns: readonly string[]): Packed<Line, Row> {
  // Copied for each row: an object that grows by so many properties, one after the other, takes forty times the memory while it does.
  const empty = Object.fromEntries(columns.map((name) => [name, ""]));
  return new Packed((line) => {
    const cells = { ...empty };
    for (let at = 0; at < columns.length; at += 1) cells[columns[at]!] = line[at + 1] as string;
    return { line: line[0], cells };
  });
}
