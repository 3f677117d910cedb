-- The entries of the transaction that appends, for which chain_audit looks when it commits: no others are without a hash.

CREATE INDEX "AuditEntry_unchained" ON "AuditEntry" ("id") WHERE "hash" IS NULL;
