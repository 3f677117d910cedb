/** Of the origins that a decision counted, those that a viewer may be told. */
import type { Db } from "../../db/database.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";
import { rootsOf } from "./evidence.ts";

/**
 * For each decision that rests on a claim which the viewer may not see: the ids of the sources from which the claims that they do see may stem. A source that stands for a hidden claim alone would tell that it
 * spoke. Null for decisions of which the viewer sees every claim: all of their origins may be told.
 */
export async function sourcesBehindShownClaims(db: Db, viewer: Viewer, decisionIds: readonly string[]): Promise<(Set<string> | null)[]> {
  const decisions = await db.verification.findMany({
    where: { id: { in: [...decisionIds] }, claims: { some: { NOT: visibleWhere(viewer) } } },
    select: { id: true, claims: { where: visibleWhere(viewer), select: { id: true } } },
  });
  if (decisions.length === 0) return decisionIds.map(() => null);
  const claims = decisions.flatMap((decision) => decision.claims.map(({ id }) => id));
  const roots = await rootsOf(db, viewer, claims);
  const sources = new Map(claims.map((id, at) => [id, [roots[at]!.sourceId, ...roots[at]!.origins.map(({ sourceId }) => sourceId)]]));
  const behind = new Map(
    decisions.map((decision) => [
      decision.id,
      new Set(decision.claims.flatMap(({ id }) => sources.get(id)!.filter((source) => source !== null))),
    ]),
  );
  return decisionIds.map((id) => behind.get(id) ?? null);
}
