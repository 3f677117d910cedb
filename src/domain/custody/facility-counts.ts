/** Counts of people, by place (a facility with its parts): one statement for any number of them. What the viewer may not see is not counted. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { bringsPersonSql, movesPersonSql, standsSql } from "../timeline/event-effect.ts";
import { eventsKnownAt } from "../history/events-known-at.ts";
import { isNow } from "../history/known-at.ts";
import { insideSql, placesOf, type Reach } from "../history/place.ts";
import { readTimelinesWhere } from "../history/read-timelines.ts";
import { toldTwice } from "../timeline/told-twice.ts";
import { custodyAt, isHeldIn, type Custody } from "./custody.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

/**
 * How many people are certainly held in each place at `asOf`: whom `custodyAt` places there. Where nothing of a person's overlaps and nothing may or may not have happened yet, the last event by the stored
 * order says so and SQL counts them alone; the others' timelines are read.
 */
export async function countDetained(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  asOf: Date,
  reach: Reach = {},
): Promise<number[]> {
  if (!isNow(reach)) return countDetainedKnownAt(db, viewer, facilityIds, asOf, reach);
  // The answers of `happenedBy`, in SQL.
  const certainly = (event: string) => Prisma.sql`${Prisma.raw(event)}."whenLatest" <= ${asOf}`;
  const possibly = (event: string) =>
    Prisma.sql`(${Prisma.raw(event)}."whenLatest" IS NULL OR ${Prisma.raw(event)}."whenLatest" > ${asOf}) AND (${Prisma.raw(event)}."whenEarliest" IS NULL OR ${Prisma.raw(event)}."whenEarliest" < ${asOf})`;
  const rows = await db.$queryRaw<{ people: bigint; unclear: string[] | null; inside: string[] | null }[]>`
    SELECT count(brought."id") FILTER (WHERE brought."clear") AS people, array_agg(brought."detaineeId") FILTER (WHERE NOT brought."clear") AS unclear,
      array_agg(DISTINCT inside."partId") FILTER (WHERE inside."partId" IS NOT NULL) AS inside
    FROM unnest(${facilityIds}::uuid[]) WITH ORDINALITY AS facility("id", "place")
    LEFT JOIN "FacilityWhole" AS inside ON inside."wholeId" = facility."id" AND ${insideSql(viewer, "inside", reach)}
    LEFT JOIN LATERAL (
      SELECT brought."id", brought."detaineeId", NOT brought."overlaps" AND NOT EXISTS (
          SELECT FROM "CustodyEvent" AS other WHERE other."detaineeId" = brought."detaineeId" AND ${standsSql("other")} AND ${movesPersonSql("other")} AND ${possibly("other")}) AS "clear"
      FROM "CustodyEvent" AS brought
      WHERE brought."facilityId" = inside."partId" AND ${standsSql("brought")} AND ${bringsPersonSql("brought")} AND ${certainly("brought")} AND ${visibleSql(viewer, "brought")}
        AND NOT EXISTS (
          SELECT FROM "CustodyEvent" AS later
          WHERE later."detaineeId" = brought."detaineeId" AND later."ordinal" > brought."ordinal" AND ${certainly("later")} AND ${visibleSql(viewer, "later")} AND ${standsSql("later")} AND ${movesPersonSql("later")}
        )
    ) AS brought ON TRUE
    GROUP BY facility."place" ORDER BY facility."place"`;
  const unclear = [...new Set(rows.flatMap((row) => row.unclear ?? []))];
  const custodies = unclear.length === 0 ? [] : await custodiesOf(db, eventsNow(viewer, unclear), Prisma.sql`TRUE`, asOf);
  return rows.map(({ people, inside }) => Number(people) + heldIn(custodies, new Set(inside)));
}

const heldIn = (custodies: readonly Custody[], facilities: ReadonlySet<string>) =>
  custodies.filter((custody) => isHeldIn(custody, facilities)).length;

/** Custody events of some people as they are now, in the shape of `eventsKnownAt`. */
function eventsNow(viewer: Viewer, people: readonly string[]): Prisma.Sql {
  return Prisma.sql`(SELECT event.*, event."detaineeId" AS "person" FROM "CustodyEvent" AS event WHERE event."detaineeId" = ANY (${people}::uuid[]) AND ${standsSql("event")} AND ${visibleSql(viewer, "event")})`;
}

async function custodiesOf(db: Db, source: Prisma.Sql, condition: Prisma.Sql, asOf: Date): Promise<Custody[]> {
  const timelines = await readTimelinesWhere(db, source, condition);
  return Array.from(timelines.values(), (timeline) => custodyAt(timeline, asOf));
}

/** The same as it was known then: the timelines of those who had been brought there, from the rows, the identities and the parts of that moment. */
async function countDetainedKnownAt(db: Db, viewer: Viewer, facilityIds: readonly string[], asOf: Date, reach: Reach): Promise<number[]> {
  const places = await placesOf(db, viewer, facilityIds, reach);
  const inside = [...new Set(places.flatMap(({ facilities }) => [...facilities]))];
  const known = eventsKnownAt(viewer, reach);
  const brought = Prisma.sql`known."person" IN (SELECT brought."person" FROM ${known} AS brought WHERE brought."facilityId" = ANY (${inside}::uuid[]))`;
  const custodies = await custodiesOf(db, known, brought, asOf);
  return places.map(({ facilities }) => heldIn(custodies, facilities));
}

/** How many releases from each place are on record, in one state or in any. What is told twice is counted once, in the best state that it is told in. */
export async function countReleases(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  state: VerificationState | undefined,
  reach: Reach = {},
): Promise<number[]> {
  if (!isNow(reach)) return countReleasesKnownAt(db, viewer, facilityIds, state, reach);
  const rows = await db.$queryRaw<{ place: string; releases: bigint }[]>`
    SELECT inside."wholeId" AS "place", count(*) AS releases
    FROM "FacilityWhole" AS inside JOIN "CustodyEvent" AS release ON release."facilityId" = inside."partId"
    WHERE inside."wholeId" = ANY (${facilityIds}::uuid[]) AND ${insideSql(viewer, "inside", reach)} AND release."type" = 'RELEASE' AND ${visibleSql(viewer, "release")} AND ${standsSql("release")} AND NOT release."repeats"
      AND (${state ?? null}::text IS NULL OR release."state"::text = ${state ?? null}::text)
    GROUP BY inside."wholeId"`;
  const counts = new Map(rows.map(({ place, releases }) => [place, Number(releases)]));
  return facilityIds.map((id) => counts.get(id) ?? 0);
}

async function countReleasesKnownAt(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  state: VerificationState | undefined,
  reach: Reach,
): Promise<number[]> {
  const places = await placesOf(db, viewer, facilityIds, reach);
  const inside = [...new Set(places.flatMap(({ facilities }) => [...facilities]))];
  const known = eventsKnownAt(viewer, reach);
  const fromThere = Prisma.sql`known."type" = 'RELEASE' AND known."person" IN (SELECT one."person" FROM ${known} AS one WHERE one."type" = 'RELEASE' AND one."facilityId" = ANY (${inside}::uuid[]))`;
  const timelines = [...(await readTimelinesWhere(db, known, fromThere)).values()];
  const releases = timelines.flatMap((timeline) => {
    const twice = toldTwice(timeline);
    return timeline.filter((release) => !twice.has(release) && (state === undefined || release.state === state));
  });
  return places.map(({ facilities }) => releases.filter(({ facilityId }) => facilityId !== null && facilities.has(facilityId)).length);
}
