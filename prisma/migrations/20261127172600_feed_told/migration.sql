-- A correction may move a release out of the filter under which somebody heard of it: each event of the feed remembers by what a filter found the release when it was told.
-- AlterTable
ALTER TABLE "FeedEvent" ADD COLUMN     "conditions" "ReleaseCondition"[],
ADD COLUMN     "facilityId" UUID,
ADD COLUMN     "nationalities" TEXT[],
ADD COLUMN     "stage" "ReleaseStage",
ADD COLUMN     "whenEarliest" TIMESTAMPTZ(3),
ADD COLUMN     "whenLatest" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "FeedEvent_facilityId_idx" ON "FeedEvent"("facilityId");

-- AddForeignKey
ALTER TABLE "FeedEvent" ADD CONSTRAINT "FeedEvent_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION settle_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."exceptTo" IS NULL THEN NEW."audience" := NEW."visibility"; END IF;
  NEW."placeAudience" := (SELECT place."visibility" FROM "CustodyEvent" AS release JOIN "Facility" AS place ON place."id" = release."facilityId" WHERE release."id" = NEW."releaseId");
  -- Whoever is told that a release is hidden from them may not find it by what it is of now, nor by whom it was merged with.
  IF NEW."audience" >= NEW."visibility" THEN
    SELECT release."statedFacilityId", release."whenEarliest", release."whenLatest", release."stage", release."conditions", person."nationalities"
      INTO NEW."facilityId", NEW."whenEarliest", NEW."whenLatest", NEW."stage", NEW."conditions", NEW."nationalities"
      FROM "CustodyEvent" AS release JOIN "Detainee" AS person ON person."id" = release."detaineeId" WHERE release."id" = NEW."releaseId";
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION apply_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noun text := CASE WHEN NEW."sourceId" IS NOT NULL THEN 'Source' WHEN NEW."documentId" IS NOT NULL THEN 'Document' WHEN NEW."definitionId" IS NOT NULL THEN 'Definition'
    WHEN NEW."facilityId" IS NOT NULL THEN 'Facility' WHEN NEW."detaineeId" IS NOT NULL THEN 'Detainee' ELSE 'CustodyEvent' END;
  found jsonb;
  replaced text[];
  columns text;
BEGIN
  EXECUTE format('SELECT to_jsonb(record) FROM %I AS record WHERE "id" = $1 FOR NO KEY UPDATE', noun) INTO found USING NEW."recordId";
  NEW."ordinal" := 1 + (SELECT count(*) FROM "RecordVersion" WHERE "recordId" = NEW."recordId");
  NEW."fields" := ARRAY(SELECT jsonb_object_keys(NEW."after") ORDER BY 1);
  replaced := ARRAY(SELECT field FROM unnest(NEW."fields") AS field WHERE found ? field);
  columns := (SELECT string_agg(format('%I', field), ', ') FROM unnest(replaced) AS field);
  IF NEW."changeReason" = 'REDACTION' THEN
    NEW."before" := '{}';
    UPDATE "RecordVersion" SET "before" = "before" - NEW."fields", "after" = "after" - NEW."fields"
      WHERE "recordId" = NEW."recordId" AND ("before" ?| NEW."fields" OR "after" ?| NEW."fields");
    -- What the feed told is found by what the release is now from here on, as far as that was redacted.
    IF noun = 'Detainee' AND 'nationalities' = ANY (NEW."fields") THEN
      UPDATE "FeedEvent" SET "nationalities" = '{}' WHERE "releaseId" IN (SELECT "id" FROM "CustodyEvent" WHERE NEW."recordId" IN ("detaineeId", "statedDetaineeId"));
    ELSIF noun = 'CustodyEvent' THEN
      UPDATE "FeedEvent" SET "facilityId" = CASE WHEN 'statedFacilityId' = ANY (NEW."fields") THEN NULL ELSE "facilityId" END,
        "placeAudience" = CASE WHEN 'statedFacilityId' = ANY (NEW."fields") THEN NULL ELSE "placeAudience" END,
        "whenEarliest" = CASE WHEN 'whenEarliest' = ANY (NEW."fields") OR 'whenLatest' = ANY (NEW."fields") THEN NULL ELSE "whenEarliest" END,
        "whenLatest" = CASE WHEN 'whenEarliest' = ANY (NEW."fields") OR 'whenLatest' = ANY (NEW."fields") THEN NULL ELSE "whenLatest" END,
        "stage" = CASE WHEN 'stage' = ANY (NEW."fields") THEN NULL ELSE "stage" END,
        "conditions" = CASE WHEN 'conditions' = ANY (NEW."fields") THEN '{}' ELSE "conditions" END
      WHERE "releaseId" = NEW."recordId";
    END IF;
  ELSE
    NEW."before" := NEW."before" || COALESCE((SELECT jsonb_object_agg(field, found -> field) FROM unnest(replaced) AS field), '{}');
  END IF;
  IF columns IS NOT NULL THEN
    EXECUTE format('UPDATE %1$I SET (%2$s) = (SELECT %2$s FROM jsonb_populate_record(NULL::%1$I, $1)) WHERE "id" = $2', noun, columns) USING NEW."after", NEW."recordId";
  END IF;
  IF noun = 'CustodyEvent' AND NEW."after" ? 'statedFacilityId' THEN
    UPDATE "CustodyEvent" SET "facilityId" = COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = "statedFacilityId"), "statedFacilityId") WHERE "id" = NEW."recordId";
  ELSIF noun = 'Document' AND NEW."after" ? 'statedPublisherId' THEN
    UPDATE "Document" SET "publisherId" = COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = "statedPublisherId"), "statedPublisherId") WHERE "id" = NEW."recordId";
  ELSIF noun = 'Facility' AND NEW."after" ? 'statedPartOfId' THEN
    PERFORM resolve_parts();
  END IF;
  RETURN NEW;
END $$;

DROP TRIGGER append_only ON "FeedEvent";

-- Of what was told before, the release as it is now.
UPDATE "FeedEvent" AS told SET ("facilityId", "whenEarliest", "whenLatest", "stage", "conditions", "nationalities") = (
  SELECT release."statedFacilityId", release."whenEarliest", release."whenLatest", release."stage", release."conditions",
    ARRAY(SELECT DISTINCT nationality FROM "Detainee" AS person, unnest(person."nationalities") AS nationality WHERE person."id" IN (release."detaineeId", release."statedDetaineeId"))
  FROM "CustodyEvent" AS release WHERE release."id" = told."releaseId");

CREATE TRIGGER append_only BEFORE UPDATE ON "FeedEvent" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only('visibility');
CREATE TRIGGER append_only_within BEFORE UPDATE ON "FeedEvent" FOR EACH ROW WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'facilityId', 'placeAudience', 'nationalities', 'whenEarliest', 'whenLatest', 'stage', 'conditions');
