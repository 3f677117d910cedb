-- What makes a claim whole. The same rule with messages for people: src/domain/records/bounds.ts. Spans are half-open
-- (span_agrees). Bounds agree with the qualifier; counts are not negative, and a share is at most 100 percent. A count
-- has the columns of a count, an event claim those of an event, a remark (the kind that is neither) whom or what it is
-- about. A correction gives its reason, a retraction withdraws
-- something, and no claim is its own part or successor.

ALTER TABLE "Claim" ADD CONSTRAINT "as_of_agrees" CHECK (span_agrees("asOfEarliest", "asOfLatest", "asOfPrecision"));

ALTER TABLE "Claim" ADD CONSTRAINT "period_start_agrees" CHECK (
  ("periodStartPrecision" IS NULL AND "periodStartEarliest" IS NULL AND "periodStartLatest" IS NULL)
  OR span_agrees("periodStartEarliest", "periodStartLatest", "periodStartPrecision"));

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
      AND "eventId" IS NULL AND "stance" IS NULL AND "connection" IS NULL AND "aboutSourceId" IS NULL
    WHEN 'EVENT' THEN "eventId" IS NOT NULL AND "stance" IS NOT NULL AND "connection" IS NOT NULL AND "aboutSourceId" IS NULL
      AND "metric" IS NULL AND "unit" IS NULL AND "measure" IS NULL AND "qualifier" IS NULL AND "lower" IS NULL AND "upper" IS NULL
      AND "periodStartPrecision" IS NULL AND "definitionId" IS NULL AND "facilityId" IS NULL AND "partOfId" IS NULL
      AND "breakdown" = '{}' AND "namesPublished" IS NULL
    ELSE "eventId" IS NULL AND "stance" IS NULL AND "connection" IS NULL
      AND "metric" IS NULL AND "unit" IS NULL AND "measure" IS NULL AND "qualifier" IS NULL AND "lower" IS NULL AND "upper" IS NULL
      AND "periodStartPrecision" IS NULL AND "definitionId" IS NULL AND "partOfId" IS NULL
      AND "breakdown" = '{}' AND "namesPublished" IS NULL
  END);

ALTER TABLE "Claim" ADD CONSTRAINT "a_correction_gives_its_reason" CHECK (("supersedesId" IS NULL) = ("changeReason" IS NULL));

ALTER TABLE "Claim" ADD CONSTRAINT "a_retraction_withdraws_something" CHECK (NOT "retraction" OR "supersedesId" IS NOT NULL);

ALTER TABLE "Claim" ADD CONSTRAINT "no_claim_is_its_own_part_or_successor" CHECK ("id" IS DISTINCT FROM "supersedesId" AND "id" IS DISTINCT FROM "partOfId");

ALTER TABLE "Claim" ADD CONSTRAINT "a_cause_is_of_an_event" CHECK ("cause" IS NULL OR "kind" = 'EVENT');

-- That OTHER has one is for whoever records (checkIndicator in src/domain/counting/indicator.ts).
ALTER TABLE "Claim" ADD CONSTRAINT "an_indicator_is_of_another_metric" CHECK ("indicatorId" IS NULL OR "metric" = 'OTHER');

ALTER TABLE "Claim" ADD CONSTRAINT "a_place_is_of_a_count" CHECK ("place" = '{}' OR ("kind" = 'COUNT' AND "statedFacilityId" IS NULL));

ALTER TABLE "Claim" ADD CONSTRAINT "coordinates_are_of_a_place" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL) = ("coordinatePrecision" IS NULL) AND ("latitude" IS NULL OR "place" <> '{}')
  AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

ALTER TABLE "Claim" ADD CONSTRAINT "a_base_is_of_a_share" CHECK ("baseId" IS NULL OR ("unit" IS NOT NULL AND "unit" = 'PERCENT' AND "baseId" <> "id"));
