/** Definitions: what the numbers of a source count. Append-only; a new version supersedes the old. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { audit, recordedBy, type Verb } from "../change.ts";
import { differs } from "../compare-rows.ts";
import { check, id, key, orNull, text } from "../input.ts";
import { idOfKey } from "../identity.ts";
import { canSee, visibleWhere, type Viewer } from "../viewer.ts";
import { requireSource } from "./source.ts";

const known = orNull(z.boolean({ error: "true or false" }));

export const definitionDraft = z.object({
  key,
  source: id,
  text: text(1000),
  includesHouseArrest: known,
  politicalOnly: known,
  excludesUnderHours: orNull(
    z
      .int({ error: "a whole number of hours" })
      .min(0, { error: "a whole number of hours" })
      .max(1_000_000, { error: "at most 1000000 hours" }),
  ),
  supersedes: orNull(id),
});

export function definitionRow({ source, supersedes, ...draft }: z.output<typeof definitionDraft>) {
  return { id: idOfKey("Definition", draft.key), ...draft, sourceId: source, supersedesId: supersedes };
}

/** Records an entry of a source's codebook, or the next version of one. One key, one entry: the same again changes nothing, other content under a known key is a Conflict. */
export const recordDefinition: Verb = {
  name: "recordDefinition",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const row = definitionRow(check(definitionDraft, input));
    await requireSource(db, viewer, row.sourceId);
    const known = await db.definition.findUnique({ where: { key: row.key }, include: { source: { select: { visibility: true } } } });
    if (known !== null) {
      const own = canSee(viewer, known.source) || (await recordedBy(db, viewer, "Definition", known.id));
      // One sentence for other content and for what the viewer may not see: docs/decisions/hidden-ids.md.
      if (!own || differs(row, { ...known, sourceId: known.statedSourceId ?? known.sourceId }))
        throw new Conflict(`The key ${row.key} is not available: take another, or send exactly what is on record under it.`);
      return { id: known.id, changed: false };
    }
    if (row.supersedesId !== null) await requireVersion(db, viewer, row.supersedesId, row.sourceId);
    await db.definition.create({ data: { ...row, recordedAt: now }, select: { id: true } });
    await audit(db, viewer.actor, "recordDefinition", "Definition", row.id);
    return { id: row.id, changed: true };
  },
};

/** An entry of the same source's codebook that no other has followed. */
async function requireVersion(db: Db, viewer: Viewer, definitionId: string, sourceId: string): Promise<void> {
  const before = await db.definition.findFirst({
    where: { id: definitionId, source: visibleWhere(viewer) },
    select: { sourceId: true, statedSourceId: true, supersededBy: { select: { id: true } } },
  });
  if (before === null || (before.sourceId !== sourceId && before.statedSourceId !== sourceId))
    throw new NotFound("definition", definitionId);
  if (before.supersededBy !== null) throw new Conflict("The definition was superseded already. Supersede the one that follows it.");
}
