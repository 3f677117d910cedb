/** Times that are only partly known, in words. A span is half open: true at some moment from `earliest` until before `latest`. */
import type { Language } from "./language.ts";

export type Span = {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly precision: string;
  readonly timeZone: string;
};

const locales = { en: "en-GB", es: "es-ES" } as const;
const open = {
  en: { until: (day: string) => `by ${day}`, since: (day: string) => `since ${day}`, never: "at an unknown time" },
  es: { until: (day: string) => `hasta el ${day}`, since: (day: string) => `desde el ${day}`, never: "en fecha desconocida" },
} as const;
const byTheClock = new Set(["INSTANT", "HOUR", "PART_OF_DAY"]);
const day = { day: "numeric", month: "long", year: "numeric" } as const;
const clock = { ...day, hour: "2-digit", minute: "2-digit" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, timeZone: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.values(parts).join(" ")} ${Object.keys(parts).join(" ")}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], { ...parts, timeZone });
  formats.set(key, known);
  return known;
}

/** The last moment that may be meant. */
const last = (latest: string) => new Date(Date.parse(latest) - 1);

/** “8–9 January 2026”, “12 January 2026, 12:00 – 18:00”, “by 11 January 2026”: as precisely as is known, and no more. */
export function spanInWords({ earliest, latest, precision, timeZone }: Span, language: Language): string {
  const format = formatOf(language, timeZone, byTheClock.has(precision) ? clock : day);
  if (earliest === null) return latest === null ? open[language].never : open[language].until(format.format(last(latest)));
  const from = new Date(earliest);
  if (latest === null) return open[language].since(format.format(from));
  if (precision === "INSTANT" || latest === earliest) return format.format(from);
  if (precision === "YEAR") return formatOf(language, timeZone, { year: "numeric" }).formatRange(from, last(latest));
  if (precision === "MONTH") return formatOf(language, timeZone, { month: "long", year: "numeric" }).formatRange(from, last(latest));
  return format.formatRange(from, byTheClock.has(precision) ? new Date(latest) : last(latest));
}

/** A moment of the hub's own clock. */
export function momentInWords(moment: string, language: Language, timeZone: string): string {
  return formatOf(language, timeZone, { ...clock, timeZoneName: "short" }).format(new Date(moment));
}

export type Unit = "hour" | "day" | "firstDay" | "month" | "year";

/** A tick of an axis; the first day says the year. */
export function tickInWords(moment: number, unit: Unit, language: Language, timeZone: string): string {
  const parts = {
    hour: { hour: "2-digit", minute: "2-digit" },
    day: { day: "numeric", month: "short" },
    firstDay: { day: "numeric", month: "short", year: "numeric" },
    month: { month: "short", year: "2-digit" },
    year: { year: "numeric" },
  } as const;
  return formatOf(language, timeZone, parts[unit]).format(moment);
}
