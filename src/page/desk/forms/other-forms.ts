/** The forms for a remark and for a page. */
import type { DocumentKind } from "../../../../generated/graphql.ts";
import { html, type Html } from "../../base/html.ts";
import { deskForms } from "../../words/desk-forms.ts";
import { deskWords } from "../../words/desk.ts";
import type { Words } from "../../words/words.ts";
import { choice, choicesOf, enumOf, line, timeOf, written } from "./form.ts";
import { claimedOf, claimFields, type Choosable } from "./claim-fields.ts";

export function remarkFields(choosable: Choosable, given: URLSearchParams, words: Words): Html {
  const { fields } = deskForms[words.language];
  return html`${claimFields(choosable, given, words)}${choice(fields.facility, "facility", [["", fields.nowhere], ...choosable.places], given.get("facility"))}${choice(fields.about, "about", [["", fields.nobody], ...choosable.sources], given.get("about"))}`;
}

/** What recordRemark takes. */
export const remarkOf = (form: URLSearchParams) => ({
  ...claimedOf(form),
  facility: written(form, "facility"),
  aboutSource: written(form, "about"),
  situation: written(form, "situation"),
});

const documentKinds = Object.keys(deskForms.en.documentKinds) as DocumentKind[];

export function documentFields({ sources, timeZone }: Choosable, given: URLSearchParams, { language }: Words): Html {
  const { fields, documentKinds: kinds } = deskForms[language];
  const say = deskWords[language];
  const value = (name: string) => given.get(name);
  return html`${choice(fields.kind, "documentKind", choicesOf(kinds), value("documentKind"))}${choice(fields.publisher, "source", [["", fields.nobody], ...sources], value("source"))}${line(fields.title, "title", { value: value("title"), required: true })}${line(fields.url, "url", { value: value("url"), most: 2000, hint: "https://" })}${line(fields.archiveUrl, "archiveUrl", { value: value("archiveUrl"), most: 2000, hint: "https://" })}${line(fields.language, "language", { value: value("language"), most: 20 })}${line(fields.published, "asOf", { value: value("asOf"), required: true, hint: say.writtenAs, most: 100 })}${line(say.zone, "timeZone", { value: value("timeZone") ?? timeZone, required: true, most: 60 })}`;
}

/** What recordDocument takes. */
export const documentOf = (form: URLSearchParams) => ({
  kind: enumOf(form, "documentKind", documentKinds) ?? "ARTICLE",
  publisher: written(form, "source"),
  title: written(form, "title"),
  url: written(form, "url"),
  archiveUrl: written(form, "archiveUrl"),
  language: written(form, "language"),
  publishedAt: timeOf(form),
});
