-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('PUBLIC', 'PARTNER', 'RESTRICTED');

-- CreateEnum
CREATE TYPE "TimePrecision" AS ENUM ('INSTANT', 'HOUR', 'PART_OF_DAY', 'DAY', 'WEEK', 'MONTH', 'YEAR', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('GOVERNMENT', 'NGO', 'INTERGOVERNMENTAL', 'PARTY', 'MEDIA', 'FAMILY', 'LAWYER', 'DETAINEE', 'OTHER');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('ARTICLE', 'REPORT', 'STATEMENT', 'LIST', 'POST', 'BROADCAST');

-- CreateEnum
CREATE TYPE "ClaimKind" AS ENUM ('COUNT', 'EVENT');

-- CreateEnum
CREATE TYPE "ClaimChangeReason" AS ENUM ('SOURCE_UPDATED', 'SOURCE_RETRACTED', 'OUR_ERROR', 'REDACTION');

-- CreateEnum
CREATE TYPE "CountMetric" AS ENUM ('ANNOUNCED', 'ORDERED', 'RELEASED', 'HELD', 'ARRESTED', 'WHEREABOUTS_UNKNOWN', 'DIED', 'WAITING', 'OTHER');

-- CreateEnum
CREATE TYPE "CountUnit" AS ENUM ('PERSONS', 'FACILITIES', 'FAMILIES', 'PERCENT');

-- CreateEnum
CREATE TYPE "CountMeasure" AS ENUM ('STOCK', 'CUMULATIVE', 'INCREMENT');

-- CreateEnum
CREATE TYPE "CountQualifier" AS ENUM ('EXACT', 'AT_LEAST', 'MORE_THAN', 'AT_MOST', 'FEWER_THAN', 'ABOUT', 'RANGE', 'UNQUANTIFIED');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'DISPUTES');

-- CreateEnum
CREATE TYPE "ClaimConnectionKind" AS ENUM ('VICTIM', 'RELATIVE', 'LAWYER', 'WITNESS', 'REPORTER', 'ORGANISATION', 'OFFICIAL', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "NameKind" AS ENUM ('PRIMARY', 'ALIAS', 'VARIANT');

-- CreateEnum
CREATE TYPE "Sex" AS ENUM ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "AgeGroup" AS ENUM ('ADULT', 'MINOR', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "CivilMilitary" AS ENUM ('CIVILIAN', 'MILITARY', 'POLICE', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "FacilityKind" AS ENUM ('PENAL', 'POLICE', 'MILITARY', 'INTELLIGENCE', 'JUVENILE', 'HOME', 'HOSPITAL', 'SECRET', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "CoordinatePrecision" AS ENUM ('EXACT', 'LOCALITY', 'REGION');

-- CreateEnum
CREATE TYPE "CustodyEventType" AS ENUM ('ARREST', 'DISAPPEARANCE', 'LOCATED', 'CHARGE', 'SENTENCE', 'TRANSFER', 'CUSTODY_CHANGE', 'RELEASE', 'DEATH');

-- CreateEnum
CREATE TYPE "ReleaseStage" AS ENUM ('ANNOUNCED', 'ORDERED', 'EFFECTED');

-- CreateEnum
CREATE TYPE "ReleaseOutcome" AS ENUM ('UNCONDITIONAL', 'CONDITIONAL', 'EXPELLED', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "ReleaseCondition" AS ENUM ('GAG_ORDER', 'TRAVEL_BAN', 'PERIODIC_REPORTING', 'CHARGES_KEPT', 'EXPULSION', 'OTHER');

-- CreateEnum
CREATE TYPE "VerificationState" AS ENUM ('REPORTED', 'CORROBORATED', 'VERIFIED', 'CONTESTED', 'REFUTED');

-- CreateEnum
CREATE TYPE "FeedEventType" AS ENUM ('RELEASE_VERIFIED', 'RELEASE_AMENDED', 'RELEASE_RETRACTED');

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "aliases" TEXT[],
    "kind" "SourceKind" NOT NULL,
    "independenceGroup" TEXT,
    "timeZone" TEXT NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "publisherId" UUID,
    "authors" TEXT[],
    "title" TEXT,
    "url" TEXT,
    "language" TEXT,
    "kind" "DocumentKind" NOT NULL,
    "publishedAtEarliest" TIMESTAMPTZ(3),
    "publishedAtLatest" TIMESTAMPTZ(3),
    "publishedAtPrecision" "TimePrecision" NOT NULL,
    "publishedAtTimeZone" TEXT NOT NULL,
    "publishedAtVerbatim" TEXT,
    "publishedBy" TIMESTAMPTZ(3) NOT NULL,
    "retrievedAt" TIMESTAMPTZ(3),
    "archiveUrl" TEXT,
    "sha256" TEXT,
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Definition" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "includesHouseArrest" BOOLEAN,
    "politicalOnly" BOOLEAN,
    "excludesUnderHours" INTEGER,
    "text" TEXT NOT NULL,
    "supersedesId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Definition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "ClaimKind" NOT NULL,
    "assertedById" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "locator" TEXT,
    "statement" TEXT NOT NULL,
    "quote" TEXT,
    "asOfEarliest" TIMESTAMPTZ(3),
    "asOfLatest" TIMESTAMPTZ(3),
    "asOfPrecision" "TimePrecision" NOT NULL,
    "asOfTimeZone" TEXT NOT NULL,
    "asOfVerbatim" TEXT,
    "soBy" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedBy" TEXT NOT NULL,
    "supersedesId" UUID,
    "changeReason" "ClaimChangeReason",
    "retraction" BOOLEAN NOT NULL DEFAULT false,
    "supersededAt" TIMESTAMPTZ(3),
    "statedVisibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "metric" "CountMetric",
    "unit" "CountUnit",
    "measure" "CountMeasure",
    "qualifier" "CountQualifier",
    "lower" INTEGER,
    "upper" INTEGER,
    "periodStartEarliest" TIMESTAMPTZ(3),
    "periodStartLatest" TIMESTAMPTZ(3),
    "periodStartPrecision" "TimePrecision",
    "periodStartTimeZone" TEXT,
    "periodStartVerbatim" TEXT,
    "definitionId" UUID,
    "facilityId" UUID,
    "partOfId" UUID,
    "dimension" TEXT,
    "category" TEXT,
    "namesPublished" BOOLEAN,
    "eventId" UUID,
    "detaineeId" UUID,
    "stance" "Stance",
    "connection" "ClaimConnectionKind",

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Detainee" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "sex" "Sex" NOT NULL DEFAULT 'UNKNOWN',
    "ageGroup" "AgeGroup" NOT NULL DEFAULT 'UNKNOWN',
    "birthEarliest" TIMESTAMPTZ(3),
    "birthLatest" TIMESTAMPTZ(3),
    "birthPrecision" "TimePrecision",
    "birthTimeZone" TEXT,
    "birthVerbatim" TEXT,
    "nationalities" TEXT[],
    "occupations" TEXT[],
    "civilMilitary" "CivilMilitary" NOT NULL DEFAULT 'UNKNOWN',
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "externalIds" TEXT[],
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Detainee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonName" (
    "id" UUID NOT NULL,
    "detaineeId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT,
    "kind" "NameKind" NOT NULL,

    CONSTRAINT "PersonName_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Facility" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "aliases" TEXT[],
    "kind" "FacilityKind" NOT NULL,
    "operator" TEXT,
    "country" TEXT NOT NULL,
    "admin1" TEXT,
    "partOfId" UUID,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "coordinatePrecision" "CoordinatePrecision",
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Facility_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustodyEvent" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "type" "CustodyEventType" NOT NULL,
    "detaineeId" UUID NOT NULL,
    "whenEarliest" TIMESTAMPTZ(3),
    "whenLatest" TIMESTAMPTZ(3),
    "whenPrecision" "TimePrecision" NOT NULL,
    "whenTimeZone" TEXT NOT NULL,
    "whenVerbatim" TEXT,
    "happenedBy" TIMESTAMPTZ(3) NOT NULL,
    "facilityId" UUID,
    "place" TEXT,
    "stage" "ReleaseStage",
    "outcome" "ReleaseOutcome",
    "conditions" "ReleaseCondition"[],
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedBy" TEXT NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',
    "state" "VerificationState" NOT NULL DEFAULT 'REPORTED',
    "verificationId" UUID,

    CONSTRAINT "CustodyEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "state" "VerificationState" NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "failedRules" JSONB NOT NULL,
    "acknowledged" BOOLEAN NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "publicNote" TEXT,
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Judgement" (
    "id" UUID NOT NULL,
    "entity" TEXT NOT NULL,
    "leftId" UUID NOT NULL,
    "rightId" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "score" DOUBLE PRECISION,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" UUID,

    CONSTRAINT "Judgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedEvent" (
    "seq" BIGSERIAL NOT NULL,
    "eventId" UUID NOT NULL,
    "type" "FeedEventType" NOT NULL,
    "releaseId" UUID NOT NULL,
    "beforeState" "VerificationState",
    "afterState" "VerificationState" NOT NULL,
    "publicNote" TEXT,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'PUBLIC',

    CONSTRAINT "FeedEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "Hub" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" UUID NOT NULL,
    "secret" BYTEA NOT NULL,

    CONSTRAINT "Hub_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotentAnswer" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "answer" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotentAnswer_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "_VerificationRoots" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_VerificationRoots_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_DerivedFrom" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_DerivedFrom_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateTable
CREATE TABLE "_VerificationClaims" (
    "A" UUID NOT NULL,
    "B" UUID NOT NULL,

    CONSTRAINT "_VerificationClaims_AB_pkey" PRIMARY KEY ("A","B")
);

-- CreateIndex
CREATE UNIQUE INDEX "Source_slug_key" ON "Source"("slug");

-- CreateIndex
CREATE INDEX "Source_visibility_sortName_id_idx" ON "Source"("visibility", "sortName", "id");

-- CreateIndex
CREATE INDEX "Source_kind_sortName_id_idx" ON "Source"("kind", "sortName", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Document_key_key" ON "Document"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Document_sha256_key" ON "Document"("sha256");

-- CreateIndex
CREATE INDEX "Document_visibility_publishedBy_id_idx" ON "Document"("visibility", "publishedBy", "id");

-- CreateIndex
CREATE INDEX "Document_publisherId_publishedBy_id_idx" ON "Document"("publisherId", "publishedBy", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Definition_key_key" ON "Definition"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Definition_supersedesId_key" ON "Definition"("supersedesId");

-- CreateIndex
CREATE INDEX "Definition_sourceId_key_idx" ON "Definition"("sourceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_key_key" ON "Claim"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_supersedesId_key" ON "Claim"("supersedesId");

-- CreateIndex
CREATE INDEX "Claim_visibility_soBy_id_idx" ON "Claim"("visibility", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_assertedById_soBy_id_idx" ON "Claim"("assertedById", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_assertedById_metric_measure_soBy_id_idx" ON "Claim"("assertedById", "metric", "measure", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_documentId_soBy_id_idx" ON "Claim"("documentId", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_facilityId_soBy_id_idx" ON "Claim"("facilityId", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_eventId_soBy_id_idx" ON "Claim"("eventId", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_detaineeId_soBy_id_idx" ON "Claim"("detaineeId", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_kind_metric_soBy_id_idx" ON "Claim"("kind", "metric", "soBy", "id");

-- CreateIndex
CREATE INDEX "Claim_partOfId_idx" ON "Claim"("partOfId");

-- CreateIndex
CREATE INDEX "Claim_definitionId_idx" ON "Claim"("definitionId");

-- CreateIndex
CREATE UNIQUE INDEX "Detainee_key_key" ON "Detainee"("key");

-- CreateIndex
CREATE INDEX "Detainee_visibility_sortName_id_idx" ON "Detainee"("visibility", "sortName", "id");

-- CreateIndex
CREATE INDEX "Detainee_nationalities_idx" ON "Detainee" USING GIN ("nationalities");

-- CreateIndex
CREATE UNIQUE INDEX "PersonName_detaineeId_text_key" ON "PersonName"("detaineeId", "text");

-- CreateIndex
CREATE UNIQUE INDEX "Facility_slug_key" ON "Facility"("slug");

-- CreateIndex
CREATE INDEX "Facility_visibility_sortName_id_idx" ON "Facility"("visibility", "sortName", "id");

-- CreateIndex
CREATE INDEX "Facility_kind_sortName_id_idx" ON "Facility"("kind", "sortName", "id");

-- CreateIndex
CREATE INDEX "Facility_country_sortName_id_idx" ON "Facility"("country", "sortName", "id");

-- CreateIndex
CREATE INDEX "Facility_partOfId_idx" ON "Facility"("partOfId");

-- CreateIndex
CREATE UNIQUE INDEX "CustodyEvent_key_key" ON "CustodyEvent"("key");

-- CreateIndex
CREATE UNIQUE INDEX "CustodyEvent_verificationId_key" ON "CustodyEvent"("verificationId");

-- CreateIndex
CREATE INDEX "CustodyEvent_visibility_type_happenedBy_id_idx" ON "CustodyEvent"("visibility", "type", "happenedBy", "id");

-- CreateIndex
CREATE INDEX "CustodyEvent_type_state_happenedBy_id_idx" ON "CustodyEvent"("type", "state", "happenedBy", "id");

-- CreateIndex
CREATE INDEX "CustodyEvent_timeline" ON "CustodyEvent"("detaineeId", "happenedBy", "type", "id", "state", "visibility", "stage");

-- CreateIndex
CREATE INDEX "CustodyEvent_facility" ON "CustodyEvent"("facilityId", "type", "happenedBy", "id", "state", "visibility", "detaineeId");

-- CreateIndex
CREATE UNIQUE INDEX "Verification_eventId_ordinal_key" ON "Verification"("eventId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "Judgement_undoneById_key" ON "Judgement"("undoneById");

-- CreateIndex
CREATE INDEX "Judgement_entity_leftId_idx" ON "Judgement"("entity", "leftId");

-- CreateIndex
CREATE INDEX "Judgement_entity_rightId_idx" ON "Judgement"("entity", "rightId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedEvent_eventId_key" ON "FeedEvent"("eventId");

-- CreateIndex
CREATE INDEX "FeedEvent_releaseId_idx" ON "FeedEvent"("releaseId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "AuditEntry_entity_entityId_idx" ON "AuditEntry"("entity", "entityId");

-- CreateIndex
CREATE INDEX "_VerificationRoots_B_index" ON "_VerificationRoots"("B");

-- CreateIndex
CREATE INDEX "_DerivedFrom_B_index" ON "_DerivedFrom"("B");

-- CreateIndex
CREATE INDEX "_VerificationClaims_B_index" ON "_VerificationClaims"("B");

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_publisherId_fkey" FOREIGN KEY ("publisherId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Definition" ADD CONSTRAINT "Definition_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Definition" ADD CONSTRAINT "Definition_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_assertedById_fkey" FOREIGN KEY ("assertedById") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_definitionId_fkey" FOREIGN KEY ("definitionId") REFERENCES "Definition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "CustodyEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_detaineeId_fkey" FOREIGN KEY ("detaineeId") REFERENCES "Detainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonName" ADD CONSTRAINT "PersonName_detaineeId_fkey" FOREIGN KEY ("detaineeId") REFERENCES "Detainee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Facility" ADD CONSTRAINT "Facility_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "CustodyEvent_detaineeId_fkey" FOREIGN KEY ("detaineeId") REFERENCES "Detainee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "CustodyEvent_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES "Facility"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "CustodyEvent_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES "Verification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verification" ADD CONSTRAINT "Verification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "CustodyEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedEvent" ADD CONSTRAINT "FeedEvent_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "CustodyEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_VerificationRoots" ADD CONSTRAINT "_VerificationRoots_A_fkey" FOREIGN KEY ("A") REFERENCES "Source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_VerificationRoots" ADD CONSTRAINT "_VerificationRoots_B_fkey" FOREIGN KEY ("B") REFERENCES "Verification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DerivedFrom" ADD CONSTRAINT "_DerivedFrom_A_fkey" FOREIGN KEY ("A") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_DerivedFrom" ADD CONSTRAINT "_DerivedFrom_B_fkey" FOREIGN KEY ("B") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_VerificationClaims" ADD CONSTRAINT "_VerificationClaims_A_fkey" FOREIGN KEY ("A") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "_VerificationClaims" ADD CONSTRAINT "_VerificationClaims_B_fkey" FOREIGN KEY ("B") REFERENCES "Verification"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------------------
-- From here on by hand: what Prisma's schema cannot say.
-- ---------------------------------------------------------------------------------------------------------------------------------

-- Time spans: half-open, so that only an instant may begin where it ends; only the unknown may lack an end.
CREATE FUNCTION span_agrees(earliest timestamptz, latest timestamptz, span_precision "TimePrecision") RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE span_precision
    WHEN 'INSTANT' THEN earliest IS NOT NULL AND earliest IS NOT DISTINCT FROM latest
    WHEN 'UNKNOWN' THEN earliest IS NULL OR latest IS NULL OR earliest <= latest
    ELSE earliest IS NOT NULL AND latest IS NOT NULL AND earliest < latest
  END
$$;
ALTER TABLE "Document" ADD CONSTRAINT "published_at_agrees" CHECK (span_agrees("publishedAtEarliest", "publishedAtLatest", "publishedAtPrecision"));
ALTER TABLE "Claim" ADD CONSTRAINT "as_of_agrees" CHECK (span_agrees("asOfEarliest", "asOfLatest", "asOfPrecision"));
ALTER TABLE "Claim" ADD CONSTRAINT "period_start_agrees" CHECK (
  ("periodStartPrecision" IS NULL AND "periodStartEarliest" IS NULL AND "periodStartLatest" IS NULL)
  OR span_agrees("periodStartEarliest", "periodStartLatest", "periodStartPrecision"));
ALTER TABLE "Detainee" ADD CONSTRAINT "birth_agrees" CHECK (
  ("birthPrecision" IS NULL AND "birthEarliest" IS NULL AND "birthLatest" IS NULL) OR span_agrees("birthEarliest", "birthLatest", "birthPrecision"));
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "when_agrees" CHECK (span_agrees("whenEarliest", "whenLatest", "whenPrecision"));

-- Bounds agree with the qualifier. The same rule in TypeScript, with messages: src/domain/bounds.ts.
ALTER TABLE "Claim" ADD CONSTRAINT "bounds_agree_with_qualifier" CHECK (
  "qualifier" IS NULL OR CASE "qualifier"
    WHEN 'EXACT' THEN "lower" IS NOT NULL AND "lower" IS NOT DISTINCT FROM "upper"
    WHEN 'ABOUT' THEN "lower" IS NOT NULL AND "lower" IS NOT DISTINCT FROM "upper"
    WHEN 'RANGE' THEN "lower" IS NOT NULL AND "upper" IS NOT NULL AND "lower" <= "upper"
    WHEN 'AT_LEAST' THEN "lower" IS NOT NULL AND "upper" IS NULL
    WHEN 'MORE_THAN' THEN "lower" IS NOT NULL AND "upper" IS NULL
    WHEN 'AT_MOST' THEN "lower" IS NULL AND "upper" IS NOT NULL
    WHEN 'FEWER_THAN' THEN "lower" IS NULL AND "upper" IS NOT NULL
    WHEN 'UNQUANTIFIED' THEN "lower" IS NULL AND "upper" IS NULL
  END);
ALTER TABLE "Claim" ADD CONSTRAINT "bounds_are_counts" CHECK (
  COALESCE("lower", 0) >= 0 AND COALESCE("upper", 0) >= 0 AND ("unit" IS DISTINCT FROM 'PERCENT' OR (COALESCE("lower", 0) <= 100 AND COALESCE("upper", 0) <= 100)));
ALTER TABLE "Claim" ADD CONSTRAINT "columns_agree_with_kind" CHECK (
  CASE "kind"
    WHEN 'COUNT' THEN "metric" IS NOT NULL AND "unit" IS NOT NULL AND "measure" IS NOT NULL AND "qualifier" IS NOT NULL
      AND "eventId" IS NULL AND "stance" IS NULL AND "connection" IS NULL
    WHEN 'EVENT' THEN "eventId" IS NOT NULL AND "stance" IS NOT NULL AND "connection" IS NOT NULL
      AND "metric" IS NULL AND "unit" IS NULL AND "measure" IS NULL AND "qualifier" IS NULL AND "lower" IS NULL AND "upper" IS NULL
      AND "periodStartPrecision" IS NULL AND "definitionId" IS NULL AND "facilityId" IS NULL AND "partOfId" IS NULL
      AND "dimension" IS NULL AND "category" IS NULL AND "namesPublished" IS NULL
  END);
ALTER TABLE "Claim" ADD CONSTRAINT "a_correction_gives_its_reason" CHECK (("supersedesId" IS NULL) = ("changeReason" IS NULL));
ALTER TABLE "Claim" ADD CONSTRAINT "a_retraction_withdraws_something" CHECK (NOT "retraction" OR "supersedesId" IS NOT NULL);
ALTER TABLE "Claim" ADD CONSTRAINT "no_claim_is_its_own_part_or_successor" CHECK ("id" IS DISTINCT FROM "supersedesId" AND "id" IS DISTINCT FROM "partOfId");

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "release_columns_agree_with_type" CHECK (
  CASE WHEN "type" = 'RELEASE' THEN "stage" IS NOT NULL AND "outcome" IS NOT NULL
       ELSE "stage" IS NULL AND "outcome" IS NULL AND "conditions" = '{}' END);
ALTER TABLE "Verification" ADD CONSTRAINT "a_dispute_is_explained" CHECK ("state" NOT IN ('CONTESTED', 'REFUTED') OR "publicNote" IS NOT NULL);
ALTER TABLE "Document" ADD CONSTRAINT "sha256_is_lower_hex" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Facility" ADD CONSTRAINT "country_is_iso_3166" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Facility" ADD CONSTRAINT "coordinates_are_whole" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL) = ("coordinatePrecision" IS NULL)
  AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
ALTER TABLE "Facility" ADD CONSTRAINT "no_facility_is_its_own_part" CHECK ("id" IS DISTINCT FROM "partOfId");
ALTER TABLE "Hub" ADD CONSTRAINT "one_hub" CHECK ("id" = 1);

-- Append-only: nothing is deleted, and only the columns named in the trigger may change.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused, record a row that supersedes instead', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Claim" FOR EACH ROW EXECUTE FUNCTION append_only('supersededAt', 'visibility', 'statedVisibility');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CustodyEvent" FOR EACH ROW EXECUTE FUNCTION append_only('visibility', 'state', 'verificationId');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Verification" FOR EACH ROW EXECUTE FUNCTION append_only('visibility');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION append_only('visibility');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Definition" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "_VerificationClaims" FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "_VerificationRoots" FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE FUNCTION not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: TRUNCATE is refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Claim" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "CustodyEvent" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Verification" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "FeedEvent" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "AuditEntry" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "Definition" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "_VerificationClaims" EXECUTE FUNCTION not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON "_VerificationRoots" EXECUTE FUNCTION not_emptied();

-- A successor marks the claim that it supersedes, at the successor's own recording time.
CREATE FUNCTION mark_superseded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Claim" SET "supersededAt" = NEW."recordedAt" WHERE "id" = NEW."supersedesId";
  RETURN NULL;
END $$;
CREATE TRIGGER mark_superseded AFTER INSERT ON "Claim" FOR EACH ROW WHEN (NEW."supersedesId" IS NOT NULL) EXECUTE FUNCTION mark_superseded();

-- Visibility: one column and one rule on every row, kept here so that no query has to join for it. A person's reaches every row about that person,
-- a source's, a document's and a facility's every claim.
CREATE FUNCTION visibility_of_claim(claim "Claim") RETURNS "Visibility" LANGUAGE sql STABLE AS $$
  SELECT GREATEST(claim."statedVisibility",
    (SELECT "visibility" FROM "Source" WHERE "id" = claim."assertedById"),
    (SELECT "visibility" FROM "Document" WHERE "id" = claim."documentId"),
    (SELECT "visibility" FROM "CustodyEvent" WHERE "id" = claim."eventId"),
    (SELECT "visibility" FROM "Facility" WHERE "id" = claim."facilityId"))
$$;
CREATE FUNCTION inherit_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."visibility" := visibility_of_claim(NEW);
      NEW."detaineeId" := (SELECT "detaineeId" FROM "CustodyEvent" WHERE "id" = NEW."eventId");
    WHEN 'CustodyEvent' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "Detainee" WHERE "id" = NEW."detaineeId";
    WHEN 'Verification' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "CustodyEvent" WHERE "id" = NEW."eventId";
    WHEN 'FeedEvent' THEN SELECT "visibility" INTO STRICT NEW."visibility" FROM "CustodyEvent" WHERE "id" = NEW."releaseId";
  END CASE;
  RETURN NEW;
EXCEPTION WHEN no_data_found THEN
  RETURN NEW; -- the foreign key reports it
END $$;
CREATE TRIGGER inherit_visibility BEFORE INSERT ON "Claim" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON "CustodyEvent" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON "Verification" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION inherit_visibility();

CREATE FUNCTION hand_down_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Detainee' THEN
      UPDATE "CustodyEvent" SET "visibility" = NEW."visibility" WHERE "detaineeId" = NEW."id";
    WHEN 'CustodyEvent' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "eventId" = NEW."id";
      UPDATE "Verification" SET "visibility" = NEW."visibility" WHERE "eventId" = NEW."id";
      UPDATE "FeedEvent" SET "visibility" = NEW."visibility" WHERE "releaseId" = NEW."id";
    WHEN 'Source' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "assertedById" = NEW."id";
    WHEN 'Facility' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "facilityId" = NEW."id";
    WHEN 'Document' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "documentId" = NEW."id";
    WHEN 'Claim' THEN
      UPDATE "Claim" SET "visibility" = visibility_of_claim("Claim") WHERE "id" = NEW."id";
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Detainee" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "CustodyEvent" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Source" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Document" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF "visibility" ON "Facility" FOR EACH ROW
  WHEN (NEW."visibility" IS DISTINCT FROM OLD."visibility") EXECUTE FUNCTION hand_down_visibility();
CREATE TRIGGER hand_down_stated_visibility AFTER UPDATE OF "statedVisibility" ON "Claim" FOR EACH ROW
  WHEN (NEW."statedVisibility" IS DISTINCT FROM OLD."statedVisibility") EXECUTE FUNCTION hand_down_visibility();

-- Search: names folded (lower case, no accents) and cut into trigrams. unaccent() is only "stable" because its dictionary could be edited;
-- naming the dictionary makes the wrapper safe to index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE FUNCTION fold_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$ SELECT lower(public.unaccent('public.unaccent', name)) $$;
CREATE INDEX "PersonName_folded" ON "PersonName" USING gin (fold_name("text") gin_trgm_ops);

-- This database's identity and the secret that signs its cursors.
INSERT INTO "Hub" ("id", "epoch", "secret")
  VALUES (1, gen_random_uuid(), decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
