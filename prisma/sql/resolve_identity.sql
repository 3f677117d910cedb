-- A new row that names a merged record belongs to the record that stands for it; what was named stays beside it
-- ("stated…"), so that an undone merge gives everything back. A document can be corrected: a publisher that was changed
-- by hand is what is stated from then on. While src/domain/merging/resolve-references.ts moves rows, it says so by the
-- session setting paradero.resolving (src/db/locks.ts), and what was stated stays.
-- Fires: before INSERT; of a document also before UPDATE of "publisherId", unless a trigger does it.
-- Order: a_resolve_identity, then inherit_visibility. PostgreSQL fires triggers of one kind in the order of their
--   names: the "a_" is there for that alone.
-- Order: a_resolve_identity and state_visibility_at_first, either first: they write different columns of a facility.

CREATE FUNCTION resolve_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."statedAssertedById" := COALESCE(NEW."statedAssertedById", NEW."assertedById");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
      NEW."statedEventId" := COALESCE(NEW."statedEventId", NEW."eventId");
      NEW."statedAboutSourceId" := COALESCE(NEW."statedAboutSourceId", NEW."aboutSourceId");
      -- What is not named is not looked up: a large import has hundreds of thousands of claims.
      IF NEW."statedAboutSourceId" IS NOT NULL THEN
        NEW."aboutSourceId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAboutSourceId"), NEW."statedAboutSourceId");
      END IF;
      NEW."assertedById" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAssertedById"), NEW."statedAssertedById");
      IF NEW."statedFacilityId" IS NOT NULL THEN
        NEW."facilityId" := COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = NEW."statedFacilityId"), NEW."statedFacilityId");
      END IF;
      IF NEW."statedEventId" IS NOT NULL THEN
        NEW."eventId" := COALESCE((SELECT "mergedIntoId" FROM "CustodyEvent" WHERE "id" = NEW."statedEventId"), NEW."statedEventId");
      END IF;
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

CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "CustodyEvent" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "PersonName" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "Definition" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON "Facility" FOR EACH ROW EXECUTE FUNCTION resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT OR UPDATE OF "publisherId" ON "Document" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION resolve_identity();
