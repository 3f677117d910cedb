/** Pages of a list as plain links: a cursor names a place in the order, so that a page stays right while the list grows. */
import { html, type Html } from "../base/html.ts";
import { textOf } from "../base/parameters.ts";
import type { Asked, View } from "../base/route.ts";
import { lists } from "../words/lists.ts";

const onePage = 50;

type PageInfo = {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
};

/** The page that an address asks for. */
export function pageAsked(asked: Asked) {
  const before = textOf(asked, "before", 1000);
  if (before !== null) return { last: onePage, before };
  return { first: onePage, after: textOf(asked, "after", 1000) };
}

export function pagesOf(
  { hasNextPage, hasPreviousPage, startCursor, endCursor }: PageInfo,
  { path, query, href, words }: View,
): Html | null {
  const kept = Object.fromEntries([...query].filter(([name]) => !["after", "before", "lang"].includes(name)));
  const say = lists[words.language];
  const links = [
    hasPreviousPage && html`<a rel="prev" href="${href(path, { ...kept, before: startCursor })}">← ${say.previous}</a>`,
    hasNextPage && html`<a rel="next" href="${href(path, { ...kept, after: endCursor })}">${say.next} →</a>`,
  ].filter((link) => link !== false);
  return links.length === 0 ? null : html`<p class="pages">${links.map((link) => html`${link} `)}</p>`;
}
