/** The hub's own count day by day, beneath what is claimed: on the same time axis, with a scale of its own. */
import { scaleLinear } from "d3-scale";
import { html } from "../../base/html.ts";
import { numberIn } from "../../words/quantity.ts";
import type { Block, Frame } from "./frame.ts";
import { drawSteps, labelledSteps, type Step } from "../shapes/steps.ts";
import { round } from "../shapes/time-axis.ts";

const high = 58;

export function hubSteps(steps: readonly Step[], { drawing, layout, time }: Frame): Block {
  const { words } = drawing;
  const columns = layout.name === "wide";
  const before = columns ? 14 : 44;
  const known = ({ verified, corroborated }: Step) => verified + corroborated;
  const most = Math.max(1, ...steps.flatMap((step) => [known(step), step.upper]));
  return {
    height: high + before + 14,
    draw(top) {
      const bottom = top + before + high;
      const scale = scaleLinear([0, most], [bottom, bottom - high + 14]);
      const place = { ...time, y: (number: number) => round(scale(number)) };
      const labels = labelledSteps(steps, place, known, 22).map(
        ({ at, number }) =>
          html`<text class="number step" x="${time.x(at) + 3}" y="${place.y(number) - 4}">${numberIn(words.language, number)}</text>`,
      );
      return html`<g class="row named"
        ><text class="name" x="0" y="${columns ? bottom - 34 : top + 16}">${words.chart.steps}</text
        ><text class="note" x="0" y="${columns ? bottom - 19 : top + 31}">${words.chart.stepsKey}</text
        ><path class="line" d="M${layout.time[0]} ${bottom}H${layout.time[1]}" />${drawSteps(steps, place, false)}${labels}</g
      >`;
    },
  };
}
