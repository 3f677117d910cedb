-- AlterTable
ALTER TABLE "FeedEvent" ADD COLUMN     "nationalities" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "places" UUID[] DEFAULT ARRAY[]::UUID[];

-- Whom an event reaches by their filters. A merge moves a release to another facility or person, and its undoing moves it back; who was told of it under the one must be told under the
-- other how it goes on. So each event bears what it and the ones before it could be found by. (Triggers run in the order of their names: this one after inherit_visibility.)
CREATE FUNCTION note_reach() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."places" := ARRAY(
    SELECT release."facilityId" FROM "CustodyEvent" AS release WHERE release."id" = NEW."releaseId" AND release."facilityId" IS NOT NULL
    UNION SELECT merged."id" FROM "CustodyEvent" AS release JOIN "Facility" AS merged ON merged."mergedIntoId" = release."facilityId" WHERE release."id" = NEW."releaseId"
    UNION SELECT unnest(before."places") FROM "FeedEvent" AS before WHERE before."releaseId" = NEW."releaseId");
  NEW."nationalities" := ARRAY(
    SELECT unnest(person."nationalities") FROM "CustodyEvent" AS release JOIN "Detainee" AS person ON person."id" = release."detaineeId" WHERE release."id" = NEW."releaseId"
    UNION SELECT unnest(before."nationalities") FROM "FeedEvent" AS before WHERE before."releaseId" = NEW."releaseId");
  RETURN NEW;
END $$;
CREATE TRIGGER note_reach BEFORE INSERT ON "FeedEvent" FOR EACH ROW EXECUTE FUNCTION note_reach();

-- Events that are here already: by what their releases can be found now.
ALTER TABLE "FeedEvent" DISABLE TRIGGER append_only;
UPDATE "FeedEvent" AS event SET
  "places" = ARRAY(
    SELECT release."facilityId" FROM "CustodyEvent" AS release WHERE release."id" = event."releaseId" AND release."facilityId" IS NOT NULL
    UNION SELECT merged."id" FROM "CustodyEvent" AS release JOIN "Facility" AS merged ON merged."mergedIntoId" = release."facilityId" WHERE release."id" = event."releaseId"),
  "nationalities" = ARRAY(
    SELECT unnest(person."nationalities") FROM "CustodyEvent" AS release JOIN "Detainee" AS person ON person."id" = release."detaineeId" WHERE release."id" = event."releaseId");
ALTER TABLE "FeedEvent" ENABLE TRIGGER append_only;
