/**
 * The algebra of uncertain time: what spans say of one another. Three questions, three answers each. A span is a moment that lies somewhere strictly between its ends; an INSTANT is the moment
 * at which it begins and ends. An answer is CERTAIN or NO when it is so wherever the moments lie, and POSSIBLE otherwise. Pure, and total over open ends.
 */

/** The ends of a span, as dates or as milliseconds since 1970; null is open. */
export type Bounds = { readonly earliest: Date | number | null; readonly latest: Date | number | null };

export const answers = ["CERTAIN", "POSSIBLE", "NO"] as const;
export type Answer = (typeof answers)[number];

/** A moment that is known exactly. */
export const instant = (moment: Date | number): Bounds => ({ earliest: moment, latest: moment });

/** About which nothing is known. */
export const anyTime: Bounds = { earliest: null, latest: null };

const from = ({ earliest }: Bounds) => (earliest === null ? Number.NEGATIVE_INFINITY : Number(earliest));
const to = ({ latest }: Bounds) => (latest === null ? Number.POSITIVE_INFINITY : Number(latest));
const isInstant = (span: Bounds) => from(span) === to(span);

/** Whether a moment of `a` can lie before a moment of `b`. */
const mayPrecede = (a: Bounds, b: Bounds) => from(a) < to(b);

/** Whether a moment of `a` can lie at or before a moment of `b`. */
const mayComeBy = (a: Bounds, b: Bounds) => mayPrecede(a, b) || (from(a) === to(b) && isInstant(a) && isInstant(b));

/** Whether every moment of `a` lies at or before every moment of `b`. */
const certainlyComesBy = (a: Bounds, b: Bounds) => to(a) <= from(b);

/** Had it happened by a moment? What happened at that very moment had. The moment may be a span itself. */
export function happenedBy(span: Bounds, moment: Date | number | Bounds): Answer {
  const by = typeof moment === "number" || moment instanceof Date ? instant(moment) : moment;
  if (certainlyComesBy(span, by)) return "CERTAIN";
  return mayComeBy(span, by) ? "POSSIBLE" : "NO";
}

/** The first moment by which it had certainly happened (`happenedBy`); null where it may be yet to come at any. */
export function certainlyBy(span: Bounds): Date | null {
  const end = to(span);
  return end === Infinity ? null : new Date(end);
}

/** Did `a` come before `b`? Of two at the same instant nobody knows which came first. */
export function before(a: Bounds, b: Bounds): Answer {
  const [ab, ba] = [certainlyComesBy(a, b), certainlyComesBy(b, a)];
  if (ab === ba) return "POSSIBLE";
  return ab ? "CERTAIN" : "NO";
}

/** Was it inside the window after `start`, up to and including `end`, both perhaps spans themselves? CERTAIN: inside the smallest window; POSSIBLE: inside the largest. */
export function within(span: Bounds, start: Bounds, end: Bounds): Answer {
  const after = certainlyComesBy(start, span) && !(isInstant(span) && isInstant(start) && from(span) === from(start));
  if (after && certainlyComesBy(span, end)) return "CERTAIN";
  return mayPrecede(start, span) && mayComeBy(span, end) && mayPrecede(start, end) ? "POSSIBLE" : "NO";
}

/** Bounds of the whole days, hours… between two moments, in milliseconds; null is unbounded. Never below zero: `b` is known not to come before `a`. */
export function elapsed(a: Bounds, b: Bounds): { readonly lower: number | null; readonly upper: number | null } {
  const bounded = (length: number) => (Number.isFinite(length) ? Math.max(0, length) : null);
  return { lower: bounded(from(b) - to(a)), upper: bounded(to(b) - from(a)) };
}

/** A span of which it is known that it lies no later than another: a claim cannot be so later than its page appeared. */
export function noLaterThan(span: Bounds, cap: Bounds): Bounds {
  const end = Math.min(to(span), to(cap));
  const begin = Math.min(from(span), end);
  return { earliest: Number.isFinite(begin) ? begin : null, latest: Number.isFinite(end) ? end : null };
}

/** From the first moment at which any of them may lie to the last. */
export function spanning(spans: readonly Bounds[]): Bounds {
  const [begin, end] = [Math.min(...spans.map(from)), Math.max(...spans.map(to))];
  return { earliest: Number.isFinite(begin) ? begin : null, latest: Number.isFinite(end) ? end : null };
}

/** Before everything: the beginning of a window that has none. */
export const beginningOfTime: Bounds = instant(Number.NEGATIVE_INFINITY);

// The first moment that every engine and date type can write.
const firstMoment = new Date("0001-01-01T00:00:00Z");

/**
 * The moment by which lists sort a span for a reader: the earliest at which it can have been so, and no later than its recording. So "January" never outranks the 24th, and what may have been at
 * any time is not new. For lists alone: what came first is for `before` to say.
 */
export function sortingMoment({ earliest }: Bounds, recordedAt: Date): Date {
  return new Date(Math.min(Number(earliest ?? firstMoment), recordedAt.getTime()));
}
