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

type Asked = { readonly at: number; readonly keys: readonly string[] };

const mostNames = 1000;
const longestName = 200;
// Of a very common name more could share a key; the best share the most.
const mostCandidates = 20;
const mostSuggestions = 5;
// A key that so many people share says little of any of them.
const common = 100;
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
  const keys: (readonly string[])[] = [];
  for (const name of names) {
    keys.push(blockingKeys([name]));
    await breathe();
  }
  const shared = await sharedBy(db, viewer, [...new Set(keys.flat())]);
  const matches: NameMatch[] = [];
  for (const some of chunks([...names], portion)) {
    const asked = some.map((_name, at): Asked => ({ at, keys: keys[matches.length + at]! }));
    const candidates = await candidatesFor(db, viewer, asked, shared);
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

/**
 * Those who stand for themselves, by the keys of all who are one with them. A name goes by its rarer keys: thousands share a common surname, and whoever shares nothing else with a name is none of its best.
 * Of a name that has only common ones some of those are given who share the longest.
 */
async function candidatesFor(
  db: Db,
  viewer: Viewer,
  asked: readonly Asked[],
  shared: ReadonlyMap<string, number>,
): Promise<{ at: number; id: string }[]> {
  const chosen = asked.flatMap(({ at, keys }) => rarer(keys, shared).map((key) => ({ at, key })));
  return db.$queryRaw<{ at: number; id: string }[]>`
    SELECT "at", "id" FROM (
      SELECT asked."at", found."id", row_number() OVER (PARTITION BY asked."at" ORDER BY count(DISTINCT asked."key") DESC, found."id") AS "nth"
      FROM unnest(${chosen.map(({ at }) => at)}::int[], ${chosen.map(({ key }) => key)}::text[]) AS asked("at", "key")
      CROSS JOIN LATERAL (
        SELECT COALESCE(person."mergedIntoId", person."id") AS "id" FROM "Detainee" AS person
        WHERE person."matchKeys" @> ARRAY[asked."key"] AND ${visibleSql(viewer, "person")} ORDER BY person."id" LIMIT ${common}
      ) AS found
      GROUP BY 1, 2
    ) AS ranked WHERE "nth" <= ${mostCandidates} ORDER BY "at", "nth"`;
}

function rarer(keys: readonly string[], shared: ReadonlyMap<string, number>): readonly string[] {
  const known = keys.filter((key) => shared.has(key));
  const rare = known.filter((key) => shared.get(key)! < common);
  // The longest says most.
  return rare.length > 0 ? rare : known.toSorted((a, b) => b.length - a.length).slice(0, 1);
}

/** How many people the viewer sees who have each of the keys, counted as far as it matters; keys that nobody has are left out. */
async function sharedBy(db: Db, viewer: Viewer, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ key: string; people: number }[]>`
    SELECT asked."key", found."people" FROM unnest(${keys}::text[]) AS asked("key")
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS "people" FROM (SELECT FROM "Detainee" AS person WHERE person."matchKeys" @> ARRAY[asked."key"] AND ${visibleSql(viewer, "person")} LIMIT ${common}) AS counted
    ) AS found WHERE found."people" > 0`;
  return new Map(rows.map(({ key, people }) => [key, people]));
}

const tooMuch = (names: readonly string[], wrong: number) =>
  wrong === -1
    ? new InvalidInput([{ path: "matchNames.names", expected: `at most ${mostNames} names`, received: String(names.length) }])
    : new InvalidInput([
        { path: `matchNames.names.${wrong}`, expected: `at most ${longestName} characters`, received: String(names[wrong]!.length) },
      ]);
