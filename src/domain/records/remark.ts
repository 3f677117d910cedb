/** Remarks: what somebody says of a place, of a source or of the whole, and is neither a number nor a step of somebody's custody. Nothing counts them and nothing rests on them. */
import * as z from "zod";
import { idOfContent } from "../identity.ts";
import { checkRecorded, id, orNull } from "../input.ts";
import type { Db } from "../../db/database.ts";
import type { Verb } from "../change.ts";
import type { Viewer } from "../viewer.ts";
import { situationOf } from "../situations/which-situation.ts";
import { claimColumns, commonClaim, insertClaim, requireOrigin } from "./claim.ts";
import { requireFacility } from "./facility.ts";
import { requireSource } from "./source.ts";

export const remarkDraft = z.object({
  ...commonClaim,
  /** About no place in particular, where null. */
  facility: orNull(id),
  /** About nobody in particular, where null; not who says it. */
  aboutSource: orNull(id),
});

export function remarkRow(draft: z.output<typeof remarkDraft>) {
  return { kind: "REMARK" as const, ...claimColumns(draft), facilityId: draft.facility, aboutSourceId: draft.aboutSource };
}

/** Records a remark. */
export const recordRemark: Verb = {
  name: "recordRemark",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const draft = checkRecorded(remarkDraft, input, now);
    await requireOrigin(db, viewer, draft);
    await requireSubjects(db, viewer, draft);
    const row = { id: idOfContent("Claim", draft), ...remarkRow(draft), ...(await situationOf(db, input, draft)) };
    return insertClaim(db, viewer, "recordRemark", row, now);
  },
};

/** @throws NotFound unless the viewer can see what the remark is about */
export async function requireSubjects(
  db: Db,
  viewer: Viewer,
  { facility, aboutSource }: Pick<z.output<typeof remarkDraft>, "facility" | "aboutSource">,
): Promise<void> {
  if (facility !== null) await requireFacility(db, viewer, facility);
  if (aboutSource !== null) await requireSource(db, viewer, aboutSource);
}
