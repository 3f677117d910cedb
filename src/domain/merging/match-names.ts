/** A list of names, as somebody has published it, against the people on record. */
import type { Db } from "../../db/database.ts";
import { chunks } from "../../db/chunks.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import { InvalidInput } from "../../errors.ts";
import { blockingKeys } from "../matching/blocking.ts";
import { possible, scorePeople, type PersonFacts } from "../matching/people.ts";
import { personOfSituation } from "../situations/of-situation.ts";
import { type Viewer, visibleSql, visibleWhere } from "../viewer.ts";
import { likelihoodOf, personFacts, type Suggestion } from "./suggestion.ts";

export type NameMatch = { readonly name: string; readonly suggestions: readonly Suggestion[] };

const mostNames = 1000;
const longestName = 200;
// Of a very common name more could share a key; the best share the most.
const mostCandidates = 20;
const mostSuggestions = 5;
// Names whose candidates are looked for in one statement.
const portion = 100;

const nobody = { sex: "UNKNOWN", birth: null, nationalities: [], occupations: [] } as const;

/**
 * For each name, in the order given, the people who may be meant: at most five, best first, with a score of 0.5 or more. `situation` is the id of one, or null for all.
 * @throws InvalidInput when there are more than 1,000 names, or one is longer than 200 characters
 */
export async function matchNames(db: Db, viewer: Viewer, names: readonly string[], situation: string | null): Promise<NameMatch[]> {
  const wrong = names.findIndex((name) => name.length > longestName);
  if (names.length > mostNames || wrong !== -1) throw tooMuch(names, wrong);
  const breathe = takeBreaths();
  const matches: NameMatch[] = [];
  for (const some of chunks([...names], portion)) {
    const candidates = await candidatesFor(db, viewer, some);
    const ids = [...new Set(candidates.map(({ id }) => id))];
    const shown = await db.detainee.findMany({
      where: {
        id: { in: ids },
        ...visibleWhere(viewer),
        ...(situation !== null && { AND: personOfSituation(viewer, { id: situation }, {}) }),
      },
      select: { id: true },
    });
    const facts = await personFacts(
      db,
      shown.map(({ id }) => id),
    );
    const of = Map.groupBy(candidates, ({ at }) => at);
    for (const [at, name] of some.entries()) {
      matches.push({ name, suggestions: suggestionsFor(name, of.get(at) ?? [], facts) });
      await breathe();
    }
  }
  return matches;
}

function suggestionsFor(name: string, candidates: readonly { id: string }[], facts: ReadonlyMap<string, PersonFacts>): Suggestion[] {
  const asked: PersonFacts = { ...nobody, names: [name] };
  return candidates
    .filter(({ id }) => facts.has(id))
    .map(({ id }) => ({ ...scorePeople(asked, facts.get(id)!), id }))
    .filter(({ score }) => score >= possible)
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, mostSuggestions)
    .map((match) => ({ ...match, noun: "Detainee", verdict: null, likelihood: likelihoodOf(match) }));
}

/** Those who stand for themselves, by the keys of all who are one with them. */
async function candidatesFor(db: Db, viewer: Viewer, names: readonly string[]): Promise<{ at: number; id: string }[]> {
  const asked = names.map((name, at) => ({ at, keys: blockingKeys([name]) }));
  return db.$queryRaw<{ at: number; id: string }[]>`
    SELECT asked."at", found."id"
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS listed("at" int, "keys" jsonb)
    CROSS JOIN LATERAL (SELECT listed."at", ARRAY(SELECT jsonb_array_elements_text(listed."keys")) AS keys) AS asked
    CROSS JOIN LATERAL (
      SELECT COALESCE(person."mergedIntoId", person."id") AS "id", max(cardinality(ARRAY(SELECT unnest(person."matchKeys") INTERSECT SELECT unnest(asked.keys)))) AS shared
      FROM "Detainee" AS person WHERE person."matchKeys" && asked.keys AND ${visibleSql(viewer, "person")}
      GROUP BY 1 ORDER BY shared DESC, "id" LIMIT ${mostCandidates}
    ) AS found`;
}

const tooMuch = (names: readonly string[], wrong: number) =>
  wrong === -1
    ? new InvalidInput([{ path: "matchNames.names", expected: `at most ${mostNames} names`, received: String(names.length) }])
    : new InvalidInput([
        { path: `matchNames.names.${wrong}`, expected: `at most ${longestName} characters`, received: String(names[wrong]!.length) },
      ]);
