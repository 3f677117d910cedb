-- The changes of a transaction get their numbers at its commit, all at once and under the lock of the feed's appends, so
-- that the order of numbers is that of commits: a reader that has passed a number never misses an earlier one that
-- becomes visible later. It is one row that is written, however many changes there are.
-- Fires: at COMMIT, for the transaction's one row of ChangeSet.

CREATE FUNCTION seal_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7283002);
  UPDATE "ChangeSet" SET "size" = (take_changes(0)).first, "appendedAt" = clock_timestamp(),
    "base" = COALESCE((SELECT last."base" + last."size" FROM "ChangeSet" AS last WHERE last."base" IS NOT NULL ORDER BY last."base" DESC LIMIT 1), 0)
    WHERE "id" = NEW."id";
  PERFORM pg_notify('paradero_changes', '');
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER seal_changes AFTER INSERT ON "ChangeSet" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."base" IS NULL) EXECUTE FUNCTION seal_changes();
