/** Counts of people, by place (a facility with its parts): one statement for any number of them. What the viewer may not see is not counted. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { bringsPersonSql, movesPersonSql, standsSql } from "../timeline/event-effect.ts";
import { eventsKnownAt } from "../history/events-known-at.ts";
import { isNow, latest, type Clocks } from "../history/known-at.ts";
import { insideSql, placesOf, type Place, type Reach } from "../history/place.ts";
import { readTimelinesFrom } from "../history/read-timelines.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
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
  const rows = await db.$queryRaw<{ people: number; unclear: string | null; inside: string[] | null }[]>`
    SELECT sum(held."people")::int AS "people", string_agg(held."unclear", ',') AS "unclear", array_agg(inside."partId") FILTER (WHERE inside."partId" IS NOT NULL) AS "inside"
    FROM unnest(${facilityIds}::uuid[]) WITH ORDINALITY AS facility("id", "place")
    LEFT JOIN "FacilityWhole" AS inside ON inside."wholeId" = facility."id" AND ${insideSql(viewer, "inside", reach)}
    LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE brought."clear") AS "people", string_agg(brought."detaineeId"::text, ',') FILTER (WHERE NOT brought."clear") AS "unclear" FROM (
        SELECT brought."detaineeId", NOT brought."overlaps" AND (brought."certainFrom" <= ${asOf} OR NOT EXISTS (
            SELECT FROM "CustodyEvent" AS other WHERE other."detaineeId" = brought."detaineeId" AND ${standsSql("other")} AND ${movesPersonSql("other")} AND ${possibly("other")})) IS TRUE AS "clear"
        FROM "CustodyEvent" AS brought
        WHERE brought."facilityId" = inside."partId" AND ${standsSql("brought")} AND ${bringsPersonSql("brought")} AND ${certainly("brought")} AND ${visibleSql(viewer, "brought")}
          AND (brought."movedOnAt" IS NULL OR brought."movedOnAt" > ${asOf})
      ) AS brought
    ) AS held ON TRUE
    GROUP BY facility."place" ORDER BY facility."place"`;
  const unclear = [...new Set(rows.flatMap((row) => row.unclear?.split(",") ?? []))];
  const timelines =
    unclear.length === 0 ? new Map() : await timelinesOf(db, viewer, {}, Prisma.sql`event."detaineeId" = ANY (${unclear}::uuid[])`);
  const custodies = Array.from(timelines.values(), (timeline) => custodyAt(timeline, asOf));
  return rows.map(({ people, inside }) => people + heldIn(custodies, new Set(inside)));
}

/** Who is certainly held in each place at `asOf`: those whom `countDetained` counts. */
export async function peopleHeld(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  asOf: Date,
  reach: Reach = {},
): Promise<string[][]> {
  const places = await placesOf(db, viewer, facilityIds, reach);
  const timelines = await timelinesOfThoseThere(db, viewer, places, reach);
  const people = Array.from(timelines, ([person, timeline]) => ({ person, custody: custodyAt(timeline, asOf) }));
  return places.map(({ facilities }) => people.flatMap(({ person, custody }) => (isHeldIn(custody, facilities) ? [person] : [])));
}

const heldIn = (custodies: readonly Custody[], facilities: ReadonlySet<string>) =>
  custodies.filter((custody) => isHeldIn(custody, facilities)).length;

/** The timelines of the people of whom these events were stated, by all that was. */
async function timelinesOf(db: Db, viewer: Viewer, clocks: Clocks, stated: Prisma.Sql): Promise<Map<string, TimelineEvent[]>> {
  return readTimelinesFrom(db, eventsKnownAt(viewer, clocks, stated));
}

/** The same as it was known then, from the rows, the identities and the parts of that moment. */
async function countDetainedKnownAt(db: Db, viewer: Viewer, facilityIds: readonly string[], asOf: Date, reach: Reach): Promise<number[]> {
  const places = await placesOf(db, viewer, facilityIds, reach);
  const timelines = await timelinesOfThoseThere(db, viewer, places, reach);
  const custodies = Array.from(timelines.values(), (timeline) => custodyAt(timeline, asOf));
  return places.map(({ facilities }) => heldIn(custodies, facilities));
}

/** The timelines of those of whom anything was known to have happened in the places. */
async function timelinesOfThoseThere(
  db: Db,
  viewer: Viewer,
  places: readonly Place[],
  reach: Reach,
): Promise<Map<string, TimelineEvent[]>> {
  const [inside, stated] = [union(places.map(({ facilities }) => facilities)), union(places.map(({ records }) => records))];
  const known = eventsKnownAt(viewer, reach, Prisma.sql`event."statedFacilityId" = ANY (${stated}::uuid[])`);
  // Who was ever there, and all records that were one with them: so that the database finds their events by an index, and does not read everybody's.
  const [there] = await db.$queryRaw<{ people: string[] | null }[]>`
    WITH there AS (SELECT DISTINCT known."person" FROM ${known} AS known WHERE known."facilityId" = ANY (${inside}::uuid[]))
    SELECT array_agg("person"::text) AS "people" FROM (
      SELECT "person" FROM there UNION SELECT member."id" FROM identity_at('Detainee', ${reach.knownAt ?? latest}) AS member JOIN there ON there."person" = member."canonicalId") AS somebody`;
  return timelinesOf(db, viewer, reach, Prisma.sql`event."statedDetaineeId" = ANY (${there?.people ?? []}::uuid[])`);
}

const union = (sets: readonly ReadonlySet<string>[]) => [...new Set(sets.flatMap((set) => [...set]))];

/** How many releases from each place are on record, in one state or in any. What is told twice is counted once, in the best state that it is told in. */
export async function countReleases(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  state: VerificationState | undefined,
  reach: Reach = {},
): Promise<number[]> {
  if (!isNow(reach)) return countReleasesKnownAt(db, viewer, facilityIds, state, reach);
  const inState = state === undefined ? Prisma.sql`TRUE` : Prisma.sql`release."state" = ${state}::"VerificationState"`;
  const rows = await db.$queryRaw<{ place: string; releases: number }[]>`
    SELECT inside."wholeId" AS "place", sum(released."many")::int AS "releases"
    FROM "FacilityWhole" AS inside CROSS JOIN LATERAL (
      SELECT count(*) AS "many" FROM "CustodyEvent" AS release
      WHERE release."facilityId" = inside."partId" AND release."type" = 'RELEASE' AND ${visibleSql(viewer, "release")} AND ${standsSql("release")} AND NOT release."repeats" AND ${inState}
    ) AS released
    WHERE inside."wholeId" = ANY (${facilityIds}::uuid[]) AND ${insideSql(viewer, "inside", reach)}
    GROUP BY inside."wholeId"`;
  const counts = new Map(rows.map(({ place, releases }) => [place, releases]));
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
  const timelines = await timelinesOfThoseThere(db, viewer, places, reach);
  const releases = [...timelines.values()].flatMap((timeline) => {
    const twice = toldTwice(timeline);
    return timeline.filter((event) => event.type === "RELEASE" && !twice.has(event) && (state === undefined || event.state === state));
  });
  return places.map(({ facilities }) => releases.filter(({ facilityId }) => facilityId !== null && facilities.has(facilityId)).length);
}
