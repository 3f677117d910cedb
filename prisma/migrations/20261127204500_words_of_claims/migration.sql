-- Claims are found by their words and by the title of their page: both folded, in a column that the database keeps, with an index for parts of words.

ALTER TABLE "Claim" ADD COLUMN     "words" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION fold_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT trim(regexp_replace(public.fold_name(normalize(regexp_replace(normalize(words, NFKD),
    U&'[\0300-\036F\0483-\0489\0591-\05BD\05BF\05C1\05C2\05C4\05C5\0610-\061A\064B-\065F\0670\06D6-\06DC]', '', 'g'), NFC)), '\s+', ' ', 'g'))
$$;

CREATE FUNCTION words_of_claim(claim "Claim", title text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT fold_words(concat_ws(' ', claim."statement", claim."quote", title))
$$;

CREATE OR REPLACE FUNCTION sort_claims() RETURNS trigger LANGUAGE plpgsql AS $$
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

DROP TRIGGER sort_claims ON "Document";
CREATE TRIGGER sort_claims AFTER UPDATE OF "publishedAtEarliest", "publishedAtLatest", "publishedSortAt", "title" ON "Document" FOR EACH ROW
  WHEN (ROW(NEW."publishedAtEarliest", NEW."publishedAtLatest", NEW."publishedSortAt", NEW."title")
    IS DISTINCT FROM ROW(OLD."publishedAtEarliest", OLD."publishedAtLatest", OLD."publishedSortAt", OLD."title"))
  EXECUTE FUNCTION sort_claims();

CREATE OR REPLACE FUNCTION redact_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE chain AS (
    SELECT "id", "supersedesId" FROM "Claim" WHERE "id" = NEW."supersedesId"
    UNION ALL
    SELECT earlier."id", earlier."supersedesId" FROM "Claim" AS earlier JOIN chain ON earlier."id" = chain."supersedesId"
  )
  UPDATE "Claim" SET "redactedAt" = NEW."recordedAt", "statement" = '[redacted]', "quote" = NULL, "locator" = NULL, "asOfVerbatim" = NULL, "periodStartVerbatim" = NULL,
    "qualifier" = CASE WHEN "kind" = 'COUNT' THEN 'UNQUANTIFIED'::"CountQualifier" END, "lower" = NULL, "upper" = NULL, "cause" = NULL,
    "breakdown" = CASE WHEN "breakdown" = '{}' THEN '{}'::text[] ELSE '{[redacted]=[redacted]}' END,
    "words" = fold_words(concat_ws(' ', '[redacted]', (SELECT "title" FROM "Document" WHERE "Document"."id" = "Claim"."documentId")))
  WHERE "id" IN (SELECT "id" FROM chain) AND "redactedAt" IS NULL;
  RETURN NULL;
END $$;

DROP TRIGGER append_only_within ON "Claim";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId', 'asOfSortAt', 'publishedSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'breakdown', 'cause', 'words');

-- The rows that are here already, before they are in the index.
ALTER TABLE "Claim" DISABLE TRIGGER append_only;
UPDATE "Claim" AS claim SET "words" = words_of_claim(claim, page."title") FROM "Document" AS page WHERE page."id" = claim."documentId";
ALTER TABLE "Claim" ENABLE TRIGGER append_only;

CREATE INDEX "Claim_words" ON "Claim" USING GIN ("words" gin_trgm_ops);
