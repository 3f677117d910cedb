-- What the change feed calls a claim, by its kind. Called by tell_changes and tell_visibility_change.

CREATE FUNCTION noun_of_claim(kind "ClaimKind") RETURNS "ChangeNoun" LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind WHEN 'COUNT' THEN 'COUNT' WHEN 'EVENT' THEN 'STATEMENT' ELSE 'REMARK' END::"ChangeNoun"
$$;
