-- The sorting keys of partly known times get a name that says what they are; "…By" is left to people ("recordedBy", "decidedBy").
ALTER TABLE "CustodyEvent" RENAME COLUMN "happenedBy" TO "whenSortAt";
ALTER TABLE "Claim" RENAME COLUMN "soBy" TO "asOfSortAt";
ALTER TABLE "Document" RENAME COLUMN "publishedBy" TO "publishedSortAt";
ALTER INDEX "CustodyEvent_type_rulesMissing_happenedBy_id_idx" RENAME TO "CustodyEvent_type_rulesMissing_whenSortAt_id_idx";
ALTER INDEX "CustodyEvent_type_state_happenedBy_id_idx" RENAME TO "CustodyEvent_type_state_whenSortAt_id_idx";
ALTER INDEX "CustodyEvent_visibility_type_happenedBy_id_idx" RENAME TO "CustodyEvent_visibility_type_whenSortAt_id_idx";
ALTER INDEX "Claim_assertedById_metric_measure_soBy_id_idx" RENAME TO "Claim_assertedById_metric_measure_asOfSortAt_id_idx";
ALTER INDEX "Claim_assertedById_soBy_id_idx" RENAME TO "Claim_assertedById_asOfSortAt_id_idx";
ALTER INDEX "Claim_detaineeId_soBy_id_idx" RENAME TO "Claim_detaineeId_asOfSortAt_id_idx";
ALTER INDEX "Claim_documentId_soBy_id_idx" RENAME TO "Claim_documentId_asOfSortAt_id_idx";
ALTER INDEX "Claim_eventId_soBy_id_idx" RENAME TO "Claim_eventId_asOfSortAt_id_idx";
ALTER INDEX "Claim_facilityId_soBy_id_idx" RENAME TO "Claim_facilityId_asOfSortAt_id_idx";
ALTER INDEX "Claim_kind_metric_soBy_id_idx" RENAME TO "Claim_kind_metric_asOfSortAt_id_idx";
ALTER INDEX "Claim_visibility_soBy_id_idx" RENAME TO "Claim_visibility_asOfSortAt_id_idx";
ALTER INDEX "Document_publisherId_publishedBy_id_idx" RENAME TO "Document_publisherId_publishedSortAt_id_idx";
ALTER INDEX "Document_visibility_publishedBy_id_idx" RENAME TO "Document_visibility_publishedSortAt_id_idx";
