/** The formats: CSV as in RFC 4180, JSON Lines, and Parquet. */
import { stringify } from "csv-stringify/sync";
import Negotiator from "negotiator";
import { writeCell, type Value } from "../../exchange/format/cell.ts";
import type { Row } from "../../exchange/export/table.ts";
import { openParquet } from "./parquet.ts";
import type { Sink, Writing } from "./sink.ts";

export type FormatName = "csv" | "jsonl" | "parquet";

type Format = {
  /** Media types, the default first. */
  readonly types: readonly [string, ...string[]];
  /** Whether it is text, in UTF-8, that a transport may compress. */
  readonly text: boolean;
  readonly open: (writing: Writing) => Sink;
};

export const formats: Readonly<Record<FormatName, Format>> = {
  csv: { types: ["text/csv"], text: true, open: openCsv },
  jsonl: {
    types: ["application/jsonl", "application/x-ndjson"],
    text: true,
    open: () => ({ page: (rows) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""), end: () => "" }),
  },
  parquet: { types: ["application/vnd.apache.parquet"], text: false, open: openParquet },
};

function openCsv({ columns, spreadsheet, raw }: Writing): Sink {
  const names = columns.map(({ name }) => name);
  let first = true;
  // The first page carries the header, also when it has no rows.
  const page = (rows: readonly Row[]) => {
    const text = stringify(
      rows.map((row) => names.map((name) => row[name])),
      {
        ...{ header: first, columns: names, record_delimiter: "windows" },
        // A file is opened in a spreadsheet sooner or later, which runs cells that begin like a formula. Numbers stay numbers.
        ...{ escape_formulas: !raw, bom: spreadsheet && first },
        cast: { boolean: String, object: (list) => writeCell((list as unknown as Value[]).map((item) => writeCell(item))) },
      },
    );
    first = false;
    return text;
  };
  return { page, end: () => (first ? page([]) : "") };
}

/** The format and media type that an `Accept` header prefers among those offered; undefined when it accepts none. */
export function preferred(accept: string | undefined, offered: readonly FormatName[]): { format: FormatName; type: string } | undefined {
  const types = offered.flatMap((format) => formats[format].types.map((type) => ({ format, type })));
  const chosen = new Negotiator({ headers: { accept } }).mediaType(types.map(({ type }) => type));
  return types.find(({ type }) => type === chosen);
}
