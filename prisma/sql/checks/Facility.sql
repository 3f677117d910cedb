-- A country is an ISO 3166-1 code; coordinates are whole or missing; no facility is its own part, by
-- what is stated or by what is resolved.

ALTER TABLE "Facility" ADD CONSTRAINT "country_is_iso_3166" CHECK ("country" ~ '^[A-Z]{2}$');

ALTER TABLE "Facility" ADD CONSTRAINT "coordinates_are_whole" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL) = ("coordinatePrecision" IS NULL)
  AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

ALTER TABLE "Facility" ADD CONSTRAINT "no_facility_is_its_own_part" CHECK ("id" IS DISTINCT FROM "partOfId");

ALTER TABLE "Facility" ADD CONSTRAINT "no_facility_is_stated_as_its_own_part" CHECK ("id" IS DISTINCT FROM "statedPartOfId");
