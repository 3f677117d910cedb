-- Rights also change when the words of a claim are taken away; and where a trigger sets the visibility, the statement does not name the column, so that it is the row and not the
-- statement that must be looked at.
DROP TRIGGER rights_changed ON "Detainee";
DROP TRIGGER rights_changed ON "CustodyEvent";
DROP TRIGGER rights_changed ON "Source";
DROP TRIGGER rights_changed ON "Document";
DROP TRIGGER rights_changed ON "Facility";
DROP TRIGGER rights_changed ON "Claim";
DROP TRIGGER tell_visibility ON "CustodyEvent";
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON "Detainee" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON "CustodyEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON "Source" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON "Document" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON "Facility" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON "Claim" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility" OR NEW."redactedAt" IS DISTINCT FROM OLD."redactedAt") EXECUTE FUNCTION rights_changed();
CREATE CONSTRAINT TRIGGER tell_visibility AFTER UPDATE ON "CustodyEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility" AND NEW."type" = 'RELEASE') EXECUTE FUNCTION tell_visibility();
