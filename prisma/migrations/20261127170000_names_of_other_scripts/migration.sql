-- Names of other scripts: Arabic orthography folded, Chinese and Korean found by their parts. What is kept of names is made anew: the index here, the keys of matching at the next start.
CREATE OR REPLACE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(public.unaccent('public.unaccent', regexp_replace(
    translate(name, U&'\0671\0623\0625\0622\0649\06CC\0626\0624\06A9\0629\06BE\06C1\06D5\0640\0621\064B\064C\064D\064E\064F\0650\0651\0652\0670', U&'\0627\0627\0627\0627\064A\064A\064A\0648\0643\0647\0647\0647\0647'),
    U&'([\3400-\9FFF\AC00-\D7A3])', ' \1 ', 'g')))
$$;
REINDEX INDEX "PersonName_folded";

ALTER TABLE "PersonName" ADD COLUMN     "latin" TEXT;
CREATE INDEX "PersonName_latin" ON "PersonName" USING gin (fold_name("latin") gin_trgm_ops) WHERE "latin" IS NOT NULL;

UPDATE "Detainee" SET "sortName" = translate("sortName", U&'\0671\0623\0625\0622\0649\06CC\0626\0624\06A9\0629\06BE\06C1\06D5\0640\0621\064B\064C\064D\064E\064F\0650\0651\0652\0670', U&'\0627\0627\0627\0627\064A\064A\064A\0648\0643\0647\0647\0647\0647') WHERE "sortName" ~ U&'[\0621-\06D5]';
UPDATE "Facility" SET "sortName" = translate("sortName", U&'\0671\0623\0625\0622\0649\06CC\0626\0624\06A9\0629\06BE\06C1\06D5\0640\0621\064B\064C\064D\064E\064F\0650\0651\0652\0670', U&'\0627\0627\0627\0627\064A\064A\064A\0648\0643\0647\0647\0647\0647') WHERE "sortName" ~ U&'[\0621-\06D5]';
UPDATE "Source" SET "sortName" = translate("sortName", U&'\0671\0623\0625\0622\0649\06CC\0626\0624\06A9\0629\06BE\06C1\06D5\0640\0621\064B\064C\064D\064E\064F\0650\0651\0652\0670', U&'\0627\0627\0627\0627\064A\064A\064A\0648\0643\0647\0647\0647\0647') WHERE "sortName" ~ U&'[\0621-\06D5]';
UPDATE "Detainee" SET "matchKeys" = '{}';
