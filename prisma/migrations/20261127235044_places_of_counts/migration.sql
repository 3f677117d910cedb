-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "baseId" UUID,
ADD COLUMN     "place" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateIndex
CREATE INDEX "Claim_place_idx" ON "Claim" USING GIN ("place");

-- CreateIndex
CREATE INDEX "Claim_baseId_idx" ON "Claim"("baseId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_baseId_fkey" FOREIGN KEY ("baseId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- By hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE "Claim" ADD CONSTRAINT "a_place_is_of_a_count" CHECK ("place" = '{}' OR ("kind" = 'COUNT' AND "statedFacilityId" IS NULL));

ALTER TABLE "Claim" ADD CONSTRAINT "a_base_is_of_a_share" CHECK ("baseId" IS NULL OR ("unit" IS NOT NULL AND "unit" = 'PERCENT' AND "baseId" <> "id"));

DROP TRIGGER append_only_within ON "Claim";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId', 'asOfSortAt', 'publishedSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'breakdown', 'place', 'cause', 'words');

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
    "place" = CASE WHEN "place" = '{}' THEN '{}'::text[] ELSE '{TEXT=[redacted]}' END,
    "words" = fold_words(concat_ws(' ', '[redacted]', (SELECT "title" FROM "Document" WHERE "Document"."id" = "Claim"."documentId")))
  WHERE "id" IN (SELECT "id" FROM chain) AND "redactedAt" IS NULL;
  RETURN NULL;
END $$;
