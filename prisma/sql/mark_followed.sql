-- A decision is followed when the next one on the same event comes, so that "the decision at a moment" is a condition
-- on one row.
-- Fires: after INSERT of every decision but the first of its event.

CREATE FUNCTION mark_followed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Verification" SET "followedAt" = NEW."decidedAt" WHERE "eventId" = NEW."eventId" AND "ordinal" = NEW."ordinal" - 1;
  RETURN NULL;
END $$;

CREATE TRIGGER mark_followed AFTER INSERT ON "Verification" FOR EACH ROW WHEN (NEW."ordinal" > 1) EXECUTE FUNCTION mark_followed();
