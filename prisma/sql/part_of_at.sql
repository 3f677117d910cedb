-- Of each facility that stood for itself at a moment, the one that it was part of, by whoever stood for that; those that
-- were part of none are left out. What is stated of the record itself comes first, then what is stated of those that are
-- one with it, in the order of their recording. Of a facility that was merged into its own part, before that was refused,
-- the whole says nothing. Called by keep_part_of and by the lists that are asked with knownAt.

CREATE FUNCTION part_of_at(moment timestamptz) RETURNS TABLE ("id" uuid, "partOfId" uuid) LANGUAGE sql STABLE AS $$
  WITH identity AS (SELECT * FROM identity_at('Facility', moment)), stated AS (
    SELECT record."id", record."recordedAt", COALESCE(own."canonicalId", record."id") AS "root", COALESCE(other."canonicalId", record."statedPartOfId") AS "whole"
    FROM "Facility" AS record LEFT JOIN identity AS own ON own."id" = record."id" LEFT JOIN identity AS other ON other."id" = record."statedPartOfId"
    WHERE record."statedPartOfId" IS NOT NULL AND record."recordedAt" <= moment
  )
  SELECT DISTINCT ON (stated."root") stated."root", stated."whole" FROM stated WHERE stated."whole" <> stated."root"
  ORDER BY stated."root", stated."id" <> stated."root", stated."recordedAt", stated."id"
$$;
