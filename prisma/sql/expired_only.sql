-- Retention: an event may be deleted once the floor has stood above it for a minute, so that every process has had time
-- to see the floor before the hole. The event at the floor stays: a cursor there can be judged.
-- Fires: before DELETE of a row of FeedEvent, in place of append_only.

CREATE FUNCTION expired_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Hub" WHERE OLD."seq" < "feedFloor" AND "feedFloorAt" < clock_timestamp() - interval '1 minute') THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'FeedEvent is append-only: DELETE is refused, except for events that expired a minute ago' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER expired_only BEFORE DELETE ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION expired_only();
