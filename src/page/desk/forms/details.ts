/** What a form asks of an event besides its time, its facility and how far a release went: the parts of the place, and what sources tell of the person then. */
import type { SentenceKind } from "../../../../generated/graphql.ts";
import { html, type Html } from "../../base/html.ts";
import { deskForms } from "../../words/desk-forms.ts";
import { lists } from "../../words/lists.ts";
import type { Words } from "../../words/words.ts";
import { choice, choicesOf, enumOf, line, textsOf, written } from "./form.ts";

const names = ["country", "admin1", "locality", "personAge", "charges", "caseNumber"] as const;
const ofSentence = ["sentence", "sentenceLength", "sentenceEnds"] as const;
const kinds = Object.keys(lists.en.sentence) as SentenceKind[];
type Shown = Readonly<Record<string, string | null | undefined>>;

type Told = {
  readonly location: { readonly country: string | null; readonly admin1: string | null; readonly locality: string | null } | null;
  readonly age: number | null;
  readonly charges: readonly string[];
  readonly caseNumber: string | null;
  readonly sentence?: string | null;
  readonly sentenceLength?: string | null;
  readonly sentenceEnds?: { readonly edtf: string } | null;
};

/** As the fields show it. */
export const detailsShown = (event: Told, sentenced: boolean): Readonly<Record<string, string>> => ({
  ...{ country: event.location?.country ?? "", admin1: event.location?.admin1 ?? "", locality: event.location?.locality ?? "" },
  ...{ personAge: event.age === null ? "" : String(event.age), charges: event.charges.join("; "), caseNumber: event.caseNumber ?? "" },
  ...(sentenced && {
    sentence: event.sentence ?? "",
    sentenceLength: event.sentenceLength ?? "",
    sentenceEnds: event.sentenceEnds?.edtf ?? "",
  }),
});

export function detailFields(shown: Shown, sentenced: boolean, { language }: Words): Html {
  const { fields, separated, ofSentences } = deskForms[language];
  const { detail, sentence } = lists[language];
  const value = (name: string) => ({ value: shown[name] ?? "" });
  return html`${line(fields.country, "country", { ...value("country"), hint: "VE", most: 2 })}${line(fields.admin1, "admin1", { ...value("admin1"), most: 200 })}${line(fields.locality, "locality", { ...value("locality"), most: 200 })}${line(detail.age, "personAge", { ...value("personAge"), number: true, most: 3 })}${line(`${detail.charges} (${separated})`, "charges", { ...value("charges"), most: 2000 })}${line(detail.case, "caseNumber", { ...value("caseNumber"), most: 200 })}${
    sentenced &&
    html`${choice(`${detail.sentence} ${ofSentences}`, "sentence", [["", "–"], ...choicesOf(sentence)], shown["sentence"])}${line(`${fields.length} ${ofSentences}`, "sentenceLength", { ...value("sentenceLength"), hint: "P12Y6M", most: 30 })}${line(`${fields.ends} ${ofSentences}`, "sentenceEnds", { ...value("sentenceEnds"), hint: "2036-11", most: 100 })}`
  }`;
}

const valueOf = (form: URLSearchParams, name: (typeof names | typeof ofSentence)[number]) => {
  if (name === "charges") return { charges: textsOf(form, "charges", /;/) };
  if (name === "sentence") return { sentence: enumOf(form, "sentence", kinds) ?? null };
  const text = written(form, name) ?? null;
  // Of what is no age the hub says what it expected.
  if (name === "personAge") return { age: text === null ? null : /^\d{1,3}$/.test(text) ? Number(text) : -1 };
  if (name === "country") return { country: text?.toUpperCase() ?? null };
  if (name === "sentenceEnds") return { sentenceEnds: text === null ? null : { edtf: text, timeZone: written(form, "timeZone") ?? "" } };
  return { [name]: text };
};

/** What an input takes of those fields that `is` true of. */
export const detailsOf = (form: URLSearchParams, is: (name: string) => boolean): object =>
  Object.assign({}, ...[...names, ...ofSentence].filter((name) => is(name)).map((name) => valueOf(form, name))) as object;
