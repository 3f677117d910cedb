/** Series of counts: a source's claims over time, the revisions in them, and the balance of its stocks and flows. */
import type { Db } from "../../db/database.ts";
import type { Claim, Definition, Document } from "../../db/generated/prisma/client.ts";
import type { ClaimChangeReason, CountMetric, MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { liveClaim } from "../history/claim-status.ts";
import { canonicalAt, type Clocks } from "../history/known-at.ts";
import type { Reach } from "../history/place.ts";
import { recordIds, referenceWhere } from "../history/record-where.ts";
import { currencyOf, currentAt, type CountGap } from "./comparison.ts";
import { balancesOf, type Balance } from "./stock-flow.ts";
import { spanOf } from "../time/span.ts";
import { visibleWhere, type Viewer } from "../viewer.ts";

/** A cumulative count that lies below an earlier one of its series: nothing can have been un-counted, so the source has revised itself. */
export type Revision = { readonly previousId: string; readonly fall: CountGap; readonly reason: ClaimChangeReason | null };

/**
 * The condition for a source's live claims of a metric, as it was known: about no single facility when the facility is null. Resolves which records were one with the source and the facility then, and what was part of it.
 */
export async function seriesWhere(db: Db, viewer: Viewer, sourceId: string, metric: CountMetric, facilityId: string | null, reach: Reach) {
  const lookUp = (noun: MatchedNoun, id: string, at: Reach) => recordIds(db, viewer, noun, id, at);
  return {
    kind: "COUNT" as const,
    metric,
    ...(await referenceWhere(lookUp, "assertedById", sourceId, reach)),
    ...(facilityId === null ? { facilityId: null } : await referenceWhere(lookUp, "facilityId", facilityId, reach)),
    AND: [liveClaim(reach), visibleWhere(viewer)],
  };
}

/** The revision that each claim is, by its own series as it was known; null for those that are none. */
export async function revisionsOf(db: Db, viewer: Viewer, claimIds: readonly string[], clocks: Clocks): Promise<(Revision | null)[]> {
  const claims = await db.claim.findMany({
    where: { id: { in: [...claimIds] }, kind: "COUNT", measure: "CUMULATIVE", partOfId: null },
    include: { document: true },
  });
  const siblings = await db.claim.findMany({
    where: {
      kind: "COUNT",
      measure: "CUMULATIVE",
      partOfId: null,
      assertedById: { in: [...new Set(claims.map(({ assertedById }) => assertedById))] },
      AND: [liveClaim(clocks), visibleWhere(viewer)],
    },
    include: { document: true },
    orderBy: { id: "asc" },
  });
  const ordered = siblings.map(dated).toSorted((a, b) => a.currentAt - b.currentAt);
  const series = Map.groupBy(ordered, seriesOf);
  const revisions = new Map(claims.map((claim) => [claim.id, revisionIn(series.get(seriesOf(claim)) ?? [], dated(claim))]));
  return claimIds.map((id) => revisions.get(id) ?? null);
}

type Dated = Claim & { readonly currentAt: number };

/** A claim with the end of its currency: a series is in the order of when its claims were so, and none was so later than its page appeared. */
function dated(claim: Claim & { document: Document }): Dated {
  const asOf = currencyOf(spanOf("asOf", claim)!, spanOf("publishedAt", claim.document)!, claim.recordedAt);
  return { ...claim, currentAt: currentAt({ asOf }) };
}

function seriesOf({
  assertedById,
  situationId,
  metric,
  unit,
  periodStartEarliest,
  periodStartLatest,
  definitionId,
  facilityId,
}: Claim): string {
  return JSON.stringify([assertedById, situationId, metric, unit, periodStartEarliest, periodStartLatest, definitionId, facilityId]);
}

function revisionIn(series: readonly Dated[], claim: Dated): Revision | null {
  const { upper } = claim;
  if (upper === null) return null;
  // The nearest earlier one that says more: a fall stays a fall, however vague the claims between are.
  const previous = series.findLast((earlier) => earlier.currentAt < claim.currentAt && earlier.lower !== null && earlier.lower > upper);
  if (previous === undefined) return null;
  const fall = {
    lower: claim.lower === null || previous.upper === null ? null : claim.lower - previous.upper,
    upper: upper - previous.lower!,
  };
  return { previousId: previous.id, fall, reason: claim.changeReason };
}

/** Of a source, the balances between its consecutive stocks about each place, as they were known. */
export async function balancesOfSource(
  db: Db,
  viewer: Viewer,
  sourceId: string,
  facilityId: string | null,
  reach: Reach,
): Promise<Balance[]> {
  const { metric: _, ...where } = await seriesWhere(db, viewer, sourceId, "HELD", facilityId, reach);
  const claims = await db.claim.findMany({
    where: { ...where, metric: { in: ["HELD", "ARRESTED", "RELEASED", "DIED"] }, partOfId: null, category: null },
    include: { definition: true, document: true },
    orderBy: { id: "asc" },
  });
  // A whole and its parts are counted each for itself, and each situation.
  const stated = claims.flatMap(({ statedFacilityId }) => statedFacilityId ?? []);
  const places = stated.length === 0 ? [] : await canonicalAt(db, "Facility", stated, reach.knownAt);
  const placeOf = new Map(stated.map((id, at) => [id, places[at]!]));
  const byPlace = Map.groupBy(
    claims,
    ({ situationId, statedFacilityId }) => `${situationId} ${statedFacilityId && placeOf.get(statedFacilityId)}`,
  );
  return [...byPlace.values()].flatMap((about) => balancesOf(about.map(flowClaim)));
}

function flowClaim(claim: Claim & { definition: Definition | null; document: Document }) {
  const { id, metric, measure, unit, qualifier, lower, upper, definition, definitionId } = claim;
  const asOf = currencyOf(spanOf("asOf", claim)!, spanOf("publishedAt", claim.document)!, claim.recordedAt);
  const counted = { metric: metric!, measure: measure!, unit: unit!, qualifier: qualifier!, lower, upper };
  return {
    ...counted,
    id,
    definition,
    definitionId,
    asOf,
    currentAt: new Date(currentAt({ asOf })),
    periodStart: spanOf("periodStart", claim),
  };
}
