-- Places for so many changes of this transaction, in the order in which they happen: the set that it has (made when it
-- needs one) and the ordinal before the first. What a savepoint takes back is forgotten with it. Called by tell_changes,
-- tell_merge and tell_visibility_change.

CREATE FUNCTION take_changes(many integer, OUT set_id bigint, OUT first integer) LANGUAGE plpgsql AS $$
DECLARE known text[] := string_to_array(current_setting('paradero.changes', true), ':');
BEGIN
  IF known[1] = pg_current_xact_id()::text THEN
    set_id := known[2]::bigint;
    first := known[3]::integer;
  ELSIF many > 0 THEN
    INSERT INTO "ChangeSet" DEFAULT VALUES RETURNING "id" INTO set_id;
    first := 0;
  END IF;
  IF many > 0 THEN
    PERFORM set_config('paradero.changes', concat_ws(':', pg_current_xact_id(), set_id, first + many), true);
  END IF;
END $$;
