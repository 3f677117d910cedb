-- Claims by a part of their words: without it, a word that stands nowhere is looked for in all claims. The schema says it too, so that Prisma
-- does not take it for a leftover.

CREATE INDEX "Claim_words" ON "Claim" USING GIN ("words" gin_trgm_ops);
