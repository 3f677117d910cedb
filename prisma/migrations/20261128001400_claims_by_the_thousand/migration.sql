-- What a claim sets off is the same, and takes a third of the time: see prisma/sql.

CREATE OR REPLACE FUNCTION visibility_of_claim(claim "Claim") RETURNS "Visibility" LANGUAGE plpgsql STABLE AS $$
DECLARE
  strictest "Visibility" := claim."statedVisibility";
  other "Visibility";
BEGIN
  SELECT "visibility" INTO other FROM "Source" WHERE "id" = claim."assertedById";
  strictest := GREATEST(strictest, other);
  SELECT "visibility" INTO other FROM "Document" WHERE "id" = claim."documentId";
  strictest := GREATEST(strictest, other);
  IF claim."aboutSourceId" IS NOT NULL THEN
    SELECT "visibility" INTO other FROM "Source" WHERE "id" = claim."aboutSourceId";
    strictest := GREATEST(strictest, other);
  END IF;
  IF claim."eventId" IS NOT NULL THEN
    SELECT "visibility" INTO other FROM "CustodyEvent" WHERE "id" = claim."eventId";
    strictest := GREATEST(strictest, other);
  END IF;
  IF claim."facilityId" IS NOT NULL THEN
    SELECT "visibility" INTO other FROM "Facility" WHERE "id" = claim."facilityId";
    strictest := GREATEST(strictest, other);
  END IF;
  RETURN strictest;
END $$;

CREATE OR REPLACE FUNCTION fold_words(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN words ~ '^[\x01-\x7f]*$' THEN trim(regexp_replace(lower(words), '\s+', ' ', 'g'))
    ELSE trim(regexp_replace(public.fold_name(normalize(regexp_replace(normalize(words, NFKD),
      U&'[\0300-\036F\0483-\0489\0591-\05BD\05BF\05C1\05C2\05C4\05C5\0610-\061A\064B-\065F\0670\06D6-\06DC]', '', 'g'), NFC)), '\s+', ' ', 'g'))
  END
$$;

CREATE OR REPLACE FUNCTION words_of_claim(claim "Claim", title text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN fold_words(concat_ws(' ', claim."statement", claim."quote", title));
END $$;

CREATE OR REPLACE FUNCTION resolve_identity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'Claim' THEN
      NEW."statedAssertedById" := COALESCE(NEW."statedAssertedById", NEW."assertedById");
      NEW."statedFacilityId" := COALESCE(NEW."statedFacilityId", NEW."facilityId");
      NEW."statedEventId" := COALESCE(NEW."statedEventId", NEW."eventId");
      NEW."statedAboutSourceId" := COALESCE(NEW."statedAboutSourceId", NEW."aboutSourceId");
      -- What is not named is not looked up: a large import has hundreds of thousands of claims.
      IF NEW."statedAboutSourceId" IS NOT NULL THEN
        NEW."aboutSourceId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAboutSourceId"), NEW."statedAboutSourceId");
      END IF;
      NEW."assertedById" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedAssertedById"), NEW."statedAssertedById");
      IF NEW."statedFacilityId" IS NOT NULL THEN
        NEW."facilityId" := COALESCE((SELECT "mergedIntoId" FROM "Facility" WHERE "id" = NEW."statedFacilityId"), NEW."statedFacilityId");
      END IF;
      IF NEW."statedEventId" IS NOT NULL THEN
        NEW."eventId" := COALESCE((SELECT "mergedIntoId" FROM "CustodyEvent" WHERE "id" = NEW."statedEventId"), NEW."statedEventId");
      END IF;
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
    WHEN 'Facility' THEN
      -- The resolved column follows after the statement: see keep_part_of.
      NEW."statedPartOfId" := COALESCE(NEW."statedPartOfId", NEW."partOfId");
    WHEN 'Document' THEN
      -- Set while references are resolved (src/domain/merging/resolve-references.ts): what was stated stays.
      IF TG_OP = 'UPDATE' AND current_setting('paradero.resolving', true) = 'on' THEN RETURN NEW; END IF;
      -- A document can be corrected: a publisher that was changed by hand is what is stated from then on.
      IF TG_OP = 'INSERT' OR NEW."publisherId" IS DISTINCT FROM OLD."publisherId" THEN
        NEW."statedPublisherId" := NEW."publisherId";
      END IF;
      NEW."publisherId" := COALESCE((SELECT "mergedIntoId" FROM "Source" WHERE "id" = NEW."statedPublisherId"), NEW."statedPublisherId");
  END CASE;
  RETURN NEW;
END $$;
