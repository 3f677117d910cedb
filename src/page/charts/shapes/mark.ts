/** The shapes of a mark. None says by colour alone what it is: filled or hollow, dotted, a dot or a bar, an arrow. */
import { html, nothing, type Html } from "../../base/html.ts";

export type Shape = {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** Announced, or reported only: nobody stands behind the number yet. */
  readonly hollow: boolean;
  /** Words instead of a number. */
  readonly numberless?: boolean;
  /** The time reaches further than is drawn. */
  readonly openLeft?: boolean;
  readonly openRight?: boolean;
  /** More than; fewer than: arrows, where the axis is one of numbers. */
  readonly noUpper?: boolean;
  readonly noLower?: boolean;
};

const dot = 5;
const half = 4;

/** Whether a mark is too narrow for a bar. */
export const isSharp = (from: number, to: number): boolean => to - from < 2 * dot;

/** A dot where it is sharp, a bar where it is so at some moment inside. */
export function drawMark({
  from,
  to,
  y,
  hollow,
  numberless = false,
  openLeft = false,
  openRight = false,
  noUpper = false,
  noLower = false,
}: Shape): Html {
  const kind = numberless ? "numberless" : hollow ? "hollow" : "filled";
  const sharp = isSharp(from, to) && !openLeft && !openRight;
  const middle = Math.round(((from + to) / 2) * 10) / 10;
  const body = sharp
    ? html`<circle class="${kind}" cx="${middle}" cy="${y}" r="${dot}" />`
    : html`<path class="${kind} span" d="${bar(from, to, y, openLeft, openRight)}" />`;
  const [left, right] = sharp ? [middle - dot, middle + dot] : [from, to];
  return html`${body}${noUpper ? html`<path class="arrow" d="M${right + 2} ${y}h9m-4 -4l4 4l-4 4" />` : nothing}${noLower ? html`<path class="arrow" d="M${left - 2} ${y}h-9m4 -4l-4 4l4 4" />` : nothing}`;
}

/** A bar with round ends; an end that reaches further is cut slantwise. */
function bar(from: number, to: number, y: number, openLeft: boolean, openRight: boolean): string {
  const [top, bottom] = [y - half, y + half];
  const start = openLeft ? `M${from + 3} ${top}` : `M${from + half} ${top}`;
  const end = openRight ? `H${to}L${to - 3} ${bottom}` : `H${to - half}a${half} ${half} 0 0 1 0 ${2 * half}`;
  return `${start}${end}${openLeft ? `H${from}z` : `H${from + half}a${half} ${half} 0 0 1 0 ${-2 * half}z`}`;
}
