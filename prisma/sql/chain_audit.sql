-- The audit trail is a chain: each entry has a number without gaps, and a hash over what it says and the hash before
-- it, so that a row that was changed or taken away shows (`paradero audit verify`). The number and the hash are given at
-- the end of the transaction that appends (deferred), under the one row of AuditHead: sequence order is commit order, and
-- nobody waits for longer than a commit takes. The first firing of a transaction chains all its entries; nobody sees
-- one without its hash. AuditHead says how far the trail goes, so that its end cannot be cut off unnoticed; it moves from
-- here alone.
-- Fires: at COMMIT, for rows that were appended.
-- Order: chain_audit after rights_changed wherever a change does both: AuditHead is locked last.

CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "AuditHead";
  entry "AuditEntry";
BEGIN
  IF NOT EXISTS (SELECT FROM "AuditEntry" WHERE "hash" IS NULL) THEN
    RETURN NULL;
  END IF;
  -- Before the row, as everywhere: of the same transaction's changes the places are given under it, sooner or later.
  PERFORM pg_advisory_xact_lock(7283002);
  SELECT * INTO STRICT head FROM "AuditHead" FOR UPDATE;
  FOR entry IN SELECT * FROM "AuditEntry" WHERE "hash" IS NULL ORDER BY "id" LOOP
    head."seq" := head."seq" + 1;
    head."hash" := audit_hash(head."hash", head."seq", entry."at", entry."actor", entry."action", entry."entity", entry."entityId", entry."outcome", entry."detail");
    UPDATE "AuditEntry" SET "seq" = head."seq", "hash" = head."hash" WHERE "id" = entry."id";
  END LOOP;
  UPDATE "AuditHead" SET "seq" = head."seq", "hash" = head."hash";
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER chain_audit AFTER INSERT ON "AuditEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit();
