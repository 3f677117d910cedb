/** A time axis: how far it reaches, and where its ticks are. Ticks stand at the midnights of the place that the claims speak of. */
import { scaleLinear } from "d3-scale";
import { Temporal } from "temporal-polyfill";

export type Interval = { readonly from: number | null; readonly to: number | null };
export type Tick = { readonly at: number; readonly unit: "hour" | "day" | "month" | "year" };
export type TimeAxis = { readonly from: number; readonly to: number; readonly ticks: readonly Tick[]; x(at: number): number };

const hour = 3_600_000;
const day = 24 * hour;
// What is known to within a month says little of where the axis should begin; it is drawn as far as the axis reaches.
const wide = 20 * day;

const steps = [
  ...[1, 3, 6, 12].map((hours) => ({ length: hours * hour, step: { hours }, unit: "hour" as const })),
  ...[1, 2, 4, 7, 14].map((days) => ({ length: days * day, step: { days }, unit: "day" as const })),
  ...[1, 2, 3, 6].map((months) => ({ length: months * 30 * day, step: { months }, unit: "month" as const })),
  ...[1, 2, 5, 10, 20, 50].map((years) => ({ length: years * 365 * day, step: { years }, unit: "year" as const })),
];

/** Reaches over all intervals, of a `narrow` reach but for the ends of those that are as wide as a month; null when there is none at all. */
export function timeAxis(
  intervals: readonly Interval[],
  timeZone: string,
  range: readonly [number, number],
  most: number,
  reach: "narrow" | "whole" = "narrow",
): TimeAxis | null {
  const ends = (among: readonly Interval[]) => among.flatMap(({ from, to }) => [from, to]).filter((end) => end !== null);
  const narrow = ends(intervals.filter(({ from, to }) => from !== null && to !== null && to - from <= wide));
  const all = reach === "narrow" && narrow.length > 0 ? narrow : ends(intervals);
  if (all.length === 0) return null;
  const startOfDay = (at: number) => zoned(at, timeZone).startOfDay();
  const from = startOfDay(Math.min(...all)).epochMilliseconds;
  const end = Math.max(...all);
  const to = Math.max(startOfDay(end).epochMilliseconds === end ? end : startOfDay(end).add({ days: 1 }).epochMilliseconds, from + day);
  const scale = scaleLinear([from, to], [...range]);
  return { from, to, ticks: ticksOf(from, to, timeZone, most), x: (at) => round(scale(Math.min(Math.max(at, from), to))) };
}

const zoned = (at: number, timeZone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
export const round = (number: number): number => Math.round(number * 10) / 10;

function ticksOf(from: number, to: number, timeZone: string, most: number): Tick[] {
  const { step, unit } = steps.find(({ length }) => (to - from) / length <= most) ?? steps.at(-1)!;
  const start = zoned(from, timeZone).startOfDay();
  const first = unit === "year" ? start.with({ month: 1, day: 1 }) : unit === "month" ? start.with({ day: 1 }) : start;
  const ticks: Tick[] = [];
  for (let at = first; at.epochMilliseconds <= to; at = at.add(step))
    if (at.epochMilliseconds >= from) ticks.push({ at: at.epochMilliseconds, unit });
  return ticks;
}
