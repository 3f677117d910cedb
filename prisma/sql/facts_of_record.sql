-- What the change feed notes of a record beside its id: what filters go by, as stated, and who may see it now.
-- Called by tell_changes, tell_merge and tell_visibility_change.

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
