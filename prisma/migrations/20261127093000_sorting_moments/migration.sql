-- Lists sort by the earliest moment at which a thing can have been so, no later than its recording: "January" never outranks the 24th, and what may have been at any time is not new. The same as
-- `sortingMoment` of src/domain/time/compare.ts, for the rows that are here already.
ALTER TABLE "CustodyEvent" DISABLE TRIGGER append_only;
UPDATE "CustodyEvent" SET "whenSortAt" = LEAST(COALESCE("whenEarliest", '0001-01-01T00:00:00Z'), "recordedAt");
ALTER TABLE "CustodyEvent" ENABLE TRIGGER append_only;
UPDATE "Document" SET "publishedSortAt" = LEAST(COALESCE("publishedAtEarliest", '0001-01-01T00:00:00Z'), "recordedAt");
