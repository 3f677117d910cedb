/** A claim's number: as a sign beside its mark, and in words. */
import type { Language } from "./language.ts";

export type Quantity = { readonly qualifier: string; readonly lower: number | null; readonly upper: number | null };

const numbers = { en: new Intl.NumberFormat("en-GB"), es: new Intl.NumberFormat("es-ES", { useGrouping: "min2" }) };
export const numberIn = (language: Language, number: number): string => numbers[language].format(number);

const none = { en: "no number", es: "sin cifra" };
const signs: Readonly<Record<string, string>> = { ABOUT: "≈", AT_LEAST: "≥", MORE_THAN: ">", AT_MOST: "≤", FEWER_THAN: "<" };
const inWords = {
  en: { ABOUT: "about", AT_LEAST: "at least", MORE_THAN: "more than", AT_MOST: "at most", FEWER_THAN: "fewer than" },
  es: { ABOUT: "unas", AT_LEAST: "al menos", MORE_THAN: "más de", AT_MOST: "como mucho", FEWER_THAN: "menos de" },
} as const;

/** “49”, “130–150”, “≈50”, “>200”. */
export function quantitySign({ qualifier, lower, upper }: Quantity, language: Language): string {
  if (lower === null && upper === null) return none[language];
  const range = [lower, upper].filter((bound) => bound !== null).map((bound) => numberIn(language, bound));
  return `${signs[qualifier] ?? ""}${new Set(range).size === 1 ? range[0] : range.join("–")}`;
}

/** “49”, “130 to 150”, “about 50”, “more than 200”. */
export function quantityInWords({ qualifier, lower, upper }: Quantity, language: Language): string {
  if (lower === null && upper === null) return none[language];
  const range = [lower, upper].filter((bound) => bound !== null).map((bound) => numberIn(language, bound));
  const words = (inWords[language] as Readonly<Record<string, string>>)[qualifier];
  const number = new Set(range).size === 1 ? range[0]! : range.join(language === "es" ? " a " : " to ");
  return words === undefined ? number : `${words} ${number}`;
}
