-- The place of each event on its person's timeline, as the rule of src/domain/timeline decides it. Rows that are here already get theirs from the program when it starts (settleNewTimelines): the
-- rule is not told twice.
-- DropIndex
DROP INDEX "CustodyEvent_facility";

-- DropIndex
DROP INDEX "CustodyEvent_timeline";

-- AlterTable
ALTER TABLE "CustodyEvent" ADD COLUMN     "ordinal" INTEGER,
ADD COLUMN     "overlaps" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "CustodyEvent_timeline" ON "CustodyEvent"("detaineeId", "ordinal", "type", "state", "visibility", "stage", "whenEarliest", "whenLatest");

-- CreateIndex
CREATE INDEX "CustodyEvent_facility" ON "CustodyEvent"("facilityId", "type", "whenSortAt", "id", "state", "visibility", "detaineeId", "ordinal", "whenEarliest", "whenLatest", "overlaps");

-- What follows from other rows may change on an asserted row, and nothing that was said.
DROP TRIGGER append_only ON "CustodyEvent";
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'ordinal', 'overlaps');
