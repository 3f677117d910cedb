/** One event at the desk: its evidence on the left, the rules on the right, and below what can be done, each with its key. */
import type { DeskCaseQuery, DeskJudgedQuery, DeskSuggestionFragment } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { citedAt } from "../pieces/cited.ts";
import { personLink, sourceLink, stateTag } from "../pieces/people.ts";
import { filterForm } from "../pieces/filter.ts";
import { deskForms } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { lists } from "../words/lists.ts";
import { numberIn } from "../words/quantity.ts";
import { spanInWords } from "../words/span.ts";
import { placeInWords } from "../pieces/where.ts";
import { countryIn, terms } from "../words/terms.ts";
import { amendEventForm, amendPersonForm } from "./forms/amend.ts";
import { duplicatesOf, judgementsOf, type Judgement } from "./duplicates.ts";
import { formOf, line } from "./forms/form.ts";
import { sameNames } from "./names.ts";

type Event = Extract<NonNullable<DeskCaseQuery["node"]>, { claims: unknown }>;

export type Case = {
  readonly event: Event;
  readonly names: readonly DeskSuggestionFragment[];
  readonly judgements: readonly Judgement[];
  /** What the judgements are about. */
  readonly records: DeskJudgedQuery["nodes"];
  readonly places: DeskCaseQuery["facilities"];
};

export function caseOf({ event, names, judgements, records, places }: Case, formToken: string, view: View): Html {
  const { words } = view;
  const { language } = words;
  const say = deskWords[language];
  const forms = deskForms[language];
  const named = terms[language];
  const { detainee } = event;
  const facts = [
    ...detainee.nationalities.map((code) => countryIn(language, code)),
    ...detainee.occupations,
    ...detainee.names.map(({ text }) => text).filter((text) => text !== detainee.name),
  ];
  const place = placeInWords(event, language);
  const stage = event.__typename === "Release" ? event.conditions.map((condition) => named.condition[condition]) : [];
  return html`<article id="case" tabindex="-1" aria-labelledby="who">
    <h2 id="who"><a href="${personLink(view, detainee.slug)}">${detainee.name}</a> ${stateTag(event.state, words)}</h2>
    <p class="lead">
      ${named.event[event.type]},
      ${spanInWords(event.when, language)}${place && html`, ${place}`}${stage.length > 0 && html` · ${words.list(stage)}`}
    </p>
    <p class="small">${facts.join(" · ")}</p>
    ${event.verification?.publicNote && html`<p class="correction">${event.verification.publicNote}</p>`}
    <div class="sides">
      <div>
        <h3>${say.evidence}</h3>
        ${evidence(event, view)}
      </div>
      <div>
        <h3>${say.rules}</h3>
        ${rules(event, view)}
      </div>
    </div>
    ${actions(event, formToken, view)}${duplicatesOf(event, formToken, view)}${sameNames(event.id, detainee.id, names, formToken, view)}${judgementsOf(event.id, judgements, records, formToken, view)}
    <h3>${forms.amendEvent}</h3>
    ${placeFinder(event, places, view)}${amendEventForm(event, places, formToken, view)}
    <h3>${forms.amendPerson}</h3>
    ${amendPersonForm(event, formToken, view)}
  </article>`;
}

function evidence({ claims }: Event, view: View): Html {
  const { words } = view;
  const say = deskWords[words.language];
  const named = terms[words.language];
  return html`<ul class="plain">
      ${claims.edges.map(({ node }) => {
        if (node.__typename !== "EventClaim") return null;
        const { root, assertedBy, stance, connection, statement, quote, status } = node;
        return html`<li>
          <strong><a href="${sourceLink(view, assertedBy.slug)}">${assertedBy.name}</a></strong>
          <span class="small">${named.connection[connection]}</span
          >${stance === "DISPUTES" && html` <strong class="state">${named.stance.DISPUTES}</strong>`}${status !== "ACTIVE" && html` <span class="small">${named.claim[status]}</span>`}<br />${statement}${quote && html` <q>${quote}</q>`}<br />${citedAt(node, words)}<br /><span
            class="small ${root.isRoot ? "named" : ""}"
            >${root.isRoot ? say.root : say.noRoot}: ${root.explanation}</span
          >
        </li>`;
      })}
    </ul>
    ${claims.totalCount > claims.edges.length && html`<p class="small">${say.hiddenMore(numberIn(words.language, claims.totalCount))}</p>`}`;
}

/** Every rule, also those that hold: what is missing is seen beside what is there. */
function rules({ verification }: Event, { words }: View): Html {
  const { language } = words;
  const say = deskWords[language];
  const failed = new Map((verification?.failedRules ?? []).map((failure) => [failure.rule, failure]));
  const all = Object.entries(terms[language].rule) as [Parameters<typeof failed.get>[0], string][];
  return html`<ul class="plain rules">
      ${all.map(([rule, text]) => {
        const failure = failed.get(rule);
        if (failure === undefined) return html`<li><span class="named">✓</span> ${text} <span class="small">${say.holds}</span></li>`;
        const numbers = failure.have != null && failure.need != null ? html` <strong>${failure.have}/${failure.need}</strong>` : null;
        return html`<li>
          <span class="state">✗</span> <strong>${text}</strong>${numbers}<br />${failure.message}<br /><span class="small"
            >${lists[language].needed}: ${failure.needed}</span
          >
        </li>`;
      })}
    </ul>
    ${verification && verification.roots.length > 0 && html`<p class="small">${lists[language].origins}: ${words.list(verification.roots.map(({ name }) => name))}. ${verification.policyVersion}</p>`}`;
}

/** By a part of its name, where there are more places than can be chosen from. */
function placeFinder({ id }: Event, { totalCount, edges }: Case["places"], view: View): Html | null {
  if (totalCount <= edges.length && !view.query.has("where")) return null;
  return filterForm([{ name: "where", label: deskForms[view.words.language].fields.facility }], view, { event: id });
}

function actions({ id, verification }: Event, formToken: string, view: View): Html {
  const { language } = view.words;
  const say = deskWords[language];
  const hidden = { token: formToken, event: id, basedOn: verification?.id };
  const act = (name: "verify" | "contest" | "refute" | "retract", key: string) =>
    formOf(
      view.href("/desk/act"),
      { ...hidden, act: name },
      html`${line(name === "verify" ? say.note : say.noteNeeded, "publicNote", { required: name !== "verify", most: 1000 })}<button
          data-key="${key}"
        >
          ${say.act[name]} <kbd>${key}</kbd>
        </button>`,
    );
  return html`<h3>${say.decide}</h3>
    <div class="acts">${act("verify", "v")}${act("contest", "c")}${act("refute", "x")}${act("retract", "t")}</div>`;
}
