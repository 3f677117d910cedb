/** Reads what the sums of a source's counts of parts are made from, and compares them. The rule is in sum-of-parts.ts. */
import type { Db } from "../../db/database.ts";
import { canonicalAt } from "../history/known-at.ts";
import { placesOf } from "../history/place.ts";
import { metricsBeside } from "../reconciliation/codebook.ts";
import { compare, currentAt, hoursLeftOutOf, windowOf, type Comparison, type CountGap } from "../reconciliation/comparison.ts";
import type { HubCount, Window } from "../reconciliation/hub-count.ts";
import { isTold, readSide, situationsApart, type Asked, type Reconciliation } from "../reconciliation/reconcile.ts";
import { factsOf, readCounts, seriesKeyOf, type CountRow } from "../reconciliation/series.ts";
import { type Viewer, visibleSql } from "../viewer.ts";
import { coverage, sumAsFacts, type Part } from "./sum-of-parts.ts";

export type CountSum = Comparison & {
  readonly sourceId: string;
  readonly claimIds: readonly string[];
  readonly sum: CountGap;
  readonly covered: number;
  readonly of: number;
  readonly hub: HubCount;
};

/**
 * Of each source that counts parts of what a reconciliation was asked about, and not the whole itself, its latest counts of them summed, beside the hub's count of the whole. Of a facility its parts, of the whole
 * all facilities on record that are part of none. One part alone is no sum.
 */
export async function readSums(
  db: Db,
  viewer: Viewer,
  asked: Pick<Asked, "metric" | "asOf" | "since" | "situation" | "facility" | "place" | "breakdown" | "includeParts">,
  { knownAt, asOf, publishedUntil }: Reconciliation,
): Promise<CountSum[]> {
  const { metric, facility, breakdown, situation } = asked;
  if (asked.place.length > 0 || (facility !== null && asked.includeParts === false)) return [];
  const clocks = { knownAt, publishedUntil };
  const root = facility === null ? null : (await canonicalAt(db, "Facility", [facility], knownAt))[0]!;
  const [place] = facility === null ? [] : await placesOf(db, viewer, [facility], { knownAt });
  const wanted = { metrics: metricsBeside(metric), breakdown, place: [], latestAt: asOf };
  const claims = await readCounts(db, viewer, { ...wanted, facilities: place?.facilities ?? "any" }, { ...clocks, situation });
  const whole = new Set(claims.filter(({ facilityId }) => facilityId === root).map((claim) => seriesKeyOf(claim, { anywhere: true })));
  const counted = claims.filter(
    ({ facilityId, unit, qualifier }) => facilityId !== root && facilityId !== null && unit !== "PERCENT" && qualifier !== "UNQUANTIFIED",
  );
  const freshAt = asked.asOf ?? new Date(Math.max(0, ...counted.map((claim) => currentAt(factsOf(claim)))));
  const bySeries = Map.groupBy(counted, (claim) => seriesKeyOf(claim, { anywhere: true }));
  const whose = await situationsApart(db, situation);
  const told = [...bySeries].flatMap(([key, series]) => (whole.has(key) ? [] : [{ series, of: whose(series[0]!) }]));
  const facilities = place?.facilities ?? null;
  const sums: CountSum[] = [];
  // The people are read once for all sums of a situation.
  for (const [of, apart] of Map.groupBy(told, (each) => each.of)) {
    const parts = await readParts(db, viewer, root, of, knownAt);
    const summed = apart.flatMap(({ series }) => sumOf(series, parts));
    if (summed.length === 0) continue;
    const asks = summed.map(({ facts }) => ({ window: windowOf(facts), facilities, hours: hoursLeftOutOf(facts) }));
    const side = await readSide(db, viewer, { metric, breakdown }, { ...clocks, situation: of }, asks);
    const differ = (one: Window, other: Window) => side.differ(one, other, facilities);
    const question = { metric, since: asked.since ?? null, freshAt, told: isTold(metric, breakdown), decided: side.decided, differ };
    for (const [at, { facts, approximate, ...sum }] of summed.entries()) {
      const hub = side.countOf(asks[at]!);
      const compared = compare(facts, hub, question);
      sums.push({
        ...{ ...compared, gap: compared.gap && { ...compared.gap, approximate } },
        ...{ ...sum, sum: { lower: facts.lower, upper: facts.upper, approximate }, hub },
      });
    }
  }
  return sums.toSorted((a, b) => (a.claimIds[0]! < b.claimIds[0]! ? -1 : 1));
}

/** What a series counts of the parts, as one count; nothing where that is one part alone. */
function sumOf(series: readonly CountRow[], parts: readonly Part[]) {
  const byPlace = new Map(series.map((claim) => [claim.facilityId!, claim]));
  const { claims, covered, of } = coverage<CountRow>(parts, (id) => byPlace.get(id));
  if (claims.length < 2) return [];
  const { approximate, ...facts } = sumAsFacts(claims.map(factsOf), covered === of);
  const claimIds = claims.map(({ id }) => id);
  return [{ facts, approximate: approximate === true, sourceId: series[0]!.assertedById, claimIds, covered, of }];
}

/** The parts of a facility, or, without one, all facilities of a situation that are part of none, as they were known. */
async function readParts(db: Db, viewer: Viewer, root: string | null, situation: string | null, knownAt: Date): Promise<Part[]> {
  const rows = await db.$queryRaw<{ id: string; wholeId: string | null; here: boolean }[]>`
    SELECT each."id", part."partOfId" AS "wholeId", ${situation}::uuid IS NULL OR each."situationId" = ${situation}::uuid
        OR EXISTS (SELECT FROM "Claim" AS claim WHERE claim."facilityId" = each."id" AND claim."situationId" = ${situation}::uuid AND ${visibleSql(viewer, "claim")}) AS "here"
    FROM "Facility" AS each LEFT JOIN part_of_at(${knownAt}) AS part ON part."id" = each."id" LEFT JOIN identity_at('Facility', ${knownAt}) AS same ON same."id" = each."id"
    WHERE same."id" IS NULL AND each."recordedAt" <= ${knownAt} AND ${visibleSql(viewer, "each")} ORDER BY each."id"`;
  const known = new Set(rows.map(({ id }) => id));
  const byWhole = Map.groupBy(rows, ({ wholeId }) => (wholeId !== null && known.has(wholeId) ? wholeId : null));
  const partsOf = (whole: string): Part[] => (byWhole.get(whole) ?? []).map(({ id }) => ({ id, parts: partsOf(id) }));
  if (root !== null) return partsOf(root);
  return (byWhole.get(null) ?? []).filter(({ here }) => here).map(({ id }) => ({ id, parts: partsOf(id) }));
}
