/** Import: a data set into the database, all of it or nothing. What people have decided (verifications) is not exchanged; the policy looks at the evidence anew. */
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { audit } from "../../domain/change.ts";
import { takeMoment } from "../../domain/recording-clock.ts";
import { reevaluate } from "../../domain/verification/verification.ts";
import { eventsOfSamePeople } from "../../domain/verification/evidence.ts";
import { eventsRestingOn } from "../../domain/verification/events-resting-on.ts";
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import { locks } from "../../db/locks.ts";
import { takeTime } from "../../db/session.ts";
import { byTable, type Table } from "../format/format.ts";
import { checkParts } from "./coherence.ts";
import { planImport, type Plan } from "./plan.ts";
import type { Dataset } from "../format/read-dataset.ts";
import { writePlan } from "./write.ts";

export type ImportReport = Readonly<Record<"created" | "updated" | "unchanged", Readonly<Record<Table, number>>>>;

export type ImportOptions = {
  /** When the rows are recorded, unless something was recorded later than that. Now, when not given. */
  readonly now?: Date;
  /** Does everything and takes it back. The report is the same. */
  readonly dryRun?: boolean;
  /** Told of the work, in words, every few thousand rows. */
  readonly onProgress?: (message: string) => void;
};

const hour = 3_600_000;

class TakenBack extends Error {}

/**
 * Imports a data set in one transaction. Rows are recorded by `import:<name of the data set>`, their ids follow from their keys, and the same again changes nothing. Sources,
 * documents, facilities and people that are on record with other content are updated; asserted rows (definitions, events, claims) never are. An empty `visibility` cell shows
 * nobody what is hidden from them now. Rows that the data set does not mention stay as they are.
 * @throws InvalidInput naming every fault of every file; then nothing is written
 * @throws Conflict when somebody decides on one of the same events meanwhile: import again
 */
export async function importDataset(
  prisma: PrismaClient,
  dataset: Dataset,
  { now: wall, dryRun = false, onProgress = () => {} }: ImportOptions = {},
): Promise<ImportReport> {
  const actor = `import:${dataset.name}`;
  let report: ImportReport | undefined;
  try {
    await prisma.$transaction(
      async (db) => {
        await takeTime(db);
        await db.$executeRaw`SELECT pg_advisory_xact_lock(${locks.import}::bigint)`;
        const now = await takeMoment(db, wall ?? null);
        onProgress(`checking ${Object.values(dataset.rows).reduce((sum, rows) => sum + rows.length, 0)} rows`);
        const plan = await planImport(db, dataset, now);
        report = reportOf(plan);
        await writePlan(db, plan, { actor, now, onProgress });
        await checkParts(db, dataset, plan.tables.facilities);

        const touched = await eventsOfSamePeopleAs(db, plan.touchedEvents);
        const events = [...new Set([...touched, ...(await eventsDependingOn(db, plan))])];
        let seen = 0;
        for (const ids of chunks(events, 2000)) {
          await reevaluate(db, ids, now);
          seen += ids.length;
          if (seen % 10_000 === 0 || seen === events.length) onProgress(`evidence: ${seen} of ${events.length} events looked at`);
        }
        if (changes(report)) await audit(db, actor, "import", "Dataset", dataset.name, report);
        if (dryRun) throw new TakenBack();
      },
      { timeout: hour, maxWait: hour },
    );
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return report!;
}

function reportOf({ tables, names }: Plan): ImportReport {
  const number = (of: (table: Plan["tables"][keyof Plan["tables"]]) => number, ofNames: number) =>
    byTable((table) => (table === "names" ? ofNames : of(tables[table])));
  return {
    created: number(({ create }) => create.length, names.counts.created),
    updated: number(({ update }) => update.length, names.counts.updated),
    unchanged: number(({ unchanged }) => unchanged, names.counts.unchanged),
  };
}

const changes = ({ created, updated }: ImportReport) => [...Object.values(created), ...Object.values(updated)].some((rows) => rows > 0);

async function eventsOfSamePeopleAs(db: Db, touched: Iterable<string>): Promise<string[]> {
  const events: string[] = [];
  for (const ids of chunks([...touched], 2000)) events.push(...(await eventsOfSamePeople(db, ids)));
  return events;
}

/** Ids of the events that rest on a source of another kind, group or name than before, or on a document with another publisher, other authors or origins, or from another time. */
async function eventsDependingOn(db: Db, { tables: { sources, documents } }: Pick<Plan, "tables">): Promise<string[]> {
  const changed = (rows: readonly { id: string; columns: object }[], bearing: readonly string[]) =>
    rows.flatMap(({ id, columns }) => (bearing.some((column) => column in columns) ? [id] : []));
  return eventsRestingOn(db, {
    sources: changed(sources.update, ["independenceGroup", "kind", "name", "aliases"]),
    documents: changed(documents.update, ["publisherId", "derivedFrom", "authors", "publishedAtEarliest", "publishedAtLatest"]),
  });
}
