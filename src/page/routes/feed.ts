/** `/feed`: what changed, newest first; behind `.atom` and `.json` as a web feed. */
import type { PageFeedQuery, PageFeedQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { route, type Route } from "../base/route.ts";
import { entriesOf, newsList } from "../pieces/news.ts";
import { news } from "../words/news.ts";

export function feed(): Route {
  const operation = readOperation<PageFeedQuery, PageFeedQueryVariables>("feed");
  return route<PageFeedQuery>({
    path: /^\/feed$/,
    menu: "feed",
    load: (ask, asked) => ask(operation, { situation: asked.situation?.slug }),
    show(data, view) {
      const say = news[view.words.language];
      const entries = entriesOf(data, view);
      const body = html`<h1>${say.title}</h1>
        <p class="lead">${say.lead}</p>
        <p class="small">${say.follow} <a href="${view.href("/feed.atom")}">Atom</a> <a href="${view.href("/feed.json")}">JSON Feed</a></p>
        <div data-part="news">${entries.length === 0 ? html`<p>${say.none}</p>` : newsList(entries, view)}</div>`;
      return { title: say.title, description: say.lead, body, entries, passing: true };
    },
  });
}
