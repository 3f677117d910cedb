/** How many people were in each state over time: one strip a state, on one axis of time, each with a scale of its own. Pure. */
import { scaleLinear } from "d3-scale";
import { html, type Html } from "../base/html.ts";
import { drawOn, drawTicks } from "./shapes/canvas.ts";
import { numberIn } from "../words/quantity.ts";
import type { Words } from "../words/words.ts";
import { drawSteps, labelledSteps, type Step } from "./shapes/steps.ts";
import { round, timeAxis } from "./shapes/time-axis.ts";

export type Strip = {
  readonly label: string;
  /** Whose colour it has. */
  readonly side: "state" | "others" | "named";
  readonly link: string;
  readonly steps: readonly Step[];
};

type Layout = {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly time: readonly [number, number];
  readonly ticks: number;
};
export const wideStrips: Layout = { name: "wide", width: 1080, time: [236, 1000], ticks: 9 };
export const narrowStrips: Layout = { name: "narrow", width: 344, time: [4, 330], ticks: 4 };

const high = 58;
const day = 86_400_000;

/** Null when nothing has changed anywhere. */
export function drawStatus(strips: readonly Strip[], words: Words, timeZone: string, layout: Layout): Html | null {
  const changes = [...new Set(strips.flatMap(({ steps }) => steps.map(({ at }) => at)))].toSorted((a, b) => a - b);
  const reach = reachOf(changes);
  const time = reach && timeAxis([reach], timeZone, layout.time, layout.ticks, "whole");
  if (time === null) return null;
  const columns = layout.name === "wide";
  const before = columns ? 18 : 46;
  const each = high + before;
  const height = 30 + strips.length * each + 8;
  const all = ({ verified, corroborated, reported }: Step) => verified + corroborated + reported;
  const rows = strips.map(({ label, side, link, steps }, index) => {
    const top = 30 + index * each;
    const bottom = top + each;
    const most = Math.max(1, ...steps.flatMap((step) => [all(step), step.upper]));
    const scale = scaleLinear([0, most], [bottom, bottom - high + 14]);
    const place = { ...time, y: (number: number) => round(scale(number)) };
    const last = steps.at(-1);
    const labels = labelledSteps(steps, place, all, 26).map(
      ({ at, number }) =>
        html`<text class="number step" x="${time.x(at) + 3}" y="${place.y(number) - 4}">${numberIn(words.language, number)}</text>`,
    );
    return html`<g class="row ${side}"
      ><a href="${link}"><text class="name" x="0" y="${columns ? bottom - 32 : top + 20}">${label}</text></a
      ><text class="note" x="0" y="${columns ? bottom - 17 : top + 35}">${last ? words.chart.support(last) : words.chart.nobody}</text
      ><path
        class="line"
        d="M${layout.time[0]} ${bottom}H${layout.time[1]}"
      />${steps.length > 0 && drawSteps(steps, place, true)}${labels}</g
    >`;
  });
  return drawOn(
    { name: layout.name, width: layout.width, height, label: words.chart.label },
    html`<g aria-hidden="true">
        ${drawTicks(time, { language: words.language, timeZone, bottom: height - 8, anchor: columns ? "middle" : "start" })}
      </g>
      ${rows}`,
  );
}

/** From the first change to the last; but where for more than half of that time nothing changed, from the end of that silence: what was before is the level at the left edge. */
export function reachOf(changes: readonly number[]): { from: number; to: number } | null {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const after = changes.findLastIndex((at, index) => index > 0 && at - changes[index - 1]! > (last - first) / 2);
  const begins = after > 0 && after < changes.length ? changes[after]! : first;
  const margin = Math.max(day, (last - begins) * 0.12);
  return { from: begins - margin, to: last + margin };
}
