-- A place is a facility with its parts: under whose ids each facility is found, and by whom, is the database's own. Those
-- are its own, those of the records that are one with it, and those of every whole above. A way that leads through a
-- hidden facility is as hidden as that. A way that is no more is kept: who heard of a release under a whole hears how it
-- goes on, as far as the way was ever open to them.
-- Fires: once after each INSERT, and each UPDATE of "partOfId", "mergedIntoId" or "visibility", also by a trigger.

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
