-- What counts of the detained asked of each person's later events is stored with their places on the timeline: since when the person has certainly been moved on, and since when nothing of it is open. Rows that are here
-- already get it from the program when it starts (settleNewTimelines): the rule is not told twice. The indexes hold what the counts look at, so that they need nothing else.
-- DropIndex
DROP INDEX "CustodyEvent_facility";

-- DropIndex
DROP INDEX "CustodyEvent_timeline";

-- AlterTable
ALTER TABLE "CustodyEvent" ADD COLUMN     "certainFrom" TIMESTAMPTZ(3),
ADD COLUMN     "movedOnAt" TIMESTAMPTZ(3);

DROP TRIGGER append_only ON "CustodyEvent";
DROP TRIGGER append_only_within ON "CustodyEvent";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() < 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats', 'movedOnAt', 'certainFrom');
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats', 'movedOnAt', 'certainFrom',
    'whenEarliest', 'whenLatest', 'whenPrecision', 'whenTimeZone', 'whenVerbatim', 'whenSortAt', 'statedFacilityId', 'place', 'country', 'admin1', 'locality', 'latitude', 'longitude', 'coordinatePrecision', 'stage', 'outcome', 'conditions',
    'age', 'charges', 'caseNumber', 'sentence', 'sentenceLength', 'sentenceEndsEarliest', 'sentenceEndsLatest', 'sentenceEndsPrecision', 'sentenceEndsTimeZone', 'sentenceEndsVerbatim');

UPDATE "CustodyEvent" SET "ordinal" = NULL;

-- CreateIndex
CREATE INDEX "CustodyEvent_timeline" ON "CustodyEvent"("detaineeId", "ordinal", "type", "state", "visibility", "stage", "whenEarliest", "whenLatest", "mergedIntoId");

-- CreateIndex
CREATE INDEX "CustodyEvent_facility" ON "CustodyEvent"("facilityId", "type", "whenSortAt", "id", "state", "visibility", "detaineeId", "stage", "whenLatest", "mergedIntoId", "overlaps", "repeats", "movedOnAt", "certainFrom");
