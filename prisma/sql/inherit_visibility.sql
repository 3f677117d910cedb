-- A new row is born as hidden as what it hangs on, so that no query has to join for it, and there is no moment in which
-- it can be seen. A claim also takes the person of its event. A row that hangs on nothing passes: its foreign key
-- refuses it with a better message.
-- Fires: before INSERT.
-- Order: a_resolve_identity, then inherit_visibility: what a row hangs on is the record that stands for the one that it
--   names.
-- Order: inherit_visibility, then settle_audience: the audience of an event is the visibility that it has just got; the
--   other way round everything would be told to everybody.

CREATE FUNCTION inherit_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."visibility" := visibility_of_claim(NEW);
      IF NEW."eventId" IS NOT NULL THEN
        NEW."detaineeId" := (SELECT "detaineeId" FROM "CustodyEvent" WHERE "id" = NEW."eventId");
      END IF;
    WHEN 'CustodyEvent' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "Detainee" WHERE "id" = NEW."detaineeId";
    WHEN 'Verification' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "CustodyEvent" WHERE "id" = NEW."eventId";
    WHEN 'FeedEvent' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "CustodyEvent" WHERE "id" = NEW."releaseId";
  END CASE;
  RETURN NEW;
EXCEPTION WHEN no_data_found THEN
  RETURN NEW; -- the foreign key reports it
END $$;

CREATE TRIGGER inherit_visibility BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON "CustodyEvent" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON "Verification" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();
