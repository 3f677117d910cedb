-- The change feed hears of each record for which another one stands since (MERGED), and of each that stands for itself
-- again (UNMERGED): whoever keeps records by their ids can follow step by step.
-- Fires: after UPDATE of "mergedIntoId", for each row where it is another one now.
-- Order: a_tell_visibility_change and tell_merge, either first: what the former finds told already it settles.
-- Order: hand_down_visibility and tell_merge, either first: as before.
-- Order: join_visibility, then tell_merge: who is told is who may see the records once they are one.

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
