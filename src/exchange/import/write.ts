/** Writing what an import has planned: new rows in portions, changed rows one by one, each change on record in the audit trail. */
import type { Db } from "../../db/database.ts";
import { unspecified } from "../../domain/counting/indicator.ts";
import { keepNameForms } from "../../domain/records/detainee.ts";
import { chunks } from "../../db/chunks.ts";
import { keyedTables, nouns, type KeyedTable } from "../format/format.ts";
import type { Portion } from "../format/new-rows.ts";
import type { ChangeReason } from "../../domain/amending/amend.ts";
import { versioned, writeVersion } from "./corrections.ts";
import type { TablePlan } from "./compare-rows.ts";
import type { NamePlan } from "./names.ts";
import type { Along, Plan } from "./plan.ts";
import type { Progress } from "./progress.ts";
import { createRows, insertRows, stores } from "./store.ts";

export type Writing = {
  readonly actor: string;
  readonly now: Date;
  /** The situation for which new rows are recorded. */
  readonly situationId: string;
  /** Why records on record are corrected; null where none is. */
  readonly reason: ChangeReason | null;
  readonly onProgress: (message: string) => void;
  readonly progress: Progress;
  /** Called after so many rows; what it throws ends the import. */
  readonly advance: (rows: number) => Promise<void>;
};

/** Writes a plan, table after table, so that every row finds those that it refers to. */
export async function writePlan(db: Db, plan: Plan, writing: Writing): Promise<void> {
  let written = 0;
  for (const table of keyedTables) {
    const rows = plan.tables[table];
    let ofTable = 0;
    for (const portion of rows.create.portions()) {
      await writeNew(db, table, rows, portion, writing);
      ofTable += portion.length;
      await writing.advance(portion.length);
      writing.progress.did(table, portion.length, ofTable, rows.create.length);
    }
    await finishTable(db, table, rows, plan.names, writing);
    written += ofTable;
  }
  await planAnew(db, written);
}

/** Writes what a check finds while it goes on: the database works on one portion while the next is checked. */
export class WritingAlong implements Along {
  readonly #db: Db;
  readonly #writing: Writing;
  readonly #rows: (table: KeyedTable) => number;
  /** What the database is at; it may have failed before anybody asks. */
  #underWay: Promise<void> = Promise.resolve();
  #ofTable = 0;
  #written = 0;

  /** `rows`: how many rows a table of the data set has. */
  constructor(db: Db, writing: Writing, rows: (table: KeyedTable) => number) {
    [this.#db, this.#writing, this.#rows] = [db, writing, rows];
  }

  async checked(table: KeyedTable, rows: number, plan: TablePlan): Promise<void> {
    await this.#write(table, plan, false);
    this.#ofTable += rows;
    await this.#writing.advance(rows);
    this.#writing.progress.did(table, rows, this.#ofTable, this.#rows(table));
  }

  async finished(table: KeyedTable, plan: TablePlan, names: NamePlan | null): Promise<void> {
    await this.#write(table, plan, true);
    await this.#underWay;
    await finishTable(this.#db, table, plan, names, this.#writing);
    this.#ofTable = 0;
  }

  /** Nothing is under way any more, whatever came of it. */
  async atRest(): Promise<void> {
    await Promise.allSettled([this.#underWay]);
  }

  /** After the last table. */
  async end(): Promise<void> {
    await planAnew(this.#db, this.#written);
  }

  async #write(table: KeyedTable, plan: TablePlan, last: boolean): Promise<void> {
    const portion = plan.create.drawn(last);
    if (portion === null) return;
    await this.#underWay;
    this.#written += portion.length;
    this.#underWay = writeNew(this.#db, table, plan, portion, this.#writing);
    this.#underWay.catch(() => {});
  }
}

/** Without it the queries that follow are planned for the tables as they were, perhaps empty; nobody else can do it before the transaction commits. */
async function planAnew(db: Db, written: number): Promise<void> {
  if (written >= 1000)
    await db.$executeRaw`ANALYZE "Source", "Document", "Definition", "Facility", "Detainee", "PersonName", "CustodyEvent", "Claim"`;
}

async function finishTable(db: Db, table: KeyedTable, plan: TablePlan, names: NamePlan | null, writing: Writing): Promise<void> {
  await updateRows(db, table, plan, writing);
  if (table === "detainees" && names !== null) await writeNames(db, names);
}

async function writeNew(
  db: Db,
  table: KeyedTable,
  { countsUnspecified }: TablePlan,
  portion: Portion,
  { actor, now, situationId }: Writing,
): Promise<void> {
  // What counts of OTHER count that come from files without indicators; the file may have brought it.
  if (countsUnspecified) await db.indicator.createMany({ data: [{ ...unspecified, recordedAt: now }], skipDuplicates: true });
  const noun = nouns[table];
  const recording = {
    recordedAt: now,
    ...(noun === "CustodyEvent" || noun === "Claim" ? { recordedBy: actor } : {}),
    // Pages and codebooks are of whatever refers to them.
    ...(noun === "Document" || noun === "Definition" || noun === "Indicator" ? {} : { situationId }),
  };
  await createRows(db, table, portion, recording);
}

async function updateRows(
  db: Db,
  table: KeyedTable,
  { update: rows }: TablePlan,
  { actor, now, reason, onProgress }: Writing,
): Promise<void> {
  const noun = versioned(table);
  for (const row of rows) {
    if (noun !== null && reason !== null) await writeVersion(db, noun, row, { changeReason: reason, actor, now });
    await stores[table].update?.(db, row.id, row.columns);
  }
  for (const chunk of chunks(rows)) {
    const entries = chunk.map(({ id, columns }) => ({
      actor,
      action: "import",
      entity: nouns[table],
      entityId: id,
      detail: { changed: Object.keys(columns) },
    }));
    await db.auditEntry.createMany({ data: entries });
  }
  if (rows.length > 0) onProgress(`${table}: ${rows.length} updated`);
}

async function writeNames(db: Db, { create, update, remove }: NamePlan): Promise<void> {
  const renamed = new Set<string>();
  for (const ids of chunks(remove)) {
    const gone = await db.personName.findMany({ where: { id: { in: ids } }, select: { statedDetaineeId: true } });
    for (const { statedDetaineeId } of gone) if (statedDetaineeId !== null) renamed.add(statedDetaineeId);
    await db.personName.deleteMany({ where: { id: { in: ids } } });
  }
  for (const { id, kind, language } of update) await db.personName.update({ where: { id }, data: { kind, language } });
  for (const rows of chunks(create)) {
    const portion = { columns: Object.keys(rows[0]!), common: "{}", rows: JSON.stringify(rows), length: rows.length };
    await insertRows(db, "PersonName", portion, {});
    await keepNameForms(db, [...new Set(rows.map(({ detaineeId }) => detaineeId))]);
  }
  for (const people of chunks([...renamed])) await keepNameForms(db, people);
}
