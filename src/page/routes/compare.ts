/** `/compare`: each number beside the people whom the hub can name, by three clocks. */
import type { PageCompareQuery, PageCompareQueryVariables } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf, oneOf } from "../base/parameters.ts";
import { route, type Route, type View } from "../base/route.ts";
import { citedAt } from "../pieces/cited.ts";
import { numberOf } from "../pieces/claims.ts";
import { filterForm } from "../pieces/filter.ts";
import { personLink, sourceLink } from "../pieces/people.ts";
import { slidersOf } from "../pieces/sliders.ts";
import { lists } from "../words/lists.ts";
import { numberIn, quantityInWords } from "../words/quantity.ts";
import { momentInWords, spanInWords } from "../words/span.ts";
import { terms } from "../words/terms.ts";
import { metrics } from "./claims.ts";

type Row = PageCompareQuery["reconciliation"]["rows"][number];

export function compare(): Route {
  const operation = readOperation<PageCompareQuery, PageCompareQueryVariables>("compare");
  return route<PageCompareQuery>({
    path: /^\/compare$/,
    menu: "compare",
    load: (ask, asked) =>
      ask(operation, {
        metric: oneOf(asked, "metric", metrics) ?? "RELEASED",
        asOf: momentOf(asked, "asOf"),
        knownAt: momentOf(asked, "knownAt"),
        publishedUntil: momentOf(asked, "publishedUntil"),
        since: momentOf(asked, "since"),
        situation: asked.situation?.slug,
        situations: asked.situation?.slug,
      }),
    show({ reconciliation: { asOf, knownAt, hub, rows, metric }, moments, decisions }, view) {
      const { words } = view;
      const { language } = words;
      const say = lists[language];
      const zone = rows[0]?.claim.asOf.timeZone ?? "UTC";
      const title = say.title.compare(momentInWords(asOf, language, zone));
      const fields = [
        {
          name: "metric",
          label: say.field.metric,
          options: metrics.map((each) => [each, words.chart.counts[each]] as const),
          otherwise: metric,
        },
        { name: "asOf", label: say.field.asOf, hint: "2026-01-12T16:00Z" },
        { name: "since", label: say.field.window, hint: "2026-01-08" },
        { name: "publishedUntil", label: say.published, hint: "2026-01-13" },
        { name: "knownAt", label: say.field.knownAt, hint: knownAt },
      ];
      const nodes = moments.edges.map(({ node }) => node);
      const sliders = slidersOf(
        [
          { name: "asOf", label: say.field.asOf, at: asOf, moments: nodes.map((node) => node.asOf.latest) },
          { name: "publishedUntil", label: say.published, at: null, moments: nodes.map(({ document }) => document.publishedAt.latest) },
          {
            ...{ name: "knownAt", label: say.field.knownAt, at: knownAt },
            moments: [...nodes.map(({ recordedAt }) => recordedAt), ...decisions.edges.map(({ node }) => node.occurredAt)],
          },
        ],
        zone,
        view,
      );
      const named = words.chart.namedBy(hub.verified, hub.corroborated);
      const body = html`<h1>${title}</h1>
        <p class="lead">${say.lead.compare}</p>
        ${filterForm(fields, view)} ${sliders}
        <div data-part="rows">
          <p>
            <strong class="named">${say.hubSays}: ${named}</strong> ${words.chart.besides(hub.reported)}.
            ${words.situation.knownAt(momentInWords(knownAt, language, zone))}
          </p>
          <div class="scroll" tabindex="0" role="region" aria-label="${title}">
            <table class="stack">
              <thead>
                <tr>
                  <th scope="col">${say.field.source}</th>
                  <th scope="col">${say.field.number}</th>
                  <th scope="col">${say.field.time}</th>
                  <th scope="col">${say.field.hub}</th>
                  <th scope="col">${say.field.difference}</th>
                </tr>
              </thead>
              <tbody>
                ${rows.map((row) => rowOf(row, view))}
              </tbody>
            </table>
          </div>
        </div>`;
      const table = {
        columns: [
          "source",
          "metric",
          "claim_lower",
          "claim_upper",
          "as_of_latest",
          "hub_lower",
          "hub_upper",
          "corroborated",
          "reported",
          "verdict",
          "gap_lower",
          "gap_upper",
          "reasons",
        ],
        rows: rows.map((row) => [
          ...[row.claim.assertedBy.slug, row.claim.metric, row.claim.lower, row.claim.upper, row.claim.asOf.latest],
          ...[row.hub.lower, row.hub.upper, row.hub.corroborated, row.hub.reported],
          ...[row.verdict, row.gap?.lower, row.gap?.upper, row.reasons.join(" ")],
        ]),
      };
      return { title, description: say.lead.compare, body, moment: knownAt, table };
    },
  });
}

/** Where the people are found whom the hub counts beside a claim. */
function peopleBehind({ metric, asOf, periodStart }: Row["claim"], { href }: View): string | null {
  if (metric === "RELEASED" || metric === "ANNOUNCED" || metric === "ORDERED")
    return href("/releases", { until: asOf.latest, since: periodStart?.earliest });
  return metric === "HELD" ? href("/people", { status: "DETAINED" }) : null;
}

function rowOf({ claim, hub, comparable, verdict, gap, reasons, named }: Row, view: View): Html {
  const { words } = view;
  const { language } = words;
  const difference =
    comparable && verdict !== null
      ? html`${terms[language].verdict[verdict]}${gap && html` (${quantityInWords({ qualifier: "RANGE", ...gap }, language)})`}`
      : html`<span class="small">${reasons.map((reason) => terms[language].reason[reason]).join("; ")}</span>`;
  const ours =
    hub.verified === hub.upper
      ? numberIn(language, hub.verified)
      : words.chart.range(numberIn(language, hub.lower), numberIn(language, hub.upper));
  const behind = peopleBehind(claim, view);
  return html`<tr>
    <th scope="row"><a href="${sourceLink(view, claim.assertedBy.slug)}">${claim.assertedBy.name}</a></th>
    <td class="n others">${numberOf(claim, view)}</td>
    <td>${spanInWords(claim.asOf, language)}<br /><span class="small">${citedAt(claim, words)}</span></td>
    <td class="n named">
      ${behind === null ? ours : html`<a href="${behind}">${ours}</a>`}<br /><span class="small"
        >${words.chart.namedBy(hub.verified, hub.corroborated)}</span
      >
    </td>
    <td>${difference}${named && peopleOf(named, view)}</td>
  </tr>`;
}

function peopleOf(named: NonNullable<Row["named"]>, view: View): Html {
  const say = lists[view.words.language].people;
  const parts = (["both", "theirsOnly", "oursOnly"] as const).filter((side) => named[side].totalCount > 0);
  return html`<details>
    <summary>${view.words.menu.people}</summary>
    ${parts.map((side) => html`<p class="small">${say[side]} (${named[side].totalCount}): ${named[side].edges.map(({ node }, index) => html`${index > 0 && ", "}<a href="${personLink(view, node.slug)}">${node.name}</a>`)}</p>`)}
  </details>`;
}
