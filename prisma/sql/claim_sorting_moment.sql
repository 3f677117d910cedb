-- That moment by what the page of a claim says now. Here and not with the writer, for the page may be corrected long after
-- the claim was recorded, and an import writes both in one go.
-- Called by sort_claims.

CREATE FUNCTION claim_sorting_moment(claim "Claim") RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT claim_moment_on_page(claim, page."publishedAtEarliest", page."publishedAtLatest") FROM "Document" AS page WHERE page."id" = claim."documentId"
$$;
