/** Series of counts: a source's claims over time, the revisions in them, and the balance of its stocks and flows. */
import type { Db } from "../../db/database.ts";
import type { Claim, Definition } from "../../db/generated/prisma/client.ts";
import type { ClaimChangeReason, CountMetric, MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { liveClaim, liveClaimSql } from "../history/claim-status.ts";
import type { Clocks } from "../history/known-at.ts";
import { recordIds, referenceWhere } from "../history/record-where.ts";
import type { CountGap } from "./comparison.ts";
import { balancesOf, type Balance } from "./stock-flow.ts";
import { spanOf } from "../time/span.ts";
import { visibleSql, visibleWhere, type Viewer } from "../viewer.ts";

/** A cumulative count that lies below an earlier one of its series: nothing can have been un-counted, so the source has revised itself. */
export type Revision = { readonly previousId: string; readonly fall: CountGap; readonly reason: ClaimChangeReason | null };

/**
 * The condition for a source's live claims of a metric, as it was known: everywhere when the facility is null. Resolves which records were one with the source and the facility then.
 */
export async function seriesWhere(
  db: Db,
  viewer: Viewer,
  sourceId: string,
  metric: CountMetric,
  facilityId: string | null,
  clocks: Clocks,
) {
  const lookUp = (noun: MatchedNoun, id: string, at: Clocks) => recordIds(db, viewer, noun, id, at);
  return {
    kind: "COUNT" as const,
    metric,
    ...(await referenceWhere(lookUp, "assertedById", sourceId, clocks)),
    ...(facilityId === null ? { facilityId: null } : await referenceWhere(lookUp, "facilityId", facilityId, clocks)),
    AND: [liveClaim(clocks), visibleWhere(viewer)],
  };
}

/**
 * The revision that each claim is, by its own series as it was known; null for those that are none. A series is a source's counts of one metric, unit, beginning, definition and place. Of it only the nearest
 * earlier claim that says more is read: a fall stays a fall, however vague the claims between are.
 */
export async function revisionsOf(db: Db, viewer: Viewer, claimIds: readonly string[], clocks: Clocks): Promise<(Revision | null)[]> {
  const rows = await db.$queryRaw<
    {
      id: string;
      reason: ClaimChangeReason | null;
      lower: number | null;
      upper: number;
      previousId: string;
      least: number;
      most: number | null;
    }[]
  >`
    SELECT claim."id", claim."changeReason"::text AS "reason", claim."lower", claim."upper", previous."id" AS "previousId", previous."lower" AS "least", previous."upper" AS "most"
    FROM "Claim" AS claim CROSS JOIN LATERAL (
      SELECT earlier."id", earlier."lower", earlier."upper" FROM "Claim" AS earlier
      WHERE earlier."kind" = 'COUNT' AND earlier."measure" = 'CUMULATIVE' AND earlier."partOfId" IS NULL AND earlier."assertedById" = claim."assertedById" AND earlier."metric" = claim."metric"
        AND (earlier."unit", earlier."periodStartEarliest", earlier."periodStartLatest", earlier."definitionId", earlier."facilityId")
          IS NOT DISTINCT FROM (claim."unit", claim."periodStartEarliest", claim."periodStartLatest", claim."definitionId", claim."facilityId")
        AND earlier."asOfSortAt" < claim."asOfSortAt" AND earlier."lower" > claim."upper" AND ${liveClaimSql(clocks, "earlier")} AND ${visibleSql(viewer, "earlier")}
      ORDER BY earlier."asOfSortAt" DESC, earlier."id" DESC LIMIT 1
    ) AS previous
    WHERE claim."id" = ANY (${[...claimIds]}::uuid[]) AND claim."kind" = 'COUNT' AND claim."measure" = 'CUMULATIVE' AND claim."partOfId" IS NULL`;
  const revisions = new Map(
    rows.map(({ id, reason, lower, upper, previousId, least, most }) => [
      id,
      { previousId, fall: { lower: lower === null || most === null ? null : lower - most, upper: upper - least }, reason },
    ]),
  );
  return claimIds.map((id) => revisions.get(id) ?? null);
}

/** Of each source, the balances between its consecutive stocks, as they were known. */
export async function balancesOfSource(
  db: Db,
  viewer: Viewer,
  sourceId: string,
  facilityId: string | null,
  clocks: Clocks,
): Promise<Balance[]> {
  const { metric: _, ...where } = await seriesWhere(db, viewer, sourceId, "HELD", facilityId, clocks);
  const claims = await db.claim.findMany({
    where: { ...where, metric: { in: ["HELD", "ARRESTED", "RELEASED", "DIED"] }, partOfId: null, category: null },
    include: { definition: true },
    orderBy: [{ asOfSortAt: "asc" }, { id: "asc" }],
  });
  return balancesOf(claims.map(flowClaim));
}

function flowClaim(claim: Claim & { definition: Definition | null }) {
  const { id, metric, measure, unit, qualifier, lower, upper, asOfSortAt, asOfEarliest, definition, definitionId } = claim;
  const counted = { metric: metric!, measure: measure!, unit: unit!, qualifier: qualifier!, lower, upper };
  return {
    ...counted,
    id,
    asOfSortAt,
    asOfEarliest,
    definition,
    definitionId,
    asOf: spanOf("asOf", claim)!,
    periodStart: spanOf("periodStart", claim),
  };
}
