/** One CSV file: bytes to rows, with everything that is wrong with its shape. */
import { isUtf8 } from "node:buffer";
import { CsvError, parse } from "csv-parse/sync";
import { show } from "../../domain/input.ts";
import type { InputIssue } from "../../errors.ts";
import type { Row } from "./cell.ts";
import { columnsOf, type Table } from "./format.ts";

/** Reads the rows of a table. A byte order mark, CRLF, blank rows and columns in another order are tolerated; the rows are empty when there are issues. */
export function readCsv(table: Table, bytes: Uint8Array): { rows: Row[]; issues: InputIssue[] } {
  const file = `${table}.csv`;
  const failed = (...issues: InputIssue[]) => ({ rows: [], issues });
  if (!isUtf8(bytes))
    return failed({ path: `${file}:${firstLineNotUtf8(bytes)}`, expected: "text in UTF-8", received: "bytes that are not UTF-8" });
  // The parser counts a CRLF inside quotes as two lines.
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");

  const { records, fault } = parseRecords(text);
  if (fault) return failed({ path: `${file}:${fault.line}`, expected: "CSV (RFC 4180)", received: fault.message });
  const [header, ...body] = records;
  if (!header) return failed({ path: `${file}:1`, expected: "a row with the names of the columns", received: "nothing" });
  const names = header.record.map((name) => name.trim());
  const issues = [...checkHeader(table, file, names)];
  if (issues.length > 0) return failed(...issues);

  const rows: Row[] = [];
  for (const { line, record } of body) {
    if (record.length === names.length) rows.push({ line, cells: Object.fromEntries(names.map((name, at) => [name, record[at]!])) });
    else issues.push({ path: `${file}:${line}`, expected: `${names.length} cells, like the header`, received: `${record.length} cells` });
  }
  return issues.length > 0 ? failed(...issues) : { rows, issues };
}

type Parsed = { readonly line: number; readonly record: readonly string[] };

function parseRecords(text: string): { records: Parsed[]; fault?: { line: number; message: string } } {
  const records: Parsed[] = [];
  let ended = 0;
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // The parser knows the line on which a record ends.
      on_record: (record: string[], { lines }) => {
        ended = lines;
        records.push({ line: lines - record.reduce((sum, cell) => sum + linesIn(cell), 0), record });
        return null;
      },
    });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { records, fault: { line: ended + 1, message: error.message } };
  }
}

function* checkHeader(table: Table, file: string, names: readonly string[]): Generator<InputIssue> {
  const columns = columnsOf[table];
  for (const [at, name] of names.entries()) {
    const path = `${file}:1:${name}`;
    if (names.indexOf(name) < at) yield { path, expected: "each column once", received: `${show(name)} twice` };
    else if (!columns.some((column) => column.name === name))
      yield { path, expected: `one of the columns ${columns.map((column) => column.name).join(", ")}`, received: show(name) };
  }
  for (const { name, optional, former } of columns)
    if (optional !== true && former !== true && !names.includes(name))
      yield { path: `${file}:1:${name}`, expected: `a column ${name}`, received: "none" };
}

const linesIn = (text: string) => text.split("\n").length - 1;

function firstLineNotUtf8(bytes: Uint8Array): number {
  for (let line = 1, from = 0; ; line += 1) {
    const end = bytes.indexOf(10, from);
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
}
