/** The parts of a person's name as written: which are given names, which are family names, and what is left aside. */
import { isEverywhere, kindOf } from "./name-frequency.ts";
import { foldName } from "../fold-name.ts";
import { romanise } from "./romanise.ts";
import { standIns } from "./nicknames.ts";
import { skeletonOf, soundOf } from "./phonetics.ts";

/** One part, folded. `joined` has the particles before it: `rosa` and `delarosa`. */
export type Part = {
  readonly form: string;
  readonly joined: string;
  readonly sound: string;
  readonly skeleton: string;
  readonly isInitial: boolean;
  /** Whether it is in the tables of names. */
  readonly isKnown: boolean;
  /** Whether it was written without its short vowels, as in Arabic. */
  readonly isAbjad: boolean;
  /** How it stood in Chinese characters, of which many sound alike. */
  readonly written: string | null;
  /** The given names it may stand for, itself among them. */
  readonly standsFor: ReadonlySet<string>;
};

/** One way to read a name. Spanish lists write `Pérez Gil Fernando` as often as `Fernando Pérez Gil`, so a name may have several. */
export type Reading = { readonly given: readonly Part[]; readonly family: readonly Part[] };

export type ParsedName = {
  readonly parts: readonly Part[];
  readonly readings: readonly Reading[];
  readonly generation: "JUNIOR" | "SENIOR" | null;
};

// A name of more parts is no name; the bound keeps the time of a comparison bounded.
const maxParts = 8;
const longestPart = 24;

const list = (text: string) => new Set(text.split(" "));
const particles = list("de del la las los le y e da das do dos di du des van von der den ten ter el al ul bin ibn bint ben vda viuda");
const prefixes = list("san santa santo sta sto mac mc abd abdul abdel abu fitz");
const titles = list(
  "dr dra doctor doctora sr sra srta senor senora senorita don dona lic licdo licda ing arq abg abog abogado abogada prof profesor profesora " +
    "gral general div brig cnel coronel tcnel cap capt capitan tte teniente sgto sargento cmdte comandante alm almirante mayor my monsenor mons padre fray sor " +
    "diputado diputada dip alcalde alcaldesa gobernador gobernadora mr mrs ms miss sir president presidente ciudadano ciudadana",
);
const degrees = list("phd md msc mba esq abog lic ing ret");
const juniors = list("jr junior hijo hija filho neto nieto ii iii");
const seniors = list("padre pai senior sr viejo");
const placeholders =
  /^(?:n ?n|unknown|desconocid[oa]|sin nombre|sin identificar|no identificad[oa]|por identificar|anonim[oa]|unnamed|john doe|jane doe)$/;
const abbreviations = new Map(
  Object.entries({
    ma: "maria",
    fco: "francisco",
    fdo: "fernando",
    gpe: "guadalupe",
    rdz: "rodriguez",
    rguez: "rodriguez",
    hdez: "hernandez",
    hdz: "hernandez",
    glez: "gonzalez",
    gzlez: "gonzalez",
    fdez: "fernandez",
    mtz: "martinez",
    mtnez: "martinez",
    glz: "gonzalez",
    gtz: "gutierrez",
    jmnz: "jimenez",
    dguez: "dominguez",
  }),
);
// Letters that have no decomposition.
const latin: Readonly<Record<string, string>> = { ß: "ss", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ı: "i" };

const isKnown = (form: string) => kindOf(form) !== "UNKNOWN";

// Behind a word whose short vowels were not written; no name has it.
const abjad = "\u0001";

function partOf(marked: string, before: string, written: ReadonlyMap<string, string>): Part {
  const form = marked.replaceAll(abjad, "");
  const short = form.slice(0, longestPart);
  const sound = soundOf(short);
  return {
    form: short,
    joined: before + short,
    sound,
    skeleton: skeletonOf(sound),
    isInitial: /^[a-z]$/.test(short),
    isKnown: isKnown(short),
    isAbjad: form !== marked,
    written: written.get(form) ?? null,
    standsFor: standIns(short, isKnown),
  };
}

// "Ortega y Gasset" has a particle, "Luis E. Pérez" an initial; neither case nor dots can be relied upon, what stands before can.
const isInitialHere = (word: string, before: string | undefined) =>
  before === undefined || before.length === 1 || ["GIVEN", "BOTH"].includes(kindOf(before)) ? word.length === 1 : false;

/** The parts of words in a row: titles dropped, particles and prefixes joined to what follows. */
function partsOf(words: readonly string[], written: ReadonlyMap<string, string>): Part[] {
  let start = 0;
  while (start < words.length - 1 && titles.has(words[start]!)) start++;
  const parts: Part[] = [];
  let particle = "";
  let prefix = "";
  for (let at = start; at < words.length; at++) {
    const word = words[at]!;
    const isLast = at === words.length - 1;
    if (!isLast && particles.has(word) && !isInitialHere(word, words[at - 1])) {
      if (prefix) prefix += word;
      else particle += word;
    } else if (!isLast && prefixes.has(word)) prefix += word.replace(/^st(?=[ao]$)/, "sant");
    else {
      const isMaria = word === "ma" && !isLast && (at + 2 < words.length || isKnown(words[at + 1]!));
      const full = word === "ma" && !isMaria ? word : (abbreviations.get(word) ?? word);
      parts.push(partOf(prefix + full, particle, written));
      particle = prefix = "";
    }
  }
  return parts;
}

/** How unlikely it is that these are the given and those the family names; 0 is what one expects. */
function strain(given: readonly Part[], family: readonly Part[]): number {
  const shape = given.length + family.length <= 3 ? (given.length - 1) * 0.3 : Math.abs(family.length - 2) * 0.7;
  // "María del Carmen" and "Ángel La Rosa": with a particle, a given name may be either.
  const wrong = (parts: readonly Part[], kind: "GIVEN" | "FAMILY") =>
    parts.filter(({ form, joined }) => kindOf(form) === kind && (kind === "FAMILY" || form === joined)).length * 2;
  const initials = family.reduce(
    (strain, { isInitial }, at) => strain + (isInitial ? (at > 0 && at === family.length - 1 ? 0.7 : 2) : 0),
    0,
  );
  return shape + wrong(given, "FAMILY") + wrong(family, "GIVEN") + initials;
}

function readingsOf(parts: readonly Part[]): Reading[] {
  const kinds = new Set(parts.map(({ form }) => kindOf(form)));
  const only = (kind: "GIVEN" | "FAMILY") => kinds.size === 1 && kinds.has(kind) && parts.every(({ form, joined }) => form === joined);
  if (parts.length === 1) return [only("GIVEN") ? { given: parts, family: [] } : { given: [], family: parts }];
  const ways: { reading: Reading; strain: number; reversed: boolean }[] = [];
  if (only("GIVEN")) ways.push({ reading: { given: parts, family: [] }, strain: 0.5, reversed: false });
  if (only("FAMILY")) ways.push({ reading: { given: [], family: parts }, strain: 0.5, reversed: false });
  for (let at = 1; at < parts.length; at++) {
    const [first, second] = [parts.slice(0, at), parts.slice(at)];
    ways.push({ reading: { given: first, family: second }, strain: strain(first, second), reversed: false });
    ways.push({ reading: { given: second, family: first }, strain: strain(second, first), reversed: true });
  }
  const least = Math.min(...ways.map(({ strain }) => strain));
  const straight = Math.min(...ways.filter(({ reversed }) => !reversed).map(({ strain }) => strain));
  // Reversed, unless known names forbid it; otherwise only what is as good a guess as the best.
  return ways
    .filter(({ strain, reversed }) => strain <= least + 0.4 && (!reversed || strain <= straight))
    .toSorted((a, b) => Number(a.reversed) - Number(b.reversed) || a.strain - b.strain)
    .slice(0, 4)
    .map(({ reading }) => reading);
}

// "Luis Lucho Pérez", and a part written twice: nothing is gained by keeping both.
const withoutRepeats = (parts: readonly Part[]) =>
  parts.filter(({ form, isInitial, isKnown, standsFor }, at) => {
    const before = parts.slice(0, at).map((part) => part.form);
    if (isInitial || before.length === 0 || isEverywhere(form)) return true;
    const isShort = !isKnown && [...standsFor].some((full) => before.includes(full));
    return !isShort && !before.includes(form);
  });

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Reads a name; never throws, whatever it is given, and only looks at the first 300 characters. No parts: there was no name in it. A comma says where the
 * family names end; without one, what is known of names decides, then the Spanish order: given names, father's name, mother's name.
 */
export function parseName(text: string): ParsedName {
  const folded = foldName(text.slice(0, 300)).replace(/[ßøłđðþæœı]/g, (letter) => latin[letter]!);
  const bare = folded
    .replace(/\s(?:alias|a\.?k\.?a\.?|apodad[oa]|conocid[oa] como)\s.*$/, "")
    .replace(/(^|\s)(["'“”«‘(])[^"'“”»’)]{2,40}["'“”»’)](?=[\s,.]|$)/g, (quoted, before: string) => {
      const inside = quoted.replace(/[^\p{L}]/gu, "");
      return before + (juniors.has(inside) || seniors.has(inside) ? inside : "");
    });
  const source = /\p{L}/u.test(bare) ? bare : folded;
  if (placeholders.test(wordsIn(source).join(" "))) return { parts: [], readings: [], generation: null };
  const written = new Map<string, string>();
  const read = (word: string, isWhole: boolean) =>
    romanise(word, isWhole).map(({ word: form, consonantsOnly, written: stood }) => {
      if (stood !== null) written.set(form, stood);
      return consonantsOnly ? form + abjad : form;
    });
  const segments = source
    .split(/[,;]/)
    .map((segment) => wordsIn(segment.replace(/['’‘`´ʼ]/g, "")))
    .map((words) => words.filter((word) => /\p{L}/u.test(word)))
    .map((words) => words.flatMap((word) => read(word, words.length === 1)))
    .filter((words) => words.length > 0 && !words.every((word) => degrees.has(word)));
  let generation: ParsedName["generation"] = null;
  const rest = segments.map((words, at) => {
    const last = words.at(-1)!;
    const [isJunior, isSenior] = [juniors.has(last), seniors.has(last)];
    if ((words.length < 3 && at === 0) || !(isJunior || isSenior)) return words;
    generation = isJunior ? "JUNIOR" : "SENIOR";
    return words.slice(0, -1);
  });
  const [first = [], ...others] = rest.map((words) => partsOf(words, written)).filter((parts) => parts.length > 0);
  const given = withoutRepeats(others.flat()).slice(0, maxParts / 2);
  const family = withoutRepeats(first).slice(0, given.length > 0 ? maxParts / 2 : maxParts);
  if (given.length > 0) return { parts: [...given, ...family], readings: [{ given, family }], generation };
  return { parts: family, readings: family.length === 0 ? [] : readingsOf(family), generation };
}
