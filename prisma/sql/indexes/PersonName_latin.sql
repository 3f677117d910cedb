-- Search in Latin letters for names that were written in others; few are, so the index is small.

CREATE INDEX "PersonName_latin" ON "PersonName" USING gin (fold_name("latin") gin_trgm_ops) WHERE "latin" IS NOT NULL;
