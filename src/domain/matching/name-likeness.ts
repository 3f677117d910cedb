/** How alike two parts of names are, and why. The numbers were set by hand on the labelled pairs: see people.ts. */
import damerauLevenshtein from "damerau-levenshtein";
import { isEverywhere } from "./name-frequency.ts";
import type { Part } from "./name-parts.ts";
import { soundOf } from "./phonetics.ts";
import { areSpellings } from "./nicknames.ts";

export type Role = "GIVEN" | "FAMILY";
/** From 0, another name, to 1, the same. */
export type Likeness = {
  readonly score: number;
  readonly why: "same" | "sounds the same" | "short form" | "spelt alike" | "initial" | "different";
};

const different: Likeness = { score: 0, why: "different" };

/** The initials that may abbreviate a part: H. or E. for Hernán, G. or J. for Gerardo, J. for Pepe. */
export function initialsOf(part: Part, role: Role): ReadonlySet<string> {
  if (part.isInitial) return new Set(part.form);
  const forms = role === "GIVEN" ? [...part.standsFor] : [part.form, part.joined];
  return new Set(forms.flatMap(lettersOf));
}

function lettersOf(form: string): string[] {
  const [first = "", second = ""] = form;
  const soft = "ei".includes(second);
  const heard: Readonly<Record<string, string>> = {
    v: "b",
    b: "v",
    x: "j",
    h: second,
    y: "j",
    ...(soft ? { g: "j", j: "g", c: "s", s: "c" } : { k: "c", c: "k" }),
  };
  return [first, heard[first] ?? first];
}

function shortForm(a: Part, b: Part): Likeness {
  const [ofA, ofB] = [a.standsFor, b.standsFor];
  if (ofA.isDisjointFrom(ofB)) return different;
  const isDirect = ofA.has(b.form) || ofB.has(a.form);
  // Beto may be Alberto or Roberto: the more names it can be short for, the weaker the evidence.
  const open = Math.max(ofA.size, ofB.size) > 3;
  return { score: isDirect && !open ? 0.85 : 0.75, why: "short form" };
}

// Claudio and Claudia, Daniel and Daniela differ in one letter, and are never the same person.
function differInGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const [endA, endB] = [a.at(-1)!, b.at(-1)!];
  if (a.length === b.length) return a.slice(0, -1) === b.slice(0, -1) && `${endA}${endB}`.includes("a") && /[oe]/.test(`${endA}${endB}`);
  return long === `${short}a`;
}

// Ferrari and Ferraro, Castillo and Castilla: a different last vowel is seldom a typing error and often another name.
const lastVowelDiffers = (a: string, b: string) =>
  a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && /^[aeiou]{2}$/.test(`${a.at(-1)}${b.at(-1)}`);

const consonants = (sound: string) => sound.replace(/[aeiou]/g, "");
const sorted = (form: string) => form.split("").toSorted().join("");

function speltAlike(a: Part, b: Part, role: Role): Likeness {
  const length = Math.max(a.form.length, b.form.length);
  if (length < 4 || Math.abs(a.form.length - b.form.length) > 2) return different;
  if (a.isKnown && b.isKnown) return different;
  if (role === "GIVEN" && differInGender(a.form, b.form)) return different;
  // In short names one different letter makes another name, unless it is missing or swapped in a known name.
  if (length === 4 && sorted(a.form) !== sorted(b.form) && (a.form.length === b.form.length || a.isKnown === b.isKnown)) return different;
  const steps = Math.min(damerauLevenshtein(a.form, b.form).steps, damerauLevenshtein(a.sound, b.sound).steps + 0.5);
  const vowelsOnly = length >= 6 && !a.isKnown && !b.isKnown && a.skeleton.length >= 3 && consonants(a.sound) === consonants(b.sound);
  const swapped = sorted(a.form) === sorted(b.form);
  // Two replaced letters turn Villegas into Venegas, another name. Two lost, doubled or swapped letters are typing errors of long names.
  const maxSteps = vowelsOnly || (length >= 8 && (swapped || a.form.length !== b.form.length)) ? 2 : 1;
  const firstDiffers = a.sound[0] !== b.sound[0];
  if (steps > maxSteps || (firstDiffers && length < 6)) return different;
  if (lastVowelDiffers(a.form, b.form)) return { score: 0.55, why: "spelt alike" };
  const score = 1 - steps / length - (firstDiffers ? 0.1 : 0);
  // One replaced letter: Yorbelis and Yorgelis are as often two people as one, more so if neither name is known.
  const replaced = a.form.length === b.form.length && !swapped && !vowelsOnly;
  const known = a.isKnown || b.isKnown;
  const max = replaced ? (role === "GIVEN" ? (known ? 0.75 : 0.6) : known ? 0.8 : 0.72) : 1;
  return { score: Math.max(0.55, Math.min(score, max)), why: "spelt alike" };
}

// "al-Hassan" beside "Alhasan".
const joinedSounds = (a: Part, b: Part) => a.joined.length > a.form.length && soundOf(a.joined) === b.sound;

/** A name that was written without its short vowels, and how somebody wrote it with them; or both without, where each letter counts. */
function withoutVowels(a: Part, b: Part): Likeness {
  if (a.isAbjad && b.isAbjad)
    return damerauLevenshtein(a.form, b.form).steps === 1 && a.form.length >= 6 ? { score: 0.7, why: "spelt alike" } : different;
  const [bare, full] = a.isAbjad ? [a, b] : [b, a];
  const withoutArticle = bare.joined.length > bare.form.length ? [full.form.replace(/^[aeu]l(?=...)/, "")] : [];
  return [full.form, full.joined, ...withoutArticle].some((form) => vowelled(bare.form).test(plainly(form)))
    ? { score: 0.9, why: "sounds the same" }
    : different;
}

const long: Readonly<Record<string, string>> = { a: "[ae]*", i: "[eiy]*", u: "(?:[ou]+|w[aeiou]?)", d: "(?:dh?|z)[aeiouy]?" };
// One letter for a sound that is written in several ways.
const plainly = (form: string) =>
  form
    .replace(/ou|oo/g, "u")
    .replace(/ee/g, "i")
    .replace(/[cq]k?|k/g, (letters) => (letters === "c" ? "c" : "k"))
    .replace(/(.)\1+/g, "$1");
/** Between two consonants one vowel, whichever; `h` at the end is often not written, and one that is not heard either. */
const vowelled = (bare: string) =>
  new RegExp(
    `^[aeiou]?${plainly(bare).replace(/./g, (letter) => long[letter] ?? (letter === "h" ? "h?[aeiou]?" : `${letter}[aeiouy]?`))}h?$`,
  );

export type Compare = (a: Part, b: Part, role: Role) => Likeness;

/** A memoised `likeness`: records with many names compare the same parts again and again. */
export function memoised(): Compare {
  const known = new Map<string, Likeness>();
  return (a, b, role) => {
    const key = `${role} ${a.joined} ${a.form.length} ${b.joined} ${b.form.length}`;
    const found = known.get(key) ?? likeness(a, b, role);
    known.set(key, found);
    return found;
  };
}

/** Compares two parts in the same role. Two different names that are both known are two names, however few letters differ. */
export function likeness(a: Part, b: Part, role: Role): Likeness {
  if (a.isInitial || b.isInitial) {
    const shared = initialsOf(a, role).intersection(initialsOf(b, role));
    return shared.size > 0 ? { score: 0.6, why: "initial" } : different;
  }
  // Many Chinese names are read alike.
  if (a.written !== null && b.written !== null && a.written !== b.written)
    return a.form === b.form ? { score: 0.8, why: "sounds the same" } : different;
  if (a.form === b.form || a.joined === b.form || a.form === b.joined) return { score: 1, why: "same" };
  if (a.isAbjad || b.isAbjad) return withoutVowels(a, b);
  if (joinedSounds(a, b) || joinedSounds(b, a)) return { score: 0.95, why: "sounds the same" };
  if (a.sound === b.sound && a.sound.length > 1) return { score: 0.97, why: "sounds the same" };
  if (role === "GIVEN") {
    if (areSpellings(a.form, b.form)) return { score: 0.95, why: "sounds the same" };
    if (a.sound.replace(/i(?=[aeou])/g, "j") === b.sound.replace(/i(?=[aeou])/g, "j")) return { score: 0.92, why: "sounds the same" };
    const short = shortForm(a, b);
    if (short.score > 0) return short;
  }
  const alike = speltAlike(a, b, role);
  // Perea is no misspelt Pérez: close to a very common name, one letter counts more.
  return alike.score > 0 && (isEverywhere(a.form) || isEverywhere(b.form)) ? { ...alike, score: alike.score - 0.05 } : alike;
}
