-- The words by which a claim is found: its statement, its quote and the title of its page, folded.
-- Called by sort_claims and redact_chain, and with the title that the page had at a moment by lists of that moment.

CREATE FUNCTION words_of_claim(claim "Claim", title text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN fold_words(concat_ws(' ', claim."statement", claim."quote", title));
END $$;
