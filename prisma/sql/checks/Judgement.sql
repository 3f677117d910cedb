-- A judgement is about two records; it hangs one below the other if, and only if, they are the same; and who took it
-- back is known.

ALTER TABLE "Judgement" ADD CONSTRAINT "two_records" CHECK ("leftId" <> "rightId" AND "childId" IS DISTINCT FROM "leftId");

ALTER TABLE "Judgement" ADD CONSTRAINT "only_the_same_hang_together" CHECK (("verdict" = 'POSITIVE') = ("childId" IS NOT NULL));

ALTER TABLE "Judgement" ADD CONSTRAINT "undone_by_somebody" CHECK (("undoneAt" IS NULL) = ("undoneBy" IS NULL));
