/** Folding of texts, for what is asked: the same as `fold_words` in prisma/sql, which folds what is on record. */

// The marks that fold_words takes off, of Latin, Greek, Cyrillic, Hebrew and Arabic.
const marks = /[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC]/g;
// What fold_name makes of letters that are more than a letter with a mark, and of the signs of print.
const others: Readonly<Record<string, string>> = {
  ...{ ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ھ: "ه", ہ: "ه", ە: "ه", ـ: "", ء: "" },
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ħ: "h", ı: "i", ŋ: "n", ŧ: "t", ĸ: "q" },
  ...{ ẜ: "s", ẝ: "s", ỻ: "ll", ỽ: "v", ỿ: "y", ʼ: "'", "⁄": "/" },
  ...{ "‘": "'", "’": "'", "“": '"', "”": '"', "«": "<<", "»": ">>", "–": "-", "—": "-" },
};
const folded = new RegExp(`[${Object.keys(others).join("")}]`, "gu");
// Chinese characters and Korean syllables are words of their own.
const characters = /[\u3400-\u9FFF\uAC00-\uD7A3]/g;

/** Lower case, without accents, with single spaces: `liberación ` and `LIBERACION` are both `liberacion`. */
export function foldWords(text: string): string {
  return text
    .normalize("NFKD")
    .replace(marks, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(folded, (letter) => others[letter]!)
    .replace(characters, " $& ")
    .replace(/\s+/g, " ")
    .trim();
}
