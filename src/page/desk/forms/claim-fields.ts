/** What every claim says: who, on which page, in which words, of which time. And how what can be chosen is found. */
import type { DeskChoicesQuery } from "../../../../generated/graphql.ts";
import { html, type Html } from "../../base/html.ts";
import type { View } from "../../base/route.ts";
import { filterForm } from "../../pieces/filter.ts";
import { deskForms, type Entry } from "../../words/desk-forms.ts";
import { deskWords } from "../../words/desk.ts";
import { spanInWords } from "../../words/span.ts";
import type { Language } from "../../words/language.ts";
import type { Words } from "../../words/words.ts";
import { choice, type Choices, deskPath, line, timeOf, written } from "./form.ts";

/** What a form offers, each with its id. */
export type Choosable = {
  readonly sources: Choices;
  readonly documents: Choices;
  readonly places: Choices;
  readonly situations: Choices;
  readonly timeZone: string;
  /** Whether there is more than is offered. */
  readonly many: boolean;
};

type Page = DeskChoicesQuery["documents"]["edges"][number]["node"];
const pageInWords = ({ title, url, publisher, publishedAt }: Page, language: Language) =>
  [title ?? url ?? "–", publisher?.name, spanInWords(publishedAt, language)].filter(Boolean).join(", ");

/** What was chosen before stays on offer, whatever is looked for since. */
export function choosableOf(choices: DeskChoicesQuery, language: Language): Choosable {
  const { sources, documents, facilities, situations, chosen } = choices;
  const nodes = <Node>({ edges }: { readonly edges: readonly { readonly node: Node }[] }) => edges.map(({ node }) => node);
  const of = <Kind extends string>(kind: Kind) =>
    chosen.filter((each): each is Extract<NonNullable<typeof each>, { __typename: Kind }> => each?.__typename === kind);
  const once = (all: Choices): Choices => [...new Map(all)];
  return {
    sources: once([...nodes(sources), ...of("Source")].map(({ id, name }) => [id, name] as const)),
    documents: once([...of("Document"), ...nodes(documents)].map((page) => [page.id, pageInWords(page, language)] as const)),
    places: once([...nodes(facilities), ...of("Facility")].map(({ id, name }) => [id, name] as const)),
    situations: nodes(situations).map(({ id, name }) => [id, name] as const),
    timeZone: nodes(sources)[0]?.timeZone ?? "UTC",
    many: [sources, documents, facilities].some(({ totalCount, edges }) => totalCount > edges.length),
  };
}

export function claimFields({ sources, documents, situations, timeZone }: Choosable, given: URLSearchParams, { language }: Words): Html {
  const { fields } = deskForms[language];
  const say = deskWords[language];
  const value = (name: string) => given.get(name);
  return html`${situations.length > 1 && choice(fields.situation, "situation", situations, value("situation"))}${choice(fields.source, "source", sources, value("source"))}${choice(fields.document, "document", documents, value("document"))}${line(fields.locator, "locator", { value: value("locator"), most: 100 })}${line(fields.statement, "statement", { value: value("statement"), required: true })}${line(fields.quote, "quote", { value: value("quote"), most: 200 })}${line(fields.asOf, "asOf", { value: value("asOf"), required: true, hint: say.writtenAs, most: 100 })}${line(say.zone, "timeZone", { value: value("timeZone") ?? timeZone, required: true, most: 60 })}`;
}

/** The same, as the mutations take it. */
export const claimedOf = (form: URLSearchParams) => ({
  assertedBy: written(form, "source") ?? "",
  document: written(form, "document") ?? "",
  locator: written(form, "locator"),
  statement: written(form, "statement") ?? "",
  quote: written(form, "quote"),
  asOf: timeOf(form),
});

/** By a part of a name, a title or an address, where there are more than can be chosen from. */
export function finder(kind: Entry, { many }: Choosable, view: View): Html | null {
  const { fields, find } = deskForms[view.words.language];
  const named = [
    { name: "who", label: fields.source },
    { name: "page", label: fields.document },
    { name: "where", label: fields.facility },
  ];
  if (!many && !named.some(({ name }) => view.query.has(name))) return null;
  const kept = { kind, person: view.query.get("person"), new: view.query.get("new") };
  return html`<details ${(named.some(({ name }) => view.query.has(name)) || undefined) && html` open`}>
    <summary>${find}</summary>
    ${filterForm(named, { ...view, path: `${deskPath}/claim` }, kept)}
  </details>`;
}
