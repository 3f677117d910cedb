/** Events that may be one happening told twice: side by side, to judge, and to take the judgement back. */
import type { DeskCaseQuery, DeskJudgedQuery, DeskPairFragment, DeskToldFragment } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { personLink } from "../pieces/people.ts";
import { deskForms } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { momentInWords } from "../words/span.ts";
import { choice, deskPath, formOf, line } from "./forms/form.ts";
import { eventInWords } from "./forms/told.ts";

type Event = Extract<NonNullable<DeskCaseQuery["node"]>, { claims: unknown }>;
export type Judgement = Event["judgements"][number];
type Record = NonNullable<DeskJudgedQuery["nodes"][number]>;

/** Pairs with what can be done about each. `path` is where the forms go, and lead back to. */
function pairsOf(pairs: readonly DeskPairFragment[], path: string, formToken: string, view: View): Html {
  const { language } = view.words;
  const say = deskWords[language];
  const verdicts = (["NEGATIVE", "UNSURE"] as const).map((verdict) => [verdict, say.verdicts[verdict]] as const);
  const mark = (as: DeskToldFragment, same: DeskToldFragment) =>
    formOf(
      view.href(path),
      { token: formToken, event: as.id, as: as.id, same: same.id, act: "mark" },
      html`${line(say.note, "publicNote")}<button>${deskForms[language].same}</button>`,
    );
  const one = (event: DeskToldFragment, other: DeskToldFragment) =>
    html`<div>
      <a href="${view.href(deskPath, { event: event.id })}">${eventInWords(event, view.words)}</a>
      <ul class="small">
        ${event.claims.edges.map(({ node: { assertedBy, statement } }) => html`<li>${assertedBy.name}: ${statement}</li>`)}
      </ul>
      ${mark(event, other)}
    </div>`;
  return html`<ul class="plain">
    ${pairs.map(
      ({ as, same, verdict }) =>
        html`<li>
          <strong><a href="${personLink(view, as.detainee.slug)}">${as.detainee.name}</a></strong>
          ${verdict && html`<span class="small">${say.verdicts[verdict]}</span>`}
          <div class="sides even">${one(as, same)}${one(same, as)}</div>
          ${formOf(
            view.href(path),
            { token: formToken, event: as.id, left: as.id, right: same.id, act: "judgeEvents" },
            html`${choice(say.act.judge, "verdict", verdicts)}${line(say.note, "publicNote")}<button>${say.act.judge}</button>`,
          )}
        </li>`,
    )}
  </ul>`;
}

/** Of one event. */
export function duplicatesOf({ mayBeSameAs, sameAs }: Event, formToken: string, view: View): Html | null {
  const say = deskForms[view.words.language];
  const standing =
    sameAs && html`<p>${say.countedAs} <a href="${view.href(deskPath, { event: sameAs.id })}">${eventInWords(sameAs, view.words)}</a></p>`;
  return html`${standing}
    <h3 id="twice" tabindex="-1">${say.duplicates}</h3>
    ${mayBeSameAs.length === 0 ? html`<p class="small">${say.noDuplicates}</p>` : pairsOf(mayBeSameAs, `${deskPath}/act`, formToken, view)}`;
}

/** Of all. */
export function duplicatesPage(pairs: readonly DeskPairFragment[], formToken: string, view: View): Html {
  const say = deskForms[view.words.language];
  return html`<article id="case" tabindex="-1">
    <h2>${say.duplicates}</h2>
    <p class="lead">${say.duplicatesLead}</p>
    ${pairs.length === 0 ? html`<p>${say.noDuplicates}</p>` : pairsOf(pairs, `${deskPath}/duplicates`, formToken, view)}
  </article>`;
}

/** What was judged of an event and its person, each to be taken back. */
export function judgementsOf(
  event: string,
  judgements: readonly Judgement[],
  records: readonly (Record | null)[],
  formToken: string,
  view: View,
): Html | null {
  const { words } = view;
  const say = deskForms[words.language];
  const desk = deskWords[words.language];
  if (judgements.length === 0) return null;
  const named = (id: string) => {
    const found = records.find((record) => record !== null && "id" in record && record.id === id);
    if (found === undefined || found === null) return "–";
    if ("claims" in found) return eventInWords(found, words);
    return "name" in found ? found.name : "–";
  };
  return html`<h3>${say.judged}</h3>
    <ul class="plain">
      ${judgements.map(
        ({ id, left, right, verdict, note, decidedAt }) =>
          html`<li>
            <strong>${desk.verdicts[verdict]}</strong> ${say.judgedOn(momentInWords(decidedAt, words.language, "UTC"))}: ${named(left)} ·
            ${named(right)}${note && html`<br /><span class="small">${note}</span>`}
            ${formOf(
              view.href(`${deskPath}/act`),
              { token: formToken, event, judgement: id, act: "undo" },
              html`${line(desk.note, "publicNote")}<button>${say.undo}</button>`,
            )}
          </li>`,
      )}
    </ul>`;
}
