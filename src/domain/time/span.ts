/**
 * Times that are only partly known. A span is half-open in UTC: the thing was true at some moment from `earliest` up to, not including, `latest`; an INSTANT begins where it ends. Where an
 * end is open (null), nobody knows how far it reaches. What spans say of one another stands in compare.ts, and nowhere else.
 */
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

export type KnownTime = Omit<TimeSpan, "verbatim">;

/** From the finest to the coarsest. */
export const precisions = Object.values(TimePrecision);

export function coarser(a: TimePrecision, b: TimePrecision): TimePrecision {
  return precisions[Math.max(precisions.indexOf(a), precisions.indexOf(b))]!;
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
