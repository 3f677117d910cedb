-- The moment by which lists of claims sort: the earliest at which a claim can have been so, and none is so later than its
-- page appeared or than it was recorded. Where no beginning is told, the page's publication bounds it. For lists alone:
-- what came first is for src/domain/time/compare.ts to say.
-- Called by sort_claims, and with what the page said at a moment by lists of that moment.

CREATE FUNCTION claim_moment_on_page(claim "Claim", published_earliest timestamptz, published_latest timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT LEAST(COALESCE(claim."asOfEarliest", published_earliest, '0001-01-01T00:00:00Z'), claim."asOfLatest", published_latest, claim."recordedAt")
$$;
