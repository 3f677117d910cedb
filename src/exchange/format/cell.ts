/** Cells: how values are written in a CSV file and read from it. What a cell may hold is for the domain's drafts to say, so that nothing is refused here. */
import { twoReadings } from "../../domain/records/bounds.ts";
import type { Column } from "./format.ts";

/** One row of a file: the line on which it begins (the header is line 1) and its cells by column. */
export type Row = { readonly line: number; readonly cells: Readonly<Record<string, string>> };

export type Value = string | number | boolean | Date | readonly string[] | null;

/** The cell of a column; empty when the file does not have the column. */
export function cellOf(row: Row, column: string): string {
  return row.cells[column] ?? "";
}

/** The value in a cell, null when it is empty. A cell that is not written as its column wants is given on as it is, so that the draft can say what it expected. */
export function readCell(cell: string, as: Column["as"]): Value {
  if (cell === "") return null;
  if (as === "list") return splitList(cell);
  if (as === "count" && /^\d+(\.\d+)?$/.test(cell) && twoReadings(cell) === null) return Number(cell);
  if (as === "number" && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) return Number(cell);
  // Spreadsheets write them large.
  if (as === "boolean" && /^(true|false)$/i.test(cell)) return cell.toLowerCase() === "true";
  if (as === "instant" && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(cell)) return new Date(cell);
  return cell;
}

/** The cell that `readCell` reads as this value. */
export function writeCell(value: Value, as?: Column["as"]): string {
  if (value === null) return "";
  // A fourth decimal says that these are decimals.
  if (as === "count" && twoReadings(String(value)) !== null) return `${String(value)}0`;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? joinList(value) : String(value);
}

/** The items of a list cell. A backslash before `|` or another backslash makes it part of the item. */
export function splitList(cell: string): string[] {
  if (cell === "") return [];
  const items = [""];
  for (const token of cell.split(/(\\[\\|]|\|)/)) {
    if (token === "|") items.push("");
    else items[items.length - 1] += token === "\\|" || token === "\\\\" ? token.slice(1) : token;
  }
  return items.map((item) => item.trim());
}

function joinList(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\|]/g, "\\$&")).join("|");
}
