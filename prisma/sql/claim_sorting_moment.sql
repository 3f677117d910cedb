-- The moment by which lists of claims sort: the earliest at which a claim can have been so, and none is so later than its
-- page appeared or than it was recorded. Where no beginning is told, the page's publication bounds it. For lists alone:
-- what came first is for src/domain/time/compare.ts to say. Here and not with the writer, for the page may be corrected
-- long after the claim was recorded, and an import writes both in one go.
-- Called by sort_claims.

CREATE FUNCTION claim_sorting_moment(claim "Claim") RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT LEAST(COALESCE(claim."asOfEarliest", page."publishedAtEarliest", '0001-01-01T00:00:00Z'), claim."asOfLatest", page."publishedAtLatest", claim."recordedAt")
  FROM "Document" AS page WHERE page."id" = claim."documentId"
$$;
