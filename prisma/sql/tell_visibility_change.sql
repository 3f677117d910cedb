-- The change feed hears of each record that is hidden from somebody, or shown to somebody, from now on: HIDDEN is told to
-- those who could see it before and to nobody else, SHOWN to those who can see it only since. One transaction tells at
-- most one of the two of a record: what it was before the transaction against what it is at its end. Other changes that
-- the same transaction tells of the record are for those who can see it then, and what was recorded in it was never seen.
-- A source's definitions are as hidden as the source.
-- Fires: after UPDATE, for each row whose "visibility" is different now, whoever set it.
-- Order: a_tell_visibility_change, then hand_down_visibility: of a record before of what hangs on it.
-- Order: a_tell_visibility_change and hand_down_stated_visibility, either first: the latter's statement brings the former.
-- Order: a_tell_visibility_change and sort_claims, either first: they look at different columns.
-- Order: a_tell_visibility_change, then join_visibility: what the latter sets is told after what it is set for; the other
--   way round the weaker visibility would have the last word.

CREATE FUNCTION tell_visibility_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE definition uuid;
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN PERFORM note_visibility(noun_of_claim(NEW."kind"), NEW."id", OLD."visibility", NEW."visibility");
    WHEN 'Source' THEN
      PERFORM note_visibility('SOURCE', NEW."id", OLD."visibility", NEW."visibility");
      FOR definition IN SELECT "id" FROM "Definition" WHERE "sourceId" = NEW."id" ORDER BY "id" LOOP
        PERFORM note_visibility('DEFINITION', definition, OLD."visibility", NEW."visibility");
      END LOOP;
    ELSE PERFORM note_visibility(noun_of_table(TG_TABLE_NAME), NEW."id", OLD."visibility", NEW."visibility");
  END CASE;
  RETURN NULL;
END $$;

CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Detainee" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "CustodyEvent" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Source" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Document" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Facility" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
CREATE TRIGGER a_tell_visibility_change AFTER UPDATE ON "Claim" FOR EACH ROW WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION tell_visibility_change();
