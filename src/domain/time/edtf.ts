/** Spans as Extended Date/Time Format (Library of Congress, ISO 8601-2), local to their zone. */
import { Temporal } from "temporal-polyfill";
import type { KnownTime } from "./span.ts";

/**
 * The span as EDTF. Stretches within a day are intervals of date-times; EDTF has no weeks, so a week is an interval of days. An end that nobody knows is empty (`1985/`), which in EDTF is not
 * an open one (`1985/..`: it goes on for ever).
 */
export function edtf(span: KnownTime): string {
  const key = `${span.earliest?.getTime()} ${span.latest?.getTime()} ${span.precision} ${span.timeZone}`;
  const told = written.get(key);
  if (told !== undefined) return told;
  const text = write(span);
  if (written.size === mostWritten) written.clear();
  written.set(key, text);
  return text;
}

// In an export one day is told of thousands of rows, and to reckon in time zones is most of what a row costs.
const mostWritten = 5000;
const written = new Map<string, string>();

function write({ earliest, latest, precision, timeZone }: KnownTime): string {
  if (earliest === null && latest === null) return "XXXX-XX-XX";
  const local = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  if (precision === "INSTANT") return clock(local(earliest!));
  if (precision === "HOUR" || precision === "PART_OF_DAY") return `${clock(local(earliest!))}/${clock(local(latest!))}`;
  const digits = precision === "YEAR" ? 4 : precision === "MONTH" ? 7 : 10;
  const unit = (instant: Date) => local(instant).toPlainDate().toString().slice(0, digits);
  const [from, to] = [earliest ? unit(earliest) : "", latest ? unit(new Date(latest.getTime() - 1)) : ""];
  return from === to ? from : `${from}/${to}`;
}

// Before time was standardised, zones were off by seconds, which no written offset can say: then UTC says it.
function clock(moment: Temporal.ZonedDateTime): string {
  return moment.offsetNanoseconds % 60e9 === 0
    ? moment.toString({ timeZoneName: "never", smallestUnit: moment.millisecond === 0 ? "second" : "millisecond" })
    : moment.toInstant().toString();
}
