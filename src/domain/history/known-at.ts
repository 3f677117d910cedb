/**
 * What was known at a moment. Every asserted row says when it was recorded and when another took its place, so that the hub as it was known at K is a condition on rows, and identity at K
 * a fold of the judgements (`identity_at`). `knownAt` undefined or null is now.
 */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

export type KnownAt = Date | null | undefined;
/** The moments of a question, as the fields of the graph take them: what the hub had recorded by `knownAt`, of what had certainly been published by `publishedUntil` (published.ts). */
export type Clocks = { readonly knownAt?: KnownAt; readonly publishedUntil?: KnownAt };

/** Whether it is asked as now, without any clock: then the columns that are kept up say it all. */
export const isNow = ({ knownAt, publishedUntil }: Clocks) => knownAt == null && publishedUntil == null;

/** As of when it is asked what was so: at the moment that is given; otherwise at the earlier of the two clocks, or now. */
export function asOfMoment({ asOf, knownAt, publishedUntil }: Clocks & { readonly asOf?: KnownAt }, now: Date): Date {
  return asOf ?? new Date(Math.min((knownAt ?? now).getTime(), (publishedUntil ?? knownAt ?? now).getTime()));
}

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

/** Of which event a claim was, in SQL: the one that stood for the event of which it was stated. `join` belongs behind the table of claims, or its alias. */
export function eventOfClaim(knownAt: KnownAt, alias: string): { readonly join: Prisma.Sql; readonly id: Prisma.Sql } {
  const claim = Prisma.raw(alias);
  if (knownAt == null) return { join: Prisma.empty, id: Prisma.sql`${claim}."eventId"` };
  return {
    join: Prisma.sql`LEFT JOIN identity_at('CustodyEvent', ${knownAt}) AS judged ON judged."id" = ${claim}."statedEventId"`,
    id: Prisma.sql`COALESCE(judged."canonicalId", ${claim}."statedEventId")`,
  };
}

/** The same as a condition on a claim and an event that is given: for a subquery of few events, where it finds the claims by index. */
export function saidOfEvent(knownAt: KnownAt, claim: string, event: string): Prisma.Sql {
  const [said, given] = [Prisma.raw(claim), Prisma.raw(`${event}."id"`)];
  if (knownAt == null) return Prisma.sql`${said}."eventId" = ${given}`;
  return Prisma.sql`${said}."statedEventId" IN (SELECT ${given} UNION ALL SELECT judged."id" FROM identity_at('CustodyEvent', ${knownAt}) AS judged WHERE judged."canonicalId" = ${given})`;
}

/** An end of time that every engine and date type can write. */
export const latest = new Date("9999-12-31T23:59:59.999Z");
