/** The rows of a file, packed. */
import type { Row } from "./cell.ts";
import { Packed } from "./packed.ts";

/** Rows in the order of their file. */
export type Rows = Iterable<Row> & { readonly length: number; readonly at: (index: number) => Row | undefined };

/** A line, and its cells in the order of the columns. */
type Line = readonly [line: number, ...cells: string[]];

export function packedRows(columns: readonly string[]): Packed<Line, Row> {
  return new Packed(([line, ...values]) => {
    const cells: Record<string, string> = {};
    for (const [at, name] of columns.entries()) cells[name] = values[at]!;
    return { line, cells };
  });
}
