/** Partly known times as people write them: EDTF levels 0 and 1 (Library of Congress, ISO 8601-2), plus weeks and parts of a day, which EDTF lacks. */
import { LRUCache } from "lru-cache";
import { Temporal } from "temporal-polyfill";
import { parseUnit, partsOfDay } from "./calendar.ts";
import { edtf } from "./edtf.ts";
import { coarser, precisions, type KnownTime } from "./span.ts";
import { NeverOccurred } from "./zones.ts";

/** What a time may look like when it is written; for messages. */
export const writtenTimes =
  "a time such as 2026-01-12, 2026-01, 2026, 2026-W03, 2026-01-09T08:30, 2026-01-09T08, 2026-01-12 morning (afternoon, evening, night), 2026-01-08/2026-01-09, /2026-01-07, 2026-01-08/, or in EDTF level 1 1990~, 1984?, 199X, 2026-01-XX, 2026-21";

/**
 * Reads a written time, local to `timeZone`. Empty text is a time about which nothing is known; ` as DAY` (or another precision) after an interval says how finely it is known. An end that
 * is left out, or open (`..`), is not known. Returns null when the text cannot be read: `whyUnreadable` says what was expected.
 */
export function parseTime(text: string, timeZone: string): KnownTime | null {
  const read = readTime(text, timeZone);
  return typeof read === "string" ? null : read;
}

/** What was expected of a text that `parseTime` cannot read. */
export function whyUnreadable(text: string, timeZone: string): string {
  const read = readTime(text, timeZone);
  return typeof read === "string" ? read : writtenTimes;
}

// Of a large data set most rows were so on the same days. Times are values: nobody changes one.
const held = new LRUCache<string, KnownTime | string>({ max: 1000 });
const longest = 100;

function readTime(text: string, timeZone: string): KnownTime | string {
  if (text.length > longest) return readWritten(text, timeZone);
  const written = `${timeZone} ${text}`;
  const read = held.get(written) ?? readWritten(text, timeZone);
  held.set(written, read);
  return read;
}

function readWritten(text: string, timeZone: string): KnownTime | string {
  const [, interval, stated] = /^(.*?) as ([A-Z_]+)$/.exec(text.trim()) ?? [];
  try {
    const span = readSpan(interval ?? text.trim(), timeZone);
    if (!span || !kept(span.earliest) || !kept(span.latest)) return writtenTimes;
    if (stated === undefined) return span;
    const precision = precisions.find((known) => known === stated);
    const stretch = span.earliest !== null && span.latest !== null && span.earliest < span.latest;
    return precision === "UNKNOWN" || (precision !== undefined && precision !== "INSTANT" && stretch)
      ? { ...span, precision }
      : writtenTimes;
  } catch (error) {
    if (error instanceof NeverOccurred) return error.message;
    throw error;
  }
}

function readSpan(written: string, timeZone: string): KnownTime | null {
  if (written === "" || written === "XXXX-XX-XX") return { earliest: null, latest: null, precision: "UNKNOWN", timeZone };
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
