-- CreateEnum
CREATE TYPE "JudgementVerdict" AS ENUM ('POSITIVE', 'NEGATIVE', 'UNSURE');

-- CreateEnum
CREATE TYPE "MatchedNoun" AS ENUM ('Detainee', 'Facility', 'Source');

-- DropIndex
DROP INDEX "Judgement_entity_leftId_idx";

-- DropIndex
DROP INDEX "Judgement_entity_rightId_idx";

-- DropIndex
DROP INDEX "Judgement_undoneById_key";

-- DropIndex
DROP INDEX "PersonName_detaineeId_text_key";

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "cause" TEXT,
ADD COLUMN     "redactedAt" TIMESTAMPTZ(3),
ADD COLUMN     "statedAssertedById" UUID,
ADD COLUMN     "statedFacilityId" UUID;

-- AlterTable
ALTER TABLE "CustodyEvent" ADD COLUMN     "rulesMissing" INTEGER,
ADD COLUMN     "statedDetaineeId" UUID,
ADD COLUMN     "statedFacilityId" UUID;

-- AlterTable
ALTER TABLE "Definition" ADD COLUMN     "statedSourceId" UUID;

-- AlterTable
ALTER TABLE "Detainee" ADD COLUMN     "matchKeys" TEXT[],
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "statedVisibility" "Visibility" NOT NULL DEFAULT 'PUBLIC';

-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "statedPublisherId" UUID;

-- AlterTable
ALTER TABLE "Facility" ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "statedVisibility" "Visibility" NOT NULL DEFAULT 'PUBLIC';

-- AlterTable
ALTER TABLE "Judgement" DROP COLUMN "entity",
DROP COLUMN "undoneById",
ADD COLUMN     "childId" UUID,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "noun" "MatchedNoun" NOT NULL,
ADD COLUMN     "undoneAt" TIMESTAMPTZ(3),
ADD COLUMN     "undoneBy" TEXT,
DROP COLUMN "verdict",
ADD COLUMN     "verdict" "JudgementVerdict" NOT NULL,
ALTER COLUMN "decidedAt" DROP DEFAULT;

-- AlterTable
ALTER TABLE "PersonName" ADD COLUMN     "statedDetaineeId" UUID;

-- AlterTable
ALTER TABLE "Source" ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "statedVisibility" "Visibility" NOT NULL DEFAULT 'PUBLIC';

-- AlterTable
ALTER TABLE "Verification" ADD COLUMN     "followedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Clock" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "recordedUpTo" TIMESTAMPTZ(3),

    CONSTRAINT "Clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Policy" (
    "version" TEXT NOT NULL,
    "widestHours" INTEGER NOT NULL,
    "fewestRoots" INTEGER NOT NULL,
    "direct" "ClaimConnectionKind"[],
    "adoptedAt" TIMESTAMPTZ(3) NOT NULL,
    "adoptedBy" TEXT NOT NULL,

    CONSTRAINT "Policy_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE INDEX "Claim_statedAssertedById_idx" ON "Claim"("statedAssertedById");

-- CreateIndex
CREATE INDEX "Claim_statedFacilityId_idx" ON "Claim"("statedFacilityId");

-- CreateIndex
CREATE INDEX "CustodyEvent_type_rulesMissing_happenedBy_id_idx" ON "CustodyEvent"("type", "rulesMissing", "happenedBy", "id");

-- CreateIndex
CREATE INDEX "CustodyEvent_statedDetaineeId_idx" ON "CustodyEvent"("statedDetaineeId");

-- CreateIndex
CREATE INDEX "CustodyEvent_statedFacilityId_idx" ON "CustodyEvent"("statedFacilityId");

-- CreateIndex
CREATE INDEX "Detainee_matchKeys_idx" ON "Detainee" USING GIN ("matchKeys");

-- CreateIndex
CREATE INDEX "Detainee_mergedIntoId_idx" ON "Detainee"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Document_statedPublisherId_idx" ON "Document"("statedPublisherId");

-- CreateIndex
CREATE INDEX "Facility_mergedIntoId_idx" ON "Facility"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Judgement_noun_leftId_idx" ON "Judgement"("noun", "leftId");

-- CreateIndex
CREATE INDEX "Judgement_noun_rightId_idx" ON "Judgement"("noun", "rightId");

-- CreateIndex
CREATE INDEX "PersonName_detaineeId_idx" ON "PersonName"("detaineeId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonName_statedDetaineeId_text_key" ON "PersonName"("statedDetaineeId", "text");

-- CreateIndex
CREATE INDEX "Source_mergedIntoId_idx" ON "Source"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_statedPublisherId_fkey" FOREIGN KEY ("statedPublisherId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Definition" ADD CONSTRAINT "Definition_statedSourceId_fkey" FOREIGN KEY ("statedSourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_statedAssertedById_fkey" FOREIGN KEY ("statedAssertedById") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_statedFacilityId_fkey" FOREIGN KEY ("statedFacilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Detainee" ADD CONSTRAINT "Detainee_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Detainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_statedDetaineeId_fkey" FOREIGN KEY ("statedDetaineeId") REFERENCES "Detainee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Facility" ADD CONSTRAINT "Facility_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "CustodyEvent_statedDetaineeId_fkey" FOREIGN KEY ("statedDetaineeId") REFERENCES "Detainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "CustodyEvent_statedFacilityId_fkey" FOREIGN KEY ("statedFacilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- Rows from before: what they said is what they say.
ALTER TABLE "Claim" DISABLE TRIGGER "append_only";
ALTER TABLE "CustodyEvent" DISABLE TRIGGER "append_only";
ALTER TABLE "Verification" DISABLE TRIGGER "append_only";
ALTER TABLE "Definition" DISABLE TRIGGER "append_only";
UPDATE "Source" SET "statedVisibility" = "visibility";
UPDATE "Facility" SET "statedVisibility" = "visibility";
UPDATE "Detainee" SET "statedVisibility" = "visibility";
UPDATE "Document" SET "statedPublisherId" = "publisherId";
UPDATE "Definition" SET "statedSourceId" = "sourceId";
UPDATE "PersonName" SET "statedDetaineeId" = "detaineeId";
UPDATE "Claim" SET "statedAssertedById" = "assertedById", "statedFacilityId" = "facilityId";
UPDATE "CustodyEvent" SET "statedDetaineeId" = "detaineeId", "statedFacilityId" = "facilityId";
UPDATE "Verification" AS earlier SET "followedAt" = later."decidedAt"
  FROM "Verification" AS later WHERE later."eventId" = earlier."eventId" AND later."ordinal" = earlier."ordinal" + 1;
UPDATE "CustodyEvent" AS event SET "rulesMissing" = CASE decision."state"
    WHEN 'CORROBORATED' THEN 0 WHEN 'VERIFIED' THEN NULL WHEN 'REFUTED' THEN NULL ELSE jsonb_array_length(decision."failedRules") END
  FROM "Verification" AS decision WHERE decision."id" = event."verificationId";
ALTER TABLE "Claim" ENABLE TRIGGER "append_only";
ALTER TABLE "CustodyEvent" ENABLE TRIGGER "append_only";
ALTER TABLE "Verification" ENABLE TRIGGER "append_only";
ALTER TABLE "Definition" ENABLE TRIGGER "append_only";

-- What may change on asserted rows: what follows from other rows, and nothing that was said, save by redaction.
DROP TRIGGER append_only ON "Claim";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'detaineeId');
-- From within a trigger the redaction too: see redact_chain.
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'detaineeId', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'dimension', 'category', 'cause');
DROP TRIGGER append_only ON "CustodyEvent";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId');
DROP TRIGGER append_only ON "Verification";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Verification" FOR EACH ROW EXECUTE FUNCTION append_only('visibility', 'followedAt');
DROP TRIGGER append_only ON "Definition";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Definition" FOR EACH ROW EXECUTE FUNCTION append_only('sourceId');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Judgement" FOR EACH ROW EXECUTE FUNCTION append_only('undoneBy', 'undoneAt');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Policy" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Judgement" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Policy" EXECUTE FUNCTION not_emptied();

ALTER TABLE "Claim" ADD CONSTRAINT "a_cause_is_of_an_event" CHECK ("cause" IS NULL OR "kind" = 'EVENT');
ALTER TABLE "Judgement" ADD CONSTRAINT "two_records" CHECK ("leftId" <> "rightId" AND "childId" IS DISTINCT FROM "leftId");
ALTER TABLE "Judgement" ADD CONSTRAINT "only_the_same_hang_together" CHECK (("verdict" = 'POSITIVE') = ("childId" IS NOT NULL));
ALTER TABLE "Judgement" ADD CONSTRAINT "undone_by_somebody" CHECK (("undoneAt" IS NULL) = ("undoneBy" IS NULL));
-- A record hangs below one other at a time.
CREATE UNIQUE INDEX "Judgement_live_child" ON "Judgement" ("childId") WHERE "childId" IS NOT NULL AND "undoneAt" IS NULL;

-- A decision is followed when the next one on the same event comes.
CREATE FUNCTION mark_followed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Verification" SET "followedAt" = NEW."decidedAt" WHERE "eventId" = NEW."eventId" AND "ordinal" = NEW."ordinal" - 1;
  RETURN NULL;
END $$;
CREATE TRIGGER mark_followed AFTER INSERT ON "Verification" FOR EACH ROW WHEN (NEW."ordinal" > 1) EXECUTE FUNCTION mark_followed();

-- Redaction: the words and numbers of the rows before are gone from every road at once; who, when and that it was redacted stay.
CREATE FUNCTION redact_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE chain AS (
    SELECT "id", "supersedesId" FROM "Claim" WHERE "id" = NEW."supersedesId"
    UNION ALL
    SELECT earlier."id", earlier."supersedesId" FROM "Claim" AS earlier JOIN chain ON earlier."id" = chain."supersedesId"
  )
  UPDATE "Claim" SET "redactedAt" = NEW."recordedAt", "statement" = '[redacted]', "quote" = NULL, "locator" = NULL, "asOfVerbatim" = NULL, "periodStartVerbatim" = NULL,
    "qualifier" = CASE WHEN "kind" = 'COUNT' THEN 'UNQUANTIFIED'::"CountQualifier" END, "lower" = NULL, "upper" = NULL, "cause" = NULL,
    "dimension" = CASE WHEN "dimension" IS NOT NULL THEN '[redacted]' END, "category" = CASE WHEN "category" IS NOT NULL THEN '[redacted]' END
  WHERE "id" IN (SELECT "id" FROM chain) AND "redactedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER redact_chain AFTER INSERT ON "Claim" FOR EACH ROW WHEN (NEW."changeReason" = 'REDACTION') EXECUTE FUNCTION redact_chain();

-- Identity: which record stood for each merged one at a moment; those that stand for themselves are left out.
CREATE FUNCTION identity_at(of "MatchedNoun", moment timestamptz) RETURNS TABLE ("id" uuid, "canonicalId" uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE edge AS (
    SELECT "childId" AS "child", "leftId" AS "parent" FROM "Judgement"
    WHERE "noun" = of AND "childId" IS NOT NULL AND "decidedAt" <= moment AND ("undoneAt" IS NULL OR "undoneAt" > moment)
  ), climb AS (
    SELECT "child" AS "id", "parent" AS "at" FROM edge
    UNION
    SELECT climb."id", edge."parent" FROM climb JOIN edge ON edge."child" = climb."at"
  )
  SELECT climb."id", climb."at" FROM climb WHERE NOT EXISTS (SELECT FROM edge WHERE edge."child" = climb."at")
$$;

-- A new row that names a merged record belongs to the record that stands for it; what was named stays beside it.
CREATE FUNCTION resolve_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."statedAssertedById" := COALESCE(NEW."statedAssertedById", NEW."assertedById");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
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
    WHEN 'Document' THEN
      -- Set while references are resolved (src/domain/references.ts): what was stated stays.
      IF TG_OP = 'UPDATE' AND current_setting('paradero.resolving', true) = 'on' THEN RETURN NEW; END IF;
      -- A document can be corrected: a publisher that was changed by hand is what is stated from then on.
      IF TG_OP = 'INSERT' OR NEW."publisherId" IS DISTINCT FROM OLD."publisherId" THEN
        NEW."statedPublisherId" := NEW."publisherId";
      END IF;
      NEW."publisherId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedPublisherId"), NEW."statedPublisherId");
  END CASE;
  RETURN NEW;
END $$;
-- Named so that it runs before inherit_visibility: triggers of a table run in the order of their names.
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "CustodyEvent" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "PersonName" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "Definition" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT OR UPDATE OF "publisherId" ON "Document" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION resolve_identity();

-- Whoever is one with somebody hidden is hidden: a merged record has the strictest visibility of all that are one with it, and its own again when that ends.
CREATE FUNCTION state_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."statedVisibility" := NEW."visibility";
  RETURN NEW;
END $$;
CREATE FUNCTION join_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE root uuid;
BEGIN
  FOR root IN SELECT DISTINCT unnest(ARRAY[COALESCE(NEW."mergedIntoId", NEW."id"), COALESCE(OLD."mergedIntoId", OLD."id")]) LOOP
    EXECUTE format('UPDATE %1$I AS record SET "visibility" = strictest.level FROM (SELECT max("statedVisibility") AS level FROM %1$I WHERE "id" = $1 OR "mergedIntoId" = $1) AS strictest
      WHERE (record."id" = $1 OR record."mergedIntoId" = $1) AND record."visibility" IS DISTINCT FROM strictest.level', TG_TABLE_NAME) USING root;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON "Detainee" FOR EACH ROW EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF "visibility" ON "Detainee" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION state_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF "visibility", "mergedIntoId" ON "Detainee" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION join_visibility();
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON "Facility" FOR EACH ROW EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF "visibility" ON "Facility" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION state_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF "visibility", "mergedIntoId" ON "Facility" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION join_visibility();
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON "Source" FOR EACH ROW EXECUTE FUNCTION state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF "visibility" ON "Source" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION state_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF "visibility", "mergedIntoId" ON "Source" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION join_visibility();

ALTER TABLE "Clock" ADD CONSTRAINT "one_clock" CHECK ("id" = 1);
-- Nothing that was recorded before is later than this.
INSERT INTO "Clock" ("id", "recordedUpTo") SELECT 1, max("recordedAt") FROM (
  SELECT max("recordedAt") AS "recordedAt" FROM "Claim" UNION ALL SELECT max("recordedAt") FROM "CustodyEvent" UNION ALL SELECT max("decidedAt") FROM "Verification") AS latest;

-- The policy as it was written down first.
INSERT INTO "Policy" ("version", "widestHours", "fewestRoots", "direct", "adoptedAt", "adoptedBy")
  VALUES ('v1', 72, 2, '{VICTIM,RELATIVE,LAWYER,WITNESS,REPORTER,ORGANISATION}', '2026-01-01T00:00:00Z', 'paradero');
