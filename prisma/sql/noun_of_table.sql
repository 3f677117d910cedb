-- What the change feed calls the records of a table. Called by tell_changes, tell_merge and tell_visibility_change.

CREATE FUNCTION noun_of_table(named text) RETURNS "ChangeNoun" LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE named WHEN 'CustodyEvent' THEN 'EVENT' ELSE upper(named) END::"ChangeNoun"
$$;
