/** How to cite what a page shows, and to show it elsewhere. The address names the moment: it gives the same for ever. */
import { html, type Html } from "../base/html.ts";
import type { Shown, View } from "../base/route.ts";
import { news } from "../words/news.ts";
import { momentInWords } from "../words/span.ts";
import { formsOf } from "../files/endings.ts";
import { frameOf } from "./embed.ts";

export function citeSection(shown: Shown, view: View): Html | null {
  const { title, moment, picture, passing } = shown;
  const knownAt = moment ?? view.query.get("knownAt") ?? view.recordedUpTo;
  if (knownAt === null || passing === true) return null;
  const say = news[view.words.language];
  const kept = Object.fromEntries([...view.query].filter(([name]) => name !== "lang"));
  const stable = `${view.origin}${view.href(view.path, { ...kept, knownAt, lang: view.words.language })}`;
  const frozen = { ...view, query: new URLSearchParams({ ...kept, knownAt }) };
  return html`<section data-part="cite" class="cite">
    <h2>${say.cite.title}</h2>
    <p>${say.citation(title, momentInWords(knownAt, view.words.language, "UTC"), stable)}</p>
    <p class="small">
      <a href="${stable}">${say.cite.stable}</a> <span class="screen">· ${view.words.situation.downloads}${formsOf(shown, frozen)}</span>
    </p>
    ${
      picture &&
      html`<details class="screen">
        <summary>${say.cite.embed}</summary>
        <p class="small">${say.cite.embedText}</p>
        <pre tabindex="0"><code>${frameOf(title, frozen)}</code></pre>
      </details>`
    }
  </section>`;
}
