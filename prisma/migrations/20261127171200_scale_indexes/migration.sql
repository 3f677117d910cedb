-- DropIndex
DROP INDEX "CustodyEvent_type_rulesMissing_whenSortAt_id_idx";

-- CreateIndex
CREATE INDEX "Claim_unit_asOfSortAt_id_idx" ON "Claim"("unit", "asOfSortAt", "id");

-- CreateIndex
CREATE INDEX "Claim_stance_asOfSortAt_id_idx" ON "Claim"("stance", "asOfSortAt", "id");

-- CreateIndex
CREATE INDEX "Claim_retraction_asOfSortAt_id_idx" ON "Claim"("retraction", "asOfSortAt", "id");

-- CreateIndex
CREATE INDEX "CustodyEvent_whenSortAt_id_idx" ON "CustodyEvent"("whenSortAt", "id");

-- CreateIndex
CREATE INDEX "CustodyEvent_state_whenSortAt_id_idx" ON "CustodyEvent"("state", "whenSortAt", "id");

-- CreateIndex
CREATE INDEX "CustodyEvent_type_rulesMissing_whenSortAt_id_idx" ON "CustodyEvent"("type", "rulesMissing", "whenSortAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Detainee_name_parts" ON "Detainee" USING GIN ("sortName" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Detainee_ageGroup_sortName_id_idx" ON "Detainee"("ageGroup", "sortName", "id");
