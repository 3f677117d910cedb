-- AlterEnum
ALTER TYPE "CountUnit" ADD VALUE 'OTHER';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "indicatorId" UUID;

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "population" TEXT,
    "description" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_slug_key" ON "Indicator"("slug");

-- CreateIndex
CREATE INDEX "Indicator_sortName_id_idx" ON "Indicator"("sortName", "id");

-- CreateIndex
CREATE INDEX "Claim_indicatorId_idx" ON "Claim"("indicatorId");

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- By hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- What counts of OTHER that are on record are of, only their statements say.
INSERT INTO "Indicator" ("id", "slug", "name", "sortName", "unit", "description")
SELECT 'c92e302e-c2c9-5471-a3ed-006e9ffcbcd7', 'unspecified', 'What the statement says', 'what the statement says', 'as the statement says',
  'Counts that were recorded before there were indicators: each claim''s statement says what it counts.'
WHERE EXISTS (SELECT FROM "Claim" WHERE "metric" = 'OTHER');
ALTER TABLE "Claim" DISABLE TRIGGER append_only;
UPDATE "Claim" SET "indicatorId" = 'c92e302e-c2c9-5471-a3ed-006e9ffcbcd7' WHERE "metric" = 'OTHER';
ALTER TABLE "Claim" ENABLE TRIGGER append_only;

ALTER TABLE "Claim" ADD CONSTRAINT "an_indicator_is_of_another_metric" CHECK ("indicatorId" IS NULL OR "metric" = 'OTHER');
