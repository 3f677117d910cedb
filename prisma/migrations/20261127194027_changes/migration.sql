-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('RECORDED', 'AMENDED', 'SUPERSEDED', 'DECIDED', 'MERGED', 'UNMERGED', 'HIDDEN', 'SHOWN', 'VERDICT_CHANGED');

-- CreateEnum
CREATE TYPE "ChangeNoun" AS ENUM ('SITUATION', 'SOURCE', 'DOCUMENT', 'DEFINITION', 'FACILITY', 'DETAINEE', 'EVENT', 'COUNT', 'STATEMENT', 'REMARK', 'POLICY');

-- CreateEnum
CREATE TYPE "WebhookFeed" AS ENUM ('RELEASES', 'CHANGES');

-- AlterTable
ALTER TABLE "Webhook" ADD COLUMN     "feed" "WebhookFeed" NOT NULL DEFAULT 'RELEASES';

-- AlterTable
ALTER TABLE "Hub" ADD COLUMN     "changeFloor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "changeFloorAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ChangeSet" (
    "id" BIGSERIAL NOT NULL,
    "mark" UUID NOT NULL DEFAULT gen_random_uuid(),
    "base" BIGINT,
    "size" INTEGER NOT NULL DEFAULT 0,
    "appendedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "ChangeSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Change" (
    "setId" BIGINT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" "ChangeKind" NOT NULL,
    "noun" "ChangeNoun" NOT NULL,
    "eventType" "CustodyEventType",
    "recordId" UUID,
    "otherId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fields" TEXT[],
    "reason" "ClaimChangeReason",
    "beforeState" "VerificationState",
    "afterState" "VerificationState",
    "verdictFrom" TEXT,
    "verdictTo" TEXT,
    "situationId" UUID,
    "facilityId" UUID,
    "sourceId" UUID,
    "detaineeId" UUID,
    "metric" "CountMetric",
    "audience" "Visibility" NOT NULL,
    "exceptTo" "Visibility",

    CONSTRAINT "Change_pkey" PRIMARY KEY ("setId","ordinal")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "claimId" UUID NOT NULL,
    "verdict" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("claimId")
);

-- CreateTable
CREATE TABLE "VerdictRun" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "position" BIGINT NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VerdictRun_pkey" PRIMARY KEY ("id")
);

INSERT INTO "VerdictRun" DEFAULT VALUES;

-- CreateIndex
CREATE UNIQUE INDEX "ChangeSet_base_key" ON "ChangeSet"("base");

-- CreateIndex
CREATE INDEX "Change_recordId_idx" ON "Change"("recordId");

CREATE FUNCTION take_changes(many integer, OUT set_id bigint, OUT first integer) LANGUAGE plpgsql AS $$
DECLARE known text[] := string_to_array(current_setting('paradero.changes', true), ':');
BEGIN
  IF known[1] = pg_current_xact_id()::text THEN
    set_id := known[2]::bigint;
    first := known[3]::integer;
  ELSIF many > 0 THEN
    INSERT INTO "ChangeSet" DEFAULT VALUES RETURNING "id" INTO set_id;
    first := 0;
  END IF;
  IF many > 0 THEN
    PERFORM set_config('paradero.changes', concat_ws(':', pg_current_xact_id(), set_id, first + many), true);
  END IF;
END $$;

CREATE FUNCTION noun_of_claim(kind "ClaimKind") RETURNS "ChangeNoun" LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind WHEN 'COUNT' THEN 'COUNT' WHEN 'EVENT' THEN 'STATEMENT' ELSE 'REMARK' END::"ChangeNoun"
$$;

CREATE FUNCTION noun_of_table(named text) RETURNS "ChangeNoun" LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE named WHEN 'CustodyEvent' THEN 'EVENT' ELSE upper(named) END::"ChangeNoun"
$$;

CREATE FUNCTION facts_of_record(of_noun "ChangeNoun", record_id uuid)
  RETURNS TABLE ("noun" "ChangeNoun", "eventType" "CustodyEventType", "situationId" uuid, "facilityId" uuid, "sourceId" uuid, "detaineeId" uuid, "metric" "CountMetric", "visibility" "Visibility")
  LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE
    WHEN of_noun = 'SOURCE' THEN RETURN QUERY SELECT of_noun, NULL::"CustodyEventType", each."situationId", NULL::uuid, each."id", NULL::uuid, NULL::"CountMetric", each."visibility" FROM "Source" AS each WHERE each."id" = record_id;
    WHEN of_noun = 'DOCUMENT' THEN RETURN QUERY SELECT of_noun, NULL::"CustodyEventType", NULL::uuid, NULL::uuid, each."statedPublisherId", NULL::uuid, NULL::"CountMetric", each."visibility" FROM "Document" AS each WHERE each."id" = record_id;
    WHEN of_noun = 'DEFINITION' THEN RETURN QUERY SELECT of_noun, NULL::"CustodyEventType", NULL::uuid, NULL::uuid, each."statedSourceId", NULL::uuid, NULL::"CountMetric", source."visibility"
      FROM "Definition" AS each JOIN "Source" AS source ON source."id" = each."sourceId" WHERE each."id" = record_id;
    WHEN of_noun = 'FACILITY' THEN RETURN QUERY SELECT of_noun, NULL::"CustodyEventType", each."situationId", each."id", NULL::uuid, NULL::uuid, NULL::"CountMetric", each."visibility" FROM "Facility" AS each WHERE each."id" = record_id;
    WHEN of_noun = 'DETAINEE' THEN RETURN QUERY SELECT of_noun, NULL::"CustodyEventType", each."situationId", NULL::uuid, NULL::uuid, each."id", NULL::"CountMetric", each."visibility" FROM "Detainee" AS each WHERE each."id" = record_id;
    WHEN of_noun = 'EVENT' THEN RETURN QUERY SELECT of_noun, each."type", each."situationId", each."statedFacilityId", NULL::uuid, each."statedDetaineeId", NULL::"CountMetric", each."visibility" FROM "CustodyEvent" AS each WHERE each."id" = record_id;
    ELSE RETURN QUERY SELECT of_noun, NULL::"CustodyEventType", each."situationId", COALESCE(each."statedFacilityId", event."statedFacilityId"), each."statedAssertedById", event."statedDetaineeId", each."metric", each."visibility"
      FROM "Claim" AS each LEFT JOIN "CustodyEvent" AS event ON event."id" = each."statedEventId" WHERE each."id" = record_id;
  END CASE;
END $$;

-- What was recorded, corrected, decided and merged before is filled in, in the order of its moments, for whoever may see
-- it now: when something was hidden or shown nobody noted.
WITH told AS (
  SELECT 'RECORDED' AS "kind", 'SITUATION' AS "noun", NULL::"CustodyEventType" AS "eventType", "id" AS "recordId", NULL::uuid AS "otherId", "recordedAt" AS "at", '{}'::text[] AS "fields", NULL::"ClaimChangeReason" AS "reason",
    NULL::"VerificationState" AS "beforeState", NULL::"VerificationState" AS "afterState", "id" AS "situationId", NULL::uuid AS "facilityId", NULL::uuid AS "sourceId", NULL::uuid AS "detaineeId", NULL::"CountMetric" AS "metric", 'PUBLIC'::"Visibility" AS "audience"
    FROM "Situation"
  UNION ALL SELECT 'RECORDED', 'POLICY', NULL, NULL, NULL, "adoptedAt", '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'PUBLIC' FROM "Policy"
  UNION ALL SELECT 'RECORDED', 'SOURCE', NULL, "id", NULL, "recordedAt", '{}', NULL, NULL, NULL, "situationId", NULL, "id", NULL, NULL, "visibility" FROM "Source"
  UNION ALL SELECT 'RECORDED', 'DOCUMENT', NULL, "id", NULL, "recordedAt", '{}', NULL, NULL, NULL, NULL, NULL, "statedPublisherId", NULL, NULL, "visibility" FROM "Document"
  UNION ALL SELECT 'RECORDED', 'DEFINITION', NULL, each."id", each."supersedesId", each."recordedAt", '{}', NULL, NULL, NULL, NULL, NULL, each."statedSourceId", NULL, NULL, source."visibility"
    FROM "Definition" AS each JOIN "Source" AS source ON source."id" = each."sourceId"
  UNION ALL SELECT 'SUPERSEDED', 'DEFINITION', NULL, old."id", new."id", new."recordedAt", '{}', NULL, NULL, NULL, NULL, NULL, old."statedSourceId", NULL, NULL, GREATEST(source."visibility", new_source."visibility")
    FROM "Definition" AS new JOIN "Definition" AS old ON old."id" = new."supersedesId" JOIN "Source" AS source ON source."id" = old."sourceId" JOIN "Source" AS new_source ON new_source."id" = new."sourceId"
  UNION ALL SELECT 'RECORDED', 'FACILITY', NULL, "id", NULL, "recordedAt", '{}', NULL, NULL, NULL, "situationId", "id", NULL, NULL, NULL, "visibility" FROM "Facility"
  UNION ALL SELECT 'RECORDED', 'DETAINEE', NULL, "id", NULL, "recordedAt", '{}', NULL, NULL, NULL, "situationId", NULL, NULL, "id", NULL, "visibility" FROM "Detainee"
  UNION ALL SELECT 'RECORDED', 'EVENT', "type", "id", NULL, "recordedAt", '{}', NULL, NULL, NULL, "situationId", "statedFacilityId", NULL, "statedDetaineeId", NULL, "visibility" FROM "CustodyEvent"
  UNION ALL SELECT 'RECORDED', noun_of_claim(each."kind")::text, NULL, each."id", each."supersedesId", each."recordedAt", '{}', NULL, NULL, NULL, each."situationId", COALESCE(each."statedFacilityId", event."statedFacilityId"),
      each."statedAssertedById", event."statedDetaineeId", each."metric", each."visibility"
    FROM "Claim" AS each LEFT JOIN "CustodyEvent" AS event ON event."id" = each."statedEventId" WHERE NOT each."retraction"
  UNION ALL SELECT 'SUPERSEDED', noun_of_claim(old."kind")::text, NULL, old."id", CASE WHEN NOT new."retraction" THEN new."id" END, new."recordedAt", '{}', new."changeReason", NULL, NULL, old."situationId",
      COALESCE(old."statedFacilityId", event."statedFacilityId"), old."statedAssertedById", event."statedDetaineeId", old."metric", GREATEST(old."visibility", new."visibility")
    FROM "Claim" AS new JOIN "Claim" AS old ON old."id" = new."supersedesId" LEFT JOIN "CustodyEvent" AS event ON event."id" = old."statedEventId"
  UNION ALL SELECT 'DECIDED', 'EVENT', event."type", event."id", NULL, decision."decidedAt", '{}', NULL, lag(decision."state") OVER (PARTITION BY decision."eventId" ORDER BY decision."ordinal"), decision."state",
      event."situationId", event."statedFacilityId", NULL, event."statedDetaineeId", NULL, decision."visibility"
    FROM "Verification" AS decision JOIN "CustodyEvent" AS event ON event."id" = decision."eventId"
  UNION ALL SELECT 'AMENDED', facts."noun"::text, facts."eventType", version."recordId", NULL, version."recordedAt", version."fields", version."changeReason", NULL, NULL, facts."situationId", facts."facilityId", facts."sourceId", facts."detaineeId", NULL, facts."visibility"
    FROM "RecordVersion" AS version, LATERAL facts_of_record(CASE WHEN version."sourceId" IS NOT NULL THEN 'SOURCE' WHEN version."documentId" IS NOT NULL THEN 'DOCUMENT' WHEN version."definitionId" IS NOT NULL THEN 'DEFINITION'
      WHEN version."facilityId" IS NOT NULL THEN 'FACILITY' WHEN version."detaineeId" IS NOT NULL THEN 'DETAINEE' ELSE 'EVENT' END::"ChangeNoun", version."recordId") AS facts
  UNION ALL SELECT CASE WHEN judged."verdict" <> 'POSITIVE' THEN 'DECIDED' WHEN undone THEN 'UNMERGED' ELSE 'MERGED' END, facts."noun"::text, facts."eventType", COALESCE(judged."childId", judged."leftId"),
      CASE WHEN judged."childId" IS NULL THEN judged."rightId" ELSE judged."leftId" END, CASE WHEN undone THEN judged."undoneAt" ELSE judged."decidedAt" END,
      CASE WHEN judged."verdict" = 'POSITIVE' THEN '{}' WHEN undone THEN '{undoneAt}' ELSE '{verdict}' END::text[], NULL, NULL, NULL, facts."situationId", facts."facilityId", facts."sourceId", facts."detaineeId", NULL, GREATEST(facts."visibility", other."visibility")
    FROM "Judgement" AS judged CROSS JOIN (VALUES (false), (true)) AS ends(undone), LATERAL facts_of_record(noun_of_table(judged."noun"::text), COALESCE(judged."childId", judged."leftId")) AS facts,
      LATERAL facts_of_record(noun_of_table(judged."noun"::text), judged."rightId") AS other
    WHERE NOT undone OR judged."undoneAt" IS NOT NULL),
  filled AS (INSERT INTO "ChangeSet" ("base", "size") SELECT 0, count(*) FROM told HAVING count(*) > 0 RETURNING "id")
INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "otherId", "at", "fields", "reason", "beforeState", "afterState", "situationId", "facilityId", "sourceId", "detaineeId", "metric", "audience")
  SELECT filled."id", row_number() OVER (ORDER BY told."at", told."kind"::"ChangeKind" NOT IN ('RECORDED', 'SUPERSEDED'), told."noun"::"ChangeNoun", told."kind"::"ChangeKind", told."recordId"),
    told."kind"::"ChangeKind", told."noun"::"ChangeNoun", told."eventType", told."recordId", told."otherId", told."at", told."fields", told."reason", told."beforeState", told."afterState",
    told."situationId", told."facilityId", told."sourceId", told."detaineeId", told."metric", told."audience"
  FROM told, filled;

CREATE FUNCTION note_visibility(of_noun "ChangeNoun", record_id uuid, was "Visibility", becomes "Visibility") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place record := take_changes(0);
  told record;
BEGIN
  IF place.set_id IS NOT NULL THEN
    -- What says something of two records is for those who may see both.
    UPDATE "Change" SET "audience" = CASE WHEN "kind" = 'RECORDED' OR ("kind" <> 'SUPERSEDED' AND "otherId" IS NULL) THEN becomes ELSE GREATEST("audience", becomes) END
      WHERE "recordId" = record_id AND "setId" = place.set_id AND "kind" NOT IN ('HIDDEN', 'SHOWN');
    UPDATE "Change" SET "audience" = GREATEST("audience", becomes) WHERE "otherId" = record_id AND "setId" = place.set_id AND "kind" <> 'RECORDED';
    IF EXISTS (SELECT FROM "Change" WHERE "recordId" = record_id AND "setId" = place.set_id AND "kind" = 'RECORDED') THEN RETURN; END IF;
    SELECT "ordinal", CASE "kind" WHEN 'HIDDEN' THEN "audience" ELSE "exceptTo" END AS "was" INTO told
      FROM "Change" WHERE "recordId" = record_id AND "setId" = place.set_id AND "kind" IN ('HIDDEN', 'SHOWN');
    IF FOUND THEN
      was := told."was";
      DELETE FROM "Change" WHERE "setId" = place.set_id AND "ordinal" = told."ordinal";
    END IF;
  END IF;
  IF was = becomes THEN RETURN; END IF;
  place := take_changes(1);
  INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "at", "fields", "situationId", "facilityId", "sourceId", "detaineeId", "metric", "audience", "exceptTo")
    SELECT place.set_id, place.first + 1, CASE WHEN becomes > was THEN 'HIDDEN' ELSE 'SHOWN' END::"ChangeKind", facts."noun", facts."eventType", record_id,
      COALESCE((SELECT "recordedUpTo" FROM "Clock"), clock_timestamp()), '{}', facts."situationId", facts."facilityId", facts."sourceId", facts."detaineeId", facts."metric", LEAST(was, becomes), GREATEST(was, becomes)
    FROM facts_of_record(of_noun, record_id) AS facts;
END $$;

CREATE FUNCTION seal_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7283002);
  UPDATE "ChangeSet" SET "size" = (take_changes(0)).first, "appendedAt" = clock_timestamp(),
    "base" = COALESCE((SELECT last."base" + last."size" FROM "ChangeSet" AS last WHERE last."base" IS NOT NULL ORDER BY last."base" DESC LIMIT 1), 0)
    WHERE "id" = NEW."id";
  PERFORM pg_notify('paradero_changes', '');
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER seal_changes AFTER INSERT ON "ChangeSet" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."base" IS NULL) EXECUTE FUNCTION seal_changes();

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
CREATE TRIGGER tell_changes AFTER INSERT ON "Policy" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT ON "RecordVersion" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_changes();
CREATE TRIGGER tell_changes AFTER INSERT OR UPDATE OF "undoneAt" ON "Judgement" FOR EACH ROW EXECUTE FUNCTION tell_changes();

CREATE FUNCTION tell_merge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE place record := take_changes(1);
BEGIN
  INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "otherId", "at", "fields", "situationId", "facilityId", "sourceId", "detaineeId", "audience")
    SELECT place.set_id, place.first + 1, CASE WHEN NEW."mergedIntoId" IS NULL THEN 'UNMERGED' ELSE 'MERGED' END::"ChangeKind", told."noun", told."eventType", NEW."id", COALESCE(NEW."mergedIntoId", OLD."mergedIntoId"),
      COALESCE((SELECT "recordedUpTo" FROM "Clock"), clock_timestamp()), '{}', told."situationId", told."facilityId", told."sourceId", told."detaineeId", told."visibility"
    FROM facts_of_record(noun_of_table(TG_TABLE_NAME), NEW."id") AS told;
  RETURN NULL;
END $$;

CREATE TRIGGER tell_merge AFTER UPDATE OF "mergedIntoId" ON "Detainee" FOR EACH ROW WHEN (NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId") EXECUTE FUNCTION tell_merge();
CREATE TRIGGER tell_merge AFTER UPDATE OF "mergedIntoId" ON "Facility" FOR EACH ROW WHEN (NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId") EXECUTE FUNCTION tell_merge();
CREATE TRIGGER tell_merge AFTER UPDATE OF "mergedIntoId" ON "Source" FOR EACH ROW WHEN (NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId") EXECUTE FUNCTION tell_merge();
CREATE TRIGGER tell_merge AFTER UPDATE OF "mergedIntoId" ON "CustodyEvent" FOR EACH ROW WHEN (NEW."mergedIntoId" IS DISTINCT FROM OLD."mergedIntoId") EXECUTE FUNCTION tell_merge();

CREATE FUNCTION tell_visibility_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE definition uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN PERFORM note_visibility(noun_of_claim(NEW."kind"), NEW."id", OLD."visibility", NEW."visibility");
    WHEN 'Source' THEN
      PERFORM note_visibility('SOURCE', NEW."id", OLD."visibility", NEW."visibility");
      FOR definition IN SELECT "id" FROM "Definition" WHERE "sourceId" = NEW."id" ORDER BY "id" LOOP
        PERFORM note_visibility('DEFINITION', definition, OLD."visibility", NEW."visibility");
      END LOOP;
    ELSE PERFORM note_visibility(noun_of_table(TG_TABLE_NAME), NEW."id", OLD."visibility", NEW."visibility");
  END CASE;
  RETURN NULL;
END $$;

CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Detainee" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "CustodyEvent" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Source" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Document" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Facility" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Claim" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();

CREATE OR REPLACE FUNCTION expired_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expired boolean;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'FeedEvent' THEN
      expired := EXISTS (SELECT FROM "Hub" WHERE OLD."seq" < "feedFloor" AND "feedFloorAt" < clock_timestamp() - interval '1 minute');
    WHEN 'Change' THEN
      expired := EXISTS (SELECT FROM "ChangeSet" AS told WHERE told."id" = OLD."setId" AND told."base" IS NULL)
        OR EXISTS (SELECT FROM "Hub", "ChangeSet" AS told WHERE told."id" = OLD."setId" AND told."base" + OLD."ordinal" < "changeFloor" AND "changeFloorAt" < clock_timestamp() - interval '1 minute');
    WHEN 'ChangeSet' THEN
      expired := EXISTS (SELECT FROM "Hub" WHERE OLD."base" + OLD."size" < "changeFloor" AND "changeFloorAt" < clock_timestamp() - interval '1 minute');
  END CASE;
  IF expired THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only: DELETE is refused, except for events that expired a minute ago', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE OR REPLACE FUNCTION floor_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."feedFloor" < OLD."feedFloor" THEN
    RAISE EXCEPTION 'The floor of the feed only rises: % is refused after %', NEW."feedFloor", OLD."feedFloor" USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW."changeFloor" < OLD."changeFloor" THEN
    RAISE EXCEPTION 'The floor of the feed of changes only rises: % is refused after %', NEW."changeFloor", OLD."changeFloor" USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."feedFloorAt" := CASE WHEN NEW."feedFloor" = OLD."feedFloor" THEN OLD."feedFloorAt" ELSE clock_timestamp() END;
  NEW."changeFloorAt" := CASE WHEN NEW."changeFloor" = OLD."changeFloor" THEN OLD."changeFloorAt" ELSE clock_timestamp() END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "AuditHead";
  entry "AuditEntry";
BEGIN
  IF NOT EXISTS (SELECT FROM "AuditEntry" WHERE "hash" IS NULL) THEN
    RETURN NULL;
  END IF;
  -- Before the row, as everywhere: of the same transaction's changes the places are given under it, sooner or later.
  PERFORM pg_advisory_xact_lock(7283002);
  SELECT * INTO STRICT head FROM "AuditHead" FOR UPDATE;
  FOR entry IN SELECT * FROM "AuditEntry" WHERE "hash" IS NULL ORDER BY "id" LOOP
    head."seq" := head."seq" + 1;
    head."hash" := audit_hash(head."hash", head."seq", entry."at", entry."actor", entry."action", entry."entity", entry."entityId", entry."outcome", entry."detail");
    UPDATE "AuditEntry" SET "seq" = head."seq", "hash" = head."hash" WHERE "id" = entry."id";
  END LOOP;
  UPDATE "AuditHead" SET "seq" = head."seq", "hash" = head."hash";
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION rights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('paradero.rights_changed', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('paradero.rights_changed', pg_current_xact_id()::text, true);
    PERFORM pg_advisory_xact_lock(7283002);
    UPDATE "Hub" SET "rights" = "rights" + 1;
    PERFORM pg_notify('paradero_feed', '');
    PERFORM pg_notify('paradero_changes', '');
  END IF;
  RETURN NULL;
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

CREATE TRIGGER expired_only BEFORE DELETE ON "Change" FOR EACH ROW EXECUTE FUNCTION expired_only();
CREATE TRIGGER expired_only BEFORE DELETE ON "ChangeSet" FOR EACH ROW EXECUTE FUNCTION expired_only();

DROP TRIGGER floor_rises ON "Hub";
CREATE TRIGGER floor_rises BEFORE UPDATE OF "feedFloor", "feedFloorAt", "changeFloor", "changeFloorAt" ON "Hub" FOR EACH ROW EXECUTE FUNCTION floor_rises();

CREATE TRIGGER append_only BEFORE UPDATE ON "Change" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_within BEFORE UPDATE ON "Change" FOR EACH ROW WHEN (pg_trigger_depth() >= 1) EXECUTE FUNCTION append_only('audience', 'facilityId', 'sourceId');
CREATE TRIGGER append_only BEFORE UPDATE ON "ChangeSet" FOR EACH ROW WHEN (OLD."base" IS NOT NULL OR pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();

CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Change" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "ChangeSet" EXECUTE FUNCTION not_emptied();
