/**
 * Times that are only partly known. A span is half-open in UTC: the thing was true at some moment from `earliest` up to, not including, `latest`;
 * an INSTANT begins where it ends. Written form: Extended Date/Time Format (Library of Congress, ISO 8601-2), plus parts of a day, which EDTF lacks.
 */
import { Temporal } from "temporal-polyfill";
import { TimePrecision } from "../../db/generated/prisma/enums.ts";

export type TimeSpan = {
  readonly earliest: Date | null;
  readonly latest: Date | null;
  readonly precision: TimePrecision;
  /** IANA name, never an offset. */
  readonly timeZone: string;
  /** The source's own words for the time. */
  readonly verbatim: string | null;
};

/** What a time may look like when it is written; for messages. */
export const writtenTimes =
  "a time such as 2026-01-12, 2026-01, 2026, 2026-W03, 2026-01-09T08:30, 2026-01-09T08, 2026-01-12 morning (afternoon, evening, night), 2026-01-08/2026-01-09, ../2026-01-07 or 2026-01-08/..";

// Local hours, from and to; a night runs into the next day.
const partsOfDay = { morning: [6, 12], afternoon: [12, 18], evening: [18, 24], night: [18, 30] } as const;
const precisions = Object.values(TimePrecision);

// Asking the platform is slow enough to show where every row of a data set names its zone.
const askedZones = new Map<string, boolean>();
const maxAsked = 1000;

/** True for an IANA time zone name that this machine knows; an offset such as `-04:00` is not one. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  const known = askedZones.get(name) ?? platformKnows(name);
  if (askedZones.size < maxAsked) askedZones.set(name, known);
  return known;
}

function platformKnows(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

export type KnownTime = Omit<TimeSpan, "verbatim">;

/**
 * Reads a written time, local to `timeZone`. Empty text is a time about which nothing is known; ` as DAY` (or another precision) after an interval says how
 * finely it is known. Returns null when the text cannot be read.
 */
export function parseTime(text: string, timeZone: string): KnownTime | null {
  const [, interval, stated] = /^(.*?) as ([A-Z_]+)$/.exec(text.trim()) ?? [];
  const span = readSpan(interval ?? text.trim(), timeZone);
  if (!span || !kept(span.earliest) || !kept(span.latest)) return null;
  if (stated === undefined) return span;
  const precision = precisions.find((known) => known === stated);
  const stretch = span.earliest !== null && span.latest !== null && span.earliest < span.latest;
  return precision === "UNKNOWN" || (precision !== undefined && precision !== "INSTANT" && stretch) ? { ...span, precision } : null;
}

function readSpan(written: string, timeZone: string): KnownTime | null {
  if (written === "") return { earliest: null, latest: null, precision: "UNKNOWN", timeZone };
  const sides = written.split("/");
  if (sides.length > 2) return null;
  const [from, to] = sides.map((side) => (side === ".." || side === "" ? "open" : parseUnit(side, timeZone)));
  if (!from || (sides.length === 2 && !to)) return null;
  if (sides.length === 1) return from === "open" ? null : { ...from, timeZone };
  if (from === "open" && to === "open") return null;
  const precision = from === "open" || to === "open" ? "UNKNOWN" : coarser(from.precision, to!.precision);
  const earliest = from === "open" ? null : from.earliest;
  const latest = to === "open" ? null : to!.latest;
  // Two moments make a stretch of time, which is no longer an instant: known to the hour at best.
  return earliest && latest && earliest >= latest
    ? null
    : { earliest, latest, precision: precision === "INSTANT" ? "HOUR" : precision, timeZone };
}

// Within the years that RFC 3339 can write.
const kept = (instant: Date | null) => instant === null || (instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9999);

type Unit = { earliest: Date; latest: Date; precision: TimePrecision };

function parseUnit(text: string, zone: string): Unit | null {
  try {
    return readDay(text, zone) ?? readWeek(text, zone) ?? readClock(text, zone);
  } catch (error) {
    if (error instanceof RangeError) return null; // 31 February, hour 25
    throw error;
  }
}

function readDay(text: string, zone: string): Unit | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?: (morning|afternoon|evening|night))?)?)?$/.exec(text);
  if (!match) return null;
  const [, year, month, day, part] = match;
  const first = plainDate(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (part !== undefined) {
    const [from, to] = partsOfDay[part as keyof typeof partsOfDay];
    return { earliest: atHour(first, from, zone), latest: atHour(first, to, zone), precision: "PART_OF_DAY" };
  }
  if (day !== undefined) return days(first, first.add({ days: 1 }), "DAY", zone);
  return month === undefined ? days(first, first.add({ years: 1 }), "YEAR", zone) : days(first, first.add({ months: 1 }), "MONTH", zone);
}

function readWeek(text: string, zone: string): Unit | null {
  const match = /^(\d{4})-W(\d\d)$/.exec(text);
  if (!match) return null;
  const [year, week] = [Number(match[1]), Number(match[2])];
  const fourth = plainDate(year, 1, 4); // always in week 1 (ISO 8601)
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return week < 1 || monday.weekOfYear !== week ? null : days(monday, monday.add({ weeks: 1 }), "WEEK", zone);
}

function readClock(text: string, zone: string): Unit | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  if (!match) return null;
  const [, day, hour, minute, , offset] = match;
  if (minute === undefined) {
    const start = Temporal.PlainDateTime.from(`${day}T${hour}:00`, { overflow: "reject" }).toZonedDateTime(zone);
    return { earliest: date(start), latest: date(start.add({ hours: 1 })), precision: "HOUR" };
  }
  const at =
    offset === undefined
      ? date(Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime(zone))
      : new Date(Temporal.Instant.from(text).epochMilliseconds);
  return { earliest: at, latest: at, precision: "INSTANT" };
}

/** The span as EDTF, local to its zone. Stretches within a day are intervals of date-times; EDTF has no weeks, so a week is an interval of days. */
export function edtf(span: KnownTime): string {
  const { earliest, latest, precision, timeZone } = span;
  if (earliest === null && latest === null) return "XXXX-XX-XX";
  const local = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  if (precision === "INSTANT") return clock(local(earliest!));
  if (precision === "HOUR" || precision === "PART_OF_DAY") return `${clock(local(earliest!))}/${clock(local(latest!))}`;
  const digits = precision === "YEAR" ? 4 : precision === "MONTH" ? 7 : 10;
  const unit = (instant: Date) => local(instant).toPlainDate().toString().slice(0, digits);
  const [from, to] = [earliest ? unit(earliest) : "", latest ? unit(new Date(latest.getTime() - 1)) : ".."];
  return from === to ? from : `${from}/${to}`;
}

/** The shortest written form from which `parseTime` gets this very span back. */
export function writeTime(span: KnownTime): string {
  const { earliest, latest, precision, timeZone } = span;
  if (earliest === null && latest === null) return "";
  const day = earliest && Temporal.Instant.fromEpochMilliseconds(earliest.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  const [from, to] = [earliest?.toISOString() ?? "..", latest?.toISOString() ?? ".."];
  const forms = [
    ...(day && precision === "WEEK" ? [`${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, "0")}`] : []),
    ...(day && precision === "PART_OF_DAY" ? Object.keys(partsOfDay).map((part) => `${day.toString()} ${part}`) : []),
    edtf(span),
    `${from}/${to}`,
  ];
  const same = (form: string) => {
    const read = parseTime(form, timeZone);
    return (
      read?.earliest?.getTime() === earliest?.getTime() && read?.latest?.getTime() === latest?.getTime() && read?.precision === precision
    );
  };
  return forms.find(same) ?? `${from}/${to} as ${precision}`;
}

/** The five columns that carry a span: `asOfEarliest`, `asOfLatest`… for the prefix `asOf`. */
export function spanColumns<Prefix extends string>(prefix: Prefix, span: TimeSpan): SpanColumns<Prefix> {
  return {
    [`${prefix}Earliest`]: span.earliest,
    [`${prefix}Latest`]: span.latest,
    [`${prefix}Precision`]: span.precision,
    [`${prefix}TimeZone`]: span.timeZone,
    [`${prefix}Verbatim`]: span.verbatim,
  } as SpanColumns<Prefix>;
}

/** The span that five columns carry; null when there is none. */
export function spanOf(prefix: string, row: object): TimeSpan | null {
  const column = (name: string) => (row as Record<string, unknown>)[`${prefix}${name}`] ?? null;
  if (column("Precision") === null) return null;
  return {
    earliest: column("Earliest"),
    latest: column("Latest"),
    precision: column("Precision"),
    timeZone: column("TimeZone"),
    verbatim: column("Verbatim"),
  } as TimeSpan;
}

export type SpanColumns<Prefix extends string> = Record<`${Prefix}Earliest` | `${Prefix}Latest`, Date | null> &
  Record<`${Prefix}Precision`, TimePrecision> &
  Record<`${Prefix}TimeZone`, string> &
  Record<`${Prefix}Verbatim`, string | null>;

function coarser(a: TimePrecision, b: TimePrecision): TimePrecision {
  return precisions[Math.max(precisions.indexOf(a), precisions.indexOf(b))]!;
}

function days(from: Temporal.PlainDate, to: Temporal.PlainDate, precision: TimePrecision, zone: string): Unit {
  return { earliest: date(from.toZonedDateTime(zone)), latest: date(to.toZonedDateTime(zone)), precision };
}

function atHour(day: Temporal.PlainDate, hour: number, zone: string): Date {
  return date(day.add({ days: Math.floor(hour / 24) }).toZonedDateTime({ timeZone: zone, plainTime: { hour: hour % 24 } }));
}

const plainDate = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
const date = (moment: Temporal.ZonedDateTime) => new Date(moment.epochMilliseconds);
// Before time was standardised, zones were off by seconds, which no written offset can say: then UTC says it.
const clock = (moment: Temporal.ZonedDateTime) =>
  moment.offsetNanoseconds % 60e9 === 0
    ? moment.toString({ timeZoneName: "never", smallestUnit: moment.millisecond === 0 ? "second" : "millisecond" })
    : moment.toInstant().toString();
