-- Where the person of each timeline is held once nothing of it hangs on the moment any more is stored with the events, so that who is held now is counted in an index and judged by nobody again. Rows that are here
-- already get it from the program when it starts (settleNewTimelines): the rule is not told twice.
-- DropIndex
DROP INDEX "CustodyEvent_facility";

-- AlterTable
ALTER TABLE "CustodyEvent" ADD COLUMN     "holds" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "restsFrom" TIMESTAMPTZ(3) NOT NULL DEFAULT '9999-12-31 00:00:00 +00:00';

DROP TRIGGER append_only ON "CustodyEvent";
DROP TRIGGER append_only_within ON "CustodyEvent";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats', 'movedOnAt', 'certainFrom', 'restsFrom', 'holds');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats', 'movedOnAt', 'certainFrom', 'restsFrom', 'holds',
    'whenEarliest', 'whenLatest', 'whenPrecision', 'whenTimeZone', 'whenVerbatim', 'whenSortAt', 'statedFacilityId', 'place', 'country', 'admin1', 'locality', 'latitude', 'longitude', 'coordinatePrecision', 'stage', 'outcome', 'conditions',
    'age', 'charges', 'caseNumber', 'sentence', 'sentenceLength', 'sentenceEndsEarliest', 'sentenceEndsLatest', 'sentenceEndsPrecision', 'sentenceEndsTimeZone', 'sentenceEndsVerbatim');

UPDATE "CustodyEvent" SET "ordinal" = NULL;

-- CreateIndex
CREATE INDEX "CustodyEvent_facility" ON "CustodyEvent"("facilityId", "type", "whenSortAt", "id", "state", "visibility", "detaineeId", "mergedIntoId", "repeats");

-- CreateIndex
CREATE INDEX "CustodyEvent_holds" ON "CustodyEvent"("facilityId", "holds", "restsFrom", "visibility", "mergedIntoId", "type", "state", "whenLatest", "overlaps", "movedOnAt", "certainFrom", "detaineeId");
