-- A claim is as hidden as the most hidden of: what was stated for it, its source, its document, its event, its
-- facility, the source that it is about. Called by inherit_visibility, hand_down_visibility and src/domain/merging/resolve-references.ts. Visibility
-- is an enum in order: PUBLIC < PARTNER < RESTRICTED.
-- One look-up after the other, and none for what is not there: as one statement of the language sql it took five times as long,
-- most of what a claim took in a large import.

CREATE FUNCTION visibility_of_claim(claim "Claim") RETURNS "Visibility" LANGUAGE plpgsql STABLE AS $$
DECLARE
  strictest "Visibility" := claim."statedVisibility";
  other "Visibility";
BEGIN
  SELECT "visibility" INTO other FROM "Source" WHERE "id" = claim."assertedById";
  strictest := GREATEST(strictest, other);
  SELECT "visibility" INTO other FROM "Document" WHERE "id" = claim."documentId";
  strictest := GREATEST(strictest, other);
  IF claim."aboutSourceId" IS NOT NULL THEN
    SELECT "visibility" INTO other FROM "Source" WHERE "id" = claim."aboutSourceId";
    strictest := GREATEST(strictest, other);
  END IF;
  IF claim."eventId" IS NOT NULL THEN
    SELECT "visibility" INTO other FROM "CustodyEvent" WHERE "id" = claim."eventId";
    strictest := GREATEST(strictest, other);
  END IF;
  IF claim."facilityId" IS NOT NULL THEN
    SELECT "visibility" INTO other FROM "Facility" WHERE "id" = claim."facilityId";
    strictest := GREATEST(strictest, other);
  END IF;
  RETURN strictest;
END $$;
