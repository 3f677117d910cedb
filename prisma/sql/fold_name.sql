-- Names as search compares them: lower case, no accents. unaccent() is only STABLE because its dictionary could be
-- edited; naming the dictionary makes this wrapper safe to index (indexes/PersonName_folded.sql). The same folding in
-- TypeScript: src/domain/fold-name.ts.

CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT lower(public.unaccent('public.unaccent', name)) $$;
