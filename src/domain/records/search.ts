/** Finding names that are spelled in more than one way. Folding and trigrams are the database's (unaccent, pg_trgm), the same on both engines. */
import { Prisma, type PrismaClient } from "../../db/generated/prisma/client.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { InvalidInput } from "../../errors.ts";
import { isNow, latest, type Clocks } from "../history/known-at.ts";
import { pastOf, tableSql, withLookedUp, type Model } from "../history/past-tables.ts";
import { whereSql } from "../history/past-where.ts";
import { knownFacility, knownPerson, knownSource } from "../history/published-records.ts";
import { latinForm } from "../matching/romanise.ts";
import { type Viewer, visibleSql } from "../viewer.ts";

export type NameHit = {
  readonly noun: Exclude<MatchedNoun, "CustodyEvent">;
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
 * name. Names in other scripts are found by their Latin letters, and the other way round.
 * @throws InvalidInput when the text is longer than 200 characters
 */
export async function findByName(prisma: PrismaClient, viewer: Viewer, text: string, first: number, clocks: Clocks): Promise<NameHit[]> {
  if (text.trim() === "") return [];
  if (text.length > longestText)
    throw new InvalidInput([{ path: "search.text", expected: `at most ${longestText} characters`, received: `${text.length}` }]);
  const { complete, ...tables } = tablesOf(viewer, clocks);
  const best = (matches: Matches, most: number | null) =>
    prisma.$queryRaw<NameHit[]>(complete(bestOf(tables, viewer, text, first, matches, most)));
  let hits = await best(contains, mostContaining);
  for (const likeness of likenesses) {
    if (hits.length >= first) return hits;
    // The threshold is a setting of the session; a transaction keeps it from leaking to others.
    [, hits] = await prisma.$transaction([
      prisma.$queryRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${likeness}, true)`,
      best(isLike, null),
    ]);
  }
  return hits;
}

/** Whether a name in some form meets what is asked for. */
type Matches = (form: Prisma.Sql, asked: string) => Prisma.Sql;
const isLike: Matches = (form, asked) => Prisma.sql`fold_name(${asked}) <% fold_name(${form})`;
const contains: Matches = (form, asked) => {
  const literal = asked.trim().replace(/[\\%_]/g, "\\$&");
  return Prisma.sql`fold_name(${form}) LIKE '%' || fold_name(${literal}) || '%'`;
};

/** The best of the names that match, of people's names among so many at most. */
function bestOf(
  { people, names, facilities, sources, known }: Omit<ReturnType<typeof tablesOf>, "complete">,
  viewer: Viewer,
  text: string,
  first: number,
  matches: Matches,
  most: number | null,
): Prisma.Sql {
  const limit = most === null ? Prisma.empty : Prisma.sql`LIMIT ${most}`;
  const named = (form: Prisma.Sql, asked: string, only: Prisma.Sql = Prisma.sql`TRUE`) => Prisma.sql`
    (SELECT 'Detainee' AS "noun", person."id", name."text" AS "matched", person."sortName", ${asked}::text AS "asked", ${form} AS "form"
    FROM ${names} AS name JOIN ${people} AS person ON person."id" = name."detaineeId"
    WHERE ${matches(form, asked)} AND ${only} AND ${visibleSql(viewer, "person")} AND ${known.Detainee} ${limit})`;
  const [written, inLatin, called] = [Prisma.sql`name."text"`, Prisma.sql`name."latin"`, Prisma.raw("called")];
  const latin = latinForm(text);
  const byName = [named(written, text), named(inLatin, latin ?? text, Prisma.sql`name."latin" IS NOT NULL`)];
  if (latin !== null) byName.push(named(written, latin));
  return Prisma.sql`
    SELECT "noun", "id", "matched", "score"
    FROM (
      SELECT DISTINCT ON ("noun", "id") "noun", "id", "matched", word_similarity(fold_name("asked"), fold_name("form"))::float8 AS "score",
        similarity(fold_name("asked"), fold_name("form")) AS "closeness", "sortName"
      FROM (
        ${Prisma.join(byName, " UNION ALL ")}
        UNION ALL
        SELECT 'Facility', COALESCE("mergedIntoId", "id"), called, "sortName", ${text}::text, called FROM ${facilities} AS facility, unnest("aliases" || "name") AS called
        WHERE ${matches(called, text)} AND ${visibleSql(viewer, "facility")} AND ${known.Facility}
        UNION ALL
        SELECT 'Source', COALESCE("mergedIntoId", "id"), called, "sortName", ${text}::text, called FROM ${sources} AS source, unnest("aliases" || "name") AS called
        WHERE ${matches(called, text)} AND ${visibleSql(viewer, "source")} AND ${known.Source}
      ) AS named
      ORDER BY "noun", "id", "score" DESC, "closeness" DESC, "matched"
    ) AS best
    ORDER BY "score" DESC, "closeness" DESC, "sortName", "id"
    LIMIT ${first}`;
}

/** The tables that names stand in, now or as they were, and which of their records were known. */
function tablesOf(viewer: Viewer, clocks: Clocks) {
  const yes = Prisma.sql`TRUE`;
  if (isNow(clocks))
    return {
      ...{ people: Prisma.raw(`"Detainee"`), names: Prisma.raw(`"PersonName"`), facilities: Prisma.raw(`"Facility"`) },
      ...{
        sources: Prisma.raw(`"Source"`),
        known: { Detainee: yes, Facility: yes, Source: yes },
        complete: (statement: Prisma.Sql) => statement,
      },
    };
  const past = pastOf(clocks.knownAt ?? latest);
  const table = (model: Model, alias: string, ...columns: string[]) => ({ past, model, alias, columns: new Set(columns) });
  const named = ["id", "name", "aliases", "sortName", "mergedIntoId", "visibility"];
  const [person, facility, source] = [
    table("Detainee", "person", "id", "sortName", "visibility"),
    table("Facility", "facility", ...named),
    table("Source", "source", ...named),
  ];
  const known = {
    Detainee: whereSql(person, knownPerson(viewer, clocks)),
    Facility: whereSql(facility, knownFacility(viewer, clocks)),
    Source: whereSql(source, knownSource(viewer, clocks)),
  };
  return {
    ...{ people: tableSql(person), names: tableSql(table("PersonName", "name", "detaineeId", "text", "latin")) },
    ...{
      facilities: tableSql(facility),
      sources: tableSql(source),
      known,
      complete: (statement: Prisma.Sql) => withLookedUp(past, statement),
    },
  };
}
