-- Every event and every claim belongs to a situation. A claim on an event belongs to the event's, whatever is given; a
-- correction that names none to that of what it corrects; what else names none to the only situation (only_situation).
-- Fires: before INSERT.
-- Order: a_resolve_identity and keep_situation, either first: they set different columns, and neither reads the other's.
-- Order: inherit_visibility and keep_situation, either first: as before.
-- Order: keep_situation and sort_claims, either first: as before.

CREATE FUNCTION keep_situation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'CustodyEvent' THEN
    NEW."situationId" := COALESCE(NEW."situationId", only_situation(NEW."whenTimeZone"));
  ELSIF NEW."eventId" IS NOT NULL THEN
    NEW."situationId" := (SELECT "situationId" FROM "CustodyEvent" WHERE "id" = NEW."eventId");
  ELSIF NEW."situationId" IS NULL THEN
    NEW."situationId" := COALESCE((SELECT "situationId" FROM "Claim" WHERE "id" = NEW."supersedesId"), only_situation(NEW."asOfTimeZone"));
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_situation BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION keep_situation();
CREATE TRIGGER keep_situation BEFORE INSERT ON "CustodyEvent" FOR EACH ROW EXECUTE FUNCTION keep_situation();
