/** Finding names that are spelled in more than one way. Folding and trigrams are the database's (unaccent, pg_trgm), the same on both engines. */
import { Prisma, type PrismaClient } from "../../db/generated/prisma/client.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { InvalidInput } from "../../errors.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

export type NameHit = {
  readonly noun: MatchedNoun;
  readonly id: string;
  readonly matched: string;
  readonly score: number;
};

// Below this likeness two names are different names: "enrike markez" (0.39) finds Enrique Márquez, "martinez" (0.33) does not. Names that are more alike are looked for first: where there are as many of them as were
// asked for, none of the others would be among the best.
const likenesses = ["0.6", "0.36"];
// Of a name that thousands of people share, the best of so many: to rank them all takes a second.
const mostContaining = 1000;
const longestText = 200;

/**
 * Names like `text`, best first; each person, facility or source once, with its best name. The score is pg_trgm's word similarity, from 0 to 1: how well the text is contained in the
 * name.
 * @throws InvalidInput when the text is longer than 200 characters
 */
export async function findByName(prisma: PrismaClient, viewer: Viewer, text: string, first: number): Promise<NameHit[]> {
  if (text.trim() === "") return [];
  if (text.length > longestText)
    throw new InvalidInput([{ path: "search.text", expected: `at most ${longestText} characters`, received: `${text.length}` }]);
  const literal = text.trim().replace(/[\\%_]/g, "\\$&");
  const contains = (name: Prisma.Sql) => Prisma.sql`fold_name(${name}) LIKE '%' || fold_name(${literal}) || '%'`;
  const isLike = (name: Prisma.Sql) => Prisma.sql`fold_name(${text}) <% fold_name(${name})`;
  let hits = await prisma.$queryRaw<NameHit[]>(bestOf(viewer, text, first, contains, mostContaining));
  for (const likeness of likenesses) {
    if (hits.length >= first) return hits;
    // The threshold is a setting of the session; a transaction keeps it from leaking to others.
    [, hits] = await prisma.$transaction([
      prisma.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${likeness}, true)`,
      prisma.$queryRaw<NameHit[]>(bestOf(viewer, text, first, isLike, null)),
    ]);
  }
  return hits;
}

/** The best of the names that meet a condition, of so many at most. */
function bestOf(viewer: Viewer, text: string, first: number, condition: (name: Prisma.Sql) => Prisma.Sql, most: number | null): Prisma.Sql {
  const limit = most === null ? Prisma.empty : Prisma.sql`LIMIT ${most}`;
  const called = Prisma.raw("called");
  return Prisma.sql`
    SELECT "noun", "id", "matched", "score"
    FROM (
      SELECT DISTINCT ON ("noun", "id") "noun", "id", "matched", word_similarity(fold_name(${text}), "folded")::float8 AS "score", similarity(fold_name(${text}), "folded") AS "closeness", "sortName"
      FROM (
        SELECT named.*, fold_name("matched") AS "folded" FROM (
          (SELECT 'Detainee' AS "noun", person."id", name."text" AS "matched", person."sortName"
          FROM "PersonName" AS name JOIN "Detainee" AS person ON person."id" = name."detaineeId"
          WHERE ${condition(Prisma.sql`name."text"`)} AND ${visibleSql(viewer, "person")} ${limit})
          UNION ALL
          SELECT 'Facility', COALESCE("mergedIntoId", "id"), called, "sortName" FROM "Facility", unnest("aliases" || "name") AS called
          WHERE ${condition(called)} AND ${visibleSql(viewer)}
          UNION ALL
          SELECT 'Source', COALESCE("mergedIntoId", "id"), called, "sortName" FROM "Source", unnest("aliases" || "name") AS called
          WHERE ${condition(called)} AND ${visibleSql(viewer)}
        ) AS named
      ) AS folded
      ORDER BY "noun", "id", "score" DESC, "closeness" DESC, "matched"
    ) AS best
    ORDER BY "score" DESC, "closeness" DESC, "sortName", "id"
    LIMIT ${first}`;
}
