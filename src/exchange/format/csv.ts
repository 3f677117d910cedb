/** One CSV file: text to rows, with everything that is wrong with its shape. What spreadsheets do to CSV is read: see `checkHeader` and `dialectOf`. */
import { CsvError, parse } from "csv-parse/sync";
import { show } from "../../domain/input.ts";
import type { InputIssue } from "../../errors.ts";
import { decodeText, linesIn, NotText } from "./decode.ts";
import { columnsOf, type Table } from "./format.ts";
import { packedRows, type Rows } from "./packed-rows.ts";

type Found = { readonly rows: Rows; readonly issues: InputIssue[] };

/**
 * Reads the rows of a table. A byte order mark, CRLF, blank rows, columns in another order, semicolons or tabs instead of commas, a first line `sep=;` and empty columns without a name at the end are
 * tolerated; the rows are empty when there are issues.
 */
export async function readCsv(table: Table, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Found> {
  const file = `${table}.csv`;
  const issues: InputIssue[] = [];
  let names: readonly string[] | undefined;
  let rows = packedRows([]);
  try {
    for await (const { line, record } of recordsIn(table, decodeText(bytes))) {
      if (names === undefined) {
        names = trimmed(record.map((name) => name.trim()));
        rows = packedRows(names);
        issues.push(...checkHeader(table, file, names));
        if (issues.length > 0) break;
      } else {
        const cells = record.length > names.length ? trimmed(record, names.length) : record;
        if (cells.length === names.length) rows.add([line, ...cells]);
        else
          issues.push({ path: `${file}:${line}`, expected: `${names.length} cells, like the header`, received: `${cells.length} cells` });
      }
    }
  } catch (error) {
    if (error instanceof NotText) issues.push({ path: `${file}:${error.line}`, ...error.issue });
    else if (error instanceof Malformed)
      issues.push({ path: `${file}:${error.line}`, expected: "CSV (RFC 4180)", received: error.message });
    else throw error;
  }
  if (names === undefined && issues.length === 0)
    issues.push({ path: `${file}:1`, expected: "a row with the names of the columns", received: "nothing" });
  return issues.length > 0 ? { rows: [], issues } : { rows, issues };
}

/** Without the empty cells at the end that are more than `least`: a spreadsheet writes them for columns that somebody emptied. */
function trimmed(cells: readonly string[], least = 0): readonly string[] {
  let length = cells.length;
  while (length > least && cells[length - 1]!.trim() === "") length -= 1;
  return cells.slice(0, length);
}

class Malformed extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

type Parsed = { readonly line: number; readonly record: readonly string[] };

/** Parses whole records, a piece of the text at a time. */
async function* recordsIn(table: Table, text: AsyncIterable<string>): AsyncGenerator<Parsed> {
  let [rest, line] = ["", 1];
  let delimiter: string | undefined;
  const records = function* (piece: string): Generator<Parsed> {
    if (delimiter === undefined) {
      const dialect = dialectOf(table, piece);
      delimiter = dialect.delimiter;
      line += linesIn(piece.slice(0, dialect.skip));
      piece = piece.slice(dialect.skip);
    }
    yield* parsePiece(piece, delimiter, line);
    line += linesIn(piece);
  };
  for await (const piece of text) {
    rest += piece;
    const end = endOfRecords(rest);
    if (end === 0) continue;
    yield* records(rest.slice(0, end));
    rest = rest.slice(end);
  }
  if (rest !== "") yield* records(rest);
}

/** Up to where the text holds whole records: the last end of a line outside quotes. */
function endOfRecords(text: string): number {
  let end = 0;
  for (let at = 0; ;) {
    const opening = text.indexOf('"', at);
    const line = text.lastIndexOf("\n", opening === -1 ? text.length : opening);
    if (line >= at) end = line + 1;
    const closing = opening === -1 ? -1 : text.indexOf('"', opening + 1);
    if (closing === -1) return end;
    at = closing + 1;
  }
}

function* parsePiece(piece: string, delimiter: string, firstLine: number): Generator<Parsed> {
  const records: Parsed[] = [];
  let ended = 0;
  let fault: Malformed | undefined;
  try {
    parse(piece, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // The parser knows the line on which a record ends.
      on_record: (record: string[], { lines }) => {
        ended = lines;
        records.push({ line: firstLine - 1 + lines - record.reduce((sum, cell) => sum + linesIn(cell), 0), record });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    fault = new Malformed(firstLine + ended, error.message);
  }
  yield* records;
  if (fault !== undefined) throw fault;
}

const delimiters = [",", ";", "\t"] as const;

/** How the cells are parted: as Excel's line `sep=` says, or else by whichever of the usual delimiters gives the most names of columns in the first line. */
function dialectOf(table: Table, text: string): { readonly delimiter: string; readonly skip: number } {
  const [said, sign] = /^"?sep=([,;\t|])"?[,;\t]*(?:\n|$)/i.exec(text) ?? [];
  if (said !== undefined && sign !== undefined) return { delimiter: sign, skip: said.length };
  const [header = ""] = text.trimStart().split("\n");
  const known = new Set(columnsOf[table].map(({ name }) => name));
  const names = (delimiter: string) => header.split(delimiter).filter((name) => known.has(name.replaceAll('"', "").trim())).length;
  return { delimiter: delimiters.reduce((best, delimiter) => (names(delimiter) > names(best) ? delimiter : best)), skip: 0 };
}

/** Every name is one of the table's, once; only a column that every row must fill has to be there. */
function* checkHeader(table: Table, file: string, names: readonly string[]): Generator<InputIssue> {
  const columns = columnsOf[table];
  for (const [at, name] of names.entries()) {
    const path = `${file}:1:${name}`;
    if (name === "") yield { path: `${file}:1`, expected: `a name for column ${at + 1}, or no such column`, received: "none" };
    else if (names.indexOf(name) < at) yield { path, expected: "each column once", received: `${show(name)} twice` };
    else if (!columns.some((column) => column.name === name))
      yield { path, expected: `one of the columns ${columns.map((column) => column.name).join(", ")}`, received: show(name) };
  }
  for (const { name, required } of columns)
    if (required === true && !names.includes(name)) yield { path: `${file}:1:${name}`, expected: `a column ${name}`, received: "none" };
}
