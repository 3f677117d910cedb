/** `/releases`: how many, by day, place or what is known of people, with bounds; and one by one. */
import type { PageReleasesQuery, PageReleasesQueryVariables, TallyKey, VerificationState } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import { readOperation } from "../base/operation.ts";
import { momentOf, oneOf, textOf } from "../base/parameters.ts";
import { route, type Asked, type Route, type View } from "../base/route.ts";
import type { Table } from "../base/table.ts";
import { drawBars, narrowBars, wideBars, type Bar } from "../charts/bars.ts";
import { formsOf } from "../files/endings.ts";
import { filterForm } from "../pieces/filter.ts";
import { pageAsked, pagesOf } from "../pieces/paging.ts";
import { releaseList } from "../pieces/releases.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { bucketInWords } from "../words/span.ts";
import { divisions, tallies, type Division } from "../words/tallies.ts";
import { countryIn, terms } from "../words/terms.ts";

type Row = NonNullable<PageReleasesQuery["tally"]>[number];
type Line = Row & Bar & { readonly value: string | null };

const keys: Readonly<Record<Division, TallyKey>> = {
  ...{ day: "DAY", week: "WEEK", month: "MONTH", place: "FACILITY", nationality: "NATIONALITY", sex: "SEX", age: "AGE_GROUP" },
  ...{ outcome: "OUTCOME", condition: "CONDITION" },
};
const states: readonly VerificationState[] = ["VERIFIED", "CORROBORATED", "REPORTED", "CONTESTED"];
const mostBars = 40;

const divisionOf = (asked: Asked): Division => oneOf(asked, "by", divisions) ?? "week";

export function releases(): Route {
  const operation = readOperation<PageReleasesQuery, PageReleasesQueryVariables>("releases");
  return route<PageReleasesQuery>({
    path: /^\/releases$/,
    menu: "releases",
    load(ask, asked) {
      const [place, since, until] = [textOf(asked, "place"), momentOf(asked, "since"), momentOf(asked, "until")];
      const state = oneOf(asked, "state", states);
      const filter = {
        facility: place === null ? null : [place],
        since,
        until,
        state: state === null ? null : [state],
        stage: ["EFFECTED" as const],
        includePossible: true,
        ...(asked.situation && { situation: [asked.situation.slug] }),
      };
      return ask(operation, {
        by: [keys[divisionOf(asked)]],
        filter,
        place,
        since,
        until,
        knownAt: momentOf(asked, "knownAt"),
        situation: asked.situation?.slug,
        situations: asked.situation?.slug,
        ...pageAsked(asked),
      });
    },
    show({ tally, releases: found, facilities }, view) {
      const { words } = view;
      const say = tallies[words.language];
      const by = divisionOf(view);
      const lines = inOrder(
        (tally ?? []).map((row) => lineOf(row, by, view)),
        by,
      );
      const [most] = lines.filter(({ value }) => value !== null).toSorted((one, other) => sizeOf(other) - sizeOf(one));
      const title = say.title(say.division[by], most ? { label: most.label, support: words.chart.support(most) } : null);
      const shown = lines.slice(0, mostBars);
      const [wide, narrow] = [drawBars(shown, words, wideBars), drawBars(shown, words, narrowBars)];
      const files = { picture: wide, small: narrow, table: tableOf(lines, by) };
      const fields = [
        { name: "by", label: say.by, options: divisions.map((each) => [each, say.division[each]] as const), otherwise: by },
        {
          name: "place",
          label: lists[words.language].field.place,
          options: facilities.edges.map(({ node }) => [node.id, node.name] as const),
        },
        { name: "state", label: lists[words.language].field.state, options: states.map((state) => [state, words.states[state]] as const) },
        { name: "since", label: lists[words.language].field.since, hint: "2026-01-08" },
        { name: "until", label: lists[words.language].field.until, hint: "2026-01-31" },
      ];
      const body = html`<h1>${title}</h1>
        <p class="lead">${say.lead}</p>
        ${filterForm(fields, view)}
        <div data-part="tally">
          ${
            wide &&
            html`<figure>
              ${wide}${narrow}
              <figcaption>
                <p>${say.key} ${lines.length > shown.length && say.more(lines.length - shown.length)}</p>
                <p class="screen">${words.situation.downloads}${formsOf(files, view)}</p>
              </figcaption>
            </figure>`
          }${lines.length > 0 && numbersOf(lines, by, view)}
        </div>
        <div data-part="releases">
          <h2>${say.oneByOne}</h2>
          ${
            found.totalCount === 0
              ? html`<p>${lists[words.language].none}</p>`
              : releaseList(
                  found.edges.map(({ node }) => node),
                  view,
                )
          }
        </div>
        ${pagesOf(found.pageInfo, view)}`;
      return { ...files, title, description: say.lead, body };
    },
  });
}

const isTime = (by: Division) => by === "day" || by === "week" || by === "month";

const sizeOf = ({ verified, corroborated, reported, upper }: Line) => Math.max(verified + corroborated + reported, upper);

/** Times in their order, newest first where there are more than can be drawn; all else by how many. What is not known comes last. */
function inOrder(lines: readonly Line[], by: Division): readonly Line[] {
  if (isTime(by)) return lines.length > mostBars ? lines.toReversed() : lines;
  return lines.toSorted(
    (a, b) => Number(a.value === null) - Number(b.value === null) || sizeOf(b) - sizeOf(a) || a.label.localeCompare(b.label),
  );
}

function lineOf(row: Row, by: Division, view: View): Line {
  const [key] = row.keys;
  const value = key?.value ?? null;
  const facility = key?.facility ?? null;
  const label = value === null ? tallies[view.words.language].unknown : nameOf(value, by, view);
  return { ...row, value, label: facility?.name ?? label, link: value === null ? null : linkOf(value, by, view) };
}

function nameOf(value: string, by: Division, { words: { language } }: View): string {
  const named = terms[language];
  const among = (table: Readonly<Record<string, string>>) => table[value] ?? value;
  if (isTime(by)) return bucketInWords(value, language);
  if (by === "nationality") return countryIn(language, value);
  if (by === "sex") return among(named.sex);
  if (by === "age") return among(named.age);
  if (by === "condition") return among(named.condition);
  return by === "outcome" ? among(tallies[language].outcome) : value;
}

/** Where those whom a row counts are found. */
function linkOf(value: string, by: Division, { href }: View): string | null {
  if (by === "place") return href(`/facilities/${encodeURIComponent(value)}`);
  if (by === "nationality" || by === "sex" || by === "age") return href("/people", { [by]: value });
  return null;
}

const numbersOf = (lines: readonly Line[], by: Division, { words }: View): Html => {
  const { columns, inTable, division } = tallies[words.language];
  const number = (value: number) => numberIn(words.language, value);
  return html`<details>
    <summary>${inTable}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${inTable}">
      <table>
        <thead>
          <tr>
            <th scope="col">${division[by]}</th>
            ${(["verified", "bounds", "corroborated", "reported", "contested"] as const).map((column) => html`<th scope="col">${columns[column]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            ({ label, link, verified, lower, upper, corroborated, reported, contested }) =>
              html`<tr>
                <th scope="row">${link === null ? label : html`<a href="${link}">${label}</a>`}</th>
                <td class="n named">${number(verified)}</td>
                <td class="n">${words.chart.range(number(lower), number(upper))}</td>
                <td class="n">${number(corroborated)}</td>
                <td class="n">${number(reported)}</td>
                <td class="n">${number(contested)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
};

const tableOf = (lines: readonly Line[], by: Division): Table => ({
  columns: [by, "name", "verified", "lower", "upper", "corroborated", "reported", "contested"],
  rows: lines.map(({ value, label, verified, lower, upper, corroborated, reported, contested }) => [
    value,
    value === null ? null : label,
    verified,
    lower,
    upper,
    corroborated,
    reported,
    contested,
  ]),
});
