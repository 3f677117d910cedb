/**
 * These records, whoever stands for them. Every filter that names a record goes by this file: the id of a merged record finds what the joined one has, with `knownAt` by the identities of that
 * moment, and the id of a record that the viewer may not see finds nothing.
 */
import type { Db } from "../../db/database.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { type Viewer, visibleWhere } from "../viewer.ts";
import { membersAt } from "./known-at.ts";
import { placesOf, type Reach } from "./place.ts";

/** As a `where` on the record, or on a relation that leads to it, by the identities of now. Of a facility `placeWhere` says it, which takes its parts with it. */
export function recordWhere(viewer: Viewer, ids: readonly string[]) {
  const id = { in: [...ids] };
  return { ...visibleWhere(viewer), OR: [{ id }, { merged: { some: { id } } }] };
}

const nounOf = {
  detaineeId: "Detainee",
  facilityId: "Facility",
  partOfId: "Facility",
  assertedById: "Source",
  aboutSourceId: "Source",
  publisherId: "Source",
} as const satisfies Record<string, MatchedNoun>;

/** The columns in which rows name a record that can be merged. Beside each stands what was stated: `facilityId` follows merges, `statedFacilityId` does not. */
export type Reference = keyof typeof nounOf;
export type ReferenceWhere<Column extends Reference> = { [Named in Column | `stated${Capitalize<Column>}`]?: { in: string[] } };

/** As a `where` on the rows that name one of the records in a column: `lookUp` gives the ids under which they may name it. */
export async function referenceWhere<Column extends Reference>(
  lookUp: (noun: MatchedNoun, id: string, reach: Reach) => Promise<readonly string[]>,
  column: Column,
  records: readonly string[],
  { knownAt, includeParts }: Reach,
): Promise<ReferenceWhere<Column>> {
  const found = await Promise.all(records.map((id) => lookUp(nounOf[column], id, { knownAt, includeParts })));
  const ids = [...new Set(found.flat())];
  // Of what a facility is part follows from all that was stated of it (`part_of_at`).
  const named = knownAt == null || column === "partOfId" ? column : `stated${column[0]!.toUpperCase()}${column.slice(1)}`;
  return { [named]: { in: ids } } as ReferenceWhere<Column>;
}

/** The ids under which rows name the record, of a facility also those that name a part of it: now the one that stands for it, at a moment all that were one with it. None when the viewer may not see it. */
export async function recordIds(db: Db, viewer: Viewer, noun: MatchedNoun, id: string, reach: Reach): Promise<string[]> {
  const { knownAt } = reach;
  if (noun === "Facility") {
    const [place] = await placesOf(db, viewer, [id], reach);
    return [...(knownAt == null ? place!.facilities : place!.records)];
  }
  if (knownAt != null) return membersAt(db, viewer, noun, id, knownAt);
  const found = { where: { id, ...visibleWhere(viewer) }, select: { id: true, mergedIntoId: true } };
  const record = noun === "Detainee" ? await db.detainee.findFirst(found) : await db.source.findFirst(found);
  return record === null ? [] : [record.mergedIntoId ?? record.id];
}
