/** One event of a person: when, where, how far it is verified, why not, and who says so on which page. */
import type { PagePersonByIdQuery } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { lists } from "../words/lists.ts";
import { spanInWords } from "../words/span.ts";
import { terms } from "../words/terms.ts";
import { citedAt } from "./cited.ts";
import { placeLink, sourceLink, stateTag } from "./people.ts";

export type PersonEvent = NonNullable<PagePersonByIdQuery["detainee"]>["timeline"]["edges"][number]["node"];

export function eventSection(event: PersonEvent, view: View): Html {
  const { words } = view;
  const { language } = words;
  const say = lists[language];
  const named = terms[language];
  const { verification } = event;
  const conditions = event.__typename === "Release" ? event.conditions.map((condition) => named.condition[condition]) : [];
  const missing = verification?.failedRules ?? [];
  return html`<section id="event-${event.id}" data-part="event-${event.id}">
    <h3>${named.event[event.type]}, ${spanInWords(event.when, language)} ${stateTag(event.state, words)}</h3>
    <p>
      ${event.facility ? html`<a href="${placeLink(view, event.facility.slug)}">${event.facility.name}</a>` : event.place}${conditions.length > 0 && html` ${say.conditions}: ${words.list(conditions)}.`}${event.__typename === "Release" && event.acknowledged && html` ${say.acknowledged}`}
    </p>
    ${
      verification?.publicNote && html`<p class="correction">${verification.publicNote}</p>`
    }${verification && verification.roots.length > 0 && html`<p class="small">${say.origins}: ${verification.roots.map(({ slug, name }, index) => html`${index > 0 && ", "}<a href="${sourceLink(view, slug)}">${name}</a>`)}.</p>`}${
      event.state !== "VERIFIED" &&
      missing.length > 0 &&
      html`<p><strong>${say.missing}</strong></p>
        <ul>
          ${missing.map(({ rule, message, needed }) => html`<li>${named.rule[rule]}: ${message}<br /><span class="small">${say.needed}: ${needed}</span></li>`)}
        </ul>`
    }
    <ul class="plain">
      ${event.claims.edges.map(({ node }) => {
        const stance =
          node.__typename === "EventClaim" && node.stance === "DISPUTES" ? html` <strong>${named.stance.DISPUTES}</strong>` : null;
        const connection = node.__typename === "EventClaim" ? named.connection[node.connection] : null;
        return html`<li id="claim-${node.id}">
          <a href="${sourceLink(view, node.assertedBy.slug)}">${node.assertedBy.name}</a
          >${connection && html` <span class="small">(${connection})</span>`}${stance}${node.status !== "ACTIVE" && html` <span class="small">${named.claim[node.status]}</span>`}:
          ${node.statement}<br />${citedAt(node, words)}
        </li>`;
      })}
    </ul>
  </section>`;
}
