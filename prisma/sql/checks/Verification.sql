-- Nobody is contradicted in public without a word: CONTESTED and REFUTED carry a public note.

ALTER TABLE "Verification" ADD CONSTRAINT "a_dispute_is_explained" CHECK ("state" NOT IN ('CONTESTED', 'REFUTED') OR "publicNote" IS NOT NULL);
