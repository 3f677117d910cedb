/** Series of counts: a source's claims over time, the revisions in them, and the balance of its stocks and flows. */
import type { Db } from "../../db/database.ts";
import { Prisma, type Claim, type Definition, type Document } from "../../db/generated/prisma/client.ts";
import type { ClaimChangeReason, CountMetric, MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { liveClaim, liveClaimSql } from "../history/claim-status.ts";
import { inSituationSql, type InSituation } from "../history/events-known-at.ts";
import { canonicalAt, latest, type Clocks } from "../history/known-at.ts";
import type { Reach } from "../history/place.ts";
import { publishedClaimSql } from "../history/published.ts";
import { recordIds, referenceWhere } from "../history/record-where.ts";
import { idOfContent } from "../identity.ts";
import { asPublished, currencyOf, currentAt, inOrderTold, publishedBy, type CountFacts, type CountGap } from "./comparison.ts";
import { balancesOf, type Balance } from "./stock-flow.ts";
import { spanOf } from "../time/span.ts";
import { visibleSql, visibleWhere, type Viewer } from "../viewer.ts";

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
    ...(await referenceWhere(lookUp, "assertedById", [sourceId], reach)),
    ...(facilityId === null
      ? { facilityId: null, place: { isEmpty: true } }
      : await referenceWhere(lookUp, "facilityId", [facilityId], reach)),
    AND: [liveClaim(reach), visibleWhere(viewer)],
  };
}

// What makes two counts of one source counts of one series, beside the source and the place, which follow merges. Staff is no prisoner: of whom it is counted tells series apart as much as what is.
const always = ["situationId", "metric", "measure", "unit", "breakdown", "place"] as const satisfies (keyof Claim)[];
const sometimes = ["indicatorId", "definitionId", "periodStartEarliest", "periodStartLatest"] as const satisfies (keyof Claim)[];

/** The columns of the key, beside those of the source and the place. */
export const seriesColumnsSql = (claim: string): Prisma.Sql =>
  Prisma.raw([...always, ...sometimes].map((column) => `${claim}."${column}"`).join(", "));

/** Whether two counts are of one series, by the identities of now. */
export function sameSeriesSql(one: string, other: string): Prisma.Sql {
  const same = ["assertedById", ...always].map((column) => `${one}."${column}" = ${other}."${column}"`);
  const alike = [...sometimes, "facilityId"].map((column) => `${one}."${column}" IS NOT DISTINCT FROM ${other}."${column}"`);
  return Prisma.raw(`(${[...same, ...alike].join(" AND ")})`);
}

/** A part of a total is of a series of its own where something tells it from the total: of whom it is, or where. */
export const toldApartSql = (claim: string): Prisma.Sql =>
  Prisma.raw(
    `(${claim}."partOfId" IS NULL OR ${claim}."breakdown" <> '{}' OR ${claim}."place" <> '{}' OR ${claim}."statedFacilityId" IS NOT NULL)`,
  );

/** The end of `currencyOf`; LEAST leaves out what is null. */
export const currencySql = (claim: string, page: string): Prisma.Sql =>
  Prisma.raw(`LEAST(${claim}."asOfLatest", ${page}."publishedAtLatest", ${claim}."recordedAt")`);

/** `inOrderTold` as columns to sort by, of a count and its page. */
export function toldSql(claim: string, page: string): readonly Prisma.Sql[] {
  const currency = currencySql(claim, page);
  return [
    currency,
    Prisma.sql`LEAST(COALESCE(${Prisma.raw(claim)}."asOfEarliest", '-infinity'), ${currency})`,
    Prisma.raw(`LEAST(${page}."publishedAtLatest", ${page}."recordedAt")`),
    Prisma.raw(`${claim}."recordedAt"`),
  ];
}

/** What had not been recorded or published yet had not fallen. */
const toldBySql = (clocks: Clocks, claim: string): Prisma.Sql =>
  Prisma.sql`${clocks.knownAt == null ? Prisma.sql`TRUE` : Prisma.sql`${Prisma.raw(claim)}."recordedAt" <= ${clocks.knownAt}`} AND ${publishedClaimSql(clocks, claim)}`;

type Fallen = {
  readonly id: string;
  readonly reason: ClaimChangeReason | null;
  readonly lower: number | null;
  readonly upper: number;
  readonly previousId: string;
  readonly previousLower: number;
  readonly previousUpper: number | null;
};

/**
 * The revision that each claim is, by its own series as it was known; null for those that are none. Beside each stands the nearest earlier claim that says more: a fall stays a fall, however vague the claims between
 * are.
 */
export async function revisionsOf(db: Db, viewer: Viewer, claimIds: readonly string[], clocks: Clocks): Promise<(Revision | null)[]> {
  const before = toldSql("earlier", "earlierpage");
  const rows = await db.$queryRaw<Fallen[]>`
    SELECT claim."id", claim."changeReason"::text AS "reason", claim."lower", claim."upper", previous."id" AS "previousId", previous."lower" AS "previousLower", previous."upper" AS "previousUpper"
    FROM "Claim" AS claim JOIN "Document" AS page ON page."id" = claim."documentId", LATERAL (
      SELECT earlier."id", earlier."lower", earlier."upper" FROM "Claim" AS earlier JOIN "Document" AS earlierpage ON earlierpage."id" = earlier."documentId"
      WHERE earlier."kind" = 'COUNT' AND earlier."measure" = 'CUMULATIVE' AND ${toldApartSql("earlier")} AND ${sameSeriesSql("earlier", "claim")}
        AND earlier."lower" > claim."upper" AND (${Prisma.join(before)}) < (${Prisma.join(toldSql("claim", "page"))})
        AND ${liveClaimSql(clocks, "earlier")} AND ${visibleSql(viewer, "earlier")}
      ORDER BY ${Prisma.join(before.map((part) => Prisma.sql`${part} DESC`))}, earlier."id" DESC LIMIT 1) AS previous
    WHERE claim."id" = ANY (${claimIds}::uuid[]) AND claim."kind" = 'COUNT' AND claim."measure" = 'CUMULATIVE' AND ${toldApartSql("claim")}
      AND ${toldBySql(clocks, "claim")}`;
  const revisions = new Map(
    rows.map(({ id, reason, lower, upper, previousId, previousLower, previousUpper }) => {
      const least = lower === null || previousUpper === null ? null : asPublished(lower - previousUpper);
      return [id, { previousId, fall: { lower: least, upper: asPublished(upper - previousLower) }, reason }];
    }),
  );
  return claimIds.map((id) => revisions.get(id) ?? null);
}

/** A count that is on record, with what the rules take of it; source and facility are those that stood for the stated ones then. */
export type CountRow = Claim & { definition: Definition | null; document: Document };

export function factsOf(claim: CountRow): CountFacts {
  const { metric, measure, unit, qualifier, lower, upper, definition, document, recordedAt } = claim;
  const asOf = currencyOf(spanOf("asOf", claim)!, spanOf("publishedAt", document)!, recordedAt);
  const counted = { metric: metric!, measure: measure!, unit: unit!, qualifier: qualifier!, lower, upper };
  return { ...counted, asOf, definition, periodStart: spanOf("periodStart", claim) };
}

/** The name of the series that a count is of; with `anywhere` the same for counts of different places. */
export function seriesKeyOf(claim: CountRow, { anywhere = false } = {}): string {
  const columns = [...always, ...sometimes].map((column) => claim[column]);
  return idOfContent("Claim", ["series", claim.assertedById, ...columns, anywhere ? null : claim.facilityId]);
}

export type CountsAsked = {
  readonly metrics: readonly CountMetric[];
  /** Only counts of just these people. Whatever they are of where it is null. */
  readonly breakdown: readonly string[] | null;
  /** About one of these facilities; about no single one where it is null. */
  readonly facilities: ReadonlySet<string> | "any" | null;
  /** About just this place that is no facility, as it is stored, or about none; whichever it is where it is null. */
  readonly place: readonly string[] | null;
  /** Only the latest of each series that was current by then; all where it is null. */
  readonly latestAt: Date | null;
  readonly also?: Prisma.Sql;
  /** At most so many. */
  readonly most?: number;
};

/** The counts that stood at a moment, of each series those that were told last first. What a series is, is said above. */
export async function readCounts(
  db: Db,
  viewer: Viewer,
  { metrics, breakdown, facilities, place, latestAt, also = Prisma.sql`TRUE`, most }: CountsAsked,
  clocks: Clocks & InSituation,
): Promise<CountRow[]> {
  const moment = clocks.knownAt ?? latest;
  const about = Prisma.sql`COALESCE(place."canonicalId", claim."statedFacilityId")`;
  const nowhere = Prisma.sql`claim."statedFacilityId" IS NULL`;
  const at =
    facilities === null ? nowhere : facilities === "any" ? Prisma.sql`TRUE` : Prisma.sql`${about} = ANY (${[...facilities]}::uuid[])`;
  const of = breakdown === null ? Prisma.sql`TRUE` : Prisma.sql`claim."breakdown" = ${breakdown}::text[]`;
  const there = place === null ? Prisma.sql`TRUE` : Prisma.sql`claim."place" = ${place}::text[]`;
  const columns = seriesColumnsSql("claim");
  const once = latestAt === null ? Prisma.empty : Prisma.sql`DISTINCT ON ("source", ${columns}, "about")`;
  const current = latestAt === null ? Prisma.sql`TRUE` : Prisma.sql`${currencySql("claim", "document")} <= ${latestAt}`;
  const lastToldFirst = Prisma.join(toldSql("claim", "document").map((part) => Prisma.sql`${part} DESC`));
  const rows = await db.$queryRaw<{ id: string; source: string; about: string | null }[]>`
    SELECT ${once} claim."id", COALESCE(speaker."canonicalId", claim."statedAssertedById") AS "source", ${about} AS "about"
    FROM "Claim" AS claim JOIN "Document" AS document ON document."id" = claim."documentId"
    LEFT JOIN identity_at('Source', ${moment}) AS speaker ON speaker."id" = claim."statedAssertedById"
    LEFT JOIN identity_at('Facility', ${moment}) AS place ON place."id" = claim."statedFacilityId"
    WHERE claim."kind" = 'COUNT' AND claim."metric" = ANY (${metrics}::text[]::"CountMetric"[]) AND ${toldApartSql("claim")} AND ${of} AND ${at} AND ${there} AND ${also}
      AND ${inSituationSql(clocks, "claim")} AND ${current} AND ${liveClaimSql(clocks, "claim")} AND ${visibleSql(viewer, "claim")}
    ORDER BY "source", ${columns}, "about", ${lastToldFirst}, claim."id" ${most === undefined ? Prisma.empty : Prisma.sql`LIMIT ${most}`}`;
  const found = new Map(rows.map((row) => [row.id, row]));
  const claims = await db.claim.findMany({
    where: { id: { in: [...found.keys()] } },
    include: { definition: true, document: true },
  });
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return rows.map(({ id, source, about: facilityId }) => ({ ...byId.get(id)!, assertedById: source, facilityId }));
}

/** Newest first, by the order in which counts are told. */
export function newestFirst(claims: readonly CountRow[]): CountRow[] {
  const told = new Map(
    claims.map((claim) => [claim, { asOf: factsOf(claim).asOf, publishedBy: publishedBy(claim.document), recordedAt: claim.recordedAt }]),
  );
  const byId = claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return byId.toSorted((a, b) => inOrderTold(told.get(b)!, told.get(a)!));
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
    where: { ...where, metric: { in: ["HELD", "ARRESTED", "RELEASED", "DIED"] }, partOfId: null, breakdown: { isEmpty: true } },
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

function flowClaim(claim: CountRow) {
  const { id, definitionId, recordedAt } = claim;
  const facts = factsOf(claim);
  return { ...facts, id, definitionId, currentAt: new Date(currentAt(facts)), publishedBy: publishedBy(claim.document), recordedAt };
}
