-- Most claims of a large data set are counts: what they do not have is in no index, and is not looked up.

DROP INDEX "Claim_aboutSourceId_asOfSortAt_publishedSortAt_recordedAt_i_idx";
DROP INDEX "Claim_baseId_idx";
DROP INDEX "Claim_definitionId_idx";
DROP INDEX "Claim_detaineeId_asOfSortAt_publishedSortAt_recordedAt_id_idx";
DROP INDEX "Claim_eventId_asOfSortAt_publishedSortAt_recordedAt_id_idx";
DROP INDEX "Claim_indicatorId_idx";
DROP INDEX "Claim_partOfId_idx";
DROP INDEX "Claim_stance_asOfSortAt_publishedSortAt_recordedAt_id_idx";
DROP INDEX "Claim_statedAboutSourceId_idx";
DROP INDEX "Claim_statedEventId_idx";
CREATE INDEX "Claim_eventId_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("eventId", "asOfSortAt", "publishedSortAt", "recordedAt", "id") WHERE ("eventId" IS NOT NULL);
CREATE INDEX "Claim_detaineeId_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("detaineeId", "asOfSortAt", "publishedSortAt", "recordedAt", "id") WHERE ("detaineeId" IS NOT NULL);
CREATE INDEX "Claim_statedEventId_idx" ON "Claim"("statedEventId") WHERE ("statedEventId" IS NOT NULL);
CREATE INDEX "Claim_aboutSourceId_asOfSortAt_publishedSortAt_recordedAt_i_idx" ON "Claim"("aboutSourceId", "asOfSortAt", "publishedSortAt", "recordedAt", "id") WHERE ("aboutSourceId" IS NOT NULL);
CREATE INDEX "Claim_statedAboutSourceId_idx" ON "Claim"("statedAboutSourceId") WHERE ("statedAboutSourceId" IS NOT NULL);
CREATE INDEX "Claim_stance_asOfSortAt_publishedSortAt_recordedAt_id_idx" ON "Claim"("stance", "asOfSortAt", "publishedSortAt", "recordedAt", "id") WHERE ("stance" IS NOT NULL);
CREATE INDEX "Claim_partOfId_idx" ON "Claim"("partOfId") WHERE ("partOfId" IS NOT NULL);
CREATE INDEX "Claim_definitionId_idx" ON "Claim"("definitionId") WHERE ("definitionId" IS NOT NULL);
CREATE INDEX "Claim_indicatorId_idx" ON "Claim"("indicatorId") WHERE ("indicatorId" IS NOT NULL);
CREATE INDEX "Claim_baseId_idx" ON "Claim"("baseId") WHERE ("baseId" IS NOT NULL);

CREATE OR REPLACE FUNCTION inherit_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."visibility" := visibility_of_claim(NEW);
      IF NEW."eventId" IS NOT NULL THEN
        NEW."detaineeId" := (SELECT "detaineeId" FROM "CustodyEvent" WHERE "id" = NEW."eventId");
      END IF;
    WHEN 'CustodyEvent' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "Detainee" WHERE "id" = NEW."detaineeId";
    WHEN 'Verification' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "CustodyEvent" WHERE "id" = NEW."eventId";
    WHEN 'FeedEvent' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "CustodyEvent" WHERE "id" = NEW."releaseId";
  END CASE;
  RETURN NEW;
EXCEPTION WHEN no_data_found THEN
  RETURN NEW; -- the foreign key reports it
END $$;

CREATE OR REPLACE FUNCTION keep_situation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'CustodyEvent' THEN
    NEW."situationId" := COALESCE(NEW."situationId", only_situation(NEW."whenTimeZone"));
  ELSIF NEW."eventId" IS NOT NULL THEN
    NEW."situationId" := (SELECT "situationId" FROM "CustodyEvent" WHERE "id" = NEW."eventId");
  ELSIF NEW."situationId" IS NULL THEN
    NEW."situationId" := COALESCE((SELECT "situationId" FROM "Claim" WHERE "id" = NEW."supersedesId"), only_situation(NEW."asOfTimeZone"));
  END IF;
  RETURN NEW;
END $$;
