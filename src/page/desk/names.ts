/** Names: who may be the same person as that of a case, and who is meant by each of a list. */
import type { DeskMatchQuery, DeskSuggestionFragment } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { deskForms } from "../words/desk-forms.ts";
import { deskWords } from "../words/desk.ts";
import { area, choice, deskPath, formOf, line } from "./forms/form.ts";
import { matchesOf } from "./forms/matches.ts";

/** Who may be the same as the person of a case, to judge and to merge. */
export function sameNames(event: string, detainee: string, names: readonly DeskSuggestionFragment[], formToken: string, view: View): Html {
  const say = deskWords[view.words.language];
  const hidden = (right: string) => ({ token: formToken, event, left: detainee, right });
  const verdicts = (["NEGATIVE", "UNSURE"] as const).map((verdict) => [verdict, say.verdicts[verdict]] as const);
  return html`<h3 id="names" tabindex="-1">${say.names}</h3>
    ${names.length === 0 && html`<p class="small">${say.nobody}</p>`}
    ${matchesOf(
      names,
      view,
      (id) =>
        html`<div class="acts">
          ${formOf(
            view.href(`${deskPath}/act`),
            { ...hidden(id), act: "judge" },
            html`${choice(say.act.judge, "verdict", verdicts)}${line(say.note, "publicNote")}<button>${say.act.judge}</button>`,
          )}${formOf(view.href(`${deskPath}/act`), { ...hidden(id), act: "merge" }, html`${line(say.note, "publicNote")}<button>${say.act.merge}</button>`)}
        </div>`,
    )}`;
}

/** A list of names, as a newspaper or an organisation prints one. */
export function namesPage(asked: string, found: DeskMatchQuery["matchNames"], formToken: string, view: View): Html {
  const say = deskForms[view.words.language];
  const entry = (query: Readonly<Record<string, string>>) => view.href(`${deskPath}/claim`, { kind: "event", ...query });
  return html`<article id="case" tabindex="-1">
    <h2>${say.match}</h2>
    <p class="lead">${say.matchLead}</p>
    ${formOf(
      view.href(`${deskPath}/names`),
      { token: formToken },
      html`${area(`${say.matchField} (${say.onePerLine})`, "names", asked, 8)}<button name="act" value="match">${say.match}</button>`,
      { class: "fields one" },
    )}
    ${found.map(
      ({ name, suggestions }) =>
        html`<section>
          <h3>${name}</h3>
          ${
            suggestions.length === 0
              ? html`<p class="small">${say.unknownName}. <a href="${entry({ new: name })}">${say.newPerson(name)}</a></p>`
              : matchesOf(suggestions, view, (id) => html`<a class="small" href="${entry({ person: id })}">${say.saysOf}</a>`)
          }
        </section>`,
    )}
  </article>`;
}
