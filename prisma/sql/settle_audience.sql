-- An ordinary event is told to whoever may see the release at that moment; one that tells a change of visibility
-- (tell_visibility) brings its audience along, and whom it is not for in "exceptTo". "placeAudience" remembers who
-- could see the facility then: who heard of a release under its facility goes on hearing of it when the facility is
-- hidden; who never could is told nothing by a filter. Where there is none, the area is what the release itself says. By what else a filter finds the release stays beside it for the
-- same reason: a correction may move the release out of the filter under which somebody heard of it.
-- Fires: before INSERT.
-- Order: inherit_visibility, then settle_audience: see inherit_visibility.sql.

CREATE FUNCTION settle_audience() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."exceptTo" IS NULL THEN NEW."audience" := NEW."visibility"; END IF;
  NEW."placeAudience" := (SELECT CASE WHEN release."facilityId" IS NOT NULL THEN place."visibility" WHEN release."admin1" IS NOT NULL THEN 'PUBLIC' END
    FROM "CustodyEvent" AS release LEFT JOIN "Facility" AS place ON place."id" = release."facilityId" WHERE release."id" = NEW."releaseId");
  -- Whoever is told that a release is hidden from them may not find it by what it is of now, nor by whom it was merged with.
  IF NEW."audience" >= NEW."visibility" THEN
    SELECT release."statedFacilityId", release."whenEarliest", release."whenLatest", release."stage", release."conditions", person."nationalities", decision."acknowledged", COALESCE(place."admin1", release."admin1")
      INTO NEW."facilityId", NEW."whenEarliest", NEW."whenLatest", NEW."stage", NEW."conditions", NEW."nationalities", NEW."acknowledged", NEW."admin1"
      FROM "CustodyEvent" AS release JOIN "Detainee" AS person ON person."id" = release."detaineeId"
      LEFT JOIN "Verification" AS decision ON decision."id" = release."verificationId" LEFT JOIN "Facility" AS place ON place."id" = release."facilityId"
      WHERE release."id" = NEW."releaseId";
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER settle_audience BEFORE INSERT ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION settle_audience();
