/** Corrections by import: a row that says something else of a record than what is on record is a version of it, with a reason that whoever imports gives. */
import type { PersonName } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";
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
