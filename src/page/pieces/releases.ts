/** Releases in a list: who, how far verified, when, from where. */
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import type { Release } from "../charts/claims/picture.ts";
import { spanInWords } from "../words/span.ts";
import { placeInWords } from "./where.ts";
import { personLink, stateTag } from "./people.ts";

export function releaseList(releases: readonly Release[], view: View): Html {
  const { words } = view;
  return html`<ul class="plain">
    ${releases.map(
      ({ detainee, when, state, ...release }) =>
        html`<li>
          <a href="${personLink(view, detainee.slug)}">${detainee.name}</a> ${stateTag(state, words)}<br /><span class="small"
            >${[spanInWords(when, words.language), placeInWords(release, words.language)].filter(Boolean).join(", ")}</span
          >
        </li>`,
    )}
  </ul>`;
}
