-- The whole of every facility record is that of the record that stands for it (part_of_at). Called by keep_part_of, and by
-- apply_version, whose statements keep_part_of does not see.

CREATE FUNCTION resolve_parts() RETURNS void LANGUAGE sql AS $$
  UPDATE "Facility" AS record SET "partOfId" = kept."partOfId"
  FROM (
    SELECT each."id", whole."partOfId" FROM "Facility" AS each LEFT JOIN part_of_at('infinity') AS whole ON whole."id" = COALESCE(each."mergedIntoId", each."id")
  ) AS kept
  WHERE kept."id" = record."id" AND record."partOfId" IS DISTINCT FROM kept."partOfId"
$$;
