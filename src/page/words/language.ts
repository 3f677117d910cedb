/** Which of the two languages an answer is in. */
import Negotiator from "negotiator";

export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

const isLanguage = (text: string | null): text is Language => languages.some((language) => language === text);

/** `?lang`, else what the browser prefers, else English. */
export function languageOf(asked: string | null, acceptLanguage: string | undefined): Language {
  if (isLanguage(asked)) return asked;
  const preferred = new Negotiator({ headers: { "accept-language": acceptLanguage } }).languages();
  return preferred.map((tag) => tag.split("-")[0]!.toLowerCase()).find(isLanguage) ?? "en";
}
