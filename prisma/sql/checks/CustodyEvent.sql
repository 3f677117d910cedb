-- A span is half-open (span_agrees). A release, and nothing else, has a stage, an outcome and conditions.

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "when_agrees" CHECK (span_agrees("whenEarliest", "whenLatest", "whenPrecision"));

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "release_columns_agree_with_type" CHECK (
  CASE WHEN "type" = 'RELEASE' THEN "stage" IS NOT NULL AND "outcome" IS NOT NULL
       ELSE "stage" IS NULL AND "outcome" IS NULL AND "conditions" = '{}' END);
