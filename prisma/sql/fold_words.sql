-- Texts as their search compares them: lower case, without accents, in single spaces. Beside fold_name, which folds names,
-- it takes the marks of every script off the letters, as they are written in running text (Cyrillic й, Hebrew points).
-- The same in TypeScript, for what is asked: src/domain/text/fold-words.ts; a test holds both against one another.
-- Of plain ASCII nothing but case and spaces folds: that is said first, for it is most of what a large import brings.

CREATE FUNCTION fold_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN words ~ '^[\x01-\x7f]*$' THEN trim(regexp_replace(lower(words), '\s+', ' ', 'g'))
    ELSE trim(regexp_replace(public.fold_name(normalize(regexp_replace(normalize(words, NFKD),
      U&'[\0300-\036F\0483-\0489\0591-\05BD\05BF\05C1\05C2\05C4\05C5\0610-\061A\064B-\065F\0670\06D6-\06DC]', '', 'g'), NFC)), '\s+', ' ', 'g'))
  END
$$;
