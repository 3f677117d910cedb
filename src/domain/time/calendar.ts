/** Units of time as they are written: days, weeks, months, years, seasons, hours, and what EDTF level 1 makes of them. Each is local to a zone. */
import { Temporal } from "temporal-polyfill";
import type { TimePrecision } from "../../db/generated/prisma/enums.ts";
import { beginningOf, daysBetween, instantsOf } from "./zones.ts";

export type Unit = { readonly earliest: Date; readonly latest: Date; readonly precision: TimePrecision };

// Local hours, from and to; a night runs into the next day.
export const partsOfDay = { morning: [6, 12], afternoon: [12, 18], evening: [18, 24], night: [18, 30] } as const;

/**
 * Reads one written unit. Null when it cannot be read.
 * @throws NeverOccurred for a time that the clocks of the zone skipped
 */
export function parseUnit(text: string, zone: string): Unit | null {
  try {
    return readDay(text, zone) ?? readWeek(text, zone) ?? readClock(text, zone) ?? readVague(text, zone);
  } catch (error) {
    if (error instanceof RangeError) return null; // 31 February, hour 25
    throw error;
  }
}

function readDay(text: string, zone: string): Unit | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?: (morning|afternoon|evening|night))?)?)?$/.exec(text);
  if (!match || isSeason(match[2], match[3])) return null;
  const [, year, month, day, part] = match;
  const first = plainDate(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (part !== undefined) {
    const [begins, ends] = partsOfDay[part as keyof typeof partsOfDay];
    daysBetween(first, first.add({ days: 1 }), zone);
    return { earliest: atHour(first, begins, zone), latest: atHour(first, ends, zone), precision: "PART_OF_DAY" };
  }
  if (day !== undefined) return { ...daysBetween(first, first.add({ days: 1 }), zone), precision: "DAY" };
  return month === undefined
    ? { ...daysBetween(first, first.add({ years: 1 }), zone), precision: "YEAR" }
    : { ...daysBetween(first, first.add({ months: 1 }), zone), precision: "MONTH" };
}

function readWeek(text: string, zone: string): Unit | null {
  const match = /^(\d{4})-W(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, week] = [Number(match[1]), Number(match[2])];
  const fourth = plainDate(year, 1, 4); // always in week 1 (ISO 8601)
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return week < 1 || monday.weekOfYear !== week ? null : { ...daysBetween(monday, monday.add({ weeks: 1 }), zone), precision: "WEEK" };
}

function readClock(text: string, zone: string): Unit | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d)(?::(\d\d)(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (!match) return null;
  const [, day, hour, minute, second, fraction, offset] = match;
  if (offset !== undefined) {
    const moment = new Date(Temporal.Instant.from(text).epochMilliseconds);
    return { earliest: moment, latest: moment, precision: "INSTANT" };
  }
  const local = Temporal.PlainDateTime.from(minute === undefined ? `${day}T${hour}:00` : text, { overflow: "reject" });
  const { first, last } = instantsOf(local, zone);
  if (minute === undefined) return { earliest: first, latest: later(last, 3_600_000), precision: "HOUR" };
  if (first.getTime() === last.getTime()) return { earliest: first, latest: first, precision: "INSTANT" };
  // The clocks were set back over this time. Which of the two it was nobody knows, so that the span holds both.
  const written = fraction !== undefined ? 1 : second !== undefined ? 1000 : 60_000;
  return { earliest: first, latest: later(last, written), precision: "HOUR" };
}

// EDTF's seasons of no stated hemisphere: from which month, and for how many, so that they hold those of both.
const seasons: Readonly<Record<string, readonly [month: number, months: number]>> = { 21: [3, 9], 22: [1, 14], 23: [3, 9], 24: [1, 14] };

const isSeason = (month: string | undefined, day: string | undefined) => day === undefined && month !== undefined && month in seasons;

/** EDTF level 1: a season, digits that are not stated (199X, 2026-01-XX), and times that are uncertain or approximate (1984?, 1990~, 2004-06%), which reach one unit further on either side. */
function readVague(text: string, zone: string): Unit | null {
  const qualified = /^(\d{4}(?:-\d\d(?:-\d\d)?)?)[?~%]$/.exec(text);
  if (qualified) {
    const unit = parseUnit(qualified[1]!, zone);
    if (unit === null || isSeason(...parts(qualified[1]!))) return unit;
    const step = { YEAR: { years: 1 }, MONTH: { months: 1 }, DAY: { days: 1 } }[unit.precision as "YEAR" | "MONTH" | "DAY"];
    const [first, next] = [localDay(unit.earliest, zone), localDay(unit.latest, zone)];
    return { ...daysBetween(first.subtract(step), next.add(step), zone), precision: unit.precision };
  }
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(text) ?? [];
  if (season !== undefined) {
    const [month, months] = seasons[season]!;
    const first = plainDate(Number(year), month, 1);
    return { ...daysBetween(first, first.add({ months }), zone), precision: "YEAR" };
  }
  const [, decade, unstated] = /^(\d{2,3})(X{1,2})$/.exec(text) ?? [];
  if (decade !== undefined && decade.length + unstated!.length === 4) {
    const first = plainDate(Number(decade.padEnd(4, "0")), 1, 1);
    return { ...daysBetween(first, first.add({ years: 10 ** unstated!.length }), zone), precision: "YEAR" };
  }
  const [, stated] = /^(\d{4}(?:-\d\d)?)(?:-XX){1,2}$/.exec(text) ?? [];
  return stated === undefined || text.length > 10 ? null : readDay(stated, zone);
}

const parts = (text: string) => [text.slice(5, 7) || undefined, text.slice(8) || undefined] as const;
const later = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);
const localDay = (moment: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();
const plainDate = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });

// Parts of a day are vague: where a clock skipped the hour at which one begins, it begins with the next.
function atHour(day: Temporal.PlainDate, hour: number, zone: string): Date {
  const date = day.add({ days: Math.floor(hour / 24) });
  return hour % 24 === 0
    ? beginningOf(date, zone)
    : new Date(date.toZonedDateTime({ timeZone: zone, plainTime: { hour: hour % 24 } }).epochMilliseconds);
}
