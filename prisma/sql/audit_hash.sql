-- The hash of an entry of the audit trail: SHA-256 over its parts, each with its length in bytes in front, so that none
-- can pass for another; the first is the hash of the entry before it. The same in code, for whoever verifies:
-- src/domain/access/audit-chain.ts.

CREATE FUNCTION audit_hash("previous" bytea, "seq" bigint, "at" timestamptz, "actor" text, "action" text, "entity" text, "entityId" text, "outcome" text, "detail" jsonb)
RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(convert_to(string_agg(octet_length(said."text") || ':' || said."text", ',' ORDER BY said."nth"), 'UTF8'))
  FROM unnest(ARRAY[encode("previous", 'hex'), "seq"::text, (EXTRACT(EPOCH FROM "at") * 1000)::bigint::text, "actor", "action", "entity", "entityId", "outcome", "detail"::text])
    WITH ORDINALITY AS said ("text", "nth")
$$;
