/** A picture in a frame on another page, and the words with which it is taken there. */
import { html, type Html } from "../base/html.ts";
import { icon } from "../base/icon.ts";
import type { Shown, View } from "../base/route.ts";
import { embedOf, leadingBack } from "../base/address.ts";
import type { Assets } from "../live/assets.ts";

/** As wide as is usual in an article; the height is told once it is known. */
export const frame = { width: 720, height: 640 } as const;

export function embeddedPage({ title, picture, small, note, description }: Shown, view: View, assets: Assets): Html {
  const { words, origin, path, query, href } = view;
  const kept = Object.fromEntries([...query].filter(([name]) => name !== "lang"));
  const page = `${origin}${href(path, kept)}`;
  const drawn = [picture, small].map((each) => each && leadingBack(each, view));
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${title} · ${words.site}</title>
        <meta name="description" content="${description}" />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href="${page}" />
        <link rel="icon" href="${icon}" />
        <base target="_blank" />
        ${assets.style}
      </head>
      <body class="embed">
        <main>
          <h1><a href="${page}">${title}</a></h1>
          <figure class="${small ? "" : "scroll"}" ${!small && html` tabindex="0" role="region" aria-label="${title}"`}>${drawn}</figure>
          <p class="small"><a href="${page}">${words.site}</a>. ${words.motto}. ${note}</p>
        </main>
        <script src="${assets.embedPath}" type="module"></script>
      </body>
    </html> `;
}

/** What is pasted into another page. */
export function frameOf(title: string, view: View, { width, height }: { width: number; height: number } = frame): string {
  return html`<iframe
    src="${view.origin}${embedOf(view)}"
    title="${title}"
    width="${width}"
    height="${height}"
    loading="lazy"
    style="border:0;max-width:100%"
  ></iframe>`.text;
}
