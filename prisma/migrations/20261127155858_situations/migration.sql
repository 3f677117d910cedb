-- CreateTable
CREATE TABLE "Situation" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "description" TEXT,
    "countries" TEXT[],
    "timeZone" TEXT NOT NULL,
    "custodianId" UUID,
    "licence" TEXT,
    "citation" TEXT,
    "startedAtEarliest" TIMESTAMPTZ(3),
    "startedAtLatest" TIMESTAMPTZ(3),
    "startedAtPrecision" "TimePrecision",
    "startedAtTimeZone" TEXT,
    "startedAtVerbatim" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Situation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Situation_slug_key" ON "Situation"("slug");

-- CreateIndex
CREATE INDEX "Situation_sortName_id_idx" ON "Situation"("sortName", "id");

-- ---------------------------------------------------------------------------------------------------------------------------------
-- By hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- What is on record is one situation's: that of the data set that was imported first, by its name; of the sample that comes along its particulars are known.
INSERT INTO "Situation" ("id", "slug", "name", "sortName", "description", "countries", "timeZone", "custodianId", "licence", "startedAtEarliest", "startedAtLatest", "startedAtPrecision", "startedAtTimeZone")
SELECT 'ecacf39c-9939-5070-b676-0be5b18d52c4', 'venezuela-2026-01', 'Release of political prisoners in Venezuela, January 2026', 'release of political prisoners in venezuela, january 2026', NULL, '{VE}', 'America/Caracas',
  (SELECT "id" FROM "Source" WHERE "slug" = 'venezuelan-government'), 'CC0-1.0', '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas'
WHERE EXISTS (SELECT FROM "AuditEntry" WHERE "action" = 'import' AND "entity" = 'Dataset' AND "entityId" = 'venezuela-2026-01');

INSERT INTO "Situation" ("id", "slug", "name", "sortName", "countries", "timeZone")
SELECT gen_random_uuid(),
  COALESCE(NULLIF(trim(BOTH '-' FROM left(regexp_replace(fold_name("dataset"), '[^a-z0-9]+', '-', 'g'), 90)), ''), 'first'), COALESCE("dataset", 'The first situation of this hub'),
  COALESCE(fold_name("dataset"), 'the first situation of this hub'),
  ARRAY(SELECT DISTINCT "country" FROM "Facility" WHERE "visibility" = 'PUBLIC' ORDER BY 1),
  COALESCE((SELECT "whenTimeZone" FROM "CustodyEvent" GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1), (SELECT "asOfTimeZone" FROM "Claim" GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1), 'UTC')
FROM (SELECT (SELECT "entityId" FROM "AuditEntry" WHERE "action" = 'import' AND "entity" = 'Dataset' ORDER BY "id" LIMIT 1) AS "dataset") AS first
WHERE NOT EXISTS (SELECT FROM "Situation")
  AND (EXISTS (SELECT FROM "Source") OR EXISTS (SELECT FROM "Facility") OR EXISTS (SELECT FROM "Detainee") OR EXISTS (SELECT FROM "Claim"));

-- By a default, for these tables are append-only, and so that a large one need not be written anew.
DO $$
DECLARE
  first uuid := (SELECT "id" FROM "Situation");
  named text;
BEGIN
  FOREACH named IN ARRAY ARRAY['Source', 'Facility', 'Detainee', 'CustodyEvent', 'Claim'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN "situationId" UUID DEFAULT %L', named, first);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN "situationId" DROP DEFAULT', named);
  END LOOP;
  ALTER TABLE "CustodyEvent" ALTER COLUMN "situationId" SET NOT NULL;
  ALTER TABLE "Claim" ALTER COLUMN "situationId" SET NOT NULL;
END $$;

-- CreateIndex
CREATE INDEX "Claim_situationId_asOfSortAt_id_idx" ON "Claim"("situationId", "asOfSortAt", "id");

-- CreateIndex
CREATE INDEX "CustodyEvent_situationId_type_whenSortAt_id_idx" ON "CustodyEvent"("situationId", "type", "whenSortAt", "id");

-- CreateIndex
CREATE INDEX "Detainee_situationId_sortName_id_idx" ON "Detainee"("situationId", "sortName", "id");

-- CreateIndex
CREATE INDEX "Facility_situationId_sortName_id_idx" ON "Facility"("situationId", "sortName", "id");

-- CreateIndex
CREATE INDEX "Source_situationId_sortName_id_idx" ON "Source"("situationId", "sortName", "id");

-- AddForeignKey
ALTER TABLE "Situation" ADD CONSTRAINT "Situation_custodianId_fkey" FOREIGN KEY ("custodianId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_situationId_fkey" FOREIGN KEY ("situationId") REFERENCES "Situation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_situationId_fkey" FOREIGN KEY ("situationId") REFERENCES "Situation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Detainee" ADD CONSTRAINT "Detainee_situationId_fkey" FOREIGN KEY ("situationId") REFERENCES "Situation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Facility" ADD CONSTRAINT "Facility_situationId_fkey" FOREIGN KEY ("situationId") REFERENCES "Situation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "CustodyEvent_situationId_fkey" FOREIGN KEY ("situationId") REFERENCES "Situation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION only_situation(zone text) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  found uuid[];
BEGIN
  SELECT array_agg("id") INTO found FROM (SELECT "id" FROM "Situation" LIMIT 2) AS situation;
  IF found IS NULL THEN
    INSERT INTO "Situation" ("id", "slug", "name", "sortName", "countries", "timeZone") VALUES (gen_random_uuid(), 'first', 'The first situation of this hub', 'the first situation of this hub', '{}', zone)
    ON CONFLICT ("slug") DO UPDATE SET "slug" = EXCLUDED."slug"
    RETURNING ARRAY["id"] INTO found;
  END IF;
  IF cardinality(found) > 1 THEN
    RAISE EXCEPTION 'There are several situations: say of which this is' USING ERRCODE = 'not_null_violation';
  END IF;
  RETURN found[1];
END $$;

CREATE FUNCTION keep_situation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'CustodyEvent' THEN
    NEW."situationId" := COALESCE(NEW."situationId", only_situation(NEW."whenTimeZone"));
  ELSIF NEW."eventId" IS NOT NULL THEN
    NEW."situationId" := (SELECT "situationId" FROM "CustodyEvent" WHERE "id" = NEW."eventId");
  ELSE
    NEW."situationId" := COALESCE(NEW."situationId", (SELECT "situationId" FROM "Claim" WHERE "id" = NEW."supersedesId"), only_situation(NEW."asOfTimeZone"));
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_situation BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION keep_situation();
CREATE TRIGGER keep_situation BEFORE INSERT ON "CustodyEvent" FOR EACH ROW EXECUTE FUNCTION keep_situation();
