/** Situations: what a hub keeps apart. Who and where is public of each, whatever is recorded in it. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { audit, type Verb } from "../change.ts";
import { differences } from "../compare-rows.ts";
import { foldName } from "../fold-name.ts";
import { idOfKey } from "../identity.ts";
import { checkRecorded, country, id, list, orNull, slug, text, timeSpan, timeZone } from "../input.ts";
import { spanColumns } from "../time/span.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";

export const situationDraft = z.object({
  slug,
  name: text(300),
  description: orNull(text(5000)),
  countries: list(country),
  timeZone,
  /** A source: the state that holds the situation's people. */
  custodian: orNull(id),
  licence: orNull(text(300)),
  citation: orNull(text(1000)),
  startedAt: orNull(timeSpan),
});

const notStarted = {
  ...{ startedAtEarliest: null, startedAtLatest: null, startedAtPrecision: null, startedAtTimeZone: null, startedAtVerbatim: null },
};

export function situationRow({ custodian, startedAt, ...draft }: z.output<typeof situationDraft>) {
  const began = startedAt === null ? notStarted : spanColumns("startedAt", startedAt);
  return { id: idOfKey("Situation", draft.slug), ...draft, sortName: foldName(draft.name), custodianId: custodian, ...began };
}

/** Records a situation. One slug, one situation: the same again changes nothing, other content under a known slug is a Conflict. */
export const recordSituation: Verb = {
  name: "recordSituation",
  scope: "EDITOR",
  async run(db, viewer, input, now) {
    const row = situationRow(checkRecorded(situationDraft, input, now));
    if (row.custodianId !== null) await requireCustodian(db, viewer, row.custodianId);
    const known = await db.situation.findUnique({ where: { slug: row.slug } });
    if (known !== null) {
      const differing = differences({ ...row, id: known.id }, known);
      if (differing.length > 0)
        throw new Conflict(
          `There is a situation ${row.slug}, with another ${differing.join(", ")}: take another slug, or send exactly what is on record.`,
        );
      return { id: known.id, changed: false };
    }
    await db.situation.create({ data: { ...row, recordedAt: now } });
    await audit(db, viewer.actor, "recordSituation", "Situation", row.id);
    return { id: row.id, changed: true };
  },
};

async function requireCustodian(db: Db, viewer: Viewer, sourceId: string): Promise<void> {
  if ((await db.source.findFirst({ where: { id: sourceId, ...visibleWhere(viewer) }, select: { id: true } })) === null)
    throw new NotFound("source", sourceId);
}

/** How a caller names a situation. */
export type SituationBy = { readonly id: string } | { readonly slug: string };
/** One of several, as a `where`. */
export type SituationWhere = SituationBy | { OR: SituationBy[] };

/** @throws NotFound when there is none of that id or slug */
export async function requireSituation(db: Db, by: SituationBy): Promise<string> {
  const situation = await db.situation.findUnique({ where: by, select: { id: true } });
  if (situation === null) throw new NotFound("situation", "id" in by ? by.id : by.slug);
  return situation.id;
}
