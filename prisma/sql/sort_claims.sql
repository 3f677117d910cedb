-- A claim's place in lists follows its own time and that of its page, and what it is found by its own words and the title of
-- its page, also when the page is corrected. Here and not with
-- the writer, for the page may be corrected long after the claim was recorded, and an import writes both in one go.
-- Fires: before INSERT of a claim; after UPDATE of when a document was published, or of its title.
-- Order: inherit_visibility and sort_claims, either first: they write different columns of a claim.
-- Order: hand_down_visibility and sort_claims, either first: they write different columns of claims.
-- Order: a_resolve_identity and sort_claims, either first: they write different columns of a claim.

CREATE FUNCTION sort_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Claim' THEN
    SELECT claim_moment_on_page(NEW, page."publishedAtEarliest", page."publishedAtLatest"), page."publishedSortAt", words_of_claim(NEW, page."title")
      INTO NEW."asOfSortAt", NEW."publishedSortAt", NEW."words" FROM "Document" AS page WHERE page."id" = NEW."documentId";
    -- A claim without a page passes: its foreign key refuses it with a better message.
    NEW."asOfSortAt" := COALESCE(NEW."asOfSortAt", NEW."recordedAt");
    NEW."publishedSortAt" := COALESCE(NEW."publishedSortAt", NEW."recordedAt");
    NEW."words" := COALESCE(NEW."words", '');
    RETURN NEW;
  END IF;
  UPDATE "Claim" SET "asOfSortAt" = claim_moment_on_page("Claim", NEW."publishedAtEarliest", NEW."publishedAtLatest"), "publishedSortAt" = NEW."publishedSortAt",
      "words" = words_of_claim("Claim", NEW."title")
    WHERE "documentId" = NEW."id";
  RETURN NULL;
END $$;

CREATE TRIGGER sort_claims BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION sort_claims();
CREATE TRIGGER sort_claims AFTER UPDATE OF "publishedAtEarliest", "publishedAtLatest", "publishedSortAt", "title" ON "Document" FOR EACH ROW
  WHEN (ROW(NEW."publishedAtEarliest", NEW."publishedAtLatest", NEW."publishedSortAt", NEW."title")
    IS DISTINCT FROM ROW(OLD."publishedAtEarliest", OLD."publishedAtLatest", OLD."publishedSortAt", OLD."title"))
  EXECUTE FUNCTION sort_claims();
