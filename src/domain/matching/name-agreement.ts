/**
 * How far two written names agree: part by part and role by role, with missing and contradicting parts, weighted by the rarity of what agrees. The numbers were set by hand on the labelled
 * pairs: see people.ts.
 */
import { bitsOf, isEverywhere, isPortuguese } from "./name-frequency.ts";
import type { Compare, Likeness, Role } from "./name-likeness.ts";
import type { ParsedName, Part, Reading } from "./name-parts.ts";
import { soundOf } from "./phonetics.ts";

export type Feature = { readonly feature: string; readonly score: number; readonly detail: string };
/** `conflicts`: each name has a part in the same role that the other lacks. */
export type Agreement = { readonly score: number; readonly conflicts: boolean; readonly features: readonly Feature[] };

type Pair = { readonly a: Part; readonly b: Part; readonly at: number; readonly to: number } & Likeness;
type Aligned = {
  readonly role: Role;
  readonly pairs: readonly Pair[];
  readonly onlyA: readonly Part[];
  readonly onlyB: readonly Part[];
  readonly reordered: boolean;
  readonly lacking: boolean;
};

export const noAgreement: Agreement = { score: 0, conflicts: false, features: [] };

/** If one side writes in one word what the other writes in two (Sanmiguel, Anamaría), both get the one word. */
function respelt(parts: readonly Part[], others: readonly Part[]): readonly Part[] {
  for (let at = 0; at + 1 < parts.length; at++) {
    const [first, second] = [parts[at]!, parts[at + 1]!];
    // `soundOf` is slow, and most parts are too short to be two of the others.
    const length = first.form.length + second.form.length;
    if (first.isInitial || second.isInitial || !others.some(({ form }) => form.length >= length - 2 && form.length > first.form.length))
      continue;
    const sound = soundOf(first.form + second.form);
    const one = others.find((other) => other.sound === sound || other.form === first.joined + second.joined);
    if (one) return [...parts.slice(0, at), one, ...parts.slice(at + 2)];
  }
  return parts;
}

function align(role: Role, a: readonly Part[], b: readonly Part[], compare: Compare): Aligned {
  const [as, bs] = [respelt(a, b), respelt(b, a)];
  const ways = as.flatMap((a, at) => bs.map((b, to): Pair => ({ a, b, at, to, ...compare(a, b, role) })));
  const pairs: Pair[] = [];
  for (const pair of ways
    .filter(({ score }) => score > 0)
    .toSorted((x, y) => y.score - x.score || Math.abs(x.at - x.to) - Math.abs(y.at - y.to)))
    if (!pairs.some(({ at, to }) => at === pair.at || to === pair.to)) pairs.push(pair);
  const inOrder = pairs.toSorted((x, y) => x.at - y.at);
  return {
    role,
    pairs: inOrder,
    onlyA: as.filter((_, index) => !pairs.some(({ at }) => at === index)),
    onlyB: bs.filter((_, index) => !pairs.some(({ to }) => to === index)),
    reordered: inOrder.some(({ to }, index) => index > 0 && to < inOrder[index - 1]!.to),
    lacking: as.length === 0 || bs.length === 0,
  };
}

const bitsOfPair = ({ a, b, why }: Pair) => (why === "initial" || a.isInitial ? 2 : Math.min(bitsOf(a.form), bitsOf(b.form)));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const clamp = (number: number, min: number, max: number) => Math.min(max, Math.max(min, number));

/** The cost of missing parts: less if the parts that agree are rare. `bits` of agreement; `missing` parts, where an initial counts less than one. */
function costOfMissing(bits: number, missing: number): number {
  const each = clamp(0.34 - 0.022 * (bits - 11.5), 0.12, 0.5);
  return each * (missing <= 1 ? missing : Math.min(1.6, 1 + 0.12 * (missing - 1)));
}

function missingIn({ role, pairs, onlyA, onlyB }: Aligned): number {
  const left = [...onlyA, ...onlyB].map(({ isInitial }) => (isInitial ? 0.5 : 1));
  const initials = pairs
    .filter(({ a, b }) => a.isInitial || b.isInitial)
    .map(({ at, to }) => (role === "GIVEN" && at === 0 && to === 0 ? 1 : 0.4));
  return sum([...left, ...initials]);
}

// Brothers differ in a given name; half-siblings, cousins and strangers in a family name.
function conflictIn({ onlyA, onlyB, pairs, lacking }: Aligned): number {
  if (lacking || onlyA.length === 0 || onlyB.length === 0) return 1;
  if (pairs.length === 0) return 0.22;
  return 0.38;
}

/** People called José or María often use their second given name. Using the mother's family name alone is rare, except in Portuguese. */
function principalIn({ role, pairs, onlyA, onlyB }: Aligned): number {
  if (pairs.length === 0 || pairs.some(({ at, to }) => at === 0 && to === 0)) return 1;
  const skipped = [...onlyA, ...onlyB][0];
  if (skipped === undefined) return 1;
  if (role === "GIVEN") return isEverywhere(skipped.form) ? 0.97 : 0.85;
  return pairs.some(({ a }) => isPortuguese(a.form)) || isPortuguese(skipped.form) ? 1 : 0.7;
}

/**
 * One name has an extra given name, the other an extra family name. Fernando José Pérez and Fernando Pérez Gil may be the same. But if both extra parts stand in the same place, they are the
 * same part of the name read in two roles, and differ.
 */
function crossedIn(a: Reading, b: Reading, given: Aligned, family: Aligned): number {
  const [here, there] =
    given.onlyA.length > 0 && family.onlyB.length > 0 ? [a, b] : given.onlyB.length > 0 && family.onlyA.length > 0 ? [b, a] : [];
  if (here === undefined || there === undefined) return 1;
  const onlyGiven = new Set(given.onlyA.length > 0 ? given.onlyA : given.onlyB);
  const onlyFamily = new Set(given.onlyA.length > 0 ? family.onlyB : family.onlyA);
  return onlyGiven.has(here.given.at(-1)!) && onlyFamily.has(there.family[0]!) ? 0.38 : 0.9;
}

const said = (parts: readonly Part[]) => parts.map(({ form }) => form).join(" ");

function describe({ role, pairs, onlyA, onlyB }: Aligned): Feature[] {
  const name = role === "GIVEN" ? "given names" : "family names";
  const features: Feature[] = [];
  if (pairs.length > 0) {
    const detail = pairs.map(({ a, b, why }) => (a.form === b.form ? a.form : `${a.form} / ${b.form} (${why})`)).join(", ");
    features.push({ feature: name, score: sum(pairs.map(({ score }) => score)) / pairs.length, detail });
  }
  if (onlyA.length > 0 && onlyB.length > 0)
    features.push({ feature: `different ${name}`, score: 0, detail: `${said(onlyA)} / ${said(onlyB)}` });
  else if (onlyA.length + onlyB.length > 0)
    features.push({ feature: "missing parts", score: 0, detail: `${said([...onlyA, ...onlyB])} (${name}) in one name only` });
  return features;
}

function agreeAs(a: Reading, b: Reading, compare: Compare): Agreement {
  const given = align("GIVEN", a.given, b.given, compare);
  const family = align("FAMILY", a.family, b.family, compare);
  const roles = [given, family];
  const pairs = roles.flatMap(({ pairs }) => pairs);
  if (pairs.length === 0) return noAgreement;
  const features = roles.flatMap(describe);
  const bits = pairs.map(bitsOfPair);
  const agreed = sum(bits);
  // An initial agrees with many names, so it counts not as likeness but as partly missing.
  const unlike = sum(pairs.map(({ score, why }, at) => (why === "initial" ? 0 : (1 - score) * bits[at]!)));
  const quality = 1 - (1.6 * unlike) / agreed;
  const missing = sum(roles.map(missingIn));
  const conflict = conflictIn(given) * conflictIn(family);
  const crossed = crossedIn(a, b, given, family);
  const reordered = roles.some(({ reordered }) => reordered) ? 0.6 : 1;
  if (reordered < 1) features.push({ feature: "order", score: reordered, detail: "the same parts in another order" });
  features.push({ feature: "rarity", score: clamp(agreed / 25, 0, 1), detail: `the parts that agree are worth ${agreed.toFixed(1)} bits` });
  const product =
    quality * (1 - costOfMissing(agreed, missing)) * reordered * principalIn(given) * principalIn(family) * conflict * crossed;
  // M. Villalba may be Marisol's brother Miguel.
  const initialsOnly = given.pairs.length === 1 && given.pairs.every(({ a, b }) => a.isInitial || b.isInitial);
  // Too many people share given names alone, or family names alone.
  const full = pairs.filter(({ a, b }) => !a.isInitial && !b.isInitial);
  const alone = roles.some(({ pairs, lacking }) => lacking || pairs.length === 0);
  const max = alone ? maxAlone(given, family, agreed, missing) : initialsOnly || (full.length < 2 && missing > 1.5) ? 0.66 : 1;
  return { score: clamp(Math.min(product, max), 0, 1), conflicts: conflict * crossed < 0.5, features };
}

function maxAlone(given: Aligned, family: Aligned, bits: number, missing: number): number {
  const parts = given.pairs.length + family.pairs.length;
  const one = family.pairs.length > 0 ? family : given;
  if (missing > 0 || !(given.lacking || family.lacking)) return Math.min(0.45, 0.25 + 0.012 * bits);
  if (parts === 1) return bits >= 10 ? 0.65 : 0.45;
  return one === family ? 0.75 : 0.6;
}

function generations(a: ParsedName, b: ParsedName): { factor: number; features: Feature[] } {
  if (a.generation === b.generation) return { factor: 1, features: [] };
  const factor = a.generation && b.generation ? 0.3 : 0.68;
  return {
    factor,
    features: [
      { feature: "generation", score: factor, detail: "one of the names says father or son, and the other does not say the same" },
    ],
  };
}

// "FernandoPérez Gil": a lost space makes no other name.
const unspaced = ({ parts }: ParsedName) => parts.map(({ form }) => form).join("");

/** How far two names agree, in the best pair of their readings. Symmetric only if the caller orders the two names. */
export function agree(a: ParsedName, b: ParsedName, compare: Compare): Agreement {
  let best = noAgreement;
  for (const left of a.readings)
    for (const right of b.readings) {
      // At most one of the two is read in an unexpected way; reading both so would make anything agree.
      if (left !== a.readings[0] && right !== b.readings[0]) continue;
      const found = agreeAs(left, right, compare);
      if (found.score > best.score) best = found;
      if (best.score === 1) break;
    }
  if (best.score < 0.9 && a.parts.length !== b.parts.length && unspaced(a).length > 7 && unspaced(a) === unspaced(b))
    best = { score: 0.93, conflicts: false, features: [{ feature: "spacing", score: 0.93, detail: "the same letters, spaced otherwise" }] };
  const { factor, features } = generations(a, b);
  return { ...best, score: best.score * factor, conflicts: best.conflicts || factor < 0.5, features: [...best.features, ...features] };
}
