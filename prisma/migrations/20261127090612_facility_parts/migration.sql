-- AlterTable
ALTER TABLE "Facility" ADD COLUMN     "statedPartOfId" UUID;

-- CreateIndex
CREATE INDEX "Facility_statedPartOfId_idx" ON "Facility"("statedPartOfId");

-- AddForeignKey
ALTER TABLE "Facility" ADD CONSTRAINT "Facility_statedPartOfId_fkey" FOREIGN KEY ("statedPartOfId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- A merge took the parts of the merged facility away: they went on being part of a record that no list shows. What is stated stays, and beside it stands what follows from it and from the
-- judgements: which facility is part of which, as one facility for all records that are one.
ALTER TABLE "Facility" ADD CONSTRAINT "no_facility_is_stated_as_its_own_part" CHECK ("id" IS DISTINCT FROM "statedPartOfId");

-- Of each facility that stood for itself at a moment, the one that it was part of, by whoever stood for that; those that were part of none are left out. What is stated of the record itself comes
-- first, then what is stated of those that are one with it, in the order of their recording. Of a facility that was merged into its own part, before that was refused, the whole says nothing.
CREATE FUNCTION part_of_at(moment timestamptz) RETURNS TABLE ("id" uuid, "partOfId" uuid) LANGUAGE sql STABLE AS $$
  WITH identity AS (SELECT * FROM identity_at('Facility', moment)), stated AS (
    SELECT record."id", record."recordedAt", COALESCE(own."canonicalId", record."id") AS "root", COALESCE(other."canonicalId", record."statedPartOfId") AS "whole"
    FROM "Facility" AS record LEFT JOIN identity AS own ON own."id" = record."id" LEFT JOIN identity AS other ON other."id" = record."statedPartOfId"
    WHERE record."statedPartOfId" IS NOT NULL AND record."recordedAt" <= moment
  )
  SELECT DISTINCT ON (stated."root") stated."root", stated."whole" FROM stated WHERE stated."whole" <> stated."root"
  ORDER BY stated."root", stated."id" <> stated."root", stated."recordedAt", stated."id"
$$;

-- The resolved column is the database's own: whatever writes a facility, or resolves a merge, the whole of every record is that of the record that stands for it.
CREATE FUNCTION keep_part_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Facility" AS record SET "partOfId" = kept."partOfId"
  FROM (
    SELECT each."id", whole."partOfId" FROM "Facility" AS each LEFT JOIN part_of_at('infinity') AS whole ON whole."id" = COALESCE(each."mergedIntoId", each."id")
  ) AS kept
  WHERE kept."id" = record."id" AND record."partOfId" IS DISTINCT FROM kept."partOfId";
  RETURN NULL;
END $$;
-- Once a statement, since an import writes a thousand facilities in one; its own update is one level down.
CREATE TRIGGER keep_part_of AFTER INSERT OR UPDATE OF "partOfId", "statedPartOfId", "mergedIntoId" ON "Facility" FOR EACH STATEMENT
  WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION keep_part_of();

-- A new row that names a merged record belongs to the record that stands for it; what was named stays beside it.
CREATE OR REPLACE FUNCTION resolve_identity() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "Facility" FOR EACH ROW EXECUTE FUNCTION resolve_identity();

-- Facilities from before: what they said is what they say. The trigger resolves it. A longer circle that was merged before it was refused stays one, which every walk survives, until its merge is
-- taken back.
UPDATE "Facility" SET "statedPartOfId" = "partOfId";
