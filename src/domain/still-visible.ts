/** Whether what an earlier answer was about may be shown again: rights are those of now. */
import type { Db } from "../db/database.ts";
import { NotFound } from "../errors.ts";
import { visibleSql, type Viewer } from "./viewer.ts";

/**
 * The record behind an answer by its id, whatever it is: ids are unique over all tables. What has no visibility of its own (a key, a webhook, a policy, a judgement) takes a scope that sees it, or is the
 * caller's own.
 * @throws NotFound when the viewer may not see it any more
 */
export async function requireStillVisible(db: Db, viewer: Viewer, id: string): Promise<void> {
  const [hidden] = await db.$queryRaw<{ noun: string; id: string }[]>`
    SELECT "noun", record."id"::text AS "id" FROM (
      SELECT 'source' AS "noun", "id", "visibility" FROM "Source" UNION ALL SELECT 'document', "id", "visibility" FROM "Document"
      UNION ALL SELECT 'facility', "id", "visibility" FROM "Facility" UNION ALL SELECT 'detainee', "id", "visibility" FROM "Detainee"
      UNION ALL SELECT 'custody event', "id", "visibility" FROM "CustodyEvent" UNION ALL SELECT 'claim', "id", "visibility" FROM "Claim") AS record
    WHERE record."id"::text = ${id} AND NOT ${visibleSql(viewer, "record")}`;
  if (hidden) throw new NotFound(hidden.noun, hidden.id);
}
