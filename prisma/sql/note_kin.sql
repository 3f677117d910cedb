-- A filter finds a release by its facility or its person's nationality, and a merge, or its undoing, changes both.
-- Whoever heard of a release under the one must hear how it goes on: so the database remembers who has ever been one
-- with whom. When the judgement is written, the records are not joined yet; the rows of both sides are paired as they
-- stand.
-- Fires: after INSERT of a POSITIVE judgement of people or facilities (no filter goes by source).

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

CREATE TRIGGER note_kin AFTER INSERT ON "Judgement" FOR EACH ROW WHEN (NEW."verdict" = 'POSITIVE' AND NEW."noun" IN ('Detainee', 'Facility')) EXECUTE FUNCTION note_kin();
