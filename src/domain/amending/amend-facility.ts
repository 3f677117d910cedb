/** amendFacility: a place is corrected. Its slug is its name in addresses, and stays. */
import type * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Visibility } from "../../db/generated/prisma/enums.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { circularAmong } from "../records/facility-parts.ts";
import { facilityDraft, facilityRow, requireFacility } from "../records/facility.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";
import { amendment, type Columns } from "./amend.ts";
import { tellAmended } from "./tell-amended.ts";

/** What of a facility can be corrected, by column. */
export function facilityColumns(draft: z.output<typeof facilityDraft>): Columns {
  const { id: _, slug: __, visibility: ___, ...columns } = facilityRow(draft);
  return columns;
}

async function read(db: Db, viewer: Viewer, id: string) {
  await db.$queryRaw`SELECT "id" FROM "Facility" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await db.facility.findFirst({ where: { id, ...visibleWhere(viewer) } });
  return row && { ...row };
}

const levels = Object.values(Visibility);

export const amendFacility = amendment("amendFacility", {
  noun: "Facility",
  field: "facility",
  draft: facilityDraft,
  read,
  asInput: (row) => ({ ...row, partOf: row.statedPartOfId, visibility: row.statedVisibility }),
  columns: (draft) => facilityColumns(draft),
  async require(db, viewer, { statedPartOfId: whole }, { id }) {
    if (whole === id)
      throw new InvalidInput([{ path: "input.partOf", expected: "another facility than the one that is corrected", received: "the same" }]);
    if (typeof whole === "string") await requireFacility(db, viewer, whole);
  },
  async follow(db, { id }, changed, now) {
    if (changed["statedPartOfId"] != null && (await circularAmong(db, [id])).length > 0)
      throw new Conflict("The facility would be part of itself: that of which it is to be a part is, in however many steps, a part of it.");
    await tellAmended(db, await releasesFrom(db, id), now);
  },
});

/** The releases from a place whose audience may see the place: who may not is told nothing of it. */
export async function releasesFrom(db: Db, facilityId: string) {
  const { mergedIntoId, visibility } = await db.facility.findUniqueOrThrow({
    where: { id: facilityId },
    select: { mergedIntoId: true, visibility: true },
  });
  return { facilityId: mergedIntoId ?? facilityId, visibility: { in: levels.slice(levels.indexOf(visibility)) } };
}
