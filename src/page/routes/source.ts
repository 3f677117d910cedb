/** `/sources/<slug>`: what one source counts, over time. */
import type { PageSourceQuery, PageSourceQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf } from "../base/parameters.ts";
import { route, type Route } from "../base/route.ts";
import { drawSeries, narrowSeries, wideSeries } from "../charts/series.ts";
import { claimRows } from "../pieces/claim-rows.ts";
import { claimTable, numberOf } from "../pieces/claims.ts";
import { lists } from "../words/lists.ts";
import { quantityInWords } from "../words/quantity.ts";
import { terms } from "../words/terms.ts";

type Found = NonNullable<PageSourceQuery["source"]>;
type Counted = Extract<Found["claims"]["edges"][number]["node"], { __typename: "CountClaim" }>;

export function source(): Route {
  const operation = readOperation<PageSourceQuery, PageSourceQueryVariables>("source");
  return route<Found>({
    path: /^\/sources\/([^/]+)$/,
    menu: "claims",
    // Of whoever names none, all that the source counts: it may not speak of the one that is shown elsewhere.
    load: async (ask, asked) =>
      (await ask(operation, { slug: asked.parts[0]!, knownAt: momentOf(asked, "knownAt"), situation: asked.query.get("situation") }))
        .source,
    show(found, view) {
      const { words } = view;
      const { language } = words;
      const say = lists[language];
      const claims = found.claims.edges.map(({ node }) => node as Counted);
      const people = claims.filter(
        ({ unit, partOf, category, facility }) => unit === "PERSONS" && partOf === null && category === null && facility === null,
      );
      const series = [...Map.groupBy(people, ({ metric }) => metric)].map(([metric, points]) => {
        const drawn = points.map((claim) => ({ claim, stands: claim.status === "ACTIVE", fell: claim.revision !== null }));
        const [picture, small] = [wideSeries, narrowSeries].map((layout) =>
          drawSeries(drawn, words, found.timeZone, ({ id }) => `#claim-${encodeURIComponent(id)}`, layout),
        );
        return { metric, picture: picture ?? null, small: small ?? null };
      });
      const lines = claims.map((claim) => {
        const note = [
          claim.status !== "ACTIVE" && terms[language].claim[claim.status],
          claim.revision && `${say.fell} ${quantityInWords(claim.revision.previous, language)}`,
        ].filter(Boolean);
        return { claim, number: numberOf(claim, view), note: note.join(", ") };
      });
      const kind = [words.chart.sourceKinds[found.kind], ...found.aliases].join(" · ");
      const body = html`<h1>${found.name}</h1>
        <p class="lead">${kind}</p>
        <div data-part="series">
          ${series.map(
            ({ metric, picture, small }) =>
              picture &&
              html`<h2>${capital(words.chart.counts[metric])}</h2>
                <figure>${picture}${small}</figure>`,
          )}
        </div>
        ${
          found.definitions.length > 0 &&
          html`<h2>${say.definitions}</h2>
            <ul>
              ${found.definitions.map(({ text }) => html`<li>${text}</li>`)}
            </ul>`
        }
        <div data-part="claims">
          <h2>${say.series}</h2>
          ${claimTable(lines, view)}
        </div>`;
      const first = series.find(({ picture }) => picture !== null);
      return {
        title: found.name,
        description: `${found.name}: ${kind}`,
        body,
        table: claimRows(claims),
        picture: first?.picture ?? null,
        small: first?.small ?? null,
      };
    },
  });
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
