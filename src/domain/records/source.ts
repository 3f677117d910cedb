/** Sources: who asserts or publishes. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { SourceKind } from "../../db/generated/prisma/enums.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { audit, recordedBy, type Verb } from "../change.ts";
import { check, list, orNull, slug, text, timeZone, visibility } from "../input.ts";
import { idOfKey } from "../identity.ts";
import { foldName } from "../fold-name.ts";
import { differs } from "../compare-rows.ts";
import { homeOf } from "../situations/which-situation.ts";
import { canSee, visibleWhere, type Viewer } from "../viewer.ts";

export const sourceDraft = z.object({
  slug,
  name: text(300),
  aliases: list(text(300)),
  kind: z.enum(SourceKind),
  independenceGroup: orNull(slug),
  timeZone,
  visibility: visibility.nullish().transform((value) => value ?? "PUBLIC"),
});

export function sourceRow(draft: z.output<typeof sourceDraft>) {
  return { id: idOfKey("Source", draft.slug), ...draft, sortName: foldName(draft.name) };
}

/** Records a source. One slug, one source: the same again changes nothing, other content under a known slug is a Conflict. */
export const recordSource: Verb = {
  name: "recordSource",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const row = sourceRow(check(sourceDraft, input));
    const { count } = await db.source.createMany({
      data: [{ ...row, ...(await homeOf(db, input)), recordedAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const known = await db.source.findUniqueOrThrow({ where: { slug: row.slug } });
      const own = canSee(viewer, known) || (await recordedBy(db, viewer, "Source", row.id));
      // One sentence for other content and for what the viewer may not see, the same content included: docs/decisions/hidden-ids.md.
      if (!own || differs(row, known))
        throw new Conflict(`The slug ${row.slug} is not available: take another, or send exactly what is on record under it.`);
      return { id: row.id, changed: false };
    }
    await audit(db, viewer.actor, "recordSource", "Source", row.id);
    return { id: row.id, changed: true };
  },
};

/** @throws NotFound unless the viewer can see the source */
export async function requireSource(db: Db, viewer: Viewer, id: string) {
  const source = await db.source.findFirst({ where: { id, ...visibleWhere(viewer) } });
  if (!source) throw new NotFound("source", id);
  return source;
}
