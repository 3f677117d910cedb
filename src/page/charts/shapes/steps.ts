/** Numbers that change stepwise: each holds from its moment until the next. Pure. */
import { html, type Html } from "../../base/html.ts";
import { round } from "./time-axis.ts";

/** The hub's count at a moment. */
export type Step = {
  readonly at: number;
  readonly lower: number;
  readonly upper: number;
  readonly verified: number;
  readonly corroborated: number;
  readonly reported: number;
};

type Place = { readonly x: (at: number) => number; readonly y: (number: number) => number; readonly from: number; readonly to: number };

/** What holds at the beginning of the axis and changes on it; what was before is only its level. */
export function stepsOn(steps: readonly Step[], { from, to }: Pick<Place, "from" | "to">): Step[] {
  const before = steps.findLast(({ at }) => at <= from);
  const nothing = { at: from, lower: 0, upper: 0, verified: 0, corroborated: 0, reported: 0 };
  return [before === undefined ? nothing : { ...before, at: from }, ...steps.filter(({ at }) => at > from && at < to)];
}

/** Filled: certainly verified. Pale: perhaps by then. Lines: with the corroborated, and (dotted) with the reported besides. */
export function drawSteps(steps: readonly Step[], place: Place, reported: boolean): Html {
  const { x, y, to } = place;
  const shown = stepsOn(steps, place);
  const corners = (level: (step: Step) => number, back = false) => {
    const points = shown.flatMap((step, index) => {
      const end = x(shown[index + 1]?.at ?? to);
      const height = round(y(level(step)));
      return [`${round(x(step.at))} ${height}`, `${round(end)} ${height}`];
    });
    return (back ? points.toReversed() : points).join("L");
  };
  const between = (low: (step: Step) => number, high: (step: Step) => number) => `M${corners(high)}L${corners(low, true)}z`;
  const known = ({ verified, corroborated }: Step) => verified + corroborated;
  const line = (level: (step: Step) => number, kind: string) =>
    shown.some((step) => level(step) > 0) && html`<path class="${kind}" d="M${corners(level)}" />`;
  return html`<path
      class="faint flat"
      d="${between(
        ({ upper }) => upper,
        (step) => Math.max(step.upper, known(step)),
      )}"
    /><path
      class="pale flat"
      d="${between(
        ({ lower }) => lower,
        ({ upper }) => upper,
      )}"
    /><path
      class="full flat"
      d="${between(
        () => 0,
        ({ lower }) => lower,
      )}"
    />${line(known, "edge")}${reported && line((step) => known(step) + step.reported, "edge dotted")}`;
}

/** Where a number changes and there is room to say to what. */
export function labelledSteps(steps: readonly Step[], place: Place, level: (step: Step) => number, apart: number) {
  const found: { readonly at: number; readonly number: number }[] = [];
  const shown = stepsOn(steps, place);
  for (const step of shown.filter((one, index) => index > 0 && level(one) !== level(shown[index - 1]!)).toReversed()) {
    const last = found.at(-1);
    if (last === undefined || place.x(last.at) - place.x(step.at) >= apart) found.push({ at: step.at, number: level(step) });
  }
  return found.toReversed();
}
