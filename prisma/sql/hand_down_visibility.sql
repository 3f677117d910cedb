-- A change of visibility reaches every row that hangs on the record, in the same statement: a person's their events, an
-- event's its claims, decisions and feed events, a source's, document's or facility's their claims, a claim's own
-- statement the claim itself. Further steps follow because the rows updated here have this trigger too.
-- Fires: after UPDATE of "visibility" ("statedVisibility" of a claim), when it is different now.
-- Order: hand_down_visibility, then join_visibility: the latter raises a merged record to the strictest of its kin and
--   hands that down anew; the other way round the weaker visibility would have the last word.

CREATE FUNCTION hand_down_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Detainee' THEN
      UPDATE "CustodyEvent" SET "visibility" = NEW."visibility" WHERE "detaineeId" = NEW."id";
    WHEN 'CustodyEvent' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "eventId" = NEW."id";
      UPDATE "Verification" SET "visibility" = NEW."visibility" WHERE "eventId" = NEW."id";
      UPDATE "FeedEvent" SET "visibility" = NEW."visibility" WHERE "releaseId" = NEW."id";
    WHEN 'Source' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "assertedById" = NEW."id" OR "aboutSourceId" = NEW."id";
    WHEN 'Facility' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "facilityId" = NEW."id";
    WHEN 'Document' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "documentId" = NEW."id";
    WHEN 'Claim' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "id" = NEW."id";
  END CASE;
  RETURN NULL;
END $$;

CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Detainee" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "CustodyEvent" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Source" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Document" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Facility" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_stated_visibility AFTER UPDATE OF "statedVisibility" ON "Claim" FOR EACH ROW
  WHEN (NEW."statedVisibility" IS DISTINCT FROM OLD."statedVisibility") EXECUTE FUNCTION hand_down_visibility();
