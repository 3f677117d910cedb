/** Finding names that are spelled in more than one way. Folding and trigrams are the database's (unaccent, pg_trgm), the same on both engines. */
import { Prisma, type PrismaClient } from "../../db/generated/prisma/client.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { InvalidInput } from "../../errors.ts";
import { latinForm } from "../matching/romanise.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

export type NameHit = {
  readonly noun: MatchedNoun;
  readonly id: string;
  readonly matched: string;
  readonly score: number;
};

// Below this likeness two names are different names: "enrike markez" (0.39) finds Enrique Márquez, "martinez" (0.33) does not.
const likeness = "0.36";
const longestText = 200;

/**
 * Names like `text`, best first; each person, facility or source once, with its best name. The score is pg_trgm's word similarity, from 0 to 1: how well the text is contained in the
 * name. Names in other scripts are found by their Latin letters, and the other way round.
 * @throws InvalidInput when the text is longer than 200 characters
 */
export async function findByName(prisma: PrismaClient, viewer: Viewer, text: string, first: number): Promise<NameHit[]> {
  if (text.trim() === "") return [];
  if (text.length > longestText)
    throw new InvalidInput([{ path: "search.text", expected: `at most ${longestText} characters`, received: `${text.length}` }]);
  const named = (form: Prisma.Sql, asked: string) => Prisma.sql`
    SELECT 'Detainee' AS "noun", person."id", name."text" AS "matched", person."sortName", ${asked}::text AS "asked", ${form} AS "form"
    FROM "PersonName" AS name JOIN "Detainee" AS person ON person."id" = name."detaineeId"
    WHERE fold_name(${asked}) <% fold_name(${form}) AND ${visibleSql(viewer, "person")}`;
  const [written, inLatin] = [Prisma.sql`name."text"`, Prisma.sql`name."latin"`];
  const latin = latinForm(text);
  const people = [named(written, text), Prisma.sql`${named(inLatin, latin ?? text)} AND name."latin" IS NOT NULL`];
  if (latin !== null) people.push(named(written, latin));
  // The threshold is a setting of the session; a transaction keeps it from leaking to others.
  const [, hits] = await prisma.$transaction([
    prisma.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${likeness}, true)`,
    prisma.$queryRaw<NameHit[]>`
      SELECT "noun", "id", "matched", "score"
      FROM (
        SELECT DISTINCT ON ("noun", "id") "noun", "id", "matched", word_similarity(fold_name("asked"), fold_name("form"))::float8 AS "score",
          similarity(fold_name("asked"), fold_name("form")) AS "closeness", "sortName"
        FROM (
          ${Prisma.join(people, " UNION ALL ")}
          UNION ALL
          SELECT 'Facility', COALESCE("mergedIntoId", "id"), called, "sortName", ${text}::text, called FROM "Facility", unnest("aliases" || "name") AS called
          WHERE fold_name(${text}) <% fold_name(called) AND ${visibleSql(viewer)}
          UNION ALL
          SELECT 'Source', COALESCE("mergedIntoId", "id"), called, "sortName", ${text}::text, called FROM "Source", unnest("aliases" || "name") AS called
          WHERE fold_name(${text}) <% fold_name(called) AND ${visibleSql(viewer)}
        ) AS named
        ORDER BY "noun", "id", "score" DESC, "closeness" DESC, "matched"
      ) AS best
      ORDER BY "score" DESC, "closeness" DESC, "sortName", "id"
      LIMIT ${first}`,
  ]);
  return hits;
}
