/** New, changed or the same: the rows of a table against what is on record. */
import type { Db } from "../../db/database.ts";
import { Visibility } from "../../db/generated/prisma/enums.ts";
import { differences } from "../../domain/compare-rows.ts";
import { canonicalZone } from "../../domain/time/zones.ts";
import { cellOf } from "../format/cell.ts";
import { chunks } from "../../db/chunks.ts";
import type { Columns, Drafted } from "./draft.ts";
import { appendOnly, columnsOf, type Column, type KeyedTable } from "../format/format.ts";
import { issueAt, type RowIssue } from "../format/issue.ts";
import { idIn, type Known } from "./reference.ts";
import { stores, type StoredRow } from "./store.ts";

export type TablePlan = {
  readonly create: readonly Columns[];
  /** Only the columns that change. */
  readonly update: readonly { readonly id: string; readonly columns: Columns }[];
  readonly unchanged: number;
};

/** Compares in portions. An asserted row that is on record with other content is an issue: such rows are never changed. */
export async function compareRows(
  db: Db,
  table: KeyedTable,
  drafted: readonly Drafted[],
  known: Known,
  now: Date,
  issues: RowIssue[],
): Promise<TablePlan> {
  const create = drafted.filter(({ key }) => !known[table].has(key)).map(({ columns }) => columns(now));
  const recorded = drafted.filter(({ key }) => known[table].get(key)?.table === table);
  const update: { id: string; columns: Columns }[] = [];
  let unchanged = 0;
  for (const chunk of chunks(recorded)) {
    const ids = chunk.map(({ key }) => idIn(known, table, key));
    const rows = new Map((await stores[table].read(db, ids)).map((row) => [row.id, asStated(row)]));
    for (const [at, draft] of chunk.entries()) {
      const stored = rows.get(ids[at]!)!;
      const columns = keepHidden(draft, draft.columns(stored.recordedAt), stored);
      const changed = differences(columns, stored);
      // What was redacted is not brought back by an old file.
      if (stored["redactedAt"] != null || changed.every((column) => derived.has(column))) unchanged += 1;
      else if (appendOnly.has(table)) issues.push(...refused(table, draft, changed));
      else update.push({ id: stored.id, columns: Object.fromEntries(changed.map((column) => [column, columns[column]])) });
    }
  }
  return { create, update, unchanged };
}

/** A row with its references as they were recorded, whoever stands for those records since. */
function asStated(row: StoredRow): StoredRow {
  const stated = Object.entries(row).filter(([column]) => /^stated[A-Z]\w*Id$/.test(column));
  const named = stated.map(([column, value]) => [column[6]!.toLowerCase() + column.slice(7), value]);
  // Zones were stored under whichever of their names was given, once.
  const zones = Object.entries(row).filter(([column, value]) => column.endsWith("TimeZone") && typeof value === "string");
  const canonical = zones.map(([column, name]) => [column, canonicalZone(name as string) ?? name]);
  return { ...row, ...Object.fromEntries([...named, ...canonical]) };
}

// Sorting keys, which follow from the time and from when the row was recorded.
const derived: ReadonlySet<string> = new Set(["publishedSortAt", "whenSortAt", "asOfSortAt"]);
// From the most open to the most hidden, as the database orders them.
const levels = Object.values(Visibility);

/** A row that says nothing of its visibility shows nobody what is hidden from them now. */
function keepHidden({ row }: Drafted, columns: Columns, stored: StoredRow): Columns {
  const name = "statedVisibility" in columns ? "statedVisibility" : "visibility";
  const [given, current] = [columns[name], stored[name]] as [Visibility | undefined, Visibility];
  if (given === undefined || cellOf(row, "visibility") !== "") return columns;
  return { ...columns, [name]: levels[Math.max(levels.indexOf(given), levels.indexOf(current))] };
}

function* refused(table: KeyedTable, { row }: Drafted, changed: readonly string[]): Generator<RowIssue> {
  const remedy = table === "events" ? "record another event, and a claim that disputes this one" : "record a new row that supersedes it";
  const cells = columnsOf[table].filter((column) => storedAs(column).some((name) => changed.includes(name)));
  for (const { name } of cells) yield issueAt(table, row, name, `the ${name} that is already on record (append-only: ${remedy})`);
}

/** The columns of the database that a cell of an asserted row ends up in. */
function storedAs({ field, part, refersTo }: Column): string[] {
  if (part === "edtf") return ["Earliest", "Latest", "Precision"].map((end) => `${field}${end}`);
  if (part !== undefined) return [`${field}${part === "timeZone" ? "TimeZone" : "Verbatim"}`];
  if (field === "visibility") return ["statedVisibility"];
  if (field === "changeReason") return ["changeReason", "retraction"];
  return refersTo ? [`${field}Id`] : [field];
}
