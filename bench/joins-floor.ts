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

// A claim was so within [c.begins, c.ends): no later than its page appeared and it was recorded. w.after is the end of the period's beginning, w.since its own beginning.
const ends = `LEAST(c."asOfLatest", p."publishedAtLatest", c."recordedAt")`;
const series = `c."assertedById", c."metric", c."measure", c."unit", c."periodStartEarliest", c."periodStartLatest", c."definitionId"`;
const certainlyBy = (state: string) =>
  `min(r."whenLatest") FILTER (WHERE r."state" = '${state}' AND COALESCE(r."whenEarliest", '-infinity') >= w.after)`;
const possible = `r."state" = 'VERIFIED' AND COALESCE(r."whenLatest", 'infinity') > w.since`;

/** $1: as of; $2: known at. Its single value is the list of rows. */
export const floor = `
  WITH claims AS MATERIALIZED (
    SELECT DISTINCT ON (${series}) c.*, d."politicalOnly", d."includesHouseArrest", s."slug", LEAST(c."asOfEarliest", ${ends}) AS begins, ${ends} AS ends,
      COALESCE(c."periodStartEarliest", '-infinity') AS since, COALESCE(c."periodStartLatest", '-infinity') AS after
    FROM "Claim" c JOIN "Source" s ON s."id" = c."assertedById" JOIN "Document" p ON p."id" = c."documentId" LEFT JOIN "Definition" d ON d."id" = c."definitionId"
    WHERE c."kind" = 'COUNT' AND c."metric" IN ('RELEASED', 'ANNOUNCED', 'ORDERED') AND c."partOfId" IS NULL AND c."breakdown" = '{}' AND c."facilityId" IS NULL AND NOT c."retraction"
      AND ${ends} <= $1::timestamptz AND c."recordedAt" <= $2::timestamptz AND (c."supersededAt" IS NULL OR c."supersededAt" > $2) AND c."visibility" = 'PUBLIC'
    ORDER BY ${series}, ${ends} DESC, c."asOfEarliest" DESC NULLS LAST, c."recordedAt" DESC, c."id"
  ), releases AS MATERIALIZED (
    SELECT e."detaineeId", e."whenEarliest", e."whenLatest", v."state" FROM "CustodyEvent" e
    JOIN "Verification" v ON v."eventId" = e."id" AND v."decidedAt" <= $2 AND (v."followedAt" IS NULL OR v."followedAt" > $2)
    WHERE e."type" = 'RELEASE' AND e."stage" = 'EFFECTED' AND v."state" <> 'REFUTED' AND e."recordedAt" <= $2 AND e."visibility" = 'PUBLIC'
  ), record AS (
    SELECT min(COALESCE("whenEarliest", '-infinity')) AS first, count(*) = 0 OR bool_or("state" = 'VERIFIED') AS decided FROM releases
  ), windows AS (SELECT DISTINCT since, after, begins, ends FROM claims
  ), people AS MATERIALIZED (
    -- Of each person and each beginning of a window: by when it is certain that one of the releases lay inside, and from when on it may have; or at which very moment.
    SELECT w.since, w.after, ${certainlyBy("VERIFIED")} AS verified, ${certainlyBy("CORROBORATED")} AS corroborated, ${certainlyBy("REPORTED")} AS reported,
      min(COALESCE(r."whenEarliest", '-infinity')) FILTER (WHERE ${possible}) AS possible, min(r."whenEarliest") FILTER (WHERE ${possible} AND r."whenEarliest" = r."whenLatest") AS instant
    FROM (SELECT DISTINCT since, after FROM windows) w CROSS JOIN releases r GROUP BY w.since, w.after, r."detaineeId"
  ), counts AS (
    SELECT w.*, count(*) FILTER (WHERE p.verified <= w.begins) AS lower,
      count(*) FILTER (WHERE w.since < w.ends AND (p.possible < w.ends OR w.begins = w.ends AND p.instant = w.ends)) AS upper,
      count(*) FILTER (WHERE p.corroborated <= w.begins AND (p.verified <= w.begins) IS NOT TRUE) AS corroborated,
      count(*) FILTER (WHERE p.reported <= w.begins AND (p.verified <= w.begins) IS NOT TRUE AND (p.corroborated <= w.begins) IS NOT TRUE) AS reported
    FROM windows w JOIN people p ON p.since = w.since AND p.after = w.after GROUP BY w.since, w.after, w.begins, w.ends
  ), compared AS (
    SELECT c."id", c."slug", c.ends, h.lower AS hub_lower, h.upper AS hub_upper, h.corroborated, h.reported,
      -- Whole persons: more than 200 are at least 201, and "about" reaches a tenth either way.
      CASE c."qualifier" WHEN 'MORE_THAN' THEN c."lower" + 1 WHEN 'ABOUT' THEN ceil(c."lower" * 0.9)::int ELSE c."lower" END - h.upper AS gap_lower,
      CASE c."qualifier" WHEN 'FEWER_THAN' THEN c."upper" - 1 WHEN 'ABOUT' THEN floor(c."upper" * 1.1)::int ELSE c."upper" END - h.lower AS gap_upper,
      array_remove(ARRAY[
        CASE WHEN c."metric" <> 'RELEASED' THEN 'METRIC' END,
        CASE WHEN c."unit" <> 'PERSONS' THEN 'UNIT' END,
        CASE WHEN c."measure" = 'STOCK' OR c."measure" = 'INCREMENT' AND c."periodStartPrecision" IS NULL THEN 'MEASURE' END,
        CASE WHEN c."politicalOnly" = false OR c."includesHouseArrest" THEN 'DEFINITION' END,
        CASE WHEN c."periodStartPrecision" IS NULL AND o.first < c.ends THEN 'WINDOW' END,
        CASE WHEN $1::timestamptz - c.ends > interval '90 days' THEN 'STALE' END,
        CASE WHEN c."qualifier" = 'UNQUANTIFIED' THEN 'UNQUANTIFIED' END,
        CASE WHEN NOT o.decided THEN 'NOT_DECIDED' END], NULL) AS reasons
    FROM claims c JOIN counts h USING (since, after, begins, ends), record o
  )
  SELECT COALESCE(json_agg(json_build_object(
    'claim', json_build_object('id', encode(convert_to('CountClaim:' || "id", 'UTF8'), 'base64')), 'source', json_build_object('slug', "slug"),
    'hub', json_build_object('lower', hub_lower, 'upper', hub_upper, 'corroborated', corroborated, 'reported', reported), 'reasons', reasons,
    'gap', CASE WHEN reasons = '{}' THEN json_build_object('lower', gap_lower, 'upper', gap_upper) END,
    'verdict', CASE WHEN reasons <> '{}' THEN NULL WHEN gap_lower > 0 THEN 'CLAIM_EXCEEDS' WHEN gap_upper < 0 THEN 'HUB_EXCEEDS' ELSE 'CONSISTENT' END
  ) ORDER BY ends DESC, "id"), '[]')::text FROM compared`;
