/** Blocking keys: two people who may be the same share at least one, so that a search needs to compare only those. */
import { isEverywhere } from "./name-frequency.ts";
import { initialsOf } from "./name-likeness.ts";
import { parseName, type ParsedName, type Part } from "./name-parts.ts";
import { skeletonOf, soundOf } from "./phonetics.ts";

// Few consonants distinguish little, so short names keep their vowels.
const keyOf = (sound: string, skeleton = skeletonOf(sound)) => (skeleton.length >= 3 ? skeleton : sound);

// What is left of a part when its vowels are not written, as in Arabic.
const bonesOf = ({ form }: Part) =>
  soundOf(form.replace(/[wy]/g, ""))
    .replaceAll("5", "r")
    .replace(/[aeiou]/g, "")
    .replace(/(.)\1+/g, "$1");

/** One alone would be shared by too many. */
function bonesInPairs(parts: readonly Part[]): string[] {
  const bones = parts.slice(0, 4).map(bonesOf);
  return bones.flatMap((one, at) => bones.slice(at + 1).map((other) => `~${[one, other].toSorted().join(" ")}`));
}

/** The keys of one name. A very common part is a key only together with an initial of another part. */
export function keysOfName({ parts }: ParsedName): Set<string> {
  const keyIn = (part: Part, form: string) => (form === part.form ? keyOf(part.sound, part.skeleton) : keyOf(soundOf(form)));
  const written = parts.filter(({ isInitial }) => !isInitial);
  if (parts.length === 1) return new Set(written.flatMap((part) => [...part.standsFor].map((form) => keyIn(part, form))));
  const keys = new Set<string>();
  for (const part of written)
    for (const form of new Set([...part.standsFor, part.joined])) {
      if (!isEverywhere(form)) keys.add(keyIn(part, form));
      else
        for (const other of parts)
          if (other !== part) for (const letter of initialsOf(other, "GIVEN")) keys.add(`${keyIn(part, form)} ${letter}`);
    }
  for (let at = 0; at + 1 < written.length; at++) {
    const one = written[at]!.form + written[at + 1]!.form;
    keys.add(keyOf(soundOf(one)));
  }
  for (const pair of bonesInPairs(written)) keys.add(pair);
  return keys;
}

/**
 * Phonetic keys of a person's names, sorted, for an indexed array column: `scorePeople` gives POSSIBLE or more only to people who share one. A name of four
 * parts has about ten.
 */
export function blockingKeys(names: readonly string[]): string[] {
  return [...new Set(names.slice(0, 100).flatMap((name) => [...keysOfName(parseName(name))]))].toSorted();
}
