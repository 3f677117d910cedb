/** `/about`: the rules, the licence, and what is not known. */
import type { PageAboutQuery, PageAboutQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf } from "../base/parameters.ts";
import { route, type Route } from "../base/route.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { terms } from "../words/terms.ts";

const order = [
  "IDENTITY",
  "EFFECTED",
  "INDEPENDENCE",
  "BEYOND_THE_STATE",
  "DIRECT_WITNESS",
  "NO_LIVE_DISPUTE",
  "COHERENCE",
  "HUMAN_DECISION",
] as const;

export function about(): Route {
  const operation = readOperation<PageAboutQuery, PageAboutQueryVariables>("about");
  return route<PageAboutQuery>({
    path: /^\/about$/,
    menu: "about",
    load: (ask, view) => ask(operation, { situation: view.situation?.slug, knownAt: momentOf(view, "knownAt") }),
    show({ policies, sources, detainees, claims }, view) {
      const { language } = view.words;
      const say = lists[language];
      const knownAt = momentOf(view, "knownAt");
      const [policy] = policies.filter(({ adoptedAt }) => knownAt === null || Date.parse(adoptedAt) <= Date.parse(knownAt));
      const shown = view.situation ?? view.situations[0];
      const details: Readonly<Record<string, string | undefined>> =
        policy === undefined
          ? {}
          : {
              IDENTITY: `≤ ${numberIn(language, policy.maxHours)} h`,
              INDEPENDENCE: `≥ ${numberIn(language, policy.minRoots)}`,
              DIRECT_WITNESS: policy.directConnections.map((connection) => terms[language].connection[connection]).join(", "),
            };
      const rules = order.map(
        (rule) => html`<li>${terms[language].rule[rule]}${details[rule] && html` <span class="small">(${details[rule]})</span>`}</li>`,
      );
      const size = say.size(
        ...([detainees, claims, sources].map(({ totalCount }) => numberIn(language, totalCount)) as [string, string, string]),
      );
      const body = html`<h1>${say.title.about}</h1>
        <p class="lead">${say.rulesLead}</p>
        <h2>${say.rules}${policy && html` <span class="small">(${policy.version})</span>`}</h2>
        <ol>
          ${rules}
        </ol>
        <h2>${say.unknown}</h2>
        <ul>
          ${say.unknownText.map((text) => html`<li>${text}</li>`)}
        </ul>
        ${
          shown &&
          html`<h2>${shown.name}</h2>
            ${shown.description && html`<p>${shown.description}</p>`}${shown.citation && html`<p class="small">${shown.citation}</p>`}${shown.licence && html`<p class="small">${say.licence}: ${shown.licence}</p>`}`
        }
        <h2>${say.licence}</h2>
        <p>${say.licenceText}</p>
        <p><a href="/page/CITATION.cff">${say.citation} (CITATION.cff)</a></p>
        <p class="small" data-part="size">${size}</p>`;
      return { title: say.title.about, description: say.rulesLead, body };
    },
  });
}
