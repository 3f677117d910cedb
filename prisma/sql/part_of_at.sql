-- Of each facility that stood for itself at a moment, the one that it was part of, by whoever stood for that; those that
-- were part of none are left out. What was stated of the record itself then comes first (its versions since tell what they
-- replaced), then what was stated of those that are one with it, in the order of their recording. Of a facility that was
-- merged into its own part, before that was refused, the whole says nothing. Called by resolve_parts and by the lists that
-- are asked with knownAt.

CREATE FUNCTION part_of_at(moment timestamptz) RETURNS TABLE ("id" uuid, "partOfId" uuid) LANGUAGE sql STABLE AS $$
  WITH identity AS (SELECT * FROM identity_at('Facility', moment)), replaced AS (
    SELECT DISTINCT ON ("facilityId") "facilityId", ("before" ->> 'statedPartOfId')::uuid AS "partOfId" FROM "RecordVersion"
    WHERE "facilityId" IS NOT NULL AND "recordedAt" > moment AND "before" ? 'statedPartOfId' ORDER BY "facilityId", "ordinal"
  ), said AS (
    SELECT record."id", record."recordedAt", CASE WHEN replaced."facilityId" IS NULL THEN record."statedPartOfId" ELSE replaced."partOfId" END AS "statedPartOfId"
    FROM "Facility" AS record LEFT JOIN replaced ON replaced."facilityId" = record."id" WHERE record."recordedAt" <= moment
  ), stated AS (
    SELECT record."id", record."recordedAt", COALESCE(own."canonicalId", record."id") AS "root", COALESCE(other."canonicalId", record."statedPartOfId") AS "whole"
    FROM said AS record LEFT JOIN identity AS own ON own."id" = record."id" LEFT JOIN identity AS other ON other."id" = record."statedPartOfId"
    WHERE record."statedPartOfId" IS NOT NULL
  )
  SELECT DISTINCT ON (stated."root") stated."root", stated."whole" FROM stated WHERE stated."whole" <> stated."root"
  ORDER BY stated."root", stated."id" <> stated."root", stated."recordedAt", stated."id"
$$;
