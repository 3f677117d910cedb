/** The formats: CSV as in RFC 4180, and JSON Lines. */
import { stringify } from "csv-stringify/sync";
import Negotiator from "negotiator";
import { writeCell, type Value } from "../../exchange/format/cell.ts";
import type { Row } from "../../exchange/export/table.ts";

export type FormatName = "csv" | "jsonl";
export type Writing = {
  readonly columns: readonly string[];
  /** With a byte order mark, without which spreadsheets misread UTF-8. */
  readonly spreadsheet: boolean;
  /** Text as it is on record, also what a spreadsheet would run. */
  readonly raw: boolean;
};

type Format = {
  /** Media types, the default first. */
  readonly types: readonly [string, ...string[]];
  /** The text of a page; the first one carries the header, also when it has no rows. */
  readonly write: (page: readonly Row[], first: boolean, writing: Writing) => string;
};

export const formats: Readonly<Record<FormatName, Format>> = {
  csv: {
    types: ["text/csv"],
    write: (page, first, { columns, spreadsheet, raw }) =>
      stringify(
        page.map((row) => columns.map((column) => row[column])),
        {
          ...{ header: first, columns: [...columns], record_delimiter: "windows" },
          // A file is opened in a spreadsheet sooner or later, which runs cells that begin like a formula. Numbers stay numbers.
          ...{ escape_formulas: !raw, bom: spreadsheet && first },
          cast: { boolean: String, object: (list) => writeCell((list as unknown as Value[]).map((item) => writeCell(item))) },
        },
      ),
  },
  jsonl: {
    types: ["application/jsonl", "application/x-ndjson"],
    write: (page) => page.map((row) => `${JSON.stringify(row)}\n`).join(""),
  },
};

/** The format and media type that an `Accept` header prefers among those offered; undefined when it accepts none. */
export function preferred(accept: string | undefined, offered: readonly FormatName[]): { format: FormatName; type: string } | undefined {
  const types = offered.flatMap((format) => formats[format].types.map((type) => ({ format, type })));
  const chosen = new Negotiator({ headers: { accept } }).mediaType(types.map(({ type }) => type));
  return types.find(({ type }) => type === chosen);
}
