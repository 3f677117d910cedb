/** The last row: the people whom the hub can name, at their own uncertain times. */
import { html } from "../../base/html.ts";
import { numberIn } from "../../words/quantity.ts";
import { spanInWords } from "../../words/span.ts";
import { extentOf, laneHeight, labelWidth, type Block, type Frame } from "./frame.ts";
import { drawMark } from "../shapes/mark.ts";
import type { Names } from "./picture.ts";
import { placeMarks } from "./place-marks.ts";
import { round } from "../shapes/time-axis.ts";

const mostNames = { wide: 3, narrow: 1 };

export function namedRow(names: readonly Names[], { picture, drawing, layout, time, x }: Frame): Block {
  const { words } = drawing;
  const { verified, corroborated, reported } = picture.hub;
  // What was over before the axis begins is said and not drawn.
  const drawn = names.filter(({ to }) => to === null || to > time.from);
  const earlier = names.filter((group) => !drawn.includes(group)).flatMap(({ people }) => people).length;
  const most = mostNames[layout.name];
  const columns = layout.name === "wide";
  const texts = drawn.map(({ people }) => {
    const shown = people.slice(0, most).map(({ name }) => name);
    return people.length > most ? words.chart.andMore(shown.join(", "), people.length - most) : words.list(shown);
  });
  const marks = drawn.map((group) => extentOf(group, time));
  const placed = placeMarks(
    marks.map((mark, index) => ({ ...mark, width: labelWidth(texts[index]!) })),
    layout.time[0],
    layout.time[1] + 40,
  );
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane)) + 1;
  const before = columns ? 0 : earlier > 0 ? 49 : 34;
  return {
    height: Math.max(62, lanes * (laneHeight + 8) + 18) + before,
    draw(top) {
      const first = top + before + 28;
      const labelAt = columns ? first - 2 : top + 16;
      const total = verified + corroborated;
      return html`<g class="row named"
        ><text class="name" x="0" y="${labelAt}">${words.chart.namedBy(verified, corroborated)}</text
        ><text class="note" x="0" y="${labelAt + 15}">${words.chart.besides(reported)}</text
        >${earlier > 0 && html`<text class="note" x="0" y="${labelAt + 30}">${words.chart.earlier(earlier)}</text>`}${drawn.map(
          ({ people, state }, index) => {
            const { lane, label } = placed[index]!;
            const { from, to } = marks[index]!;
            const y = first + lane * (laneHeight + 8);
            const shape = drawMark({
              from,
              to,
              y,
              hollow: state === "REPORTED",
            });
            const title = people
              .map(({ name, release }) => `${name}: ${words.states[state]}, ${spanInWords(release.when, words.language)}`)
              .join("\n");
            return html`<a href="${drawing.personLink(people[0]!.slug)}" class="mark ${state.toLowerCase()}"
              ><title>${title}</title
              >${shape}${label && html`<text class="who" x="${round(label.x)}" y="${label.above ? y - 9 : y + 4.5}" text-anchor="${label.anchor}">${texts[index]}</text>`}</a
            >`;
          },
        )}${columns && html`<text class="number" x="${x(total) + 11}" y="${first + 4.5}">${total === verified ? numberIn(words.language, total) : words.chart.range(numberIn(words.language, verified), numberIn(words.language, total))}</text>`}</g
      >`;
    },
  };
}
