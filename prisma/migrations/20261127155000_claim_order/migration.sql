-- Claims sort by the earliest moment at which they can have been so, no later than their page appeared: "that month" does not outrank what was said of its 24th, and what was so at any time is as new as its page.
ALTER TABLE "Claim" ALTER COLUMN "asOfSortAt" SET DEFAULT CURRENT_TIMESTAMP;

CREATE FUNCTION claim_sorting_moment(claim "Claim") RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT LEAST(COALESCE(claim."asOfEarliest", page."publishedAtEarliest", '0001-01-01T00:00:00Z'), claim."asOfLatest", page."publishedAtLatest", claim."recordedAt")
  FROM "Document" AS page WHERE page."id" = claim."documentId"
$$;

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

DROP TRIGGER append_only_within ON "Claim";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'detaineeId', 'asOfSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'dimension', 'category', 'cause');

-- The rows that are here already.
ALTER TABLE "Claim" DISABLE TRIGGER append_only;
UPDATE "Claim" SET "asOfSortAt" = claim_sorting_moment("Claim");
ALTER TABLE "Claim" ENABLE TRIGGER append_only;
