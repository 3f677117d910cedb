/** Entries as Atom (RFC 4287) and as JSON Feed 1.1. */
import type { Entry } from "../base/entry.ts";
import { html } from "../base/html.ts";
import type { View } from "../base/route.ts";

type Feed = { readonly title: string; readonly description: string; readonly entries: readonly Entry[] };

const idOf = ({ origin, path }: View, { id }: Entry) => `${origin}${path}#${encodeURIComponent(id)}`;
const addressOf = ({ origin, path, href }: View, ending: string) => `${origin}${href(`${path}${ending}`)}`;
// A feed without entries has been as it is for ever.
const updated = (entries: readonly Entry[]) => entries[0]?.at ?? new Date(0).toISOString();

export function atomOf({ title, description, entries }: Feed, view: View): string {
  const feed = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.words.language}">
    <id>${view.origin}${view.path}</id>
    <title>${view.words.site}: ${title}</title>
    <subtitle>${description}</subtitle>
    <updated>${updated(entries)}</updated>
    <author><name>${view.words.site}</name></author>
    <link rel="self" type="application/atom+xml" href="${addressOf(view, ".atom")}" />
    <link rel="alternate" type="text/html" href="${addressOf(view, "")}" />
    ${entries.map(
      (entry) =>
        html`<entry>
          <id>${idOf(view, entry)}</id>
          <title>${entry.title}</title>
          <published>${entry.at}</published>
          <updated>${entry.at}</updated>
          <category term="${entry.kind}" />
          <link rel="alternate" type="text/html" href="${view.origin}${entry.link}" />
          <content type="text">${entry.text || entry.title}</content>
        </entry>`,
    )}
  </feed>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n${feed.text}\n`;
}

export function jsonFeedOf({ title, description, entries }: Feed, view: View): string {
  const items = entries.map((entry) => ({
    ...{ id: idOf(view, entry), url: `${view.origin}${entry.link}`, title: entry.title, content_text: entry.text || entry.title },
    ...{ date_published: entry.at, tags: [entry.kind] },
  }));
  const feed = {
    ...{ version: "https://jsonfeed.org/version/1.1", title: `${view.words.site}: ${title}`, description },
    ...{ home_page_url: addressOf(view, ""), feed_url: addressOf(view, ".json"), language: view.words.language, items },
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
