/** Where a claim stands: the page, its publisher, when it was published, and the paragraph. */
import { html, webAddress, type Html } from "../base/html.ts";
import type { PageCitedFragment } from "../../../generated/graphql.ts";
import { spanInWords } from "../words/span.ts";
import type { Words } from "../words/words.ts";

type Cited = Pick<PageCitedFragment, "document" | "locator">;

export function citedAt({ document, locator }: Cited, { language }: Words): Html {
  const { title, publisher } = document;
  const name = title ?? publisher?.name ?? document.url ?? "–";
  const address = webAddress(document.url) ?? webAddress(document.archiveUrl);
  const rest = [title === null ? null : publisher?.name, spanInWords(document.publishedAt, language), locator].filter(Boolean).join(", ");
  return html`${address === null ? html`<cite>${name}</cite>` : html`<a href="${address}" rel="noopener">${name}</a>`}<br /><span
      class="small"
      >${rest}</span
    >`;
}
