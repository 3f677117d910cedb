/** `/facilities`: the places, on a map as far as their position is on record, and in a table. */
import type { PageFacilitiesQuery, PageFacilitiesQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf } from "../base/parameters.ts";
import { route, type Route } from "../base/route.ts";
import { createMap } from "../charts/map.ts";
import { pageAsked, pagesOf } from "../pieces/paging.ts";
import { placeLink } from "../pieces/people.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { countryIn, terms } from "../words/terms.ts";

export function facilities(): Route {
  const operation = readOperation<PageFacilitiesQuery, PageFacilitiesQueryVariables>("facilities");
  const drawMap = createMap();
  return route<PageFacilitiesQuery>({
    path: /^\/facilities$/,
    menu: "facilities",
    load: (ask, asked) => ask(operation, { ...pageAsked(asked), situation: asked.situation?.slug, knownAt: momentOf(asked, "knownAt") }),
    show({ facilities: { totalCount, edges, pageInfo } }, view) {
      const { language } = view.words;
      const say = lists[language];
      const places = edges.map(({ node }) => node);
      const title = say.title.facilities(numberIn(language, totalCount));
      const picture = drawMap(places, (slug) => placeLink(view, slug), title);
      const unplaced = places.filter(({ coordinates }) => coordinates === null);
      const rows = places.map(
        ({ slug, name, kind, country, admin1, detaineeCount, releaseCount, partOf }) =>
          html`<tr>
            <th scope="row">
              <a href="${placeLink(view, slug)}">${name}</a
              >${partOf && html`<br /><span class="small"><a href="${placeLink(view, partOf.slug)}">${partOf.name}</a></span>`}
            </th>
            <td>${terms[language].place[kind]}</td>
            <td>${[admin1, countryIn(language, country)].filter(Boolean).join(", ")}</td>
            <td class="n">${numberIn(language, detaineeCount)}</td>
            <td class="n">${numberIn(language, releaseCount)}</td>
          </tr>`,
      );
      const body = html`<h1>${title}</h1>
        <p class="lead">${say.lead.facilities}</p>
        ${
          picture &&
          html`<figure>
            ${picture}
            <figcaption>
              ${unplaced.length > 0 && html`<p>${say.noPosition}: ${view.words.list(unplaced.map(({ name }) => name))}.</p>`}
            </figcaption>
          </figure>`
        }
        <div class="scroll" data-part="places" tabindex="0" role="region" aria-label="${title}">
          <table class="stack">
            <thead>
              <tr>
                <th scope="col">${say.field.name}</th>
                <th scope="col">${say.field.kind}</th>
                <th scope="col">${say.field.region}</th>
                <th scope="col">${say.field.held}</th>
                <th scope="col">${say.field.released}</th>
              </tr>
            </thead>
            <tbody>
              ${rows}
            </tbody>
          </table>
        </div>
        ${pagesOf(pageInfo, view)}`;
      const table = {
        columns: ["slug", "name", "kind", "admin1", "country", "latitude", "longitude", "held", "released", "part_of"],
        rows: places.map((place) => [
          ...[place.slug, place.name, place.kind, place.admin1, place.country, place.coordinates?.latitude, place.coordinates?.longitude],
          ...[place.detaineeCount, place.releaseCount, place.partOf?.slug],
        ]),
      };
      return { title, description: say.lead.facilities, body, picture, table };
    },
  });
}
