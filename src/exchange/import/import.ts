/** Import: a data set into the database, all of it or nothing. What people have decided (verifications) is not exchanged; the policy looks at the evidence anew. */
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { audit } from "../../domain/change.ts";
import { closeGate } from "../../domain/import-gate.ts";
import { appendToFeed, type FeedEntry } from "../../domain/outbox.ts";
import { reevaluate } from "../../domain/verification/verification.ts";
import { eventsOfSamePeople } from "../../domain/verification/evidence.ts";
import type { ChangeReason } from "../../domain/amending/amend.ts";
import { settleTimelinesWith } from "../../domain/timeline/settle-timelines.ts";
import { amendedBeside, eventsDependingOn, eventsOfPeopleShownAnew } from "./corrections.ts";
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import { isAlone } from "../../db/exclusively.ts";
import { takeTime } from "../../db/session.ts";
import { InvalidInput } from "../../errors.ts";
import { byTable, type ClaimTable, type Table } from "../format/format.ts";
import { checkParts } from "./coherence.ts";
import type { Importing } from "./compare-rows.ts";
import { planImport, type Plan } from "./plan.ts";
import { beginWork, Misjudged, momentOfCheck, type Pace, type Work } from "./pace.ts";
import { Progress } from "./progress.ts";
import type { Dataset } from "../format/read-dataset.ts";
import { missingClaims, withdrawClaims, type Completeness } from "./complete.ts";
import { settleCustodian, settleSituation, type Settling } from "./situation.ts";
import { WritingAlong, writePlan, type Writing } from "./write.ts";

export type ImportReport = Readonly<Record<"created" | "updated" | "unchanged", Readonly<Record<Table, number>>>> & {
  /** New people who are hidden because they are minors, and nobody said otherwise. */
  readonly hiddenMinors: number;
  /** Claims that are missing from the whole list, where the data set is one. */
  readonly withdrawn?: Readonly<Record<ClaimTable, number>>;
};

export type ImportOptions = {
  /** When the rows are recorded, unless something was recorded later than that. Now, when not given. */
  readonly now?: Date;
  /** Why records are corrected that are on record with other content. Without it such a row is a fault that says what it would change. */
  readonly reason?: ChangeReason | undefined;
  /** The slug of the situation into which a data set goes that brings none; the only one of the hub when not given. */
  readonly situation?: string | undefined;
  /** When the source recorded the rows, as whoever imports says. Kept in the audit trail beside the moment of the rows; what was known when goes by ours alone. */
  readonly sourceRecordedAt?: Date | undefined;
  /** The data set is the whole list: what an earlier import of it brought and what is missing now is withdrawn (complete.ts). */
  readonly complete?: Completeness | undefined;
  /** Does everything and takes it back. The report is the same. */
  readonly dryRun?: boolean;
  /** Whether others change things meanwhile, who shall not wait for a large data set. Not where the database does one thing at a time. */
  readonly beside?: boolean;
  /** Told of the work, in words, every few thousand rows. */
  readonly onProgress?: (message: string) => void;
};

const hour = 3_600_000;

class TakenBack extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("It was done, and taken back.");
    this.report = report;
  }
}

// Up to so many rows verifiers wait about as long as for any change.
const fewRows = 1000;
const triesAhead = 3;
// To look at the evidence on an event takes as long as to write so many rows.
const eventInRows = 3;

/**
 * Imports a data set in one transaction. Rows are recorded by `import:<name of the data set>`, their ids follow from their keys, and the same again changes nothing. What is on record with other
 * content is corrected by a version, if a reason is given, and claims only by claims that supersede them. An empty `visibility` cell shows nobody what is hidden from them now. Rows that the data set
 * does not mention stay as they are.
 *
 * A large one does not hold verifiers up (recording-clock.ts): unless nobody else is connected, it is recorded at a moment for which it is expected to be done, and is written again when it was not;
 * the last time holding the clock.
 * @throws InvalidInput naming every fault of every file; then nothing is written
 */
export async function importDataset(prisma: PrismaClient, dataset: Dataset, options: ImportOptions = {}): Promise<ImportReport> {
  const { beside = false, now, dryRun = false } = options;
  // At a moment that is given there is none to wait for.
  if (!beside || rowsOf(dataset) <= fewRows || now !== undefined) return attempt(prisma, dataset, options, "holding the clock");
  let ahead: number | null = null;
  try {
    if (!dryRun && (await isAlone(prisma))) return await attempt(prisma, dataset, options, "alone");
  } catch (error) {
    if (!(error instanceof Misjudged)) throw error;
    ahead = error.milliseconds;
    options.onProgress?.("somebody else is connected now: again from the beginning, so that nobody waits");
  }
  try {
    return await attempt(prisma, dataset, options, { ahead });
  } catch (error) {
    if (!(error instanceof Misjudged)) throw error;
    return attempt(prisma, dataset, options, "holding the clock");
  }
}

const rowsOf = (dataset: Dataset) => Object.values(dataset.rows).reduce((sum, rows) => sum + rows.length, 0);

async function attempt(prisma: PrismaClient, dataset: Dataset, options: ImportOptions, pace: Pace): Promise<ImportReport> {
  const { now: wall, reason, situation: named, sourceRecordedAt, onProgress = () => {} } = options;
  const actor = `import:${dataset.name}`;
  let report: ImportReport | undefined;
  try {
    await prisma.$transaction(
      async (db) => {
        await takeTime(db);
        await closeGate(db);
        const checkedAt = await momentOfCheck(db, pace, wall);
        if (sourceRecordedAt !== undefined && sourceRecordedAt > checkedAt)
          throw new InvalidInput([
            {
              path: "recordedAt",
              expected: "a moment that has passed, when the source recorded this",
              received: sourceRecordedAt.toISOString(),
            },
          ]);
        const beganToCheck = performance.now();
        onProgress(`checking ${rowsOf(dataset)} rows`);
        const settling = { named: named ?? null, correct: reason !== undefined, actor };
        const situation = await settleSituation(db, dataset, settling);
        const importing = { now: checkedAt, reason: reason ?? null, situationId: situation.id };
        const carrying = { ...options, actor, situation, settling };
        if (typeof pace === "string") {
          const work = await beginWork(db, pace, { checkedAt, checking: 0, all: rowsOf(dataset), before: null });
          report = await writeAlong(db, dataset, importing, { ...carrying, work });
          return;
        }
        const plan = await planImport(db, dataset, importing, null);
        const checking = performance.now() - beganToCheck;
        const all = writtenBy(plan) + plan.touchedEvents.length * eventInRows;
        let before: number | null = null;
        for (let tries = triesAhead; ; tries -= 1) {
          await db.$executeRaw`SAVEPOINT checked`;
          try {
            const work = await beginWork(db, pace, { checkedAt, checking, all, before });
            report = await carryOut(db, dataset, plan, { ...carrying, work });
            return;
          } catch (error) {
            if (!(error instanceof Misjudged) || tries === 1) throw error;
            before = Math.max(before ?? 0, error.milliseconds);
            onProgress(`to write all takes about ${Math.ceil(before / 1000)} s: again from where it was checked`);
            await db.$executeRaw`ROLLBACK TO SAVEPOINT checked`;
          }
        }
      },
      { timeout: hour, maxWait: hour },
    );
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    report = error.report;
  }
  return report!;
}

type CarryingOut = Pick<ImportOptions, "complete" | "reason" | "dryRun" | "sourceRecordedAt" | "onProgress"> & {
  readonly actor: string;
  readonly situation: Awaited<ReturnType<typeof settleSituation>>;
  readonly settling: Settling;
  readonly work: Work;
};

/** Writes what was planned, at the moment that the work is done for. */
async function carryOut(db: Db, dataset: Dataset, plan: Plan, carrying: CarryingOut): Promise<ImportReport> {
  const situationChanged = await carrying.situation.write(carrying.work.moment);
  await writePlan(db, plan, writingFor(carrying, writtenBy(plan)));
  return conclude(db, dataset, plan, { ...carrying, situationChanged });
}

/** Writes while it checks: of a moment that is known from the beginning. */
async function writeAlong(db: Db, dataset: Dataset, importing: Importing, carrying: CarryingOut): Promise<ImportReport> {
  const situationChanged = await carrying.situation.write(carrying.work.moment);
  const along = new WritingAlong(db, writingFor(carrying, rowsOf(dataset)), (table) => dataset.rows[table].length);
  // The transaction is not ended under a statement.
  await using ending = new AsyncDisposableStack();
  ending.defer(() => along.atRest());
  const plan = await planImport(db, dataset, importing, along);
  await along.end();
  carrying.work.expect(plan.touchedEvents.length * eventInRows);
  return conclude(db, dataset, plan, { ...carrying, situationChanged });
}

const advancing = ({ dryRun = false, work }: CarryingOut) => (dryRun ? async () => {} : (steps: number) => work.advance(steps));

function writingFor(carrying: CarryingOut, all: number): Writing {
  const { actor, situation, reason = null, onProgress = () => {}, work } = carrying;
  const progress = new Progress(all, onProgress);
  return { actor, now: work.moment, situationId: situation.id, reason, onProgress, progress, advance: advancing(carrying) };
}

/** With all rows written: looks at the evidence anew, and tells the feed. */
async function conclude(
  db: Db,
  dataset: Dataset,
  plan: Plan,
  carrying: CarryingOut & { readonly situationChanged: boolean },
): Promise<ImportReport> {
  const {
    complete,
    dryRun = false,
    sourceRecordedAt,
    onProgress = () => {},
    actor,
    situation,
    settling,
    work,
    situationChanged,
  } = carrying;
  const now = work.moment;
  const advance = advancing(carrying);
  let report = reportOf(plan);
  const entrusted = await settleCustodian(db, dataset, situation.id, settling);
  await checkParts(db, dataset, plan.tables.facilities);
  const missing = complete === undefined ? [] : await missingClaims(db, dataset, { actor, situationId: situation.id, now, complete });
  work.expect(missing.length);
  if (complete !== undefined) report = { ...report, withdrawn: await withdrawClaims(db, missing, { dataset, actor, now, advance }) };
  const bereft = missing.flatMap(({ eventId }) => eventId ?? []);

  const amended = new Set(plan.tables.events.update.map(({ id }) => id));
  await settleTimelinesWith(db, [...amended]);
  const touched = await eventsOfSamePeopleAs(db, [...plan.touchedEvents, ...bereft, ...amended]);
  const depending = [...(await eventsDependingOn(db, plan.tables)), ...(await eventsOfPeopleShownAnew(db, plan.tables))];
  // Who the state is bears on all that its organs say.
  if (entrusted)
    depending.push(...(await db.custodyEvent.findMany({ where: { situationId: situation.id }, select: { id: true } })).map(({ id }) => id));
  const events = [...new Set([...touched, ...depending])].toSorted();
  work.expect(Math.max(0, events.length - plan.touchedEvents.length) * eventInRows);
  const toTell: FeedEntry[] = [];
  let seen = 0;
  for (const ids of chunks(events, 1000)) {
    await reevaluate(db, ids, now, (entries) => void toTell.push(...entries), amended);
    await advance(ids.length * eventInRows);
    seen += ids.length;
    if (seen % 10_000 === 0 || seen === events.length) onProgress(`evidence: ${seen} of ${events.length} events looked at`);
  }
  toTell.push(...(await amendedBeside(db, plan.tables, new Set(toTell.map(({ releaseId }) => releaseId)), now)));
  if (changes(report) || situationChanged || entrusted) {
    const clocks = sourceRecordedAt && { recordedAt: now.toISOString(), sourceRecordedAt: sourceRecordedAt.toISOString() };
    await audit(db, actor, "import", "Dataset", dataset.name, { ...report, ...clocks });
  }
  if (dryRun) throw new TakenBack(report);
  await work.arrive();
  await appendToFeed(db, toTell);
  return report;
}

function reportOf({ tables, names }: Pick<Plan, "tables" | "names">): ImportReport {
  const number = (of: (table: Plan["tables"][keyof Plan["tables"]]) => number, ofNames: number) =>
    byTable((table) => (table === "names" ? ofNames : of(tables[table])));
  return {
    created: number(({ create }) => create.length, names.counts.created),
    updated: number(({ update }) => update.length, names.counts.updated),
    unchanged: number(({ unchanged }) => unchanged, names.counts.unchanged),
    hiddenMinors: tables.detainees.hiddenMinors,
  };
}

const writtenBy = ({ tables, names }: Plan) => {
  const { created, updated } = reportOf({ tables, names });
  return numberOf(created) + numberOf(updated);
};

const numberOf = (rows: Readonly<Partial<Record<Table, number>>>) => Object.values(rows).reduce((sum, many) => sum + many, 0);

const changes = ({ created, updated, withdrawn }: ImportReport) => [created, updated, withdrawn ?? {}].some((rows) => numberOf(rows) > 0);

async function eventsOfSamePeopleAs(db: Db, touched: Iterable<string>): Promise<string[]> {
  const events: string[] = [];
  for (const ids of chunks([...touched], 2000)) events.push(...(await eventsOfSamePeople(db, ids)));
  return events;
}
