-- AlterEnum
ALTER TYPE "ClaimChangeReason" ADD VALUE 'MORE_PRECISE';

-- CreateTable
CREATE TABLE "RecordVersion" (
    "id" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "sourceId" UUID,
    "documentId" UUID,
    "definitionId" UUID,
    "facilityId" UUID,
    "detaineeId" UUID,
    "eventId" UUID,
    "ordinal" INTEGER NOT NULL DEFAULT 0,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedBy" TEXT NOT NULL,
    "changeReason" "ClaimChangeReason" NOT NULL,
    "basisId" UUID,
    "fields" TEXT[],
    "before" JSONB NOT NULL DEFAULT '{}',
    "after" JSONB NOT NULL,

    CONSTRAINT "RecordVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RecordVersion_recordedAt_idx" ON "RecordVersion"("recordedAt");

-- CreateIndex
CREATE INDEX "RecordVersion_sourceId_idx" ON "RecordVersion"("sourceId");

-- CreateIndex
CREATE INDEX "RecordVersion_documentId_idx" ON "RecordVersion"("documentId");

-- CreateIndex
CREATE INDEX "RecordVersion_definitionId_idx" ON "RecordVersion"("definitionId");

-- CreateIndex
CREATE INDEX "RecordVersion_facilityId_idx" ON "RecordVersion"("facilityId");

-- CreateIndex
CREATE INDEX "RecordVersion_detaineeId_idx" ON "RecordVersion"("detaineeId");

-- CreateIndex
CREATE INDEX "RecordVersion_eventId_idx" ON "RecordVersion"("eventId");

-- CreateIndex
CREATE INDEX "RecordVersion_basisId_idx" ON "RecordVersion"("basisId");

-- CreateIndex
CREATE UNIQUE INDEX "RecordVersion_recordId_ordinal_key" ON "RecordVersion"("recordId", "ordinal");

-- AddForeignKey
ALTER TABLE "RecordVersion" ADD CONSTRAINT "RecordVersion_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordVersion" ADD CONSTRAINT "RecordVersion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordVersion" ADD CONSTRAINT "RecordVersion_definitionId_fkey" FOREIGN KEY ("definitionId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordVersion" ADD CONSTRAINT "RecordVersion_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordVersion" ADD CONSTRAINT "RecordVersion_detaineeId_fkey" FOREIGN KEY ("detaineeId") REFERENCES "Detainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordVersion" ADD CONSTRAINT "RecordVersion_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "CustodyEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecordVersion" ADD CONSTRAINT "RecordVersion_basisId_fkey" FOREIGN KEY ("basisId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE "RecordVersion" ADD CONSTRAINT "of_one_record" CHECK (
  num_nonnulls("sourceId", "documentId", "definitionId", "facilityId", "detaineeId", "eventId") = 1
  AND "recordId" = COALESCE("sourceId", "documentId", "definitionId", "facilityId", "detaineeId", "eventId"));

CREATE FUNCTION resolve_parts() RETURNS void LANGUAGE sql AS $$
  UPDATE "Facility" AS record SET "partOfId" = kept."partOfId"
  FROM (
    SELECT each."id", whole."partOfId" FROM "Facility" AS each LEFT JOIN part_of_at('infinity') AS whole ON whole."id" = COALESCE(each."mergedIntoId", each."id")
  ) AS kept
  WHERE kept."id" = record."id" AND record."partOfId" IS DISTINCT FROM kept."partOfId"
$$;

CREATE OR REPLACE FUNCTION keep_part_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM resolve_parts();
  RETURN NULL;
END $$;

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

DROP TRIGGER append_only ON "CustodyEvent";
DROP TRIGGER append_only ON "Definition";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'ordinal', 'overlaps');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'ordinal', 'overlaps',
    'whenEarliest', 'whenLatest', 'whenPrecision', 'whenTimeZone', 'whenVerbatim', 'whenSortAt', 'statedFacilityId', 'place', 'stage', 'outcome', 'conditions');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Definition" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only('sourceId');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Definition" FOR EACH ROW WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('sourceId', 'text', 'includesHouseArrest', 'politicalOnly', 'excludesUnderHours');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RecordVersion" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "RecordVersion" FOR EACH ROW WHEN (pg_trigger_depth() >= 1) EXECUTE FUNCTION append_only('before', 'after');
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "RecordVersion" EXECUTE FUNCTION not_emptied();
CREATE CONSTRAINT TRIGGER rights_changed AFTER INSERT ON "RecordVersion" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."changeReason" = 'REDACTION') EXECUTE FUNCTION rights_changed();
