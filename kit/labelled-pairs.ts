/** Reads labelled-pairs.txt. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PersonFacts } from "../src/domain/matching/people.ts";

const labels = ["same", "different", "open"] as const;
export type Label = (typeof labels)[number];
export type LabelledPair = { readonly label: Label; readonly kind: string; readonly line: string };

/** Every pair of the file, in its order. */
export function readLabelledPairs(): LabelledPair[] {
  let group: { label: Label; kind: string } | undefined;
  const pairs: LabelledPair[] = [];
  for (const line of readFileSync(join(import.meta.dirname, "labelled-pairs.txt"), "utf8").split("\n")) {
    const heading = /^\[(\w+)\] (.+)$/.exec(line);
    if (heading) group = { label: heading[1] as Label, kind: heading[2]! };
    else if (group && line !== "") pairs.push({ ...group, line });
  }
  return pairs;
}

export const nobody: PersonFacts = { names: [], sex: "UNKNOWN", birth: null, nationalities: [], occupations: [] };
const day = 86_400_000;

/** `1980` is the year, `1980-05-03` the day. */
export function born(text: string): PersonFacts["birth"] {
  const earliest = new Date(text);
  const latest = text.length === 4 ? new Date(`${Number(text) + 1}`) : new Date(earliest.getTime() + day);
  return { earliest, latest };
}

/** One side of a pair. */
export function readFacts(text: string): PersonFacts {
  const [names = "", known = ""] = text.split("@");
  const sex = /\bF\b/.test(known) ? "FEMALE" : /\bM\b/.test(known) ? "MALE" : "UNKNOWN";
  const birth = /\d{4}(?:-\d\d-\d\d)?/.exec(known)?.[0];
  return { ...nobody, names: names.split("|").map((name) => name.trim()), sex, birth: birth === undefined ? null : born(birth) };
}
