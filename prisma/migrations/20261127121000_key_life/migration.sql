-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "expiresAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3);

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- When a key was last used gives nobody a right, and is written often: processes need not drop what they cached for it.
DROP TRIGGER rights_changed ON "ApiKey";
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE OF "scopes", "holder", "revokedAt", "expiresAt" OR DELETE ON "ApiKey" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION rights_changed();
