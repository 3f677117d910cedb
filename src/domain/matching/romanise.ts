/**
 * Names of other scripts in Latin letters, so that they can be compared with names that were written so. What Arabic writing leaves out stays out: the short vowels. Letters by any-ascii (every script,
 * one reading for each character); what is mended here is what names need beyond that: Arabic vowels that are written, the article, and where a Chinese or Korean name is divided.
 */
import anyAscii from "any-ascii";
import { foldName } from "../fold-name.ts";

/** A word in Latin letters. `written` is how it stood, where a reading tells less than the writing: of Chinese. */
export type Romanised = { readonly word: string; readonly consonantsOnly: boolean; readonly written: string | null };

const latin = (word: string): Romanised => ({ word, consonantsOnly: false, written: null });

const isLatin = /^[\p{Script=Latin}\p{N}]+$/u;

// Beyond what any-ascii says of them: long vowels as vowels, and the letters that are heard as one.
const arabic: Readonly<Record<string, string>> = {
  ا: "a",
  ع: "a",
  و: "u",
  ي: "i",
  ه: "h",
  خ: "kh",
  ظ: "z",
  ذ: "d",
  ث: "th",
  گ: "g",
  پ: "p",
  چ: "ch",
};
const ofGod = /^(?:ال)?له$/;

/** The words that one written word is, in the order of Latin names: given names first. `isWhole` when it is all that there is of the name. */
export function romanise(word: string, isWhole: boolean): readonly Romanised[] {
  if (isLatin.test(word)) return [latin(word)];
  if (/\p{Script=Arabic}/u.test(word)) return fromArabic(word);
  const composed = word.normalize("NFC");
  if (isWhole && /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4})$/u.test(composed)) return divided(composed);
  return [{ ...latin(lettersOf(composed)), written: /\p{Script=Han}/u.test(word) ? word : null }];
}

function fromArabic(word: string): readonly Romanised[] {
  if (ofGod.test(word)) return [latin("allah")];
  const article = /^ال(?=...)/.exec(word)?.[0] ?? "";
  const rest = word.slice(article.length);
  const letters = rest.replace(/./gu, (letter) => arabic[letter] ?? lettersOf(letter));
  return [...(article ? [latin("al")] : []), { word: letters, consonantsOnly: letters !== "abd", written: null }];
}

/** Family name first, of one syllable, or of two if there are four. */
function divided(word: string): readonly Romanised[] {
  const length = word.length === 4 ? 2 : 1;
  return [word.slice(length), word.slice(0, length)].map((part) => ({ ...latin(lettersOf(part)), written: part }));
}

/** A name in Latin letters, folded; null when it was written so. */
export function latinForm(name: string): string | null {
  const words = foldName(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.every((word) => isLatin.test(word))) return null;
  return words.flatMap((word) => romanise(word, words.length === 1).map((read) => read.word)).join(" ");
}

const lettersOf = (text: string) =>
  anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    // Kim, as who is called so writes it.
    .replace(/^gim$/, "kim");
