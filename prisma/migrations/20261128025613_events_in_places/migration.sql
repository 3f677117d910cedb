-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "coordinatePrecision" "CoordinatePrecision",
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "CustodyEvent" ADD COLUMN     "admin1" TEXT,
ADD COLUMN     "coordinatePrecision" "CoordinatePrecision",
ADD COLUMN     "country" TEXT,
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "locality" TEXT,
ADD COLUMN     "longitude" DOUBLE PRECISION;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- By hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "coordinates_are_whole" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL) = ("coordinatePrecision" IS NULL)
  AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "country_is_a_code" CHECK ("country" ~ '^[A-Z]{2}$');

ALTER TABLE "Claim" ADD CONSTRAINT "coordinates_are_of_a_place" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL) = ("coordinatePrecision" IS NULL) AND ("latitude" IS NULL OR "place" <> '{}')
  AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

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
    "place" = CASE WHEN "place" = '{}' THEN '{}'::text[] ELSE '{TEXT=[redacted]}' END, "latitude" = NULL, "longitude" = NULL, "coordinatePrecision" = NULL,
    "words" = fold_words(concat_ws(' ', '[redacted]', (SELECT "title" FROM "Document" WHERE "Document"."id" = "Claim"."documentId")))
  WHERE "id" IN (SELECT "id" FROM chain) AND "redactedAt" IS NULL;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION settle_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."exceptTo" IS NULL THEN NEW."audience" := NEW."visibility"; END IF;
  NEW."placeAudience" := (SELECT CASE WHEN release."facilityId" IS NOT NULL THEN place."visibility" WHEN release."admin1" IS NOT NULL THEN 'PUBLIC' END
    FROM "CustodyEvent" AS release LEFT JOIN "Facility" AS place ON place."id" = release."facilityId" WHERE release."id" = NEW."releaseId");
  -- Whoever is told that a release is hidden from them may not find it by what it is of now, nor by whom it was merged with.
  IF NEW."audience" >= NEW."visibility" THEN
    SELECT release."statedFacilityId", release."whenEarliest", release."whenLatest", release."stage", release."conditions", person."nationalities", decision."acknowledged", COALESCE(place."admin1", release."admin1")
      INTO NEW."facilityId", NEW."whenEarliest", NEW."whenLatest", NEW."stage", NEW."conditions", NEW."nationalities", NEW."acknowledged", NEW."admin1"
      FROM "CustodyEvent" AS release JOIN "Detainee" AS person ON person."id" = release."detaineeId"
      LEFT JOIN "Verification" AS decision ON decision."id" = release."verificationId" LEFT JOIN "Facility" AS place ON place."id" = release."facilityId"
      WHERE release."id" = NEW."releaseId";
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER append_only_within ON "Claim";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId', 'asOfSortAt', 'publishedSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'breakdown', 'place', 'latitude', 'longitude', 'coordinatePrecision', 'cause', 'words');

DROP TRIGGER append_only_within ON "CustodyEvent";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats',
    'whenEarliest', 'whenLatest', 'whenPrecision', 'whenTimeZone', 'whenVerbatim', 'whenSortAt', 'statedFacilityId', 'place', 'country', 'admin1', 'locality', 'latitude', 'longitude', 'coordinatePrecision', 'stage', 'outcome', 'conditions',
    'age', 'charges', 'caseNumber', 'sentence', 'sentenceLength', 'sentenceEndsEarliest', 'sentenceEndsLatest', 'sentenceEndsPrecision', 'sentenceEndsTimeZone', 'sentenceEndsVerbatim');
