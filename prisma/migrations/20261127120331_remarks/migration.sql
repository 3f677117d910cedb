-- AlterEnum
ALTER TYPE "ClaimKind" ADD VALUE 'REMARK';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "aboutSourceId" UUID,
ADD COLUMN     "statedAboutSourceId" UUID;

-- CreateIndex
CREATE INDEX "Claim_aboutSourceId_asOfSortAt_id_idx" ON "Claim"("aboutSourceId", "asOfSortAt", "id");

-- CreateIndex
CREATE INDEX "Claim_statedAboutSourceId_idx" ON "Claim"("statedAboutSourceId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_aboutSourceId_fkey" FOREIGN KEY ("aboutSourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_statedAboutSourceId_fkey" FOREIGN KEY ("statedAboutSourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand: the texts are those of prisma/sql.
-- ---------------------------------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION resolve_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."statedAssertedById" := COALESCE(NEW."statedAssertedById", NEW."assertedById");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
      NEW."statedAboutSourceId" := COALESCE(NEW."statedAboutSourceId", NEW."aboutSourceId");
      NEW."aboutSourceId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAboutSourceId"), NEW."statedAboutSourceId");
      NEW."assertedById" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAssertedById"), NEW."statedAssertedById");
      NEW."facilityId" := COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = NEW."statedFacilityId"), NEW."statedFacilityId");
    WHEN 'CustodyEvent' THEN
      NEW."statedDetaineeId" := COALESCE(NEW."statedDetaineeId", NEW."detaineeId");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
      NEW."detaineeId" := COALESCE((SELECT "mergedIntoId" FROM "Detainee" WHERE "id" = NEW."statedDetaineeId"), NEW."statedDetaineeId");
      NEW."facilityId" := COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = NEW."statedFacilityId"), NEW."statedFacilityId");
    WHEN 'PersonName' THEN
      NEW."statedDetaineeId" := COALESCE(NEW."statedDetaineeId", NEW."detaineeId");
      NEW."detaineeId" := COALESCE((SELECT "mergedIntoId" FROM "Detainee" WHERE "id" = NEW."statedDetaineeId"), NEW."statedDetaineeId");
    WHEN 'Definition' THEN
      NEW."statedSourceId" := COALESCE(NEW."statedSourceId", NEW."sourceId");
      NEW."sourceId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedSourceId"), NEW."statedSourceId");
    WHEN 'Facility' THEN
      -- The resolved column follows after the statement: see keep_part_of.
      NEW."statedPartOfId" := COALESCE(NEW."statedPartOfId", NEW."partOfId");
    WHEN 'Document' THEN
      -- Set while references are resolved (src/domain/merging/resolve-references.ts): what was stated stays.
      IF TG_OP = 'UPDATE' AND current_setting('paradero.resolving', true) = 'on' THEN RETURN NEW; END IF;
      -- A document can be corrected: a publisher that was changed by hand is what is stated from then on.
      IF TG_OP = 'INSERT' OR NEW."publisherId" IS DISTINCT FROM OLD."publisherId" THEN
        NEW."statedPublisherId" := NEW."publisherId";
      END IF;
      NEW."publisherId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedPublisherId"), NEW."statedPublisherId");
  END CASE;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION visibility_of_claim(claim "Claim") RETURNS "Visibility" LANGUAGE sql STABLE AS $$
  SELECT GREATEST(claim."statedVisibility",
    (SELECT "visibility" FROM "Source" WHERE "id" = claim."assertedById"),
    (SELECT "visibility" FROM "Source" WHERE "id" = claim."aboutSourceId"),
    (SELECT "visibility" FROM "Document" WHERE "id" = claim."documentId"),
    (SELECT "visibility" FROM "CustodyEvent" WHERE "id" = claim."eventId"),
    (SELECT "visibility" FROM "Facility" WHERE "id" = claim."facilityId"))
$$;

CREATE OR REPLACE FUNCTION hand_down_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Detainee' THEN
      UPDATE "CustodyEvent" SET "visibility" = NEW."visibility" WHERE "detaineeId" = NEW."id";
    WHEN 'CustodyEvent' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "eventId" = NEW."id";
      UPDATE "Verification" SET "visibility" = NEW."visibility" WHERE "eventId" = NEW."id";
      UPDATE "FeedEvent" SET "visibility" = NEW."visibility" WHERE "releaseId" = NEW."id";
    WHEN 'Source' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "assertedById" = NEW."id" OR "aboutSourceId" = NEW."id";
    WHEN 'Facility' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "facilityId" = NEW."id";
    WHEN 'Document' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "documentId" = NEW."id";
    WHEN 'Claim' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "id" = NEW."id";
  END CASE;
  RETURN NULL;
END $$;

DROP TRIGGER append_only ON "Claim";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'detaineeId');
DROP TRIGGER append_only_within ON "Claim";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'detaineeId', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'dimension', 'category', 'cause');

-- ELSE is a remark: a new value of an enum has no name yet in the transaction that adds it.
ALTER TABLE "Claim" DROP CONSTRAINT "columns_agree_with_kind";
ALTER TABLE "Claim" ADD CONSTRAINT "columns_agree_with_kind" CHECK (
  CASE "kind"
    WHEN 'COUNT' THEN "metric" IS NOT NULL AND "unit" IS NOT NULL AND "measure" IS NOT NULL AND "qualifier" IS NOT NULL
      AND "eventId" IS NULL AND "stance" IS NULL AND "connection" IS NULL AND "aboutSourceId" IS NULL
    WHEN 'EVENT' THEN "eventId" IS NOT NULL AND "stance" IS NOT NULL AND "connection" IS NOT NULL AND "aboutSourceId" IS NULL
      AND "metric" IS NULL AND "unit" IS NULL AND "measure" IS NULL AND "qualifier" IS NULL AND "lower" IS NULL AND "upper" IS NULL
      AND "periodStartPrecision" IS NULL AND "definitionId" IS NULL AND "facilityId" IS NULL AND "partOfId" IS NULL
      AND "dimension" IS NULL AND "category" IS NULL AND "namesPublished" IS NULL
    ELSE "eventId" IS NULL AND "stance" IS NULL AND "connection" IS NULL
      AND "metric" IS NULL AND "unit" IS NULL AND "measure" IS NULL AND "qualifier" IS NULL AND "lower" IS NULL AND "upper" IS NULL
      AND "periodStartPrecision" IS NULL AND "definitionId" IS NULL AND "partOfId" IS NULL
      AND "dimension" IS NULL AND "category" IS NULL AND "namesPublished" IS NULL
  END);
