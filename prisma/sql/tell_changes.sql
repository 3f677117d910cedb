-- The change feed is written by the rows themselves, so that nothing public happens that it does not tell: what is
-- recorded, corrected, decided and merged, each with what a filter goes by. What one statement brings is told by one
-- statement, however many rows it has. Numbers come at the commit (seal_changes), so that a large import holds no lock
-- while it writes. Visibility is told by tell_visibility_change.
-- Fires: after INSERT, once a statement; of judgements also after UPDATE of "undoneAt", for each row.
-- Order: note_kin and tell_changes, either first: neither reads what the other writes.

CREATE FUNCTION tell_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place record;
  moment timestamptz;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      place := take_changes((SELECT count("supersedesId") FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "otherId", "at", "fields", "reason", "situationId", "facilityId", "sourceId", "detaineeId", "metric", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'SUPERSEDED', noun_of_claim(earlier."kind"), earlier."id", CASE WHEN NOT later."retraction" THEN later."id" END, later."recordedAt", '{}', later."changeReason",
          earlier."situationId", COALESCE(earlier."statedFacilityId", event."statedFacilityId"), earlier."statedAssertedById", event."statedDetaineeId", earlier."metric", GREATEST(earlier."visibility", later."visibility")
        FROM added AS later JOIN "Claim" AS earlier ON earlier."id" = later."supersedesId" LEFT JOIN "CustodyEvent" AS event ON event."id" = earlier."statedEventId";
      place := take_changes((SELECT count(*) FROM added WHERE NOT "retraction")::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "otherId", "at", "fields", "situationId", "facilityId", "sourceId", "detaineeId", "metric", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', noun_of_claim(later."kind"), later."id", later."supersedesId", later."recordedAt", '{}',
          later."situationId", COALESCE(later."statedFacilityId", event."statedFacilityId"), later."statedAssertedById", event."statedDetaineeId", later."metric", later."visibility"
        FROM added AS later LEFT JOIN "CustodyEvent" AS event ON event."id" = later."statedEventId" WHERE NOT later."retraction";
    WHEN 'CustodyEvent' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "at", "fields", "situationId", "facilityId", "detaineeId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'EVENT', "type", "id", "recordedAt", '{}', "situationId", "statedFacilityId", "statedDetaineeId", "visibility" FROM added;
    WHEN 'Verification' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "at", "fields", "beforeState", "afterState", "situationId", "facilityId", "detaineeId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'DECIDED', 'EVENT', event."type", event."id", decision."decidedAt", '{}', CASE WHEN decision."ordinal" > 1 THEN event."state" END, decision."state",
          event."situationId", event."statedFacilityId", event."statedDetaineeId", decision."visibility"
        FROM added AS decision JOIN "CustodyEvent" AS event ON event."id" = decision."eventId";
    WHEN 'Detainee' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "at", "fields", "situationId", "detaineeId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'DETAINEE', "id", "recordedAt", '{}', "situationId", "id", "visibility" FROM added;
    WHEN 'Facility' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "at", "fields", "situationId", "facilityId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'FACILITY', "id", "recordedAt", '{}', "situationId", "id", "visibility" FROM added;
    WHEN 'Source' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "at", "fields", "situationId", "sourceId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'SOURCE', "id", "recordedAt", '{}', "situationId", "id", "visibility" FROM added;
    WHEN 'Document' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "at", "fields", "sourceId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'DOCUMENT', "id", "recordedAt", '{}', "statedPublisherId", "visibility" FROM added;
    WHEN 'Definition' THEN
      place := take_changes((SELECT count("supersedesId") FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "otherId", "at", "fields", "sourceId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'SUPERSEDED', 'DEFINITION', earlier."id", later."id", later."recordedAt", '{}', earlier."statedSourceId", GREATEST(source."visibility", later_source."visibility")
        FROM added AS later JOIN "Definition" AS earlier ON earlier."id" = later."supersedesId" JOIN "Source" AS source ON source."id" = earlier."sourceId"
          JOIN "Source" AS later_source ON later_source."id" = later."sourceId";
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "otherId", "at", "fields", "sourceId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'DEFINITION', later."id", later."supersedesId", later."recordedAt", '{}', later."statedSourceId", source."visibility"
        FROM added AS later JOIN "Source" AS source ON source."id" = later."sourceId";
    WHEN 'Situation' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "at", "fields", "situationId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'SITUATION', "id", "recordedAt", '{}', "id", 'PUBLIC' FROM added;
    WHEN 'Indicator' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "recordId", "at", "fields", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'INDICATOR', "id", "recordedAt", '{}', 'PUBLIC' FROM added;
    WHEN 'Policy' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "at", "fields", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'RECORDED', 'POLICY', "adoptedAt", '{}', 'PUBLIC' FROM added;
    WHEN 'RecordVersion' THEN
      place := take_changes((SELECT count(*) FROM added)::int);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "at", "fields", "reason", "situationId", "facilityId", "sourceId", "detaineeId", "audience")
        SELECT place.set_id, place.first + row_number() OVER (), 'AMENDED', told."noun", told."eventType", version."recordId", version."recordedAt", version."fields", version."changeReason",
          told."situationId", told."facilityId", told."sourceId", told."detaineeId", told."visibility"
        FROM added AS version, LATERAL facts_of_record(CASE WHEN version."sourceId" IS NOT NULL THEN 'SOURCE' WHEN version."documentId" IS NOT NULL THEN 'DOCUMENT' WHEN version."definitionId" IS NOT NULL THEN 'DEFINITION'
          WHEN version."facilityId" IS NOT NULL THEN 'FACILITY' WHEN version."detaineeId" IS NOT NULL THEN 'DETAINEE' ELSE 'EVENT' END::"ChangeNoun", version."recordId") AS told;
    WHEN 'Judgement' THEN
      -- That two records are the same shows in the records themselves, row by row.
      IF NEW."verdict" = 'POSITIVE' THEN RETURN NULL; END IF;
      moment := COALESCE(NEW."undoneAt", NEW."decidedAt");
      place := take_changes(1);
      INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "otherId", "at", "fields", "situationId", "facilityId", "sourceId", "detaineeId", "audience")
        SELECT place.set_id, place.first + 1, 'DECIDED', told."noun", told."eventType", NEW."leftId", NEW."rightId", moment, CASE WHEN NEW."undoneAt" IS NULL THEN '{verdict}' ELSE '{undoneAt}' END::text[],
          told."situationId", told."facilityId", told."sourceId", told."detaineeId", GREATEST(told."visibility", other."visibility")
        FROM facts_of_record(noun_of_table(NEW."noun"::text), NEW."leftId") AS told, facts_of_record(noun_of_table(NEW."noun"::text), NEW."rightId") AS other;
  END CASE;
  RETURN NULL;
END $$;

CREATE TRIGGER tell_changes AFTER INSERT ON "Claim" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "CustodyEvent" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Verification" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Detainee" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Facility" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Source" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Document" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Definition" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Situation" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Indicator" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "Policy" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "RecordVersion" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT OR UPDATE OF "undoneAt" ON "Judgement" FOR EACH ROW EXECUTE FUNCTION tell_changes();
