/** Custody events and timelines as they were known, of what had been published. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { standsSql } from "../timeline/event-effect.ts";
import { tell } from "../timeline/timeline.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { type Viewer, visibleSql } from "../viewer.ts";
import { latest, type Clocks } from "./known-at.ts";
import { publishedEventSql } from "./published-records.ts";
import { asSaid, replacedSql } from "./replaced.ts";

/** A question about one situation, by its id; about all of them where it is not given. */
export type InSituation = {
  readonly situation?: string | null | undefined;
  /** Only what happened to these people, by whoever stands for them; to anybody where it is not given. */
  readonly people?: readonly string[] | undefined;
};

/** As a condition on a table, or its alias, that has the column. */
export function inSituationSql({ situation }: InSituation, alias: string): Prisma.Sql {
  return situation == null ? Prisma.sql`TRUE` : Prisma.sql`${Prisma.raw(alias)}."situationId" = ${situation}::uuid`;
}

/**
 * Custody events as they were known, as a table expression for SQL, as far as they had been published: `person` and `facilityId` resolved as they were then, `state` as it was decided then. What the viewer may not see is
 * left out, by present rights; with `situation`, also what belongs to others; what was judged to be another event by then. `among` narrows it by what was stated of an event, where its own condition could not find an
 * index: whom it was stated of, say.
 */
export function eventsKnownAt(viewer: Viewer, { people, ...clocks }: Clocks & InSituation, among?: Prisma.Sql): Prisma.Sql {
  if (people !== undefined)
    return Prisma.sql`(SELECT happened.* FROM ${eventsKnownAt(viewer, clocks, among)} AS happened WHERE happened."person" IN (SELECT unnest(${people}::uuid[])))`;
  const moment = clocks.knownAt;
  const seen = Prisma.sql`${visibleSql(viewer, "event")} AND ${publishedEventSql(viewer, clocks, "event")} AND ${inSituationSql(clocks, "event")} AND ${among ?? Prisma.sql`TRUE`}`;
  if (moment == null)
    return Prisma.sql`(SELECT event.*, event."detaineeId" AS "person" FROM "CustodyEvent" AS event WHERE ${standsSql("event")} AND ${seen})`;
  return Prisma.sql`(
    SELECT event."id", event."type", event."ordinal", event."overlaps", event."whenSortAt", event."whenEarliest", event."whenLatest", event."stage", event."outcome", event."conditions", event."statedDetaineeId", event."place", event."country", event."admin1", event."locality", event."charges", event."sentence", decision."state",
      COALESCE(person."canonicalId", event."statedDetaineeId") AS "person", COALESCE(place."canonicalId", event."statedFacilityId") AS "facilityId"
    FROM ${asSaid("CustodyEvent", Prisma.sql`(${replacedSql("CustodyEvent", moment)})`)} AS event
    JOIN "Verification" AS decision ON decision."eventId" = event."id" AND decision."decidedAt" <= ${moment} AND (decision."followedAt" IS NULL OR decision."followedAt" > ${moment})
    LEFT JOIN identity_at('Detainee', ${moment}) AS person ON person."id" = event."statedDetaineeId"
    LEFT JOIN identity_at('Facility', ${moment}) AS place ON place."id" = event."statedFacilityId"
    LEFT JOIN identity_at('CustodyEvent', ${moment}) AS same ON same."id" = event."id"
    WHERE same."id" IS NULL AND event."recordedAt" <= ${moment} AND ${seen}
  )`;
}

/**
 * The rows that `read` gives, as they were known. While nothing has been recorded since the moment, the present columns say what was known at it, and are read in a fraction of the time: `read` is asked for them on
 * the condition that it is so, which holds in the very snapshot that it reads, and gives no row when it does not hold.
 */
export async function readAsKnown<Row>(
  clocks: Clocks & InSituation,
  read: (clocks: Clocks & InSituation, still: Prisma.Sql) => Promise<Row[]>,
): Promise<Row[]> {
  const { knownAt, ...others } = clocks;
  if (knownAt == null) return read(clocks, Prisma.sql`TRUE`);
  const rows = await read(others, Prisma.sql`(SELECT COALESCE("recordedUpTo" <= ${knownAt}, FALSE) FROM "Clock" WHERE "id" = 1)`);
  return rows.length > 0 ? rows : read(clocks, Prisma.sql`TRUE`);
}

export type KnownEvent = TimelineEvent & { readonly person: string };

/** The timeline of each person as it was known, in the order in which it was to be told: joined over all records that were one with the given one then. */
export async function timelinesKnownAt(db: Db, viewer: Viewer, personIds: readonly string[], clocks: Clocks): Promise<KnownEvent[][]> {
  const people = await oneWith(db, personIds, clocks);
  const stated = Prisma.sql`event."statedDetaineeId" = ANY (${[...new Set(people.flatMap(({ members }) => members))]}::uuid[])`;
  const events = await db.$queryRaw<KnownEvent[]>`
    SELECT known."id", known."type"::text, known."whenEarliest", known."whenLatest", known."stage"::text, known."outcome"::text, COALESCE(known."conditions"::text[], '{}') AS "conditions", known."state"::text,
      known."person", known."facilityId", known."statedDetaineeId", known."place", known."admin1", known."locality"
    FROM ${eventsKnownAt(viewer, clocks, stated)} AS known`;
  const byPerson = Map.groupBy(events, ({ person }) => person);
  return people.map(({ root }) => tell(byPerson.get(root) ?? []));
}

/** Who stood for each person, and all records that were one with that. */
async function oneWith(db: Db, personIds: readonly string[], { knownAt }: Clocks): Promise<{ root: string; members: string[] }[]> {
  const rows = await db.$queryRaw<{ root: string; members: string[] }[]>`
    WITH identity AS MATERIALIZED (SELECT * FROM identity_at('Detainee', ${knownAt ?? latest}))
    SELECT root."id"::text AS "root", ARRAY(SELECT root."id" UNION SELECT member."id" FROM identity AS member WHERE member."canonicalId" = root."id")::text[] AS "members"
    FROM unnest(${personIds}::uuid[]) WITH ORDINALITY AS person("id", "place") LEFT JOIN identity AS own ON own."id" = person."id", LATERAL (SELECT COALESCE(own."canonicalId", person."id") AS "id") AS root
    ORDER BY person."place"`;
  return rows;
}
