-- Retention: what a feed told may be deleted once the floor has stood above it for a minute, so that every process has
-- had time to see the floor before the hole. The event at the floor stays: a cursor there can be judged. What a
-- transaction has told and takes back before its commit was never there.
-- Fires: before DELETE of a row of FeedEvent, Change or ChangeSet, in place of append_only.

CREATE FUNCTION expired_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  expired boolean;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'FeedEvent' THEN
      expired := EXISTS (SELECT FROM "Hub" WHERE OLD."seq" < "feedFloor" AND "feedFloorAt" < clock_timestamp() - interval '1 minute');
    WHEN 'Change' THEN
      expired := EXISTS (SELECT FROM "ChangeSet" AS told WHERE told."id" = OLD."setId" AND told."base" IS NULL)
        OR EXISTS (SELECT FROM "Hub", "ChangeSet" AS told WHERE told."id" = OLD."setId" AND told."base" + OLD."ordinal" < "changeFloor" AND "changeFloorAt" < clock_timestamp() - interval '1 minute');
    WHEN 'ChangeSet' THEN
      expired := EXISTS (SELECT FROM "Hub" WHERE OLD."base" + OLD."size" < "changeFloor" AND "changeFloorAt" < clock_timestamp() - interval '1 minute');
  END CASE;
  IF expired THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only: DELETE is refused, except for events that expired a minute ago', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER expired_only BEFORE DELETE ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION expired_only();
CREATE TRIGGER expired_only BEFORE DELETE ON "Change" FOR EACH ROW EXECUTE FUNCTION expired_only();
CREATE TRIGGER expired_only BEFORE DELETE ON "ChangeSet" FOR EACH ROW EXECUTE FUNCTION expired_only();
