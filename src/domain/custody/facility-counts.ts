/** Counts of people, by facility: one statement for any number of facilities. What the viewer may not see is not counted. */
import type { Db } from "../../db/database.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { bringsPersonSql, movesPersonSql } from "./event-effect.ts";
import { eventsKnownAt, type KnownAt } from "../history/known-at.ts";
import { type Viewer, visibleSql, visibleWhere } from "../viewer.ts";

/**
 * How many people are placed in each facility at `asOf`: the fold of `custody.ts`, said in SQL. Counted is whoever an event brought there and no later one moved, in the order in which
 * `custodyAt` takes them (`whenSortAt`, type, id; refuted events and those that move nobody left out).
 */
export async function countDetained(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  asOf: Date,
  knownAt?: KnownAt,
): Promise<number[]> {
  if (knownAt != null) return countDetainedKnownAt(db, viewer, facilityIds, asOf, knownAt);
  const rows = await db.$queryRaw<{ people: bigint }[]>`
    SELECT (
      SELECT count(*) FROM "CustodyEvent" AS brought
      WHERE brought."facilityId" = facility."id" AND ${bringsPersonSql("brought")}
        AND brought."whenSortAt" <= ${asOf} AND ${visibleSql(viewer, "brought")}
        AND NOT EXISTS (
          SELECT FROM "CustodyEvent" AS later
          WHERE later."detaineeId" = brought."detaineeId" AND (later."whenSortAt", later."type", later."id") > (brought."whenSortAt", brought."type", brought."id")
            AND later."whenSortAt" <= ${asOf} AND ${visibleSql(viewer, "later")} AND ${movesPersonSql("later")}
        )
    ) AS people
    FROM unnest(${facilityIds}::uuid[]) WITH ORDINALITY AS facility("id", "place")
    ORDER BY facility."place"`;
  return rows.map(({ people }) => Number(people));
}

/** The same as it was known then: the last move of everybody, from the rows and the identities of that moment. */
async function countDetainedKnownAt(db: Db, viewer: Viewer, facilityIds: readonly string[], asOf: Date, knownAt: Date): Promise<number[]> {
  const rows = await db.$queryRaw<{ facilityId: string; people: bigint }[]>`
    SELECT last."facilityId", count(*) AS people FROM (
      SELECT DISTINCT ON (known."person") known."facilityId", known."type", known."stage", known."state" FROM ${eventsKnownAt(viewer, knownAt)} AS known
      WHERE known."whenSortAt" <= ${asOf} AND ${movesPersonSql("known")}
      ORDER BY known."person", known."whenSortAt" DESC, known."type" DESC, known."id" DESC
    ) AS last
    WHERE ${bringsPersonSql("last")} AND last."facilityId" = ANY (${facilityIds}::uuid[])
    GROUP BY last."facilityId"`;
  const counts = new Map(rows.map(({ facilityId, people }) => [facilityId, Number(people)]));
  return facilityIds.map((id) => counts.get(id) ?? 0);
}

/** How many releases from each facility are on record, in one state or in any. */
export async function countReleases(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  state: VerificationState | undefined,
  knownAt?: KnownAt,
): Promise<number[]> {
  if (knownAt != null) return countReleasesKnownAt(db, viewer, facilityIds, state, knownAt);
  const groups = await db.custodyEvent.groupBy({
    by: ["facilityId"],
    where: { type: "RELEASE", facilityId: { in: [...facilityIds] }, ...(state ? { state } : {}), ...visibleWhere(viewer) },
    _count: true,
  });
  const counts = new Map(groups.map(({ facilityId, _count }) => [facilityId, _count]));
  return facilityIds.map((id) => counts.get(id) ?? 0);
}

async function countReleasesKnownAt(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  state: VerificationState | undefined,
  knownAt: Date,
): Promise<number[]> {
  const rows = await db.$queryRaw<{ facilityId: string; releases: bigint }[]>`
    SELECT known."facilityId", count(*) AS releases FROM ${eventsKnownAt(viewer, knownAt)} AS known
    WHERE known."type" = 'RELEASE' AND known."facilityId" = ANY (${facilityIds}::uuid[]) AND (${state ?? null}::text IS NULL OR known."state"::text = ${state ?? null}::text)
    GROUP BY known."facilityId"`;
  const counts = new Map(rows.map(({ facilityId, releases }) => [facilityId, Number(releases)]));
  return facilityIds.map((id) => counts.get(id) ?? 0);
}
