-- A database as commit f1fbd20 left it (test/db/record-landed.ts). Loadable on PostgreSQL 15 and PGlite.
SET check_function_bodies = false;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
CREATE TYPE public."AgeGroup" AS ENUM (
    'ADULT',
    'MINOR',
    'UNKNOWN'
);
CREATE TYPE public."CivilMilitary" AS ENUM (
    'CIVILIAN',
    'MILITARY',
    'POLICE',
    'UNKNOWN'
);
CREATE TYPE public."ClaimChangeReason" AS ENUM (
    'SOURCE_UPDATED',
    'SOURCE_RETRACTED',
    'OUR_ERROR',
    'REDACTION'
);
CREATE TYPE public."ClaimConnectionKind" AS ENUM (
    'VICTIM',
    'RELATIVE',
    'LAWYER',
    'WITNESS',
    'REPORTER',
    'ORGANISATION',
    'OFFICIAL',
    'UNKNOWN'
);
CREATE TYPE public."ClaimKind" AS ENUM (
    'COUNT',
    'EVENT'
);
CREATE TYPE public."CoordinatePrecision" AS ENUM (
    'EXACT',
    'LOCALITY',
    'REGION'
);
CREATE TYPE public."CountMeasure" AS ENUM (
    'STOCK',
    'CUMULATIVE',
    'INCREMENT'
);
CREATE TYPE public."CountMetric" AS ENUM (
    'ANNOUNCED',
    'ORDERED',
    'RELEASED',
    'HELD',
    'ARRESTED',
    'WHEREABOUTS_UNKNOWN',
    'DIED',
    'WAITING',
    'OTHER'
);
CREATE TYPE public."CountQualifier" AS ENUM (
    'EXACT',
    'AT_LEAST',
    'MORE_THAN',
    'AT_MOST',
    'FEWER_THAN',
    'ABOUT',
    'RANGE',
    'UNQUANTIFIED'
);
CREATE TYPE public."CountUnit" AS ENUM (
    'PERSONS',
    'FACILITIES',
    'FAMILIES',
    'PERCENT'
);
CREATE TYPE public."CustodyEventType" AS ENUM (
    'ARREST',
    'DISAPPEARANCE',
    'LOCATED',
    'CHARGE',
    'SENTENCE',
    'TRANSFER',
    'CUSTODY_CHANGE',
    'RELEASE',
    'DEATH'
);
CREATE TYPE public."DocumentKind" AS ENUM (
    'ARTICLE',
    'REPORT',
    'STATEMENT',
    'LIST',
    'POST',
    'BROADCAST'
);
CREATE TYPE public."FacilityKind" AS ENUM (
    'PENAL',
    'POLICE',
    'MILITARY',
    'INTELLIGENCE',
    'JUVENILE',
    'HOME',
    'HOSPITAL',
    'SECRET',
    'UNKNOWN'
);
CREATE TYPE public."FeedEventType" AS ENUM (
    'RELEASE_VERIFIED',
    'RELEASE_AMENDED',
    'RELEASE_RETRACTED'
);
CREATE TYPE public."JudgementVerdict" AS ENUM (
    'POSITIVE',
    'NEGATIVE',
    'UNSURE'
);
CREATE TYPE public."MatchedNoun" AS ENUM (
    'Detainee',
    'Facility',
    'Source'
);
CREATE TYPE public."NameKind" AS ENUM (
    'PRIMARY',
    'ALIAS',
    'VARIANT'
);
CREATE TYPE public."ReleaseCondition" AS ENUM (
    'GAG_ORDER',
    'TRAVEL_BAN',
    'PERIODIC_REPORTING',
    'CHARGES_KEPT',
    'EXPULSION',
    'OTHER'
);
CREATE TYPE public."ReleaseOutcome" AS ENUM (
    'UNCONDITIONAL',
    'CONDITIONAL',
    'EXPELLED',
    'UNKNOWN'
);
CREATE TYPE public."ReleaseStage" AS ENUM (
    'ANNOUNCED',
    'ORDERED',
    'EFFECTED'
);
CREATE TYPE public."Sex" AS ENUM (
    'FEMALE',
    'MALE',
    'OTHER',
    'UNKNOWN'
);
CREATE TYPE public."SourceKind" AS ENUM (
    'GOVERNMENT',
    'NGO',
    'INTERGOVERNMENTAL',
    'PARTY',
    'MEDIA',
    'FAMILY',
    'LAWYER',
    'DETAINEE',
    'OTHER'
);
CREATE TYPE public."Stance" AS ENUM (
    'SUPPORTS',
    'DISPUTES'
);
CREATE TYPE public."TimePrecision" AS ENUM (
    'INSTANT',
    'HOUR',
    'PART_OF_DAY',
    'DAY',
    'WEEK',
    'MONTH',
    'YEAR',
    'UNKNOWN'
);
CREATE TYPE public."VerificationState" AS ENUM (
    'REPORTED',
    'CORROBORATED',
    'VERIFIED',
    'CONTESTED',
    'REFUTED'
);
CREATE TYPE public."Visibility" AS ENUM (
    'PUBLIC',
    'PARTNER',
    'RESTRICTED'
);
CREATE TYPE public."WebhookDeliveryState" AS ENUM (
    'DEAD',
    'QUEUED',
    'DELIVERED'
);
CREATE TYPE public."WebhookStop" AS ENUM (
    'GONE',
    'CURSOR_EXPIRED',
    'CURSOR_INVALID',
    'CURSOR_DIVERGED'
);
CREATE FUNCTION public.append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - TG_ARGV = to_jsonb(OLD) - TG_ARGV THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused, record a row that supersedes instead', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.expired_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF EXISTS (SELECT FROM "Hub" WHERE OLD."seq" < "feedFloor" AND "feedFloorAt" < clock_timestamp() - interval '1 minute') THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'FeedEvent is append-only: DELETE is refused, except for events that expired a minute ago' USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.floor_rises() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW."feedFloor" < OLD."feedFloor" THEN
    RAISE EXCEPTION 'The floor of the feed only rises: % is refused after %', NEW."feedFloor", OLD."feedFloor" USING ERRCODE = 'restrict_violation';
  END IF;
  NEW."feedFloorAt" := CASE WHEN NEW."feedFloor" = OLD."feedFloor" THEN OLD."feedFloorAt" ELSE clock_timestamp() END;
  RETURN NEW;
END $$;
CREATE FUNCTION public.fold_name(name text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    AS $$ SELECT lower(public.unaccent('public.unaccent', name)) $$;
CREATE FUNCTION public.hand_down_visibility() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.identity_at(of public."MatchedNoun", moment timestamp with time zone) RETURNS TABLE(id uuid, "canonicalId" uuid)
    LANGUAGE sql STABLE
    AS $$
  WITH RECURSIVE edge AS (
    SELECT "childId" AS "child", "leftId" AS "parent" FROM "Judgement"
    WHERE "noun" = of AND "childId" IS NOT NULL AND "decidedAt" <= moment AND ("undoneAt" IS NULL OR "undoneAt" > moment)
  ), climb AS (
    SELECT "child" AS "id", "parent" AS "at" FROM edge
    UNION
    SELECT climb."id", edge."parent" FROM climb JOIN edge ON edge."child" = climb."at"
  )
  SELECT climb."id", climb."at" FROM climb WHERE NOT EXISTS (SELECT FROM edge WHERE edge."child" = climb."at")
$$;
CREATE FUNCTION public.inherit_visibility() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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
CREATE FUNCTION public.join_visibility() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
DECLARE root uuid;
BEGIN
  FOR root IN SELECT DISTINCT unnest(ARRAY[COALESCE(NEW."mergedIntoId", NEW."id"), COALESCE(OLD."mergedIntoId", OLD."id")]) LOOP
    EXECUTE format('UPDATE %1$I AS record SET "visibility" = strictest.level FROM (SELECT max("statedVisibility") AS level FROM %1$I WHERE "id" = $1 OR "mergedIntoId" = $1) AS strictest
      WHERE (record."id" = $1 OR record."mergedIntoId" = $1) AND record."visibility" IS DISTINCT FROM strictest.level', TG_TABLE_NAME) USING root;
  END LOOP;
  RETURN NULL;
END $_$;
CREATE FUNCTION public.mark_followed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE "Verification" SET "followedAt" = NEW."decidedAt" WHERE "eventId" = NEW."eventId" AND "ordinal" = NEW."ordinal" - 1;
  RETURN NULL;
END $$;
CREATE FUNCTION public.mark_superseded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  UPDATE "Claim" SET "supersededAt" = NEW."recordedAt" WHERE "id" = NEW."supersedesId";
  RETURN NULL;
END $$;
CREATE FUNCTION public.not_emptied() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: TRUNCATE is refused', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.note_kin() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
BEGIN
  EXECUTE format('
    WITH stands AS (SELECT "id" AS record, COALESCE("mergedIntoId", "id") AS root FROM %1$I WHERE "id" IN ($1, $2)),
      one AS (SELECT record."id" FROM %1$I AS record, stands WHERE stands.record = $1 AND (record."id" = stands.root OR record."mergedIntoId" = stands.root)),
      other AS (SELECT record."id" FROM %1$I AS record, stands WHERE stands.record = $2 AND (record."id" = stands.root OR record."mergedIntoId" = stands.root))
    INSERT INTO %2$I ("A", "B") SELECT one."id", other."id" FROM one, other UNION SELECT other."id", one."id" FROM one, other ON CONFLICT DO NOTHING',
    NEW."noun", '_' || NEW."noun" || 'Kin') USING NEW."leftId", NEW."rightId";
  RETURN NULL;
END $_$;
CREATE FUNCTION public.redact_chain() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  WITH RECURSIVE chain AS (
    SELECT "id", "supersedesId" FROM "Claim" WHERE "id" = NEW."supersedesId"
    UNION ALL
    SELECT earlier."id", earlier."supersedesId" FROM "Claim" AS earlier JOIN chain ON earlier."id" = chain."supersedesId"
  )
  UPDATE "Claim" SET "redactedAt" = NEW."recordedAt", "statement" = '[redacted]', "quote" = NULL, "locator" = NULL, "asOfVerbatim" = NULL, "periodStartVerbatim" = NULL,
    "qualifier" = CASE WHEN "kind" = 'COUNT' THEN 'UNQUANTIFIED'::"CountQualifier" END, "lower" = NULL, "upper" = NULL, "cause" = NULL,
    "dimension" = CASE WHEN "dimension" IS NOT NULL THEN '[redacted]' END, "category" = CASE WHEN "category" IS NOT NULL THEN '[redacted]' END
  WHERE "id" IN (SELECT "id" FROM chain) AND "redactedAt" IS NULL;
  RETURN NULL;
END $$;
CREATE FUNCTION public.resolve_identity() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."statedAssertedById" := COALESCE(NEW."statedAssertedById", NEW."assertedById");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
      NEW."assertedById" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAssertedById"), NEW."statedAssertedById");
      NEW."facilityId" := COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = NEW."statedFacilityId"), NEW."statedFacilityId");
    WHEN 'CustodyEvent' THEN
      NEW."statedDetaineeId" := COALESCE(NEW."statedDetaineeId", NEW."detaineeId");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
      NEW."detaineeId" := COALESCE((SELECT "mergedIntoId" FROM "Detainee" WHERE "id" = NEW."statedDetaineeId"), NEW."statedDetaineeId");
      NEW."facilityId" := COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = NEW."statedFacilityId"), NEW."statedFacilityId");
    WHEN 'PersonName' THEN
      NEW."statedDetaineeId" := COALESCE(NEW."statedDetaineeId", NEW."detaineeId");
      NEW."detaineeId" := COALESCE((SELECT "mergedIntoId" FROM "Detainee" WHERE "id" = NEW."statedDetaineeId"), NEW."statedDetaineeId");
    WHEN 'Definition' THEN
      NEW."statedSourceId" := COALESCE(NEW."statedSourceId", NEW."sourceId");
      NEW."sourceId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedSourceId"), NEW."statedSourceId");
    WHEN 'Document' THEN
      -- Set while references are resolved (src/domain/references.ts): what was stated stays.
      IF TG_OP = 'UPDATE' AND current_setting('paradero.resolving', true) = 'on' THEN RETURN NEW; END IF;
      -- A document can be corrected: a publisher that was changed by hand is what is stated from then on.
      IF TG_OP = 'INSERT' OR NEW."publisherId" IS DISTINCT FROM OLD."publisherId" THEN
        NEW."statedPublisherId" := NEW."publisherId";
      END IF;
      NEW."publisherId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedPublisherId"), NEW."statedPublisherId");
  END CASE;
  RETURN NEW;
END $$;
CREATE FUNCTION public.rights_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF current_setting('paradero.rights_changed', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('paradero.rights_changed', pg_current_xact_id()::text, true);
    PERFORM pg_advisory_xact_lock(7283002);
    UPDATE "Hub" SET "rights" = "rights" + 1;
    PERFORM pg_notify('paradero_feed', '');
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION public.settle_audience() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW."exceptTo" IS NULL THEN NEW."audience" := NEW."visibility"; END IF;
  NEW."placeAudience" := (SELECT place."visibility" FROM "CustodyEvent" AS release JOIN "Facility" AS place ON place."id" = release."facilityId" WHERE release."id" = NEW."releaseId");
  RETURN NEW;
END $$;
CREATE FUNCTION public.span_agrees(earliest timestamp with time zone, latest timestamp with time zone, span_precision public."TimePrecision") RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  SELECT CASE span_precision
    WHEN 'INSTANT' THEN earliest IS NOT NULL AND earliest IS NOT DISTINCT FROM latest
    WHEN 'UNKNOWN' THEN earliest IS NULL OR latest IS NULL OR earliest <= latest
    ELSE earliest IS NOT NULL AND latest IS NOT NULL AND earliest < latest
  END
$$;
CREATE FUNCTION public.state_visibility() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW."statedVisibility" := NEW."visibility";
  RETURN NEW;
END $$;
CREATE FUNCTION public.tell_visibility() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
  hidden boolean := NEW."visibility" > OLD."visibility";
  now_state "VerificationState" := (SELECT "state" FROM "CustodyEvent" WHERE "id" = NEW."id");
BEGIN
  IF (CASE WHEN hidden THEN EXISTS (SELECT FROM "FeedEvent" WHERE "releaseId" = NEW."id") ELSE now_state = 'VERIFIED' END) THEN
    PERFORM pg_advisory_xact_lock(7283002);
    INSERT INTO "FeedEvent" ("eventId", "type", "releaseId", "beforeState", "afterState", "occurredAt", "audience", "exceptTo")
      VALUES (gen_random_uuid(), CASE WHEN hidden THEN 'RELEASE_RETRACTED' ELSE 'RELEASE_VERIFIED' END::"FeedEventType", NEW."id", now_state, now_state, clock_timestamp(),
              LEAST(OLD."visibility", NEW."visibility"), GREATEST(OLD."visibility", NEW."visibility"));
    PERFORM pg_notify('paradero_feed', '');
  END IF;
  RETURN NULL;
END $$;
CREATE TABLE public."Claim" (
    id uuid NOT NULL,
    key text NOT NULL,
    kind public."ClaimKind" NOT NULL,
    "assertedById" uuid NOT NULL,
    "documentId" uuid NOT NULL,
    locator text,
    statement text NOT NULL,
    quote text,
    "asOfEarliest" timestamp(3) with time zone,
    "asOfLatest" timestamp(3) with time zone,
    "asOfPrecision" public."TimePrecision" NOT NULL,
    "asOfTimeZone" text NOT NULL,
    "asOfVerbatim" text,
    "soBy" timestamp(3) with time zone NOT NULL,
    "recordedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "recordedBy" text NOT NULL,
    "supersedesId" uuid,
    "changeReason" public."ClaimChangeReason",
    retraction boolean DEFAULT false NOT NULL,
    "supersededAt" timestamp(3) with time zone,
    "statedVisibility" public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    metric public."CountMetric",
    unit public."CountUnit",
    measure public."CountMeasure",
    qualifier public."CountQualifier",
    lower integer,
    upper integer,
    "periodStartEarliest" timestamp(3) with time zone,
    "periodStartLatest" timestamp(3) with time zone,
    "periodStartPrecision" public."TimePrecision",
    "periodStartTimeZone" text,
    "periodStartVerbatim" text,
    "definitionId" uuid,
    "facilityId" uuid,
    "partOfId" uuid,
    dimension text,
    category text,
    "namesPublished" boolean,
    "eventId" uuid,
    "detaineeId" uuid,
    stance public."Stance",
    connection public."ClaimConnectionKind",
    cause text,
    "redactedAt" timestamp(3) with time zone,
    "statedAssertedById" uuid,
    "statedFacilityId" uuid,
    CONSTRAINT a_cause_is_of_an_event CHECK (((cause IS NULL) OR (kind = 'EVENT'::public."ClaimKind"))),
    CONSTRAINT a_correction_gives_its_reason CHECK ((("supersedesId" IS NULL) = ("changeReason" IS NULL))),
    CONSTRAINT a_retraction_withdraws_something CHECK (((NOT retraction) OR ("supersedesId" IS NOT NULL))),
    CONSTRAINT as_of_agrees CHECK (public.span_agrees("asOfEarliest", "asOfLatest", "asOfPrecision")),
    CONSTRAINT bounds_agree_with_qualifier CHECK (((qualifier IS NULL) OR
CASE qualifier
    WHEN 'EXACT'::public."CountQualifier" THEN ((lower IS NOT NULL) AND (NOT (lower IS DISTINCT FROM upper)))
    WHEN 'ABOUT'::public."CountQualifier" THEN ((lower IS NOT NULL) AND (NOT (lower IS DISTINCT FROM upper)))
    WHEN 'RANGE'::public."CountQualifier" THEN ((lower IS NOT NULL) AND (upper IS NOT NULL) AND (lower <= upper))
    WHEN 'AT_LEAST'::public."CountQualifier" THEN ((lower IS NOT NULL) AND (upper IS NULL))
    WHEN 'MORE_THAN'::public."CountQualifier" THEN ((lower IS NOT NULL) AND (upper IS NULL))
    WHEN 'AT_MOST'::public."CountQualifier" THEN ((lower IS NULL) AND (upper IS NOT NULL))
    WHEN 'FEWER_THAN'::public."CountQualifier" THEN ((lower IS NULL) AND (upper IS NOT NULL))
    WHEN 'UNQUANTIFIED'::public."CountQualifier" THEN ((lower IS NULL) AND (upper IS NULL))
    ELSE NULL::boolean
END)),
    CONSTRAINT bounds_are_counts CHECK (((COALESCE(lower, 0) >= 0) AND (COALESCE(upper, 0) >= 0) AND ((unit IS DISTINCT FROM 'PERCENT'::public."CountUnit") OR ((COALESCE(lower, 0) <= 100) AND (COALESCE(upper, 0) <= 100))))),
    CONSTRAINT columns_agree_with_kind CHECK (
CASE kind
    WHEN 'COUNT'::public."ClaimKind" THEN ((metric IS NOT NULL) AND (unit IS NOT NULL) AND (measure IS NOT NULL) AND (qualifier IS NOT NULL) AND ("eventId" IS NULL) AND (stance IS NULL) AND (connection IS NULL))
    WHEN 'EVENT'::public."ClaimKind" THEN (("eventId" IS NOT NULL) AND (stance IS NOT NULL) AND (connection IS NOT NULL) AND (metric IS NULL) AND (unit IS NULL) AND (measure IS NULL) AND (qualifier IS NULL) AND (lower IS NULL) AND (upper IS NULL) AND ("periodStartPrecision" IS NULL) AND ("definitionId" IS NULL) AND ("facilityId" IS NULL) AND ("partOfId" IS NULL) AND (dimension IS NULL) AND (category IS NULL) AND ("namesPublished" IS NULL))
    ELSE NULL::boolean
END),
    CONSTRAINT no_claim_is_its_own_part_or_successor CHECK (((id IS DISTINCT FROM "supersedesId") AND (id IS DISTINCT FROM "partOfId"))),
    CONSTRAINT period_start_agrees CHECK (((("periodStartPrecision" IS NULL) AND ("periodStartEarliest" IS NULL) AND ("periodStartLatest" IS NULL)) OR public.span_agrees("periodStartEarliest", "periodStartLatest", "periodStartPrecision")))
);
CREATE FUNCTION public.visibility_of_claim(claim public."Claim") RETURNS public."Visibility"
    LANGUAGE sql STABLE
    AS $$
  SELECT GREATEST(claim."statedVisibility",
    (SELECT "visibility" FROM "Source" WHERE "id" = claim."assertedById"),
    (SELECT "visibility" FROM "Document" WHERE "id" = claim."documentId"),
    (SELECT "visibility" FROM "CustodyEvent" WHERE "id" = claim."eventId"),
    (SELECT "visibility" FROM "Facility" WHERE "id" = claim."facilityId"))
$$;
CREATE TABLE public."ApiKey" (
    id uuid NOT NULL,
    name text NOT NULL,
    hash text NOT NULL,
    scopes text[],
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "revokedAt" timestamp(3) with time zone
);
CREATE TABLE public."AuditEntry" (
    id bigint NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    entity text NOT NULL,
    "entityId" text NOT NULL,
    detail jsonb NOT NULL,
    at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE SEQUENCE public."AuditEntry_id_seq"
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."AuditEntry_id_seq" OWNED BY public."AuditEntry".id;
CREATE TABLE public."Clock" (
    id integer DEFAULT 1 NOT NULL,
    "recordedUpTo" timestamp(3) with time zone,
    CONSTRAINT one_clock CHECK ((id = 1))
);
CREATE TABLE public."CustodyEvent" (
    id uuid NOT NULL,
    key text NOT NULL,
    type public."CustodyEventType" NOT NULL,
    "detaineeId" uuid NOT NULL,
    "whenEarliest" timestamp(3) with time zone,
    "whenLatest" timestamp(3) with time zone,
    "whenPrecision" public."TimePrecision" NOT NULL,
    "whenTimeZone" text NOT NULL,
    "whenVerbatim" text,
    "happenedBy" timestamp(3) with time zone NOT NULL,
    "facilityId" uuid,
    place text,
    stage public."ReleaseStage",
    outcome public."ReleaseOutcome",
    conditions public."ReleaseCondition"[],
    "recordedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "recordedBy" text NOT NULL,
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    state public."VerificationState" DEFAULT 'REPORTED'::public."VerificationState" NOT NULL,
    "verificationId" uuid,
    "rulesMissing" integer,
    "statedDetaineeId" uuid,
    "statedFacilityId" uuid,
    CONSTRAINT release_columns_agree_with_type CHECK (
CASE
    WHEN (type = 'RELEASE'::public."CustodyEventType") THEN ((stage IS NOT NULL) AND (outcome IS NOT NULL))
    ELSE ((stage IS NULL) AND (outcome IS NULL) AND (conditions = '{}'::public."ReleaseCondition"[]))
END),
    CONSTRAINT when_agrees CHECK (public.span_agrees("whenEarliest", "whenLatest", "whenPrecision"))
);
CREATE TABLE public."Definition" (
    id uuid NOT NULL,
    key text NOT NULL,
    "sourceId" uuid NOT NULL,
    "includesHouseArrest" boolean,
    "politicalOnly" boolean,
    "excludesUnderHours" integer,
    text text NOT NULL,
    "supersedesId" uuid,
    "recordedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "statedSourceId" uuid
);
CREATE TABLE public."Detainee" (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    "sortName" text NOT NULL,
    sex public."Sex" DEFAULT 'UNKNOWN'::public."Sex" NOT NULL,
    "ageGroup" public."AgeGroup" DEFAULT 'UNKNOWN'::public."AgeGroup" NOT NULL,
    "birthEarliest" timestamp(3) with time zone,
    "birthLatest" timestamp(3) with time zone,
    "birthPrecision" public."TimePrecision",
    "birthTimeZone" text,
    "birthVerbatim" text,
    nationalities text[],
    occupations text[],
    "civilMilitary" public."CivilMilitary" DEFAULT 'UNKNOWN'::public."CivilMilitary" NOT NULL,
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    "externalIds" text[],
    "recordedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "matchKeys" text[],
    "mergedIntoId" uuid,
    "statedVisibility" public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    CONSTRAINT birth_agrees CHECK (((("birthPrecision" IS NULL) AND ("birthEarliest" IS NULL) AND ("birthLatest" IS NULL)) OR public.span_agrees("birthEarliest", "birthLatest", "birthPrecision")))
);
CREATE TABLE public."Document" (
    id uuid NOT NULL,
    key text NOT NULL,
    "publisherId" uuid,
    authors text[],
    title text,
    url text,
    language text,
    kind public."DocumentKind" NOT NULL,
    "publishedAtEarliest" timestamp(3) with time zone,
    "publishedAtLatest" timestamp(3) with time zone,
    "publishedAtPrecision" public."TimePrecision" NOT NULL,
    "publishedAtTimeZone" text NOT NULL,
    "publishedAtVerbatim" text,
    "publishedBy" timestamp(3) with time zone NOT NULL,
    "retrievedAt" timestamp(3) with time zone,
    "archiveUrl" text,
    sha256 text,
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    "recordedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "statedPublisherId" uuid,
    CONSTRAINT published_at_agrees CHECK (public.span_agrees("publishedAtEarliest", "publishedAtLatest", "publishedAtPrecision")),
    CONSTRAINT sha256_is_lower_hex CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public."Facility" (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    "sortName" text NOT NULL,
    aliases text[],
    kind public."FacilityKind" NOT NULL,
    operator text,
    country text NOT NULL,
    admin1 text,
    "partOfId" uuid,
    latitude double precision,
    longitude double precision,
    "coordinatePrecision" public."CoordinatePrecision",
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    "recordedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "mergedIntoId" uuid,
    "statedVisibility" public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    CONSTRAINT coordinates_are_whole CHECK ((((latitude IS NULL) = (longitude IS NULL)) AND ((latitude IS NULL) = ("coordinatePrecision" IS NULL)) AND ((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision)) AND ((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision)))),
    CONSTRAINT country_is_iso_3166 CHECK ((country ~ '^[A-Z]{2}$'::text)),
    CONSTRAINT no_facility_is_its_own_part CHECK ((id IS DISTINCT FROM "partOfId"))
);
CREATE TABLE public."FeedEvent" (
    seq bigint NOT NULL,
    "eventId" uuid NOT NULL,
    type public."FeedEventType" NOT NULL,
    "releaseId" uuid NOT NULL,
    "beforeState" public."VerificationState",
    "afterState" public."VerificationState" NOT NULL,
    "publicNote" text,
    "occurredAt" timestamp(3) with time zone NOT NULL,
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    "appendedAt" timestamp(3) with time zone DEFAULT clock_timestamp() NOT NULL,
    audience public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    "exceptTo" public."Visibility",
    "placeAudience" public."Visibility"
);
CREATE SEQUENCE public."FeedEvent_seq_seq"
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public."FeedEvent_seq_seq" OWNED BY public."FeedEvent".seq;
CREATE TABLE public."Hub" (
    id integer DEFAULT 1 NOT NULL,
    epoch uuid NOT NULL,
    secret bytea NOT NULL,
    "feedFloor" bigint DEFAULT 0 NOT NULL,
    "feedFloorAt" timestamp(3) with time zone,
    rights bigint DEFAULT 0 NOT NULL,
    CONSTRAINT one_hub CHECK ((id = 1))
);
CREATE TABLE public."IdempotentAnswer" (
    actor text NOT NULL,
    key text NOT NULL,
    verb text NOT NULL,
    fingerprint text NOT NULL,
    answer jsonb,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);
CREATE TABLE public."Judgement" (
    id uuid NOT NULL,
    "leftId" uuid NOT NULL,
    "rightId" uuid NOT NULL,
    score double precision,
    "decidedBy" text NOT NULL,
    "decidedAt" timestamp(3) with time zone NOT NULL,
    "childId" uuid,
    note text,
    noun public."MatchedNoun" NOT NULL,
    "undoneAt" timestamp(3) with time zone,
    "undoneBy" text,
    verdict public."JudgementVerdict" NOT NULL,
    CONSTRAINT only_the_same_hang_together CHECK (((verdict = 'POSITIVE'::public."JudgementVerdict") = ("childId" IS NOT NULL))),
    CONSTRAINT two_records CHECK ((("leftId" <> "rightId") AND ("childId" IS DISTINCT FROM "leftId"))),
    CONSTRAINT undone_by_somebody CHECK ((("undoneAt" IS NULL) = ("undoneBy" IS NULL)))
);
CREATE TABLE public."PersonName" (
    id uuid NOT NULL,
    "detaineeId" uuid NOT NULL,
    text text NOT NULL,
    language text,
    kind public."NameKind" NOT NULL,
    "statedDetaineeId" uuid
);
CREATE TABLE public."Policy" (
    version text NOT NULL,
    "widestHours" integer NOT NULL,
    "fewestRoots" integer NOT NULL,
    direct public."ClaimConnectionKind"[],
    "adoptedAt" timestamp(3) with time zone NOT NULL,
    "adoptedBy" text NOT NULL
);
CREATE TABLE public."Source" (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    "sortName" text NOT NULL,
    aliases text[],
    kind public."SourceKind" NOT NULL,
    "independenceGroup" text,
    "timeZone" text NOT NULL,
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    "recordedAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "mergedIntoId" uuid,
    "statedVisibility" public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL
);
CREATE TABLE public."Verification" (
    id uuid NOT NULL,
    "eventId" uuid NOT NULL,
    ordinal integer NOT NULL,
    state public."VerificationState" NOT NULL,
    "policyVersion" text NOT NULL,
    "failedRules" jsonb NOT NULL,
    acknowledged boolean NOT NULL,
    "decidedBy" text NOT NULL,
    "decidedAt" timestamp(3) with time zone NOT NULL,
    "publicNote" text,
    visibility public."Visibility" DEFAULT 'PUBLIC'::public."Visibility" NOT NULL,
    "followedAt" timestamp(3) with time zone,
    CONSTRAINT a_dispute_is_explained CHECK (((state <> ALL (ARRAY['CONTESTED'::public."VerificationState", 'REFUTED'::public."VerificationState"])) OR ("publicNote" IS NOT NULL)))
);
CREATE TABLE public."Webhook" (
    id uuid NOT NULL,
    "keyId" uuid NOT NULL,
    url text NOT NULL,
    filter jsonb,
    secret bytea NOT NULL,
    "createdAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "position" bigint NOT NULL,
    tried bigint,
    attempts integer DEFAULT 0 NOT NULL,
    "dueAt" timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "lastDeliveredAt" timestamp(3) with time zone,
    "lastFailedAt" timestamp(3) with time zone,
    "lastFailure" text,
    stop public."WebhookStop",
    lease uuid,
    "leasedUntil" timestamp(3) with time zone,
    CONSTRAINT a_lease_ends CHECK (((lease IS NULL) = ("leasedUntil" IS NULL))),
    CONSTRAINT a_secret_cannot_be_guessed CHECK ((octet_length(secret) >= 24)),
    CONSTRAINT a_webhook_has_a_place_in_the_feed CHECK ((("position" >= 0) AND (attempts >= 0) AND (tried > "position")))
);
CREATE TABLE public."WebhookDelivery" (
    id uuid NOT NULL,
    "webhookId" uuid NOT NULL,
    seq bigint NOT NULL,
    "eventId" uuid NOT NULL,
    state public."WebhookDeliveryState" DEFAULT 'DEAD'::public."WebhookDeliveryState" NOT NULL,
    attempts integer NOT NULL,
    failure text NOT NULL,
    "diedAt" timestamp(3) with time zone NOT NULL,
    "deliveredAt" timestamp(3) with time zone,
    CONSTRAINT delivered_means_when CHECK (((state = 'DELIVERED'::public."WebhookDeliveryState") = ("deliveredAt" IS NOT NULL)))
);
CREATE TABLE public."_DerivedFrom" (
    "A" uuid NOT NULL,
    "B" uuid NOT NULL
);
CREATE TABLE public."_DetaineeKin" (
    "A" uuid NOT NULL,
    "B" uuid NOT NULL
);
CREATE TABLE public."_FacilityKin" (
    "A" uuid NOT NULL,
    "B" uuid NOT NULL
);
CREATE TABLE public."_VerificationClaims" (
    "A" uuid NOT NULL,
    "B" uuid NOT NULL
);
CREATE TABLE public."_VerificationRoots" (
    "A" uuid NOT NULL,
    "B" uuid NOT NULL
);
CREATE TABLE public._prisma_migrations (
    id character varying(36) NOT NULL,
    checksum character varying(64) NOT NULL,
    finished_at timestamp with time zone,
    migration_name character varying(255) NOT NULL,
    logs text,
    rolled_back_at timestamp with time zone,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    applied_steps_count integer DEFAULT 0 NOT NULL
);
ALTER TABLE ONLY public."AuditEntry" ALTER COLUMN id SET DEFAULT nextval('public."AuditEntry_id_seq"'::regclass);
ALTER TABLE ONLY public."FeedEvent" ALTER COLUMN seq SET DEFAULT nextval('public."FeedEvent_seq_seq"'::regclass);
INSERT INTO public."ApiKey" VALUES ('976ca257-3337-4d02-bb19-5797e0158cf6', 'PARADERO_KEY', '585aab52346e53593a2fe510db917496c0eaab5161def3ea426109e2832898b8', '{RECORDER,VERIFIER,EDITOR,PARTNER,ADMIN}', '2026-11-27 09:01:24.781+00', NULL);
INSERT INTO public."ApiKey" VALUES ('f9653bbf-44af-4cf2-9d2b-11b8bf13f7b3', 'a partner', '412c29946c170605563ea176129738f2267b67fbafbf913624f559c405f79461', '{PARTNER}', '2026-11-27 09:01:27.318+00', NULL);
INSERT INTO public."ApiKey" VALUES ('d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'a recorder', 'a9c916bbf49ab95028ac9abc30de080913a6108497983149dbb6bab89874cab2', '{RECORDER}', '2026-11-27 09:01:27.361+00', NULL);
INSERT INTO public."ApiKey" VALUES ('7139f627-9cad-4481-8659-666eb9b1f5de', 'a verifier', '61dab23dac38ea78ad3809a9e0264e027260d9ccc0afa53bde1bc60a343b0e5a', '{VERIFIER}', '2026-11-27 09:01:27.385+00', NULL);
INSERT INTO public."ApiKey" VALUES ('5114e490-8656-498b-8656-f5322263372b', 'an editor', '0a038e9725fe32998be2b0230830f265477fbccba172219377dfca32f0a99c4c', '{EDITOR,RECORDER,PARTNER}', '2026-11-27 09:01:27.429+00', NULL);
INSERT INTO public."ApiKey" VALUES ('9cdb9e94-120d-46f4-927d-be05a59a0a2b', 'revoked', '7397b7d854a6fcf4492f0dadc0d213f99568aa07afefba698e949e81f9e7130d', '{PARTNER}', '2026-11-27 09:01:27.472+00', '2026-11-27 09:01:27.535+00');
INSERT INTO public."AuditEntry" VALUES (1, 'import:venezuela-2026-01', 'import', 'Dataset', 'venezuela-2026-01', '{"created": {"names": 6, "counts": 69, "events": 17, "sources": 25, "detainees": 8, "documents": 5, "facilities": 4, "definitions": 10, "event-claims": 35}, "updated": {"names": 0, "counts": 0, "events": 0, "sources": 0, "detainees": 0, "documents": 0, "facilities": 0, "definitions": 0, "event-claims": 0}, "unchanged": {"names": 0, "counts": 0, "events": 0, "sources": 0, "detainees": 0, "documents": 0, "facilities": 0, "definitions": 0, "event-claims": 0}}', '2026-11-27 09:01:25.583+00');
INSERT INTO public."AuditEntry" VALUES (2, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'createApiKey', 'ApiKey', 'f9653bbf-44af-4cf2-9d2b-11b8bf13f7b3', '{"scopes": ["PARTNER"]}', '2026-11-27 09:01:27.32+00');
INSERT INTO public."AuditEntry" VALUES (3, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'createApiKey', 'ApiKey', 'd0cbaf9c-4e84-4590-a7a1-167f6fe523f2', '{"scopes": ["RECORDER"]}', '2026-11-27 09:01:27.362+00');
INSERT INTO public."AuditEntry" VALUES (4, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'createApiKey', 'ApiKey', '7139f627-9cad-4481-8659-666eb9b1f5de', '{"scopes": ["VERIFIER"]}', '2026-11-27 09:01:27.387+00');
INSERT INTO public."AuditEntry" VALUES (5, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'createApiKey', 'ApiKey', '5114e490-8656-498b-8656-f5322263372b', '{"scopes": ["EDITOR", "RECORDER", "PARTNER"]}', '2026-11-27 09:01:27.43+00');
INSERT INTO public."AuditEntry" VALUES (6, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'createApiKey', 'ApiKey', '9cdb9e94-120d-46f4-927d-be05a59a0a2b', '{"scopes": ["PARTNER"]}', '2026-11-27 09:01:27.478+00');
INSERT INTO public."AuditEntry" VALUES (7, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'revokeApiKey', 'ApiKey', '9cdb9e94-120d-46f4-927d-be05a59a0a2b', '{}', '2026-11-27 09:01:27.569+00');
INSERT INTO public."AuditEntry" VALUES (8, 'key:f9653bbf-44af-4cf2-9d2b-11b8bf13f7b3', 'createWebhook', 'Webhook', '494efc20-37e0-4a0e-90b3-7851dc61d3ed', '{"origin": "http://127.0.0.1:9"}', '2026-11-27 09:01:27.622+00');
INSERT INTO public."AuditEntry" VALUES (9, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordSource', 'Source', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '{}', '2026-11-27 09:01:27.686+00');
INSERT INTO public."AuditEntry" VALUES (10, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordSource', 'Source', '16b839cb-1087-5242-a0bf-41d0c8155525', '{}', '2026-11-27 09:01:27.724+00');
INSERT INTO public."AuditEntry" VALUES (11, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordSource', 'Source', '54ac10b9-2791-5c59-975b-5593de55ad9b', '{}', '2026-11-27 09:01:27.755+00');
INSERT INTO public."AuditEntry" VALUES (12, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordSource', 'Source', '7f2cc24a-ba34-5c6b-b60e-714daabdc473', '{}', '2026-11-27 09:01:27.773+00');
INSERT INTO public."AuditEntry" VALUES (13, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordFacility', 'Facility', '6f8edd65-c0cf-52b1-954f-9063a78b9150', '{}', '2026-11-27 09:01:27.798+00');
INSERT INTO public."AuditEntry" VALUES (14, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordFacility', 'Facility', '080db898-96e7-5c52-87b5-fefd4a2bd430', '{}', '2026-11-27 09:01:27.831+00');
INSERT INTO public."AuditEntry" VALUES (15, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordFacility', 'Facility', '0bbe18c1-0e5e-5db6-a1ae-bb36f1b7d1d2', '{}', '2026-11-27 09:01:27.863+00');
INSERT INTO public."AuditEntry" VALUES (16, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', '{}', '2026-11-27 09:01:27.899+00');
INSERT INTO public."AuditEntry" VALUES (17, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', '892a6650-0457-5dec-89dd-87de05559548', '{}', '2026-11-27 09:01:27.995+00');
INSERT INTO public."AuditEntry" VALUES (18, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', 'ee594a10-2fa3-5a02-a248-c05dec5c38a3', '{}', '2026-11-27 09:01:28.026+00');
INSERT INTO public."AuditEntry" VALUES (19, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDetainee', 'Detainee', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '{}', '2026-11-27 09:01:28.091+00');
INSERT INTO public."AuditEntry" VALUES (20, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDetainee', 'Detainee', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', '{}', '2026-11-27 09:01:28.123+00');
INSERT INTO public."AuditEntry" VALUES (21, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDetainee', 'Detainee', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '{}', '2026-11-27 09:01:28.142+00');
INSERT INTO public."AuditEntry" VALUES (22, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDetainee', 'Detainee', '2e56b45e-039e-408f-9621-9efab2f1af05', '{}', '2026-11-27 09:01:28.17+00');
INSERT INTO public."AuditEntry" VALUES (23, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDetainee', 'Detainee', '2475a0a5-774b-4f6f-a624-021f1b959892', '{}', '2026-11-27 09:01:28.199+00');
INSERT INTO public."AuditEntry" VALUES (24, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDetainee', 'Detainee', '0fc28dcd-3762-4743-b93d-b759a40c9008', '{}', '2026-11-27 09:01:28.218+00');
INSERT INTO public."AuditEntry" VALUES (25, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDetainee', 'Detainee', 'ea44a9df-1a8e-4c63-bd5e-c2f00275d499', '{}', '2026-11-27 09:01:28.244+00');
INSERT INTO public."AuditEntry" VALUES (26, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', 'd4459a16-089e-5724-9888-29cd9f400919', '{}', '2026-11-27 09:01:28.291+00');
INSERT INTO public."AuditEntry" VALUES (27, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', '{}', '2026-11-27 09:01:28.32+00');
INSERT INTO public."AuditEntry" VALUES (28, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', 'c32c4a66-de88-52d0-aa88-6c7d941b6b67', '{}', '2026-11-27 09:01:28.35+00');
INSERT INTO public."AuditEntry" VALUES (29, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', '35be01f2-d8ae-588a-86a4-93191b15cf00', '{}', '2026-11-27 09:01:28.391+00');
INSERT INTO public."AuditEntry" VALUES (30, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '485e73f0-b06e-5711-b1fa-02b6ee69205d', '{}', '2026-11-27 09:01:28.413+00');
INSERT INTO public."AuditEntry" VALUES (31, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', '54391161-170a-55f1-b9c5-609778671f14', '{}', '2026-11-27 09:01:28.467+00');
INSERT INTO public."AuditEntry" VALUES (32, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', '12770825-476e-5ff1-9d77-7d17307569c8', '{}', '2026-11-27 09:01:28.493+00');
INSERT INTO public."AuditEntry" VALUES (33, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '5612d535-5223-5b2d-848b-6304ba9415b3', '{}', '2026-11-27 09:01:28.517+00');
INSERT INTO public."AuditEntry" VALUES (34, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', '5047dcf8-1f66-5786-a465-450466aff255', '{}', '2026-11-27 09:01:28.547+00');
INSERT INTO public."AuditEntry" VALUES (35, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '6fae08cc-f2ff-52b3-9399-26fd4834f8fc', '{}', '2026-11-27 09:01:28.566+00');
INSERT INTO public."AuditEntry" VALUES (36, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', 'c1310019-7cd5-55e2-8146-281c1317d6fb', '{}', '2026-11-27 09:01:28.652+00');
INSERT INTO public."AuditEntry" VALUES (37, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', 'e119e02e-4355-58a5-a73a-28a85fd5deda', '{}', '2026-11-27 09:01:28.689+00');
INSERT INTO public."AuditEntry" VALUES (38, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', 'c6cbe1db-3dfd-5209-a0cd-a362dba57a6d', '{}', '2026-11-27 09:01:28.716+00');
INSERT INTO public."AuditEntry" VALUES (39, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', 'b682d4ed-876f-5637-8470-4776615c6fdc', '{}', '2026-11-27 09:01:28.742+00');
INSERT INTO public."AuditEntry" VALUES (40, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '1f37eb9b-7bcc-5592-bea1-861b8c5602ac', '{}', '2026-11-27 09:01:28.768+00');
INSERT INTO public."AuditEntry" VALUES (41, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', '42b8b6da-0720-546a-8ef7-414f73cbb25d', '{}', '2026-11-27 09:01:28.854+00');
INSERT INTO public."AuditEntry" VALUES (42, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', 'c5a3b317-403f-5df2-8ada-21286b2802b9', '{}', '2026-11-27 09:01:28.915+00');
INSERT INTO public."AuditEntry" VALUES (43, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '174652c3-80cf-547d-9227-d87963d1c5de', '{}', '2026-11-27 09:01:28.952+00');
INSERT INTO public."AuditEntry" VALUES (44, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', '25f94c58-5902-5df8-b9ec-95c2657b41c0', '{}', '2026-11-27 09:01:28.996+00');
INSERT INTO public."AuditEntry" VALUES (45, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '43e909ca-5584-5254-a4d9-1131ffb2731b', '{}', '2026-11-27 09:01:29.016+00');
INSERT INTO public."AuditEntry" VALUES (46, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', '75d5b528-e2d5-56a9-801a-a08cda5694c8', '{}', '2026-11-27 09:01:29.057+00');
INSERT INTO public."AuditEntry" VALUES (47, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', '{}', '2026-11-27 09:01:29.078+00');
INSERT INTO public."AuditEntry" VALUES (48, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', 'c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', '{}', '2026-11-27 09:01:29.093+00');
INSERT INTO public."AuditEntry" VALUES (49, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'recordDocument', 'Document', '0d3ab18e-80a5-5a8c-9e6f-91e0d75922ec', '{}', '2026-11-27 09:01:29.12+00');
INSERT INTO public."AuditEntry" VALUES (50, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '2f241a72-5f19-57ec-a49c-b3bc260b5c4f', '{}', '2026-11-27 09:01:29.139+00');
INSERT INTO public."AuditEntry" VALUES (51, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', '8428911d-97ac-5de3-a21c-0c4abf8bdeb3', '{}', '2026-11-27 09:01:29.176+00');
INSERT INTO public."AuditEntry" VALUES (52, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEvent', 'CustodyEvent', 'f2a46976-ddd9-5b8a-9b27-b4fd91b7a365', '{}', '2026-11-27 09:01:29.198+00');
INSERT INTO public."AuditEntry" VALUES (53, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordCountClaim', 'Claim', '067bb778-700f-5c23-b072-02cf3e19028c', '{}', '2026-11-27 09:01:29.219+00');
INSERT INTO public."AuditEntry" VALUES (54, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordCountClaim', 'Claim', '28b4eec4-c3ef-55b9-a88a-4c6be93de19f', '{}', '2026-11-27 09:01:29.281+00');
INSERT INTO public."AuditEntry" VALUES (55, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordCountClaim', 'Claim', 'a82579ca-746d-5bf7-8cea-e29711b0eeec', '{}', '2026-11-27 09:01:29.312+00');
INSERT INTO public."AuditEntry" VALUES (56, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordCountClaim', 'Claim', '76304bbb-102c-5124-94ed-1e8413dc574d', '{}', '2026-11-27 09:01:29.35+00');
INSERT INTO public."AuditEntry" VALUES (57, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verifyRelease', 'CustodyEvent', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', '{"after": "VERIFIED", "before": "CORROBORATED"}', '2026-11-27 09:01:29.455+00');
INSERT INTO public."AuditEntry" VALUES (58, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verifyRelease', 'CustodyEvent', '12770825-476e-5ff1-9d77-7d17307569c8', '{"after": "VERIFIED", "before": "CORROBORATED"}', '2026-11-27 09:01:29.677+00');
INSERT INTO public."AuditEntry" VALUES (59, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verifyRelease', 'CustodyEvent', 'e119e02e-4355-58a5-a73a-28a85fd5deda', '{"after": "VERIFIED", "before": "CORROBORATED"}', '2026-11-27 09:01:29.758+00');
INSERT INTO public."AuditEntry" VALUES (60, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verifyRelease', 'CustodyEvent', 'c5a3b317-403f-5df2-8ada-21286b2802b9', '{"after": "VERIFIED", "before": "CORROBORATED"}', '2026-11-27 09:01:29.821+00');
INSERT INTO public."AuditEntry" VALUES (61, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verifyRelease', 'CustodyEvent', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', '{"after": "VERIFIED", "before": "CORROBORATED"}', '2026-11-27 09:01:29.883+00');
INSERT INTO public."AuditEntry" VALUES (62, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'contestRelease', 'CustodyEvent', '12770825-476e-5ff1-9d77-7d17307569c8', '{"after": "CONTESTED", "before": "VERIFIED"}', '2026-11-27 09:01:29.938+00');
INSERT INTO public."AuditEntry" VALUES (63, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'refuteRelease', 'CustodyEvent', 'e119e02e-4355-58a5-a73a-28a85fd5deda', '{"after": "REFUTED", "before": "VERIFIED"}', '2026-11-27 09:01:29.97+00');
INSERT INTO public."AuditEntry" VALUES (64, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', 'retractVerification', 'CustodyEvent', 'c5a3b317-403f-5df2-8ada-21286b2802b9', '{"after": "CORROBORATED", "before": "VERIFIED"}', '2026-11-27 09:01:30.11+00');
INSERT INTO public."AuditEntry" VALUES (65, 'key:5114e490-8656-498b-8656-f5322263372b', 'supersedeClaim', 'Claim', '6037bdb6-72c8-52e4-8ad8-a98875205d13', '{"supersedes": "067bb778-700f-5c23-b072-02cf3e19028c", "changeReason": "SOURCE_UPDATED"}', '2026-11-27 09:01:30.282+00');
INSERT INTO public."AuditEntry" VALUES (66, 'key:5114e490-8656-498b-8656-f5322263372b', 'supersedeClaim', 'Claim', '5badae59-e737-504c-a8dc-7f892738699e', '{"supersedes": "28b4eec4-c3ef-55b9-a88a-4c6be93de19f", "changeReason": "OUR_ERROR"}', '2026-11-27 09:01:30.372+00');
INSERT INTO public."AuditEntry" VALUES (67, 'key:5114e490-8656-498b-8656-f5322263372b', 'supersedeClaim', 'Claim', '155326d8-a001-519d-b15f-f2e453320e42', '{"supersedes": "a82579ca-746d-5bf7-8cea-e29711b0eeec", "changeReason": "REDACTION"}', '2026-11-27 09:01:30.485+00');
INSERT INTO public."AuditEntry" VALUES (68, 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'recordEventClaim', 'Claim', '4f73943d-6441-575d-9b62-d785d9180a2f', '{}', '2026-11-27 09:01:30.561+00');
INSERT INTO public."AuditEntry" VALUES (69, 'key:5114e490-8656-498b-8656-f5322263372b', 'supersedeClaim', 'Claim', '2c05f681-6ae0-5892-88ed-6c47928d7a03', '{"supersedes": "4f73943d-6441-575d-9b62-d785d9180a2f", "changeReason": "SOURCE_RETRACTED"}', '2026-11-27 09:01:30.642+00');
INSERT INTO public."AuditEntry" VALUES (70, 'key:5114e490-8656-498b-8656-f5322263372b', 'mergeDetainees', 'Detainee', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '{"from": "0fc28dcd-3762-4743-b93d-b759a40c9008", "into": "f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718", "judgement": "9d053627-0ec7-422a-b0a1-cdccad0e961b"}', '2026-11-27 09:01:30.721+00');
INSERT INTO public."AuditEntry" VALUES (71, 'key:5114e490-8656-498b-8656-f5322263372b', 'mergeFacilities', 'Facility', '6f8edd65-c0cf-52b1-954f-9063a78b9150', '{"from": "080db898-96e7-5c52-87b5-fefd4a2bd430", "into": "6f8edd65-c0cf-52b1-954f-9063a78b9150", "judgement": "fa88bdea-f16c-4fda-909c-57d66a9581f7"}', '2026-11-27 09:01:30.767+00');
INSERT INTO public."AuditEntry" VALUES (72, 'key:5114e490-8656-498b-8656-f5322263372b', 'mergeSources', 'Source', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '{"from": "7f2cc24a-ba34-5c6b-b60e-714daabdc473", "into": "1c011afa-b67a-5d12-aa1c-686cf53edb6f", "judgement": "c857c14d-43cd-42b1-a0c6-625232073320"}', '2026-11-27 09:01:30.865+00');
INSERT INTO public."AuditEntry" VALUES (73, 'key:5114e490-8656-498b-8656-f5322263372b', 'judgeDetainees', 'Detainee', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '{"right": "2e56b45e-039e-408f-9621-9efab2f1af05", "verdict": "NEGATIVE", "judgement": "de1f4b18-2f42-441b-8378-a7b1ea310c66"}', '2026-11-27 09:01:30.89+00');
INSERT INTO public."AuditEntry" VALUES (74, 'key:5114e490-8656-498b-8656-f5322263372b', 'mergeDetainees', 'Detainee', '2e56b45e-039e-408f-9621-9efab2f1af05', '{"from": "2475a0a5-774b-4f6f-a624-021f1b959892", "into": "2e56b45e-039e-408f-9621-9efab2f1af05", "judgement": "8e1a1785-dae4-4c59-9569-f80aa4758a71"}', '2026-11-27 09:01:30.927+00');
INSERT INTO public."AuditEntry" VALUES (75, 'key:5114e490-8656-498b-8656-f5322263372b', 'undoMerge', 'Detainee', '2e56b45e-039e-408f-9621-9efab2f1af05', '{"note": "Not the same.", "judgement": "8e1a1785-dae4-4c59-9569-f80aa4758a71"}', '2026-11-27 09:01:30.981+00');
INSERT INTO public."AuditEntry" VALUES (76, 'key:5114e490-8656-498b-8656-f5322263372b', 'setVisibility', 'Detainee', '2475a0a5-774b-4f6f-a624-021f1b959892', '{"note": "She asked for it.", "before": "PUBLIC", "visibility": "RESTRICTED"}', '2026-11-27 09:01:31.03+00');
INSERT INTO public."AuditEntry" VALUES (77, 'key:5114e490-8656-498b-8656-f5322263372b', 'setVisibility', 'Source', '54ac10b9-2791-5c59-975b-5593de55ad9b', '{"note": null, "before": "PUBLIC", "visibility": "PARTNER"}', '2026-11-27 09:01:31.06+00');
INSERT INTO public."AuditEntry" VALUES (78, 'key:5114e490-8656-498b-8656-f5322263372b', 'setVisibility', 'Document', 'ee594a10-2fa3-5a02-a248-c05dec5c38a3', '{"note": null, "before": "PUBLIC", "visibility": "RESTRICTED"}', '2026-11-27 09:01:31.083+00');
INSERT INTO public."AuditEntry" VALUES (79, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'adoptPolicy', 'Policy', 'v2', '{"moved": 7, "direct": ["LAWYER", "RELATIVE", "VICTIM", "WITNESS"], "version": "v2", "fewestRoots": 2, "widestHours": 72}', '2026-11-27 09:01:31.328+00');
INSERT INTO public."AuditEntry" VALUES (80, 'key:976ca257-3337-4d02-bb19-5797e0158cf6', 'adoptPolicy', 'Policy', 'v3', '{"moved": 7, "direct": ["LAWYER", "ORGANISATION", "RELATIVE", "REPORTER", "VICTIM", "WITNESS"], "version": "v3", "fewestRoots": 2, "widestHours": 96}', '2026-11-27 09:01:31.395+00');
INSERT INTO public."Claim" VALUES ('dec61f98-b940-540d-bbed-e4332433716a', 'cnn-government-significant-number', 'COUNT', '8a991268-6fd4-5e4b-9388-78a1a182e264', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶2', 'The state promised freedom to a number of political prisoners that it did not give.', 'a significant number', '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', 'last week', '2026-01-09 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'INCREMENT', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '43adbbd0-688d-5854-b9d1-60564731bfe0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '8a991268-6fd4-5e4b-9388-78a1a182e264', NULL);
INSERT INTO public."Claim" VALUES ('03e08b97-e784-5983-8e60-57d0742744fd', 'cnn-families-waiting', 'COUNT', '936293a7-c390-5486-9f00-e0de144e7073', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶2', 'Families in the hundreds are still waiting for someone to come out.', 'hundreds of families', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'WAITING', 'FAMILIES', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '936293a7-c390-5486-9f00-e0de144e7073', NULL);
INSERT INTO public."Claim" VALUES ('33312380-593e-5334-838a-4b481c7d0541', 'cnn-foro-penal-800', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶3', 'Over 800 people count as arbitrarily held on political grounds, the base against which the releases are set.', 'more than 800 people', '2026-01-12 16:00:00+00', '2026-01-12 22:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'Monday afternoon', '2026-01-12 22:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'MORE_THAN', 800, NULL, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('c8c98119-6f3a-5fce-a9eb-7f842062b980', 'cnn-foro-penal-49', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶3', '49 of them had been let out by the afternoon of 12 January.', 'only 49', '2026-01-12 16:00:00+00', '2026-01-12 22:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'Monday afternoon', '2026-01-12 22:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 49, 49, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('197662d2-a5f5-5ee2-9727-4c39258ff8cb', 'cnn-less-than-half', 'COUNT', '936293a7-c390-5486-9f00-e0de144e7073', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶4', 'Foro Penal''s count is not even half of what the state reports; the share is CNN''s own reckoning.', 'less than half', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERCENT', 'CUMULATIVE', 'FEWER_THAN', NULL, 50, '2026-01-08 05:00:00+00', '2026-01-09 05:00:00+00', 'DAY', 'America/New_York', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '936293a7-c390-5486-9f00-e0de144e7073', NULL);
INSERT INTO public."Claim" VALUES ('ff6b0b18-e533-5128-86fa-62c2cfefbba2', 'cnn-government-116', 'COUNT', '8a991268-6fd4-5e4b-9388-78a1a182e264', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶4', 'The state reports 116 freed and says neither who they are nor where they were held.', 'the 116 reported', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'CUMULATIVE', 'EXACT', 116, 116, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '43adbbd0-688d-5854-b9d1-60564731bfe0', NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, '8a991268-6fd4-5e4b-9388-78a1a182e264', NULL);
INSERT INTO public."Claim" VALUES ('b825fc5b-4c2d-53e8-95c6-c72f46c081e6', 'cnn-un-mission-far-short', 'COUNT', '6b712a2f-d88a-5991-b95a-1da3767975bf', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶7', 'The mission welcomes the releases and finds them much too few for what Venezuela owes under human rights law.', 'far short', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', 'Monday', '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '6b712a2f-d88a-5991-b95a-1da3767975bf', NULL);
INSERT INTO public."Claim" VALUES ('46e34859-96a5-55f1-bbc5-7c82db0251ae', 'cnn-officials-one-death', 'COUNT', '8a991268-6fd4-5e4b-9388-78a1a182e264', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶15', 'Officials confirmed that one prisoner or more had died.', 'at least one prisoner', '2026-01-10 04:00:00+00', '2026-01-12 04:00:00+00', 'DAY', 'America/Caracas', 'this weekend', '2026-01-12 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'DIED', 'PERSONS', 'CUMULATIVE', 'AT_LEAST', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '8a991268-6fd4-5e4b-9388-78a1a182e264', NULL);
INSERT INTO public."Claim" VALUES ('3c859f22-c97e-5b81-b8e3-f2ddab7d62ff', 'cnn-amnesty-many-disappeared', 'COUNT', '36cf8163-92bd-5b22-84af-33bf5700df8c', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶26', 'Many of those held are forcibly disappeared: nobody has had word of them.', 'Many of these people', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'WHEREABOUTS_UNKNOWN', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '36cf8163-92bd-5b22-84af-33bf5700df8c', NULL);
INSERT INTO public."Claim" VALUES ('4c3e0cb6-cc84-5e9a-891b-0a9bcdbeae42', 'cnn-rights-groups-many-defenders', 'COUNT', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶28', 'Many well-known defenders of human rights are still locked up or have vanished altogether.', 'many high-profile human rights defenders', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL);
INSERT INTO public."Claim" VALUES ('f004fde2-ffb0-51ad-bfb0-7c7c3b8b1c9c', 'cnn-opposition-limited-number', 'COUNT', '13868a45-bfc1-5bd4-8291-5873b61e8f58', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶29', 'The opposition denounces how few have been let out.', 'limited number of releases', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '13868a45-bfc1-5bd4-8291-5873b61e8f58', NULL);
INSERT INTO public."Claim" VALUES ('955a6964-d1e1-58de-a145-07b4c99d6c1f', 'cnn-hundreds-held', 'COUNT', '936293a7-c390-5486-9f00-e0de144e7073', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶30', 'Political prisoners in the hundreds are still in custody.', 'hundreds of political prisoners', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '936293a7-c390-5486-9f00-e0de144e7073', NULL);
INSERT INTO public."Claim" VALUES ('8a0ce965-2013-59b1-94a6-337fe20d1ff7', 'npr-hundreds-remain', 'COUNT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶7', 'The headline has hundreds still in prison.', 'hundreds remain behind bars', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('89d78a77-66a0-5055-a6b9-e05a48ad4a1d', 'npr-thousands-arrested', 'COUNT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶14', 'Protesters, students and opposition activists were arrested by the thousand in thirteen years.', 'thousands', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', 'over the past 13 years', '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ARRESTED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2013-01-01 05:00:00+00', '2014-01-01 05:00:00+00', 'YEAR', 'America/New_York', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('015e9f9e-85a1-5a74-85de-63a67a2a1b5a', 'npr-foro-penal-41', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶15', '41 political prisoners had been freed by the morning of 12 January.', 'just 41', '2026-01-12 10:00:00+00', '2026-01-12 16:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'Monday morning', '2026-01-12 16:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 41, 41, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('ecd78eca-f0b9-5a11-9c4d-9afc965541c2', 'npr-foro-penal-800', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶15', 'There are over 800 political prisoners, the base against which the releases are set.', 'more than 800 political prisoners', '2026-01-12 10:00:00+00', '2026-01-12 16:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'Monday morning', '2026-01-12 16:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'MORE_THAN', 800, NULL, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('86ff7268-de72-568d-a933-9efcdf3118b7', 'npr-foro-penal-many-mistreated', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶17', 'Many of the prisoners have suffered serious ill-treatment.', 'many have been badly mistreated', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'OTHER', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('363ea6ab-8741-563c-9859-2d3cdb2d51b1', 'npr-foro-penal-some-died', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶17', 'Some of the prisoners did not survive custody.', 'some have died in detention', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'DIED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('f8ed7780-9a36-5626-a472-35d87b6cd614', 'npr-foro-penal-most-tortured', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶18', 'The greater part of the political prisoners suffer torture or cruelty of some kind.', 'Most political prisoners', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'OTHER', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('b5950a61-0730-5b87-b756-41c3648cf60a', 'npr-jorge-rodriguez-important-number', 'COUNT', '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶21', 'He announced the release of political prisoners without a figure, as a gesture of unity.', 'an important number', '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', 'Jan. 8', '2026-01-09 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'INCREMENT', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'e1f3c380-73d4-5bd3-8f1c-4204c453dacf', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', NULL);
INSERT INTO public."Claim" VALUES ('49062c13-1df3-5a36-be47-6a142f3f83d6', 'npr-government-116', 'COUNT', '8a991268-6fd4-5e4b-9388-78a1a182e264', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶26', 'The state says it let 116 detainees go; how many were political is open.', '116 detainees', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', 'Monday', '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'CUMULATIVE', 'EXACT', 116, 116, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '43adbbd0-688d-5854-b9d1-60564731bfe0', NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, '8a991268-6fd4-5e4b-9388-78a1a182e264', NULL);
INSERT INTO public."Claim" VALUES ('30034879-ef93-5d35-9870-a9cdbc1d5f38', 'npr-vast-majority-held', 'COUNT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶26', 'By far the most political detainees are still in prison, whatever the count of releases.', 'the vast majority', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('56f2b4ee-4030-584f-a4ad-35b0c3563603', 'boon-20-percent', 'COUNT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶2', 'About one in five of those held on political grounds have been let out.', 'about 20%', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERCENT', 'CUMULATIVE', 'ABOUT', 20, 20, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '19166044-e5eb-5c7a-9707-284ae2703c77', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('678b2632-1f7e-5b5a-bd9e-260c9c808af0', 'boon-thousand-held', 'COUNT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶2', 'A round thousand are held on political grounds, the base of the share let out.', 'the thousand people', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'ABOUT', 1000, 1000, NULL, NULL, NULL, NULL, NULL, '19166044-e5eb-5c7a-9707-284ae2703c77', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('2c26b6c1-991c-5902-91f8-1ab3178ab2c8', 'boon-jorge-rodriguez-significant-number', 'COUNT', '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶5', 'He said that detainees would go free, many but without a figure.', 'a significant number of detainees', '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', 'January 8th', '2026-01-09 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'INCREMENT', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'e1f3c380-73d4-5bd3-8f1c-4204c453dacf', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', NULL);
INSERT INTO public."Claim" VALUES ('b619b20e-159f-5442-8069-2ff812022055', 'boon-platform-170', 'COUNT', '2890ecdd-87a2-5468-999b-66bf2e453e4c', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶5', 'The coalition has verified 170 releases of political prisoners up to now.', '170 political prisoners', '2026-01-19 04:00:00+00', '2026-01-25 04:00:00+00', 'WEEK', 'America/Caracas', 'This week', '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 170, 170, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '64d0fb75-22ae-57b7-9058-6678fb7b1398', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2890ecdd-87a2-5468-999b-66bf2e453e4c', NULL);
INSERT INTO public."Claim" VALUES ('e1412036-e86f-51a1-a7b7-72d32bfd0578', 'boon-under-20-percent', 'COUNT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶5', 'The coalition''s count falls a little short of a fifth of all; the share is the journalist''s own.', 'just under 20%', '2026-01-19 04:00:00+00', '2026-01-25 04:00:00+00', 'WEEK', 'America/Caracas', 'This week', '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERCENT', 'CUMULATIVE', 'FEWER_THAN', NULL, 20, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '19166044-e5eb-5c7a-9707-284ae2703c77', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('09d423e3-5328-5bfd-962b-2b90037ad225', 'boon-kaleidoscope-170', 'COUNT', '15a32e0b-2f23-54dd-924d-2ab12e097c2d', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶5', 'Its figures are close to the coalition''s 170.', 'similar figures', '2026-01-19 04:00:00+00', '2026-01-25 04:00:00+00', 'WEEK', 'America/Caracas', 'This week', '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'ABOUT', 170, 170, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '08bf6aab-24e9-57d2-8cee-f7b07efffd49', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '15a32e0b-2f23-54dd-924d-2ab12e097c2d', NULL);
INSERT INTO public."Claim" VALUES ('476a3b9e-3a9d-5d2d-a4f5-e5f5b567200c', 'boon-relatives-waiting', 'COUNT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶9', 'Relatives in their hundreds came to the prisons in the night of the first releases.', 'hundreds of relatives', '2026-01-08 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', 'late into the night', '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'WAITING', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('5cc0e34f-67ca-55c7-8b78-2cbb055281d0', 'boon-government-200', 'COUNT', '8a991268-6fd4-5e4b-9388-78a1a182e264', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶10', 'The Rodríguez siblings maintain that over 200 political prisoners are out, and show no list of names.', 'more than 200 political prisoners', '2026-01-12 04:00:00+00', '2026-01-19 04:00:00+00', 'WEEK', 'America/Caracas', 'Last week', '2026-01-19 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'CUMULATIVE', 'MORE_THAN', 200, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '43adbbd0-688d-5854-b9d1-60564731bfe0', NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, '8a991268-6fd4-5e4b-9388-78a1a182e264', NULL);
INSERT INTO public."Claim" VALUES ('ee86d60f-0bf5-55e4-a2d3-6aa6d9ddfe22', 'boon-rights-organizations-130-150', 'COUNT', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶10', 'Their estimates put the releases at 130 to 150, below the state''s figure of that week.', 'between 130 and 150 people', '2026-01-12 04:00:00+00', '2026-01-19 04:00:00+00', 'WEEK', 'America/Caracas', 'at the time', '2026-01-19 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'RANGE', 130, 150, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, 'c18391c9-bf8b-5fa6-a24c-80dc8a5f0954', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL);
INSERT INTO public."Claim" VALUES ('b97836f2-0788-5ce1-a6d9-e14b4456e19b', 'boon-all-restricted', 'COUNT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶13', 'Everyone let out carries precautionary measures and may not speak of the case, above all whoever stays in Venezuela.', 'all are released with precautionary measures', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'OTHER', 'PERCENT', 'CUMULATIVE', 'EXACT', 100, 100, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '19166044-e5eb-5c7a-9707-284ae2703c77', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('7655bfb6-a558-57f9-b02c-0a99c8f7fdff', 'boon-hundreds-held', 'COUNT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶15', 'Social media show the cases, hundreds of them, of those who are still in prison.', 'hundreds of cases', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('6501d66d-6901-5d39-9d69-b6600b56b640', 'boon-rights-defenders-90-facilities', 'COUNT', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶18', 'Around 90 police and military sites in the whole country hold people against their rights.', 'some 90 police and military facilities', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'FACILITIES', 'STOCK', 'ABOUT', 90, 90, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL);
INSERT INTO public."Claim" VALUES ('e1d50896-8d14-512b-86ea-e01bc7611fbe', 'boon-un-mission-800', 'COUNT', '6b712a2f-d88a-5991-b95a-1da3767975bf', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶19', 'The mission puts the people held on political grounds at 800 or so.', 'an estimated 800 people', '2026-01-08 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', 'so far', '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'ABOUT', 800, 800, NULL, NULL, NULL, NULL, NULL, 'a312b285-4f1c-5701-93fc-982de43cc34f', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '6b712a2f-d88a-5991-b95a-1da3767975bf', NULL);
INSERT INTO public."Claim" VALUES ('ec46d685-793c-5f72-8903-4c3b82ef212e', 'boon-un-mission-50', 'COUNT', '6b712a2f-d88a-5991-b95a-1da3767975bf', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶19', 'The mission has about 50 of them down as let out.', 'only about 50', '2026-01-08 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', 'so far', '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'ABOUT', 50, 50, NULL, NULL, NULL, NULL, NULL, 'a312b285-4f1c-5701-93fc-982de43cc34f', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '6b712a2f-d88a-5991-b95a-1da3767975bf', NULL);
INSERT INTO public."Claim" VALUES ('d7123392-5e5f-56dc-bac5-648c8d79a6a5', 'boon-un-mission-50-earlier', 'COUNT', '6b712a2f-d88a-5991-b95a-1da3767975bf', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶19', 'Some of the mission''s 50 had already been counted in reports before this one.', 'some recorded in previous reports', '2026-01-08 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', 'so far', '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'a312b285-4f1c-5701-93fc-982de43cc34f', NULL, 'ec46d685-793c-5f72-8903-4c3b82ef212e', 'reporting', 'in earlier reports', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '6b712a2f-d88a-5991-b95a-1da3767975bf', NULL);
INSERT INTO public."Claim" VALUES ('65508711-2ff5-58d1-bd6c-ced402d46da4', '17gen4-dozens-title', 'COUNT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶3', 'The headline has dozens of political prisoners let out.', 'Dozens of Political Prisoners', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('712c16e9-2730-5256-a206-b827f708c30a', '17gen4-dozens', 'COUNT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶8', 'The interim government has begun to let political prisoners out, some dozens.', 'dozens of political prisoners', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('67a1b80d-baa7-5422-8333-3241041b6e27', '17gen4-jorge-rodriguez-important-number', 'COUNT', '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶9', 'He announced that Venezuelan and foreign detainees would go free, without a figure.', 'important number', '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', 'January 8, 2026', '2026-01-09 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'INCREMENT', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'e1f3c380-73d4-5bd3-8f1c-4204c453dacf', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', NULL);
INSERT INTO public."Claim" VALUES ('88c7249b-a753-5b1e-94cb-1a668dfb91f0', '17gen4-several-spaniards', 'COUNT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶9', 'Among the freed are some Spaniards, number not given.', 'several Spaniards', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, NULL, '712c16e9-2730-5256-a206-b827f708c30a', 'nationality', 'ES', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('0f58b337-a7c6-515b-9bb1-419729b29750', '17gen4-two-italians', 'COUNT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶9', 'Among the freed are two Italians or more.', 'at least two Italians', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'AT_LEAST', 2, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, NULL, '712c16e9-2730-5256-a206-b827f708c30a', 'nationality', 'IT', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('080e505b-4486-5966-a2f0-6ef68d4d59b6', '17gen4-rights-organizations-dozens', 'COUNT', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶10', 'The organisations, Foro Penal among them, have verified releases by the dozen.', 'dozens of verified liberations', '2026-01-12 04:00:00+00', '2026-01-14 04:00:00+00', 'DAY', 'America/Caracas', 'January 12–13', '2026-01-14 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL);
INSERT INTO public."Claim" VALUES ('65d0e845-3d6e-5693-97c3-b399d1352647', '17gen4-rights-organizations-49-73', 'COUNT', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶10', 'Depending on the organisation, 49 to 73 releases are verified.', 'from around 49 to 73', '2026-01-12 04:00:00+00', '2026-01-14 04:00:00+00', 'DAY', 'America/Caracas', 'January 12–13', '2026-01-14 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'RANGE', 49, 73, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, 'c18391c9-bf8b-5fa6-a24c-80dc8a5f0954', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL);
INSERT INTO public."Claim" VALUES ('e6d081b8-ff97-55b1-bfc6-f15feb8f8d78', '17gen4-government-116', 'COUNT', '8a991268-6fd4-5e4b-9388-78a1a182e264', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶12', 'The state claims 116 freed in one recent wave.', '116 individuals', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'CUMULATIVE', 'EXACT', 116, 116, NULL, NULL, NULL, NULL, NULL, '43adbbd0-688d-5854-b9d1-60564731bfe0', NULL, NULL, NULL, NULL, false, NULL, NULL, NULL, NULL, NULL, NULL, '8a991268-6fd4-5e4b-9388-78a1a182e264', NULL);
INSERT INTO public."Claim" VALUES ('9bc9c305-a93e-534d-93ff-25e4a9906697', '17gen4-foro-penal-under-116', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶12', 'Foro Penal''s own verification stays well below the 116 of the state.', 'fallen significantly short', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'FEWER_THAN', NULL, 116, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('39a21657-fb26-5e87-8b87-ff5ecd849aac', '17gen4-committee-under-116', 'COUNT', '46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶12', 'The committee''s own verification stays well below the 116 of the state.', 'fallen significantly short', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'FEWER_THAN', NULL, 116, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', NULL);
INSERT INTO public."Claim" VALUES ('87d8dd93-ef04-585d-93ae-56c945041702', '17gen4-many-restricted', 'COUNT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶12', 'Many of the freed live under restrictions, such as a ban on talking to the press.', 'many released individuals', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'OTHER', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('ae441084-0cf6-5429-bd8e-2af8b4b46250', '17gen4-rights-advocates-800-1200', 'COUNT', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶13', 'By their estimate 800 to 1200 political prisoners are still in custody.', 'between 800 and 1,200 political prisoners', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'RANGE', 800, 1200, NULL, NULL, NULL, NULL, NULL, 'c18391c9-bf8b-5fa6-a24c-80dc8a5f0954', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL);
INSERT INTO public."Claim" VALUES ('34328a32-6e5d-5c99-bbd9-3f79f123b76f', '17gen4-many-charged', 'COUNT', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶13', 'Many of those still in custody face charges like incitement, terrorism or conspiracy.', 'many held on charges', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'c18391c9-bf8b-5fa6-a24c-80dc8a5f0954', NULL, 'ae441084-0cf6-5429-bd8e-2af8b4b46250', 'charge', 'incitement to hatred, terrorism or conspiracy', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL);
INSERT INTO public."Claim" VALUES ('9c033c9a-310d-585b-8150-24dc759a4bef', '17gen4-hundreds-held', 'COUNT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶17', 'What becomes of the hundreds still in prison is the test of the interim government.', 'hundreds still behind bars', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('b5151a59-8b45-599d-add4-b97523969a4a', 'caruzo-800-held', 'COUNT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶4', 'The state holds over 800 political prisoners.', 'more than 800 political prisoners', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', 'presently', '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'MORE_THAN', 800, NULL, NULL, NULL, NULL, NULL, NULL, 'c0d1e1e2-3baf-59e6-bb68-154821ea5729', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('03c81bda-7520-566c-9abe-cd1db960f9a5', 'caruzo-minimal-number', 'COUNT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶4', 'Hardly any of them were let out on the night of 8 January.', 'a minimal number', '2026-01-08 22:00:00+00', '2026-01-09 10:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'Thursday night', '2026-01-09 10:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'INCREMENT', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'c0d1e1e2-3baf-59e6-bb68-154821ea5729', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('82d7ec83-c7cd-5b8d-ab35-ab5745e02925', 'caruzo-foro-penal-863', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶5', 'Foro Penal had confirmed 863 political prisoners in custody at the end of December.', '863 confirmed political prisoners', '2025-12-29 04:00:00+00', '2025-12-30 04:00:00+00', 'DAY', 'America/Caracas', 'December 29, 2025', '2025-12-30 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'EXACT', 863, 863, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('507ff047-f588-529a-9407-95f45a39493f', 'caruzo-foro-penal-862-adults', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶5', '862 of the 863 were adults.', '862 are adults', '2025-12-29 04:00:00+00', '2025-12-30 04:00:00+00', 'DAY', 'America/Caracas', 'December 29, 2025', '2025-12-30 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'EXACT', 862, 862, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, '82d7ec83-c7cd-5b8d-ab35-ab5745e02925', 'age', 'adult', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('dd2025fa-733e-50b6-8743-1601653e6516', 'caruzo-foro-penal-1-minor', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶5', 'One of the 863 was a minor.', 'one is a teenage minor', '2025-12-29 04:00:00+00', '2025-12-30 04:00:00+00', 'DAY', 'America/Caracas', 'December 29, 2025', '2025-12-30 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'EXACT', 1, 1, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, '82d7ec83-c7cd-5b8d-ab35-ab5745e02925', 'age', 'minor 14–17', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('034a6697-d62b-5fe4-8293-79f4da24331d', 'caruzo-foro-penal-68-whereabouts', 'COUNT', '1989923d-ac49-538a-8a05-7d4d05e84154', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶5', 'Foro Penal did not know where 68 prisoners were.', 'the whereabouts of 68', '2025-12-29 04:00:00+00', '2025-12-30 04:00:00+00', 'DAY', 'America/Caracas', 'December 29, 2025', '2025-12-30 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'WHEREABOUTS_UNKNOWN', 'PERSONS', 'STOCK', 'EXACT', 68, 68, NULL, NULL, NULL, NULL, NULL, '4a9494d8-0b7c-5f66-b40c-82021055e63e', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1989923d-ac49-538a-8a05-7d4d05e84154', NULL);
INSERT INTO public."Claim" VALUES ('16e8f0f8-2f6c-53fc-a284-c73ec943952e', 'caruzo-jorge-rodriguez-important-number', 'COUNT', '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶6', 'He announced that political prisoners, Venezuelan and foreign, would go free, without a figure.', 'important number', '2026-01-08 22:00:00+00', '2026-01-09 10:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'Thursday night', '2026-01-09 10:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'INCREMENT', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'e1f3c380-73d4-5bd3-8f1c-4204c453dacf', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', NULL);
INSERT INTO public."Claim" VALUES ('e517c787-4ace-5d60-9975-5e3f4b391888', 'caruzo-jorge-rodriguez-significant-number', 'COUNT', '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶7', 'In his own speech: many people, from Venezuela and abroad, are being let go at this moment.', 'a significant number of people', '2026-01-08 22:00:00+00', '2026-01-09 10:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'as we speak', '2026-01-09 10:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'ANNOUNCED', 'PERSONS', 'INCREMENT', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'e1f3c380-73d4-5bd3-8f1c-4204c453dacf', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', NULL);
INSERT INTO public."Claim" VALUES ('e4d9f64c-0349-5f75-a42c-a5a03ed385b6', 'caruzo-very-small-number', 'COUNT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶8', 'After the announcement only a handful came out, and no release on a large scale.', 'only a very small number', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', 'at press time', '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, 'c0d1e1e2-3baf-59e6-bb68-154821ea5729', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('9bf19202-fbd3-5af9-af84-a1ccd865f73e', 'caruzo-platform-11', 'COUNT', '2890ecdd-87a2-5468-999b-66bf2e453e4c', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶9', 'The coalition counts 11 political prisoners out; it heard of the latest releases at one in the morning.', 'only 11 political prisoners', '2026-01-09 12:30:00+00', '2026-01-09 12:30:00+00', 'INSTANT', 'America/Caracas', 'Friday at 8:30 a.m.', '2026-01-09 12:30:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 11, 11, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, '64d0fb75-22ae-57b7-9058-6678fb7b1398', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2890ecdd-87a2-5468-999b-66bf2e453e4c', NULL);
INSERT INTO public."Claim" VALUES ('ae9fe0d4-e492-589e-b979-7c1b417fdc80', 'caruzo-el-nacional-9', 'COUNT', '7a09142f-b40a-544a-993f-5896c6aa9acf', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶9', 'The newspaper counts nine releases.', 'only nine', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 9, 9, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '7a09142f-b40a-544a-993f-5896c6aa9acf', NULL);
INSERT INTO public."Claim" VALUES ('160c141d-e8d6-557b-bde6-473125173804', 'caruzo-monitoreamos-12', 'COUNT', 'b39fdbc9-61f0-5471-89cd-cd36de9b783d', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶9', 'The outlet lists twelve political prisoners as out and confirmed.', 'a list of 12', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 12, 12, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, 'c7172338-ede5-510e-938a-54c8b363f3cb', NULL, NULL, NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, NULL, 'b39fdbc9-61f0-5471-89cd-cd36de9b783d', NULL);
INSERT INTO public."Claim" VALUES ('921f5e20-7338-59bb-bf21-2558a2dd67e9', 'caruzo-monitoreamos-half-spanish', 'COUNT', 'b39fdbc9-61f0-5471-89cd-cd36de9b783d', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶10', 'About half of the twelve on the outlet''s list are from Spain.', 'Roughly half of the list', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERCENT', 'CUMULATIVE', 'ABOUT', 50, 50, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, 'c7172338-ede5-510e-938a-54c8b363f3cb', NULL, '160c141d-e8d6-557b-bde6-473125173804', 'nationality', 'ES', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'b39fdbc9-61f0-5471-89cd-cd36de9b783d', NULL);
INSERT INTO public."Claim" VALUES ('e7fa68b9-dec4-5e34-9bbf-906b87888369', 'caruzo-relatives-waiting-50', 'COUNT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶12', 'Around 50 relatives are reported to have spent the night at the gates of Rodeo I, in Zamora.', 'about 50 family members', '2026-01-08 22:00:00+00', '2026-01-09 10:00:00+00', 'PART_OF_DAY', 'America/Caracas', 'overnight', '2026-01-09 10:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'WAITING', 'PERSONS', 'STOCK', 'ABOUT', 50, 50, NULL, NULL, NULL, NULL, NULL, NULL, '5c6fb6f6-e968-58c8-9859-ac12dfc29ae0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '5c6fb6f6-e968-58c8-9859-ac12dfc29ae0');
INSERT INTO public."Claim" VALUES ('013f1a23-6abc-56ff-baa9-cd53af3d077c', 'caruzo-miliany-castillo-zero', 'COUNT', '4d03b747-a1b5-5aaa-b775-3acc122762d9', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶12', 'Nobody had yet been let out of Rodeo I, says the sister of a prisoner.', 'no releases at Rodeo I', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', 'so far', '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 0, 0, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, NULL, '5c6fb6f6-e968-58c8-9859-ac12dfc29ae0', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4d03b747-a1b5-5aaa-b775-3acc122762d9', '5c6fb6f6-e968-58c8-9859-ac12dfc29ae0');
INSERT INTO public."Claim" VALUES ('9655e193-9d4f-586b-9c26-a91dd16a570e', 'caruzo-limited-number', 'COUNT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶16', 'The author calls the releases that are confirmed few.', 'limited number of confirmed releases', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 04:00:00+00', '2026-01-09 04:00:00+00', 'DAY', 'America/Caracas', NULL, 'c0d1e1e2-3baf-59e6-bb68-154821ea5729', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('b4e18dc3-7c8e-5a6a-bf5d-9ba8de07d9c0', 'caruzo-trump-large-number', 'COUNT', 'ac993429-a2f3-542a-824a-455b42e070e1', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶19', 'He called off an attack in answer to the release of many political prisoners, number not given.', 'large number', '2026-01-09 05:00:00+00', '2026-01-10 05:00:00+00', 'DAY', 'America/New_York', 'early on Friday morning', '2026-01-10 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 05:00:00+00', '2026-01-09 05:00:00+00', 'DAY', 'America/New_York', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'ac993429-a2f3-542a-824a-455b42e070e1', NULL);
INSERT INTO public."Claim" VALUES ('73cbb995-07eb-57e1-bbb7-baacf6d8fb70', 'caruzo-trump-large-numbers', 'COUNT', 'ac993429-a2f3-542a-824a-455b42e070e1', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶20', 'In his post: Venezuela lets many political prisoners go, number not given.', 'large numbers of political prisoners', '2026-01-09 05:00:00+00', '2026-01-10 05:00:00+00', 'DAY', 'America/New_York', 'early on Friday morning', '2026-01-10 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, '2026-01-08 05:00:00+00', '2026-01-09 05:00:00+00', 'DAY', 'America/New_York', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'ac993429-a2f3-542a-824a-455b42e070e1', NULL);
INSERT INTO public."Claim" VALUES ('806d43e2-70a1-55f1-b709-83ad03b7928f', 'cnn-prosecutor-torres-arrest', 'EVENT', '15b229c8-6f24-56dd-b8e2-a428374771ff', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶16', 'Prosecutors: a serving officer of the national police, in prison from 11 December.', 'since December 11', '2026-01-11 04:00:00+00', '2026-01-12 04:00:00+00', 'DAY', 'America/Caracas', 'Sunday', '2026-01-12 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'a55dfe46-9387-59f5-b284-b77e2a5ee866', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'OFFICIAL', NULL, NULL, '15b229c8-6f24-56dd-b8e2-a428374771ff', NULL);
INSERT INTO public."Claim" VALUES ('3beaba3f-c341-5fbd-a3e5-2269e3fa2624', 'cnn-prosecutor-torres-transfer', 'EVENT', '15b229c8-6f24-56dd-b8e2-a428374771ff', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶17', 'Prosecutors: he was taken to a medical centre at once, reached it alive and was treated in time.', NULL, '2026-01-11 04:00:00+00', '2026-01-12 04:00:00+00', 'DAY', 'America/Caracas', 'Sunday', '2026-01-12 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'b74b1544-7799-5ee0-b3b4-a28163046319', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'OFFICIAL', NULL, NULL, '15b229c8-6f24-56dd-b8e2-a428374771ff', NULL);
INSERT INTO public."Claim" VALUES ('97996643-1a67-59b1-9f0f-a40620fa4e93', 'cnn-prosecutor-torres-death', 'EVENT', '15b229c8-6f24-56dd-b8e2-a428374771ff', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶17', 'Prosecutors: a stroke and then cardiac arrest killed him, on 10 January, after his health failed suddenly.', 'a stroke followed by cardiac arrest', '2026-01-11 04:00:00+00', '2026-01-12 04:00:00+00', 'DAY', 'America/Caracas', 'Sunday', '2026-01-12 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd099ab35-205c-50c9-903b-d53c106ca906', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'OFFICIAL', 'stroke and cardiac arrest', NULL, '15b229c8-6f24-56dd-b8e2-a428374771ff', NULL);
INSERT INTO public."Claim" VALUES ('527fc276-bacf-58f7-b28d-6a08028b575c', 'cnn-committee-torres-arrest', 'EVENT', '46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶18', 'The committee: the reason for his arrest was that he had passed on messages against the government.', 'critical of the regime', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'a55dfe46-9387-59f5-b284-b77e2a5ee866', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', NULL);
INSERT INTO public."Claim" VALUES ('7ed980df-e8ce-5c82-8982-1e161361a72a', 'cnn-peace-laboratory-torres-death', 'EVENT', 'f1302540-0677-5f7d-99eb-d8f5e7f42268', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶19', 'Peace Laboratory: set free and given medical care, he might have lived; it blames the government.', 'possibly be alive today', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd099ab35-205c-50c9-903b-d53c106ca906', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'ORGANISATION', 'medical care came too late', NULL, 'f1302540-0677-5f7d-99eb-d8f5e7f42268', NULL);
INSERT INTO public."Claim" VALUES ('4ea3f792-f6d3-5e4d-978e-c079f77609a5', 'cnn-marquez-arrest', 'EVENT', '936293a7-c390-5486-9f00-e0de144e7073', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶27', 'Until his release he was held at El Helicoide.', NULL, '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '15815bfd-ee0a-5ee6-8493-fa2d60b3724d', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '936293a7-c390-5486-9f00-e0de144e7073', NULL);
INSERT INTO public."Claim" VALUES ('10776725-d767-55b4-9b0a-5cd1584b63c7', 'cnn-marquez-release', 'EVENT', '936293a7-c390-5486-9f00-e0de144e7073', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶27', 'He was one of the first to come out, in the week of 8 January, from El Helicoide.', 'Among the first people released', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2c5e461c-3628-5394-8666-139e018de168', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '936293a7-c390-5486-9f00-e0de144e7073', NULL);
INSERT INTO public."Claim" VALUES ('72ec879b-eda2-5038-8854-85274edc0ede', 'cnn-pilieri-arrest', 'EVENT', '936293a7-c390-5486-9f00-e0de144e7073', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶27', 'Until his release he was held at El Helicoide.', NULL, '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cb3a2f15-a42f-513e-aa25-daed99d5eac7', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '936293a7-c390-5486-9f00-e0de144e7073', NULL);
INSERT INTO public."Claim" VALUES ('c1399aab-e7ce-5591-981b-5a6709319b68', 'cnn-pilieri-release', 'EVENT', '936293a7-c390-5486-9f00-e0de144e7073', '4fd1c676-a5a0-5959-a484-999f56ac46cb', '¶27', 'He was one of the first to come out, in the week of 8 January, from El Helicoide.', 'Among the first people released', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '595a4b03-c645-51aa-b103-cd85652ea657', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '936293a7-c390-5486-9f00-e0de144e7073', NULL);
INSERT INTO public."Claim" VALUES ('55c1c6b8-e522-58c0-8fbc-84bd981c1411', 'npr-torres-arrest', 'EVENT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶17', 'The police officer was detained in December because he had criticised the government.', 'detained in December', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'a55dfe46-9387-59f5-b284-b77e2a5ee866', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('bd1aebf5-2885-50a1-873f-19f0a12aefb9', 'npr-torres-death', 'EVENT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶17', 'He is one of those who died in custody.', 'some have died in detention', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd099ab35-205c-50c9-903b-d53c106ca906', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('6de0bafe-a88c-5f93-973d-becccea1dace', 'npr-prosecutor-torres-death', 'EVENT', '15b229c8-6f24-56dd-b8e2-a428374771ff', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶17', 'The Attorney General: it was a heart attack, on the Saturday.', 'died of a heart attack', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'd099ab35-205c-50c9-903b-d53c106ca906', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'SUPPORTS', 'OFFICIAL', 'heart attack', NULL, '15b229c8-6f24-56dd-b8e2-a428374771ff', NULL);
INSERT INTO public."Claim" VALUES ('bc7a2b84-fc64-5b11-a71e-1c9fc93f0e73', 'npr-marquez-arrest', 'EVENT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶24', 'Security forces took him in the wave of arrests after the election; he then spent a year in El Helicoide.', 'Four months later', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '15815bfd-ee0a-5ee6-8493-fa2d60b3724d', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('397c2093-d4c9-5461-9219-0ef89efcd87e', 'npr-marquez-charge', 'EVENT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶25', 'He was charged, and the charges outlast his release.', 'remain in place', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'a5a9ce45-399c-5138-9506-39f6016dbbc4', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('5b475dc2-0a72-5a66-b458-7eaf82251bc2', 'npr-marquez-release', 'EVENT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶24', 'He came out of El Helicoide and embraced his wife; he stays charged and barred from the press.', 'emerged last week', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2c5e461c-3628-5394-8666-139e018de168', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('c554364f-8a70-5c14-8029-690225ff1e37', 'npr-guanipa-arrest', 'EVENT', 'd0fc98ce-50b3-5598-9f43-59d59880a199', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶27', 'The former governor is in custody at a police station of Caracas.', 'the Caracas police station', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', NULL, '2026-01-13 05:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '007ab47d-6a27-53a7-a419-cb4f99626bba', '39065eb1-d696-5f04-b462-8155e6736b21', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd0fc98ce-50b3-5598-9f43-59d59880a199', NULL);
INSERT INTO public."Claim" VALUES ('8a65a0fc-147b-5c5d-9e86-41e56381e5a2', 'npr-relative-guanipa-arrest', 'EVENT', 'c2cbf5b2-a4c9-5810-ac7a-6ff0a7f791c8', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶27', 'His son, in a video made in front of the police station: he is still not free.', 'has not yet been released', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '007ab47d-6a27-53a7-a419-cb4f99626bba', '39065eb1-d696-5f04-b462-8155e6736b21', 'SUPPORTS', 'RELATIVE', NULL, NULL, 'c2cbf5b2-a4c9-5810-ac7a-6ff0a7f791c8', NULL);
INSERT INTO public."Claim" VALUES ('6706f2a1-2a7c-5e23-b0c6-155a16c919c1', 'npr-diaz-arrest', 'EVENT', '1f3504e9-4204-57b2-8881-e703b89bf011', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶28', 'He tells of his own detention in 2019, with blows and suffocation to force a confession.', 'briefly detained in 2019', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4a4290fe-d182-5e91-9af8-af2f294f55b5', '113135c4-5967-536e-890d-df2ab8b7500d', 'SUPPORTS', 'VICTIM', NULL, NULL, '1f3504e9-4204-57b2-8881-e703b89bf011', NULL);
INSERT INTO public."Claim" VALUES ('e3f0c54f-6a60-5435-80a3-d89529b20f09', 'npr-diaz-release', 'EVENT', '1f3504e9-4204-57b2-8881-e703b89bf011', 'e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', '¶28', 'His detention in 2019 was short.', 'briefly detained in 2019', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-13 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '679ae8d6-5353-5f39-9f35-7263bb70c771', '113135c4-5967-536e-890d-df2ab8b7500d', 'SUPPORTS', 'VICTIM', NULL, NULL, '1f3504e9-4204-57b2-8881-e703b89bf011', NULL);
INSERT INTO public."Claim" VALUES ('740fb5d0-d8b7-5833-be92-c4898828614b', 'boon-tudares-arrest', 'EVENT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶6', 'He was in prison; when and where he was taken is not said.', NULL, '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2fa0999a-2624-5f85-9bbe-71d69a813dbc', '843e6c6c-b24b-5d45-b014-65f4cafed7d8', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('4ea17dc7-3c9a-52b8-b48a-42035546df21', 'boon-tudares-sentence', 'EVENT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶6', 'A quick trial gave him thirty years.', 'express sentence of thirty years', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '3b8e07f5-628e-586c-b00a-1940031d2e80', '843e6c6c-b24b-5d45-b014-65f4cafed7d8', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('f4dc4728-27f7-59fb-a302-c67b66bd1ec0', 'boon-tudares-release', 'EVENT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶6', 'He was let out on the Thursday before publication.', 'released this Thursday', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2935024a-de1b-5428-9e3b-e1d573ab551e', '843e6c6c-b24b-5d45-b014-65f4cafed7d8', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('a7f72862-da97-5271-b3b0-c6afec64bbc0', 'boon-san-miguel-arrest', 'EVENT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶9', 'In detention from February 2024; conspiracy is alleged.', 'alleged conspiracy', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4d49f54c-b465-5e5f-b0e5-836bf6c81060', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('acbf646c-4c46-5d3f-8c88-dacd87c3f2d4', 'boon-san-miguel-release', 'EVENT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶9', 'Hers is one of the first releases to be confirmed.', 'the first releases were confirmed', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '19c99ba0-19cf-5bde-8b57-7bdbba5851de', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('55400c62-2ad7-58a1-9a22-d33c9a6cb8fd', 'boon-alfredo-marquez-arrest', 'EVENT', '3a6b5096-4366-542f-8f83-3ffb6404136a', '537437ec-c1aa-5c36-a086-11b8c3b93003', '¶22', 'The former councilman was arrested in Trujillo when the governor there ordered it, while others were being freed.', 'orders of the state governor', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-25 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '51c58dff-61ce-5809-b00f-52af658921d4', 'bd2fbeb2-bd0e-58f4-8102-7f4c9d3e4ae0', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL);
INSERT INTO public."Claim" VALUES ('df2c38d9-7d41-5fa1-941c-9cdf3cc1d04e', '17gen4-marquez-release', 'EVENT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶9', 'Named among the well-known opposition figures who were freed.', NULL, '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2c5e461c-3628-5394-8666-139e018de168', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('98a9db00-599f-5d3c-be07-78272484ed3c', '17gen4-pilieri-release', 'EVENT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶9', 'Named among the well-known opposition figures who were freed.', NULL, '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '595a4b03-c645-51aa-b103-cd85652ea657', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('2ca5816c-6a78-5635-9375-f9d013beaf2f', '17gen4-san-miguel-release', 'EVENT', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '2cff07b3-20c6-583b-9c22-78acbb48a427', '¶9', 'Named among the well-known figures who were freed.', NULL, '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', NULL, '2026-02-01 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '19c99ba0-19cf-5bde-8b57-7bdbba5851de', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd38ab816-5d16-5e06-bb37-61b7a06ff105', NULL);
INSERT INTO public."Claim" VALUES ('fbb0fe2f-84fe-5acb-97de-f4803280dfc3', 'caruzo-san-miguel-arrest', 'EVENT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶10', 'Arrested in February 2024, during a campaign against dissidents.', 'arrested in February 2024', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '4d49f54c-b465-5e5f-b0e5-836bf6c81060', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('481ac105-6096-51f3-b901-4da53921ca13', 'caruzo-monitoreamos-san-miguel-release', 'EVENT', 'b39fdbc9-61f0-5471-89cd-cd36de9b783d', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶10', 'Her name is on the outlet''s list of confirmed releases.', NULL, '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '19c99ba0-19cf-5bde-8b57-7bdbba5851de', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'b39fdbc9-61f0-5471-89cd-cd36de9b783d', NULL);
INSERT INTO public."Claim" VALUES ('2e077d69-3079-50b5-8358-87e47060683c', 'caruzo-ntn24-san-miguel-release', 'EVENT', 'd1602536-6f57-5a0a-8976-f29b3c0d760e', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶11', 'She and the other Spaniards landed safely in Spain at 13:25; whose local time is not said.', 'safely arrived in Spain', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '19c99ba0-19cf-5bde-8b57-7bdbba5851de', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'SUPPORTS', 'ORGANISATION', NULL, NULL, 'd1602536-6f57-5a0a-8976-f29b3c0d760e', NULL);
INSERT INTO public."Claim" VALUES ('f3495040-9cff-51cf-acc3-fa241486d0d4', 'caruzo-marquez-arrest', 'EVENT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶15', 'He was detained because he backed Edmundo González as winner of the election.', NULL, '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '15815bfd-ee0a-5ee6-8493-fa2d60b3724d', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('74054e6d-a2d2-59fd-a443-933c75ce431e', 'caruzo-marquez-release', 'EVENT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶15', 'His release is given as confirmed.', 'Other confirmed releases', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2c5e461c-3628-5394-8666-139e018de168', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('ec7e54aa-32d4-5de0-bedd-c2c941265c41', 'caruzo-villegas-marquez-release', 'EVENT', '1391183d-9619-5a71-ae96-57644f7291f4', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶15', 'Footage shows him in the arms of his family, in a street that is not named.', NULL, '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2c5e461c-3628-5394-8666-139e018de168', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'SUPPORTS', 'WITNESS', NULL, NULL, '1391183d-9619-5a71-ae96-57644f7291f4', NULL);
INSERT INTO public."Claim" VALUES ('aeeee047-810a-5b2e-8336-ae051ce15648', 'caruzo-pilieri-release', 'EVENT', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c9e2f4f3-86f5-54e8-b89b-40046391222f', '¶15', 'His release is given as confirmed.', 'Other confirmed releases', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '595a4b03-c645-51aa-b103-cd85652ea657', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', 'SUPPORTS', 'UNKNOWN', NULL, NULL, '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL);
INSERT INTO public."Claim" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', 'c32c4a66-de88-52d0-aa88-6c7d941b6b67', 'EVENT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:28.335+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', NULL);
INSERT INTO public."Claim" VALUES ('485e73f0-b06e-5711-b1fa-02b6ee69205d', '485e73f0-b06e-5711-b1fa-02b6ee69205d', 'EVENT', '16b839cb-1087-5242-a0bf-41d0c8155525', '35be01f2-d8ae-588a-86a4-93191b15cf00', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:28.402+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '16b839cb-1087-5242-a0bf-41d0c8155525', NULL);
INSERT INTO public."Claim" VALUES ('5612d535-5223-5b2d-848b-6304ba9415b3', '5612d535-5223-5b2d-848b-6304ba9415b3', 'EVENT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:28.505+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '12770825-476e-5ff1-9d77-7d17307569c8', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', NULL);
INSERT INTO public."Claim" VALUES ('6fae08cc-f2ff-52b3-9399-26fd4834f8fc', '6fae08cc-f2ff-52b3-9399-26fd4834f8fc', 'EVENT', '16b839cb-1087-5242-a0bf-41d0c8155525', '5047dcf8-1f66-5786-a465-450466aff255', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:28.559+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '12770825-476e-5ff1-9d77-7d17307569c8', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '16b839cb-1087-5242-a0bf-41d0c8155525', NULL);
INSERT INTO public."Claim" VALUES ('c6cbe1db-3dfd-5209-a0cd-a362dba57a6d', 'c6cbe1db-3dfd-5209-a0cd-a362dba57a6d', 'EVENT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:28.703+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'e119e02e-4355-58a5-a73a-28a85fd5deda', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', NULL);
INSERT INTO public."Claim" VALUES ('1f37eb9b-7bcc-5592-bea1-861b8c5602ac', '1f37eb9b-7bcc-5592-bea1-861b8c5602ac', 'EVENT', '16b839cb-1087-5242-a0bf-41d0c8155525', 'b682d4ed-876f-5637-8470-4776615c6fdc', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:28.754+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'e119e02e-4355-58a5-a73a-28a85fd5deda', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '16b839cb-1087-5242-a0bf-41d0c8155525', NULL);
INSERT INTO public."Claim" VALUES ('174652c3-80cf-547d-9227-d87963d1c5de', '174652c3-80cf-547d-9227-d87963d1c5de', 'EVENT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:28.935+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'c5a3b317-403f-5df2-8ada-21286b2802b9', '2e56b45e-039e-408f-9621-9efab2f1af05', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', NULL);
INSERT INTO public."Claim" VALUES ('43e909ca-5584-5254-a4d9-1131ffb2731b', '43e909ca-5584-5254-a4d9-1131ffb2731b', 'EVENT', '16b839cb-1087-5242-a0bf-41d0c8155525', '25f94c58-5902-5df8-b9ec-95c2657b41c0', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:29.009+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'c5a3b317-403f-5df2-8ada-21286b2802b9', '2e56b45e-039e-408f-9621-9efab2f1af05', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '16b839cb-1087-5242-a0bf-41d0c8155525', NULL);
INSERT INTO public."Claim" VALUES ('6037bdb6-72c8-52e4-8ad8-a98875205d13', '6037bdb6-72c8-52e4-8ad8-a98875205d13', 'COUNT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'So many.', NULL, '2026-01-18 04:00:00+00', '2026-01-19 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-19 04:00:00+00', '2026-11-27 09:01:30.256+00', 'key:5114e490-8656-498b-8656-f5322263372b', '067bb778-700f-5c23-b072-02cf3e19028c', 'SOURCE_UPDATED', false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 95, 95, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', NULL);
INSERT INTO public."Claim" VALUES ('067bb778-700f-5c23-b072-02cf3e19028c', '067bb778-700f-5c23-b072-02cf3e19028c', 'COUNT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'So many.', NULL, '2026-01-17 04:00:00+00', '2026-01-18 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-18 04:00:00+00', '2026-11-27 09:01:29.21+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, '2026-11-27 09:01:30.256+00', 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 90, 90, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', NULL);
INSERT INTO public."Claim" VALUES ('76304bbb-102c-5124-94ed-1e8413dc574d', '76304bbb-102c-5124-94ed-1e8413dc574d', 'COUNT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '892a6650-0457-5dec-89dd-87de05559548', NULL, 'So many.', NULL, '2026-01-16 04:00:00+00', '2026-01-17 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-17 04:00:00+00', '2026-11-27 09:01:29.333+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'PUBLIC', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'EXACT', 85, 85, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '7f2cc24a-ba34-5c6b-b60e-714daabdc473', NULL);
INSERT INTO public."Claim" VALUES ('2f241a72-5f19-57ec-a49c-b3bc260b5c4f', '2f241a72-5f19-57ec-a49c-b3bc260b5c4f', 'EVENT', '16b839cb-1087-5242-a0bf-41d0c8155525', '0d3ab18e-80a5-5a8c-9e6f-91e0d75922ec', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:29.128+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'RESTRICTED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '281ad62a-5ad0-5e84-bb50-6c2ac921577e', '2475a0a5-774b-4f6f-a624-021f1b959892', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '16b839cb-1087-5242-a0bf-41d0c8155525', NULL);
INSERT INTO public."Claim" VALUES ('5badae59-e737-504c-a8dc-7f892738699e', '5badae59-e737-504c-a8dc-7f892738699e', 'COUNT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'So many.', NULL, '2026-01-17 04:00:00+00', '2026-01-18 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-18 04:00:00+00', '2026-11-27 09:01:30.3+00', 'key:5114e490-8656-498b-8656-f5322263372b', '28b4eec4-c3ef-55b9-a88a-4c6be93de19f', 'OUR_ERROR', false, NULL, 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'EXACT', 710, 710, NULL, NULL, NULL, NULL, NULL, NULL, '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '080db898-96e7-5c52-87b5-fefd4a2bd430');
INSERT INTO public."Claim" VALUES ('28b4eec4-c3ef-55b9-a88a-4c6be93de19f', '28b4eec4-c3ef-55b9-a88a-4c6be93de19f', 'COUNT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'So many.', NULL, '2026-01-17 04:00:00+00', '2026-01-18 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-18 04:00:00+00', '2026-11-27 09:01:29.26+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, '2026-11-27 09:01:30.3+00', 'PUBLIC', 'PUBLIC', 'HELD', 'PERSONS', 'STOCK', 'EXACT', 700, 700, NULL, NULL, NULL, NULL, NULL, NULL, '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '080db898-96e7-5c52-87b5-fefd4a2bd430');
INSERT INTO public."Claim" VALUES ('2c05f681-6ae0-5892-88ed-6c47928d7a03', '2c05f681-6ae0-5892-88ed-6c47928d7a03', 'EVENT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '892a6650-0457-5dec-89dd-87de05559548', NULL, 'Withdrawn by the source.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:30.598+00', 'key:5114e490-8656-498b-8656-f5322263372b', '4f73943d-6441-575d-9b62-d785d9180a2f', 'SOURCE_RETRACTED', true, NULL, 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'DISPUTES', 'ORGANISATION', NULL, NULL, '7f2cc24a-ba34-5c6b-b60e-714daabdc473', NULL);
INSERT INTO public."Claim" VALUES ('4f73943d-6441-575d-9b62-d785d9180a2f', '4f73943d-6441-575d-9b62-d785d9180a2f', 'EVENT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '892a6650-0457-5dec-89dd-87de05559548', NULL, 'She is not.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:30.547+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, '2026-11-27 09:01:30.598+00', 'PUBLIC', 'PUBLIC', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'DISPUTES', 'ORGANISATION', NULL, NULL, '7f2cc24a-ba34-5c6b-b60e-714daabdc473', NULL);
INSERT INTO public."Claim" VALUES ('c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', 'c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', 'EVENT', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', NULL, 'She is free.', NULL, '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', '2026-11-27 09:01:29.088+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, NULL, 'PUBLIC', 'RESTRICTED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '281ad62a-5ad0-5e84-bb50-6c2ac921577e', '2475a0a5-774b-4f6f-a624-021f1b959892', 'SUPPORTS', 'ORGANISATION', NULL, NULL, '1c011afa-b67a-5d12-aa1c-686cf53edb6f', NULL);
INSERT INTO public."Claim" VALUES ('155326d8-a001-519d-b15f-f2e453320e42', '155326d8-a001-519d-b15f-f2e453320e42', 'COUNT', '54ac10b9-2791-5c59-975b-5593de55ad9b', 'ee594a10-2fa3-5a02-a248-c05dec5c38a3', NULL, 'Redacted.', NULL, '2026-01-17 04:00:00+00', '2026-01-18 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-18 04:00:00+00', '2026-11-27 09:01:30.42+00', 'key:5114e490-8656-498b-8656-f5322263372b', 'a82579ca-746d-5bf7-8cea-e29711b0eeec', 'REDACTION', true, NULL, 'PUBLIC', 'RESTRICTED', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '54ac10b9-2791-5c59-975b-5593de55ad9b', NULL);
INSERT INTO public."Claim" VALUES ('a82579ca-746d-5bf7-8cea-e29711b0eeec', 'a82579ca-746d-5bf7-8cea-e29711b0eeec', 'COUNT', '54ac10b9-2791-5c59-975b-5593de55ad9b', 'ee594a10-2fa3-5a02-a248-c05dec5c38a3', NULL, '[redacted]', NULL, '2026-01-17 04:00:00+00', '2026-01-18 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-18 04:00:00+00', '2026-11-27 09:01:29.3+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', NULL, NULL, false, '2026-11-27 09:01:30.42+00', 'PUBLIC', 'RESTRICTED', 'RELEASED', 'PERSONS', 'CUMULATIVE', 'UNQUANTIFIED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-27 09:01:30.42+00', '54ac10b9-2791-5c59-975b-5593de55ad9b', NULL);
INSERT INTO public."Clock" VALUES (1, '2026-11-27 09:01:31.348+00');
INSERT INTO public."CustodyEvent" VALUES ('51c58dff-61ce-5809-b00f-52af658921d4', 'alfredo-marquez-arrest', 'ARREST', 'bd2fbeb2-bd0e-58f4-8102-7f4c9d3e4ae0', '2026-01-12 04:00:00+00', '2026-01-13 04:00:00+00', 'DAY', 'America/Caracas', 'Monday, January 12', '2026-01-13 04:00:00+00', NULL, 'Trujillo', NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '13882aa3-9630-4ba9-936c-af2788c2b906', 2, 'bd2fbeb2-bd0e-58f4-8102-7f4c9d3e4ae0', NULL);
INSERT INTO public."CustodyEvent" VALUES ('cb3a2f15-a42f-513e-aa25-daed99d5eac7', 'biagio-pilieri-arrest', 'ARREST', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', NULL, '2026-01-08 04:00:00+00', 'UNKNOWN', 'America/Caracas', NULL, '2026-01-08 04:00:00+00', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd', NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', 'f0e63cc8-4038-4165-841d-522ea9ccafd4', 2, 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd');
INSERT INTO public."CustodyEvent" VALUES ('595a4b03-c645-51aa-b103-cd85652ea657', 'biagio-pilieri-release', 'RELEASE', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', '2026-01-08 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', 'last week', '2026-01-10 04:00:00+00', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd', NULL, 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'CORROBORATED', 'c8d4048c-b8ee-40ef-a664-cda00b30988b', 0, 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd');
INSERT INTO public."CustodyEvent" VALUES ('a55dfe46-9387-59f5-b284-b77e2a5ee866', 'edilson-jose-torres-fernandez-arrest', 'ARREST', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', '2025-12-11 04:00:00+00', '2025-12-12 04:00:00+00', 'DAY', 'America/Caracas', 'December 11', '2025-12-12 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'CORROBORATED', 'bef7f9c1-42c1-4a1b-8348-50bfa46acdc6', 0, 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', NULL);
INSERT INTO public."CustodyEvent" VALUES ('b74b1544-7799-5ee0-b3b4-a28163046319', 'edilson-jose-torres-fernandez-transfer', 'TRANSFER', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', '2026-01-10 04:00:00+00', '2026-01-11 04:00:00+00', 'DAY', 'America/Caracas', 'January 10', '2026-01-11 04:00:00+00', NULL, 'medical centre (not named)', NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '79217619-0dd6-43bf-b045-7b7b851e7c78', 3, 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', NULL);
INSERT INTO public."CustodyEvent" VALUES ('d099ab35-205c-50c9-903b-d53c106ca906', 'edilson-jose-torres-fernandez-death', 'DEATH', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', '2026-01-10 04:00:00+00', '2026-01-11 04:00:00+00', 'DAY', 'America/Caracas', 'January 10', '2026-01-11 04:00:00+00', NULL, 'medical centre (not named)', NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'CORROBORATED', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4', 0, 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', NULL);
INSERT INTO public."CustodyEvent" VALUES ('15815bfd-ee0a-5ee6-8493-fa2d60b3724d', 'enrique-marquez-arrest', 'ARREST', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', '2024-11-01 04:00:00+00', '2025-01-01 04:00:00+00', 'MONTH', 'America/Caracas', 'Four months later', '2025-01-01 04:00:00+00', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd', NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', 'ee29bda4-12c5-4fad-a3cb-3199fb81f0da', 1, 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd');
INSERT INTO public."CustodyEvent" VALUES ('a5a9ce45-399c-5138-9506-39f6016dbbc4', 'enrique-marquez-charge', 'CHARGE', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', NULL, '2026-01-08 04:00:00+00', 'UNKNOWN', 'America/Caracas', NULL, '2026-01-08 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '0e3936f2-40dc-4099-80d6-6bea8c38fc66', 2, 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', NULL);
INSERT INTO public."CustodyEvent" VALUES ('2c5e461c-3628-5394-8666-139e018de168', 'enrique-marquez-release', 'RELEASE', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', '2026-01-08 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', 'last week', '2026-01-10 04:00:00+00', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd', NULL, 'EFFECTED', 'CONDITIONAL', '{GAG_ORDER,CHARGES_KEPT}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'CORROBORATED', 'd562a18b-b752-4754-9de1-e213e5aabd80', 0, 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', '50931a43-0b8b-5e1b-a1cd-7506e193dcdd');
INSERT INTO public."CustodyEvent" VALUES ('007ab47d-6a27-53a7-a419-cb4f99626bba', 'juan-pablo-guanipa-arrest', 'ARREST', '39065eb1-d696-5f04-b462-8155e6736b21', NULL, '2026-01-12 04:00:00+00', 'UNKNOWN', 'America/Caracas', NULL, '2026-01-12 04:00:00+00', '5713281d-3bf2-553d-9525-5345c1ad38f3', NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '62b4aa5c-12c0-4387-8ef6-7a7a16686710', 1, '39065eb1-d696-5f04-b462-8155e6736b21', '5713281d-3bf2-553d-9525-5345c1ad38f3');
INSERT INTO public."CustodyEvent" VALUES ('4a4290fe-d182-5e91-9af8-af2f294f55b5', 'luis-carlos-diaz-arrest', 'ARREST', '113135c4-5967-536e-890d-df2ab8b7500d', '2019-01-01 04:00:00+00', '2020-01-01 04:00:00+00', 'YEAR', 'America/Caracas', '2019', '2020-01-01 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '5978bc7a-8c82-4dd6-af12-dbc0a429a4b7', 2, '113135c4-5967-536e-890d-df2ab8b7500d', NULL);
INSERT INTO public."CustodyEvent" VALUES ('679ae8d6-5353-5f39-9f35-7263bb70c771', 'luis-carlos-diaz-release', 'RELEASE', '113135c4-5967-536e-890d-df2ab8b7500d', '2019-01-01 04:00:00+00', '2020-01-01 04:00:00+00', 'YEAR', 'America/Caracas', '2019', '2020-01-01 04:00:00+00', NULL, NULL, 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '21340234-7350-4ba8-8279-ee0d1d4e4832', 3, '113135c4-5967-536e-890d-df2ab8b7500d', NULL);
INSERT INTO public."CustodyEvent" VALUES ('2fa0999a-2624-5f85-9bbe-71d69a813dbc', 'rafael-tudares-arrest', 'ARREST', '843e6c6c-b24b-5d45-b014-65f4cafed7d8', NULL, '2026-01-22 04:00:00+00', 'UNKNOWN', 'America/Caracas', NULL, '2026-01-22 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '29bf9a13-e2ab-4c5d-aa3a-e9ddf2f4bea5', 3, '843e6c6c-b24b-5d45-b014-65f4cafed7d8', NULL);
INSERT INTO public."CustodyEvent" VALUES ('3b8e07f5-628e-586c-b00a-1940031d2e80', 'rafael-tudares-sentence', 'SENTENCE', '843e6c6c-b24b-5d45-b014-65f4cafed7d8', NULL, '2026-01-22 04:00:00+00', 'UNKNOWN', 'America/Caracas', NULL, '2026-01-22 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '69729ad8-ab9e-4c30-bb4b-48cb7b5a3784', 3, '843e6c6c-b24b-5d45-b014-65f4cafed7d8', NULL);
INSERT INTO public."CustodyEvent" VALUES ('e119e02e-4355-58a5-a73a-28a85fd5deda', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 'RELEASE', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '2026-01-18 04:00:00+00', '2026-01-19 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-19 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:28.673+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'REFUTED', '0ae9ce8a-8da0-4fb1-b797-01f492402f3f', NULL, '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '6f8edd65-c0cf-52b1-954f-9063a78b9150');
INSERT INTO public."CustodyEvent" VALUES ('12770825-476e-5ff1-9d77-7d17307569c8', '12770825-476e-5ff1-9d77-7d17307569c8', 'RELEASE', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', '2026-01-18 04:00:00+00', '2026-01-19 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-19 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:28.477+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'CONTESTED', '654f9b21-ba36-47c9-b457-5fdf1c072a64', NULL, '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', '080db898-96e7-5c52-87b5-fefd4a2bd430');
INSERT INTO public."CustodyEvent" VALUES ('2935024a-de1b-5428-9e3b-e1d573ab551e', 'rafael-tudares-release', 'RELEASE', '843e6c6c-b24b-5d45-b014-65f4cafed7d8', '2026-01-22 04:00:00+00', '2026-01-23 04:00:00+00', 'DAY', 'America/Caracas', 'this Thursday', '2026-01-23 04:00:00+00', NULL, NULL, 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '43f43435-58df-4202-8a83-8beed897232f', 3, '843e6c6c-b24b-5d45-b014-65f4cafed7d8', NULL);
INSERT INTO public."CustodyEvent" VALUES ('4d49f54c-b465-5e5f-b0e5-836bf6c81060', 'rocio-san-miguel-arrest', 'ARREST', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', '2024-02-01 04:00:00+00', '2024-03-01 04:00:00+00', 'MONTH', 'America/Caracas', 'February 2024', '2024-03-01 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'REPORTED', '1958a1dc-74d9-40d2-9d44-c1a8c2baade7', 2, 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', NULL);
INSERT INTO public."CustodyEvent" VALUES ('19c99ba0-19cf-5bde-8b57-7bdbba5851de', 'rocio-san-miguel-release', 'RELEASE', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', '2026-01-08 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', NULL, 'Spain (arrival)', 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:24.946+00', 'import:venezuela-2026-01', 'PUBLIC', 'CORROBORATED', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2', 0, 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', NULL);
INSERT INTO public."CustodyEvent" VALUES ('d4459a16-089e-5724-9888-29cd9f400919', 'd4459a16-089e-5724-9888-29cd9f400919', 'ARREST', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '2025-12-01 04:00:00+00', '2025-12-02 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2025-12-02 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, NULL, NULL, '{}', '2026-11-27 09:01:28.256+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'REPORTED', '3a483c2b-245f-4494-878b-459afee18801', 2, 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '6f8edd65-c0cf-52b1-954f-9063a78b9150');
INSERT INTO public."CustodyEvent" VALUES ('c1310019-7cd5-55e2-8146-281c1317d6fb', 'c1310019-7cd5-55e2-8146-281c1317d6fb', 'ARREST', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '2025-12-01 04:00:00+00', '2025-12-02 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2025-12-02 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, NULL, NULL, '{}', '2026-11-27 09:01:28.62+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'REPORTED', '89f6285c-e7d8-49d1-9c7b-490a1ab7d73d', 2, '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '6f8edd65-c0cf-52b1-954f-9063a78b9150');
INSERT INTO public."CustodyEvent" VALUES ('f2a46976-ddd9-5b8a-9b27-b4fd91b7a365', 'f2a46976-ddd9-5b8a-9b27-b4fd91b7a365', 'DEATH', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:29.184+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'REPORTED', 'f1f29f57-f220-46ae-930a-7a04478bf714', 2, '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', NULL);
INSERT INTO public."CustodyEvent" VALUES ('da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'RELEASE', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '2026-01-18 04:00:00+00', '2026-01-19 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-19 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, 'EFFECTED', 'UNKNOWN', '{TRAVEL_BAN}', '2026-11-27 09:01:28.302+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'CORROBORATED', 'c23c6d41-eaa1-42db-b8c4-97266cb9bebc', 0, 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '6f8edd65-c0cf-52b1-954f-9063a78b9150');
INSERT INTO public."CustodyEvent" VALUES ('8428911d-97ac-5de3-a21c-0c4abf8bdeb3', '8428911d-97ac-5de3-a21c-0c4abf8bdeb3', 'ARREST', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '2026-01-19 04:00:00+00', '2026-01-20 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-20 04:00:00+00', NULL, NULL, NULL, NULL, '{}', '2026-11-27 09:01:29.161+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'REPORTED', '7369b5db-98d7-4642-b652-ad4b67889e3a', 2, '0fc28dcd-3762-4743-b93d-b759a40c9008', NULL);
INSERT INTO public."CustodyEvent" VALUES ('54391161-170a-55f1-b9c5-609778671f14', '54391161-170a-55f1-b9c5-609778671f14', 'ARREST', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', '2025-12-01 04:00:00+00', '2025-12-02 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2025-12-02 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, NULL, NULL, '{}', '2026-11-27 09:01:28.444+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'REPORTED', '4c364297-6272-4ea9-9b25-d992f1ffcfea', 2, '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', '080db898-96e7-5c52-87b5-fefd4a2bd430');
INSERT INTO public."CustodyEvent" VALUES ('42b8b6da-0720-546a-8ef7-414f73cbb25d', '42b8b6da-0720-546a-8ef7-414f73cbb25d', 'ARREST', '2e56b45e-039e-408f-9621-9efab2f1af05', '2025-12-01 04:00:00+00', '2025-12-02 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2025-12-02 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, NULL, NULL, '{}', '2026-11-27 09:01:28.826+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'REPORTED', '5d4a3873-7c14-4520-8a6d-ef4524b64925', 2, '2e56b45e-039e-408f-9621-9efab2f1af05', '080db898-96e7-5c52-87b5-fefd4a2bd430');
INSERT INTO public."CustodyEvent" VALUES ('c5a3b317-403f-5df2-8ada-21286b2802b9', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 'RELEASE', '2e56b45e-039e-408f-9621-9efab2f1af05', '2026-01-18 04:00:00+00', '2026-01-19 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-19 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:28.886+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'PUBLIC', 'CORROBORATED', '91802704-48ea-41cf-8c08-7bc92e74a283', 0, '2e56b45e-039e-408f-9621-9efab2f1af05', '080db898-96e7-5c52-87b5-fefd4a2bd430');
INSERT INTO public."CustodyEvent" VALUES ('75d5b528-e2d5-56a9-801a-a08cda5694c8', '75d5b528-e2d5-56a9-801a-a08cda5694c8', 'ARREST', '2475a0a5-774b-4f6f-a624-021f1b959892', '2025-12-01 04:00:00+00', '2025-12-02 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2025-12-02 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, NULL, NULL, '{}', '2026-11-27 09:01:29.048+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'RESTRICTED', 'REPORTED', 'ca885828-dfd5-47d6-895e-7ab71b6dedb8', 2, '2475a0a5-774b-4f6f-a624-021f1b959892', '6f8edd65-c0cf-52b1-954f-9063a78b9150');
INSERT INTO public."CustodyEvent" VALUES ('281ad62a-5ad0-5e84-bb50-6c2ac921577e', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 'RELEASE', '2475a0a5-774b-4f6f-a624-021f1b959892', '2026-01-18 04:00:00+00', '2026-01-19 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-19 04:00:00+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', NULL, 'EFFECTED', 'UNKNOWN', '{}', '2026-11-27 09:01:29.068+00', 'key:d0cbaf9c-4e84-4590-a7a1-167f6fe523f2', 'RESTRICTED', 'CORROBORATED', 'e3900c82-1d4b-4c90-8a88-207e5251b5d8', 0, '2475a0a5-774b-4f6f-a624-021f1b959892', '6f8edd65-c0cf-52b1-954f-9063a78b9150');
INSERT INTO public."Definition" VALUES ('c0d1e1e2-3baf-59e6-bb68-154821ea5729', 'christian-k-caruzo-political-prisoners', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', NULL, true, NULL, 'Political prisoners in state custody, on the author''s own account.', NULL, '2026-11-27 09:01:24.946+00', '1a5abb7b-2369-55b6-bf4d-ac78a3bae19b');
INSERT INTO public."Definition" VALUES ('64d0fb75-22ae-57b7-9058-6678fb7b1398', 'democratic-unitary-platform-political-prisoners', '2890ecdd-87a2-5468-999b-66bf2e453e4c', NULL, true, NULL, 'Political prisoners whose release the coalition could verify; it has recorded arrests of a political kind since before 2014.', NULL, '2026-11-27 09:01:24.946+00', '2890ecdd-87a2-5468-999b-66bf2e453e4c');
INSERT INTO public."Definition" VALUES ('4a9494d8-0b7c-5f66-b40c-82021055e63e', 'foro-penal-political-prisoners', '1989923d-ac49-538a-8a05-7d4d05e84154', NULL, true, NULL, 'Political prisoners: people whom the organisation regards as held arbitrarily and on political grounds.', NULL, '2026-11-27 09:01:24.946+00', '1989923d-ac49-538a-8a05-7d4d05e84154');
INSERT INTO public."Definition" VALUES ('c18391c9-bf8b-5fa6-a24c-80dc8a5f0954', 'human-rights-organizations-political-prisoners', '3321a9ab-c5c0-5cd0-aae9-de9881809c55', NULL, true, NULL, 'Political prisoners, still in custody or let out and checked; among those let out are opposition activists and journalists. Which organisations are meant is mostly not said.', NULL, '2026-11-27 09:01:24.946+00', '3321a9ab-c5c0-5cd0-aae9-de9881809c55');
INSERT INTO public."Definition" VALUES ('e1f3c380-73d4-5bd3-8f1c-4204c453dacf', 'jorge-rodriguez-people-to-be-freed', '7538bc9d-092c-5f55-abeb-4fb8c722d4b7', NULL, NULL, NULL, 'People of Venezuelan and of other nationality; the words quoted from him speak of people and detainees, reports of political prisoners.', NULL, '2026-11-27 09:01:24.946+00', '7538bc9d-092c-5f55-abeb-4fb8c722d4b7');
INSERT INTO public."Definition" VALUES ('08bf6aab-24e9-57d2-8cee-f7b07efffd49', 'kaleidoscope-humano-political-prisoners', '15a32e0b-2f23-54dd-924d-2ab12e097c2d', NULL, true, NULL, 'People arrested on political grounds, whose cases it has recorded since before 2014.', NULL, '2026-11-27 09:01:24.946+00', '15a32e0b-2f23-54dd-924d-2ab12e097c2d');
INSERT INTO public."Definition" VALUES ('19166044-e5eb-5c7a-9707-284ae2703c77', 'lisseth-boon-political-detainees', '3a6b5096-4366-542f-8f83-3ffb6404136a', NULL, true, NULL, 'People held on political grounds, in the words of the author.', NULL, '2026-11-27 09:01:24.946+00', '3a6b5096-4366-542f-8f83-3ffb6404136a');
INSERT INTO public."Definition" VALUES ('c7172338-ede5-510e-938a-54c8b363f3cb', 'monitoreamos-confirmed-list', 'b39fdbc9-61f0-5471-89cd-cd36de9b783d', NULL, true, NULL, 'Political prisoners on a list of releases that the outlet has confirmed.', NULL, '2026-11-27 09:01:24.946+00', 'b39fdbc9-61f0-5471-89cd-cd36de9b783d');
INSERT INTO public."Definition" VALUES ('a312b285-4f1c-5701-93fc-982de43cc34f', 'un-fact-finding-mission-political-detainees', '6b712a2f-d88a-5991-b95a-1da3767975bf', NULL, true, NULL, 'People held on political grounds; those counted as let out include some that earlier reports had already recorded.', NULL, '2026-11-27 09:01:24.946+00', '6b712a2f-d88a-5991-b95a-1da3767975bf');
INSERT INTO public."Definition" VALUES ('43adbbd0-688d-5854-b9d1-60564731bfe0', 'venezuelan-government-detainees', '8a991268-6fd4-5e4b-9388-78a1a182e264', NULL, NULL, NULL, 'Detainees that the state says it lets go; no list of names, and it is not clear how many of them were political prisoners.', NULL, '2026-11-27 09:01:24.946+00', '8a991268-6fd4-5e4b-9388-78a1a182e264');
INSERT INTO public."Detainee" VALUES ('bd2fbeb2-bd0e-58f4-8102-7f4c9d3e4ae0', 'alfredo-marquez', 'Alfredo Márquez', 'alfredo marquez', 'MALE', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{}', '{"former opposition councilman"}', 'CIVILIAN', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{alfrd,alfrdmrks,mrks}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', 'biagio-pilieri', 'Biagio Pilieri', 'biagio pilieri', 'MALE', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE,IT}', '{businessman,"former lawmaker",politician,activist}', 'CIVILIAN', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{biajio,bjplr,plr}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'edilson-jose-torres-fernandez', 'Edilson José Torres Fernández', 'edilson jose torres fernandez', 'MALE', 'ADULT', '1973-01-11 04:00:00+00', '1974-01-11 04:00:00+00', 'DAY', 'America/Caracas', '52-year-old', '{}', '{"police officer"}', 'POLICE', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{adlsn,adlsnjs,adlsntrs,"frnds e","frnds j","frnds t","jose e","jose f","jose t",jstrs,trs,trsfrnds}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('d90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'enrique-marquez', 'Enrique Márquez', 'enrique marquez', 'MALE', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{politician,"former presidential candidate"}', 'CIVILIAN', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{anrk,anrkmrks,mrks}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('39065eb1-d696-5f04-b462-8155e6736b21', 'juan-pablo-guanipa', 'Juan Pablo Guanipa', 'juan pablo guanipa', 'MALE', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{}', '{"former opposition governor"}', 'CIVILIAN', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{gnp,jnpbl,"juan g","juan p",pbl,pblgnp}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('113135c4-5967-536e-890d-df2ab8b7500d', 'luis-carlos-diaz', 'Luis Carlos Díaz', 'luis carlos diaz', 'MALE', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{journalist}', 'CIVILIAN', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{dias,"dias c","dias k","dias l","krls d","krls l",krlsds,lskrls,"luis c","luis d","luis k"}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('843e6c6c-b24b-5d45-b014-65f4cafed7d8', 'rafael-tudares', 'Rafael Tudares', 'rafael tudares', 'MALE', 'UNKNOWN', NULL, NULL, NULL, NULL, NULL, '{}', '{}', 'UNKNOWN', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{rfl,rfltdrs,tdrs}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'rocio-san-miguel', 'Rocío San Miguel', 'rocio san miguel', 'UNKNOWN', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE,ES}', '{lawyer,activist,"human rights defender"}', 'CIVILIAN', 'PUBLIC', '{}', '2026-11-27 09:01:24.946+00', '{rosio,rsnmgl,snmgl}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'Ana Rojas', 'ana rojas', 'UNKNOWN', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{}', 'UNKNOWN', 'PUBLIC', '{}', '2026-11-27 09:01:28.073+00', '{"ana r",anrjs,lana,rjs}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('8cb8eed2-6a62-464a-aaa6-eca27dd668c5', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', 'Berta Salas', 'berta salas', 'UNKNOWN', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{}', 'UNKNOWN', 'PUBLIC', '{}', '2026-11-27 09:01:28.112+00', '{brt,brtsls,lbrt,sls}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', 'Carla Toro', 'carla toro', 'UNKNOWN', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{}', 'UNKNOWN', 'PUBLIC', '{}', '2026-11-27 09:01:28.134+00', '{krl,krltr,lkrl,toro}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('2e56b45e-039e-408f-9621-9efab2f1af05', '2e56b45e-039e-408f-9621-9efab2f1af05', 'Dora Urbina', 'dora urbina', 'UNKNOWN', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{}', 'UNKNOWN', 'PUBLIC', '{}', '2026-11-27 09:01:28.159+00', '{arbn,dora,drbn,ldr}', NULL, 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('ea44a9df-1a8e-4c63-bd5e-c2f00275d499', 'ea44a9df-1a8e-4c63-bd5e-c2f00275d499', 'Felipe Menor', 'felipe menor', 'UNKNOWN', 'MINOR', NULL, NULL, NULL, NULL, NULL, '{}', '{}', 'UNKNOWN', 'RESTRICTED', '{}', '2026-11-27 09:01:28.231+00', '{flp,flpmnr,mnr}', NULL, 'RESTRICTED');
INSERT INTO public."Detainee" VALUES ('0fc28dcd-3762-4743-b93d-b759a40c9008', '0fc28dcd-3762-4743-b93d-b759a40c9008', 'Anna Rojas', 'anna rojas', 'UNKNOWN', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{}', 'UNKNOWN', 'PUBLIC', '{}', '2026-11-27 09:01:28.21+00', '{ana,anrjs,lana,rjs}', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'PUBLIC');
INSERT INTO public."Detainee" VALUES ('2475a0a5-774b-4f6f-a624-021f1b959892', '2475a0a5-774b-4f6f-a624-021f1b959892', 'Elsa Vera', 'elsa vera', 'UNKNOWN', 'ADULT', NULL, NULL, NULL, NULL, NULL, '{VE}', '{}', 'UNKNOWN', 'RESTRICTED', '{}', '2026-11-27 09:01:28.189+00', '{als,alsbr,bera,laelsa}', NULL, 'RESTRICTED');
INSERT INTO public."Document" VALUES ('4fd1c676-a5a0-5959-a484-999f56ac46cb', 'cnn-2026-01-12', '936293a7-c390-5486-9f00-e0de144e7073', '{"Michael Rios","Gonzalo Zegarra"}', NULL, NULL, 'en', 'ARTICLE', '2026-01-12 05:00:00+00', '2026-01-13 05:00:00+00', 'DAY', 'America/New_York', '2026-01-12', '2026-01-13 05:00:00+00', NULL, NULL, '25c3186e143a429ac4638fd59a6dfda4ce9dc02b47633a40c456e6521c698861', 'PUBLIC', '2026-11-27 09:01:24.946+00', '936293a7-c390-5486-9f00-e0de144e7073');
INSERT INTO public."Document" VALUES ('e98ed8d8-a72c-50b1-807b-fa42ae5c99a9', 'npr-2026-01-12', 'd0fc98ce-50b3-5598-9f43-59d59880a199', '{}', 'Venezuela begins releasing political prisoners, but hundreds remain behind bars', NULL, 'en', 'ARTICLE', '2026-01-12 15:14:00+00', '2026-01-12 15:14:00+00', 'INSTANT', 'America/New_York', 'January 12, 2026 at 10:14 AM', '2026-01-12 15:14:00+00', NULL, NULL, '3c99400fe07f050c607c607f2c37886d40175e229d235e0582e7d859f3658c94', 'PUBLIC', '2026-11-27 09:01:24.946+00', 'd0fc98ce-50b3-5598-9f43-59d59880a199');
INSERT INTO public."Document" VALUES ('537437ec-c1aa-5c36-a086-11b8c3b93003', 'boon-2026-01-24', NULL, '{"Lisseth Boon"}', 'The release of political prisoners in Venezuela is neither massive nor complete', NULL, 'en', 'ARTICLE', '2026-01-24 04:00:00+00', '2026-01-25 04:00:00+00', 'DAY', 'America/Caracas', '24/01/2026', '2026-01-25 04:00:00+00', NULL, NULL, '975ba2a620c161a58ef8294cef0475a638841afb8fada9e81c24a54ac2a6dbc0', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL);
INSERT INTO public."Document" VALUES ('2cff07b3-20c6-583b-9c22-78acbb48a427', '17gen4-2026-01', 'd38ab816-5d16-5e06-bb37-61b7a06ff105', '{17GEN4}', 'Venezuela Releases Dozens of Political Prisoners', NULL, 'en', 'ARTICLE', '2026-01-01 04:00:00+00', '2026-02-01 04:00:00+00', 'MONTH', 'America/Caracas', '4 hours ago', '2026-02-01 04:00:00+00', NULL, NULL, '4156394397b54e5ae9935800a58540089b8d1230d28af89167abc8e4ce0471c6', 'PUBLIC', '2026-11-27 09:01:24.946+00', 'd38ab816-5d16-5e06-bb37-61b7a06ff105');
INSERT INTO public."Document" VALUES ('c9e2f4f3-86f5-54e8-b89b-40046391222f', 'caruzo-2026-01-09', NULL, '{"Christian K. Caruzo"}', 'Venezuelan Socialists Slow-Walk Release of Political Prisoners', NULL, 'en', 'ARTICLE', '2026-01-09 04:00:00+00', '2026-01-10 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-10 04:00:00+00', NULL, NULL, 'ff8932274215e7b5cde518b5443c31b77c0db560641d189f865eadeb8771776f', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL);
INSERT INTO public."Document" VALUES ('8462a7a8-a9d6-56e4-a01a-a5cc228af49d', '8462a7a8-a9d6-56e4-a01a-a5cc228af49d', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '{}', 'Wire report', 'https://news.example/1', 'es', 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:27.891+00', '1c011afa-b67a-5d12-aa1c-686cf53edb6f');
INSERT INTO public."Document" VALUES ('35be01f2-d8ae-588a-86a4-93191b15cf00', '35be01f2-d8ae-588a-86a4-93191b15cf00', '16b839cb-1087-5242-a0bf-41d0c8155525', '{}', 'Statement 0', NULL, NULL, 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:28.382+00', '16b839cb-1087-5242-a0bf-41d0c8155525');
INSERT INTO public."Document" VALUES ('5047dcf8-1f66-5786-a465-450466aff255', '5047dcf8-1f66-5786-a465-450466aff255', '16b839cb-1087-5242-a0bf-41d0c8155525', '{}', 'Statement 1', NULL, NULL, 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:28.543+00', '16b839cb-1087-5242-a0bf-41d0c8155525');
INSERT INTO public."Document" VALUES ('b682d4ed-876f-5637-8470-4776615c6fdc', 'b682d4ed-876f-5637-8470-4776615c6fdc', '16b839cb-1087-5242-a0bf-41d0c8155525', '{}', 'Statement 2', NULL, NULL, 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:28.738+00', '16b839cb-1087-5242-a0bf-41d0c8155525');
INSERT INTO public."Document" VALUES ('25f94c58-5902-5df8-b9ec-95c2657b41c0', '25f94c58-5902-5df8-b9ec-95c2657b41c0', '16b839cb-1087-5242-a0bf-41d0c8155525', '{}', 'Statement 3', NULL, NULL, 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:28.989+00', '16b839cb-1087-5242-a0bf-41d0c8155525');
INSERT INTO public."Document" VALUES ('0d3ab18e-80a5-5a8c-9e6f-91e0d75922ec', '0d3ab18e-80a5-5a8c-9e6f-91e0d75922ec', '16b839cb-1087-5242-a0bf-41d0c8155525', '{}', 'Statement 4', NULL, NULL, 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:29.113+00', '16b839cb-1087-5242-a0bf-41d0c8155525');
INSERT INTO public."Document" VALUES ('892a6650-0457-5dec-89dd-87de05559548', '892a6650-0457-5dec-89dd-87de05559548', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '{}', 'Copied report', NULL, NULL, 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:27.922+00', '7f2cc24a-ba34-5c6b-b60e-714daabdc473');
INSERT INTO public."Document" VALUES ('ee594a10-2fa3-5a02-a248-c05dec5c38a3', 'ee594a10-2fa3-5a02-a248-c05dec5c38a3', '54ac10b9-2791-5c59-975b-5593de55ad9b', '{}', 'Quiet report', NULL, NULL, 'ARTICLE', '2026-01-20 04:00:00+00', '2026-01-21 04:00:00+00', 'DAY', 'America/Caracas', NULL, '2026-01-21 04:00:00+00', NULL, NULL, NULL, 'RESTRICTED', '2026-11-27 09:01:28.016+00', '54ac10b9-2791-5c59-975b-5593de55ad9b');
INSERT INTO public."Facility" VALUES ('5713281d-3bf2-553d-9525-5345c1ad38f3', 'caracas-police-station', 'Police station in Caracas (not named)', 'police station in caracas (not named)', '{}', 'POLICE', NULL, 'VE', 'Caracas', NULL, NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Facility" VALUES ('50931a43-0b8b-5e1b-a1cd-7506e193dcdd', 'el-helicoide', 'El Helicoide', 'el helicoide', '{"El Helicoide detention facility"}', 'INTELLIGENCE', 'secret police (headquarters)', 'VE', 'Caracas', NULL, NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Facility" VALUES ('09c73498-409e-567a-86ff-41a89b0d4f26', 'el-rodeo', 'El Rodeo', 'el rodeo', '{"El Rodeo Judicial Detention Center","El Rodeo prison"}', 'PENAL', NULL, 'VE', 'Miranda', NULL, NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Facility" VALUES ('5c6fb6f6-e968-58c8-9859-ac12dfc29ae0', 'rodeo-i', 'Rodeo I', 'rodeo i', '{"Rodeo I prison"}', 'PENAL', NULL, 'VE', 'Miranda', '09c73498-409e-567a-86ff-41a89b0d4f26', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Facility" VALUES ('6f8edd65-c0cf-52b1-954f-9063a78b9150', 'yard-prison', 'Yard Prison', 'yard prison', '{}', 'PENAL', NULL, 'VE', NULL, NULL, NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:27.795+00', NULL, 'PUBLIC');
INSERT INTO public."Facility" VALUES ('0bbe18c1-0e5e-5db6-a1ae-bb36f1b7d1d2', 'yard-prison-east', 'Yard Prison East', 'yard prison east', '{}', 'PENAL', NULL, 'VE', NULL, '080db898-96e7-5c52-87b5-fefd4a2bd430', NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:27.845+00', NULL, 'PUBLIC');
INSERT INTO public."Facility" VALUES ('080db898-96e7-5c52-87b5-fefd4a2bd430', 'prison-of-the-yard', 'Prison of the Yard', 'prison of the yard', '{}', 'PENAL', NULL, 'VE', NULL, NULL, NULL, NULL, NULL, 'PUBLIC', '2026-11-27 09:01:27.828+00', '6f8edd65-c0cf-52b1-954f-9063a78b9150', 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (1, '085a4487-7d72-4531-87dd-1eee6107f7f1', 'RELEASE_VERIFIED', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'CORROBORATED', 'VERIFIED', 'Two roots.', '2026-11-27 09:01:29.425+00', 'PUBLIC', '2026-11-27 09:01:29.452+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (2, '3bf47d98-403c-4b2e-b62c-9a238cc0b3db', 'RELEASE_VERIFIED', '12770825-476e-5ff1-9d77-7d17307569c8', 'CORROBORATED', 'VERIFIED', 'Two roots.', '2026-11-27 09:01:29.572+00', 'PUBLIC', '2026-11-27 09:01:29.674+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (3, '30cf760f-1fa6-4708-b4a6-5c285f6c2398', 'RELEASE_VERIFIED', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 'CORROBORATED', 'VERIFIED', 'Two roots.', '2026-11-27 09:01:29.715+00', 'PUBLIC', '2026-11-27 09:01:29.752+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (4, '33fc3460-e172-4b83-b8a0-2709cacc22b4', 'RELEASE_VERIFIED', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 'CORROBORATED', 'VERIFIED', 'Two roots.', '2026-11-27 09:01:29.794+00', 'PUBLIC', '2026-11-27 09:01:29.819+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (6, '32bb0a45-83bd-47d2-a0bd-4d9419f90c66', 'RELEASE_RETRACTED', '12770825-476e-5ff1-9d77-7d17307569c8', 'VERIFIED', 'CONTESTED', 'Her family has not seen her.', '2026-11-27 09:01:29.908+00', 'PUBLIC', '2026-11-27 09:01:29.93+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (7, '4d90dece-65c0-4180-b597-a6469db552a9', 'RELEASE_RETRACTED', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 'VERIFIED', 'REFUTED', 'It was somebody else.', '2026-11-27 09:01:29.954+00', 'PUBLIC', '2026-11-27 09:01:29.966+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (8, 'e6bc81f5-c154-43de-a07b-f1161f425002', 'RELEASE_RETRACTED', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 'VERIFIED', 'CORROBORATED', 'Taken back.', '2026-11-27 09:01:30.025+00', 'PUBLIC', '2026-11-27 09:01:30.098+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (9, 'de5b2882-bb2e-470b-a530-6d93c37311cb', 'RELEASE_RETRACTED', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 'VERIFIED', 'CONTESTED', 'A claim that is on record disputes this.', '2026-11-27 09:01:30.547+00', 'PUBLIC', '2026-11-27 09:01:30.585+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (5, '55add49f-561d-426e-af32-9fa4d1e3e7f9', 'RELEASE_VERIFIED', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 'CORROBORATED', 'VERIFIED', 'Two roots.', '2026-11-27 09:01:29.851+00', 'RESTRICTED', '2026-11-27 09:01:29.882+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (10, 'b94c2526-7843-41e2-941d-d1d1eabc260a', 'RELEASE_AMENDED', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 'VERIFIED', 'VERIFIED', NULL, '2026-11-27 09:01:30.905+00', 'RESTRICTED', '2026-11-27 09:01:30.926+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (11, 'd539e5a9-9587-4a1f-bfe1-3ea207d2c340', 'RELEASE_AMENDED', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 'VERIFIED', 'VERIFIED', NULL, '2026-11-27 09:01:30.946+00', 'RESTRICTED', '2026-11-27 09:01:30.979+00', 'PUBLIC', NULL, 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (12, 'db0a8395-05c8-4498-974e-82b6570a0f83', 'RELEASE_RETRACTED', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 'VERIFIED', 'VERIFIED', NULL, '2026-11-27 09:01:31.036+00', 'RESTRICTED', '2026-11-27 09:01:31.036+00', 'PUBLIC', 'RESTRICTED', 'PUBLIC');
INSERT INTO public."FeedEvent" VALUES (13, '6fd9153c-b4a5-45fa-aaf5-143a75cff7a9', 'RELEASE_RETRACTED', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 'VERIFIED', 'REPORTED', NULL, '2026-11-27 09:01:31.106+00', 'RESTRICTED', '2026-11-27 09:01:31.319+00', 'RESTRICTED', NULL, 'PUBLIC');
INSERT INTO public."Hub" VALUES (1, '0514d2c3-91af-4ff2-a10c-c7fb2256b840', '\x4a43f35680904f9f8aceb63ffb7abe705fb3444b12124de6a0f8387a52e00611', 0, NULL, 5);
INSERT INTO public."IdempotentAnswer" VALUES ('key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verify UmVsZWFzZTpkYTY1NWNkNS0wZDllLTUzYTMtOGFjYi0wYTU0MDFjZDIwZGE=', 'verifyRelease', '108c95238491e85604730056340578aacd5d12e1de5f137bf9d328290d1f992b', '{"id": "da655cd5-0d9e-53a3-8acb-0a5401cd20da", "changed": true}', '2026-11-27 09:01:29.423+00');
INSERT INTO public."IdempotentAnswer" VALUES ('key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verify UmVsZWFzZToxMjc3MDgyNS00NzZlLTVmZjEtOWQ3Ny03ZDE3MzA3NTY5Yzg=', 'verifyRelease', '2d687e7ba38da89e4069f7ab7fcff73474575351497d39686a1e051e7ccff32b', '{"id": "12770825-476e-5ff1-9d77-7d17307569c8", "changed": true}', '2026-11-27 09:01:29.52+00');
INSERT INTO public."IdempotentAnswer" VALUES ('key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verify UmVsZWFzZTplMTE5ZTAyZS00MzU1LTU4YTUtYTczYS0yOGE4NWZkNWRlZGE=', 'verifyRelease', '74abffa3e33d2b9a9638d0fef7107fb90f71832eb39205c2a54fd2d63eace7c4', '{"id": "e119e02e-4355-58a5-a73a-28a85fd5deda", "changed": true}', '2026-11-27 09:01:29.708+00');
INSERT INTO public."IdempotentAnswer" VALUES ('key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verify UmVsZWFzZTpjNWEzYjMxNy00MDNmLTVkZjItOGFkYS0yMTI4NmIyODAyYjk=', 'verifyRelease', 'c7e68821d3d74042697f39f28f4447a2c96279d16efa24750344a7b47b097a43', '{"id": "c5a3b317-403f-5df2-8ada-21286b2802b9", "changed": true}', '2026-11-27 09:01:29.783+00');
INSERT INTO public."IdempotentAnswer" VALUES ('key:7139f627-9cad-4481-8659-666eb9b1f5de', 'verify UmVsZWFzZToyODFhZDYyYS01YWQwLTVlODQtYmI1MC02YzJhYzkyMTU3N2U=', 'verifyRelease', '743ba89336d369688e5f27a2384d757586c59754019cb047cc287fdc2f325eb4', '{"id": "281ad62a-5ad0-5e84-bb50-6c2ac921577e", "changed": true}', '2026-11-27 09:01:29.847+00');
INSERT INTO public."Judgement" VALUES ('9d053627-0ec7-422a-b0a1-cdccad0e961b', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '0fc28dcd-3762-4743-b93d-b759a40c9008', NULL, 'key:5114e490-8656-498b-8656-f5322263372b', '2026-11-27 09:01:30.692+00', '0fc28dcd-3762-4743-b93d-b759a40c9008', 'The same.', 'Detainee', NULL, NULL, 'POSITIVE');
INSERT INTO public."Judgement" VALUES ('fa88bdea-f16c-4fda-909c-57d66a9581f7', '6f8edd65-c0cf-52b1-954f-9063a78b9150', '080db898-96e7-5c52-87b5-fefd4a2bd430', NULL, 'key:5114e490-8656-498b-8656-f5322263372b', '2026-11-27 09:01:30.738+00', '080db898-96e7-5c52-87b5-fefd4a2bd430', 'The same.', 'Facility', NULL, NULL, 'POSITIVE');
INSERT INTO public."Judgement" VALUES ('c857c14d-43cd-42b1-a0c6-625232073320', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', '7f2cc24a-ba34-5c6b-b60e-714daabdc473', NULL, 'key:5114e490-8656-498b-8656-f5322263372b', '2026-11-27 09:01:30.794+00', '7f2cc24a-ba34-5c6b-b60e-714daabdc473', 'The same.', 'Source', NULL, NULL, 'POSITIVE');
INSERT INTO public."Judgement" VALUES ('de1f4b18-2f42-441b-8378-a7b1ea310c66', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', '2e56b45e-039e-408f-9621-9efab2f1af05', NULL, 'key:5114e490-8656-498b-8656-f5322263372b', '2026-11-27 09:01:30.884+00', NULL, 'Two.', 'Detainee', NULL, NULL, 'NEGATIVE');
INSERT INTO public."Judgement" VALUES ('8e1a1785-dae4-4c59-9569-f80aa4758a71', '2e56b45e-039e-408f-9621-9efab2f1af05', '2475a0a5-774b-4f6f-a624-021f1b959892', NULL, 'key:5114e490-8656-498b-8656-f5322263372b', '2026-11-27 09:01:30.905+00', '2475a0a5-774b-4f6f-a624-021f1b959892', 'The same.', 'Detainee', '2026-11-27 09:01:30.946+00', 'key:5114e490-8656-498b-8656-f5322263372b', 'POSITIVE');
INSERT INTO public."PersonName" VALUES ('8bd6ed32-4890-5a75-8289-ba754c03cb4e', 'bd2fbeb2-bd0e-58f4-8102-7f4c9d3e4ae0', 'Alfredo Márquez', NULL, 'PRIMARY', 'bd2fbeb2-bd0e-58f4-8102-7f4c9d3e4ae0');
INSERT INTO public."PersonName" VALUES ('fe18aca5-df12-5dcf-a2ec-3fb12654d163', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4', 'Biagio Pilieri', NULL, 'PRIMARY', 'fe4002e6-68c4-5981-8cd5-5cbbe6c1bfe4');
INSERT INTO public."PersonName" VALUES ('431cfdb3-1eeb-5045-9689-f11e881ecc9f', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'Edilson José Torres Fernández', NULL, 'PRIMARY', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d');
INSERT INTO public."PersonName" VALUES ('17c6cc81-3b65-558f-960d-2ca49cc0cf12', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'Edilson Torres', 'es', 'VARIANT', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d');
INSERT INTO public."PersonName" VALUES ('1e77484c-57d8-5777-81bf-d039c2c65f9f', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d', 'Torres', 'es', 'VARIANT', 'dcdc0d2a-ad66-5842-920d-15e37b5bc36d');
INSERT INTO public."PersonName" VALUES ('904e921b-5f40-55a8-938d-08f346247cf3', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'Enrique Márquez', NULL, 'PRIMARY', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b');
INSERT INTO public."PersonName" VALUES ('37ec1183-2073-5c91-a3c0-cd28c725f75c', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b', 'Enrique Marquez', 'en', 'VARIANT', 'd90480fe-b39b-5c00-bc29-d8caf4bdaa1b');
INSERT INTO public."PersonName" VALUES ('b4e1e656-5c67-5d27-b071-f1a5a1621ca8', '39065eb1-d696-5f04-b462-8155e6736b21', 'Juan Pablo Guanipa', NULL, 'PRIMARY', '39065eb1-d696-5f04-b462-8155e6736b21');
INSERT INTO public."PersonName" VALUES ('2045125a-146a-584c-84d7-fe7d8024ed4b', '113135c4-5967-536e-890d-df2ab8b7500d', 'Luis Carlos Díaz', NULL, 'PRIMARY', '113135c4-5967-536e-890d-df2ab8b7500d');
INSERT INTO public."PersonName" VALUES ('1a893e05-7acb-5441-9ae9-9f43aa50bb36', '113135c4-5967-536e-890d-df2ab8b7500d', 'Díaz', 'es', 'VARIANT', '113135c4-5967-536e-890d-df2ab8b7500d');
INSERT INTO public."PersonName" VALUES ('ddaca4a2-4ab4-519a-9230-049cb27ef3a8', '843e6c6c-b24b-5d45-b014-65f4cafed7d8', 'Rafael Tudares', NULL, 'PRIMARY', '843e6c6c-b24b-5d45-b014-65f4cafed7d8');
INSERT INTO public."PersonName" VALUES ('965eec4a-db82-5056-9f77-bad159a41350', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'Rocío San Miguel', NULL, 'PRIMARY', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985');
INSERT INTO public."PersonName" VALUES ('bb64f151-e4cf-55a8-9dd4-9840e2cecb81', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'Rocio San Miguel', 'en', 'VARIANT', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985');
INSERT INTO public."PersonName" VALUES ('680423b7-2d9a-5ddc-aee9-1ddb6f00657f', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985', 'San Miguel', 'es', 'VARIANT', 'e84ed368-81fa-50e3-944a-ffc7e6fdf985');
INSERT INTO public."PersonName" VALUES ('38771e04-1c07-5be4-82fa-b9cb99cc0079', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'Ana Rojas', NULL, 'PRIMARY', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718');
INSERT INTO public."PersonName" VALUES ('e4d413f9-908b-5c66-954e-d317d37344d9', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'La Ana Rojas', NULL, 'ALIAS', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718');
INSERT INTO public."PersonName" VALUES ('3d83cdee-0fcd-5157-9ea4-214124d24505', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', 'Berta Salas', NULL, 'PRIMARY', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5');
INSERT INTO public."PersonName" VALUES ('408f6fb9-84c6-5a37-a31d-f5144c86da0c', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5', 'La Berta Salas', NULL, 'ALIAS', '8cb8eed2-6a62-464a-aaa6-eca27dd668c5');
INSERT INTO public."PersonName" VALUES ('01021927-deb0-5f08-977b-b42621d48c0a', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', 'Carla Toro', NULL, 'PRIMARY', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1');
INSERT INTO public."PersonName" VALUES ('0ea5564f-9831-584a-804f-0945e1dc5fd7', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1', 'La Carla Toro', NULL, 'ALIAS', '62e79d07-3db3-4c4a-b3a6-fa28441d33b1');
INSERT INTO public."PersonName" VALUES ('13c35254-ce5e-5697-989d-783aef827cea', '2e56b45e-039e-408f-9621-9efab2f1af05', 'Dora Urbina', NULL, 'PRIMARY', '2e56b45e-039e-408f-9621-9efab2f1af05');
INSERT INTO public."PersonName" VALUES ('9081d7c4-7158-5e2b-96a1-9b5d7eb2b3c6', '2e56b45e-039e-408f-9621-9efab2f1af05', 'La Dora Urbina', NULL, 'ALIAS', '2e56b45e-039e-408f-9621-9efab2f1af05');
INSERT INTO public."PersonName" VALUES ('08f1178d-92e7-5e00-b3ad-973e3ee96ac2', 'ea44a9df-1a8e-4c63-bd5e-c2f00275d499', 'Felipe Menor', NULL, 'PRIMARY', 'ea44a9df-1a8e-4c63-bd5e-c2f00275d499');
INSERT INTO public."PersonName" VALUES ('ffbb457d-8238-50eb-b550-b52bf71a8568', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'Anna Rojas', NULL, 'PRIMARY', '0fc28dcd-3762-4743-b93d-b759a40c9008');
INSERT INTO public."PersonName" VALUES ('9c9f3c32-60b7-5d35-a651-3c08778637c1', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', 'La Anna Rojas', NULL, 'ALIAS', '0fc28dcd-3762-4743-b93d-b759a40c9008');
INSERT INTO public."PersonName" VALUES ('d2dfc32d-c6ca-597c-881d-39efbd45e5a9', '2475a0a5-774b-4f6f-a624-021f1b959892', 'Elsa Vera', NULL, 'PRIMARY', '2475a0a5-774b-4f6f-a624-021f1b959892');
INSERT INTO public."PersonName" VALUES ('a05d0098-627b-5741-80cc-1148abcf56ab', '2475a0a5-774b-4f6f-a624-021f1b959892', 'La Elsa Vera', NULL, 'ALIAS', '2475a0a5-774b-4f6f-a624-021f1b959892');
INSERT INTO public."Policy" VALUES ('v1', 72, 2, '{VICTIM,RELATIVE,LAWYER,WITNESS,REPORTER,ORGANISATION}', '2026-01-01 00:00:00+00', 'paradero');
INSERT INTO public."Policy" VALUES ('v2', 72, 2, '{LAWYER,RELATIVE,VICTIM,WITNESS}', '2026-11-27 09:01:31.106+00', 'key:976ca257-3337-4d02-bb19-5797e0158cf6');
INSERT INTO public."Policy" VALUES ('v3', 96, 2, '{LAWYER,ORGANISATION,RELATIVE,REPORTER,VICTIM,WITNESS}', '2026-11-27 09:01:31.348+00', 'key:976ca257-3337-4d02-bb19-5797e0158cf6');
INSERT INTO public."Source" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', '17gen4', '17GEN4', '17gen4', '{}', 'MEDIA', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('36cf8163-92bd-5b22-84af-33bf5700df8c', 'amnesty-international', 'Amnesty International', 'amnesty international', '{"Erika Guevara Rosas"}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'christian-k-caruzo', 'Christian K. Caruzo', 'christian k. caruzo', '{}', 'MEDIA', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', 'cnn', 'CNN', 'cnn', '{}', 'MEDIA', NULL, 'America/New_York', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', 'committee-freedom-political-prisoners', 'Committee of Relatives for the Freedom of Political Prisoners', 'committee of relatives for the freedom of political prisoners', '{"Committee for the Freedom of Political Prisoners","Venezuelan Committee for the Freedom of Political Prisoners"}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('2890ecdd-87a2-5468-999b-66bf2e453e4c', 'democratic-unitary-platform', 'Democratic Unitary Platform', 'democratic unitary platform', '{PUD,PUC,"Democratic Unitary Platform (PUD)","Democratic Unitary Platform (PUC)"}', 'PARTY', 'venezuelan-opposition', 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('ac993429-a2f3-542a-824a-455b42e070e1', 'donald-trump', 'Donald Trump', 'donald trump', '{Trump,"President Trump","President Donald Trump","US President Donald Trump"}', 'GOVERNMENT', 'us-government', 'America/New_York', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('7a09142f-b40a-544a-993f-5896c6aa9acf', 'el-nacional', 'El Nacional', 'el nacional', '{}', 'MEDIA', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('1989923d-ac49-538a-8a05-7d4d05e84154', 'foro-penal', 'Foro Penal', 'foro penal', '{"Penal Forum","Alfredo Romero",Romero,"Gonzalo Himiob"}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('3321a9ab-c5c0-5cd0-aae9-de9881809c55', 'human-rights-organizations', 'Human rights organizations', 'human rights organizations', '{"human rights defenders","rights groups","rights advocates","rights activists","civil society organizations"}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('7538bc9d-092c-5f55-abeb-4fb8c722d4b7', 'jorge-rodriguez', 'Jorge Rodríguez', 'jorge rodriguez', '{"Jorge Rodriguez","National Assembly President Jorge Rodríguez","National Assembly President","president of the National Assembly","Venezuela''s legislative leader"}', 'GOVERNMENT', 'venezuelan-state', 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('15a32e0b-2f23-54dd-924d-2ab12e097c2d', 'kaleidoscope-humano', 'Kaleidoscope Humano', 'kaleidoscope humano', '{}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', 'lisseth-boon', 'Lisseth Boon', 'lisseth boon', '{}', 'MEDIA', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('1f3504e9-4204-57b2-8881-e703b89bf011', 'luis-carlos-diaz', 'Luis Carlos Díaz', 'luis carlos diaz', '{Díaz}', 'DETAINEE', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('4d03b747-a1b5-5aaa-b775-3acc122762d9', 'miliany-castillo', 'Miliany Castillo', 'miliany castillo', '{}', 'FAMILY', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('b39fdbc9-61f0-5471-89cd-cd36de9b783d', 'monitoreamos', 'Monitoreamos', 'monitoreamos', '{}', 'MEDIA', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', 'npr', 'NPR', 'npr', '{}', 'MEDIA', NULL, 'America/New_York', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('d1602536-6f57-5a0a-8976-f29b3c0d760e', 'ntn24', 'NTN24', 'ntn24', '{}', 'MEDIA', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('f1302540-0677-5f7d-99eb-d8f5e7f42268', 'peace-laboratory', 'Peace Laboratory', 'peace laboratory', '{}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', 'public-prosecutor', 'Public Prosecutor''s Office', 'public prosecutor''s office', '{prosecutors,"Tarek William Saab","Attorney General Tarek William Saab","Attorney General"}', 'GOVERNMENT', 'venezuelan-state', 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('c2cbf5b2-a4c9-5810-ac7a-6ff0a7f791c8', 'ramon-guanipa', 'Ramón Guanipa', 'ramon guanipa', '{}', 'FAMILY', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('6b712a2f-d88a-5991-b95a-1da3767975bf', 'un-fact-finding-mission', 'UN Fact-Finding Mission on Venezuela', 'un fact-finding mission on venezuela', '{"UN Fact-Finding Mission","UN Mission","the mission","United Nations Independent International Fact-Finding Mission on the Bolivarian Republic of Venezuela"}', 'INTERGOVERNMENTAL', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('8a991268-6fd4-5e4b-9388-78a1a182e264', 'venezuelan-government', 'Venezuelan government', 'venezuelan government', '{"the government","the new government","the Bolivarian Government","the interim government","Venezuela''s interim government","Venezuelan authorities","the authorities",officials,"the Venezuelan regime","Venezuelan socialist regime","the Venezuelan socialist regime","Venezuela''s socialist regime","the socialist regime","the Rodríguez brothers","Delcy Rodríguez","Delcy Rodriguez","interim President Delcy Rodríguez","acting President Delcy Rodríguez","the interim president","the acting president"}', 'GOVERNMENT', 'venezuelan-state', 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('13868a45-bfc1-5bd4-8291-5873b61e8f58', 'venezuelan-opposition', 'Venezuelan opposition', 'venezuelan opposition', '{"the opposition","Venezuela''s political opposition","María Corina Machado",Machado,"opposition leader María Corina Machado"}', 'PARTY', 'venezuelan-opposition', 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('1391183d-9619-5a71-ae96-57644f7291f4', 'vladimir-villegas', 'Vladimir Villegas', 'vladimir villegas', '{}', 'MEDIA', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'northern-observatory', 'Northern Observatory', 'northern observatory', '{}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:27.683+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', 'southern-observatory', 'Southern Observatory', 'southern observatory', '{}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:27.715+00', NULL, 'PUBLIC');
INSERT INTO public."Source" VALUES ('7f2cc24a-ba34-5c6b-b60e-714daabdc473', 'northern-observatory-of-prisons', 'Northern Observatory of Prisons', 'northern observatory of prisons', '{}', 'NGO', NULL, 'America/Caracas', 'PUBLIC', '2026-11-27 09:01:27.77+00', '1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'PUBLIC');
INSERT INTO public."Source" VALUES ('54ac10b9-2791-5c59-975b-5593de55ad9b', 'quiet-source', 'Quiet Source', 'quiet source', '{}', 'NGO', NULL, 'America/Caracas', 'PARTNER', '2026-11-27 09:01:27.752+00', NULL, 'PARTNER');
INSERT INTO public."Verification" VALUES ('0b4ce4f0-3492-4f57-a8e1-82695fd6014d', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.302+00', NULL, 'PUBLIC', '2026-11-27 09:01:28.335+00');
INSERT INTO public."Verification" VALUES ('a1a89bcd-dfdc-40cf-aa39-236ef59f099f', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 2, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:28.335+00', NULL, 'PUBLIC', '2026-11-27 09:01:28.402+00');
INSERT INTO public."Verification" VALUES ('219c7639-4f12-4097-ba6a-2a5b0ebd164f', '12770825-476e-5ff1-9d77-7d17307569c8', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.477+00', NULL, 'PUBLIC', '2026-11-27 09:01:28.505+00');
INSERT INTO public."Verification" VALUES ('4f321f06-0554-41e2-a07d-8cbb8a875cf3', '12770825-476e-5ff1-9d77-7d17307569c8', 2, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:28.505+00', NULL, 'PUBLIC', '2026-11-27 09:01:28.559+00');
INSERT INTO public."Verification" VALUES ('4aeb9249-23fe-40c3-950f-6a89f77a5391', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.673+00', NULL, 'PUBLIC', '2026-11-27 09:01:28.703+00');
INSERT INTO public."Verification" VALUES ('d82b55c8-87b0-4b69-b9de-a239f5aa8b92', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 2, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:28.703+00', NULL, 'PUBLIC', '2026-11-27 09:01:28.754+00');
INSERT INTO public."Verification" VALUES ('9f3a1f09-5e96-466d-a737-b929d19be51b', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.886+00', NULL, 'PUBLIC', '2026-11-27 09:01:28.935+00');
INSERT INTO public."Verification" VALUES ('92750f9e-c660-48ac-93f6-d2a21639b45f', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 2, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:28.935+00', NULL, 'PUBLIC', '2026-11-27 09:01:29.009+00');
INSERT INTO public."Verification" VALUES ('27231451-78e4-4a6c-adb1-34cbd930d399', 'c1310019-7cd5-55e2-8146-281c1317d6fb', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.62+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('2634fa5d-8f0f-4f5f-a37c-8d837455a953', '54391161-170a-55f1-b9c5-609778671f14', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.444+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('02b46cfc-6dd2-42aa-901e-c03c7230aba5', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 3, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:28.402+00', NULL, 'PUBLIC', '2026-11-27 09:01:29.425+00');
INSERT INTO public."Verification" VALUES ('2894cc3f-857f-4eca-88e9-7654444dcc2c', '12770825-476e-5ff1-9d77-7d17307569c8', 3, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:28.559+00', NULL, 'PUBLIC', '2026-11-27 09:01:29.572+00');
INSERT INTO public."Verification" VALUES ('42855981-d85b-4527-aaab-cd263fe61b9b', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 3, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:28.754+00', NULL, 'PUBLIC', '2026-11-27 09:01:29.715+00');
INSERT INTO public."Verification" VALUES ('42468b4d-454c-4d82-ad56-791d3359fcd8', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 3, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:29.009+00', NULL, 'PUBLIC', '2026-11-27 09:01:29.794+00');
INSERT INTO public."Verification" VALUES ('29cb9cb7-3a26-4638-81c5-a2e969f1ee34', '42b8b6da-0720-546a-8ef7-414f73cbb25d', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.826+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('b59a9b56-d269-4b07-b0a8-c4a44dbbfcc2', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 2, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:29.088+00', NULL, 'RESTRICTED', '2026-11-27 09:01:29.128+00');
INSERT INTO public."Verification" VALUES ('654f9b21-ba36-47c9-b457-5fdf1c072a64', '12770825-476e-5ff1-9d77-7d17307569c8', 5, 'CONTESTED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:29.908+00', 'Her family has not seen her.', 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('4f5efa2b-2de9-4fa0-96d6-6d2eef8a9adc', '12770825-476e-5ff1-9d77-7d17307569c8', 4, 'VERIFIED', 'v1', '[]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:29.572+00', 'Two roots.', 'PUBLIC', '2026-11-27 09:01:29.908+00');
INSERT INTO public."Verification" VALUES ('0ae9ce8a-8da0-4fb1-b797-01f492402f3f', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 5, 'REFUTED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:29.954+00', 'It was somebody else.', 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('2897fccd-dd2b-4446-b9dd-3e4c62efeeab', 'e119e02e-4355-58a5-a73a-28a85fd5deda', 4, 'VERIFIED', 'v1', '[]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:29.715+00', 'Two roots.', 'PUBLIC', '2026-11-27 09:01:29.954+00');
INSERT INTO public."Verification" VALUES ('90560743-c631-4a32-8f92-b17a4b4e0150', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 4, 'VERIFIED', 'v1', '[]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:29.794+00', 'Two roots.', 'PUBLIC', '2026-11-27 09:01:30.025+00');
INSERT INTO public."Verification" VALUES ('ce7b7aaf-1c48-4268-9930-7d51a5eee4c6', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 4, 'VERIFIED', 'v1', '[]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:29.425+00', 'Two roots.', 'PUBLIC', '2026-11-27 09:01:30.547+00');
INSERT INTO public."Verification" VALUES ('dcdfe161-6bb4-435a-a5bd-34526f35642c', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 5, 'CONTESTED', 'v1', '[{"rule": "NO_LIVE_DISPUTE", "needed": "That each disputing claim is answered: superseded, retracted, or the event refuted.", "message": "1 live claim disputes it."}]', false, 'policy', '2026-11-27 09:01:30.547+00', 'A claim that is on record disputes this.', 'PUBLIC', '2026-11-27 09:01:30.598+00');
INSERT INTO public."Verification" VALUES ('5ca47f1f-cd8c-4354-9dab-62a35a67dc98', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:29.068+00', NULL, 'RESTRICTED', '2026-11-27 09:01:29.088+00');
INSERT INTO public."Verification" VALUES ('4b95dc1c-2aca-43ba-aed6-1bf62c549d84', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 3, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:29.128+00', NULL, 'RESTRICTED', '2026-11-27 09:01:29.851+00');
INSERT INTO public."Verification" VALUES ('25c8893d-6ff1-4947-9b4d-60f266251cb6', '51c58dff-61ce-5809-b00f-52af658921d4', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('e1c1b522-a4e8-4ae3-aebc-7b0d564349e9', 'f2a46976-ddd9-5b8a-9b27-b4fd91b7a365', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:29.184+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('921e8eda-b2a8-472e-9692-a3598e55b495', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 6, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:30.598+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('f96b357b-5071-4054-814c-7c77968b3ddb', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 5, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:30.025+00', 'Taken back.', 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('5cc92fce-46a8-4310-a9a4-4eb1da49ed9e', 'cb3a2f15-a42f-513e-aa25-daed99d5eac7', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('deff69a5-e53e-451d-98fe-1a9b7cdbf277', '595a4b03-c645-51aa-b103-cd85652ea657', 2, 'REPORTED', 'v2', '[{"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('4c939453-4d81-40ba-91fa-66bc80fab3eb', 'a55dfe46-9387-59f5-b284-b77e2a5ee866', 2, 'REPORTED', 'v2', '[{"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', true, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('f216c426-ae13-4004-a1af-712a4b8ee105', 'd099ab35-205c-50c9-903b-d53c106ca906', 2, 'REPORTED', 'v2', '[{"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', true, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('71e54601-6d85-472e-a5fe-86f77a18b304', '51c58dff-61ce-5809-b00f-52af658921d4', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('81b16462-98d8-47c6-81e6-c04132702b49', 'cb3a2f15-a42f-513e-aa25-daed99d5eac7', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('9dd8049e-7d42-4074-ab2f-ec1a8790a25e', '595a4b03-c645-51aa-b103-cd85652ea657', 1, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('2a8e1de7-9907-417b-bbb6-15b42da3b8c5', 'a55dfe46-9387-59f5-b284-b77e2a5ee866', 1, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', true, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('8a99f8d9-0443-45a4-b442-226061b4aee8', 'b74b1544-7799-5ee0-b3b4-a28163046319', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}, {"rule": "BEYOND_THE_STATE", "needed": "An origin other than the state.", "message": "Only the state says so."}]', true, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('aaa02412-ad1b-4b03-aebc-8f6a11acbd9a', 'd099ab35-205c-50c9-903b-d53c106ca906', 1, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', true, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('716587a5-a96e-49a1-af1e-1f64fc107122', '15815bfd-ee0a-5ee6-8493-fa2d60b3724d', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 1464 hours."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('91d46e70-cdfd-4d47-97b4-06c908232e51', 'a5a9ce45-399c-5138-9506-39f6016dbbc4', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('82f9c02b-c8e9-419c-88de-5914d015cff6', '2c5e461c-3628-5394-8666-139e018de168', 1, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('71e8ac93-ac85-4f11-b7c3-7d99d8014f59', '007ab47d-6a27-53a7-a419-cb4f99626bba', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('cef3fc71-5a81-49a6-ac3c-d626155b70be', '4a4290fe-d182-5e91-9af8-af2f294f55b5', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 8760 hours."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('52e8ac6b-5da7-4e1e-bc66-d512e5b0377a', '679ae8d6-5353-5f39-9f35-7263bb70c771', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 8760 hours."}, {"rule": "IDENTITY", "needed": "The facility, or the place where it happened.", "message": "Neither the facility nor a place is known."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('8ddfa95f-d404-479a-b953-5699c6e22ad3', '2fa0999a-2624-5f85-9bbe-71d69a813dbc', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('c20da9de-417f-4ebd-bd7e-a1edb7063415', '3b8e07f5-628e-586c-b00a-1940031d2e80', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('8ed53650-d67e-4ddd-a79a-98133131dfa8', '2935024a-de1b-5428-9e3b-e1d573ab551e', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "The facility, or the place where it happened.", "message": "Neither the facility nor a place is known."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('cd77ec6f-efaf-4ed3-a52e-4ee6ef2d8493', '4d49f54c-b465-5e5f-b0e5-836bf6c81060', 1, 'REPORTED', 'v1', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 696 hours."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('b68c5fbe-3d69-4b81-8728-36447751ba2a', '19c99ba0-19cf-5bde-8b57-7bdbba5851de', 1, 'CORROBORATED', 'v1', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:24.946+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('9d5c8f87-34c3-409f-b8a6-58620236938d', 'd4459a16-089e-5724-9888-29cd9f400919', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:28.256+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('e0e1a228-bf26-420a-b059-80317017bbb5', '8428911d-97ac-5de3-a21c-0c4abf8bdeb3', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:29.161+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('9310780d-17ef-4d69-8c5a-f3537b5727ad', '75d5b528-e2d5-56a9-801a-a08cda5694c8', 1, 'REPORTED', 'v1', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:29.048+00', NULL, 'RESTRICTED', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('5f04a1f4-fd58-4162-8849-af9ced400a4d', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 4, 'VERIFIED', 'v1', '[]', false, 'key:7139f627-9cad-4481-8659-666eb9b1f5de', '2026-11-27 09:01:29.851+00', 'Two roots.', 'RESTRICTED', '2026-11-27 09:01:31.106+00');
INSERT INTO public."Verification" VALUES ('13882aa3-9630-4ba9-936c-af2788c2b906', '51c58dff-61ce-5809-b00f-52af658921d4', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('f0e63cc8-4038-4165-841d-522ea9ccafd4', 'cb3a2f15-a42f-513e-aa25-daed99d5eac7', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('c8d4048c-b8ee-40ef-a664-cda00b30988b', '595a4b03-c645-51aa-b103-cd85652ea657', 3, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('bef7f9c1-42c1-4a1b-8348-50bfa46acdc6', 'a55dfe46-9387-59f5-b284-b77e2a5ee866', 3, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', true, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('79217619-0dd6-43bf-b045-7b7b851e7c78', 'b74b1544-7799-5ee0-b3b4-a28163046319', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}, {"rule": "BEYOND_THE_STATE", "needed": "An origin other than the state.", "message": "Only the state says so."}]', true, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('9c612a79-7166-4bde-ae2e-1ae4060a1eb4', 'd099ab35-205c-50c9-903b-d53c106ca906', 3, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', true, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('ee29bda4-12c5-4fad-a3cb-3199fb81f0da', '15815bfd-ee0a-5ee6-8493-fa2d60b3724d', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is only known to within 1464 hours."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('0e3936f2-40dc-4099-80d6-6bea8c38fc66', 'a5a9ce45-399c-5138-9506-39f6016dbbc4', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('d562a18b-b752-4754-9de1-e213e5aabd80', '2c5e461c-3628-5394-8666-139e018de168', 3, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('62b4aa5c-12c0-4387-8ef6-7a7a16686710', '007ab47d-6a27-53a7-a419-cb4f99626bba', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is not known on both sides."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('5978bc7a-8c82-4dd6-af12-dbc0a429a4b7', '4a4290fe-d182-5e91-9af8-af2f294f55b5', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is only known to within 8760 hours."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('21340234-7350-4ba8-8279-ee0d1d4e4832', '679ae8d6-5353-5f39-9f35-7263bb70c771', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is only known to within 8760 hours."}, {"rule": "IDENTITY", "needed": "The facility, or the place where it happened.", "message": "Neither the facility nor a place is known."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('29bf9a13-e2ab-4c5d-aa3a-e9ddf2f4bea5', '2fa0999a-2624-5f85-9bbe-71d69a813dbc', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('69729ad8-ab9e-4c30-bb4b-48cb7b5a3784', '3b8e07f5-628e-586c-b00a-1940031d2e80', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('43f43435-58df-4202-8a83-8beed897232f', '2935024a-de1b-5428-9e3b-e1d573ab551e', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "The facility, or the place where it happened.", "message": "Neither the facility nor a place is known."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('1958a1dc-74d9-40d2-9d44-c1a8c2baade7', '4d49f54c-b465-5e5f-b0e5-836bf6c81060', 3, 'REPORTED', 'v3', '[{"rule": "IDENTITY", "needed": "A time known to within 96 hours.", "message": "The time is only known to within 696 hours."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2', '19c99ba0-19cf-5bde-8b57-7bdbba5851de', 3, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('3a483c2b-245f-4494-878b-459afee18801', 'd4459a16-089e-5724-9888-29cd9f400919', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('89f6285c-e7d8-49d1-9c7b-490a1ab7d73d', 'c1310019-7cd5-55e2-8146-281c1317d6fb', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('f1f29f57-f220-46ae-930a-7a04478bf714', 'f2a46976-ddd9-5b8a-9b27-b4fd91b7a365', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('c23c6d41-eaa1-42db-b8c4-97266cb9bebc', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 8, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('7369b5db-98d7-4642-b652-ad4b67889e3a', '8428911d-97ac-5de3-a21c-0c4abf8bdeb3', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('4c364297-6272-4ea9-9b25-d992f1ffcfea', '54391161-170a-55f1-b9c5-609778671f14', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('5d4a3873-7c14-4520-8a6d-ef4524b64925', '42b8b6da-0720-546a-8ef7-414f73cbb25d', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('91802704-48ea-41cf-8c08-7bc92e74a283', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 7, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'PUBLIC', NULL);
INSERT INTO public."Verification" VALUES ('ca885828-dfd5-47d6-895e-7ab71b6dedb8', '75d5b528-e2d5-56a9-801a-a08cda5694c8', 3, 'REPORTED', 'v3', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'RESTRICTED', NULL);
INSERT INTO public."Verification" VALUES ('e3900c82-1d4b-4c90-8a88-207e5251b5d8', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 6, 'CORROBORATED', 'v3', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:31.348+00', NULL, 'RESTRICTED', NULL);
INSERT INTO public."Verification" VALUES ('635bb754-3460-465b-9003-d5943e4bdb3e', 'b74b1544-7799-5ee0-b3b4-a28163046319', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}, {"rule": "BEYOND_THE_STATE", "needed": "An origin other than the state.", "message": "Only the state says so."}]', true, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('9208a455-2296-49a9-a296-ca0d33840ad0', '15815bfd-ee0a-5ee6-8493-fa2d60b3724d', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 1464 hours."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('4725e7fb-fde8-425d-8bbb-5aaefb3bc802', 'a5a9ce45-399c-5138-9506-39f6016dbbc4', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('67d9a1ea-adb6-41f4-9ddc-048f946d4c9b', '2c5e461c-3628-5394-8666-139e018de168', 2, 'CORROBORATED', 'v2', '[{"rule": "HUMAN_DECISION", "needed": "A decision by a holder of the verifier scope who did not record the deciding claim.", "message": "No person has decided yet."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('c9e9e16f-a6cc-4c5e-8639-c58fcd6f8cbd', '007ab47d-6a27-53a7-a419-cb4f99626bba', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('4ff7e16b-bfca-4be9-980e-0a23bd03f87e', '4a4290fe-d182-5e91-9af8-af2f294f55b5', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 8760 hours."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('cf7f10a6-065c-45a7-a93f-67a60e665fe4', '679ae8d6-5353-5f39-9f35-7263bb70c771', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 8760 hours."}, {"rule": "IDENTITY", "needed": "The facility, or the place where it happened.", "message": "Neither the facility nor a place is known."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('54f771eb-b94d-4042-85a6-751fbfd87919', '2fa0999a-2624-5f85-9bbe-71d69a813dbc', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('07e6506f-1062-4ac8-832a-7bf8878e5757', '3b8e07f5-628e-586c-b00a-1940031d2e80', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is not known on both sides."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('e012c246-4b47-447d-8c48-8e1b4b73f87d', '2935024a-de1b-5428-9e3b-e1d573ab551e', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "The facility, or the place where it happened.", "message": "Neither the facility nor a place is known."}, {"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "Only 1 independent origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('25d555dc-79f9-4d16-9340-e74429392bcb', '4d49f54c-b465-5e5f-b0e5-836bf6c81060', 2, 'REPORTED', 'v2', '[{"rule": "IDENTITY", "needed": "A time known to within 72 hours.", "message": "The time is only known to within 696 hours."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('a2bc2b37-307b-42b2-8736-ef7aebc6c9ed', '19c99ba0-19cf-5bde-8b57-7bdbba5851de', 2, 'REPORTED', 'v2', '[{"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('a76c89a3-a1e7-4545-8553-2873d96058ff', 'd4459a16-089e-5724-9888-29cd9f400919', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('d7245433-b8bd-482b-a10a-dfd70e029da4', 'c1310019-7cd5-55e2-8146-281c1317d6fb', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('a4bc0d91-c078-4bf0-b4d4-59c0d39f78b7', 'f2a46976-ddd9-5b8a-9b27-b4fd91b7a365', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('548a6bb1-4bac-44a1-b0e3-b024b50742f1', 'da655cd5-0d9e-53a3-8acb-0a5401cd20da', 7, 'REPORTED', 'v2', '[{"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('19499f8c-2dcf-48fc-bb3c-d4b49eb3ec40', '8428911d-97ac-5de3-a21c-0c4abf8bdeb3', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('5910d920-6fa4-41b3-a123-1f7e6de511fb', '54391161-170a-55f1-b9c5-609778671f14', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('f177a608-406d-495d-9eda-a829343ed83f', '42b8b6da-0720-546a-8ef7-414f73cbb25d', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('5171388e-eb1e-4a0b-8e13-0dd78612cb36', 'c5a3b317-403f-5df2-8ada-21286b2802b9', 6, 'REPORTED', 'v2', '[{"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'PUBLIC', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('74ca3d49-b547-4ebe-a8e3-56c4776bd451', '75d5b528-e2d5-56a9-801a-a08cda5694c8', 2, 'REPORTED', 'v2', '[{"rule": "INDEPENDENCE", "needed": "2 independent origins; pages that repeat one statement are one.", "message": "No origin supports it."}, {"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'RESTRICTED', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Verification" VALUES ('078d55bb-4382-4161-ab92-c61381401a8f', '281ad62a-5ad0-5e84-bb50-6c2ac921577e', 5, 'REPORTED', 'v2', '[{"rule": "DIRECT_WITNESS", "needed": "A claim by the person, a relative, a lawyer, a witness, a reporter on the spot, or an organisation that published the name.", "message": "No direct witness and no organisation that published the name is among the origins."}]', false, 'policy', '2026-11-27 09:01:31.106+00', NULL, 'RESTRICTED', '2026-11-27 09:01:31.348+00');
INSERT INTO public."Webhook" VALUES ('494efc20-37e0-4a0e-90b3-7851dc61d3ed', 'f9653bbf-44af-4cf2-9d2b-11b8bf13f7b3', 'http://127.0.0.1:9/no-one', '{"state": "VERIFIED"}', '\xd4d1ce41bc1da176e2aa43244a56531c092a9f060264c38d9dded5633b605993', '2026-11-27 09:01:27.612+00', 0, 1, 2, '2026-11-27 09:01:52.336+00', NULL, '2026-11-27 09:01:33.451+00', 'ECONNREFUSED', NULL, NULL, NULL);
INSERT INTO public."_DerivedFrom" VALUES ('8462a7a8-a9d6-56e4-a01a-a5cc228af49d', '892a6650-0457-5dec-89dd-87de05559548');
INSERT INTO public."_DetaineeKin" VALUES ('f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718', '0fc28dcd-3762-4743-b93d-b759a40c9008');
INSERT INTO public."_DetaineeKin" VALUES ('0fc28dcd-3762-4743-b93d-b759a40c9008', 'f1f3f5fb-c8a6-46d7-ae1d-ac56b1f47718');
INSERT INTO public."_DetaineeKin" VALUES ('2475a0a5-774b-4f6f-a624-021f1b959892', '2e56b45e-039e-408f-9621-9efab2f1af05');
INSERT INTO public."_DetaineeKin" VALUES ('2e56b45e-039e-408f-9621-9efab2f1af05', '2475a0a5-774b-4f6f-a624-021f1b959892');
INSERT INTO public."_FacilityKin" VALUES ('080db898-96e7-5c52-87b5-fefd4a2bd430', '6f8edd65-c0cf-52b1-954f-9063a78b9150');
INSERT INTO public."_FacilityKin" VALUES ('6f8edd65-c0cf-52b1-954f-9063a78b9150', '080db898-96e7-5c52-87b5-fefd4a2bd430');
INSERT INTO public."_VerificationClaims" VALUES ('55400c62-2ad7-58a1-9a22-d33c9a6cb8fd', '71e54601-6d85-472e-a5fe-86f77a18b304');
INSERT INTO public."_VerificationClaims" VALUES ('72ec879b-eda2-5038-8854-85274edc0ede', '81b16462-98d8-47c6-81e6-c04132702b49');
INSERT INTO public."_VerificationClaims" VALUES ('98a9db00-599f-5d3c-be07-78272484ed3c', '9dd8049e-7d42-4074-ab2f-ec1a8790a25e');
INSERT INTO public."_VerificationClaims" VALUES ('aeeee047-810a-5b2e-8336-ae051ce15648', '9dd8049e-7d42-4074-ab2f-ec1a8790a25e');
INSERT INTO public."_VerificationClaims" VALUES ('c1399aab-e7ce-5591-981b-5a6709319b68', '9dd8049e-7d42-4074-ab2f-ec1a8790a25e');
INSERT INTO public."_VerificationClaims" VALUES ('527fc276-bacf-58f7-b28d-6a08028b575c', '2a8e1de7-9907-417b-bbb6-15b42da3b8c5');
INSERT INTO public."_VerificationClaims" VALUES ('55c1c6b8-e522-58c0-8fbc-84bd981c1411', '2a8e1de7-9907-417b-bbb6-15b42da3b8c5');
INSERT INTO public."_VerificationClaims" VALUES ('806d43e2-70a1-55f1-b709-83ad03b7928f', '2a8e1de7-9907-417b-bbb6-15b42da3b8c5');
INSERT INTO public."_VerificationClaims" VALUES ('3beaba3f-c341-5fbd-a3e5-2269e3fa2624', '8a99f8d9-0443-45a4-b442-226061b4aee8');
INSERT INTO public."_VerificationClaims" VALUES ('6de0bafe-a88c-5f93-973d-becccea1dace', 'aaa02412-ad1b-4b03-aebc-8f6a11acbd9a');
INSERT INTO public."_VerificationClaims" VALUES ('7ed980df-e8ce-5c82-8982-1e161361a72a', 'aaa02412-ad1b-4b03-aebc-8f6a11acbd9a');
INSERT INTO public."_VerificationClaims" VALUES ('97996643-1a67-59b1-9f0f-a40620fa4e93', 'aaa02412-ad1b-4b03-aebc-8f6a11acbd9a');
INSERT INTO public."_VerificationClaims" VALUES ('bd1aebf5-2885-50a1-873f-19f0a12aefb9', 'aaa02412-ad1b-4b03-aebc-8f6a11acbd9a');
INSERT INTO public."_VerificationClaims" VALUES ('4ea3f792-f6d3-5e4d-978e-c079f77609a5', '716587a5-a96e-49a1-af1e-1f64fc107122');
INSERT INTO public."_VerificationClaims" VALUES ('bc7a2b84-fc64-5b11-a71e-1c9fc93f0e73', '716587a5-a96e-49a1-af1e-1f64fc107122');
INSERT INTO public."_VerificationClaims" VALUES ('f3495040-9cff-51cf-acc3-fa241486d0d4', '716587a5-a96e-49a1-af1e-1f64fc107122');
INSERT INTO public."_VerificationClaims" VALUES ('397c2093-d4c9-5461-9219-0ef89efcd87e', '91d46e70-cdfd-4d47-97b4-06c908232e51');
INSERT INTO public."_VerificationClaims" VALUES ('10776725-d767-55b4-9b0a-5cd1584b63c7', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationClaims" VALUES ('5b475dc2-0a72-5a66-b458-7eaf82251bc2', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationClaims" VALUES ('74054e6d-a2d2-59fd-a443-933c75ce431e', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationClaims" VALUES ('df2c38d9-7d41-5fa1-941c-9cdf3cc1d04e', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationClaims" VALUES ('ec7e54aa-32d4-5de0-bedd-c2c941265c41', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationClaims" VALUES ('8a65a0fc-147b-5c5d-9e86-41e56381e5a2', '71e8ac93-ac85-4f11-b7c3-7d99d8014f59');
INSERT INTO public."_VerificationClaims" VALUES ('c554364f-8a70-5c14-8029-690225ff1e37', '71e8ac93-ac85-4f11-b7c3-7d99d8014f59');
INSERT INTO public."_VerificationClaims" VALUES ('6706f2a1-2a7c-5e23-b0c6-155a16c919c1', 'cef3fc71-5a81-49a6-ac3c-d626155b70be');
INSERT INTO public."_VerificationClaims" VALUES ('e3f0c54f-6a60-5435-80a3-d89529b20f09', '52e8ac6b-5da7-4e1e-bc66-d512e5b0377a');
INSERT INTO public."_VerificationClaims" VALUES ('740fb5d0-d8b7-5833-be92-c4898828614b', '8ddfa95f-d404-479a-b953-5699c6e22ad3');
INSERT INTO public."_VerificationClaims" VALUES ('4ea17dc7-3c9a-52b8-b48a-42035546df21', 'c20da9de-417f-4ebd-bd7e-a1edb7063415');
INSERT INTO public."_VerificationClaims" VALUES ('f4dc4728-27f7-59fb-a302-c67b66bd1ec0', '8ed53650-d67e-4ddd-a79a-98133131dfa8');
INSERT INTO public."_VerificationClaims" VALUES ('a7f72862-da97-5271-b3b0-c6afec64bbc0', 'cd77ec6f-efaf-4ed3-a52e-4ee6ef2d8493');
INSERT INTO public."_VerificationClaims" VALUES ('fbb0fe2f-84fe-5acb-97de-f4803280dfc3', 'cd77ec6f-efaf-4ed3-a52e-4ee6ef2d8493');
INSERT INTO public."_VerificationClaims" VALUES ('2ca5816c-6a78-5635-9375-f9d013beaf2f', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationClaims" VALUES ('2e077d69-3079-50b5-8358-87e47060683c', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationClaims" VALUES ('481ac105-6096-51f3-b901-4da53921ca13', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationClaims" VALUES ('acbf646c-4c46-5d3f-8c88-dacd87c3f2d4', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationClaims" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', 'a1a89bcd-dfdc-40cf-aa39-236ef59f099f');
INSERT INTO public."_VerificationClaims" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', '02b46cfc-6dd2-42aa-901e-c03c7230aba5');
INSERT INTO public."_VerificationClaims" VALUES ('485e73f0-b06e-5711-b1fa-02b6ee69205d', '02b46cfc-6dd2-42aa-901e-c03c7230aba5');
INSERT INTO public."_VerificationClaims" VALUES ('5612d535-5223-5b2d-848b-6304ba9415b3', '4f321f06-0554-41e2-a07d-8cbb8a875cf3');
INSERT INTO public."_VerificationClaims" VALUES ('5612d535-5223-5b2d-848b-6304ba9415b3', '2894cc3f-857f-4eca-88e9-7654444dcc2c');
INSERT INTO public."_VerificationClaims" VALUES ('6fae08cc-f2ff-52b3-9399-26fd4834f8fc', '2894cc3f-857f-4eca-88e9-7654444dcc2c');
INSERT INTO public."_VerificationClaims" VALUES ('c6cbe1db-3dfd-5209-a0cd-a362dba57a6d', 'd82b55c8-87b0-4b69-b9de-a239f5aa8b92');
INSERT INTO public."_VerificationClaims" VALUES ('c6cbe1db-3dfd-5209-a0cd-a362dba57a6d', '42855981-d85b-4527-aaab-cd263fe61b9b');
INSERT INTO public."_VerificationClaims" VALUES ('1f37eb9b-7bcc-5592-bea1-861b8c5602ac', '42855981-d85b-4527-aaab-cd263fe61b9b');
INSERT INTO public."_VerificationClaims" VALUES ('174652c3-80cf-547d-9227-d87963d1c5de', '92750f9e-c660-48ac-93f6-d2a21639b45f');
INSERT INTO public."_VerificationClaims" VALUES ('174652c3-80cf-547d-9227-d87963d1c5de', '42468b4d-454c-4d82-ad56-791d3359fcd8');
INSERT INTO public."_VerificationClaims" VALUES ('43e909ca-5584-5254-a4d9-1131ffb2731b', '42468b4d-454c-4d82-ad56-791d3359fcd8');
INSERT INTO public."_VerificationClaims" VALUES ('c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', 'b59a9b56-d269-4b07-b0a8-c4a44dbbfcc2');
INSERT INTO public."_VerificationClaims" VALUES ('c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', '4b95dc1c-2aca-43ba-aed6-1bf62c549d84');
INSERT INTO public."_VerificationClaims" VALUES ('2f241a72-5f19-57ec-a49c-b3bc260b5c4f', '4b95dc1c-2aca-43ba-aed6-1bf62c549d84');
INSERT INTO public."_VerificationClaims" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', 'ce7b7aaf-1c48-4268-9930-7d51a5eee4c6');
INSERT INTO public."_VerificationClaims" VALUES ('485e73f0-b06e-5711-b1fa-02b6ee69205d', 'ce7b7aaf-1c48-4268-9930-7d51a5eee4c6');
INSERT INTO public."_VerificationClaims" VALUES ('5612d535-5223-5b2d-848b-6304ba9415b3', '4f5efa2b-2de9-4fa0-96d6-6d2eef8a9adc');
INSERT INTO public."_VerificationClaims" VALUES ('6fae08cc-f2ff-52b3-9399-26fd4834f8fc', '4f5efa2b-2de9-4fa0-96d6-6d2eef8a9adc');
INSERT INTO public."_VerificationClaims" VALUES ('c6cbe1db-3dfd-5209-a0cd-a362dba57a6d', '2897fccd-dd2b-4446-b9dd-3e4c62efeeab');
INSERT INTO public."_VerificationClaims" VALUES ('1f37eb9b-7bcc-5592-bea1-861b8c5602ac', '2897fccd-dd2b-4446-b9dd-3e4c62efeeab');
INSERT INTO public."_VerificationClaims" VALUES ('174652c3-80cf-547d-9227-d87963d1c5de', '90560743-c631-4a32-8f92-b17a4b4e0150');
INSERT INTO public."_VerificationClaims" VALUES ('43e909ca-5584-5254-a4d9-1131ffb2731b', '90560743-c631-4a32-8f92-b17a4b4e0150');
INSERT INTO public."_VerificationClaims" VALUES ('c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', '5f04a1f4-fd58-4162-8849-af9ced400a4d');
INSERT INTO public."_VerificationClaims" VALUES ('2f241a72-5f19-57ec-a49c-b3bc260b5c4f', '5f04a1f4-fd58-4162-8849-af9ced400a4d');
INSERT INTO public."_VerificationClaims" VALUES ('5612d535-5223-5b2d-848b-6304ba9415b3', '654f9b21-ba36-47c9-b457-5fdf1c072a64');
INSERT INTO public."_VerificationClaims" VALUES ('6fae08cc-f2ff-52b3-9399-26fd4834f8fc', '654f9b21-ba36-47c9-b457-5fdf1c072a64');
INSERT INTO public."_VerificationClaims" VALUES ('c6cbe1db-3dfd-5209-a0cd-a362dba57a6d', '0ae9ce8a-8da0-4fb1-b797-01f492402f3f');
INSERT INTO public."_VerificationClaims" VALUES ('1f37eb9b-7bcc-5592-bea1-861b8c5602ac', '0ae9ce8a-8da0-4fb1-b797-01f492402f3f');
INSERT INTO public."_VerificationClaims" VALUES ('174652c3-80cf-547d-9227-d87963d1c5de', 'f96b357b-5071-4054-814c-7c77968b3ddb');
INSERT INTO public."_VerificationClaims" VALUES ('43e909ca-5584-5254-a4d9-1131ffb2731b', 'f96b357b-5071-4054-814c-7c77968b3ddb');
INSERT INTO public."_VerificationClaims" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', 'dcdfe161-6bb4-435a-a5bd-34526f35642c');
INSERT INTO public."_VerificationClaims" VALUES ('485e73f0-b06e-5711-b1fa-02b6ee69205d', 'dcdfe161-6bb4-435a-a5bd-34526f35642c');
INSERT INTO public."_VerificationClaims" VALUES ('4f73943d-6441-575d-9b62-d785d9180a2f', 'dcdfe161-6bb4-435a-a5bd-34526f35642c');
INSERT INTO public."_VerificationClaims" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', '921e8eda-b2a8-472e-9692-a3598e55b495');
INSERT INTO public."_VerificationClaims" VALUES ('485e73f0-b06e-5711-b1fa-02b6ee69205d', '921e8eda-b2a8-472e-9692-a3598e55b495');
INSERT INTO public."_VerificationClaims" VALUES ('55400c62-2ad7-58a1-9a22-d33c9a6cb8fd', '25c8893d-6ff1-4947-9b4d-60f266251cb6');
INSERT INTO public."_VerificationClaims" VALUES ('72ec879b-eda2-5038-8854-85274edc0ede', '5cc92fce-46a8-4310-a9a4-4eb1da49ed9e');
INSERT INTO public."_VerificationClaims" VALUES ('98a9db00-599f-5d3c-be07-78272484ed3c', 'deff69a5-e53e-451d-98fe-1a9b7cdbf277');
INSERT INTO public."_VerificationClaims" VALUES ('aeeee047-810a-5b2e-8336-ae051ce15648', 'deff69a5-e53e-451d-98fe-1a9b7cdbf277');
INSERT INTO public."_VerificationClaims" VALUES ('c1399aab-e7ce-5591-981b-5a6709319b68', 'deff69a5-e53e-451d-98fe-1a9b7cdbf277');
INSERT INTO public."_VerificationClaims" VALUES ('527fc276-bacf-58f7-b28d-6a08028b575c', '4c939453-4d81-40ba-91fa-66bc80fab3eb');
INSERT INTO public."_VerificationClaims" VALUES ('55c1c6b8-e522-58c0-8fbc-84bd981c1411', '4c939453-4d81-40ba-91fa-66bc80fab3eb');
INSERT INTO public."_VerificationClaims" VALUES ('806d43e2-70a1-55f1-b709-83ad03b7928f', '4c939453-4d81-40ba-91fa-66bc80fab3eb');
INSERT INTO public."_VerificationClaims" VALUES ('3beaba3f-c341-5fbd-a3e5-2269e3fa2624', '635bb754-3460-465b-9003-d5943e4bdb3e');
INSERT INTO public."_VerificationClaims" VALUES ('6de0bafe-a88c-5f93-973d-becccea1dace', 'f216c426-ae13-4004-a1af-712a4b8ee105');
INSERT INTO public."_VerificationClaims" VALUES ('7ed980df-e8ce-5c82-8982-1e161361a72a', 'f216c426-ae13-4004-a1af-712a4b8ee105');
INSERT INTO public."_VerificationClaims" VALUES ('97996643-1a67-59b1-9f0f-a40620fa4e93', 'f216c426-ae13-4004-a1af-712a4b8ee105');
INSERT INTO public."_VerificationClaims" VALUES ('bd1aebf5-2885-50a1-873f-19f0a12aefb9', 'f216c426-ae13-4004-a1af-712a4b8ee105');
INSERT INTO public."_VerificationClaims" VALUES ('4ea3f792-f6d3-5e4d-978e-c079f77609a5', '9208a455-2296-49a9-a296-ca0d33840ad0');
INSERT INTO public."_VerificationClaims" VALUES ('bc7a2b84-fc64-5b11-a71e-1c9fc93f0e73', '9208a455-2296-49a9-a296-ca0d33840ad0');
INSERT INTO public."_VerificationClaims" VALUES ('f3495040-9cff-51cf-acc3-fa241486d0d4', '9208a455-2296-49a9-a296-ca0d33840ad0');
INSERT INTO public."_VerificationClaims" VALUES ('397c2093-d4c9-5461-9219-0ef89efcd87e', '4725e7fb-fde8-425d-8bbb-5aaefb3bc802');
INSERT INTO public."_VerificationClaims" VALUES ('10776725-d767-55b4-9b0a-5cd1584b63c7', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationClaims" VALUES ('5b475dc2-0a72-5a66-b458-7eaf82251bc2', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationClaims" VALUES ('74054e6d-a2d2-59fd-a443-933c75ce431e', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationClaims" VALUES ('df2c38d9-7d41-5fa1-941c-9cdf3cc1d04e', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationClaims" VALUES ('ec7e54aa-32d4-5de0-bedd-c2c941265c41', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationClaims" VALUES ('8a65a0fc-147b-5c5d-9e86-41e56381e5a2', 'c9e9e16f-a6cc-4c5e-8639-c58fcd6f8cbd');
INSERT INTO public."_VerificationClaims" VALUES ('c554364f-8a70-5c14-8029-690225ff1e37', 'c9e9e16f-a6cc-4c5e-8639-c58fcd6f8cbd');
INSERT INTO public."_VerificationClaims" VALUES ('6706f2a1-2a7c-5e23-b0c6-155a16c919c1', '4ff7e16b-bfca-4be9-980e-0a23bd03f87e');
INSERT INTO public."_VerificationClaims" VALUES ('e3f0c54f-6a60-5435-80a3-d89529b20f09', 'cf7f10a6-065c-45a7-a93f-67a60e665fe4');
INSERT INTO public."_VerificationClaims" VALUES ('740fb5d0-d8b7-5833-be92-c4898828614b', '54f771eb-b94d-4042-85a6-751fbfd87919');
INSERT INTO public."_VerificationClaims" VALUES ('4ea17dc7-3c9a-52b8-b48a-42035546df21', '07e6506f-1062-4ac8-832a-7bf8878e5757');
INSERT INTO public."_VerificationClaims" VALUES ('f4dc4728-27f7-59fb-a302-c67b66bd1ec0', 'e012c246-4b47-447d-8c48-8e1b4b73f87d');
INSERT INTO public."_VerificationClaims" VALUES ('a7f72862-da97-5271-b3b0-c6afec64bbc0', '25d555dc-79f9-4d16-9340-e74429392bcb');
INSERT INTO public."_VerificationClaims" VALUES ('fbb0fe2f-84fe-5acb-97de-f4803280dfc3', '25d555dc-79f9-4d16-9340-e74429392bcb');
INSERT INTO public."_VerificationClaims" VALUES ('2ca5816c-6a78-5635-9375-f9d013beaf2f', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationClaims" VALUES ('2e077d69-3079-50b5-8358-87e47060683c', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationClaims" VALUES ('481ac105-6096-51f3-b901-4da53921ca13', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationClaims" VALUES ('acbf646c-4c46-5d3f-8c88-dacd87c3f2d4', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationClaims" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', '548a6bb1-4bac-44a1-b0e3-b024b50742f1');
INSERT INTO public."_VerificationClaims" VALUES ('485e73f0-b06e-5711-b1fa-02b6ee69205d', '548a6bb1-4bac-44a1-b0e3-b024b50742f1');
INSERT INTO public."_VerificationClaims" VALUES ('174652c3-80cf-547d-9227-d87963d1c5de', '5171388e-eb1e-4a0b-8e13-0dd78612cb36');
INSERT INTO public."_VerificationClaims" VALUES ('43e909ca-5584-5254-a4d9-1131ffb2731b', '5171388e-eb1e-4a0b-8e13-0dd78612cb36');
INSERT INTO public."_VerificationClaims" VALUES ('c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', '078d55bb-4382-4161-ab92-c61381401a8f');
INSERT INTO public."_VerificationClaims" VALUES ('2f241a72-5f19-57ec-a49c-b3bc260b5c4f', '078d55bb-4382-4161-ab92-c61381401a8f');
INSERT INTO public."_VerificationClaims" VALUES ('55400c62-2ad7-58a1-9a22-d33c9a6cb8fd', '13882aa3-9630-4ba9-936c-af2788c2b906');
INSERT INTO public."_VerificationClaims" VALUES ('72ec879b-eda2-5038-8854-85274edc0ede', 'f0e63cc8-4038-4165-841d-522ea9ccafd4');
INSERT INTO public."_VerificationClaims" VALUES ('98a9db00-599f-5d3c-be07-78272484ed3c', 'c8d4048c-b8ee-40ef-a664-cda00b30988b');
INSERT INTO public."_VerificationClaims" VALUES ('aeeee047-810a-5b2e-8336-ae051ce15648', 'c8d4048c-b8ee-40ef-a664-cda00b30988b');
INSERT INTO public."_VerificationClaims" VALUES ('c1399aab-e7ce-5591-981b-5a6709319b68', 'c8d4048c-b8ee-40ef-a664-cda00b30988b');
INSERT INTO public."_VerificationClaims" VALUES ('527fc276-bacf-58f7-b28d-6a08028b575c', 'bef7f9c1-42c1-4a1b-8348-50bfa46acdc6');
INSERT INTO public."_VerificationClaims" VALUES ('55c1c6b8-e522-58c0-8fbc-84bd981c1411', 'bef7f9c1-42c1-4a1b-8348-50bfa46acdc6');
INSERT INTO public."_VerificationClaims" VALUES ('806d43e2-70a1-55f1-b709-83ad03b7928f', 'bef7f9c1-42c1-4a1b-8348-50bfa46acdc6');
INSERT INTO public."_VerificationClaims" VALUES ('3beaba3f-c341-5fbd-a3e5-2269e3fa2624', '79217619-0dd6-43bf-b045-7b7b851e7c78');
INSERT INTO public."_VerificationClaims" VALUES ('6de0bafe-a88c-5f93-973d-becccea1dace', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4');
INSERT INTO public."_VerificationClaims" VALUES ('7ed980df-e8ce-5c82-8982-1e161361a72a', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4');
INSERT INTO public."_VerificationClaims" VALUES ('97996643-1a67-59b1-9f0f-a40620fa4e93', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4');
INSERT INTO public."_VerificationClaims" VALUES ('bd1aebf5-2885-50a1-873f-19f0a12aefb9', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4');
INSERT INTO public."_VerificationClaims" VALUES ('4ea3f792-f6d3-5e4d-978e-c079f77609a5', 'ee29bda4-12c5-4fad-a3cb-3199fb81f0da');
INSERT INTO public."_VerificationClaims" VALUES ('bc7a2b84-fc64-5b11-a71e-1c9fc93f0e73', 'ee29bda4-12c5-4fad-a3cb-3199fb81f0da');
INSERT INTO public."_VerificationClaims" VALUES ('f3495040-9cff-51cf-acc3-fa241486d0d4', 'ee29bda4-12c5-4fad-a3cb-3199fb81f0da');
INSERT INTO public."_VerificationClaims" VALUES ('397c2093-d4c9-5461-9219-0ef89efcd87e', '0e3936f2-40dc-4099-80d6-6bea8c38fc66');
INSERT INTO public."_VerificationClaims" VALUES ('10776725-d767-55b4-9b0a-5cd1584b63c7', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationClaims" VALUES ('5b475dc2-0a72-5a66-b458-7eaf82251bc2', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationClaims" VALUES ('74054e6d-a2d2-59fd-a443-933c75ce431e', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationClaims" VALUES ('df2c38d9-7d41-5fa1-941c-9cdf3cc1d04e', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationClaims" VALUES ('ec7e54aa-32d4-5de0-bedd-c2c941265c41', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationClaims" VALUES ('8a65a0fc-147b-5c5d-9e86-41e56381e5a2', '62b4aa5c-12c0-4387-8ef6-7a7a16686710');
INSERT INTO public."_VerificationClaims" VALUES ('c554364f-8a70-5c14-8029-690225ff1e37', '62b4aa5c-12c0-4387-8ef6-7a7a16686710');
INSERT INTO public."_VerificationClaims" VALUES ('6706f2a1-2a7c-5e23-b0c6-155a16c919c1', '5978bc7a-8c82-4dd6-af12-dbc0a429a4b7');
INSERT INTO public."_VerificationClaims" VALUES ('e3f0c54f-6a60-5435-80a3-d89529b20f09', '21340234-7350-4ba8-8279-ee0d1d4e4832');
INSERT INTO public."_VerificationClaims" VALUES ('740fb5d0-d8b7-5833-be92-c4898828614b', '29bf9a13-e2ab-4c5d-aa3a-e9ddf2f4bea5');
INSERT INTO public."_VerificationClaims" VALUES ('4ea17dc7-3c9a-52b8-b48a-42035546df21', '69729ad8-ab9e-4c30-bb4b-48cb7b5a3784');
INSERT INTO public."_VerificationClaims" VALUES ('f4dc4728-27f7-59fb-a302-c67b66bd1ec0', '43f43435-58df-4202-8a83-8beed897232f');
INSERT INTO public."_VerificationClaims" VALUES ('a7f72862-da97-5271-b3b0-c6afec64bbc0', '1958a1dc-74d9-40d2-9d44-c1a8c2baade7');
INSERT INTO public."_VerificationClaims" VALUES ('fbb0fe2f-84fe-5acb-97de-f4803280dfc3', '1958a1dc-74d9-40d2-9d44-c1a8c2baade7');
INSERT INTO public."_VerificationClaims" VALUES ('2ca5816c-6a78-5635-9375-f9d013beaf2f', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationClaims" VALUES ('2e077d69-3079-50b5-8358-87e47060683c', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationClaims" VALUES ('481ac105-6096-51f3-b901-4da53921ca13', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationClaims" VALUES ('acbf646c-4c46-5d3f-8c88-dacd87c3f2d4', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationClaims" VALUES ('c32c4a66-de88-52d0-aa88-6c7d941b6b67', 'c23c6d41-eaa1-42db-b8c4-97266cb9bebc');
INSERT INTO public."_VerificationClaims" VALUES ('485e73f0-b06e-5711-b1fa-02b6ee69205d', 'c23c6d41-eaa1-42db-b8c4-97266cb9bebc');
INSERT INTO public."_VerificationClaims" VALUES ('174652c3-80cf-547d-9227-d87963d1c5de', '91802704-48ea-41cf-8c08-7bc92e74a283');
INSERT INTO public."_VerificationClaims" VALUES ('43e909ca-5584-5254-a4d9-1131ffb2731b', '91802704-48ea-41cf-8c08-7bc92e74a283');
INSERT INTO public."_VerificationClaims" VALUES ('c276ec0e-e3bf-5cbd-bebc-f9cf92fea395', 'e3900c82-1d4b-4c90-8a88-207e5251b5d8');
INSERT INTO public."_VerificationClaims" VALUES ('2f241a72-5f19-57ec-a49c-b3bc260b5c4f', 'e3900c82-1d4b-4c90-8a88-207e5251b5d8');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '71e54601-6d85-472e-a5fe-86f77a18b304');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', '81b16462-98d8-47c6-81e6-c04132702b49');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', '9dd8049e-7d42-4074-ab2f-ec1a8790a25e');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '9dd8049e-7d42-4074-ab2f-ec1a8790a25e');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', '9dd8049e-7d42-4074-ab2f-ec1a8790a25e');
INSERT INTO public."_VerificationRoots" VALUES ('46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', '2a8e1de7-9907-417b-bbb6-15b42da3b8c5');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '2a8e1de7-9907-417b-bbb6-15b42da3b8c5');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', '2a8e1de7-9907-417b-bbb6-15b42da3b8c5');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', '8a99f8d9-0443-45a4-b442-226061b4aee8');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', 'aaa02412-ad1b-4b03-aebc-8f6a11acbd9a');
INSERT INTO public."_VerificationRoots" VALUES ('f1302540-0677-5f7d-99eb-d8f5e7f42268', 'aaa02412-ad1b-4b03-aebc-8f6a11acbd9a');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', 'aaa02412-ad1b-4b03-aebc-8f6a11acbd9a');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', '716587a5-a96e-49a1-af1e-1f64fc107122');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '716587a5-a96e-49a1-af1e-1f64fc107122');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '716587a5-a96e-49a1-af1e-1f64fc107122');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '91d46e70-cdfd-4d47-97b4-06c908232e51');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationRoots" VALUES ('1391183d-9619-5a71-ae96-57644f7291f4', '82f9c02b-c8e9-419c-88de-5914d015cff6');
INSERT INTO public."_VerificationRoots" VALUES ('c2cbf5b2-a4c9-5810-ac7a-6ff0a7f791c8', '71e8ac93-ac85-4f11-b7c3-7d99d8014f59');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '71e8ac93-ac85-4f11-b7c3-7d99d8014f59');
INSERT INTO public."_VerificationRoots" VALUES ('1f3504e9-4204-57b2-8881-e703b89bf011', 'cef3fc71-5a81-49a6-ac3c-d626155b70be');
INSERT INTO public."_VerificationRoots" VALUES ('1f3504e9-4204-57b2-8881-e703b89bf011', '52e8ac6b-5da7-4e1e-bc66-d512e5b0377a');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '8ddfa95f-d404-479a-b953-5699c6e22ad3');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', 'c20da9de-417f-4ebd-bd7e-a1edb7063415');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '8ed53650-d67e-4ddd-a79a-98133131dfa8');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', 'cd77ec6f-efaf-4ed3-a52e-4ee6ef2d8493');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'cd77ec6f-efaf-4ed3-a52e-4ee6ef2d8493');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationRoots" VALUES ('d1602536-6f57-5a0a-8976-f29b3c0d760e', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationRoots" VALUES ('b39fdbc9-61f0-5471-89cd-cd36de9b783d', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', 'b68c5fbe-3d69-4b81-8728-36447751ba2a');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'a1a89bcd-dfdc-40cf-aa39-236ef59f099f');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '02b46cfc-6dd2-42aa-901e-c03c7230aba5');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '02b46cfc-6dd2-42aa-901e-c03c7230aba5');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '4f321f06-0554-41e2-a07d-8cbb8a875cf3');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '2894cc3f-857f-4eca-88e9-7654444dcc2c');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '2894cc3f-857f-4eca-88e9-7654444dcc2c');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'd82b55c8-87b0-4b69-b9de-a239f5aa8b92');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '42855981-d85b-4527-aaab-cd263fe61b9b');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '42855981-d85b-4527-aaab-cd263fe61b9b');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '92750f9e-c660-48ac-93f6-d2a21639b45f');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '42468b4d-454c-4d82-ad56-791d3359fcd8');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '42468b4d-454c-4d82-ad56-791d3359fcd8');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'b59a9b56-d269-4b07-b0a8-c4a44dbbfcc2');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '4b95dc1c-2aca-43ba-aed6-1bf62c549d84');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '4b95dc1c-2aca-43ba-aed6-1bf62c549d84');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'ce7b7aaf-1c48-4268-9930-7d51a5eee4c6');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', 'ce7b7aaf-1c48-4268-9930-7d51a5eee4c6');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '4f5efa2b-2de9-4fa0-96d6-6d2eef8a9adc');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '4f5efa2b-2de9-4fa0-96d6-6d2eef8a9adc');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '2897fccd-dd2b-4446-b9dd-3e4c62efeeab');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '2897fccd-dd2b-4446-b9dd-3e4c62efeeab');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '90560743-c631-4a32-8f92-b17a4b4e0150');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '90560743-c631-4a32-8f92-b17a4b4e0150');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '5f04a1f4-fd58-4162-8849-af9ced400a4d');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '5f04a1f4-fd58-4162-8849-af9ced400a4d');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '654f9b21-ba36-47c9-b457-5fdf1c072a64');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '654f9b21-ba36-47c9-b457-5fdf1c072a64');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '0ae9ce8a-8da0-4fb1-b797-01f492402f3f');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '0ae9ce8a-8da0-4fb1-b797-01f492402f3f');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'f96b357b-5071-4054-814c-7c77968b3ddb');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', 'f96b357b-5071-4054-814c-7c77968b3ddb');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'dcdfe161-6bb4-435a-a5bd-34526f35642c');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', 'dcdfe161-6bb4-435a-a5bd-34526f35642c');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '921e8eda-b2a8-472e-9692-a3598e55b495');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '921e8eda-b2a8-472e-9692-a3598e55b495');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '25c8893d-6ff1-4947-9b4d-60f266251cb6');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', '5cc92fce-46a8-4310-a9a4-4eb1da49ed9e');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', 'deff69a5-e53e-451d-98fe-1a9b7cdbf277');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'deff69a5-e53e-451d-98fe-1a9b7cdbf277');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', 'deff69a5-e53e-451d-98fe-1a9b7cdbf277');
INSERT INTO public."_VerificationRoots" VALUES ('46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', '4c939453-4d81-40ba-91fa-66bc80fab3eb');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '4c939453-4d81-40ba-91fa-66bc80fab3eb');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', '4c939453-4d81-40ba-91fa-66bc80fab3eb');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', '635bb754-3460-465b-9003-d5943e4bdb3e');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', 'f216c426-ae13-4004-a1af-712a4b8ee105');
INSERT INTO public."_VerificationRoots" VALUES ('f1302540-0677-5f7d-99eb-d8f5e7f42268', 'f216c426-ae13-4004-a1af-712a4b8ee105');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', 'f216c426-ae13-4004-a1af-712a4b8ee105');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', '9208a455-2296-49a9-a296-ca0d33840ad0');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '9208a455-2296-49a9-a296-ca0d33840ad0');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '9208a455-2296-49a9-a296-ca0d33840ad0');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '4725e7fb-fde8-425d-8bbb-5aaefb3bc802');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationRoots" VALUES ('1391183d-9619-5a71-ae96-57644f7291f4', '67d9a1ea-adb6-41f4-9ddc-048f946d4c9b');
INSERT INTO public."_VerificationRoots" VALUES ('c2cbf5b2-a4c9-5810-ac7a-6ff0a7f791c8', 'c9e9e16f-a6cc-4c5e-8639-c58fcd6f8cbd');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', 'c9e9e16f-a6cc-4c5e-8639-c58fcd6f8cbd');
INSERT INTO public."_VerificationRoots" VALUES ('1f3504e9-4204-57b2-8881-e703b89bf011', '4ff7e16b-bfca-4be9-980e-0a23bd03f87e');
INSERT INTO public."_VerificationRoots" VALUES ('1f3504e9-4204-57b2-8881-e703b89bf011', 'cf7f10a6-065c-45a7-a93f-67a60e665fe4');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '54f771eb-b94d-4042-85a6-751fbfd87919');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '07e6506f-1062-4ac8-832a-7bf8878e5757');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', 'e012c246-4b47-447d-8c48-8e1b4b73f87d');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '25d555dc-79f9-4d16-9340-e74429392bcb');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '25d555dc-79f9-4d16-9340-e74429392bcb');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationRoots" VALUES ('d1602536-6f57-5a0a-8976-f29b3c0d760e', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationRoots" VALUES ('b39fdbc9-61f0-5471-89cd-cd36de9b783d', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', 'a2bc2b37-307b-42b2-8736-ef7aebc6c9ed');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '548a6bb1-4bac-44a1-b0e3-b024b50742f1');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '548a6bb1-4bac-44a1-b0e3-b024b50742f1');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '5171388e-eb1e-4a0b-8e13-0dd78612cb36');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '5171388e-eb1e-4a0b-8e13-0dd78612cb36');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '078d55bb-4382-4161-ab92-c61381401a8f');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '078d55bb-4382-4161-ab92-c61381401a8f');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '13882aa3-9630-4ba9-936c-af2788c2b906');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', 'f0e63cc8-4038-4165-841d-522ea9ccafd4');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', 'c8d4048c-b8ee-40ef-a664-cda00b30988b');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'c8d4048c-b8ee-40ef-a664-cda00b30988b');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', 'c8d4048c-b8ee-40ef-a664-cda00b30988b');
INSERT INTO public."_VerificationRoots" VALUES ('46dc6e11-0d6c-531d-b1a5-c101cec3fcc8', 'bef7f9c1-42c1-4a1b-8348-50bfa46acdc6');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', 'bef7f9c1-42c1-4a1b-8348-50bfa46acdc6');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', 'bef7f9c1-42c1-4a1b-8348-50bfa46acdc6');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', '79217619-0dd6-43bf-b045-7b7b851e7c78');
INSERT INTO public."_VerificationRoots" VALUES ('15b229c8-6f24-56dd-b8e2-a428374771ff', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4');
INSERT INTO public."_VerificationRoots" VALUES ('f1302540-0677-5f7d-99eb-d8f5e7f42268', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '9c612a79-7166-4bde-ae2e-1ae4060a1eb4');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', 'ee29bda4-12c5-4fad-a3cb-3199fb81f0da');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', 'ee29bda4-12c5-4fad-a3cb-3199fb81f0da');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'ee29bda4-12c5-4fad-a3cb-3199fb81f0da');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '0e3936f2-40dc-4099-80d6-6bea8c38fc66');
INSERT INTO public."_VerificationRoots" VALUES ('936293a7-c390-5486-9f00-e0de144e7073', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationRoots" VALUES ('1391183d-9619-5a71-ae96-57644f7291f4', 'd562a18b-b752-4754-9de1-e213e5aabd80');
INSERT INTO public."_VerificationRoots" VALUES ('c2cbf5b2-a4c9-5810-ac7a-6ff0a7f791c8', '62b4aa5c-12c0-4387-8ef6-7a7a16686710');
INSERT INTO public."_VerificationRoots" VALUES ('d0fc98ce-50b3-5598-9f43-59d59880a199', '62b4aa5c-12c0-4387-8ef6-7a7a16686710');
INSERT INTO public."_VerificationRoots" VALUES ('1f3504e9-4204-57b2-8881-e703b89bf011', '5978bc7a-8c82-4dd6-af12-dbc0a429a4b7');
INSERT INTO public."_VerificationRoots" VALUES ('1f3504e9-4204-57b2-8881-e703b89bf011', '21340234-7350-4ba8-8279-ee0d1d4e4832');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '29bf9a13-e2ab-4c5d-aa3a-e9ddf2f4bea5');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '69729ad8-ab9e-4c30-bb4b-48cb7b5a3784');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '43f43435-58df-4202-8a83-8beed897232f');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', '1958a1dc-74d9-40d2-9d44-c1a8c2baade7');
INSERT INTO public."_VerificationRoots" VALUES ('1a5abb7b-2369-55b6-bf4d-ac78a3bae19b', '1958a1dc-74d9-40d2-9d44-c1a8c2baade7');
INSERT INTO public."_VerificationRoots" VALUES ('d38ab816-5d16-5e06-bb37-61b7a06ff105', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationRoots" VALUES ('d1602536-6f57-5a0a-8976-f29b3c0d760e', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationRoots" VALUES ('b39fdbc9-61f0-5471-89cd-cd36de9b783d', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationRoots" VALUES ('3a6b5096-4366-542f-8f83-3ffb6404136a', 'f9fa5823-c7a5-43f2-b53c-a1d0d5696cd2');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'c23c6d41-eaa1-42db-b8c4-97266cb9bebc');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', 'c23c6d41-eaa1-42db-b8c4-97266cb9bebc');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', '91802704-48ea-41cf-8c08-7bc92e74a283');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', '91802704-48ea-41cf-8c08-7bc92e74a283');
INSERT INTO public."_VerificationRoots" VALUES ('1c011afa-b67a-5d12-aa1c-686cf53edb6f', 'e3900c82-1d4b-4c90-8a88-207e5251b5d8');
INSERT INTO public."_VerificationRoots" VALUES ('16b839cb-1087-5242-a0bf-41d0c8155525', 'e3900c82-1d4b-4c90-8a88-207e5251b5d8');
INSERT INTO public._prisma_migrations VALUES ('a4e7536b-a9da-48f9-bce5-aa44b10aa281', 'ea89b8638e4491cd42ed2f6943b8662e84acc4224b5a952de87aecf5d59cc1e4', '2026-11-27 09:01:24.17+00', '20261122100000_init', NULL, NULL, '2026-11-27 09:01:23.865+00', 1);
INSERT INTO public._prisma_migrations VALUES ('2326c913-c75f-40a9-8413-2aefc88d7642', 'df22df50d994b923f9a427154d460a753624e7beae9d966e7b1e920f259a5d96', '2026-11-27 09:01:24.23+00', '20261124151841_joins', NULL, NULL, '2026-11-27 09:01:24.175+00', 1);
INSERT INTO public._prisma_migrations VALUES ('ac95fbd9-1b53-4b45-869e-a49a11cf3ca2', 'f5cae7d757429e53d061fd6dc7a2c064fc2e62a073c32cef4f046f1530f98245', '2026-11-27 09:01:24.25+00', '20261124152250_webhooks', NULL, NULL, '2026-11-27 09:01:24.232+00', 1);
INSERT INTO public._prisma_migrations VALUES ('23e9c248-03d8-4c26-b39f-392a4ff63e93', 'afd9d2431bc15615d573934169648db5b8d0828dbece3f306d9c15f28c2dfcf4', '2026-11-27 09:01:24.268+00', '20261124153153_feed_audience', NULL, NULL, '2026-11-27 09:01:24.252+00', 1);
INSERT INTO public._prisma_migrations VALUES ('de04735c-b587-49df-be16-c932b2a74364', '3b549dd1070a9ac1d35af5081ebbae5d7fb3735294a60fcd37ee13e38be47587', '2026-11-27 09:01:24.281+00', '20261124163800_rights', NULL, NULL, '2026-11-27 09:01:24.272+00', 1);
INSERT INTO public._prisma_migrations VALUES ('44b1d73b-6f88-4046-8679-580baf1467a5', 'dfc76126851438d7aa38b913ce8ec413fc7477135d9c53113108d4709c7d2268', '2026-11-27 09:01:24.3+00', '20261124193302_kin', NULL, NULL, '2026-11-27 09:01:24.283+00', 1);
SELECT pg_catalog.setval('public."AuditEntry_id_seq"', 80, true);
SELECT pg_catalog.setval('public."FeedEvent_seq_seq"', 13, true);
ALTER TABLE ONLY public."ApiKey"
    ADD CONSTRAINT "ApiKey_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."AuditEntry"
    ADD CONSTRAINT "AuditEntry_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Clock"
    ADD CONSTRAINT "Clock_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."CustodyEvent"
    ADD CONSTRAINT "CustodyEvent_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Definition"
    ADD CONSTRAINT "Definition_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Detainee"
    ADD CONSTRAINT "Detainee_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Document"
    ADD CONSTRAINT "Document_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Facility"
    ADD CONSTRAINT "Facility_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."FeedEvent"
    ADD CONSTRAINT "FeedEvent_pkey" PRIMARY KEY (seq);
ALTER TABLE ONLY public."Hub"
    ADD CONSTRAINT "Hub_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."IdempotentAnswer"
    ADD CONSTRAINT "IdempotentAnswer_pkey" PRIMARY KEY (actor, key);
ALTER TABLE ONLY public."Judgement"
    ADD CONSTRAINT "Judgement_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."PersonName"
    ADD CONSTRAINT "PersonName_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Policy"
    ADD CONSTRAINT "Policy_pkey" PRIMARY KEY (version);
ALTER TABLE ONLY public."Source"
    ADD CONSTRAINT "Source_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Verification"
    ADD CONSTRAINT "Verification_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."WebhookDelivery"
    ADD CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."Webhook"
    ADD CONSTRAINT "Webhook_pkey" PRIMARY KEY (id);
ALTER TABLE ONLY public."_DerivedFrom"
    ADD CONSTRAINT "_DerivedFrom_AB_pkey" PRIMARY KEY ("A", "B");
ALTER TABLE ONLY public."_DetaineeKin"
    ADD CONSTRAINT "_DetaineeKin_AB_pkey" PRIMARY KEY ("A", "B");
ALTER TABLE ONLY public."_FacilityKin"
    ADD CONSTRAINT "_FacilityKin_AB_pkey" PRIMARY KEY ("A", "B");
ALTER TABLE ONLY public."_VerificationClaims"
    ADD CONSTRAINT "_VerificationClaims_AB_pkey" PRIMARY KEY ("A", "B");
ALTER TABLE ONLY public."_VerificationRoots"
    ADD CONSTRAINT "_VerificationRoots_AB_pkey" PRIMARY KEY ("A", "B");
ALTER TABLE ONLY public._prisma_migrations
    ADD CONSTRAINT _prisma_migrations_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX "ApiKey_hash_key" ON public."ApiKey" USING btree (hash);
CREATE INDEX "AuditEntry_entity_entityId_idx" ON public."AuditEntry" USING btree (entity, "entityId");
CREATE INDEX "Claim_assertedById_metric_measure_soBy_id_idx" ON public."Claim" USING btree ("assertedById", metric, measure, "soBy", id);
CREATE INDEX "Claim_assertedById_soBy_id_idx" ON public."Claim" USING btree ("assertedById", "soBy", id);
CREATE INDEX "Claim_definitionId_idx" ON public."Claim" USING btree ("definitionId");
CREATE INDEX "Claim_detaineeId_soBy_id_idx" ON public."Claim" USING btree ("detaineeId", "soBy", id);
CREATE INDEX "Claim_documentId_soBy_id_idx" ON public."Claim" USING btree ("documentId", "soBy", id);
CREATE INDEX "Claim_eventId_soBy_id_idx" ON public."Claim" USING btree ("eventId", "soBy", id);
CREATE INDEX "Claim_facilityId_soBy_id_idx" ON public."Claim" USING btree ("facilityId", "soBy", id);
CREATE UNIQUE INDEX "Claim_key_key" ON public."Claim" USING btree (key);
CREATE INDEX "Claim_kind_metric_soBy_id_idx" ON public."Claim" USING btree (kind, metric, "soBy", id);
CREATE INDEX "Claim_partOfId_idx" ON public."Claim" USING btree ("partOfId");
CREATE INDEX "Claim_statedAssertedById_idx" ON public."Claim" USING btree ("statedAssertedById");
CREATE INDEX "Claim_statedFacilityId_idx" ON public."Claim" USING btree ("statedFacilityId");
CREATE UNIQUE INDEX "Claim_supersedesId_key" ON public."Claim" USING btree ("supersedesId");
CREATE INDEX "Claim_visibility_soBy_id_idx" ON public."Claim" USING btree (visibility, "soBy", id);
CREATE INDEX "CustodyEvent_facility" ON public."CustodyEvent" USING btree ("facilityId", type, "happenedBy", id, state, visibility, "detaineeId");
CREATE UNIQUE INDEX "CustodyEvent_key_key" ON public."CustodyEvent" USING btree (key);
CREATE INDEX "CustodyEvent_statedDetaineeId_idx" ON public."CustodyEvent" USING btree ("statedDetaineeId");
CREATE INDEX "CustodyEvent_statedFacilityId_idx" ON public."CustodyEvent" USING btree ("statedFacilityId");
CREATE INDEX "CustodyEvent_timeline" ON public."CustodyEvent" USING btree ("detaineeId", "happenedBy", type, id, state, visibility, stage);
CREATE INDEX "CustodyEvent_type_rulesMissing_happenedBy_id_idx" ON public."CustodyEvent" USING btree (type, "rulesMissing", "happenedBy", id);
CREATE INDEX "CustodyEvent_type_state_happenedBy_id_idx" ON public."CustodyEvent" USING btree (type, state, "happenedBy", id);
CREATE UNIQUE INDEX "CustodyEvent_verificationId_key" ON public."CustodyEvent" USING btree ("verificationId");
CREATE INDEX "CustodyEvent_visibility_type_happenedBy_id_idx" ON public."CustodyEvent" USING btree (visibility, type, "happenedBy", id);
CREATE UNIQUE INDEX "Definition_key_key" ON public."Definition" USING btree (key);
CREATE INDEX "Definition_sourceId_key_idx" ON public."Definition" USING btree ("sourceId", key);
CREATE UNIQUE INDEX "Definition_supersedesId_key" ON public."Definition" USING btree ("supersedesId");
CREATE UNIQUE INDEX "Detainee_key_key" ON public."Detainee" USING btree (key);
CREATE INDEX "Detainee_matchKeys_idx" ON public."Detainee" USING gin ("matchKeys");
CREATE INDEX "Detainee_mergedIntoId_idx" ON public."Detainee" USING btree ("mergedIntoId");
CREATE INDEX "Detainee_nationalities_idx" ON public."Detainee" USING gin (nationalities);
CREATE INDEX "Detainee_visibility_sortName_id_idx" ON public."Detainee" USING btree (visibility, "sortName", id);
CREATE UNIQUE INDEX "Document_key_key" ON public."Document" USING btree (key);
CREATE INDEX "Document_publisherId_publishedBy_id_idx" ON public."Document" USING btree ("publisherId", "publishedBy", id);
CREATE UNIQUE INDEX "Document_sha256_key" ON public."Document" USING btree (sha256);
CREATE INDEX "Document_statedPublisherId_idx" ON public."Document" USING btree ("statedPublisherId");
CREATE INDEX "Document_visibility_publishedBy_id_idx" ON public."Document" USING btree (visibility, "publishedBy", id);
CREATE INDEX "Facility_country_sortName_id_idx" ON public."Facility" USING btree (country, "sortName", id);
CREATE INDEX "Facility_kind_sortName_id_idx" ON public."Facility" USING btree (kind, "sortName", id);
CREATE INDEX "Facility_mergedIntoId_idx" ON public."Facility" USING btree ("mergedIntoId");
CREATE INDEX "Facility_partOfId_idx" ON public."Facility" USING btree ("partOfId");
CREATE UNIQUE INDEX "Facility_slug_key" ON public."Facility" USING btree (slug);
CREATE INDEX "Facility_visibility_sortName_id_idx" ON public."Facility" USING btree (visibility, "sortName", id);
CREATE UNIQUE INDEX "FeedEvent_eventId_key" ON public."FeedEvent" USING btree ("eventId");
CREATE INDEX "FeedEvent_releaseId_idx" ON public."FeedEvent" USING btree ("releaseId");
CREATE UNIQUE INDEX "Judgement_live_child" ON public."Judgement" USING btree ("childId") WHERE (("childId" IS NOT NULL) AND ("undoneAt" IS NULL));
CREATE INDEX "Judgement_noun_leftId_idx" ON public."Judgement" USING btree (noun, "leftId");
CREATE INDEX "Judgement_noun_rightId_idx" ON public."Judgement" USING btree (noun, "rightId");
CREATE INDEX "PersonName_detaineeId_idx" ON public."PersonName" USING btree ("detaineeId");
CREATE INDEX "PersonName_folded" ON public."PersonName" USING gin (public.fold_name(text) public.gin_trgm_ops);
CREATE UNIQUE INDEX "PersonName_statedDetaineeId_text_key" ON public."PersonName" USING btree ("statedDetaineeId", text);
CREATE INDEX "Source_kind_sortName_id_idx" ON public."Source" USING btree (kind, "sortName", id);
CREATE INDEX "Source_mergedIntoId_idx" ON public."Source" USING btree ("mergedIntoId");
CREATE UNIQUE INDEX "Source_slug_key" ON public."Source" USING btree (slug);
CREATE INDEX "Source_visibility_sortName_id_idx" ON public."Source" USING btree (visibility, "sortName", id);
CREATE UNIQUE INDEX "Verification_eventId_ordinal_key" ON public."Verification" USING btree ("eventId", ordinal);
CREATE INDEX "WebhookDelivery_webhookId_diedAt_id_idx" ON public."WebhookDelivery" USING btree ("webhookId", "diedAt", id);
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_seq_key" ON public."WebhookDelivery" USING btree ("webhookId", seq);
CREATE INDEX "Webhook_dueAt_idx" ON public."Webhook" USING btree ("dueAt");
CREATE INDEX "Webhook_keyId_idx" ON public."Webhook" USING btree ("keyId");
CREATE INDEX "_DerivedFrom_B_index" ON public."_DerivedFrom" USING btree ("B");
CREATE INDEX "_DetaineeKin_B_index" ON public."_DetaineeKin" USING btree ("B");
CREATE INDEX "_FacilityKin_B_index" ON public."_FacilityKin" USING btree ("B");
CREATE INDEX "_VerificationClaims_B_index" ON public."_VerificationClaims" USING btree ("B");
CREATE INDEX "_VerificationRoots_B_index" ON public."_VerificationRoots" USING btree ("B");
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON public."Claim" FOR EACH ROW EXECUTE FUNCTION public.resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON public."CustodyEvent" FOR EACH ROW EXECUTE FUNCTION public.resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON public."Definition" FOR EACH ROW EXECUTE FUNCTION public.resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT OR UPDATE OF "publisherId" ON public."Document" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.resolve_identity();
CREATE TRIGGER a_resolve_identity BEFORE INSERT ON public."PersonName" FOR EACH ROW EXECUTE FUNCTION public.resolve_identity();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."AuditEntry" FOR EACH ROW EXECUTE FUNCTION public.append_only();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."Claim" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'detaineeId');
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."CustodyEvent" FOR EACH ROW EXECUTE FUNCTION public.append_only('visibility', 'state', 'verificationId', 'rulesMissing', 'detaineeId', 'facilityId');
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."Definition" FOR EACH ROW EXECUTE FUNCTION public.append_only('sourceId');
CREATE TRIGGER append_only BEFORE UPDATE ON public."FeedEvent" FOR EACH ROW EXECUTE FUNCTION public.append_only('visibility');
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."Judgement" FOR EACH ROW EXECUTE FUNCTION public.append_only('undoneBy', 'undoneAt');
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."Policy" FOR EACH ROW EXECUTE FUNCTION public.append_only();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."Verification" FOR EACH ROW EXECUTE FUNCTION public.append_only('visibility', 'followedAt');
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."_VerificationClaims" FOR EACH ROW EXECUTE FUNCTION public.append_only();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public."_VerificationRoots" FOR EACH ROW EXECUTE FUNCTION public.append_only();
CREATE TRIGGER append_only_within BEFORE DELETE OR UPDATE ON public."Claim" FOR EACH ROW WHEN ((pg_trigger_depth() >= 1)) EXECUTE FUNCTION public.append_only('supersededAt', 'visibility', 'statedVisibility', 'assertedById', 'facilityId', 'detaineeId', 'redactedAt', 'statement', 'quote', 'locator', 'asOfVerbatim', 'periodStartVerbatim', 'qualifier', 'lower', 'upper', 'dimension', 'category', 'cause');
CREATE TRIGGER expired_only BEFORE DELETE ON public."FeedEvent" FOR EACH ROW EXECUTE FUNCTION public.expired_only();
CREATE TRIGGER floor_rises BEFORE UPDATE OF "feedFloor", "feedFloorAt" ON public."Hub" FOR EACH ROW EXECUTE FUNCTION public.floor_rises();
CREATE TRIGGER hand_down_stated_visibility AFTER UPDATE OF "statedVisibility" ON public."Claim" FOR EACH ROW WHEN ((new."statedVisibility" IS DISTINCT FROM old."statedVisibility")) EXECUTE FUNCTION public.hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF visibility ON public."CustodyEvent" FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF visibility ON public."Detainee" FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF visibility ON public."Document" FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF visibility ON public."Facility" FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.hand_down_visibility();
CREATE TRIGGER hand_down_visibility AFTER UPDATE OF visibility ON public."Source" FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.hand_down_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON public."Claim" FOR EACH ROW EXECUTE FUNCTION public.inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON public."CustodyEvent" FOR EACH ROW EXECUTE FUNCTION public.inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON public."FeedEvent" FOR EACH ROW EXECUTE FUNCTION public.inherit_visibility();
CREATE TRIGGER inherit_visibility BEFORE INSERT ON public."Verification" FOR EACH ROW EXECUTE FUNCTION public.inherit_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF visibility, "mergedIntoId" ON public."Detainee" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.join_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF visibility, "mergedIntoId" ON public."Facility" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.join_visibility();
CREATE TRIGGER join_visibility AFTER UPDATE OF visibility, "mergedIntoId" ON public."Source" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.join_visibility();
CREATE TRIGGER mark_followed AFTER INSERT ON public."Verification" FOR EACH ROW WHEN ((new.ordinal > 1)) EXECUTE FUNCTION public.mark_followed();
CREATE TRIGGER mark_superseded AFTER INSERT ON public."Claim" FOR EACH ROW WHEN ((new."supersedesId" IS NOT NULL)) EXECUTE FUNCTION public.mark_superseded();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."Claim" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."CustodyEvent" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."Definition" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."FeedEvent" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."Judgement" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."Policy" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."Verification" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."_VerificationClaims" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER not_emptied BEFORE TRUNCATE ON public."_VerificationRoots" FOR EACH STATEMENT EXECUTE FUNCTION public.not_emptied();
CREATE TRIGGER note_kin AFTER INSERT ON public."Judgement" FOR EACH ROW WHEN (((new.verdict = 'POSITIVE'::public."JudgementVerdict") AND (new.noun <> 'Source'::public."MatchedNoun"))) EXECUTE FUNCTION public.note_kin();
CREATE TRIGGER redact_chain AFTER INSERT ON public."Claim" FOR EACH ROW WHEN ((new."changeReason" = 'REDACTION'::public."ClaimChangeReason")) EXECUTE FUNCTION public.redact_chain();
CREATE CONSTRAINT TRIGGER rights_changed AFTER DELETE OR UPDATE ON public."ApiKey" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON public."Claim" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.visibility IS DISTINCT FROM old.visibility) OR (new."redactedAt" IS DISTINCT FROM old."redactedAt"))) EXECUTE FUNCTION public.rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON public."CustodyEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON public."Detainee" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON public."Document" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON public."Facility" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.rights_changed();
CREATE CONSTRAINT TRIGGER rights_changed AFTER UPDATE ON public."Source" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.visibility IS DISTINCT FROM old.visibility)) EXECUTE FUNCTION public.rights_changed();
CREATE TRIGGER settle_audience BEFORE INSERT ON public."FeedEvent" FOR EACH ROW EXECUTE FUNCTION public.settle_audience();
CREATE TRIGGER state_visibility BEFORE UPDATE OF visibility ON public."Detainee" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF visibility ON public."Facility" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.state_visibility();
CREATE TRIGGER state_visibility BEFORE UPDATE OF visibility ON public."Source" FOR EACH ROW WHEN ((pg_trigger_depth() < 1)) EXECUTE FUNCTION public.state_visibility();
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON public."Detainee" FOR EACH ROW EXECUTE FUNCTION public.state_visibility();
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON public."Facility" FOR EACH ROW EXECUTE FUNCTION public.state_visibility();
CREATE TRIGGER state_visibility_at_first BEFORE INSERT ON public."Source" FOR EACH ROW EXECUTE FUNCTION public.state_visibility();
CREATE CONSTRAINT TRIGGER tell_visibility AFTER UPDATE ON public."CustodyEvent" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.visibility IS DISTINCT FROM old.visibility) AND (new.type = 'RELEASE'::public."CustodyEventType"))) EXECUTE FUNCTION public.tell_visibility();
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_assertedById_fkey" FOREIGN KEY ("assertedById") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_definitionId_fkey" FOREIGN KEY ("definitionId") REFERENCES public."Definition"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_detaineeId_fkey" FOREIGN KEY ("detaineeId") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES public."Document"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES public."CustodyEvent"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES public."Claim"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_statedAssertedById_fkey" FOREIGN KEY ("statedAssertedById") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_statedFacilityId_fkey" FOREIGN KEY ("statedFacilityId") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Claim"
    ADD CONSTRAINT "Claim_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES public."Claim"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."CustodyEvent"
    ADD CONSTRAINT "CustodyEvent_detaineeId_fkey" FOREIGN KEY ("detaineeId") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."CustodyEvent"
    ADD CONSTRAINT "CustodyEvent_facilityId_fkey" FOREIGN KEY ("facilityId") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."CustodyEvent"
    ADD CONSTRAINT "CustodyEvent_statedDetaineeId_fkey" FOREIGN KEY ("statedDetaineeId") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."CustodyEvent"
    ADD CONSTRAINT "CustodyEvent_statedFacilityId_fkey" FOREIGN KEY ("statedFacilityId") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."CustodyEvent"
    ADD CONSTRAINT "CustodyEvent_verificationId_fkey" FOREIGN KEY ("verificationId") REFERENCES public."Verification"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Definition"
    ADD CONSTRAINT "Definition_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Definition"
    ADD CONSTRAINT "Definition_statedSourceId_fkey" FOREIGN KEY ("statedSourceId") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Definition"
    ADD CONSTRAINT "Definition_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES public."Definition"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Detainee"
    ADD CONSTRAINT "Detainee_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Document"
    ADD CONSTRAINT "Document_publisherId_fkey" FOREIGN KEY ("publisherId") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Document"
    ADD CONSTRAINT "Document_statedPublisherId_fkey" FOREIGN KEY ("statedPublisherId") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Facility"
    ADD CONSTRAINT "Facility_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Facility"
    ADD CONSTRAINT "Facility_partOfId_fkey" FOREIGN KEY ("partOfId") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."FeedEvent"
    ADD CONSTRAINT "FeedEvent_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES public."CustodyEvent"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."PersonName"
    ADD CONSTRAINT "PersonName_detaineeId_fkey" FOREIGN KEY ("detaineeId") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."PersonName"
    ADD CONSTRAINT "PersonName_statedDetaineeId_fkey" FOREIGN KEY ("statedDetaineeId") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Source"
    ADD CONSTRAINT "Source_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."Verification"
    ADD CONSTRAINT "Verification_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES public."CustodyEvent"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."WebhookDelivery"
    ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES public."Webhook"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."Webhook"
    ADD CONSTRAINT "Webhook_keyId_fkey" FOREIGN KEY ("keyId") REFERENCES public."ApiKey"(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE ONLY public."_DerivedFrom"
    ADD CONSTRAINT "_DerivedFrom_A_fkey" FOREIGN KEY ("A") REFERENCES public."Document"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_DerivedFrom"
    ADD CONSTRAINT "_DerivedFrom_B_fkey" FOREIGN KEY ("B") REFERENCES public."Document"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_DetaineeKin"
    ADD CONSTRAINT "_DetaineeKin_A_fkey" FOREIGN KEY ("A") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_DetaineeKin"
    ADD CONSTRAINT "_DetaineeKin_B_fkey" FOREIGN KEY ("B") REFERENCES public."Detainee"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_FacilityKin"
    ADD CONSTRAINT "_FacilityKin_A_fkey" FOREIGN KEY ("A") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_FacilityKin"
    ADD CONSTRAINT "_FacilityKin_B_fkey" FOREIGN KEY ("B") REFERENCES public."Facility"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_VerificationClaims"
    ADD CONSTRAINT "_VerificationClaims_A_fkey" FOREIGN KEY ("A") REFERENCES public."Claim"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_VerificationClaims"
    ADD CONSTRAINT "_VerificationClaims_B_fkey" FOREIGN KEY ("B") REFERENCES public."Verification"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_VerificationRoots"
    ADD CONSTRAINT "_VerificationRoots_A_fkey" FOREIGN KEY ("A") REFERENCES public."Source"(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE ONLY public."_VerificationRoots"
    ADD CONSTRAINT "_VerificationRoots_B_fkey" FOREIGN KEY ("B") REFERENCES public."Verification"(id) ON UPDATE CASCADE ON DELETE CASCADE;
