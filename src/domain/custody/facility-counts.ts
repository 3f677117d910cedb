/** Counts of people, by place (a facility with its parts): one statement for any number of them. What the viewer may not see is not counted. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { VerificationState } from "../../db/generated/prisma/enums.ts";
import { bringsPersonSql, movesPersonSql, standsSql } from "../timeline/event-effect.ts";
import { eventsKnownAt } from "../history/events-known-at.ts";
import { isNow, latest, type Clocks } from "../history/known-at.ts";
import { insideSql, placesOf, type Place, type Reach } from "../history/place.ts";
import { portionSql, readTimelinesFrom, timelinesOf } from "../history/read-timelines.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { never } from "../timeline/settle-timelines.ts";
import { toldTwice } from "../timeline/told-twice.ts";
import { custodyAt, isHeldIn, type Custody } from "../timeline/custody.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

/**
 * A number as SQL finds it, in one row: "known", or, where a rule has to judge what was found, "open". The same SQL is asked of many records by a verb, and of each row of a list by the planner (src/planner).
 */
type Found = { readonly known: string | null; readonly open: string | null };

/** How many people are certainly held in each place at `asOf`: whom `custodyAt` places there. */
export async function countDetained(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  asOf: Date,
  reach: Reach = {},
): Promise<number[]> {
  if (!isNow(reach)) return countDetainedKnownAt(db, viewer, facilityIds, asOf, reach);
  const found = await foundOfEach(db, facilityIds, (id) => detainedSql(viewer, id, asOf, reach));
  return Promise.all(found.map(async ({ known, open }) => (known === null ? judgeDetained(open!, asOf) : Number(known))));
}

/**
 * The same of the place whose id is `facility`, as SQL in the shape of `Found`; by what is on record now. Of a timeline of which nothing hangs on the moment any more it is stored who is held where. Of the others, where
 * nothing of a person's overlaps and nothing may or may not have happened yet, the last event by the stored order says so; what is left is read, for `judgeDetained`.
 */
export function detainedSql(viewer: Viewer, facility: Prisma.Sql, asOf: Date, reach: Reach): Prisma.Sql {
  // The answers of `happenedBy`, in SQL.
  const certainly = Prisma.sql`brought."whenLatest" <= ${asOf}`;
  const possibly = Prisma.sql`(other."whenLatest" IS NULL OR other."whenLatest" > ${asOf}) AND (other."whenEarliest" IS NULL OR other."whenEarliest" < ${asOf})`;
  // Few at any moment of now: two bounds tell the database so, which takes a third of all rows for behind one that it does not know.
  const notAtRest = Prisma.sql`brought."holds" IN (TRUE, FALSE) AND brought."restsFrom" BETWEEN ${asOf} AND ${never}`;
  const timelines = portionSql(
    eventsKnownAt(viewer, {}, Prisma.sql`event."detaineeId" = ANY (string_to_array(held."unclear", ',')::uuid[])`),
  );
  return Prisma.sql`
    SELECT CASE WHEN held."unclear" IS NULL THEN held."people"::text END AS "known", CASE WHEN held."unclear" IS NOT NULL THEN json_build_array(held."people", held."inside", ${timelines})::text END AS "open"
    FROM (
      SELECT COALESCE(sum(resting."people" + moving."people"), 0) AS "people", string_agg(moving."unclear", ',') AS "unclear", array_agg(inside."partId") AS "inside"
      FROM "FacilityWhole" AS inside CROSS JOIN LATERAL (
        SELECT count(*) AS "people" FROM "CustodyEvent" AS brought
        WHERE brought."facilityId" = inside."partId" AND brought."holds" AND brought."restsFrom" < ${asOf} AND ${standsSql("brought")} AND ${visibleSql(viewer, "brought")}
      ) AS resting CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE brought."clear") AS "people", string_agg(brought."detaineeId"::text, ',') FILTER (WHERE NOT brought."clear") AS "unclear" FROM (
          SELECT brought."detaineeId", NOT brought."overlaps" AND (brought."certainFrom" <= ${asOf} OR NOT EXISTS (
              SELECT FROM "CustodyEvent" AS other WHERE other."detaineeId" = brought."detaineeId" AND ${standsSql("other")} AND ${movesPersonSql("other")} AND ${possibly})) IS TRUE AS "clear"
          FROM "CustodyEvent" AS brought
          WHERE brought."facilityId" = inside."partId" AND ${notAtRest} AND ${standsSql("brought")} AND ${bringsPersonSql("brought")} AND ${certainly} AND ${visibleSql(viewer, "brought")}
            AND (brought."movedOnAt" IS NULL OR brought."movedOnAt" > ${asOf})
        ) AS brought
      ) AS moving
      WHERE inside."wholeId" = ${facility} AND ${insideSql(viewer, "inside", reach)}
    ) AS held`;
}

/** How many are held, by what `detainedSql` left open. */
export async function judgeDetained(open: string, asOf: Date): Promise<number> {
  const [people, inside, events] = JSON.parse(open) as [number, string[], string | null];
  const timelines = await timelinesOf(events === null ? [] : [events]);
  const custodies = Array.from(timelines.values(), (timeline) => custodyAt(timeline, asOf));
  return people + heldIn(custodies, new Set(inside));
}

const foundOfEach = (db: Db, facilityIds: readonly string[], sqlOf: (facility: Prisma.Sql) => Prisma.Sql): Promise<Found[]> =>
  db.$queryRaw<Found[]>`
    SELECT found.* FROM unnest(${facilityIds}::uuid[]) WITH ORDINALITY AS facility("id", "place") CROSS JOIN LATERAL (${sqlOf(Prisma.raw(`facility."id"`))}) AS found
    ORDER BY facility."place"`;

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
async function timelinesOfPeople(db: Db, viewer: Viewer, clocks: Clocks, stated: Prisma.Sql): Promise<Map<string, TimelineEvent[]>> {
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
  return timelinesOfPeople(db, viewer, reach, Prisma.sql`event."statedDetaineeId" = ANY (${there?.people ?? []}::uuid[])`);
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
  const found = await foundOfEach(db, facilityIds, (id) => releasesSql(viewer, id, state, reach));
  return found.map(({ known }) => Number(known));
}

/** The same of the place whose id is `facility`, as SQL in the shape of `Found`, which leaves nothing open; by what is on record now. */
export function releasesSql(viewer: Viewer, facility: Prisma.Sql, state: VerificationState | undefined, reach: Reach): Prisma.Sql {
  const inState = state === undefined ? Prisma.sql`TRUE` : Prisma.sql`release."state" = ${state}::"VerificationState"`;
  return Prisma.sql`
    SELECT count(*)::text AS "known", NULL::text AS "open"
    FROM "FacilityWhole" AS inside JOIN "CustodyEvent" AS release ON release."facilityId" = inside."partId"
    WHERE inside."wholeId" = ${facility} AND ${insideSql(viewer, "inside", reach)}
      AND release."type" = 'RELEASE' AND ${visibleSql(viewer, "release")} AND ${standsSql("release")} AND NOT release."repeats" AND ${inState}`;
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
