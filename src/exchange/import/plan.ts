/** What an import will do: every row checked, and compared with what is on record. Nothing is written here. */
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import type { Detainee } from "../../db/generated/prisma/client.ts";
import { cellOf } from "../format/cell.ts";
import { checkAges, checkCaptures, checkDefinitions, checkReferences, checkSuccession, indexRows, orderRows } from "./coherence.ts";
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

/**
 * Checks the whole data set and plans its import as of `now`.
 * @throws InvalidInput naming every fault of every file
 */
export async function planImport(db: Db, dataset: Dataset, importing: Importing): Promise<Plan> {
  const { now, reason } = importing;
  const issues: RowIssue[] = [];
  const known = await lookUp(db, dataset);
  const rows = indexRows(dataset, known, issues);
  checkReferences(dataset, rows, known, issues);
  checkDefinitions(dataset, rows, known, issues);
  checkSuccession(dataset, known, issues);
  await checkCaptures(db, dataset, issues);
  const order = orderRows(rows, known, issues);

  const tables = {} as Record<KeyedTable, TablePlan>;
  const primaryNames = new Map<string, Listed>();
  const minors = new Map<string, boolean>();
  for (const table of keyedTables) {
    tables[table] = emptyPlan();
    for (const keys of chunks(order[table])) {
      const drafted: Drafted[] = [];
      for (const key of keys) {
        const draft = draftRow(table, rows[table].get(key)!, dataset.timeZone, known, now);
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
    }
  }
  const otherNames = draftNames(dataset, primaryNames, known, issues);
  const names = await planNames(db, primaryNames, otherNames, known);
  correctNames(tables.detainees, names, reason, dataset, known, issues);

  if (issues.length > 0) throw invalid(issues);
  return { tables, names, touchedEvents: touchedEvents(dataset, known, tables) };
}

function touchedEvents(dataset: Dataset, known: Known, plans: Plan["tables"]): string[] {
  const touched = new Set<string>();
  for (const { id } of plans.events.create) touched.add(String(id));
  for (const { eventId } of plans["event-claims"].create) touched.add(String(eventId));
  for (const row of dataset.rows["event-claims"]) {
    const superseded = known["event-claims"].has(cellOf(row, "key")) ? null : known["event-claims"].get(cellOf(row, "supersedes"))?.event;
    if (superseded != null) touched.add(superseded);
  }
  return [...touched];
}
