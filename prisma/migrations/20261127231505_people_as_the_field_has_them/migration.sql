-- CreateEnum
CREATE TYPE "SentenceKind" AS ENUM ('TERM', 'LIFE', 'DEATH', 'OTHER');

-- AlterTable
ALTER TABLE "CustodyEvent" ADD COLUMN     "age" INTEGER,
ADD COLUMN     "caseNumber" TEXT,
ADD COLUMN     "charges" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "sentence" "SentenceKind",
ADD COLUMN     "sentenceEndsEarliest" TIMESTAMPTZ(3),
ADD COLUMN     "sentenceEndsLatest" TIMESTAMPTZ(3),
ADD COLUMN     "sentenceEndsPrecision" "TimePrecision",
ADD COLUMN     "sentenceEndsTimeZone" TEXT,
ADD COLUMN     "sentenceEndsVerbatim" TEXT,
ADD COLUMN     "sentenceLength" TEXT;

-- AlterTable
ALTER TABLE "Detainee" ADD COLUMN     "ethnicities" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "named" BOOLEAN NOT NULL DEFAULT true;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- By hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "sentence_columns_agree_with_type" CHECK (
  ("sentence" IS NULL OR "type" = 'SENTENCE')
  AND (("sentenceLength" IS NULL AND "sentenceEndsPrecision" IS NULL) OR ("sentence" IS NOT NULL AND "sentence" = 'TERM')));

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "sentence_ends_agrees" CHECK (
  ("sentenceEndsPrecision" IS NULL AND "sentenceEndsEarliest" IS NULL AND "sentenceEndsLatest" IS NULL)
  OR span_agrees("sentenceEndsEarliest", "sentenceEndsLatest", "sentenceEndsPrecision"));

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "age_is_of_a_life" CHECK ("age" BETWEEN 0 AND 130);

DROP TRIGGER append_only_within ON "CustodyEvent";
CREATE TRIGGER append_only_within BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW
  WHEN (pg_trigger_depth() >= 1)
  EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId', 'mergedIntoId', 'ordinal', 'overlaps', 'repeats',
    'whenEarliest', 'whenLatest', 'whenPrecision', 'whenTimeZone', 'whenVerbatim', 'whenSortAt', 'statedFacilityId', 'place', 'stage', 'outcome', 'conditions',
    'age', 'charges', 'caseNumber', 'sentence', 'sentenceLength', 'sentenceEndsEarliest', 'sentenceEndsLatest', 'sentenceEndsPrecision', 'sentenceEndsTimeZone', 'sentenceEndsVerbatim');
