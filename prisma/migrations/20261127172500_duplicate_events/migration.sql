-- Two events of one person can be judged to be one happening: the one stands for both, and what is said of the other is evidence for it. What is stated stays beside, so that undoing gives all back.
-- AlterEnum
ALTER TYPE "MatchedNoun" ADD VALUE 'CustodyEvent';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "statedEventId" UUID;

-- AlterTable
ALTER TABLE "CustodyEvent" ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "repeats" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Claim_statedEventId_idx" ON "Claim"("statedEventId");

-- CreateIndex
CREATE INDEX "CustodyEvent_mergedIntoId_idx" ON "CustodyEvent"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_statedEventId_fkey" FOREIGN KEY ("statedEventId") REFERENCES "CustodyEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "CustodyEvent_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "CustodyEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION resolve_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."statedAssertedById" := COALESCE(NEW."statedAssertedById", NEW."assertedById");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
      NEW."statedEventId" := COALESCE(NEW."statedEventId", NEW."eventId");
      NEW."statedAboutSourceId" := COALESCE(NEW."statedAboutSourceId", NEW."aboutSourceId");
      NEW."aboutSourceId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAboutSourceId"), NEW."statedAboutSourceId");
      NEW."assertedById" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAssertedById"), NEW."statedAssertedById");
      NEW."facilityId" := COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = NEW."statedFacilityId"), NEW."statedFacilityId");
      NEW."eventId" := COALESCE((SELECT "mergedIntoId" FROM "CustodyEvent" WHERE "id" = NEW."statedEventId"), NEW."statedEventId");
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

CREATE OR REPLACE FUNCTION tell_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hidden boolean := NEW."visibility" > OLD."visibility";
  now_state "VerificationState" := (SELECT "state" FROM "CustodyEvent" WHERE "id" = NEW."id");
  -- Who could see it and was told of it: an event that others heard tells them nothing.
  heard "Visibility"[] := ARRAY(
    SELECT level FROM unnest(enum_range(OLD."visibility", NEW."visibility")) AS level
    WHERE level < NEW."visibility" AND EXISTS (
      SELECT FROM "FeedEvent" WHERE "releaseId" = NEW."id" AND "audience" <= level AND ("exceptTo" IS NULL OR "exceptTo" > level))
    ORDER BY level);
BEGIN
  IF (CASE WHEN hidden THEN cardinality(heard) > 0 ELSE now_state = 'VERIFIED' AND NEW."mergedIntoId" IS NULL END) THEN
    PERFORM pg_advisory_xact_lock(7283002);
    INSERT INTO "FeedEvent" ("eventId", "type", "releaseId", "beforeState", "afterState", "occurredAt", "audience", "exceptTo")
      VALUES (gen_random_uuid(), CASE WHEN hidden THEN 'RELEASE_RETRACTED' ELSE 'RELEASE_VERIFIED' END::"FeedEventType", NEW."id", now_state, now_state, clock_timestamp(),
              CASE WHEN hidden THEN heard[1] ELSE NEW."visibility" END,
              CASE WHEN hidden THEN (enum_range(heard[cardinality(heard)], NULL))[2] ELSE OLD."visibility" END);
    PERFORM pg_notify('paradero_feed', '');
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER append_only ON "Claim";
DROP TRIGGER append_only_within ON "Claim";
DROP TRIGGER append_only ON "CustodyEvent";
DROP TRIGGER append_only_within ON "CustodyEvent";

-- The rows that are here already.
UPDATE "Claim" SET "statedEventId" = "eventId" WHERE "eventId" IS NOT NULL;
-- Of people who were merged the next start settles the timelines again: what is told twice counts once.
UPDATE "CustodyEvent" SET "ordinal" = NULL WHERE "detaineeId" IN (SELECT "detaineeId" FROM "CustodyEvent" WHERE "detaineeId" <> "statedDetaineeId");

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId', 'asOfSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'dimension', 'category', 'cause');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats',
    'whenEarliest', 'whenLatest', 'whenPrecision', 'whenTimeZone', 'whenVerbatim', 'whenSortAt', 'statedFacilityId', 'place', 'stage', 'outcome', 'conditions');

DROP TRIGGER note_kin ON "Judgement";
CREATE TRIGGER note_kin AFTER INSERT ON "Judgement" FOR EACH ROW WHEN (NEW."verdict" = 'POSITIVE' AND NEW."noun" IN ('Detainee', 'Facility')) EXECUTE FUNCTION note_kin();
