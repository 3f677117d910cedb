/** `/people`: everybody on record, by name. */
import type { AgeGroup, CustodyStatus, PagePeopleQuery, PagePeopleQueryVariables, Sex } from "../../../generated/graphql.ts";
import { html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf, oneOf, textOf } from "../base/parameters.ts";
import { Misunderstood, route, type Route, type View } from "../base/route.ts";
import { filterForm } from "../pieces/filter.ts";
import { pageAsked, pagesOf } from "../pieces/paging.ts";
import { peopleTable } from "../pieces/people.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { tallies } from "../words/tallies.ts";
import { terms } from "../words/terms.ts";

const orders = ["NAME_ASCENDING", "NAME_DESCENDING"] as const;
const sexes = Object.keys(terms.en.sex) as Sex[];
const statuses = Object.keys(terms.en.status) as CustodyStatus[];
const ages = Object.keys(terms.en.age) as AgeGroup[];

export function people(): Route {
  const operation = readOperation<PagePeopleQuery, PagePeopleQueryVariables>("people");
  return route<PagePeopleQuery>({
    path: /^\/people$/,
    menu: "people",
    load: (ask, asked) =>
      ask(operation, {
        ...{ filter: filterOf(asked), order: oneOf(asked, "order", orders) ?? "NAME_ASCENDING", ...pageAsked(asked) },
        ...{ situation: asked.situation?.slug, knownAt: momentOf(asked, "knownAt") },
      }),
    show({ detainees, facilities }, view) {
      const { language } = view.words;
      const say = lists[language];
      const title = say.title.people(numberIn(language, detainees.totalCount));
      const fields = [
        { name: "name", label: say.field.name },
        { name: "place", label: say.field.place, options: facilities.edges.map(({ node }) => [node.id, node.name] as const) },
        { name: "status", label: say.field.status, options: statuses.map((status) => [status, terms[language].status[status]] as const) },
        { name: "sex", label: say.field.sex, options: sexes.map((sex) => [sex, terms[language].sex[sex]] as const) },
        { name: "nationality", label: say.field.nationality, hint: "VE" },
        {
          name: "order",
          label: say.order,
          options: orders.map((order) => [order, say.orders[order]] as const),
          otherwise: "NAME_ASCENDING",
        },
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
        ${pagesOf(detainees.pageInfo, view)}
        <p><a href="${view.href("/status")}">${tallies[language].see.status}</a></p>`;
      const table = {
        columns: ["name", "slug", "status", "support", "since_earliest", "since_latest", "facility", "nationalities", "sex", "age_group"],
        rows: detainees.edges.map(({ node: { statusSince, ...person } }) => [
          ...[person.name, person.slug, person.status, person.statusState, statusSince?.earliest, statusSince?.latest],
          ...[person.facility?.slug, person.nationalities.join(" "), person.sex, person.ageGroup],
        ]),
      };
      return { title, description: say.lead.people, body, table };
    },
  });
}

function filterOf(asked: View) {
  const nationality = textOf(asked, "nationality")?.toUpperCase() ?? null;
  if (nationality !== null && !/^[A-Z]{2}$/.test(nationality))
    throw new Misunderstood(`nationality=${nationality}: expected a country's two letters, as VE.`);
  const [status, sex, age] = [oneOf(asked, "status", statuses), oneOf(asked, "sex", sexes), oneOf(asked, "age", ages)];
  const place = textOf(asked, "place");
  return {
    ...(status && { status: [status] }),
    ...(sex && { sex: [sex] }),
    ...(asked.situation && { situation: [asked.situation.slug] }),
    nameContains: textOf(asked, "name"),
    ...(place && { facility: [place] }),
    ...(nationality && { nationality: [nationality] }),
    ...(age && { ageGroup: [age] }),
  };
}
