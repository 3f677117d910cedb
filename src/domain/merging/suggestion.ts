/** Suggestions: records that may be the same, best first, for a person to judge. Nothing is ever merged by a score. */
import type { Db } from "../../db/database.ts";
import { takeBreaths } from "../../db/statements/breath.ts";
import type { JudgementVerdict, MatchedNoun } from "../../db/generated/prisma/enums.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { judgementsOn } from "./judgement.ts";
import { certain, likely, possible, scorePeople, type Match, type PersonFacts } from "../matching/people.ts";
import { scoreNamed } from "../matching/organisations.ts";
import { spanOf } from "../time/span.ts";
import { type Viewer, visibleSql, visibleWhere } from "../viewer.ts";

export const likelihoods = ["CERTAIN", "LIKELY", "POSSIBLE"] as const;
export type Suggestion = Match & {
  readonly noun: MatchedNoun;
  readonly id: string;
  readonly likelihood: (typeof likelihoods)[number];
  /** What was judged of the two; a pair judged NEGATIVE is not suggested again. */
  readonly verdict: JudgementVerdict | null;
};

// A very common name can share a phonetic key with thousands of records; the best candidates share the most keys.
const maxCandidates = 1000;

/**
 * People who may be the same as the given one, with a score of 0.5 or more.
 * @throws NotFound unless the viewer can see the person
 * @throws InvalidInput when `first` is not from 1 to 100
 */
export async function suggestDetainees(db: Db, viewer: Viewer, detaineeId: string, first: number): Promise<Suggestion[]> {
  checkFirst(first);
  const person = await db.detainee.findFirst({
    where: { id: detaineeId, ...visibleWhere(viewer) },
    select: { id: true, mergedIntoId: true },
  });
  if (!person) throw new NotFound("detainee", detaineeId);
  const root = person.mergedIntoId ?? person.id;
  const candidates = await db.$queryRaw<{ id: string }[]>`
    SELECT other."id" FROM "Detainee" AS other,
      (SELECT array_agg(DISTINCT sound) AS keys FROM "Detainee", unnest("matchKeys") AS sound WHERE "id" = ${root}::uuid OR "mergedIntoId" = ${root}::uuid) AS own
    WHERE other."matchKeys" && own.keys AND other."id" <> ${root}::uuid AND other."mergedIntoId" IS NULL AND ${visibleSql(viewer, "other")}
    ORDER BY cardinality(ARRAY(SELECT unnest(other."matchKeys") INTERSECT SELECT unnest(own.keys))) DESC, other."id" LIMIT ${maxCandidates}`;
  const facts = await personFacts(db, [root, ...candidates.map(({ id }) => id)]);
  const own = facts.get(root)!;
  return best(db, viewer, "Detainee", root, candidates, first, ({ id }) => scorePeople(own, facts.get(id)!));
}

/** Facilities or sources that may be the same as the given one, by their names. @throws NotFound, InvalidInput */
export async function suggestNamed(
  db: Db,
  viewer: Viewer,
  noun: "Facility" | "Source",
  recordId: string,
  first: number,
): Promise<Suggestion[]> {
  checkFirst(first);
  const query = { where: visibleWhere(viewer), select: { id: true, name: true, aliases: true, mergedIntoId: true } };
  const records = noun === "Facility" ? await db.facility.findMany(query) : await db.source.findMany(query);
  const record = records.find(({ id }) => id === recordId);
  if (!record) throw new NotFound(noun.toLowerCase(), recordId);
  const root = record.mergedIntoId ?? record.id;
  const names = Map.groupBy(records, ({ id, mergedIntoId }) => mergedIntoId ?? id);
  const namesOf = (id: string) => (names.get(id) ?? []).flatMap(({ name, aliases }) => [name, ...aliases]);
  const others = records.filter(({ id, mergedIntoId }) => mergedIntoId === null && id !== root);
  return best(db, viewer, noun, root, others, first, ({ id }) => scoreNamed(namesOf(root), namesOf(id)));
}

async function best(
  db: Db,
  viewer: Viewer,
  noun: MatchedNoun,
  root: string,
  candidates: readonly { id: string }[],
  first: number,
  score: (candidate: { id: string }) => Match,
): Promise<Suggestion[]> {
  const judged = new Map<string, JudgementVerdict>();
  // The newest comes first, and shall stand.
  for (const { leftId, rightId, verdict, undoneAt } of (await judgementsOn(db, viewer, noun, [root])).toReversed())
    if (undoneAt === null) judged.set(leftId === root ? rightId : leftId, verdict);
  const matches: Omit<Suggestion, "likelihood">[] = [];
  const breathe = takeBreaths();
  for (const candidate of candidates) {
    await breathe();
    const verdict = judged.get(candidate.id) ?? null;
    const match = verdict === "NEGATIVE" ? null : score(candidate);
    if (match !== null && match.score >= possible) matches.push({ ...match, noun, id: candidate.id, verdict });
  }
  return matches
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, first)
    .map((match) => ({ ...match, likelihood: likelihoodOf(match) }));
}

export const likelihoodOf = ({ score }: Match): Suggestion["likelihood"] =>
  score >= certain ? "CERTAIN" : score >= likely ? "LIKELY" : "POSSIBLE";

export async function personFacts(db: Db, ids: readonly string[]): Promise<Map<string, PersonFacts>> {
  const people = await db.detainee.findMany({ where: { id: { in: [...ids] } }, include: { names: { select: { text: true } } } });
  return new Map(
    people.map((person) => {
      const { id, names, sex, nationalities, occupations } = person;
      return [id, { names: names.map(({ text }) => text), sex, birth: spanOf("birth", person), nationalities, occupations }];
    }),
  );
}

function checkFirst(first: number): void {
  if (!Number.isInteger(first) || first < 1 || first > 100)
    throw new InvalidInput([{ path: "suggestMatches.first", expected: "a whole number from 1 to 100", received: String(first) }]);
}
