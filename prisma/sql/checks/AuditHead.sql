-- The audit trail has one end.

ALTER TABLE "AuditHead" ADD CONSTRAINT "one_audit_head" CHECK ("id" = 1);
