-- What tell_visibility_change tells of one record, in place of what the same transaction told of it before.

CREATE FUNCTION note_visibility(of_noun "ChangeNoun", record_id uuid, was "Visibility", becomes "Visibility") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  place record := take_changes(0);
  told record;
BEGIN
  IF place.set_id IS NOT NULL THEN
    -- What says something of two records is for those who may see both.
    UPDATE "Change" SET "audience" = CASE WHEN "kind" = 'RECORDED' OR ("kind" <> 'SUPERSEDED' AND "otherId" IS NULL) THEN becomes ELSE GREATEST("audience", becomes) END
      WHERE "recordId" = record_id AND "setId" = place.set_id AND "kind" NOT IN ('HIDDEN', 'SHOWN');
    UPDATE "Change" SET "audience" = GREATEST("audience", becomes) WHERE "otherId" = record_id AND "setId" = place.set_id AND "kind" <> 'RECORDED';
    IF EXISTS (SELECT FROM "Change" WHERE "recordId" = record_id AND "setId" = place.set_id AND "kind" = 'RECORDED') THEN RETURN; END IF;
    SELECT "ordinal", CASE "kind" WHEN 'HIDDEN' THEN "audience" ELSE "exceptTo" END AS "was" INTO told
      FROM "Change" WHERE "recordId" = record_id AND "setId" = place.set_id AND "kind" IN ('HIDDEN', 'SHOWN');
    IF FOUND THEN
      was := told."was";
      DELETE FROM "Change" WHERE "setId" = place.set_id AND "ordinal" = told."ordinal";
    END IF;
  END IF;
  IF was = becomes THEN RETURN; END IF;
  place := take_changes(1);
  INSERT INTO "Change" ("setId", "ordinal", "kind", "noun", "eventType", "recordId", "at", "fields", "situationId", "facilityId", "sourceId", "detaineeId", "metric", "audience", "exceptTo")
    SELECT place.set_id, place.first + 1, CASE WHEN becomes > was THEN 'HIDDEN' ELSE 'SHOWN' END::"ChangeKind", facts."noun", facts."eventType", record_id,
      COALESCE((SELECT "recordedUpTo" FROM "Clock"), clock_timestamp()), '{}', facts."situationId", facts."facilityId", facts."sourceId", facts."detaineeId", facts."metric", LEAST(was, becomes), GREATEST(was, becomes)
    FROM facts_of_record(of_noun, record_id) AS facts;
END $$;
