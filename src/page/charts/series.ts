/** One source's numbers over time: each claim as wide as its time is uncertain, and as high as its number is. */
import { scaleLinear } from "d3-scale";
import { html, type Html } from "../base/html.ts";
import { drawOn, drawTicks } from "./shapes/canvas.ts";
import { numberIn, quantitySign } from "../words/quantity.ts";
import type { Words } from "../words/words.ts";
import type { Count } from "./claims/picture.ts";
import { isQuantified } from "./claims/picture.ts";
import { titleOf } from "./claims/source-row.ts";
import { round, timeAxis } from "./shapes/time-axis.ts";

export type Point = { readonly claim: Count; readonly stands: boolean; readonly fell: boolean };

type Layout = {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly from: number;
  readonly to: number;
  readonly ticks: number;
};
export const wideSeries: Layout = { name: "wide", width: 700, from: 52, to: 630, ticks: 6 };
export const narrowSeries: Layout = { name: "narrow", width: 340, from: 44, to: 280, ticks: 3 };
const height = 220;
const [top, bottom] = [34, 200];

/** Null when no claim has a number. */
export function drawSeries(
  points: readonly Point[],
  words: Words,
  timeZone: string,
  linkOf: (claim: Count) => string,
  { name, width, from: left, to: right, ticks }: Layout = wideSeries,
): Html | null {
  const numbered = points.filter(({ claim }) => isQuantified(claim));
  const instant = (at: string | null) => (at === null ? null : Date.parse(at));
  const intervals = numbered.map(({ claim: { asOf } }) => ({ from: instant(asOf.earliest), to: instant(asOf.latest) }));
  const time = timeAxis(intervals, timeZone, [left, right], ticks, "whole");
  if (time === null) return null;
  const y = scaleLinear(
    [0, Math.max(1, ...numbered.flatMap(({ claim: { lower, upper } }) => [lower ?? 0, upper ?? 0])) * 1.1],
    [bottom, top],
  ).nice();
  const labelled: { readonly x: number; readonly y: number }[] = [];
  const marks = numbered.map(({ claim, stands, fell }, index) => {
    const { from, to } = intervals[index]!;
    const [start, end] = [time.x(from ?? time.from), time.x(to ?? time.to)];
    const [high, low] = [round(y(claim.upper ?? y.domain()[1]!)), round(y(claim.lower ?? 0))];
    const [x, wide, tall] = [Math.min(start, end - 6), Math.max(6, round(end - start)), Math.max(6, low - high)];
    const open = claim.lower === null || claim.upper === null;
    const label = open ? (claim.lower === null ? high : low) : high + tall / 2;
    // A number that would cover another is found at its mark.
    const isFree = labelled.every((at) => Math.abs(at.x - x - wide) > 44 || Math.abs(at.y - label) > 11);
    if (isFree) labelled.push({ x: x + wide, y: label });
    return html`<a href="${linkOf(claim)}" class="mark"
      ><title>${titleOf(claim, 0, words)}</title
      ><rect
        class="${stands ? (open ? "filled faint" : "filled span") : "numberless"}"
        x="${x}"
        y="${high - (tall > 6 ? 0 : 3)}"
        width="${wide}"
        height="${tall}"
        rx="3"
      />${isFree && html`<text class="number" x="${x + wide + 6}" y="${label + 4}">${quantitySign(claim, words.language)}${fell && " ↓"}</text>`}</a
    >`;
  });
  return drawOn(
    { name: `series ${name}`, width, height, label: words.chart.label },
    html`<g aria-hidden="true">
        ${drawTicks(time, { language: words.language, timeZone, bottom: null })}${y.ticks(4).map((tick) => html`<path class="grid" d="M${left} ${round(y(tick))}H${right}" /><text class="tick" x="${left - 8}" y="${round(y(tick)) + 4}" text-anchor="end">${numberIn(words.language, tick)}</text>`)}
      </g>
      <g class="others">${marks}</g>`,
  );
}
