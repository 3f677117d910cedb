/** The revolving door: of those let go in a window, how many were taken again within it. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { requireFacility } from "../records/facility.ts";
import { effectedReleaseSql, tookPlaceSql } from "./event-effect.ts";
import { canonicalAt, eventsKnownAt, type KnownAt } from "../history/known-at.ts";
import type { Viewer } from "../viewer.ts";

export type RevolvingDoor = { readonly released: number; readonly rearrested: number };

/**
 * People with an effected release certainly within (since, until], and those among them with a later arrest certainly by `until`; refuted events left out. `facility` narrows it to releases from there.
 * @throws NotFound unless the viewer can see the facility
 */
export async function countRevolvingDoor(
  db: Db,
  viewer: Viewer,
  { since, until, facility, knownAt }: { since: KnownAt; until: Date; facility: string | null; knownAt: KnownAt },
): Promise<RevolvingDoor> {
  if (facility !== null) await requireFacility(db, viewer, facility);
  const place = facility === null ? null : (await canonicalAt(db, "Facility", [facility], knownAt))[0]!;
  const from = place === null ? Prisma.sql`TRUE` : Prisma.sql`known."facilityId" = ${place}::uuid`;
  const [row] = await db.$queryRaw<{ released: bigint; rearrested: bigint }[]>`
    WITH known AS MATERIALIZED (SELECT * FROM ${eventsKnownAt(viewer, knownAt)} AS known WHERE known."type" IN ('RELEASE', 'ARREST') AND ${tookPlaceSql("known")} AND known."whenSortAt" <= ${until}),
      released AS (
        SELECT known."person", min(known."whenSortAt") AS "first" FROM known
        WHERE ${effectedReleaseSql("known")} AND ${from} AND (${since ?? null}::timestamptz IS NULL OR known."whenEarliest" >= ${since ?? null}::timestamptz)
        GROUP BY known."person")
    SELECT count(*) AS released, count(*) FILTER (WHERE EXISTS (
      SELECT FROM known WHERE known."person" = released."person" AND known."type" = 'ARREST' AND known."whenSortAt" > released."first")) AS rearrested
    FROM released`;
  return { released: Number(row!.released), rearrested: Number(row!.rearrested) };
}
