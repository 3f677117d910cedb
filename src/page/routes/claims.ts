/** `/claims`: who says what, newest first. */
import type { CountMetric, PageClaimsQuery, PageClaimsQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf, oneOf } from "../base/parameters.ts";
import { route, type Route } from "../base/route.ts";
import { listedRows } from "../pieces/claim-rows.ts";
import { claimTable, numberOf } from "../pieces/claims.ts";
import { filterForm } from "../pieces/filter.ts";
import { pageAsked, pagesOf } from "../pieces/paging.ts";
import { personLink } from "../pieces/people.ts";
import { en } from "../words/en.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { terms } from "../words/terms.ts";

export const metrics = Object.keys(en.chart.counts) as CountMetric[];

export function claims(): Route {
  const operation = readOperation<PageClaimsQuery, PageClaimsQueryVariables>("claims");
  return route<PageClaimsQuery>({
    path: /^\/claims$/,
    menu: "claims",
    load(ask, asked) {
      const metric = oneOf(asked, "metric", metrics);
      const filter = {
        metric: metric === null ? null : [metric],
        since: momentOf(asked, "since"),
        until: momentOf(asked, "until"),
        ...(asked.situation && { situation: [asked.situation.slug] }),
      };
      return ask(operation, { filter, knownAt: momentOf(asked, "knownAt"), ...pageAsked(asked) });
    },
    show({ claims: { totalCount, edges, pageInfo } }, view) {
      const { words } = view;
      const { language } = words;
      const say = lists[language];
      const title = say.title.claims(numberIn(language, totalCount));
      const lines = edges.map(({ node: claim }) => {
        const note = claim.status === "ACTIVE" ? null : terms[language].claim[claim.status];
        if (claim.__typename === "CountClaim") return { claim, number: numberOf(claim, view), note };
        if (claim.__typename === "RemarkClaim") return { claim, number: null, note };
        const { detainee, type } = claim.event;
        const number = html`<a href="${personLink(view, detainee.slug)}">${detainee.name}</a><br /><span class="small"
            >${terms[language].event[type]}, ${terms[language].stance[claim.stance]}</span
          >`;
        return { claim, number, note };
      });
      const fields = [
        { name: "metric", label: say.field.metric, options: metrics.map((metric) => [metric, words.chart.counts[metric]] as const) },
        { name: "since", label: say.field.since, hint: "2026-01-08" },
        { name: "knownAt", label: say.field.knownAt, hint: "2026-01-31" },
      ];
      const body = html`<h1>${title}</h1>
        <p class="lead">${say.lead.claims}</p>
        ${filterForm(fields, view)}
        <div data-part="claims">${claimTable(lines, view)}</div>
        ${pagesOf(pageInfo, view)}`;
      const table = listedRows(edges.map(({ node }) => node));
      return { title, description: say.lead.claims, body, table };
    },
  });
}
