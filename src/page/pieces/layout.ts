/** The frame that every page stands in. */
import { formOf } from "../base/address.ts";
import { icon } from "../base/icon.ts";
import { html, jsonIn, nothing, type Html } from "../base/html.ts";
import type { Shown, View } from "../base/route.ts";
import type { Assets } from "../live/assets.ts";
import { citeSection } from "./cite.ts";
import type { Words } from "../words/words.ts";

const menu = ["situation", "people", "releases", "facilities", "claims", "compare", "feed", "about"] as const;

type Frame = { readonly assets: Assets; readonly live: string | null; readonly place: keyof Words["menu"] | null };

/** More than these are folded. */
const mostSituations = 5;

/** Where the hub holds several situations: links, which lead to the same list of another one; from what is no list, to its first page. */
function chooserOf({ situations, situation, path, parts, query, href, words }: View, isPage: boolean): Html | null {
  if (situations.length < 2) return null;
  const kept = Object.fromEntries(["by", "metric"].map((name) => [name, query.get(name)]));
  const to = parts.length > 0 || !isPage ? "/" : path;
  const links = situations.map(
    ({ slug, name }) =>
      html`<a href="${href(to, { ...kept, situation: slug })}" ${slug === situation?.slug && html` aria-current="true"`}>${name}</a> `,
  );
  const nav = html`<nav aria-label="${words.chooseSituation}">${links}</nav>`;
  return html`<div class="situations">
    ${
      situations.length <= mostSituations
        ? nav
        : html`<details>
            <summary>${words.chooseSituation}: <strong>${situation?.name ?? "…"}</strong></summary>
            ${nav}
          </details>`
    }
  </div>`;
}

export function pageOf(shown: Shown, view: View, { assets, live, place }: Frame): Html {
  const { words } = view;
  const other = words.language === "en" ? "es" : "en";
  const here = (language: string) => view.href(view.path, { ...Object.fromEntries(view.query), lang: language });
  // A card names its moment, so that what was shared shows what was so then, and whoever keeps it need not ask again.
  const image = `${view.origin}${formOf(view, "card.png", { knownAt: shown.moment ?? view.query.get("knownAt"), lang: words.language })}`;
  const address = `${view.origin}${here(words.language)}`;
  const spoken = { ...words.live, states: words.states };
  return html`<!doctype html>
    <html lang="${words.language}" ${live === null ? nothing : html` data-live="${live}"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${[shown.title, view.situation?.name, words.site].filter(Boolean).join(" · ")}</title>
        <meta name="description" content="${shown.description}" />
        <meta property="og:title" content="${shown.title}" />
        <meta property="og:description" content="${shown.description}" />
        <meta property="og:type" content="website" />
        <meta property="og:site_name" content="${words.site}" />
        <meta property="og:url" content="${address}" />
        <meta property="og:locale" content="${words.language === "es" ? "es_ES" : "en_GB"}" />
        ${
          live !== null &&
          html`<meta property="og:image" content="${image}" />
            <meta property="og:image:width" content="1200" />
            <meta property="og:image:height" content="630" />
            <meta property="og:image:alt" content="${shown.title}" />
            <meta name="twitter:card" content="summary_large_image" />
            <link rel="alternate" type="application/atom+xml" title="Atom" href="${view.href("/feed.atom")}" />
            <link rel="alternate" type="application/feed+json" title="JSON Feed" href="${view.href("/feed.json")}" />`
        }
        ${
          shown.picture &&
          html`<link
            rel="alternate"
            type="application/json+oembed"
            title="${shown.title}"
            href="/oembed?${new URLSearchParams({ url: address, format: "json" }).toString()}"
          />`
        }
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
        ${chooserOf(view, live !== null)}
        <main id="content">${shown.body}${live !== null && citeSection(shown, view)}</main>
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
