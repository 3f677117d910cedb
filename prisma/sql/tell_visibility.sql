-- A change of a release's visibility is told to those whom it concerns: whoever can no longer see it hears that it is
-- withdrawn, if the feed has told them of it; whoever can see it from now on hears of it if it is verified, once of two
-- events that were judged to be one. Events of the
-- time when it was hidden stay with those who heard them. One transaction that changes it twice tells both, in order.
-- Fires: at COMMIT (deferred, so that the feed's lock is held for the shortest time).
-- Order: rights_changed and tell_visibility, either first: see rights_changed.sql.

CREATE FUNCTION tell_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hidden boolean := NEW."visibility" > OLD."visibility";
  now_state "VerificationState" := (SELECT "state" FROM "CustodyEvent" WHERE "id" = NEW."id");
  -- Who could see it and was told of it: an event that others heard tells them nothing.
  heard "Visibility"[] := ARRAY(
    SELECT level FROM unnest(enum_range(OLD."visibility", NEW."visibility")) AS level
    WHERE level < NEW."visibility" AND EXISTS (
      SELECT FROM "FeedEvent" WHERE "releaseId" = NEW."id" AND "audience" <= level AND ("exceptTo" IS NULL OR "exceptTo" > level))
    ORDER BY level);
BEGIN
  IF (CASE WHEN hidden THEN cardinality(heard) > 0 ELSE now_state = 'VERIFIED' AND NEW."mergedIntoId" IS NULL END) THEN
    PERFORM pg_advisory_xact_lock(7283002);
    INSERT INTO "FeedEvent" ("eventId", "type", "releaseId", "beforeState", "afterState", "occurredAt", "audience", "exceptTo")
      VALUES (gen_random_uuid(), CASE WHEN hidden THEN 'RELEASE_RETRACTED' ELSE 'RELEASE_VERIFIED' END::"FeedEventType", NEW."id", now_state, now_state, clock_timestamp(),
              CASE WHEN hidden THEN heard[1] ELSE NEW."visibility" END,
              CASE WHEN hidden THEN (enum_range(heard[cardinality(heard)], NULL))[2] ELSE OLD."visibility" END);
    PERFORM pg_notify('paradero_feed', '');
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER tell_visibility AFTER UPDATE ON "CustodyEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility" AND NEW."type" = 'RELEASE') EXECUTE FUNCTION tell_visibility();
