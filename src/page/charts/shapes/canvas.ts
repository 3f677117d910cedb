/** What every picture is drawn on: one SVG element, and the ticks of time along its top. */
import { html, type Html } from "../../base/html.ts";
import { tickInWords } from "../../words/span.ts";
import type { Language } from "../../words/language.ts";
import type { TimeAxis } from "./time-axis.ts";

export type Canvas = { readonly name: string; readonly width: number; readonly height: number; readonly label: string };

export function drawOn({ name, width, height, label }: Canvas, inside: Html): Html {
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    class="picture ${name}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="group"
    aria-label="${label}"
  >
    ${inside}
  </svg>`;
}

export type Ticks = {
  readonly language: Language;
  readonly timeZone: string;
  /** How far down a line goes from each; null for none. */
  readonly bottom: number | null;
  readonly anchor?: "start" | "middle";
};

/** The first one names its year too, where it would otherwise only be a day or an hour. */
export function drawTicks(time: TimeAxis, { language, timeZone, bottom, anchor = "middle" }: Ticks): readonly Html[] {
  return time.ticks.map(
    ({ at, unit }, index) =>
      html`${bottom !== null && html`<path class="grid" d="M${time.x(at)} 26V${bottom}" />`}<text
          class="tick"
          x="${time.x(at)}"
          y="18"
          text-anchor="${anchor}"
          >${tickInWords(at, index === 0 && (unit === "day" || unit === "hour") ? "firstDay" : unit, language, timeZone)}</text
        >`,
  );
}
