-- A record is corrected by inserting a version of it, and in no other way: what the version says is written into the
-- record's row, and what stood there into the version, so that the two can never disagree. What is stated is resolved as
-- everywhere (resolve_identity, keep_part_of). What a REDACTION replaces is in no version from then on, also not in
-- earlier ones, and no feed event is found by it. Rows that belong to a record (names, the documents that one repeats) are written by whoever inserts, who
-- also says what they were.
-- Fires: before INSERT of a version.

CREATE FUNCTION apply_version() RETURNS trigger LANGUAGE plpgsql AS $$
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
    ELSIF noun = 'Facility' AND 'admin1' = ANY (NEW."fields") THEN
      UPDATE "FeedEvent" SET "admin1" = NULL WHERE "releaseId" IN (SELECT "id" FROM "CustodyEvent" WHERE NEW."recordId" IN ("facilityId", "statedFacilityId"));
    ELSIF noun = 'CustodyEvent' THEN
      UPDATE "FeedEvent" SET "admin1" = CASE WHEN 'statedFacilityId' = ANY (NEW."fields") THEN NULL ELSE "admin1" END,
        "facilityId" = CASE WHEN 'statedFacilityId' = ANY (NEW."fields") THEN NULL ELSE "facilityId" END,
        "placeAudience" = CASE WHEN 'statedFacilityId' = ANY (NEW."fields") THEN NULL ELSE "placeAudience" END,
        "whenEarliest" = CASE WHEN 'whenEarliest' = ANY (NEW."fields") OR 'whenLatest' = ANY (NEW."fields") THEN NULL ELSE "whenEarliest" END,
        "whenLatest" = CASE WHEN 'whenEarliest' = ANY (NEW."fields") OR 'whenLatest' = ANY (NEW."fields") THEN NULL ELSE "whenLatest" END,
        "stage" = CASE WHEN 'stage' = ANY (NEW."fields") THEN NULL ELSE "stage" END,
        "conditions" = CASE WHEN 'conditions' = ANY (NEW."fields") THEN '{}' ELSE "conditions" END
      WHERE "releaseId" = NEW."recordId";
    END IF;
    IF noun = 'CustodyEvent' AND 'statedFacilityId' = ANY (NEW."fields") THEN
      UPDATE "Change" SET "facilityId" = NULL WHERE "recordId" = NEW."recordId" OR "recordId" IN (SELECT "id" FROM "Claim" WHERE "eventId" = NEW."recordId");
    ELSIF noun = 'Document' AND 'statedPublisherId' = ANY (NEW."fields") THEN
      UPDATE "Change" SET "sourceId" = NULL WHERE "recordId" = NEW."recordId";
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

CREATE TRIGGER apply_version BEFORE INSERT ON "RecordVersion" FOR EACH ROW EXECUTE FUNCTION apply_version();
