/** Folding of names, for sorting and comparison. Search folds in the database with the same intent (`fold_name`, from unaccent). */

// One letter of Arabic names in the orthographies of Arabic, Persian and Urdu, and what is left out as often as not.
const oneLetter: Readonly<Record<string, string>> = { ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه", ھ: "ه", ہ: "ه", ە: "ه", ـ: "", ء: "" };

/** Lower case, without accents and characters that cannot be seen, with single spaces: `Márquez` and ` MARQUEZ` both become `marquez`. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, "")
    .replace(/[ٱىیکةھہەـء]/g, (letter) => oneLetter[letter]!)
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
