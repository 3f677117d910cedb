-- Append-only tables: nothing is deleted, and of a row only the columns that the trigger names may change; all else
-- needs a new row that supersedes. What may change is what follows from other rows (visibility, resolved references,
-- the end of validity), never what somebody said. A claim's words may go only by redaction, which happens inside the
-- trigger redact_chain, and what is said of an event or a definition changes only by a version of it, inside the trigger
-- apply_version: append_only guards what callers do, append_only_within what triggers do.
-- Fires: before each UPDATE and DELETE of a row, whoever asks. Deletes of what the feeds told are judged by expired_only.
-- Order: append_only and append_only_within, either first: their conditions exclude each other.

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused, record a row that supersedes instead', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW
  WHEN (OLD."hash" IS NOT NULL OR pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW
  WHEN (OLD."hash" IS NULL AND pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('seq', 'hash');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditHead" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "_VerificationClaims" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "_VerificationRoots" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'aboutSourceId', 'eventId', 'detaineeId', 'asOfSortAt', 'publishedSortAt', 'redactedAt', 'statement', 'quote',
    'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'breakdown', 'place', 'latitude', 'longitude', 'coordinatePrecision', 'cause', 'words');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats', 'movedOnAt', 'certainFrom', 'restsFrom', 'holds');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats', 'movedOnAt', 'certainFrom', 'restsFrom', 'holds',
    'whenEarliest', 'whenLatest', 'whenPrecision', 'whenTimeZone', 'whenVerbatim', 'whenSortAt', 'statedFacilityId', 'place', 'country', 'admin1', 'locality', 'latitude', 'longitude', 'coordinatePrecision', 'stage', 'outcome', 'conditions',
    'age', 'charges', 'caseNumber', 'sentence', 'sentenceLength', 'sentenceEndsEarliest', 'sentenceEndsLatest', 'sentenceEndsPrecision', 'sentenceEndsTimeZone', 'sentenceEndsVerbatim');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Verification" FOR EACH ROW EXECUTE FUNCTION append_only('visibility', 'followedAt');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Definition" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only('sourceId');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "Definition" FOR EACH ROW WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('sourceId', 'text', 'includesHouseArrest', 'politicalOnly', 'excludesUnderHours');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Judgement" FOR EACH ROW EXECUTE FUNCTION append_only('undoneBy', 'undoneAt');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Policy" FOR EACH ROW EXECUTE FUNCTION append_only('appliedAt');
CREATE TRIGGER append_only BEFORE UPDATE ON "FeedEvent" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only('visibility');
CREATE TRIGGER append_only_within BEFORE UPDATE ON "FeedEvent" FOR EACH ROW WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'facilityId', 'placeAudience', 'admin1', 'nationalities', 'whenEarliest', 'whenLatest', 'stage', 'conditions');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "RecordVersion" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "RecordVersion" FOR EACH ROW WHEN (pg_trigger_depth() >= 1) EXECUTE FUNCTION append_only('before', 'after');
CREATE TRIGGER append_only BEFORE UPDATE ON "Change" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only_within BEFORE UPDATE ON "Change" FOR EACH ROW WHEN (pg_trigger_depth() >= 1) EXECUTE FUNCTION append_only('audience', 'facilityId', 'sourceId');
CREATE TRIGGER append_only BEFORE UPDATE ON "ChangeSet" FOR EACH ROW WHEN (OLD."base" IS NOT NULL OR pg_trigger_depth() < 1) EXECUTE FUNCTION append_only();
