-- A version is of one record, whichever noun it is of.

ALTER TABLE "RecordVersion" ADD CONSTRAINT "of_one_record" CHECK (
  num_nonnulls("sourceId", "documentId", "definitionId", "facilityId", "detaineeId", "eventId") = 1
  AND "recordId" = COALESCE("sourceId", "documentId", "definitionId", "facilityId", "detaineeId", "eventId"));
