/** The picture “claims against names”: when each source says how many, how many it says by now, and how many of them the hub can name. Pure: the same picture gives the same text. */
import { scaleLinear } from "d3-scale";
import { html, nothing, type Html } from "../../base/html.ts";
import { drawOn, drawTicks } from "../shapes/canvas.ts";
import { numberIn } from "../../words/quantity.ts";
import type { Block, Drawing, Layout } from "./frame.ts";
import { hubSteps } from "./hub-steps.ts";
import { namedRow } from "./named-row.ts";
import type { Picture } from "./picture.ts";
import { sourceRow } from "./source-row.ts";
import { round, timeAxis } from "../shapes/time-axis.ts";

export const wide: Layout = { name: "wide", width: 1080, time: [236, 760], count: [826, 1010], ticks: 9 };
export const narrow: Layout = { name: "narrow", width: 344, time: [4, 300], count: [4, 270], ticks: 5 };

/** The picture as one SVG element; null when there is nothing to draw. */
export function drawClaims(picture: Picture, drawing: Drawing, layout: Layout): Html | null {
  const { words } = drawing;
  const claimed = picture.rows.flatMap(({ marks }) => marks);
  // Whom the hub knows from earlier years does not stretch the axis of what is claimed now.
  const time = timeAxis(claimed.length > 0 ? claimed : picture.names, picture.timeZone, layout.time, layout.ticks);
  if (time === null) return null;
  const counts = picture.rows.flatMap(({ latest }) => (latest === null ? [] : [latest.lower ?? 0, latest.upper ?? 0]));
  const named = picture.hub.verified + picture.hub.corroborated;
  const count = scaleLinear([0, Math.max(10, named, ...counts) * 1.04], [...layout.count]);
  const x = (number: number) => round(count(number));
  const frame = { picture, drawing, layout, time, x };

  const sides = (["state", "others"] as const).flatMap((side): Block[] => {
    const rows = picture.rows.filter((row) => row.side === side);
    return rows.length === 0 ? [] : [heading(words.chart[side], side), ...rows.map((row) => sourceRow(row, frame))];
  });
  const steps = picture.steps.length > 0 ? [hubSteps(picture.steps, frame)] : [];
  const blocks = [...sides, heading(words.chart.named, "named"), ...steps, namedRow(picture.names, frame)];
  const top = 34;
  let bottom = top;
  const drawn = blocks.map(({ height, draw }) => {
    const at = bottom;
    bottom += height;
    return draw(at);
  });
  const height = Math.ceil(bottom + 6);
  const columns = layout.name === "wide";
  return drawOn(
    { name: layout.name, width: layout.width, height, label: words.chart.label },
    html`<g aria-hidden="true">
        ${drawTicks(time, { language: words.language, timeZone: picture.timeZone, bottom, anchor: columns ? "middle" : "start" })}${
          columns
            ? html`${count.ticks(4).map((tick) => html`<path class="grid" d="M${x(tick)} 26V${bottom}" /><text class="tick" x="${x(tick)}" y="18" text-anchor="middle">${numberIn(words.language, tick)}</text>`)}<path
                  class="band"
                  d="M${x(picture.hub.verified)} 26H${Math.max(x(named), x(picture.hub.verified) + 2)}V${bottom}H${x(picture.hub.verified)}z"
                />`
            : nothing
        }
      </g>
      ${drawn}`,
  );
}

function heading(text: string, side: string): Block {
  return { height: 34, draw: (top) => html`<text class="side ${side}" x="0" y="${top + 24}">${text}</text>` };
}
