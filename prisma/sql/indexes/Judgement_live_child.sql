-- A record hangs below one other at a time: judgements that were undone do not count, which Prisma's schema cannot say.

CREATE UNIQUE INDEX "Judgement_live_child" ON "Judgement" ("childId") WHERE "childId" IS NOT NULL AND "undoneAt" IS NULL;
