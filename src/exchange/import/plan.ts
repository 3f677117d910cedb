/** What an import will do: every row checked, and compared with what is on record. Nothing is written here, but what `along` writes. */
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import type { Detainee } from "../../db/generated/prisma/client.ts";
import { cellOf } from "../format/cell.ts";
import { checkAges, checkCaptures, checksOf, indexRows, orderRows } from "./coherence.ts";
import { compareRows, emptyPlan, type Importing, type TablePlan } from "./compare-rows.ts";
import { draftRow, type Drafted } from "./draft.ts";
import { keyedTables, type KeyedTable } from "../format/format.ts";
import { invalid, type RowIssue } from "../format/issue.ts";
import { correctNames, draftNames, planNames, type Listed, type NamePlan } from "./names.ts";
import type { Dataset } from "../format/read-dataset.ts";
import { lookUp, type Known } from "./reference.ts";

export type Plan = {
  readonly tables: Readonly<Record<KeyedTable, TablePlan>>;
  readonly names: NamePlan;
  /** Ids of the events, on record or new, on which the data set may bring new claims or of which it withdraws some. */
  readonly touchedEvents: readonly string[];
};

/** Takes what the check has found so far, to write it while it goes on. */
export type Along = {
  /** Rows of a table are checked; `plan` has the new ones among them. */
  checked(table: KeyedTable, rows: number, plan: TablePlan): Promise<void>;
  /** All of the table is; of people their names are too. */
  finished(table: KeyedTable, plan: TablePlan, names: NamePlan | null): Promise<void>;
};

// While the database writes, the thread checks so many rows before it looks what the database says.
const atOnce = 250;

/**
 * Checks the whole data set and plans its import as of `now`. With a fault found nothing more is given to `along`.
 * @throws InvalidInput naming every fault of every file
 */
export async function planImport(db: Db, dataset: Dataset, importing: Importing, along: Along | null): Promise<Plan> {
  const { now, reason } = importing;
  const issues: RowIssue[] = [];
  const { rows, named } = indexRows(dataset, issues);
  const known = await lookUp(db, rows, named);
  await checkCaptures(db, dataset, issues);

  const tables = {} as Record<KeyedTable, TablePlan>;
  const primaryNames = new Map<string, Listed>();
  const minors = new Map<string, boolean>();
  let names: NamePlan | null = null;
  for (const table of keyedTables) {
    tables[table] = emptyPlan();
    const check = checksOf(table, rows, known);
    for (const portion of chunks(orderRows(table, rows[table], known, issues), along === null ? undefined : atOnce)) {
      const drafted: Drafted[] = [];
      for (const row of portion) {
        check(row, issues);
        const draft = draftRow(table, row, dataset.timeZone, known, now);
        if (Array.isArray(draft)) issues.push(...draft);
        else drafted.push(draft);
      }
      if (table === "detainees")
        for (const { key, columns } of drafted) {
          const { name, named, ageGroup } = columns(now) as Listed & Pick<Detainee, "ageGroup">;
          primaryNames.set(key, { name, named });
          minors.set(key, ageGroup === "MINOR");
        }
      if (table === "events") checkAges(drafted, now, minors, known, issues);
      await compareRows(db, table, drafted, known, importing, tables[table], issues);
      if (issues.length === 0) await along?.checked(table, portion.length, tables[table]);
    }
    if (table === "detainees") {
      const checkName = checksOf("names", rows, known);
      for (const row of dataset.rows.names) checkName(row, issues);
      names = await planNames(db, primaryNames, draftNames(dataset, primaryNames, known, issues), known);
      correctNames(tables.detainees, names, reason, dataset, known, issues);
    }
    if (issues.length === 0) await along?.finished(table, tables[table], names);
  }
  if (issues.length > 0) throw invalid(issues);
  return { tables, names: names!, touchedEvents: await touchedEvents(db, dataset, known, tables) };
}

async function touchedEvents(db: Db, dataset: Dataset, known: Known, plans: Plan["tables"]): Promise<string[]> {
  const touched = new Set<string>([...plans.events.created, ...plans["event-claims"].created]);
  const superseded = new Set<string>();
  for (const row of dataset.rows["event-claims"]) {
    const key = cellOf(row, "supersedes");
    if (key !== "" && !known["event-claims"].has(cellOf(row, "key"))) superseded.add(key);
  }
  for (const keys of chunks(superseded)) {
    const claims = await db.claim.findMany({ where: { key: { in: keys } }, select: { statedEventId: true } });
    for (const { statedEventId } of claims) if (statedEventId !== null) touched.add(statedEventId);
  }
  return [...touched];
}
