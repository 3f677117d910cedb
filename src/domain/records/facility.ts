/** Facilities: the places that hold people. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { FacilityKind } from "../../db/generated/prisma/enums.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { audit, recordedBy, type Verb } from "../change.ts";
import { check, country, id, list, orNull, slug, text, visibility } from "../input.ts";
import { areWhole, coordinateFields, wholeExpected } from "../counting/coordinates.ts";
import { idOfKey } from "../identity.ts";
import { foldName } from "../fold-name.ts";
import { differs } from "../compare-rows.ts";
import { homeOf } from "../situations/which-situation.ts";
import { canSee, visibleWhere, type Viewer } from "../viewer.ts";

export const facilityDraft = z
  .object({
    slug,
    name: text(300),
    aliases: list(text(300)),
    kind: z.enum(FacilityKind),
    operator: orNull(text(300)),
    partOf: orNull(id),
    country,
    admin1: orNull(text(200)),
    ...coordinateFields,
    visibility: visibility.nullish().transform((value) => value ?? "PUBLIC"),
  })
  .refine(areWhole, { path: ["latitude"], error: wholeExpected });

/** `partOfId`, the whole that stands for the stated one, is kept by the database. */
export function facilityRow({ partOf, ...draft }: z.output<typeof facilityDraft>) {
  return { id: idOfKey("Facility", draft.slug), ...draft, statedPartOfId: partOf, sortName: foldName(draft.name) };
}

/** Records a facility. One slug, one facility: the same again changes nothing, other content under a known slug is a Conflict. */
export const recordFacility: Verb = {
  name: "recordFacility",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const row = facilityRow(check(facilityDraft, input));
    if (row.statedPartOfId === row.id)
      throw new InvalidInput([{ path: "input.partOf", expected: "another facility than the one that is recorded", received: "the same" }]);
    if (row.statedPartOfId !== null) await requireFacility(db, viewer, row.statedPartOfId);
    const { count } = await db.facility.createMany({
      data: [{ ...row, ...(await homeOf(db, input)), recordedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const known = await db.facility.findUniqueOrThrow({ where: { slug: row.slug } });
      const own = canSee(viewer, known) || (await recordedBy(db, viewer, "Facility", row.id));
      // One sentence for other content and for what the viewer may not see, the same content included: docs/decisions/hidden-ids.md.
      if (!own || differs(row, known))
        throw new Conflict(`The slug ${row.slug} is not available: take another, or send exactly what is on record under it.`);
      return { id: row.id, changed: false };
    }
    await audit(db, viewer.actor, "recordFacility", "Facility", row.id);
    return { id: row.id, changed: true };
  },
};

/** @throws NotFound unless the viewer can see the facility */
export async function requireFacility(db: Db, viewer: Viewer, facilityId: string): Promise<void> {
  if (!(await db.facility.findFirst({ where: { id: facilityId, ...visibleWhere(viewer) }, select: { id: true } })))
    throw new NotFound("facility", facilityId);
}
