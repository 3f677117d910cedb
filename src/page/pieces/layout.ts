/** The frame that every page stands in. */
import { html, jsonIn, nothing, type Html } from "../base/html.ts";
import type { Shown, View } from "../base/route.ts";
import type { Assets } from "../live/assets.ts";
import type { Words } from "../words/words.ts";

const menu = ["situation", "people", "releases", "facilities", "claims", "compare", "about"] as const;
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="4" cy="8" r="2.6" fill="#a84300"/><circle cx="12" cy="8" r="2.6" fill="#0a6b4d"/></svg>')}`;

type Frame = { readonly assets: Assets; readonly live: string | null; readonly place: keyof Words["menu"] | null };

export function pageOf(shown: Shown, view: View, { assets, live, place }: Frame): Html {
  const { words } = view;
  const other = words.language === "en" ? "es" : "en";
  const here = (language: string) => {
    const query = new URLSearchParams(view.query);
    query.set("lang", language);
    return `${view.path}?${query}`;
  };
  const image = shown.picture ? `${view.origin}${view.path === "/" ? "/index" : view.path}.svg?lang=${words.language}` : null;
  const spoken = { ...words.live, states: words.states };
  return html`<!doctype html>
    <html lang="${words.language}" ${live === null ? nothing : html` data-live="${live}"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${shown.title} · ${words.site}</title>
        <meta name="description" content="${shown.description}" />
        <meta property="og:title" content="${shown.title}" />
        <meta property="og:description" content="${shown.description}" />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content="${words.site}" />
        ${image && html`<meta property="og:image" content="${image}" />`}
        <link rel="icon" href="${icon}" />
        <link rel="alternate" hreflang="${other}" href="${here(other)}" />
        ${assets.style}
        ${
          shown.dataset &&
          html`<script type="application/ld+json">
            ${jsonIn(shown.dataset)}
          </script>`
        }
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <div class="status screen" role="status"></div>
        <header>
          <a class="site" href="${view.href("/")}">${words.site}</a>
          <nav aria-label="${words.site}">
            ${menu.map((name) => html`<a href="${view.href(name === "situation" ? "/" : `/${name}`)}" ${name === place ? html` aria-current="page"` : nothing}>${words.menu[name]}</a>`)}<a
              href="/graphql"
              >${words.menu.graph}</a
            >
          </nav>
          <span class="right"><a href="${here(other)}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a></span>
        </header>
        <main id="content">${shown.body}</main>
        <footer><p>${words.site}. ${words.motto}.</p></footer>
        ${
          live === null
            ? nothing
            : html`<script type="application/json" id="live-words">
                  ${jsonIn(spoken)}
                </script>
                <script src="${assets.scriptPath}" type="module"></script>`
        }
      </body>
    </html> `;
}
