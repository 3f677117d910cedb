-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "hash" BYTEA,
ADD COLUMN     "outcome" TEXT NOT NULL DEFAULT 'DONE',
ADD COLUMN     "seq" BIGINT;

-- CreateTable
CREATE TABLE "AuditHead" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_seq_key" ON "AuditEntry"("seq");

-- CreateIndex
CREATE INDEX "AuditEntry_actor_seq_idx" ON "AuditEntry"("actor", "seq");

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE "AuditHead" ADD CONSTRAINT "one_audit_head" CHECK ("id" = 1);
CREATE INDEX "AuditEntry_unchained" ON "AuditEntry" ("id") WHERE "hash" IS NULL;
INSERT INTO "AuditHead" ("id", "seq", "hash") VALUES (1, 0, '');

CREATE FUNCTION audit_hash("previous" bytea, "seq" bigint, "at" timestamptz, "actor" text, "action" text, "entity" text, "entityId" text, "outcome" text, "detail" jsonb)
RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(string_agg(octet_length(said."text") || ':' || said."text", ',' ORDER BY said."nth"), 'UTF8'))
  FROM unnest(ARRAY[encode("previous", 'hex'), "seq"::text, (EXTRACT(EPOCH FROM "at") * 1000)::bigint::text, "actor", "action", "entity", "entityId", "outcome", "detail"::text])
    WITH ORDINALITY AS said ("text", "nth")
$$;

CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "AuditHead";
  entry "AuditEntry";
BEGIN
  IF NOT EXISTS (SELECT FROM "AuditEntry" WHERE "hash" IS NULL) THEN
    RETURN NULL;
  END IF;
  SELECT * INTO STRICT head FROM "AuditHead" FOR UPDATE;
  FOR entry IN SELECT * FROM "AuditEntry" WHERE "hash" IS NULL ORDER BY "id" LOOP
    head."seq" := head."seq" + 1;
    head."hash" := audit_hash(head."hash", head."seq", entry."at", entry."actor", entry."action", entry."entity", entry."entityId", entry."outcome", entry."detail");
    UPDATE "AuditEntry" SET "seq" = head."seq", "hash" = head."hash" WHERE "id" = entry."id";
  END LOOP;
  UPDATE "AuditHead" SET "seq" = head."seq", "hash" = head."hash";
  RETURN NULL;
END $$;

-- What was audited before there was a chain stands in it in the order in which it was written: from here on it cannot change unnoticed.
DROP TRIGGER append_only ON "AuditEntry";
DO $$
DECLARE
  head "AuditHead";
  entry "AuditEntry";
BEGIN
  SELECT * INTO STRICT head FROM "AuditHead";
  FOR entry IN SELECT * FROM "AuditEntry" ORDER BY "id" LOOP
    head."seq" := head."seq" + 1;
    head."hash" := audit_hash(head."hash", head."seq", entry."at", entry."actor", entry."action", entry."entity", entry."entityId", entry."outcome", entry."detail");
    UPDATE "AuditEntry" SET "seq" = head."seq", "hash" = head."hash" WHERE "id" = entry."id";
  END LOOP;
  UPDATE "AuditHead" SET "seq" = head."seq", "hash" = head."hash";
END $$;

CREATE CONSTRAINT TRIGGER chain_audit AFTER INSERT ON "AuditEntry" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW
  WHEN (OLD."hash" IS NOT NULL OR pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW
  WHEN (OLD."hash" IS NULL AND pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('seq', 'hash');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditHead" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "AuditHead" EXECUTE FUNCTION not_emptied();
