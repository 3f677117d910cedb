-- A claim is as hidden as the most hidden of: what was stated for it, its source, its document, its event, its
-- facility, the source that it is about. Called by inherit_visibility, hand_down_visibility and src/domain/merging/resolve-references.ts. Visibility
-- is an enum in order: PUBLIC < PARTNER < RESTRICTED.

CREATE FUNCTION visibility_of_claim(claim "Claim") RETURNS "Visibility" LANGUAGE sql STABLE AS $$
  SELECT GREATEST(claim."statedVisibility",
    (SELECT "visibility" FROM "Source" WHERE "id" = claim."assertedById"),
    (SELECT "visibility" FROM "Source" WHERE "id" = claim."aboutSourceId"),
    (SELECT "visibility" FROM "Document" WHERE "id" = claim."documentId"),
    (SELECT "visibility" FROM "CustodyEvent" WHERE "id" = claim."eventId"),
    (SELECT "visibility" FROM "Facility" WHERE "id" = claim."facilityId"))
$$;
