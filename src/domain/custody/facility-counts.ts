/** Counts of people, by facility: one statement for any number of facilities. What the viewer may not see is not counted. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { bringsPersonSql, movesPersonSql } from "../timeline/event-effect.ts";
import { eventsKnownAt } from "../history/events-known-at.ts";
import { isNow, type Clocks } from "../history/known-at.ts";
import { readTimelinesWhere } from "../history/read-timelines.ts";
import { custodyAt } from "./custody.ts";
import { type Viewer, visibleSql, visibleWhere } from "../viewer.ts";

/**
 * How many people are certainly held in each facility at `asOf`: whom `custodyAt` places there. Where nothing of a person's overlaps and nothing may or may not have happened yet, the last event by the stored
 * order says so and SQL counts them alone; the others' timelines are read.
 */
export async function countDetained(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  asOf: Date,
  clocks: Clocks = {},
): Promise<number[]> {
  if (!isNow(clocks)) return countDetainedKnownAt(db, viewer, facilityIds, asOf, clocks);
  // The answers of `happenedBy`, in SQL.
  const certainly = (event: string) => Prisma.sql`${Prisma.raw(event)}."whenLatest" <= ${asOf}`;
  const possibly = (event: string) =>
    Prisma.sql`(${Prisma.raw(event)}."whenLatest" IS NULL OR ${Prisma.raw(event)}."whenLatest" > ${asOf}) AND (${Prisma.raw(event)}."whenEarliest" IS NULL OR ${Prisma.raw(event)}."whenEarliest" < ${asOf})`;
  const rows = await db.$queryRaw<{ people: bigint; unclear: string[] | null }[]>`
    SELECT count(brought."id") FILTER (WHERE brought."clear") AS people, array_agg(brought."detaineeId") FILTER (WHERE NOT brought."clear") AS unclear
    FROM unnest(${facilityIds}::uuid[]) WITH ORDINALITY AS facility("id", "place")
    LEFT JOIN LATERAL (
      SELECT brought."id", brought."detaineeId", NOT brought."overlaps" AND NOT EXISTS (
          SELECT FROM "CustodyEvent" AS other WHERE other."detaineeId" = brought."detaineeId" AND ${movesPersonSql("other")} AND ${possibly("other")}) AS "clear"
      FROM "CustodyEvent" AS brought
      WHERE brought."facilityId" = facility."id" AND ${bringsPersonSql("brought")} AND ${certainly("brought")} AND ${visibleSql(viewer, "brought")}
        AND NOT EXISTS (
          SELECT FROM "CustodyEvent" AS later
          WHERE later."detaineeId" = brought."detaineeId" AND later."ordinal" > brought."ordinal" AND ${certainly("later")} AND ${visibleSql(viewer, "later")} AND ${movesPersonSql("later")}
        )
    ) AS brought ON TRUE
    GROUP BY facility."place" ORDER BY facility."place"`;
  const unclear = [...new Set(rows.flatMap((row) => row.unclear ?? []))];
  const placed = unclear.length === 0 ? [] : await placesOf(db, eventsNow(viewer, unclear), Prisma.sql`TRUE`, asOf);
  return rows.map(({ people }, at) => Number(people) + placed.filter((place) => place === facilityIds[at]).length);
}

/** Custody events of some people as they are now, in the shape of `eventsKnownAt`. */
function eventsNow(viewer: Viewer, people: readonly string[]): Prisma.Sql {
  return Prisma.sql`(SELECT event.*, event."detaineeId" AS "person" FROM "CustodyEvent" AS event WHERE event."detaineeId" = ANY (${people}::uuid[]) AND ${visibleSql(viewer, "event")})`;
}

/** Where each of the people is certainly held. */
async function placesOf(db: Db, source: Prisma.Sql, condition: Prisma.Sql, asOf: Date): Promise<(string | null)[]> {
  const timelines = await readTimelinesWhere(db, source, condition);
  return Array.from(timelines.values(), (timeline) => custodyAt(timeline, asOf).facilityId);
}

/** The same as it was known then: the timelines of those who had been brought there, from the rows and the identities of that moment. */
async function countDetainedKnownAt(db: Db, viewer: Viewer, facilityIds: readonly string[], asOf: Date, clocks: Clocks): Promise<number[]> {
  const known = eventsKnownAt(viewer, clocks);
  const brought = Prisma.sql`known."person" IN (SELECT brought."person" FROM ${known} AS brought WHERE brought."facilityId" = ANY (${facilityIds}::uuid[]))`;
  const places = await placesOf(db, known, brought, asOf);
  return facilityIds.map((id) => places.filter((place) => place === id).length);
}

/** How many releases from each facility are on record, in one state or in any. */
export async function countReleases(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  state: VerificationState | undefined,
  clocks: Clocks = {},
): Promise<number[]> {
  if (!isNow(clocks)) return countReleasesKnownAt(db, viewer, facilityIds, state, clocks);
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
  clocks: Clocks,
): Promise<number[]> {
  const rows = await db.$queryRaw<{ facilityId: string; releases: bigint }[]>`
    SELECT known."facilityId", count(*) AS releases FROM ${eventsKnownAt(viewer, clocks)} AS known
    WHERE known."type" = 'RELEASE' AND known."facilityId" = ANY (${facilityIds}::uuid[]) AND (${state ?? null}::text IS NULL OR known."state"::text = ${state ?? null}::text)
    GROUP BY known."facilityId"`;
  const counts = new Map(rows.map(({ facilityId, releases }) => [facilityId, Number(releases)]));
  return facilityIds.map((id) => counts.get(id) ?? 0);
}
