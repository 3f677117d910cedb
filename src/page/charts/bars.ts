/** People by a key, one bar a value: verified, corroborated, reported, one behind another, with the bounds of the verified as a whisker. Pure. */
import { scaleLinear } from "d3-scale";
import { html, type Html } from "../base/html.ts";
import { drawOn } from "./shapes/canvas.ts";
import type { Words } from "../words/words.ts";
import { shorten } from "./claims/frame.ts";
import { round } from "./shapes/time-axis.ts";

export type Bar = {
  readonly label: string;
  readonly link: string | null;
  readonly lower: number;
  readonly upper: number;
  readonly verified: number;
  readonly corroborated: number;
  readonly reported: number;
};

type Layout = { readonly name: "wide" | "narrow"; readonly width: number; readonly bars: readonly [number, number] };
export const wideBars: Layout = { name: "wide", width: 1080, bars: [236, 700] };
export const narrowBars: Layout = { name: "narrow", width: 344, bars: [4, 330] };

/** Null when there is nobody at all. */
export function drawBars(bars: readonly Bar[], words: Words, layout: Layout): Html | null {
  if (bars.length === 0) return null;
  const all = ({ verified, corroborated, reported }: Bar) => verified + corroborated + reported;
  const columns = layout.name === "wide";
  const scale = scaleLinear([0, Math.max(1, ...bars.flatMap((bar) => [all(bar), bar.upper]))], [...layout.bars]);
  const x = (number: number) => round(scale(number));
  const each = columns ? 30 : 56;
  const height = bars.length * each + 8;
  const rows = bars.map((bar, index) => {
    const top = index * each;
    const y = columns ? top + 10 : top + 38;
    const { label, link, lower, upper, verified, corroborated } = bar;
    const name = html`<text class="name" x="0" y="${columns ? y + 9 : top + 16}"
      >${shorten(label, columns ? 30 : 46)}<title>${label}</title></text
    >`;
    const part = (kind: string, from: number, to: number) =>
      to > from && html`<path class="${kind}" d="M${x(from)} ${y}H${x(to)}V${y + 11}H${x(from)}z" />`;
    const whisker =
      upper > lower &&
      html`<path class="edge" d="M${x(lower)} ${y + 5.5}H${x(upper)}M${x(lower)} ${y - 2}V${y + 13}M${x(upper)} ${y - 2}V${y + 13}" />`;
    const said = words.chart.support(bar);
    return html`<g class="row named"
      >${link === null ? name : html`<a href="${link}" class="mark">${name}</a>`}${part("filled", 0, verified)}${part("filled span", verified, verified + corroborated)}${part("hollow thin", verified + corroborated, all(bar))}${whisker}<text
        class="note"
        x="${columns ? Math.max(x(all(bar)), x(upper)) + 10 : 0}"
        y="${columns ? y + 9.5 : top + 31}"
        >${said}</text
      ></g
    >`;
  });
  return drawOn(
    { name: layout.name, width: layout.width, height, label: words.chart.label },
    html`${columns && html`<path class="grid" d="M${layout.bars[0]} 0V${height}" />`}${rows}`,
  );
}
