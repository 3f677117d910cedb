-- A claim's place in lists follows its own time and that of its page, also when the page is corrected.
-- Fires: before INSERT of a claim; after UPDATE of when a document was published.
-- Order: inherit_visibility and sort_claims, either first: they write different columns of a claim.
-- Order: hand_down_visibility and sort_claims, either first: they write different columns of claims.
-- Order: a_resolve_identity and sort_claims, either first: they write different columns of a claim.

CREATE FUNCTION sort_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Claim' THEN
    -- A claim without a page passes: its foreign key refuses it with a better message.
    NEW."asOfSortAt" := COALESCE(claim_sorting_moment(NEW), NEW."recordedAt");
    RETURN NEW;
  END IF;
  UPDATE "Claim" SET "asOfSortAt" = claim_sorting_moment("Claim") WHERE "documentId" = NEW."id" AND "asOfSortAt" <> claim_sorting_moment("Claim");
  RETURN NULL;
END $$;

CREATE TRIGGER sort_claims BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION sort_claims();
CREATE TRIGGER sort_claims AFTER UPDATE OF "publishedAtEarliest", "publishedAtLatest" ON "Document" FOR EACH ROW
  WHEN (ROW(NEW."publishedAtEarliest", NEW."publishedAtLatest") IS DISTINCT FROM ROW(OLD."publishedAtEarliest", OLD."publishedAtLatest"))
  EXECUTE FUNCTION sort_claims();
