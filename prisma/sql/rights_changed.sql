-- The rights counter, by which processes know that texts and filters which they cached may no longer be shown. It moves
-- once in a transaction that changes rights (the setting paradero.rights_changed remembers which), at its very end
-- (deferred), under the lock of the feed's appends, which is always taken before the row of Hub: nobody who holds one
-- of the two waits for the other. It looks at the row and not at the columns of the statement, since triggers set the
-- visibility in statements that name another column. No trigger sets a column of a key, so that there the columns are
-- enough: when a key was last used gives nobody a right.
-- Fires: at COMMIT, for rows whose visibility (or redaction) is different now, for every version that redacts, and
--   for changes of what a key may do.
-- Order: rights_changed and tell_visibility, either first: both take the same lock, and both commit together.

CREATE FUNCTION rights_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('paradero.rights_changed', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('paradero.rights_changed', pg_current_xact_id()::text, true);
    PERFORM pg_advisory_xact_lock(7283002);
    UPDATE "Hub" SET "rights" = "rights" + 1;
    PERFORM pg_notify('paradero_feed', '');
    PERFORM pg_notify('paradero_changes', '');
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "scopes", "holder", "revokedAt", "expiresAt" OR DELETE ON "ApiKey" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION rights_changed();
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
CREATE CONSTRAINT TRIGGER rights_changed AFTER INSERT ON "RecordVersion" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."changeReason" = 'REDACTION') EXECUTE FUNCTION rights_changed();
