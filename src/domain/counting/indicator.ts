/** Indicators: what is counted where no metric of the hub's own says it. A codebook that all sources of a hub share; that there is one is public, like a situation. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { audit, type Verb } from "../change.ts";
import { differences } from "../compare-rows.ts";
import { foldName } from "../fold-name.ts";
import { idOfKey } from "../identity.ts";
import { check, id, orNull, show, slug, text } from "../input.ts";

export const indicatorDraft = z.object({
  slug,
  name: text(300),
  unit: text(100),
  population: orNull(text(300)),
  description: orNull(text(5000)),
});

export function indicatorRow(draft: z.output<typeof indicatorDraft>) {
  return { id: idOfKey("Indicator", draft.slug), ...draft, sortName: foldName(draft.name) };
}

/** Records an indicator. One slug, one indicator: the same again changes nothing, other content under a known slug is a Conflict. */
export const recordIndicator: Verb = {
  name: "recordIndicator",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const row = indicatorRow(check(indicatorDraft, input));
    const known = await db.indicator.findUnique({ where: { slug: row.slug } });
    if (known !== null) {
      const differing = differences({ ...row, id: known.id }, known);
      if (differing.length === 0) return { id: known.id, changed: false };
      throw new Conflict(
        `There is an indicator ${row.slug}, with another ${differing.join(", ")}: take another slug, or send exactly what is on record.`,
      );
    }
    await db.indicator.create({ data: { ...row, recordedAt: now } });
    await audit(db, viewer.actor, "recordIndicator", "Indicator", row.id);
    return { id: row.id, changed: true };
  },
};

export type IndicatorBy = { readonly id: string } | { readonly slug: string };
export const indicatorBy = (named: string): IndicatorBy => (id.safeParse(named).success ? { id: named } : { slug: named });

/** @throws NotFound when there is none of that id or slug */
export async function requireIndicator(db: Db, by: IndicatorBy): Promise<string> {
  const indicator = await db.indicator.findUnique({ where: by, select: { id: true } });
  if (indicator === null) throw new NotFound("indicator", "id" in by ? by.id : by.slug);
  return indicator.id;
}

/** What is counted is said by the metric, or, of OTHER, by an indicator: what was expected, where it is otherwise. */
export function indicatorExpected(metric: string, indicator: string | null): string | null {
  if ((metric === "OTHER") === (indicator !== null)) return null;
  return metric === "OTHER"
    ? "an indicator, which says what OTHER counts (recordIndicator, indicators)"
    : `no indicator, or the metric OTHER: what ${metric} counts is known`;
}

/** @throws InvalidInput */
export function checkIndicator(metric: string, indicator: string | null): void {
  const expected = indicatorExpected(metric, indicator);
  if (expected !== null) throw new InvalidInput([{ path: "input.indicator", expected, received: show(indicator) }]);
}

/** What counts of OTHER are of that were recorded before there were indicators: their statements alone say it. */
export const unspecified = indicatorRow({
  slug: "unspecified",
  name: "What the statement says",
  unit: "as the statement says",
  population: null,
  description: "Counts that were recorded before there were indicators: each claim's statement says what it counts.",
});
