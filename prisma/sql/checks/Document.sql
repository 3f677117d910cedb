-- A span is half-open (span_agrees). A SHA-256 is written in one way, since it says which documents are the same.

ALTER TABLE "Document" ADD CONSTRAINT "published_at_agrees" CHECK (span_agrees("publishedAtEarliest", "publishedAtLatest", "publishedAtPrecision"));

ALTER TABLE "Document" ADD CONSTRAINT "sha256_is_lower_hex" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
