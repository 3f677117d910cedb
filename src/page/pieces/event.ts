/** One event of a person: when, where, how far it is verified, why not, and who says so on which page. */
import type { PagePersonByIdQuery } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import type { Language } from "../words/language.ts";
import { lists } from "../words/lists.ts";
import { spanInWords } from "../words/span.ts";
import { placeInWords } from "./where.ts";
import { terms } from "../words/terms.ts";
import { citedAt } from "./cited.ts";
import { placeLink, sourceLink, stateTag } from "./people.ts";

export type PersonEvent = NonNullable<PagePersonByIdQuery["detainee"]>["timeline"]["edges"][number]["node"];

/** How old the person was, what of, under which number, and for how long. */
function details(event: PersonEvent, { words }: View): Html | false {
  const say = lists[words.language];
  const { age, charges, caseNumber } = event;
  const told = [
    age !== null && `${say.detail.age}: ${age}`,
    charges.length > 0 && `${say.detail.charges}: ${charges.join("; ")}`,
    caseNumber !== null && `${say.detail.case}: ${caseNumber}`,
    event.__typename === "Sentence" && sentenceInWords(event, words.language),
  ].filter((part) => typeof part === "string");
  return told.length > 0 && html`<p class="small">${told.join(" · ")}</p>`;
}

function sentenceInWords({ sentence, sentenceLength, sentenceEnds }: Extract<PersonEvent, { __typename: "Sentence" }>, language: Language) {
  if (sentence === null) return null;
  const { detail, sentence: kinds } = lists[language];
  const ends = sentenceEnds && `${detail.ends} ${spanInWords(sentenceEnds, language)}`;
  return `${detail.sentence}: ${[kinds[sentence], sentenceLength, ends].filter(Boolean).join(", ")}`;
}

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
      ${event.facility ? html`<a href="${placeLink(view, event.facility.slug)}">${event.facility.name}</a>` : placeInWords(event, language)}${conditions.length > 0 && html` ${say.conditions}: ${words.list(conditions)}.`}${event.__typename === "Release" && event.acknowledged && html` ${say.acknowledged}`}
    </p>
    ${details(event, view)}${
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
