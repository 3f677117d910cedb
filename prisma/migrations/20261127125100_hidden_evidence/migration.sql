-- Whoever was never told of a release hears nothing when it is hidden: see prisma/sql/tell_visibility.sql.
CREATE OR REPLACE FUNCTION tell_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
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
  IF (CASE WHEN hidden THEN cardinality(heard) > 0 ELSE now_state = 'VERIFIED' END) THEN
    PERFORM pg_advisory_xact_lock(7283002);
    INSERT INTO "FeedEvent" ("eventId", "type", "releaseId", "beforeState", "afterState", "occurredAt", "audience", "exceptTo")
      VALUES (gen_random_uuid(), CASE WHEN hidden THEN 'RELEASE_RETRACTED' ELSE 'RELEASE_VERIFIED' END::"FeedEventType", NEW."id", now_state, now_state, clock_timestamp(),
              CASE WHEN hidden THEN heard[1] ELSE NEW."visibility" END,
              CASE WHEN hidden THEN (enum_range(heard[cardinality(heard)], NULL))[2] ELSE OLD."visibility" END);
    PERFORM pg_notify('paradero_feed', '');
  END IF;
  RETURN NULL;
END $$;

-- What the policy finds rests on claims that are as visible as the event from now on (src/domain/verification/evidence.ts). Whoever migrates looks at all events again, as after a policy that is not
-- applied yet; of findings that are the same nothing is appended.
UPDATE "Policy" SET "appliedAt" = NULL
WHERE "version" = (SELECT "version" FROM "Policy" ORDER BY "adoptedAt" DESC, "version" DESC LIMIT 1) AND EXISTS (SELECT FROM "CustodyEvent");
