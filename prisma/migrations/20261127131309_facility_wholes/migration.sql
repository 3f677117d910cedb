-- CreateTable
CREATE TABLE "FacilityWhole" (
    "partId" UUID NOT NULL,
    "wholeId" UUID NOT NULL,
    "isPart" BOOLEAN NOT NULL,
    "visibility" "Visibility" NOT NULL,
    "openest" "Visibility" NOT NULL,
    "current" BOOLEAN NOT NULL,

    CONSTRAINT "FacilityWhole_pkey" PRIMARY KEY ("partId","wholeId")
);

-- CreateIndex
CREATE INDEX "FacilityWhole_wholeId_idx" ON "FacilityWhole"("wholeId");

-- AddForeignKey
ALTER TABLE "FacilityWhole" ADD CONSTRAINT "FacilityWhole_partId_fkey" FOREIGN KEY ("partId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FacilityWhole" ADD CONSTRAINT "FacilityWhole_wholeId_fkey" FOREIGN KEY ("wholeId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand.
-- ---------------------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION keep_wholes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE way AS (
    SELECT "id" AS "part", "id" AS "whole", "visibility" FROM "Facility" WHERE "mergedIntoId" IS NULL
    UNION
    SELECT way."part", above."id", GREATEST(way."visibility", above."visibility")
    FROM way JOIN "Facility" AS below ON below."id" = way."whole" JOIN "Facility" AS above ON above."id" = below."partOfId"
  ), record AS (SELECT "id", COALESCE("mergedIntoId", "id") AS "root" FROM "Facility"), present AS (
    SELECT part."id" AS "partId", whole."id" AS "wholeId", way."part" <> way."whole" AS "isPart", min(way."visibility") AS "visibility"
    FROM way JOIN record AS part ON part."root" = way."part" JOIN record AS whole ON whole."root" = way."whole" GROUP BY 1, 2, 3
  ), gone AS (
    UPDATE "FacilityWhole" AS kept SET "current" = FALSE
    WHERE kept."current" AND NOT EXISTS (SELECT FROM present WHERE present."partId" = kept."partId" AND present."wholeId" = kept."wholeId")
  )
  INSERT INTO "FacilityWhole" AS kept ("partId", "wholeId", "isPart", "visibility", "openest", "current")
  SELECT "partId", "wholeId", "isPart", "visibility", "visibility", TRUE FROM present
  ON CONFLICT ("partId", "wholeId") DO UPDATE
    SET "isPart" = EXCLUDED."isPart", "visibility" = EXCLUDED."visibility", "openest" = LEAST(kept."openest", EXCLUDED."visibility"), "current" = TRUE
    WHERE (kept."isPart", kept."visibility", kept."current") IS DISTINCT FROM (EXCLUDED."isPart", EXCLUDED."visibility", TRUE);
  RETURN NULL;
END $$;

CREATE TRIGGER keep_wholes AFTER INSERT OR UPDATE OF "partOfId", "mergedIntoId", "visibility" ON "Facility" FOR EACH STATEMENT EXECUTE FUNCTION keep_wholes();

-- The facilities that are here already: the trigger fires for a statement that meets no row, too.
UPDATE "Facility" SET "partOfId" = "partOfId" WHERE FALSE;
