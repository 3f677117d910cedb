/** New, changed or the same: the rows of a table against what is on record. */
import type { Db } from "../../db/database.ts";
import { Visibility } from "../../db/generated/prisma/enums.ts";
import type { ChangeReason } from "../../domain/amending/amend.ts";
import { unspecified } from "../../domain/counting/indicator.ts";
import { differences } from "../../domain/compare-rows.ts";
import { show } from "../../domain/input.ts";
import { canonicalZone } from "../../domain/time/zones.ts";
import { cellOf } from "../format/cell.ts";
import { chunks } from "../../db/chunks.ts";
import type { Columns, Drafted } from "./draft.ts";
import type { Noun } from "../../domain/identity.ts";
import { columnsOf, keyColumn, nouns, type Column, type KeyedTable } from "../format/format.ts";
import { fixedColumns, saysOtherwise, versioned, type Correction } from "./corrections.ts";
import { issueAt, type RowIssue } from "../format/issue.ts";
import { NewRows } from "../format/new-rows.ts";
import { idIn, type Known } from "./reference.ts";
import { stores, type StoredRow } from "./store.ts";

export type TablePlan = {
  readonly create: NewRows;
  /** Ids of the new rows that something is asked of later: facilities, and the events of new events and event claims. */
  readonly created: string[];
  /** Only the columns that change. */
  readonly update: Correction[];
  unchanged: number;
  /** People whom nobody said whether to show, and who are hidden because they are minors. */
  hiddenMinors: number;
  /** Whether a new count counts what files from before there were indicators leave open. */
  countsUnspecified: boolean;
};

export const emptyPlan = (): TablePlan => ({
  create: new NewRows(),
  created: [],
  update: [],
  unchanged: 0,
  hiddenMinors: 0,
  countsUnspecified: false,
});

export type Importing = {
  readonly now: Date;
  /** Why records on record are corrected; null where none may be. */
  readonly reason: ChangeReason | null;
  /** Where the data set goes. */
  readonly situationId: string;
};

/**
 * Compares a portion of the rows, and adds to the plan of the table what is to be done. A claim that is on record with other content is an issue: such rows are never changed. So is any other row, unless a reason for correcting it is given, and what makes it this
 * record and no other.
 */
export async function compareRows(
  db: Db,
  table: KeyedTable,
  drafted: readonly Drafted[],
  known: Known,
  { now, reason, situationId }: Importing,
  plan: TablePlan,
  issues: RowIssue[],
): Promise<void> {
  const noun = versioned(table);
  for (const { key, row, columns } of drafted) {
    if (known[table].has(key)) continue;
    const made = columns(now);
    plan.create.add(made);
    if (table === "facilities" || table === "events") plan.created.push(String(made["id"]));
    if (table === "event-claims") plan.created.push(String(made["eventId"]));
    if (made["indicatorId"] === unspecified.id) plan.countsUnspecified = true;
    if (table === "detainees" && made["ageGroup"] === "MINOR" && cellOf(row, "visibility") === "") plan.hiddenMinors += 1;
  }
  const recorded = drafted.filter(({ key }) => known[table].get(key)?.table === table);
  for (const chunk of chunks(recorded)) {
    const ids = chunk.map(({ key }) => idIn(known, table, key));
    const rows = new Map((await stores[table].read(db, ids)).map((row) => [row.id, asStated(row)]));
    for (const [at, draft] of chunk.entries()) {
      const stored = rows.get(ids[at]!)!;
      if (inOneSituation.has(nouns[table]) && stored["situationId"] !== situationId) {
        issues.push(issueAt(table, draft.row, keyColumn(table), "a key that is not on record in another situation"));
        continue;
      }
      const columns = keepHidden(draft, draft.columns(stored.recordedAt), stored);
      const changed = differences(columns, stored);
      // What was redacted is not brought back by an old file.
      if (stored["redactedAt"] != null || changed.every((column) => derived.has(column))) plan.unchanged += 1;
      else if (noun === null) issues.push(...refused(table, draft, changed));
      else {
        const correction = Object.fromEntries(changed.map((column) => [column, columns[column]]));
        const fixed = fixedColumns(noun, changed);
        if (fixed.length > 0) issues.push(...refused(table, draft, fixed));
        else if (reason === null && saysOtherwise(noun, correction)) issues.push(...unexplained(table, draft, changed, stored));
        else
          plan.update.push({
            id: stored.id,
            columns: correction,
            before: "derivedFrom" in correction ? { derivedFrom: stored["derivedFrom"] } : {},
          });
      }
    }
  }
}

// What belongs to one situation and to no other. People, places and sources may occur in many.
const inOneSituation: ReadonlySet<string> = new Set<Noun>(["CustodyEvent", "Claim"]);

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
const derived: ReadonlySet<string> = new Set(["publishedSortAt", "whenSortAt"]);
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
  const remedy = versioned(table) === null ? "record a new row that supersedes it" : "with another, it is another record";
  const cells = columnsOf[table].filter((column) => storedAs(column).some((name) => changed.includes(name)));
  for (const { name } of cells) yield issueAt(table, row, name, `the ${name} that is already on record (append-only: ${remedy})`);
}

/** What would change, cell by cell. */
function* unexplained(table: KeyedTable, { row }: Drafted, changed: readonly string[], stored: StoredRow): Generator<RowIssue> {
  const cells = columnsOf[table].filter(
    (column) => column.field !== "visibility" && storedAs(column).some((name) => changed.includes(name)),
  );
  for (const column of cells) {
    const [first] = storedAs(column);
    const there = column.refersTo ? "another" : show(stored[first!] ?? null);
    yield issueAt(
      table,
      row,
      column.name,
      `what is on record (${there}), or a reason for correcting it (--reason), such as MORE_PRECISE or OUR_ERROR`,
    );
  }
}

/** The columns of the database that a cell ends up in. */
function storedAs({ field, part, refersTo }: Column): string[] {
  if (part === "edtf") return ["Earliest", "Latest", "Precision"].map((end) => `${field}${end}`);
  if (field === "place") return [field];
  if (part !== undefined) return [`${field}${part === "timeZone" ? "TimeZone" : "Verbatim"}`];
  if (field === "visibility") return ["statedVisibility", "visibility"];
  if (field === "changeReason") return ["changeReason", "retraction"];
  if (field === "derivedFrom") return [field];
  return refersTo ? [`${field}Id`, `stated${field[0]!.toUpperCase()}${field.slice(1)}Id`] : [field];
}
