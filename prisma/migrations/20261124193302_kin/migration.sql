-- AlterTable
ALTER TABLE "FeedEvent" ADD COLUMN     "placeAudience" "Visibility";

-- CreateTable
CREATE TABLE "_DetaineeKin" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_DetaineeKin_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_FacilityKin" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_FacilityKin_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE INDEX "_DetaineeKin_B_index" ON "_DetaineeKin"("B");

-- CreateIndex
CREATE INDEX "_FacilityKin_B_index" ON "_FacilityKin"("B");

-- AddForeignKey
ALTER TABLE "_DetaineeKin" ADD CONSTRAINT "_DetaineeKin_A_fkey" FOREIGN KEY ("A") REFERENCES "Detainee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DetaineeKin" ADD CONSTRAINT "_DetaineeKin_B_fkey" FOREIGN KEY ("B") REFERENCES "Detainee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_FacilityKin" ADD CONSTRAINT "_FacilityKin_A_fkey" FOREIGN KEY ("A") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_FacilityKin" ADD CONSTRAINT "_FacilityKin_B_fkey" FOREIGN KEY ("B") REFERENCES "Facility"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A filter finds a release by its facility or its person's nationality, and a merge, or its undoing, changes both. Whoever heard of a release under the one must hear how it goes on: so
-- the database remembers who has ever been one with whom. (When the judgement is written, the records are not joined yet.)
CREATE FUNCTION note_kin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('
    WITH stands AS (SELECT "id" AS record, COALESCE("mergedIntoId", "id") AS root FROM %1$I WHERE "id" IN ($1, $2)),
      one AS (SELECT record."id" FROM %1$I AS record, stands WHERE stands.record = $1 AND (record."id" = stands.root OR record."mergedIntoId" = stands.root)),
      other AS (SELECT record."id" FROM %1$I AS record, stands WHERE stands.record = $2 AND (record."id" = stands.root OR record."mergedIntoId" = stands.root))
    INSERT INTO %2$I ("A", "B") SELECT one."id", other."id" FROM one, other UNION SELECT other."id", one."id" FROM one, other ON CONFLICT DO NOTHING',
    NEW."noun", '_' || NEW."noun" || 'Kin') USING NEW."leftId", NEW."rightId";
  RETURN NULL;
END $$;
CREATE TRIGGER note_kin AFTER INSERT ON "Judgement" FOR EACH ROW WHEN (NEW."verdict" = 'POSITIVE' AND NEW."noun" <> 'Source') EXECUTE FUNCTION note_kin();

-- Merges of before: who is one now, and whoever a judgement has named.
INSERT INTO "_DetaineeKin" ("A", "B")
  SELECT one."id", other."id" FROM "Detainee" AS one JOIN "Detainee" AS other ON COALESCE(one."mergedIntoId", one."id") = COALESCE(other."mergedIntoId", other."id") AND one."id" <> other."id"
    WHERE one."mergedIntoId" IS NOT NULL OR other."mergedIntoId" IS NOT NULL
  UNION SELECT "leftId", "rightId" FROM "Judgement" WHERE "verdict" = 'POSITIVE' AND "noun" = 'Detainee'
  UNION SELECT "rightId", "leftId" FROM "Judgement" WHERE "verdict" = 'POSITIVE' AND "noun" = 'Detainee';
INSERT INTO "_FacilityKin" ("A", "B")
  SELECT one."id", other."id" FROM "Facility" AS one JOIN "Facility" AS other ON COALESCE(one."mergedIntoId", one."id") = COALESCE(other."mergedIntoId", other."id") AND one."id" <> other."id"
    WHERE one."mergedIntoId" IS NOT NULL OR other."mergedIntoId" IS NOT NULL
  UNION SELECT "leftId", "rightId" FROM "Judgement" WHERE "verdict" = 'POSITIVE' AND "noun" = 'Facility'
  UNION SELECT "rightId", "leftId" FROM "Judgement" WHERE "verdict" = 'POSITIVE' AND "noun" = 'Facility';

-- A release can be seen without its facility. Who heard of it under the facility goes on hearing of it when the facility is hidden afterwards; who never could is told nothing by a filter.
CREATE OR REPLACE FUNCTION settle_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."exceptTo" IS NULL THEN NEW."audience" := NEW."visibility"; END IF;
  NEW."placeAudience" := (SELECT place."visibility" FROM "CustodyEvent" AS release JOIN "Facility" AS place ON place."id" = release."facilityId" WHERE release."id" = NEW."releaseId");
  RETURN NEW;
END $$;
ALTER TABLE "FeedEvent" DISABLE TRIGGER append_only;
UPDATE "FeedEvent" AS event SET "placeAudience" = place."visibility"
  FROM "CustodyEvent" AS release JOIN "Facility" AS place ON place."id" = release."facilityId" WHERE release."id" = event."releaseId";
ALTER TABLE "FeedEvent" ENABLE TRIGGER append_only;
