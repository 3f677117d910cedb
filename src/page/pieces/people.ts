/** People in a table: status with its support, never stronger than it is. */
import type { PagePersonFragment } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { lists } from "../words/lists.ts";
import { spanInWords } from "../words/span.ts";
import { countryIn, terms } from "../words/terms.ts";
import type { Words } from "../words/words.ts";

type Person = Pick<PagePersonFragment, "status" | "statusState" | "statusSince" | "possibleStatuses">;

export const personLink = ({ href }: View, id: string): string => href(`/people/${encodeURIComponent(id)}`);
export const placeLink = ({ href }: View, slug: string): string => href(`/facilities/${encodeURIComponent(slug)}`);
export const sourceLink = ({ href }: View, slug: string): string => href(`/sources/${encodeURIComponent(slug)}`);

/** “Free under conditions since 8–9 January 2026”; of a status that is not certain, what else it may be. */
export function statusInWords({ status, statusSince, possibleStatuses }: Person, { language }: Words): string {
  const { status: word } = terms[language];
  const say = lists[language];
  const others = possibleStatuses.filter((possible) => possible !== status).map((possible) => word[possible].toLocaleLowerCase(language));
  const since = statusSince === null ? "" : ` ${say.since} ${spanInWords(statusSince, language)}`;
  return `${word[status]}${since}${others.length > 0 ? ` (${say.possible}: ${others.join(", ")})` : ""}`;
}

export function stateTag(state: PagePersonFragment["statusState"], { states }: Words): Html | null {
  return state === null ? null : html`<span class="tag ${state.toLowerCase()}">${states[state]}</span>`;
}

export function peopleTable(people: readonly PagePersonFragment[], view: View): Html {
  const { words } = view;
  const { field, none } = lists[words.language];
  if (people.length === 0) return html`<p>${none}</p>`;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.menu.people}">
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">${field.name}</th>
          <th scope="col">${field.status}</th>
          <th scope="col">${field.place}</th>
          <th scope="col">${field.nationality}</th>
        </tr>
      </thead>
      <tbody>
        ${people.map(
          (person) =>
            html`<tr>
              <th scope="row"><a href="${personLink(view, person.slug)}">${person.name}</a></th>
              <td>${statusInWords(person, words)} ${stateTag(person.statusState, words)}</td>
              <td>${person.facility && html`<a href="${placeLink(view, person.facility.slug)}">${person.facility.name}</a>`}</td>
              <td>${person.nationalities.map((code) => countryIn(words.language, code)).join(", ")}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
