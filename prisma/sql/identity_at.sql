-- Identity: which record stood for each merged one at a moment; those that stand for themselves are left out.
-- Judgements form a forest: "childId" hangs below "leftId" until it is undone. Called by src/domain/merging and by
-- every list that is asked with knownAt.

CREATE FUNCTION identity_at(of "MatchedNoun", moment timestamptz) RETURNS TABLE ("id" uuid, "canonicalId" uuid) LANGUAGE sql STABLE AS $$
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
