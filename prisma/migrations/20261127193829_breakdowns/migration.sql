-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "breakdown" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- ---------------------------------------------------------------------------------------------------------------------------------
-- By hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- One dimension and its category are a breakdown of one entry. Of what the hub knows it is the hub's own dimension, where the words are its own; otherwise one of the name that was given. The same rule for data sets
-- of before: breakdownOfCategory in src/domain/counting/breakdown.ts.
ALTER TABLE "Claim" DISABLE TRIGGER append_only;
UPDATE "Claim" AS claim SET "breakdown" = ARRAY[CASE
    WHEN said."word" IN ('LEGAL_STATUS', 'ADMIN1', 'CAUSE') THEN said."word" || '=' || said."value"
    WHEN said."word" = 'NATIONALITY' AND said."value" ~* '^[a-z]{2}$' THEN said."word" || '=' || upper(said."value")
    WHEN said."word" = 'SEX' AND said."listed" IN ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN') THEN said."word" || '=' || said."listed"
    WHEN said."word" = 'AGE_GROUP' AND said."listed" IN ('ADULT', 'MINOR', 'UNKNOWN') THEN said."word" || '=' || said."listed"
    WHEN said."word" = 'CIVIL_MILITARY' AND said."listed" IN ('CIVILIAN', 'MILITARY', 'POLICE', 'UNKNOWN') THEN said."word" || '=' || said."listed"
    WHEN said."own" IN ('SEX', 'AGE_GROUP', 'NATIONALITY', 'CIVIL_MILITARY', 'LEGAL_STATUS', 'ADMIN1', 'CAUSE', 'OTHER') THEN said."name" || ' (as given)=' || said."value"
    ELSE said."name" || '=' || said."value" END]
FROM (
  SELECT "id", "name", "value", "own", CASE "own" WHEN 'AGE' THEN 'AGE_GROUP' WHEN 'GENDER' THEN 'SEX' ELSE "own" END AS "word",
    CASE "told" WHEN 'WOMEN' THEN 'FEMALE' WHEN 'WOMAN' THEN 'FEMALE' WHEN 'MEN' THEN 'MALE' WHEN 'MAN' THEN 'MALE' WHEN 'ADULTS' THEN 'ADULT' WHEN 'MINORS' THEN 'MINOR' WHEN 'CIVILIANS' THEN 'CIVILIAN' ELSE "told" END AS "listed"
  FROM (
    SELECT "id", replace(COALESCE("dimension", 'category'), '=', ':') AS "name", COALESCE("category", 'unspecified') AS "value",
      regexp_replace(upper(trim(replace(COALESCE("dimension", 'category'), '=', ':'))), '[ -]+', '_', 'g') AS "own", regexp_replace(upper(trim(COALESCE("category", 'unspecified'))), '[ -]+', '_', 'g') AS "told"
    FROM "Claim" WHERE "dimension" IS NOT NULL OR "category" IS NOT NULL) AS words) AS said
WHERE said."id" = claim."id";
ALTER TABLE "Claim" ENABLE TRIGGER append_only;

DROP TRIGGER append_only_within ON "Claim";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId', 'asOfSortAt', 'publishedSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'breakdown', 'cause');

CREATE OR REPLACE FUNCTION redact_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE chain AS (
    SELECT "id", "supersedesId" FROM "Claim" WHERE "id" = NEW."supersedesId"
    UNION ALL
    SELECT earlier."id", earlier."supersedesId" FROM "Claim" AS earlier JOIN chain ON earlier."id" = chain."supersedesId"
  )
  UPDATE "Claim" SET "redactedAt" = NEW."recordedAt", "statement" = '[redacted]', "quote" = NULL, "locator" = NULL, "asOfVerbatim" = NULL, "periodStartVerbatim" = NULL,
    "qualifier" = CASE WHEN "kind" = 'COUNT' THEN 'UNQUANTIFIED'::"CountQualifier" END, "lower" = NULL, "upper" = NULL, "cause" = NULL,
    "breakdown" = CASE WHEN "breakdown" = '{}' THEN '{}'::text[] ELSE '{[redacted]=[redacted]}' END
  WHERE "id" IN (SELECT "id" FROM chain) AND "redactedAt" IS NULL;
  RETURN NULL;
END $$;

ALTER TABLE "Claim" DROP CONSTRAINT "columns_agree_with_kind";
ALTER TABLE "Claim" DROP COLUMN "category", DROP COLUMN "dimension";
ALTER TABLE "Claim" ADD CONSTRAINT "columns_agree_with_kind" CHECK (
  CASE "kind"
    WHEN 'COUNT' THEN "metric" IS NOT NULL AND "unit" IS NOT NULL AND "measure" IS NOT NULL AND "qualifier" IS NOT NULL
      AND "eventId" IS NULL AND "stance" IS NULL AND "connection" IS NULL AND "aboutSourceId" IS NULL
    WHEN 'EVENT' THEN "eventId" IS NOT NULL AND "stance" IS NOT NULL AND "connection" IS NOT NULL AND "aboutSourceId" IS NULL
      AND "metric" IS NULL AND "unit" IS NULL AND "measure" IS NULL AND "qualifier" IS NULL AND "lower" IS NULL AND "upper" IS NULL
      AND "periodStartPrecision" IS NULL AND "definitionId" IS NULL AND "facilityId" IS NULL AND "partOfId" IS NULL
      AND "breakdown" = '{}' AND "namesPublished" IS NULL
    ELSE "eventId" IS NULL AND "stance" IS NULL AND "connection" IS NULL
      AND "metric" IS NULL AND "unit" IS NULL AND "measure" IS NULL AND "qualifier" IS NULL AND "lower" IS NULL AND "upper" IS NULL
      AND "periodStartPrecision" IS NULL AND "definitionId" IS NULL AND "partOfId" IS NULL
      AND "breakdown" = '{}' AND "namesPublished" IS NULL
  END);

-- CreateIndex
CREATE INDEX "Claim_breakdown_idx" ON "Claim" USING GIN ("breakdown");
