/** What is recorded at the desk: one form for each kind of thing that is said, with checks while one writes. */
import type { DeskChoicesQuery, DeskMatchQuery, DeskPersonQuery } from "../../../../generated/graphql.ts";
import { html, nothing, type Content, type Html } from "../../base/html.ts";
import type { View } from "../../base/route.ts";
import { deskForms, type Entry } from "../../words/desk-forms.ts";
import { deskWords } from "../../words/desk.ts";
import { deskPath, formOf } from "./form.ts";
import { choosableOf, finder } from "./claim-fields.ts";
import { countFields } from "./count-form.ts";
import { eventFields, personFinder } from "./event-form.ts";
import { documentFields, remarkFields } from "./other-forms.ts";

export const entries = ["count", "event", "remark", "document"] as const satisfies readonly Entry[];
const acts = { count: "record", event: "recordEvent", remark: "recordRemark", document: "recordDocument" } as const;

/** What a form is made of: what can be chosen, and of an event whose it is. */
export type Asked = {
  readonly kind: Entry;
  readonly choices: DeskChoicesQuery;
  readonly person: DeskPersonQuery["detainee"];
  readonly found: DeskMatchQuery["matchNames"] | null;
};

export function entryPage({ kind, choices, person, found }: Asked, given: URLSearchParams, formToken: string, view: View): Html {
  const { words, href } = view;
  const say = deskWords[words.language];
  const forms = deskForms[words.language];
  const choosable = choosableOf(choices, words.language);
  const asks = kind === "event" && person === null && !given.has("name") && !view.query.has("new");
  const fields: Record<Entry, () => Content> = {
    count: () => countFields(choosable, given, view),
    event: () => eventFields(choosable, person, given, view),
    remark: () => remarkFields(choosable, given, words),
    document: () => documentFields(choosable, given, words),
  };
  const form = () =>
    html`${finder(kind, choosable, view)}${formOf(
      href(`${deskPath}/claim`, { kind, new: person === null ? view.query.get("new") : null }),
      { token: formToken, kind, person: person?.id },
      html`${fields[kind]()}
        <output class="small" data-told="time"></output>${kind === "count" && html`<output class="small" data-told="bounds"></output>`}
        <p>
          <button name="act" value="check">${say.act.check}</button> <button name="act" value="${acts[kind]}">${say.act.record}</button>
        </p>`,
      { class: "fields", check: kind === "count" ? "count" : "time" },
    )}`;
  return html`<article id="case" tabindex="-1">
    <h2>${say.claim}</h2>
    <nav class="kinds" aria-label="${say.claim}">
      ${entries.map((each) => html`<a href="${href(`${deskPath}/claim`, { kind: each })}" ${each === kind ? html` aria-current="page"` : nothing}>${forms.entry[each]}</a> `)}
    </nav>
    ${asks ? personFinder(found, view) : form()}
  </article>`;
}
