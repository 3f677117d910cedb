-- A date of birth is whole or missing, and a half-open span (span_agrees).

ALTER TABLE "Detainee" ADD CONSTRAINT "birth_agrees" CHECK (
  ("birthPrecision" IS NULL AND "birthEarliest" IS NULL AND "birthLatest" IS NULL) OR span_agrees("birthEarliest", "birthLatest", "birthPrecision"));
