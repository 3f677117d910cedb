-- Append-only tables cannot be emptied either: TRUNCATE fires no row trigger, so that append_only would not see it.
-- Fires: before TRUNCATE, once a statement.

CREATE FUNCTION not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: TRUNCATE is refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Claim" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "CustodyEvent" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Verification" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "FeedEvent" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "AuditEntry" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "AuditHead" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Definition" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "_VerificationClaims" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "_VerificationRoots" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Judgement" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Policy" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "RecordVersion" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Change" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "ChangeSet" EXECUTE FUNCTION not_emptied();
