/** Facilities that are part of others: a hub keeps no circles, whatever is merged. Which is part of which is the database's to say (`part_of_at`); what is asked of a whole is asked of its parts too (`placesOf`). */
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";

/**
 * Of facilities, all that they are part of in however many steps, as `above`. Goes by everything that is stated of each record, and not only by what stands for it now: taking a merge back must not
 * lay open a circle either.
 */
const above = (facilityIds: readonly string[]) => Prisma.sql`
  WITH RECURSIVE root AS (SELECT "id", COALESCE("mergedIntoId", "id") AS "root" FROM "Facility"),
    step AS (
      SELECT DISTINCT part."root" AS "part", whole."root" AS "whole"
      FROM "Facility" AS record JOIN root AS part ON part."id" = record."id" JOIN root AS whole ON whole."id" = record."statedPartOfId"),
    above AS (
      SELECT root."id", root."root", step."whole" FROM root JOIN step ON step."part" = root."root" WHERE root."id" = ANY (${facilityIds}::uuid[])
      UNION
      SELECT above."id", above."root", step."whole" FROM above JOIN step ON step."part" = above."whole")`;

/** Whether one of two facilities is part of the other: the two cannot be one. */
export async function isPartOfOther(db: Db, one: string, other: string): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`
    ${above([one, other])} SELECT FROM above JOIN root ON root."root" = above."whole" WHERE root."id" = ANY (${[one, other]}::uuid[]) LIMIT 1`;
  return rows.length > 0;
}

/** Those of the facilities that are part of themselves, since a merge has made one of two that stand above and below each other. */
export async function circularAmong(db: Db, facilityIds: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw<
    { id: string }[]
  >`${above(facilityIds)} SELECT DISTINCT above."id" FROM above WHERE above."whole" = above."root" ORDER BY above."id"`;
  return rows.map(({ id }) => id);
}
