-- A successor ends the claim that it supersedes, at the successor's own recording time, so that no moment knows both or
-- neither.
-- Fires: after INSERT of a claim that supersedes another.
-- Order: mark_superseded and redact_chain, either first: they set different columns of earlier claims.

CREATE FUNCTION mark_superseded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Claim" SET "supersededAt" = NEW."recordedAt" WHERE "id" = NEW."supersedesId";
  RETURN NULL;
END $$;

CREATE TRIGGER mark_superseded AFTER INSERT ON "Claim" FOR EACH ROW WHEN (NEW."supersedesId" IS NOT NULL) EXECUTE FUNCTION mark_superseded();
