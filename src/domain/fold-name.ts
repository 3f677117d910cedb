/** Folding of names, for sorting and comparison. Search folds in the database with the same intent (`fold_name`, from unaccent). */

/** Lower case, without accents and characters that cannot be seen, with single spaces: `Márquez` and ` MARQUEZ` both become `marquez`. */
export function foldName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]+/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}
