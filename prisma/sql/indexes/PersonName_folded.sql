-- Search by part of a name: trigrams of the folded text (fold_name), which Prisma's schema cannot index. It needs the extensions pg_trgm and unaccent,
-- and a database whose LC_CTYPE knows letters beyond ASCII (src/db/session.ts).

CREATE INDEX "PersonName_folded" ON "PersonName" USING gin (fold_name("text") gin_trgm_ops);
