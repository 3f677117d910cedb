-- The moment by which lists of claims sort is a function of a claim and of when its page appeared: lists with knownAt ask it
-- with what the page said then. What it says is the same.

CREATE OR REPLACE FUNCTION claim_moment_on_page(claim "Claim", published_earliest timestamptz, published_latest timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT LEAST(COALESCE(claim."asOfEarliest", published_earliest, '0001-01-01T00:00:00Z'), claim."asOfLatest", published_latest, claim."recordedAt")
$$;

CREATE OR REPLACE FUNCTION claim_sorting_moment(claim "Claim") RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT claim_moment_on_page(claim, page."publishedAtEarliest", page."publishedAtLatest") FROM "Document" AS page WHERE page."id" = claim."documentId"
$$;
