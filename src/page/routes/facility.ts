/** `/facilities/<slug>`: one place. */
import type { PageFacilityQuery, PageFacilityQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf } from "../base/parameters.ts";
import { route, type Route } from "../base/route.ts";
import { createMap } from "../charts/map.ts";
import type { Count } from "../charts/claims/picture.ts";
import { claimRows } from "../pieces/claim-rows.ts";
import { claimTable, numberOf } from "../pieces/claims.ts";
import { peopleTable, placeLink } from "../pieces/people.ts";
import { releaseList } from "../pieces/releases.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { countryIn, terms } from "../words/terms.ts";

export function facility(): Route {
  const operation = readOperation<PageFacilityQuery, PageFacilityQueryVariables>("facility");
  const drawMap = createMap();
  return route<NonNullable<PageFacilityQuery["facility"]>>({
    path: /^\/facilities\/([^/]+)$/,
    menu: "facilities",
    load: async (ask, asked) => (await ask(operation, { slug: asked.parts[0]!, knownAt: momentOf(asked, "knownAt") })).facility,
    show(place, view) {
      const { language } = view.words;
      const say = lists[language];
      const picture = drawMap([place], (slug) => placeLink(view, slug), place.name);
      const where = [terms[language].place[place.kind], place.operator, place.admin1, countryIn(language, place.country)]
        .filter(Boolean)
        .join(" · ");
      const within = (linked: readonly { slug: string; name: string }[]) =>
        linked.map(({ slug, name }, index) => html`${index > 0 && ", "}<a href="${placeLink(view, slug)}">${name}</a>`);
      const counts = place.countClaims.edges.map(({ node }) => node as Count).map((claim) => ({ claim, number: numberOf(claim, view) }));
      const description = `${say.field.held}: ${numberIn(language, place.detaineeCount)}. ${say.field.released}: ${numberIn(language, place.releaseCount)}.`;
      const body = html`<h1>${place.name}</h1>
        <p class="lead" data-part="counts">${description}</p>
        <p>${where}</p>
        ${place.aliases.length > 0 && html`<p class="small">${say.alsoWritten}: ${place.aliases.join(", ")}.</p>`}${(place.partOf || place.parts.length > 0) && html`<p class="small">${say.inside}: ${within([...(place.partOf ? [place.partOf] : []), ...place.parts])}.</p>`}${picture ? html`<figure>${picture}</figure>` : html`<p class="small">${say.noPosition}.</p>`}
        <div data-part="people">
          <h2>${view.words.menu.people}</h2>
          ${peopleTable(
            place.detainees.edges.map(({ node }) => node),
            view,
          )}
        </div>
        <div data-part="releases">
          <h2>${say.field.released}</h2>
          ${
            place.releases.totalCount === 0
              ? html`<p>${say.none}</p>`
              : releaseList(
                  place.releases.edges.map(({ node }) => node),
                  view,
                )
          }
        </div>
        <div data-part="claims">
          <h2>${say.counts}</h2>
          ${claimTable(counts, view)}
        </div>`;
      return { title: place.name, description, body, picture, table: claimRows(counts.map(({ claim }) => claim)) };
    },
  });
}
