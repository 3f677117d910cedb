-- A span is half-open (span_agrees). A release, and nothing else, has a stage, an outcome and conditions; a sentence, and
-- nothing else, a kind of sentence, and one for a time perhaps a length and an end. An age is of somebody alive.

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "when_agrees" CHECK (span_agrees("whenEarliest", "whenLatest", "whenPrecision"));

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "release_columns_agree_with_type" CHECK (
  CASE WHEN "type" = 'RELEASE' THEN "stage" IS NOT NULL AND "outcome" IS NOT NULL
       ELSE "stage" IS NULL AND "outcome" IS NULL AND "conditions" = '{}' END);

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "sentence_columns_agree_with_type" CHECK (
  ("sentence" IS NULL OR "type" = 'SENTENCE')
  AND (("sentenceLength" IS NULL AND "sentenceEndsPrecision" IS NULL) OR ("sentence" IS NOT NULL AND "sentence" = 'TERM')));

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "sentence_ends_agrees" CHECK (
  ("sentenceEndsPrecision" IS NULL AND "sentenceEndsEarliest" IS NULL AND "sentenceEndsLatest" IS NULL)
  OR span_agrees("sentenceEndsEarliest", "sentenceEndsLatest", "sentenceEndsPrecision"));

-- As those of a facility.
ALTER TABLE "CustodyEvent" ADD CONSTRAINT "coordinates_are_whole" CHECK (
  ("latitude" IS NULL) = ("longitude" IS NULL) AND ("latitude" IS NULL) = ("coordinatePrecision" IS NULL)
  AND "latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "country_is_a_code" CHECK ("country" ~ '^[A-Z]{2}$');

ALTER TABLE "CustodyEvent" ADD CONSTRAINT "age_is_of_a_life" CHECK ("age" BETWEEN 0 AND 130);
