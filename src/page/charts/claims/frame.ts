/** What the rows of the picture share: where things stand, in pixels, and how wide words are. */
import type { Words } from "../../words/words.ts";
import type { Html } from "../../base/html.ts";
import { isSharp } from "../shapes/mark.ts";
import type { Count, Picture } from "./picture.ts";
import { round, type TimeAxis } from "../shapes/time-axis.ts";

/** Beside one another on a wide screen, beneath one another on a narrow one. */
export type Layout = {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly time: Range;
  readonly count: Range;
  readonly ticks: number;
};
type Range = readonly [number, number];

export type Drawing = {
  readonly words: Words;
  readonly linkOf: (claim: Count) => string;
  readonly sourceLink: (slug: string) => string;
  readonly personLink: (slug: string) => string;
};

export type Frame = {
  readonly picture: Picture;
  readonly drawing: Drawing;
  readonly layout: Layout;
  readonly time: TimeAxis;
  /** Where a number stands on the right. */
  x(number: number): number;
};

/** A part of the picture that is as high as what is in it. */
export type Block = { readonly height: number; draw(top: number): Html };

export const laneHeight = 24;
const letter = 7.1;
export const labelWidth = (text: string): number => (text === "" ? 0 : text.length * letter + 2);
export const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

// Half a dot: what is sharper is drawn as one, and dots may touch.
const least = 4;
export function extentOf({ from, to }: { from: number | null; to: number | null }, time: TimeAxis) {
  const [left, right] = [time.x(from ?? time.from), time.x(to ?? time.to)];
  const middle = round((left + right) / 2);
  return isSharp(left, right) ? { from: middle - least, to: middle + least } : { from: left, to: right };
}
