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
export function asOfMoment({ asOf, knownAt, publishedUntil }: Clocks & { readonly asOf?: KnownAt }, now: () => Date): Date {
  if (asOf != null) return asOf;
  const known = knownAt ?? now();
  return publishedUntil == null || publishedUntil > known ? known : publishedUntil;
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

/** Of each record all that were one with it, itself among them, whoever may see them. */
export async function membersOfEach(db: Db, noun: MatchedNoun, ids: readonly string[], knownAt: Date): Promise<Map<string, string[]>> {
  const rows = await db.$queryRaw<{ id: string; member: string }[]>`
    WITH identity AS MATERIALIZED (SELECT * FROM identity_at(${noun}::"MatchedNoun", ${knownAt}::timestamptz)),
      root AS (SELECT record."id", COALESCE(identity."canonicalId", record."id") AS "root" FROM unnest(${ids}::uuid[]) AS record("id") LEFT JOIN identity ON identity."id" = record."id")
    SELECT root."id", root."root" AS "member" FROM root UNION SELECT root."id", identity."id" FROM root JOIN identity ON identity."canonicalId" = root."root"`;
  const members = Map.groupBy(rows, ({ id }) => id);
  return new Map(ids.map((id) => [id, (members.get(id) ?? []).map(({ member }) => member)]));
}

/** Which records each stood for, as far as the viewer may see them: those that had been merged into it. */
export async function absorbedAt(db: Db, viewer: Viewer, noun: MatchedNoun, ids: readonly string[], knownAt: Date): Promise<string[][]> {
  const rows = await db.$queryRaw<{ id: string; absorbed: string }[]>`
    SELECT identity."canonicalId" AS "id", record."id" AS "absorbed" FROM identity_at(${noun}::"MatchedNoun", ${knownAt}::timestamptz) AS identity
    JOIN ${Prisma.raw(`"${noun}"`)} AS record ON record."id" = identity."id" WHERE identity."canonicalId" = ANY (${ids}::uuid[]) AND ${visibleSql(viewer, "record")} ORDER BY 2`;
  const absorbed = Map.groupBy(rows, ({ id }) => id);
  return ids.map((id) => (absorbed.get(id) ?? []).map((row) => row.absorbed));
}

/** An end of time that every engine and date type can write. */
export const latest = new Date("9999-12-31T23:59:59.999Z");
