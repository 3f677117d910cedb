/**
 * How likely two facilities, or two sources, are the same: their names are compared as sets of words, after translating the words that such names share. The numbers were set by hand; the pairs
 * of test/domain/matching/organisations.test.ts hold them to it.
 */
import damerauLevenshtein from "damerau-levenshtein";
import type { Match } from "./people.ts";
import { emptyWords, meaningOf } from "./organisation-words.ts";
import { foldName } from "../fold-name.ts";
import { soundOf } from "./phonetics.ts";

type Word = { readonly raw: string; readonly word: string; readonly weight: number };
type Name = { readonly key: string; readonly words: readonly Word[]; readonly numbers: readonly string[]; readonly initials: string };

const maxNames = 100;
const maxWords = 16;
const roman: Readonly<Record<string, string>> = {
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
  vii: "7",
  uno: "1",
  dos: "2",
  tres: "3",
};
const ignored = (word: string) => emptyWords.has(word) && !(word in roman);

function read(text: string): Name {
  const raw = (
    foldName(text.slice(0, 300))
      .replace(/['’`´]s\b|['’`´]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word, at) => at === 0 || word.length < 40);
  const last = raw.length - 1;
  const isNumber = (word: string, at: number) =>
    at > 0 &&
    (/^\d+$/.test(word) ||
      (word in roman && (word.length > 1 || at === last || raw[at - 1]!.length > 3) && !(word === "dos" && at < last)));
  const numbers = raw.filter(isNumber).map((word) => roman[word] ?? String(Number(word)));
  const significant = raw.filter((word, at) => !ignored(word) && !isNumber(word, at)).slice(0, maxWords);
  const kept = significant.length > 0 ? significant : raw.slice(0, maxWords);
  const words = [...new Map(kept.map((word) => [meaningOf(word).word, { raw: word, ...meaningOf(word) }])).values()];
  return { key: [...kept, ...numbers].join(" "), words, numbers, initials: kept.map((word) => word[0]).join("") };
}

function alike(a: Word, b: Word): number {
  if (a.word === b.word) return 1;
  if (a.weight < 1 || b.weight < 1) return 0;
  if (a.word.length > 2 && soundOf(a.word) === soundOf(b.word)) return 0.95;
  const length = Math.max(a.word.length, b.word.length);
  if (length < 5 || Math.abs(a.word.length - b.word.length) > 2) return 0;
  const { steps } = damerauLevenshtein(a.word, b.word);
  return steps <= (length >= 8 ? 2 : 1) ? 1 - steps / length : 0;
}

const weigh = (words: readonly Word[]) => words.reduce((sum, { weight }) => sum + weight, 0);
const sorted = (letters: string) => letters.split("").toSorted().join("");

// PUD are the initials, in Spanish, of the Democratic Unitary Platform.
function asInitials(short: Name, long: Name): number {
  const letters = short.words.length === 1 ? short.words[0]!.raw : "";
  if (letters.length < 3 || letters.length > 6 || long.words.length < 3) return 0;
  if (letters === long.initials) return 0.85;
  return sorted(letters) === sorted(long.initials) ? 0.75 : 0;
}

function compare(a: Name, b: Name): Match {
  if (a.words.length === 0 || b.words.length === 0) return { score: 0, features: [] };
  const initials = Math.max(asInitials(a, b), asInitials(b, a));
  const ways = a.words.flatMap((x) => b.words.map((y) => ({ x, y, score: alike(x, y) }))).filter(({ score }) => score > 0);
  const pairs: typeof ways = [];
  for (const way of ways.toSorted((one, other) => other.score - one.score || other.x.weight - one.x.weight))
    if (!pairs.some(({ x, y }) => x === way.x || y === way.y)) pairs.push(way);
  const [onlyA, onlyB] = [
    a.words.filter((word) => !pairs.some(({ x }) => x === word)),
    b.words.filter((word) => !pairs.some(({ y }) => y === word)),
  ];
  const agreed = pairs.reduce((sum, { x, y, score }) => sum + score * (x.weight + y.weight), 0);
  const unspaced = a.key.replaceAll(" ", "") === b.key.replaceAll(" ", "");
  // "Ramo Verde" for the military prison of that name: one name contains the other.
  const within = agreed >= 2 && (onlyA.length === 0 || onlyB.length === 0) ? Math.min(0.75, 0.45 + agreed * 0.075) : 0;
  // Floating-point sums in another order can exceed 1 in the last digit.
  let score = Math.min(1, Math.max(agreed / (weigh(a.words) + weigh(b.words)), within, initials, unspaced ? 0.95 : 0));
  const features = [
    {
      feature: "words",
      score,
      detail: pairs.map(({ x, y }) => (x.raw === y.raw ? x.raw : `${x.raw} / ${y.raw}`)).join(", ") || "none in common",
    },
  ];
  if (initials > 0) features.push({ feature: "initials", score: initials, detail: `${a.key} / ${b.key}` });
  const contradict = score < 0.95 && initials === 0 && [onlyA, onlyB].every((words) => weigh(words) >= 0.5);
  if (contradict) {
    score *= 0.6;
    features.push({
      feature: "different words",
      score: 0,
      detail: [onlyA, onlyB].map((words) => words.map(({ raw }) => raw).join(" ")).join(" / "),
    });
  }
  if (a.numbers.join() !== b.numbers.join()) {
    const factor = a.numbers.length > 0 && b.numbers.length > 0 ? 0.35 : 0.65;
    score *= factor;
    features.push({ feature: "number", score: factor, detail: `${a.numbers.join(" ") || "none"} / ${b.numbers.join(" ") || "none"}` });
  }
  // "Prison" and "The Committee" alone can be any prison and any committee.
  if (Math.max(weigh(a.words), weigh(b.words)) < 0.5) score = Math.min(score, 0.45);
  return { score, features };
}

/** Scores two places or two organisations by their names and aliases; the best pair counts. Symmetric; 0 without a name. */
export function scoreNamed(one: readonly string[], other: readonly string[]): Match {
  const [first, second] = [one, other].map((names) => {
    const named = names.slice(0, maxNames).map(read);
    return [...new Map(named.map((name) => [name.key, name])).values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  });
  const keyOf = (names: readonly Name[]) => names.map(({ key }) => key).join("\n");
  const [as, bs] = keyOf(first!) <= keyOf(second!) ? [first!, second!] : [second!, first!];
  let best: Match = { score: 0, features: [] };
  for (const a of as)
    for (const b of bs) {
      const found = compare(a, b);
      if (found.score > best.score) best = found;
    }
  return best;
}
