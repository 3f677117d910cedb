-- Whoever is one with somebody hidden is hidden: merged records all have the strictest visibility stated for any of
-- them, and their own again when the merge ends (both the old and the new root are looked at).
-- Fires: after UPDATE of "visibility" or "mergedIntoId", unless a trigger does it: that is this one.
-- Order: hand_down_visibility, then join_visibility: see hand_down_visibility.sql.

CREATE FUNCTION join_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE root uuid;
BEGIN
  FOR root IN SELECT DISTINCT unnest(ARRAY[COALESCE(NEW."mergedIntoId", NEW."id"), COALESCE(OLD."mergedIntoId", OLD."id")]) LOOP
    EXECUTE format('UPDATE %1$I AS record SET "visibility" = strictest.level FROM (SELECT max("statedVisibility") AS level FROM %1$I WHERE "id" = $1 OR "mergedIntoId" = $1) AS strictest
      WHERE (record."id" = $1 OR record."mergedIntoId" = $1) AND record."visibility" IS DISTINCT FROM strictest.level', TG_TABLE_NAME) USING root;
  END LOOP;
  RETURN NULL;
END $$;

CREATE TRIGGER join_visibility AFTER UPDATE OF "visibility", "mergedIntoId" ON "Detainee" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION join_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF "visibility", "mergedIntoId" ON "Facility" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION join_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF "visibility", "mergedIntoId" ON "Source" FOR EACH ROW WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION join_visibility();
