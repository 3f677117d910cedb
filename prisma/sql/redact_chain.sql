-- Redaction: the words and numbers of all claims before the redacting one are gone from every answer at once, also from
-- those "as known then"; who, when and that it was redacted stay. Only a trigger may do this to claims:
-- append_only_within lets these columns pass, append_only does not.
-- Fires: after INSERT of a claim whose reason is REDACTION. It changes rights (rights_changed), so that cached texts
--   are dropped.

CREATE FUNCTION redact_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE chain AS (
    SELECT "id", "supersedesId" FROM "Claim" WHERE "id" = NEW."supersedesId"
    UNION ALL
    SELECT earlier."id", earlier."supersedesId" FROM "Claim" AS earlier JOIN chain ON earlier."id" = chain."supersedesId"
  )
  UPDATE "Claim" SET "redactedAt" = NEW."recordedAt", "statement" = '[redacted]', "quote" = NULL, "locator" = NULL, "asOfVerbatim" = NULL, "periodStartVerbatim" = NULL,
    "qualifier" = CASE WHEN "kind" = 'COUNT' THEN 'UNQUANTIFIED'::"CountQualifier" END, "lower" = NULL, "upper" = NULL, "cause" = NULL,
    "breakdown" = CASE WHEN "breakdown" = '{}' THEN '{}'::text[] ELSE '{[redacted]=[redacted]}' END,
    "place" = CASE WHEN "place" = '{}' THEN '{}'::text[] ELSE '{TEXT=[redacted]}' END, "latitude" = NULL, "longitude" = NULL, "coordinatePrecision" = NULL,
    "words" = fold_words(concat_ws(' ', '[redacted]', (SELECT "title" FROM "Document" WHERE "Document"."id" = "Claim"."documentId")))
  WHERE "id" IN (SELECT "id" FROM chain) AND "redactedAt" IS NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER redact_chain AFTER INSERT ON "Claim" FOR EACH ROW WHEN (NEW."changeReason" = 'REDACTION') EXECUTE FUNCTION redact_chain();
