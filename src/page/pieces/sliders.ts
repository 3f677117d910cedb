/** Clocks that are turned by links: each stops where something changed, goes a day back or on, and says where it stands. */
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { lists } from "../words/lists.ts";
import { momentInWords, stopInWords } from "../words/span.ts";

export type Clock = {
  /** The parameter of the address. */
  readonly name: string;
  readonly label: string;
  /** Where it stands when nothing is asked; null for no bound. */
  readonly at: string | null;
  /** When something changed by it. */
  readonly moments: readonly (string | null)[];
};

/** As many as can be taken in at a glance. */
const mostStops = 16;
const day = 86_400_000;

export const slidersOf = (clocks: readonly Clock[], zone: string, view: View): Html =>
  html`${clocks.map((clock) => sliderOf(clock, zone, view))}`;

function sliderOf({ name, label, at, moments }: Clock, zone: string, { query, path, href, words }: View): Html {
  const say = lists[words.language].clock;
  const asked = query.get(name);
  const here = asked === null ? at : new Date(asked).toISOString();
  const all = [...new Set(moments.flatMap((moment) => (moment === null ? [] : [new Date(moment).toISOString()])))].toSorted();
  const kept = Object.fromEntries([...query].filter(([key]) => key !== name));
  const to = (moment: string | null) => href(path, { ...kept, [name]: moment });
  const from = Date.parse(here ?? all.at(-1) ?? "");
  const beside = (days: number) => new Date(from + days * day).toISOString();
  const step = Math.ceil(all.length / mostStops);
  const stops = all.filter((moment, index) => index % step === 0 || index === all.length - 1 || moment === here);
  return html`<nav class="small moments screen" aria-label="${label}">
    <strong>${label}</strong>
    <span class="here">${here === null ? say.unbounded : momentInWords(here, words.language, zone)}</span>
    ${Number.isNaN(from) ? null : html`<a rel="prev" href="${to(beside(-1))}">← ${say.earlier}</a> <a rel="next" href="${to(beside(1))}">${say.later} →</a>`}
    ${asked !== null && html`<a href="${to(null)}">${say.unbounded}</a>`}
    ${
      stops.length > 0 &&
      html`<span class="stops"
        >${stops.map(
          (moment) =>
            html`<a href="${to(moment)}" ${moment === here && html` aria-current="true"`}
              >${stopInWords(moment, words.language, zone)}</a
            > `,
        )}</span
      >`
    }
  </nav>`;
}
