/**
 * How likely two records of people are the same person. Pure, symmetric, explained, and never a decision: a merge is a person's judgement. After the matchers of FollowTheMoney and
 * nomenklatura: names are compared part by part, the best pair of names counts, and other facts may contradict it.
 *
 * The weights and thresholds of this room come from no publication, unless a comment says so. They were set by hand and are held to by the labelled pairs in
 * kit/labelled-pairs.txt: every pair on its side of the thresholds, precision 1, recall 0.7 (certain), 0.98 (likely) and 0.99 (possible).
 */
import type { Sex } from "../../db/generated/prisma/enums.ts";
import { keysOfName } from "./blocking.ts";
import { agree, noAgreement, type Agreement, type Feature } from "./name-agreement.ts";
import { memoised, type Compare } from "./name-likeness.ts";
import { parseName, type ParsedName } from "./name-parts.ts";
import { foldName } from "../fold-name.ts";

export type PersonFacts = {
  readonly names: readonly string[];
  readonly sex: Sex;
  readonly birth: { readonly earliest: Date | null; readonly latest: Date | null } | null;
  readonly nationalities: readonly string[];
  readonly occupations: readonly string[];
};
/** `score` from 0 (different) to 1 (the same); `features` give the reasons, names first. */
export type Match = { readonly score: number; readonly features: readonly Feature[] };

/** From here on a merge can be proposed: no labelled pair of two people reaches it. */
export const certain = 0.9;
/** From here on a suggestion is worth a look before the others. */
export const likely = 0.7;
/** From here on a record is suggested. Every such pair shares a blocking key (blocking.ts). */
export const possible = 0.5;

const maxNames = 100;
const day = 86_400_000;
const year = 365.25 * day;

type Named = { readonly key: string; readonly name: ParsedName; readonly blocks: ReadonlySet<string> };

const parse = (names: readonly string[]): Named[] => {
  const parsed = names.slice(0, maxNames).map((text) => parseName(text));
  const unique = new Map(parsed.filter(({ parts }) => parts.length > 0).map((name) => [keyOf(name), name]));
  return Array.from(unique, ([key, name]) => ({ key, name, blocks: keysOfName(name) })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
};
const keyOf = ({ parts, readings, generation }: ParsedName) =>
  [parts.map(({ joined }) => joined).join(" "), readings.map(({ given }) => given.length).join(), generation ?? ""].join("|");

// "Torres" beside "Edilson Torres Fernández" adds nothing, and would agree with every Torres.
const isPartOf = (short: ParsedName, long: ParsedName) =>
  short.parts.length < long.parts.length &&
  short.parts.every(({ form, isInitial }) => long.parts.some((part) => (isInitial ? part.form.startsWith(form) : part.form === form)));

const isSingle = ({ name }: Named) => name.parts.length === 1;
const fullest = (names: readonly Named[]) => names.filter(({ name }) => !names.some((other) => isPartOf(name, other.name)));

// Names without a common blocking key are skipped: no query would have found them, and comparing a hundred names with a hundred stays affordable.
function bestOf(as: readonly Named[], bs: readonly Named[], compare: Compare): Agreement {
  let best = noAgreement;
  for (const a of as)
    for (const b of bs) {
      if (a.blocks.isDisjointFrom(b.blocks)) continue;
      const found = agree(a.name, b.name, compare);
      if (found.score > best.score) best = found;
      if (best.score === 1) return best;
    }
  return best;
}

// Against full names that contradict, an alias stays below `possible`; beside full names that agree, below `certain`.
const maxOfAlias = { againstFullNames: 0.45, besideFullNames: 0.85 } as const;

/** The best pair of names, where a short alias ("Torres", "El Gordo") cannot overrule full names that contradict each other. */
function agreement(as: readonly Named[], bs: readonly Named[]): Agreement {
  const haveFull = [as, bs].every((names) => !names.every(isSingle));
  const [fullA, fullB] = [as, bs].map((names) => fullest(names).filter((name) => !haveFull || !isSingle(name))) as [Named[], Named[]];
  const compare = memoised();
  const full = bestOf(fullA, fullB, compare);
  if (full.score === 1 || (fullA.length === as.length && fullB.length === bs.length)) return full;
  const any = bestOf(as, bs, compare);
  const max = full.conflicts || full.score === 0 ? maxOfAlias.againstFullNames : maxOfAlias.besideFullNames;
  return any.score <= full.score || full.score >= max
    ? full
    : {
        ...any,
        score: Math.min(any.score, max),
        features: [...any.features, { feature: "alias", score: max, detail: "only a short form of a longer name agrees" }],
      };
}

type Context = { readonly feature: Feature; readonly apply: (score: number) => number };
const scaled = (feature: string, factor: number, detail: string): Context => ({
  feature: { feature, score: factor, detail },
  apply: (score) => score * factor,
});
// Facts that agree raise a score that the names have made possible; they make none possible alone.
const raised = (feature: string, share: number, detail: string): Context => ({
  feature: { feature, score: share, detail },
  apply: (score) => (score < possible ? score : score + (1 - score) * share),
});

function sexes(a: PersonFacts, b: PersonFacts): Context[] {
  const known = [a.sex, b.sex].every((sex) => sex === "FEMALE" || sex === "MALE");
  return known && a.sex !== b.sex ? [scaled("sex", 0.35, "one is recorded as a woman, the other as a man")] : [];
}

const instant = (date: Date | null, otherwise: number) => (date === null || Number.isNaN(date.getTime()) ? otherwise : date.getTime());

function births(a: PersonFacts, b: PersonFacts): Context[] {
  if (a.birth === null || b.birth === null) return [];
  const [fromA, fromB] = [instant(a.birth.earliest, -Infinity), instant(b.birth.earliest, -Infinity)];
  // Spans are half-open; one that is an instant still holds it.
  const toA = Math.max(instant(a.birth.latest, Infinity), fromA + 1);
  const toB = Math.max(instant(b.birth.latest, Infinity), fromB + 1);
  const apart = Math.max(fromA, fromB) - Math.min(toA, toB);
  const widest = Math.max(toA - fromA, toB - fromB);
  if (apart >= 0) {
    // An age in a report is often a year off; a written date of birth is not.
    if (widest > 300 * day && apart < 1.1 * year) return [scaled("birth", 0.8, "born in different years, as near as ages in reports go")];
    return [scaled("birth", 0.3, `born at least ${Math.max(1, Math.round(apart / day))} days apart`)];
  }
  if (widest <= 3 * day) return [raised("birth", 0.6, "born on the same day")];
  return widest <= 3 * year ? [raised("birth", 0.15, "may be born in the same year")] : [];
}

function nations(a: PersonFacts, b: PersonFacts): Context[] {
  const [ofA, ofB] = [a, b].map(({ nationalities }) => new Set(nationalities.map(foldName)));
  return ofA!.size > 0 && ofB!.size > 0 && ofA!.isDisjointFrom(ofB!) ? [scaled("nationality", 0.85, "no nationality in common")] : [];
}

function trades(a: PersonFacts, b: PersonFacts): Context[] {
  const [ofA, ofB] = [a, b].map(({ occupations }) => new Set(occupations.map(foldName)));
  const shared = [...ofA!.intersection(ofB!)].toSorted();
  return shared.length > 0 ? [raised("occupation", 0.15, `both ${shared.join(", ")}`)] : [];
}

/** Scores how likely two people are the same. Symmetric; accents, case and punctuation of the names make no difference. */
export function scorePeople(one: PersonFacts, other: PersonFacts): Match {
  const [first, second] = [
    { facts: one, names: parse(one.names) },
    { facts: other, names: parse(other.names) },
  ];
  const keysOf = ({ names }: typeof first) => names.map(({ key }) => key).join("\n");
  const [a, b] = keysOf(first) <= keysOf(second) ? [first, second] : [second, first];
  const named = agreement(a.names, b.names);
  const context = [sexes, births, nations, trades].flatMap((rule) => rule(a.facts, b.facts));
  const features = [...named.features, ...context.map(({ feature }) => feature)];
  return { score: context.reduce((score, { apply }) => apply(score), named.score), features };
}
