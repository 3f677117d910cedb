/** A filter as a plain form: it works without a script, and its answer has an address. */
import { html, nothing, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { lists } from "../words/lists.ts";

export type Field = {
  readonly name: string;
  readonly label: string;
  /** What can be chosen, with its words; a field to write in when there is none. */
  readonly options?: readonly (readonly [value: string, words: string])[];
  readonly hint?: string;
  /** What holds when nothing is chosen; everything, where it is not given. */
  readonly otherwise?: string;
};

/** `kept` goes with it unseen. */
export function filterForm(fields: readonly Field[], view: View, kept: Readonly<Record<string, string | null>> = {}): Html {
  const { path, query, words, href } = view;
  const say = lists[words.language];
  const unseen = Object.entries({ ...view.carried, ...kept }).filter(([, value]) => value !== null);
  const used = fields.some(({ name }) => query.get(name));
  return html`<form class="filter screen" method="get" action="${path}">
    ${fields.map(({ name, label, options, hint, otherwise }) => {
      const value = query.get(name) ?? otherwise ?? "";
      const control =
        options === undefined
          ? html`<input name="${name}" value="${value}" placeholder="${hint ?? ""}" maxlength="200" />`
          : html`<select name="${name}">
              ${otherwise === undefined && html`<option value="">${say.all}</option>`}
              ${options.map(([option, text]) => html`<option value="${option}" ${option === value ? html` selected` : nothing}>${text}</option>`)}
            </select>`;
      return html`<label>${label}${control}</label>`;
    })}${unseen.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}<button>${say.apply}</button>${used && html`<a href="${href(path, kept)}">${say.clear}</a>`}
  </form>`;
}
