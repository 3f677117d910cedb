/**
 * `npm run match:eval`: how well names are matched, on the labelled pairs of kit/labelled-pairs.txt. For each kind of pair how many reach which threshold, and over all precision (of the pairs that reach it, those of
 * one person) and recall (of the pairs of one person, those that reach it). Pairs that a careful person would leave open are in neither.
 */
import { certain, likely, possible, scorePeople } from "../src/domain/matching/people.ts";
import { readFacts, readLabelledPairs } from "../kit/labelled-pairs.ts";

const thresholds = { possible, likely, certain };
const scored = readLabelledPairs().map((pair) => {
  const [one = "", other = ""] = pair.line.split(" = ");
  return { ...pair, score: scorePeople(readFacts(one), readFacts(other)).score };
});

const reach = (pairs: readonly { readonly score: number }[], least: number) => pairs.filter(({ score }) => score >= least).length;
const kinds = Map.groupBy(scored, ({ label, kind }) => `${label}: ${kind}`);
console.table(
  Object.fromEntries(
    Array.from(kinds, ([kind, pairs]) => [
      kind,
      { pairs: pairs.length, ...Object.fromEntries(Object.entries(thresholds).map(([name, least]) => [name, reach(pairs, least)])) },
    ]),
  ),
);
const labelled = (label: string) => scored.filter((pair) => pair.label === label);
const [same, different] = [labelled("same"), labelled("different")];
const shares = Object.entries(thresholds).map(([name, least]) => {
  const [right, wrong] = [reach(same, least), reach(different, least)];
  return [name, { precision: (right / (right + wrong)).toFixed(3), recall: (right / same.length).toFixed(3) }];
});
console.table(Object.fromEntries(shares));
