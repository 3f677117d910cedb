/** What is wrong with the rows of a data set, by place: `file.csv:LINE:column`. */
import type * as z from "zod";
import { show } from "../../domain/input.ts";
import { InvalidInput } from "../../errors.ts";
import { cellOf, splitList, type Row } from "./cell.ts";
import { columnsOf, tables, type Column, type Table } from "./format.ts";
import { meantInSpreadsheet } from "./spreadsheet.ts";

export type RowIssue = {
  readonly table: Table;
  readonly line: number;
  readonly column: string;
  readonly expected: string;
  readonly received: string;
};

/** An issue with one cell; `received` is what stands in the cell unless something else says it better. */
export function issueAt(table: Table, row: Row, column: string, expected: string, received?: string): RowIssue {
  return { table, line: row.line, column, expected, received: received ?? show(cellOf(row, column) || null) };
}

/** What a draft finds: an issue of zod, or one of ours like it. */
export type DraftIssue = z.core.$ZodIssue | { readonly code: "custom"; readonly path: readonly string[]; readonly message: string };

/** An issue of a draft, brought back to the cell that its path within the draft leads to. */
export function issueOfDraft(table: Table, row: Row, issue: DraftIssue, [field, part]: readonly PropertyKey[] = issue.path): RowIssue {
  const columns = columnsOf[table];
  const column: Column =
    columns.find((one) => one.field === field && one.part === part) ?? columns.find((one) => one.field === field) ?? columns[0]!;
  const expected =
    issue.code === "invalid_value"
      ? `one of ${issue.values.join(", ")}`
      : (meantInSpreadsheet(cellOf(row, column.name), column) ?? issue.message);
  const item = typeof part === "number" ? splitList(cellOf(row, column.name))[part] : undefined;
  return issueAt(table, row, column.name, expected, item === undefined ? undefined : show(item));
}

/** All issues as one error, in the order of the files and their lines. */
export function invalid(issues: readonly RowIssue[]): InvalidInput {
  const inOrder = issues.toSorted((a, b) => tables.indexOf(a.table) - tables.indexOf(b.table) || a.line - b.line);
  return new InvalidInput(
    inOrder.map(({ table, line, column, expected, received }) => ({ path: `${table}.csv:${line}:${column}`, expected, received })),
  );
}
