/**
 * A place: one facility with its parts, in however many steps, unless they are left out. Every question that names a facility goes by this file. A part that the viewer may not see, or that is only
 * joined to the whole through one, is none: what happened there is not told of the whole.
 */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { type Viewer, visibleSql, visibleWhere } from "../viewer.ts";
import type { Clocks } from "./known-at.ts";

/** The moments of a question, and whether a facility is meant with its parts: it is, unless it says otherwise. */
export type Reach = Clocks & { readonly includeParts?: boolean | null | undefined };

/** As a `where` on a relation that leads to a facility: it is one of the places, or lies in one. By the identities of now. */
export function placeWhere(viewer: Viewer, facilityIds: readonly string[], { includeParts }: Pick<Reach, "includeParts"> = {}) {
  return { wholes: { some: { wholeId: { in: [...facilityIds] }, ...insideWhere(viewer, { includeParts }) } } };
}

/** Which rows of FacilityWhole say that one facility is, or lies in, another. */
export function insideWhere(viewer: Viewer, { includeParts }: Pick<Reach, "includeParts">) {
  return { current: true, ...(includeParts === false ? { isPart: false } : {}), ...visibleWhere(viewer) };
}

/** The same for a row of "FacilityWhole", in SQL. */
export function insideSql(viewer: Viewer, alias: string, { includeParts }: Pick<Reach, "includeParts">): Prisma.Sql {
  const row = Prisma.raw(alias);
  const alone = includeParts === false ? Prisma.sql`AND NOT ${row}."isPart"` : Prisma.empty;
  return Prisma.sql`(${row}."current" ${alone} AND ${visibleSql(viewer, alias)})`;
}

export type Place = {
  /** The facilities in it that stood for themselves then: what events and claims are resolved to. */
  readonly facilities: ReadonlySet<string>;
  /** All records that were one with any of them: what events and claims were stated of. */
  readonly records: ReadonlySet<string>;
};

/** The place that each facility is, or was known to be; an empty one of a facility that the viewer may not see. */
export async function placesOf(db: Db, viewer: Viewer, facilityIds: readonly string[], { knownAt, includeParts }: Reach): Promise<Place[]> {
  const rows =
    knownAt == null
      ? await insideNow(db, viewer, facilityIds, includeParts)
      : await insideAt(db, viewer, facilityIds, knownAt, includeParts);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return facilityIds.map((id) => {
    const inside = byPlace.get(id) ?? [];
    return { facilities: new Set(inside.map(({ facility }) => facility)), records: new Set(inside.map(({ record }) => record)) };
  });
}

type Inside = { readonly place: string; readonly facility: string; readonly record: string };

function insideNow(db: Db, viewer: Viewer, ids: readonly string[], includeParts: Reach["includeParts"]): Promise<Inside[]> {
  return db.$queryRaw<Inside[]>`
    SELECT inside."wholeId" AS "place", COALESCE(part."mergedIntoId", part."id") AS "facility", part."id" AS "record"
    FROM "FacilityWhole" AS inside JOIN "Facility" AS part ON part."id" = inside."partId"
    WHERE inside."wholeId" = ANY (${ids}::uuid[]) AND ${insideSql(viewer, "inside", { includeParts })}`;
}

function insideAt(db: Db, viewer: Viewer, ids: readonly string[], knownAt: Date, includeParts: Reach["includeParts"]): Promise<Inside[]> {
  return db.$queryRaw<Inside[]>`
    WITH RECURSIVE identity AS (SELECT * FROM identity_at('Facility', ${knownAt})), part AS (SELECT * FROM part_of_at(${knownAt})),
      record AS (SELECT each."id", each."visibility", COALESCE(identity."canonicalId", each."id") AS "root" FROM "Facility" AS each LEFT JOIN identity ON identity."id" = each."id"),
      inside AS (
        SELECT record."id" AS "place", record."root" AS "facility" FROM record WHERE record."id" = ANY (${ids}::uuid[]) AND ${visibleSql(viewer, "record")}
        UNION
        SELECT inside."place", part."id" FROM inside JOIN part ON part."partOfId" = inside."facility" JOIN record ON record."id" = part."id"
        WHERE ${includeParts !== false} AND ${visibleSql(viewer, "record")})
    SELECT inside."place", inside."facility", record."id" AS "record" FROM inside JOIN record ON record."root" = inside."facility"`;
}
