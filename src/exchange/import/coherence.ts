/** What must hold between the rows of a data set, and between them and what is on record. Each check gives every issue that it finds. */
import type { Db } from "../../db/database.ts";
import { circularAmong } from "../../domain/records/facility-parts.ts";
import { show } from "../../domain/input.ts";
import { cellOf, type Row } from "../format/cell.ts";
import { chunks } from "../../db/chunks.ts";
import { byTable, claimTables, columnsOf, keyColumn, keyedTables, referenceTo, type KeyedTable, type Table } from "../format/format.ts";
import { invalid, issueAt, type RowIssue } from "../format/issue.ts";
import { minorExpected, tellsMinor } from "../../domain/records/custody-event.ts";
import type { TablePlan } from "./compare-rows.ts";
import type { Drafted } from "./draft.ts";
import { parentsFirst } from "../format/parents-first.ts";
import { KeyList } from "../format/key-list.ts";
import { keyOf, referencesOf, type KeysOfTables, type Known } from "./reference.ts";
import { RowIndex } from "../format/row-index.ts";
import type { Dataset } from "../format/read-dataset.ts";

/** The rows of each table by key. */
export type RowsByKey = Readonly<Record<KeyedTable, RowIndex>>;

/** A key names one row: in its file, and among claims of all kinds. `named` are the keys by which rows refer to others of a table. */
export function indexRows(dataset: Dataset, issues: RowIssue[]): { readonly rows: RowsByKey; readonly named: KeysOfTables } {
  const byKey = {} as Record<KeyedTable, RowIndex>;
  const named = byTable(() => new KeyList());
  const note = (table: Table, row: Row) => {
    for (const { to, key } of referencesOf(table, row)) named[to].add(key);
  };
  for (const row of dataset.rows.names) note("names", row);
  for (const table of keyedTables) {
    const rows = (byKey[table] = new RowIndex(dataset.rows[table]));
    const column = keyColumn(table);
    let place = 0;
    for (const row of dataset.rows[table]) {
      note(table, row);
      const key = keyOf(table, row);
      const first = rows.add(key, place);
      place += 1;
      if (first) issues.push(issueAt(table, row, column, `a ${column} that no other row has (line ${first.line} has it)`));
      for (const other of kindsBefore(table)) {
        const taken = byKey[other].get(key);
        if (taken) issues.push(issueAt(table, row, column, `a key that no other claim has (line ${taken.line} of ${other}.csv has it)`));
      }
    }
  }
  return { rows: byKey, named };
}

/** The tables of claims that are read before this one of claims. */
function kindsBefore(table: KeyedTable): KeyedTable[] {
  const kinds: KeyedTable[] = Object.values(claimTables);
  return kinds.slice(0, Math.max(0, kinds.indexOf(table)));
}

/**
 * A key is on record as what it is here. Every reference leads to a row of the set or on record, and none that is required is missing. A definition is of the source that asserts the count; a new
 * version of one is of the same source. A row is superseded once: a further correction supersedes the correction.
 */
export function checksOf(table: Table, rows: RowsByKey, known: Known): RowCheck {
  const checks = [referenceChecks(table, rows, known), ...definitionChecks(table, rows, known)];
  if (table !== "names") checks.unshift(keyCheck(table, known));
  if (isSucceeded(table)) checks.push(successionCheck(table, known));
  return (row, issues) => {
    for (const check of checks) check(row, issues);
  };
}

type RowCheck = (row: Row, issues: RowIssue[]) => void;

function keyCheck(table: KeyedTable, known: Known): RowCheck {
  return (row, issues) => {
    const recorded = known[table].get(keyOf(table, row));
    if (recorded && recorded.table !== table)
      issues.push(issueAt(table, row, keyColumn(table), `a key that is not on record as ${referenceTo[recorded.table]}`));
  };
}

function referenceChecks(table: Table, rows: RowsByKey, known: Known): RowCheck {
  const required = columnsOf[table].flatMap(({ name, refersTo, required }) => (refersTo && required ? [{ name, refersTo }] : []));
  return (row, issues) => {
    for (const { name, refersTo } of required) if (cellOf(row, name) === "") issues.push(issueAt(table, row, name, referenceTo[refersTo]));
    for (const { column, to, key } of referencesOf(table, row)) {
      if (!rows[to].has(key) && known[to].get(key)?.table !== to)
        issues.push(issueAt(table, row, column.name, `${referenceTo[to]}, in ${to}.csv or on record`, show(key)));
    }
  };
}

function definitionChecks(table: Table, rows: RowsByKey, known: Known): RowCheck[] {
  const sourceOf = (key: string) => {
    const row = rows.definitions.get(key);
    return row ? cellOf(row, "source") : known.definitions.get(key)?.source;
  };
  const check =
    (column: string, sourceColumn: string): RowCheck =>
    (row, issues) => {
      const [key, source] = [cellOf(row, column), cellOf(row, sourceColumn)];
      const actual = key === "" ? undefined : sourceOf(key);
      if (actual !== undefined && actual !== source)
        issues.push(issueAt(table, row, column, `a definition of ${show(source)}`, `${show(key)}, which is one of ${show(actual)}`));
    };
  if (table === "counts") return [check("definition", "asserted_by")];
  return table === "definitions" ? [check("supersedes", "source")] : [];
}

const isSucceeded = (table: Table): table is KeyedTable => table === "definitions" || Object.values<Table>(claimTables).includes(table);

function successionCheck(table: KeyedTable, known: Known): RowCheck {
  const successors = new Map<string, string>();
  return (row, issues) => {
    const superseded = cellOf(row, "supersedes");
    if (superseded === "") return;
    const key = keyOf(table, row);
    const successor = successors.get(superseded) ?? known[table].get(superseded)?.supersededBy ?? key;
    if (successor !== key)
      issues.push(
        issueAt(table, row, "supersedes", "a row that is not superseded yet", `${show(superseded)}, which ${show(successor)} supersedes`),
      );
    else successors.set(superseded, key);
  };
}

/** One capture, one document. */
export async function checkCaptures(db: Db, dataset: Dataset, issues: RowIssue[]): Promise<void> {
  const captured = [...dataset.rows.documents].filter((row) => cellOf(row, "sha256") !== "");
  const owners = new Map<string, string>();
  for (const chunk of chunks(captured)) {
    const hashes = chunk.map((row) => cellOf(row, "sha256"));
    for (const { sha256, key } of await db.document.findMany({ where: { sha256: { in: hashes } }, select: { sha256: true, key: true } }))
      owners.set(sha256!, key);
  }
  for (const row of captured) {
    const [sha256, key] = [cellOf(row, "sha256"), keyOf("documents", row)];
    const owner = owners.get(sha256) ?? key;
    if (owner !== key)
      issues.push(issueAt("documents", row, "sha256", "the SHA-256 of a capture that no other document has", `that of ${show(owner)}`));
    else owners.set(sha256, key);
  }
}

/**
 * No facility is part of itself by way of records that were judged to be one; circles in the set itself are found before (`orderRows`). Takes what has been written.
 * @throws InvalidInput
 */
export async function checkParts(db: Db, dataset: Dataset, { created, update }: TablePlan): Promise<void> {
  const moved = [...created, ...update.filter(({ columns }) => "statedPartOfId" in columns).map(({ id }) => id)];
  const circular = new Set(await circularAmong(db, moved));
  if (circular.size === 0) return;
  const slugs = await db.facility.findMany({ where: { id: { in: [...circular] } }, select: { slug: true } });
  const among = new Set(slugs.map(({ slug }) => slug));
  const rows = [...dataset.rows.facilities].filter((row) => among.has(keyOf("facilities", row)));
  throw invalid(
    rows.map((row) => issueAt("facilities", row, "part_of", "a facility that is, with what it was merged with, no part of this one")),
  );
}

/**
 * Rows of a table do not refer to one another in a circle. Gives the rows of a table in an order in which each comes after those that it refers to: those that refer to none of their own come first,
 * as they stand in the file.
 */
export function orderRows(table: KeyedTable, rows: RowIndex, known: Known, issues: RowIssue[]): Iterable<Row> {
  const refersToItself = columnsOf[table].some(({ refersTo }) => refersTo === table);
  const own = (row: Row) => (refersToItself ? referencesOf(table, row).filter(({ to }) => to === table) : []);
  const dependent = new Map<string, readonly string[]>();
  if (refersToItself)
    for (const [key, row] of rows.entries()) {
      const parents = own(row).map((reference) => reference.key);
      if (parents.length > 0) dependent.set(key, parents);
    }
  const parentsOf = (key: string) => dependent.get(key) ?? (rows.has(key) ? [] : (known[table].get(key)?.parents ?? []));
  const { order, circles } = parentsFirst(dependent.keys(), parentsOf);
  for (const circle of circles) {
    // Told where it enters the set. One that does not was on record before, and this data set neither made it nor can mend it.
    const at = circle.findIndex((key) => rows.has(key));
    if (at === -1) continue;
    const way = [...circle.slice(at), ...circle.slice(0, at + 1)];
    const [key, next] = [way[0]!, way[1]!];
    const row = rows.get(key)!;
    const column = own(row).find((reference) => reference.key === next)!.column.name;
    issues.push(issueAt(table, row, column, "references that do not go in a circle", way.map(show).join(" → ")));
  }
  return (function* () {
    for (const [key, row] of rows.entries()) if (!dependent.has(key)) yield row;
    for (const key of order) if (dependent.has(key)) yield rows.get(key)!;
  })();
}

/** Whoever is told to be under age at an event is a minor, and as hidden. `minors` are those of the data set. */
export function checkAges(
  drafted: readonly Drafted[],
  now: Date,
  minors: ReadonlyMap<string, boolean>,
  known: Known,
  issues: RowIssue[],
): void {
  for (const { row, columns } of drafted) {
    const age = columns(now)["age"] as number | null;
    if (!tellsMinor(age)) continue;
    const person = cellOf(row, "detainee");
    if (!(minors.get(person) ?? known.detainees.get(person)?.minor ?? false))
      issues.push(issueAt("events", row, "age", `${minorExpected} (age_group in detainees.csv)`));
  }
}
