/** Corrections by import: a row that says something else of a record than what is on record is a version of it, with a reason that whoever imports gives. */
import type { PersonName } from "../../db/generated/prisma/client.ts";
import { chunks } from "../../db/chunks.ts";
import type { Db } from "../../db/database.ts";
import { bearingOfSource } from "../../domain/amending/amend-source.ts";
import { eventsRestingOn } from "../../domain/verification/events-resting-on.ts";
import { releasesFrom } from "../../domain/amending/amend-facility.ts";
import { amendedReleases } from "../../domain/amending/tell-amended.ts";
import type { FeedEntry } from "../../domain/outbox.ts";
import { namesOf } from "../../domain/amending/amend-detainee.ts";
import { recordVersion, type ChangeReason } from "../../domain/amending/amend.ts";
import { recordColumn, sayingColumns, type RecordNoun } from "../../domain/history/particulars.ts";
import type { Columns } from "./draft.ts";
import { nouns, type KeyedTable } from "../format/format.ts";

export type Correction = {
  readonly id: string;
  /** Only the columns that change. */
  readonly columns: Columns;
  /** What rows of the record's own were before. */
  readonly before: Columns;
};

/** What is corrected in some tables. */
type Corrected<Tables extends KeyedTable> = Readonly<Record<Tables, { readonly update: readonly Correction[] }>>;

/** The tables of records that have versions; claims are corrected by claims. */
export const versioned = (table: KeyedTable): RecordNoun | null => (nouns[table] in recordColumn ? (nouns[table] as RecordNoun) : null);

// A column that follows merges stands beside the one that was stated, by which versions go.
const stated: Readonly<Record<string, string>> = { publisherId: "statedPublisherId", facilityId: "statedFacilityId" };

/** The columns of a correction as a version has them; what is no particular (who may see the record) is left out. */
export function versionColumns(noun: RecordNoun, columns: Columns): Columns {
  const derived = ["sortName", "publishedSortAt", "whenSortAt"];
  const saying = sayingColumns(noun);
  const named = Object.entries(columns).map(([column, value]) => [stated[column] ?? column, value] as const);
  return Object.fromEntries(named.filter(([column]) => saying.has(column) || derived.includes(column)));
}

/** Whether a correction says something else of the record. */
export const saysOtherwise = (noun: RecordNoun, columns: Columns): boolean =>
  Object.keys(versionColumns(noun, columns)).some((column) => sayingColumns(noun).has(column));

/** Of the columns that would change, those that no version can change. */
export function fixedColumns(noun: RecordNoun, changed: readonly string[]): string[] {
  return changed.filter((column) => column !== "visibility" && Object.keys(versionColumns(noun, { [column]: null })).length === 0);
}

export async function writeVersion(
  db: Db,
  noun: RecordNoun,
  { id, columns, before }: Correction,
  { changeReason, actor, now }: { changeReason: ChangeReason; actor: string; now: Date },
): Promise<void> {
  if (!saysOtherwise(noun, columns)) return;
  const version = { recordId: id, after: versionColumns(noun, columns), before };
  await recordVersion(db, noun, version, { changeReason, basis: null, recordedBy: actor, now });
}

export type Name = Pick<PersonName, "text" | "language" | "kind">;

/** The names of a person before and after, as one particular. */
export function namesChange(recorded: readonly Name[], after: readonly Name[]): { before: Columns; columns: Columns } {
  return { before: { names: namesOf(recorded) }, columns: { names: namesOf(after) } };
}

/** Verified releases of which something was corrected, as entries of the feed, unless it is told already. */
export async function amendedBeside(
  db: Db,
  tables: Corrected<"events" | "detainees" | "facilities">,
  told: ReadonlySet<string>,
  now: Date,
): Promise<FeedEntry[]> {
  const corrected = (table: "events" | "detainees" | "facilities") => {
    const noun = versioned(table)!;
    return tables[table].update.flatMap(({ id, columns }) => (saysOtherwise(noun, columns) ? [id] : []));
  };
  const entries = new Map<string, FeedEntry>();
  const note = async (where: Parameters<typeof amendedReleases>[1]) => {
    for (const entry of await amendedReleases(db, where, now)) if (!told.has(entry.releaseId)) entries.set(entry.releaseId, entry);
  };
  for (const ids of chunks(corrected("events"))) await note({ id: { in: ids } });
  for (const ids of chunks(corrected("detainees")))
    await note({ OR: [{ detaineeId: { in: ids } }, { detainee: { merged: { some: { id: { in: ids } } } } }] });
  for (const ids of chunks(corrected("facilities"))) for (const id of ids) await note(await releasesFrom(db, id));
  return [...entries.values()];
}

const changed = (rows: readonly { id: string; columns: object }[], bearing: readonly string[]) =>
  rows.flatMap(({ id, columns }) => (bearing.some((column) => column in columns) ? [id] : []));

/**
 * Ids of the events that rest on a source of another kind, group or name than before, or on a document with another publisher, other authors or origins, or from another time, or on either as it is shown
 * to others than before.
 */
export async function eventsDependingOn(db: Db, { sources, documents }: Corrected<"sources" | "documents">): Promise<string[]> {
  return eventsRestingOn(db, {
    sources: changed(sources.update, [...bearingOfSource, "visibility"]),
    documents: changed(documents.update, [
      "publisherId",
      "derivedFrom",
      "authors",
      "publishedAtEarliest",
      "publishedAtLatest",
      "visibility",
    ]),
  });
}

/** Ids of the events of people who are shown to others than before: what is as visible as the event is another part of its evidence now. */
export async function eventsOfPeopleShownAnew(db: Db, { detainees }: Corrected<"detainees">): Promise<string[]> {
  const events: string[] = [];
  for (const ids of chunks(changed(detainees.update, ["visibility"]), 2000)) {
    const found = await db.custodyEvent.findMany({ where: { statedDetaineeId: { in: ids } }, select: { id: true } });
    events.push(...found.map(({ id }) => id));
  }
  return events;
}
