/** A table as CSV (RFC 4180). */
import { stringify } from "csv-stringify/sync";
import type { Table } from "../base/table.ts";

/** What a spreadsheet would take for a formula is text. */
export const csvOf = ({ columns, rows }: Table): string =>
  stringify([[...columns], ...rows.map((row) => [...row])], {
    record_delimiter: "\r\n",
    escape_formulas: true,
    cast: { boolean: (value) => (value ? "true" : "false") },
  });
