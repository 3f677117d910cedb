/** Custody events and timelines as they were known, of what had been published. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { tell } from "../timeline/timeline.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { type Viewer, visibleSql } from "../viewer.ts";
import { canonicalAt, latest, type Clocks } from "./known-at.ts";
import { publishedEventSql } from "./published-records.ts";
import { asSaid, replacedSql } from "./replaced.ts";

/** A question about one situation, by its id; about all of them where it is not given. */
export type InSituation = { readonly situation?: string | null | undefined };

/** As a condition on a table, or its alias, that has the column. */
export function inSituationSql({ situation }: InSituation, alias: string): Prisma.Sql {
  return situation == null ? Prisma.sql`TRUE` : Prisma.sql`${Prisma.raw(alias)}."situationId" = ${situation}::uuid`;
}

/**
 * Custody events as they were known, as a table expression for SQL, as far as they had been published: `person` and `facilityId` resolved as they were then, `state` as it was decided then. What the viewer may not see is
 * left out, by present rights; with `situation`, also what belongs to others; what was judged to be another event by then.
 */
export function eventsKnownAt(viewer: Viewer, clocks: Clocks & InSituation): Prisma.Sql {
  const moment = clocks.knownAt ?? latest;
  return Prisma.sql`(
    SELECT event."id", event."type", event."ordinal", event."overlaps", event."whenSortAt", event."whenEarliest", event."whenLatest", event."stage", event."outcome", event."conditions", event."statedDetaineeId", event."place", decision."state",
      COALESCE(person."canonicalId", event."statedDetaineeId") AS "person", COALESCE(place."canonicalId", event."statedFacilityId") AS "facilityId"
    FROM ${clocks.knownAt == null ? Prisma.raw(`"CustodyEvent"`) : asSaid("CustodyEvent", Prisma.sql`(${replacedSql("CustodyEvent", clocks.knownAt)})`)} AS event
    JOIN "Verification" AS decision ON decision."eventId" = event."id" AND decision."decidedAt" <= ${moment} AND (decision."followedAt" IS NULL OR decision."followedAt" > ${moment})
    LEFT JOIN identity_at('Detainee', ${moment}) AS person ON person."id" = event."statedDetaineeId"
    LEFT JOIN identity_at('Facility', ${moment}) AS place ON place."id" = event."statedFacilityId"
    LEFT JOIN identity_at('CustodyEvent', ${moment}) AS same ON same."id" = event."id"
    WHERE same."id" IS NULL AND event."recordedAt" <= ${moment} AND ${visibleSql(viewer, "event")} AND ${publishedEventSql(viewer, clocks, "event")} AND ${inSituationSql(clocks, "event")}
  )`;
}

export type KnownEvent = TimelineEvent & { readonly person: string };

/** The timeline of each person as it was known, in the order in which it was to be told: joined over all records that were one with the given one then. */
export async function timelinesKnownAt(db: Db, viewer: Viewer, personIds: readonly string[], clocks: Clocks): Promise<KnownEvent[][]> {
  const roots = await canonicalAt(db, "Detainee", personIds, clocks.knownAt);
  const events = await db.$queryRaw<KnownEvent[]>`
    SELECT known."id", known."type"::text, known."whenEarliest", known."whenLatest", known."stage"::text, known."outcome"::text, COALESCE(known."conditions"::text[], '{}') AS "conditions", known."state"::text,
      known."person", known."facilityId", known."statedDetaineeId", known."place"
    FROM ${eventsKnownAt(viewer, clocks)} AS known WHERE known."person" = ANY (${roots}::uuid[])`;
  const byPerson = Map.groupBy(events, ({ person }) => person);
  return roots.map((root) => tell(byPerson.get(root) ?? []));
}
