/** Times that are only partly known, in words. A span is half open: true at some moment from `earliest` until before `latest`. */
import { Temporal } from "temporal-polyfill";
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

/** The same where many stand side by side, and the year is said elsewhere. */
export const stopInWords = (moment: string, language: Language, timeZone: string): string =>
  formatOf(language, timeZone, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(new Date(moment));

/** The day of a moment. */
export const dayInWords = (moment: number, language: Language, timeZone: string): string =>
  formatOf(language, timeZone, day).format(moment);

/** A day, week or month of a table: 2026-01-08, 2026-W02, 2026-01. */
export function bucketInWords(name: string, language: Language): string {
  const week = /^(\d+)-W(\d+)$/.exec(name);
  if (week) {
    // The fourth of January lies in the first week of its year.
    const fourth = Temporal.PlainDate.from({ year: Number(week[1]), month: 1, day: 4 });
    const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(week[2]) - 1 });
    const [from, to] = [monday, monday.add({ days: 6 })].map((each) => Date.parse(each.toString()));
    return formatOf(language, "UTC", day).formatRange(from!, to!);
  }
  const parts = name.length === 7 ? ({ month: "long", year: "numeric" } as const) : ({ weekday: "short", ...day } as const);
  return formatOf(language, "UTC", parts).format(Date.parse(name));
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
