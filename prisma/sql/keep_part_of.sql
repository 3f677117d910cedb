-- The resolved whole of a facility is the database's own: whatever writes a facility, or resolves a merge, the whole of
-- every record is that of the record that stands for it (resolve_parts). What was stated stays in "statedPartOfId".
-- Fires: once after each INSERT, and each UPDATE of "partOfId", "statedPartOfId" or "mergedIntoId", since an import writes a
-- thousand facilities in one statement; unless a trigger does it: that is this one.

CREATE FUNCTION keep_part_of() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM resolve_parts();
  RETURN NULL;
END $$;

CREATE TRIGGER keep_part_of AFTER INSERT OR UPDATE OF "partOfId", "statedPartOfId", "mergedIntoId" ON "Facility" FOR EACH STATEMENT
  WHEN (pg_trigger_depth() < 1) EXECUTE FUNCTION keep_part_of();
