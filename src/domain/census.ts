/** Counts of people, by facility: one statement for any number of facilities. What the viewer may not see is not counted. */
import type { Db } from "../db/database.ts";
import type { VerificationState } from "../db/generated/prisma/enums.ts";
import { visible, type Viewer } from "./viewer.ts";

/**
 * How many people are placed in each facility at `asOf`: the fold of `custody.ts`, said in SQL. For each person the last event that moves them, as `custodyAt` takes them
 * (`happenedBy`, type, id; refuted ones left out); whoever it leaves detained is counted where it leaves them.
 */
export async function countDetained(db: Db, viewer: Viewer, facilityIds: readonly string[], asOf: Date): Promise<number[]> {
  const rows = await db.$queryRaw<{ facilityId: string; people: bigint }[]>`
    SELECT last."facilityId", count(*) AS people
    FROM (
      SELECT DISTINCT ON ("detaineeId") "facilityId", "type"
      FROM "CustodyEvent"
      WHERE "detaineeId" IN (SELECT "detaineeId" FROM "CustodyEvent" WHERE "facilityId" = ANY (${facilityIds}::uuid[]))
        AND "happenedBy" <= ${asOf} AND "state" <> 'REFUTED' AND "visibility" = ANY (${viewer.sees}::text[]::"Visibility"[])
        AND "type" NOT IN ('CHARGE', 'SENTENCE') AND ("type" <> 'RELEASE' OR "stage" = 'EFFECTED')
      ORDER BY "detaineeId", "happenedBy" DESC, "type" DESC, "id" DESC
    ) AS last
    WHERE last."type" IN ('ARREST', 'LOCATED', 'TRANSFER', 'CUSTODY_CHANGE') AND last."facilityId" = ANY (${facilityIds}::uuid[])
    GROUP BY last."facilityId"`;
  const counts = new Map(rows.map(({ facilityId, people }) => [facilityId, Number(people)]));
  return facilityIds.map((id) => counts.get(id) ?? 0);
}

/** How many releases from each facility are on record, in one state or in any. */
export async function countReleases(
  db: Db,
  viewer: Viewer,
  facilityIds: readonly string[],
  state: VerificationState | undefined,
): Promise<number[]> {
  const groups = await db.custodyEvent.groupBy({
    by: ["facilityId"],
    where: { type: "RELEASE", facilityId: { in: [...facilityIds] }, ...(state ? { state } : {}), ...visible(viewer) },
    _count: true,
  });
  const counts = new Map(groups.map(({ facilityId, _count }) => [facilityId, _count]));
  return facilityIds.map((id) => counts.get(id) ?? 0);
}
