/**
 * The floor of `npm run bench:joins`: the reconciliation of RELEASED as of a moment and as known at another, hand-written in one statement for this alone. The rule of
 * visibility and the second clock are in it, merged records are not: the seed data have none.
 */
import type { GapVerdict, Incomparability, CountGap } from "../src/domain/reconciliation/comparison.ts";

export type Row = {
  readonly claim: { readonly id: string };
  readonly source: { readonly slug: string };
  readonly hub: { readonly lower: number; readonly upper: number; readonly corroborated: number; readonly reported: number };
  readonly reasons: Incomparability[];
  readonly gap: CountGap | null;
  readonly verdict: GapVerdict | null;
};

const since = `r."whenEarliest" >= w.since OR w.since = '-infinity'`;
const certainlyBy = (state: string) => `min(r."whenLatest") FILTER (WHERE r."state" = '${state}' AND (${since}))`;

/** $1: as of; $2: known at. Its single value is the list of rows. */
export const floor = `
  WITH claims AS MATERIALIZED (
    SELECT DISTINCT ON (c."assertedById", c."metric", c."measure", c."unit", c."periodStartEarliest", c."periodStartLatest", c."definitionId") c.*, d."politicalOnly", d."includesHouseArrest",
      d."excludesUnderHours", s."slug"
    FROM "Claim" c JOIN "Source" s ON s."id" = c."assertedById" LEFT JOIN "Definition" d ON d."id" = c."definitionId"
    WHERE c."kind" = 'COUNT' AND c."metric" IN ('RELEASED', 'ANNOUNCED', 'ORDERED') AND c."partOfId" IS NULL AND c."category" IS NULL AND c."facilityId" IS NULL AND NOT c."retraction"
      AND c."asOfSortAt" <= $1::timestamptz AND c."recordedAt" <= $2::timestamptz AND (c."supersededAt" IS NULL OR c."supersededAt" > $2) AND c."visibility" = 'PUBLIC'
    ORDER BY c."assertedById", c."metric", c."measure", c."unit", c."periodStartEarliest", c."periodStartLatest", c."definitionId", c."asOfSortAt" DESC, c."asOfEarliest" DESC NULLS LAST,
      c."recordedAt" DESC, c."id"
  ), releases AS MATERIALIZED (
    SELECT e."detaineeId", e."whenEarliest", e."whenLatest", v."state" FROM "CustodyEvent" e
    JOIN "Verification" v ON v."eventId" = e."id" AND v."decidedAt" <= $2 AND (v."followedAt" IS NULL OR v."followedAt" > $2)
    WHERE e."type" = 'RELEASE' AND e."stage" = 'EFFECTED' AND e."recordedAt" <= $2 AND e."visibility" = 'PUBLIC'
  ), windows AS (SELECT DISTINCT COALESCE("periodStartEarliest", '-infinity') AS since, "asOfSortAt" AS until FROM claims
  ), people AS MATERIALIZED (
    -- Of each person and each beginning of a window: by when it is certain that one of the releases lay inside, and from when on it may have.
    SELECT w.since, ${certainlyBy("VERIFIED")} AS verified, ${certainlyBy("CORROBORATED")} AS corroborated, ${certainlyBy("REPORTED")} AS reported,
      min(COALESCE(r."whenEarliest", '-infinity')) FILTER (WHERE r."state" = 'VERIFIED' AND (r."whenLatest" IS NULL OR r."whenLatest" > w.since)) AS possible
    FROM (SELECT DISTINCT since FROM windows) w CROSS JOIN releases r GROUP BY w.since, r."detaineeId"
  ), counts AS (
    SELECT w.since, w.until, count(*) FILTER (WHERE p.verified <= w.until) AS lower, count(*) FILTER (WHERE p.verified <= w.until OR p.possible < w.until) AS upper,
      count(*) FILTER (WHERE p.corroborated <= w.until AND (p.verified <= w.until) IS NOT TRUE) AS corroborated,
      count(*) FILTER (WHERE p.reported <= w.until AND (p.verified <= w.until) IS NOT TRUE AND (p.corroborated <= w.until) IS NOT TRUE) AS reported
    FROM windows w JOIN people p ON p.since = w.since GROUP BY w.since, w.until
  ), compared AS (
    SELECT c.*, COALESCE(h.lower, 0) AS hub_lower, COALESCE(h.upper, 0) AS hub_upper, COALESCE(h.corroborated, 0) AS corroborated, COALESCE(h.reported, 0) AS reported,
      array_remove(ARRAY[
        CASE WHEN c."metric" <> 'RELEASED' OR c."unit" <> 'PERSONS' THEN 'METRIC' END,
        CASE WHEN c."measure" = 'STOCK' OR c."measure" = 'INCREMENT' AND c."periodStartPrecision" IS NULL THEN 'MEASURE' END,
        CASE WHEN c."definitionId" IS NOT NULL AND (c."politicalOnly" IS NOT TRUE OR c."includesHouseArrest" OR c."excludesUnderHours" > 0) THEN 'DEFINITION' END,
        CASE WHEN c."periodStartPrecision" IS NULL THEN 'WINDOW' END,
        CASE WHEN $1::timestamptz - c."asOfSortAt" > interval '90 days' THEN 'STALE' END,
        CASE WHEN c."qualifier" = 'UNQUANTIFIED' THEN 'UNQUANTIFIED' END], NULL) AS reasons
    FROM claims c LEFT JOIN counts h ON h.since = COALESCE(c."periodStartEarliest", '-infinity') AND h.until = c."asOfSortAt"
  )
  SELECT COALESCE(json_agg(json_build_object(
    'claim', json_build_object('id', encode(convert_to('CountClaim:' || "id", 'UTF8'), 'base64')), 'source', json_build_object('slug', "slug"),
    'hub', json_build_object('lower', hub_lower, 'upper', hub_upper, 'corroborated', corroborated, 'reported', reported), 'reasons', reasons,
    'gap', CASE WHEN reasons = '{}' THEN json_build_object('lower', "lower" - hub_upper, 'upper', "upper" - hub_lower) END,
    'verdict', CASE WHEN reasons <> '{}' THEN NULL WHEN "lower" - hub_upper > 0 OR "qualifier" = 'MORE_THAN' AND "lower" >= hub_upper THEN 'CLAIM_EXCEEDS'
      WHEN "upper" - hub_lower < 0 OR "qualifier" = 'FEWER_THAN' AND "upper" <= hub_lower THEN 'HUB_EXCEEDS' ELSE 'CONSISTENT' END
  ) ORDER BY "asOfSortAt" DESC, "id"), '[]')::text FROM compared`;
