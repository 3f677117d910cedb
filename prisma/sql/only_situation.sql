-- The situation of whoever names none: the only one on record. A hub that has none yet gets one to begin with, in the
-- days of whatever is recorded first; where there are several, something must say which is meant. Called by
-- keep_situation and src/domain/situations/which-situation.ts.

CREATE FUNCTION only_situation(zone text) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  found uuid[];
BEGIN
  SELECT array_agg("id") INTO found FROM (SELECT "id" FROM "Situation" LIMIT 2) AS situation;
  IF found IS NULL THEN
    INSERT INTO "Situation" ("id", "slug", "name", "sortName", "countries", "timeZone") VALUES (gen_random_uuid(), 'first', 'The first situation of this hub', 'the first situation of this hub', '{}', zone)
    ON CONFLICT ("slug") DO UPDATE SET "slug" = EXCLUDED."slug"
    RETURNING ARRAY["id"] INTO found;
  END IF;
  IF cardinality(found) > 1 THEN
    RAISE EXCEPTION 'There are several situations: say of which this is' USING ERRCODE = 'not_null_violation';
  END IF;
  RETURN found[1];
END $$;
