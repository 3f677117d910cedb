/** `/people`: everybody on record, by name. */
import type { AgeGroup, PagePeopleQuery, PagePeopleQueryVariables } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { oneOf, textOf } from "../base/parameters.ts";
import { Misunderstood, route, type Asked, type Route } from "../base/route.ts";
import { filterForm } from "../pieces/filter.ts";
import { pageAsked, pagesOf } from "../pieces/paging.ts";
import { peopleTable } from "../pieces/people.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { terms } from "../words/terms.ts";

const ages = Object.keys(terms.en.age) as AgeGroup[];

export function people(): Route {
  const operation = readOperation<PagePeopleQuery, PagePeopleQueryVariables>("people");
  return route<PagePeopleQuery>({
    path: /^\/people$/,
    menu: "people",
    load: (ask, asked) => ask(operation, { filter: filterOf(asked), ...pageAsked(asked) }),
    show({ detainees, facilities }, view) {
      const { language } = view.words;
      const say = lists[language];
      const title = say.title.people(numberIn(language, detainees.totalCount));
      const fields = [
        { name: "name", label: say.field.name },
        { name: "place", label: say.field.place, options: facilities.edges.map(({ node }) => [node.id, node.name] as const) },
        { name: "nationality", label: say.field.nationality, hint: "VE" },
        { name: "age", label: say.field.age, options: ages.map((age) => [age, terms[language].age[age]] as const) },
      ];
      const body = html`<h1>${title}</h1>
        <p class="lead">${say.lead.people}</p>
        ${filterForm(fields, view)}
        <div data-part="people">
          ${peopleTable(
            detainees.edges.map(({ node }) => node),
            view,
          )}
        </div>
        ${pagesOf(detainees.pageInfo, view)}`;
      return { title, description: say.lead.people, body };
    },
  });
}

function filterOf(asked: Asked) {
  const nationality = textOf(asked, "nationality")?.toUpperCase() ?? null;
  if (nationality !== null && !/^[A-Z]{2}$/.test(nationality))
    throw new Misunderstood(`nationality=${nationality}: expected a country's two letters, as VE.`);
  return { nameContains: textOf(asked, "name"), facility: textOf(asked, "place"), nationality, ageGroup: oneOf(asked, "age", ages) };
}
