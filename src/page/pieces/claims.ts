/** Claims in a table: who says what, of which time, on which page. */
import type { PageCitedFragment } from "../../../generated/graphql.ts";
import { html, type Content, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import type { Count } from "../charts/claims/picture.ts";
import { lists } from "../words/lists.ts";
import { quantityInWords } from "../words/quantity.ts";
import { spanInWords } from "../words/span.ts";
import { citedAt } from "./cited.ts";
import { sourceLink } from "./people.ts";

export type Line = {
  readonly claim: PageCitedFragment;
  /** Its number, or what it says of an event. */
  readonly number: Content;
  /** Whose colour the number has. */
  readonly side?: "state" | "others";
  /** That it no longer stands, or was revised. */
  readonly note?: Content;
};

export const numberOf = (claim: Count, { words }: View): Html =>
  html`${quantityInWords(claim, words.language)}<br /><span class="small"
      >${[words.chart.counts[claim.metric], claim.category, claim.facility && words.chart.only(claim.facility.name)].filter(Boolean).join(", ")}</span
    >`;

export function claimTable(lines: readonly Line[], view: View): Html {
  const { words } = view;
  const { field, none } = lists[words.language];
  if (lines.length === 0) return html`<p>${none}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.menu.claims}">
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${field.source}</th>
          <th scope="col">${field.number}</th>
          <th scope="col">${field.time}</th>
          <th scope="col">${field.said}</th>
          <th scope="col">${field.stands}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ claim, number, side = "others", note }) =>
            html`<tr id="claim-${claim.id}">
              <th scope="row"><a href="${sourceLink(view, claim.assertedBy.slug)}">${claim.assertedBy.name}</a></th>
              <td class="n ${side}">${number}</td>
              <td>${spanInWords(claim.asOf, words.language)}</td>
              <td>
                ${claim.statement}${claim.quote && html` <q>${claim.quote}</q>`}${note && html`<br /><span class="small">${note}</span>`}
              </td>
              <td>${citedAt(claim, words)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
