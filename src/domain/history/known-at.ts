/**
 * What was known at a moment. Every asserted row says when it was recorded and when another took its place, so that the hub as it was known at K is a condition on rows, and identity at K
 * a fold of the judgements (`identity_at`). `knownAt` undefined or null is now.
 */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { tell } from "../timeline/timeline.ts";
import type { TimelineEvent } from "../timeline/timeline-event.ts";
import { type Viewer, visibleSql } from "../viewer.ts";
import { eventsAsSaid } from "./replaced.ts";

export type KnownAt = Date | null | undefined;
/** The moments of a question, as the fields of the graph take them. */
export type Clocks = { readonly knownAt?: KnownAt };

/** The recorded rows. */
export function recordedBefore(knownAt: KnownAt) {
  return knownAt == null ? {} : { recordedAt: { lte: knownAt } };
}

/** The decision in force on an event. */
export function inForceAt(knownAt: KnownAt) {
  return knownAt == null
    ? { followedAt: null }
    : { decidedAt: { lte: knownAt }, OR: [{ followedAt: null }, { followedAt: { gt: knownAt } }] };
}

/** Of each record, the one that stood for it; itself when it stood for itself. */
export async function canonicalAt(db: Db, noun: MatchedNoun, ids: readonly string[], knownAt: KnownAt): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string; canonicalId: string }[]>`
    SELECT "id", "canonicalId" FROM identity_at(${noun}::"MatchedNoun", ${knownAt ?? latest}::timestamptz) WHERE "id" = ANY (${ids}::uuid[])`;
  const canonical = new Map(rows.map((row) => [row.id, row.canonicalId]));
  return ids.map((id) => canonical.get(id) ?? id);
}

/** All records that were one with the given one, itself among them; none when the viewer may not see it: nothing is found by what is hidden. */
export async function membersAt(db: Db, viewer: Viewer, noun: MatchedNoun, id: string, knownAt: KnownAt): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH identity AS (SELECT * FROM identity_at(${noun}::"MatchedNoun", ${knownAt ?? latest}::timestamptz)),
      root AS (SELECT COALESCE(identity."canonicalId", record."id") AS "id" FROM ${Prisma.raw(`"${noun}"`)} AS record LEFT JOIN identity ON identity."id" = record."id"
        WHERE record."id" = ${id}::uuid AND ${visibleSql(viewer, "record")})
    SELECT "id" FROM root UNION SELECT identity."id" FROM identity JOIN root ON root."id" = identity."canonicalId" ORDER BY 1`;
  return rows.map((row) => row.id);
}

/** An end of time that every engine and date type can write. */
export const latest = new Date("9999-12-31T23:59:59.999Z");

/**
 * Custody events as they were known, as a table expression for SQL: `person` and `facilityId` resolved as they were then, `state` as it was decided then. What the viewer may not see is
 * left out, by present rights.
 */
export function eventsKnownAt(viewer: Viewer, knownAt: KnownAt): Prisma.Sql {
  const moment = knownAt ?? latest;
  return Prisma.sql`(
    SELECT event."id", event."type", event."ordinal", event."overlaps", event."whenSortAt", event."whenEarliest", event."whenLatest", event."stage", event."outcome", event."conditions", decision."state",
      COALESCE(person."canonicalId", event."statedDetaineeId") AS "person", COALESCE(place."canonicalId", event."statedFacilityId") AS "facilityId"
    FROM ${knownAt == null ? Prisma.raw(`"CustodyEvent"`) : eventsAsSaid(knownAt)} AS event
    JOIN "Verification" AS decision ON decision."eventId" = event."id" AND decision."decidedAt" <= ${moment} AND (decision."followedAt" IS NULL OR decision."followedAt" > ${moment})
    LEFT JOIN identity_at('Detainee', ${moment}) AS person ON person."id" = event."statedDetaineeId"
    LEFT JOIN identity_at('Facility', ${moment}) AS place ON place."id" = event."statedFacilityId"
    WHERE event."recordedAt" <= ${moment} AND ${visibleSql(viewer, "event")}
  )`;
}

export type KnownEvent = TimelineEvent & { readonly person: string };

/** The timeline of each person as it was known, in the order in which it was to be told: joined over all records that were one with the given one then. */
export async function timelinesKnownAt(db: Db, viewer: Viewer, personIds: readonly string[], knownAt: Date): Promise<KnownEvent[][]> {
  const roots = await canonicalAt(db, "Detainee", personIds, knownAt);
  const events = await db.$queryRaw<KnownEvent[]>`
    SELECT known."id", known."type"::text, known."whenEarliest", known."whenLatest", known."stage"::text, known."outcome"::text, COALESCE(known."conditions"::text[], '{}') AS "conditions", known."state"::text,
      known."person", known."facilityId"
    FROM ${eventsKnownAt(viewer, knownAt)} AS known WHERE known."person" = ANY (${roots}::uuid[])`;
  const byPerson = Map.groupBy(events, ({ person }) => person);
  return roots.map((root) => tell(byPerson.get(root) ?? []));
}
