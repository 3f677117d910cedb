-- Claims that were so at the same moment are in the order in which they were published, and those of one page in the order in which they were recorded; only then by id, which tells nothing.
-- DropIndex
DROP INDEX "Claim_aboutSourceId_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_assertedById_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_assertedById_metric_measure_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_detaineeId_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_documentId_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_eventId_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_facilityId_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_kind_metric_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_retraction_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_situationId_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_stance_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_unit_asOfSortAt_id_idx";

-- DropIndex
DROP INDEX "Claim_visibility_asOfSortAt_id_idx";

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "publishedSortAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE OR REPLACE FUNCTION sort_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'Claim' THEN
    SELECT claim_moment_on_page(NEW, page."publishedAtEarliest", page."publishedAtLatest"), page."publishedSortAt"
      INTO NEW."asOfSortAt", NEW."publishedSortAt" FROM "Document" AS page WHERE page."id" = NEW."documentId";
    -- A claim without a page passes: its foreign key refuses it with a better message.
    NEW."asOfSortAt" := COALESCE(NEW."asOfSortAt", NEW."recordedAt");
    NEW."publishedSortAt" := COALESCE(NEW."publishedSortAt", NEW."recordedAt");
    RETURN NEW;
  END IF;
  UPDATE "Claim" SET "asOfSortAt" = claim_moment_on_page("Claim", NEW."publishedAtEarliest", NEW."publishedAtLatest"), "publishedSortAt" = NEW."publishedSortAt"
    WHERE "documentId" = NEW."id";
  RETURN NULL;
END $$;

DROP TRIGGER sort_claims ON "Claim";
DROP TRIGGER sort_claims ON "Document";
CREATE TRIGGER sort_claims BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION sort_claims();
CREATE TRIGGER sort_claims AFTER UPDATE OF "publishedAtEarliest", "publishedAtLatest", "publishedSortAt" ON "Document" FOR EACH ROW
  WHEN (ROW(NEW."publishedAtEarliest", NEW."publishedAtLatest", NEW."publishedSortAt")
    IS DISTINCT FROM ROW(OLD."publishedAtEarliest", OLD."publishedAtLatest", OLD."publishedSortAt"))
  EXECUTE FUNCTION sort_claims();
DROP FUNCTION claim_sorting_moment("Claim");

DROP TRIGGER append_only_within ON "Claim";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId', 'asOfSortAt', 'publishedSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'dimension', 'category', 'cause');

-- The rows that are here already, before they are in the indexes.
ALTER TABLE "Claim" DISABLE TRIGGER append_only;
UPDATE "Claim" AS claim SET "publishedSortAt" = page."publishedSortAt" FROM "Document" AS page WHERE page."id" = claim."documentId";
ALTER TABLE "Claim" ENABLE TRIGGER append_only;

-- CreateIndex
CREATE INDEX "Claim_visibility_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("visibility", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_assertedById_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("assertedById", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_assertedById_metric_measure_asOfSortAt_publishedSortA_idx" ON "Claim"("assertedById", "metric", "measure", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_documentId_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("documentId", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_facilityId_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("facilityId", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_eventId_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("eventId", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_detaineeId_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("detaineeId", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_aboutSourceId_asOfSortAt_publishedSortAt_recordedAt_i_idx" ON "Claim"("aboutSourceId", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_kind_metric_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("kind", "metric", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_unit_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("unit", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_stance_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("stance", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_retraction_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("retraction", "asOfSortAt", "publishedSortAt", "recordedAt", "id");

-- CreateIndex
CREATE INDEX "Claim_situationId_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("situationId", "asOfSortAt", "publishedSortAt", "recordedAt", "id");
