-- AlterTable
ALTER TABLE "FeedEvent" ADD COLUMN     "appendedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
ADD COLUMN     "audience" "Visibility" NOT NULL DEFAULT 'PUBLIC',
ADD COLUMN     "exceptTo" "Visibility";

-- AlterTable
ALTER TABLE "Hub" ADD COLUMN     "feedFloor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "feedFloorAt" TIMESTAMPTZ(3),
ADD COLUMN     "rights" BIGINT NOT NULL DEFAULT 0;

-- Events that are here already were told to whoever may see them now.
ALTER TABLE "FeedEvent" DISABLE TRIGGER append_only;
UPDATE "FeedEvent" SET "audience" = "visibility", "appendedAt" = "occurredAt";
ALTER TABLE "FeedEvent" ENABLE TRIGGER append_only;

-- An ordinary event is told to whoever may see the release at that moment; one that tells a change of visibility brings its audience along. (Triggers run in the order of
-- their names: inherit_visibility has come before.)
CREATE FUNCTION settle_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."exceptTo" IS NULL THEN NEW."audience" := NEW."visibility"; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER settle_audience BEFORE INSERT ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION settle_audience();

-- Rights. The counter moves in the transaction that changes them, at its very end (a deferred trigger) and under the lock of the feed's appends (src/domain/outbox.ts), which is
-- always taken before the row of Hub: nobody who holds one of the two waits for the other.
CREATE FUNCTION rights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('paradero.rights_changed', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('paradero.rights_changed', pg_current_xact_id()::text, true);
    PERFORM pg_advisory_xact_lock(7283002);
    UPDATE "Hub" SET "rights" = "rights" + 1;
    PERFORM pg_notify('paradero_feed', '');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "visibility" ON "Detainee" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "visibility" ON "CustodyEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "visibility" ON "Source" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "visibility" ON "Document" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "visibility" ON "Facility" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "visibility" ON "Claim" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OR DELETE ON "ApiKey" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION rights_changed();

-- A change of a release's visibility is told to those whom it concerns: whoever can no longer see it hears that it is withdrawn, if the feed has ever told it; whoever can see it
-- from now on hears of it if it is verified. Events of the time when it was hidden stay with those who heard them.
CREATE FUNCTION tell_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hidden boolean := NEW."visibility" > OLD."visibility";
  now_state "VerificationState" := (SELECT "state" FROM "CustodyEvent" WHERE "id" = NEW."id");
BEGIN
  IF (CASE WHEN hidden THEN EXISTS (SELECT FROM "FeedEvent" WHERE "releaseId" = NEW."id") ELSE now_state = 'VERIFIED' END) THEN
    PERFORM pg_advisory_xact_lock(7283002);
    INSERT INTO "FeedEvent" ("eventId", "type", "releaseId", "beforeState", "afterState", "occurredAt", "audience", "exceptTo")
      VALUES (gen_random_uuid(), CASE WHEN hidden THEN 'RELEASE_RETRACTED' ELSE 'RELEASE_VERIFIED' END::"FeedEventType", NEW."id", now_state, now_state, clock_timestamp(),
              LEAST(OLD."visibility", NEW."visibility"), GREATEST(OLD."visibility", NEW."visibility"));
    PERFORM pg_notify('paradero_feed', '');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER tell_visibility AFTER UPDATE OF "visibility" ON "CustodyEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility" AND NEW."type" = 'RELEASE') EXECUTE FUNCTION tell_visibility();

-- Retention. The floor only rises; what lies before it may be deleted once every process has had time to see it. The event at the floor stays, so that a cursor there can be judged.
CREATE FUNCTION floor_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."feedFloor" < OLD."feedFloor" THEN
    RAISE EXCEPTION 'The floor of the feed only rises: % is refused after %', NEW."feedFloor", OLD."feedFloor" USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."feedFloorAt" := CASE WHEN NEW."feedFloor" = OLD."feedFloor" THEN OLD."feedFloorAt" ELSE clock_timestamp() END;
  RETURN NEW;
END $$;
CREATE TRIGGER floor_rises BEFORE UPDATE OF "feedFloor", "feedFloorAt" ON "Hub" FOR EACH ROW EXECUTE FUNCTION floor_rises();

CREATE FUNCTION expired_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Hub" WHERE OLD."seq" < "feedFloor" AND "feedFloorAt" < clock_timestamp() - interval '1 minute') THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'FeedEvent is append-only: DELETE is refused, except for events that expired a minute ago' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER append_only ON "FeedEvent";
CREATE TRIGGER append_only BEFORE UPDATE ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION append_only('visibility');
CREATE TRIGGER expired_only BEFORE DELETE ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION expired_only();
