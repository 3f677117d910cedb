/** Writing what an import has planned: new rows in portions, changed rows one by one, each change on record in the audit trail. */
import type { Db } from "../../db/database.ts";
import { unspecified } from "../../domain/counting/indicator.ts";
import { keepNameForms } from "../../domain/records/detainee.ts";
import { chunks } from "../../db/chunks.ts";
import { keyedTables, nouns, type KeyedTable } from "../format/format.ts";
import type { ChangeReason } from "../../domain/amending/amend.ts";
import { versioned, writeVersion } from "./corrections.ts";
import type { NamePlan } from "./names.ts";
import type { Plan } from "./plan.ts";
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
    written += await writeNew(db, table, plan, writing);
    await updateRows(db, table, plan, writing);
    if (table === "detainees") await writeNames(db, plan.names);
  }
  // Without it the queries that follow are planned for the tables as they were, perhaps empty; nobody else can do it before the transaction commits.
  if (written >= 1000)
    await db.$executeRaw`ANALYZE "Source", "Document", "Definition", "Facility", "Detainee", "PersonName", "CustodyEvent", "Claim"`;
}

/** What counts of OTHER count that come from files without indicators. */
export async function keepUnspecified(db: Db, { tables }: Plan, now: Date): Promise<void> {
  const brought = () => [...tables.indicators.create].some(({ id }) => id === unspecified.id);
  if (tables.counts.countsUnspecified && !brought())
    await db.indicator.createMany({ data: [{ ...unspecified, recordedAt: now }], skipDuplicates: true });
}

async function writeNew(db: Db, table: KeyedTable, plan: Plan, { actor, now, situationId, progress, advance }: Writing): Promise<number> {
  const rows = plan.tables[table].create;
  const noun = nouns[table];
  const recording = {
    recordedAt: now,
    ...(noun === "CustodyEvent" || noun === "Claim" ? { recordedBy: actor } : {}),
    // Pages and codebooks are of whatever refers to them.
    ...(noun === "Document" || noun === "Definition" || noun === "Indicator" ? {} : { situationId }),
  };
  let written = 0;
  for (const portion of rows.portions()) {
    await createRows(db, table, portion, recording);
    written += portion.length;
    await advance(portion.length);
    progress.wrote(table, portion.length, written, rows.length);
  }
  return written;
}

async function updateRows(db: Db, table: KeyedTable, plan: Plan, { actor, now, reason, onProgress }: Writing): Promise<void> {
  const rows = plan.tables[table].update;
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
