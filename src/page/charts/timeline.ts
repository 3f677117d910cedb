/** One person's life with the state, as far as it is known: each event as a bar of possibility, and above them the time in custody, filled where it is certain and hatched where it is possible. */
import { html, type Html } from "../base/html.ts";
import { drawOn, drawTicks } from "./shapes/canvas.ts";
import { spanInWords, type Span } from "../words/span.ts";
import type { Words } from "../words/words.ts";
import { drawMark, isSharp } from "./shapes/mark.ts";
import { timeAxis, type Interval } from "./shapes/time-axis.ts";

export type Happening = { readonly id: string; readonly label: string; readonly state: string; readonly when: Span };
export type Spell = { readonly began: Span | null; readonly ended: Span | null; readonly over: boolean };

/** `labels`: how wide what is said of an event is beside its bar; null for above it. */
type Layout = {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly labels: number | null;
  readonly line: number;
  readonly ticks: number;
};
export const wideTimeline: Layout = { name: "wide", width: 920, labels: 250, line: 40, ticks: 7 };
export const narrowTimeline: Layout = { name: "narrow", width: 340, labels: null, line: 56, ticks: 3 };

const instant = (at: string | null | undefined) => (at == null ? null : Date.parse(at));
const intervalOf = ({ earliest, latest }: Span): Interval => ({ from: instant(earliest), to: instant(latest) });

/** Null when nothing has a time. */
export function drawTimeline(
  events: readonly Happening[],
  spells: readonly Spell[],
  words: Words,
  timeZone: string,
  { name, width, labels, line, ticks }: Layout = wideTimeline,
): Html | null {
  const begins = labels ?? 8;
  const time = timeAxis(
    events.map(({ when }) => intervalOf(when)),
    timeZone,
    [begins, width - 20],
    ticks,
    "whole",
  );
  if (time === null) return null;
  // Above the bar of the time in custody there is what it is called, where it is not beside it.
  const bar = labels === null ? 48 : 34;
  const top = bar + 24;
  const height = top + events.length * line + 6;
  const custody = spells.map(({ began, ended, over }) => {
    const [from, until] = [began && intervalOf(began), ended && intervalOf(ended)];
    const [possibleFrom, certainFrom] = [time.x(from?.from ?? time.from), time.x(from?.to ?? time.from)];
    const [certainTo, possibleTo] = [
      time.x(until ? (until.from ?? time.from) : over ? (from?.to ?? time.from) : time.to),
      time.x(until ? (until.to ?? time.to) : time.to),
    ];
    const certain =
      certainTo > certainFrom
        ? html`<rect class="held" x="${certainFrom}" y="${bar}" width="${certainTo - certainFrom}" height="12" />`
        : null;
    return html`<rect
        class="maybe"
        x="${possibleFrom}"
        y="${bar}"
        width="${Math.max(2, possibleTo - possibleFrom)}"
        height="12"
        fill="url(#hatch-${name})"
      />${certain}`;
  });
  const rows = events.map(({ id, label, state, when }, index) => {
    const y = top + index * line + (labels === null ? 40 : 14);
    const said = spanInWords(when, words.language);
    const { from, to } = intervalOf(when);
    const [left, right] = [time.x(from ?? time.from), time.x(to ?? time.to)];
    const middle = (left + right) / 2;
    const extent = isSharp(left, right) ? { from: middle, to: middle } : { from: left, to: right };
    const shape = drawMark({
      ...extent,
      y,
      hollow: state === "REPORTED" || state === "CONTESTED",
      openLeft: from === null,
      openRight: to === null,
    });
    return html`<a href="#event-${id}" class="mark ${state.toLowerCase()}"
      ><title>${label}: ${said}</title>${
        labels === null
          ? html`<text class="name" x="${begins}" y="${y - 26}">${label}</text
              ><text class="note" x="${begins}" y="${y - 11}">${said}</text>`
          : html`<text class="name" x="0" y="${y - 1}">${label}</text><text class="note" x="0" y="${y + 14}">${said}</text>`
      }<path class="line" d="M${begins} ${y}H${width - 20}" />${shape}</a
    >`;
  });
  return drawOn(
    { name: `timeline ${name}`, width, height, label: words.chart.custody },
    html`<defs>
        <pattern id="hatch-${name}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="hatch" d="M0 0V6" />
        </pattern>
      </defs>
      <g aria-hidden="true">
        ${drawTicks(time, { language: words.language, timeZone, bottom: height, anchor: labels === null ? "start" : "middle" })}
      </g>
      <g class="state">
        <text class="side" x="${labels === null ? begins : 0}" y="${labels === null ? bar - 6 : 44}">${words.chart.custody}</text>
        ${custody}
      </g>
      <g class="named">${rows}</g>`,
  );
}
