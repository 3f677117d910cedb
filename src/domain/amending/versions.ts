/** The versions of records, as a viewer may read them: the first recording, and each correction with what it changed. What names a record that the viewer may not see is told as none. */
import type { Prisma } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";
import type { KnownAt } from "../history/known-at.ts";
import { recordColumn, type RecordNoun } from "../history/particulars.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";
import type { ChangeReason, Columns, Recorded } from "./amend.ts";
import { changesOf, type Change, type Shown } from "./changes.ts";
import { namesOf } from "./amend-detainee.ts";

export type ReadVersion = {
  readonly recordedAt: Date;
  /** Null where nobody noted who did. */
  readonly recordedBy: string | null;
  /** Null of the first recording. */
  readonly changeReason: ChangeReason | null;
  readonly basisId: string | null;
  readonly changes: readonly Change[];
};

/** The versions of each record, oldest first. */
export async function versionsOf(
  db: Db,
  viewer: Viewer,
  noun: RecordNoun,
  ids: readonly string[],
  knownAt: KnownAt,
): Promise<ReadVersion[][]> {
  const rows = new Map((await readRecords(db, noun, ids)).map((row) => [row.id, row]));
  const stored = await db.recordVersion.findMany({ where: { [recordColumn[noun]]: { in: [...ids] } }, orderBy: { ordinal: "asc" } });
  const byRecord = Map.groupBy(stored, ({ recordId }) => recordId);
  const recorders = await recordersOf(db, noun, ids);
  const told = ids.map((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const versions = byRecord.get(id) ?? [];
    const changes = changesOf(
      noun,
      row,
      versions.map(({ fields, before, after }) => ({ fields, before: before as Columns, after: after as Columns })),
    );
    const first: ReadVersion = {
      recordedAt: row.recordedAt,
      recordedBy: recorders.get(id) ?? null,
      changeReason: null,
      basisId: null,
      changes: [],
    };
    const later = versions.map(({ recordedAt, recordedBy, changeReason, basisId }, at): ReadVersion => {
      return { recordedAt, recordedBy, changeReason, basisId, changes: changes[at]! };
    });
    return [first, ...later].filter(({ recordedAt }) => knownAt == null || recordedAt <= knownAt);
  });
  return asVisible(db, viewer, told);
}

async function readRecords(db: Db, noun: RecordNoun, ids: readonly string[]): Promise<Recorded[]> {
  const among = { where: { id: { in: [...ids] } } };
  switch (noun) {
    case "Source":
      return db.source.findMany(among);
    case "Definition":
      return db.definition.findMany(among);
    case "Facility":
      return db.facility.findMany(among);
    case "CustodyEvent":
      return db.custodyEvent.findMany(among);
    case "Document": {
      const pages = await db.document.findMany({ ...among, include: { derivedFrom: { select: { id: true } } } });
      return pages.map((page) => ({ ...page, derivedFrom: page.derivedFrom.map(({ id }) => id).toSorted() }));
    }
    case "Detainee": {
      const people = await db.detainee.findMany({ ...among, include: { statedNames: true } });
      return people.map((person) => ({ ...person, names: namesOf(person.statedNames) }));
    }
  }
}

async function recordersOf(db: Db, noun: RecordNoun, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const entries = await db.auditEntry.findMany({
    where: { entity: noun, entityId: { in: [...ids] }, action: { startsWith: "record" } },
    select: { entityId: true, actor: true },
  });
  return new Map(entries.map(({ entityId, actor }) => [entityId, actor]));
}

/** Leaves out what names hidden records, and a version of which nothing is left to tell. */
export async function asVisible(db: Db, viewer: Viewer, told: readonly (readonly ReadVersion[])[]): Promise<ReadVersion[][]> {
  const named = told.flat().flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after]).filter(isReference));
  const idsOf = (noun: Reference["noun"]) => named.flatMap((shown) => (shown.noun === noun ? shown.ids : []));
  const find = (noun: Reference["noun"]) =>
    ({ where: { id: { in: idsOf(noun) }, ...visibleWhere(viewer) }, select: { id: true } }) satisfies Prisma.SourceFindManyArgs;
  const visible = new Set(
    [
      ...(await db.source.findMany(find("Source"))),
      ...(await db.facility.findMany(find("Facility"))),
      ...(await db.document.findMany(find("Document"))),
      ...(await db.detainee.findMany(find("Detainee"))),
      ...(await db.definition.findMany({ where: { id: { in: idsOf("Definition") }, source: visibleWhere(viewer) }, select: { id: true } })),
    ].map(({ id }) => id),
  );
  const seen = (shown: Shown): Shown => {
    if (!isReference(shown)) return shown;
    const ids = shown.ids.filter((id) => visible.has(id));
    return ids.length === 0 ? null : { ...shown, ids };
  };
  return told.map((versions) =>
    versions.flatMap((version): ReadVersion[] => {
      const changes = version.changes
        .map((change) => ({ ...change, before: seen(change.before), after: seen(change.after) }))
        .filter(({ before, after, redacted }) => redacted || JSON.stringify(before) !== JSON.stringify(after));
      return version.changes.length > 0 && changes.length === 0 ? [] : [{ ...version, changes }];
    }),
  );
}

type Reference = Exclude<Shown, string | null>;
const isReference = (shown: Shown): shown is Reference => typeof shown === "object" && shown !== null;
