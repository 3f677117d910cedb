/** Days, weeks and months in a zone, one after another, each with its name (ISO 8601, as in EDTF). Pure. */
import { Temporal } from "temporal-polyfill";
import { beginningOf } from "./zones.ts";

export const intervals = ["DAY", "WEEK", "MONTH"] as const;
export type Interval = (typeof intervals)[number];

/** From `begins` up to, not including, `ends`. */
export type Bucket = { readonly name: string; readonly begins: Date; readonly ends: Date };

const steps = { DAY: { days: 1 }, WEEK: { weeks: 1 }, MONTH: { months: 1 } } as const;

/** The first day of the interval in which a moment lies. */
function firstDay(moment: Date, every: Interval, zone: string): Temporal.PlainDate {
  const day = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  if (every === "WEEK") return day.subtract({ days: day.dayOfWeek - 1 });
  return every === "MONTH" ? day.with({ day: 1 }) : day;
}

function nameOf(first: Temporal.PlainDate, every: Interval): string {
  if (every === "MONTH") return first.toPlainYearMonth().toString();
  return every === "DAY" ? first.toString() : `${first.yearOfWeek}-W${String(first.weekOfYear).padStart(2, "0")}`;
}

/** The intervals from that of `from` to that of `until`, oldest first; no more than `most` and one. A day that a zone skipped is none. */
export function bucketsBetween(from: Date, until: Date, every: Interval, zone: string, most: number): Bucket[] {
  const found: Bucket[] = [];
  let first = firstDay(from, every, zone);
  let begins = beginningOf(first, zone);
  while ((begins < until || found.length === 0) && found.length <= most) {
    const next = first.add(steps[every]);
    const ends = beginningOf(next, zone);
    if (begins < ends) found.push({ name: nameOf(first, every), begins, ends });
    [first, begins] = [next, ends];
  }
  return found;
}

/** The intervals from `from` to `until` in which, or at the end of which, one of the moments lies (oldest first): the newest, `most` of them and one. */
export function bucketsWith(moments: readonly Date[], from: Date, until: Date, every: Interval, zone: string, most: number): Bucket[] {
  const found: Bucket[] = [];
  for (const moment of moments.toReversed()) {
    // An end belongs to the interval that it ends, a beginning to the one that it begins: a moment between two may be either.
    for (const at of [moment, new Date(moment.getTime() - 1)]) {
      const last = found.at(-1);
      if (at < from || at >= until || (last !== undefined && last.begins <= at)) continue;
      found.push(...bucketsBetween(at, at, every, zone, 1));
      if (found.length > most) return found.toReversed();
    }
  }
  return found.toReversed();
}
