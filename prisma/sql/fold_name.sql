-- Names as search compares them: lower case, no accents; the letters of Arabic that are written one way or another as
-- one, without vowel signs, tatweel and hamza; Chinese characters and Korean syllables as words of their own, since a
-- name is asked for by a part of it. unaccent() is only STABLE because its dictionary could be edited; naming the
-- dictionary makes this wrapper safe to index (indexes/PersonName_folded.sql). The same folding in TypeScript, which
-- sorts and so leaves characters together: src/domain/fold-name.ts.

CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(public.unaccent('public.unaccent', regexp_replace(
    translate(name, U&'\0671\0623\0625\0622\0649\06CC\0626\0624\06A9\0629\06BE\06C1\06D5\0640\0621\064B\064C\064D\064E\064F\0650\0651\0652\0670', U&'\0627\0627\0627\0627\064A\064A\064A\0648\0643\0647\0647\0647\0647'),
    U&'([\3400-\9FFF\AC00-\D7A3])', ' \1 ', 'g')))
$$;
