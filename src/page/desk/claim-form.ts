/** The form for a count: what is written is checked while it is written, by the hub's own rules. */
import type { CountMeasure, CountQualifier, CountUnit, DeskChoicesQuery } from "../../../generated/graphql.ts";
import { html, type Html } from "../base/html.ts";
import type { View } from "../base/route.ts";
import { filterForm } from "../pieces/filter.ts";
import { deskWords } from "../words/desk.ts";
import { spanInWords } from "../words/span.ts";
import type { Language } from "../words/language.ts";
import { deskPath } from "./session-cookie.ts";
import { choice, formOf, line, written } from "./form.ts";

const metrics = ["RELEASED", "HELD", "ANNOUNCED", "ORDERED", "ARRESTED", "WHEREABOUTS_UNKNOWN", "DIED", "WAITING"] as const;

type Words = {
  readonly units: readonly (readonly [CountUnit, string])[];
  readonly measures: readonly (readonly [CountMeasure, string])[];
  readonly qualifiers: readonly (readonly [CountQualifier, string])[];
};
const enums: Readonly<Record<Language, Words>> = {
  en: {
    units: [
      ["PERSONS", "people"],
      ["FAMILIES", "families"],
      ["FACILITIES", "places"],
      ["PERCENT", "per cent"],
    ],
    measures: [
      ["CUMULATIVE", "in all since a beginning"],
      ["STOCK", "at that moment"],
      ["INCREMENT", "in that time"],
    ],
    qualifiers: [
      ["EXACT", "exactly"],
      ["AT_LEAST", "at least"],
      ["MORE_THAN", "more than"],
      ["AT_MOST", "at most"],
      ["FEWER_THAN", "fewer than"],
      ["ABOUT", "about"],
      ["RANGE", "from … to"],
      ["UNQUANTIFIED", "no number"],
    ],
  },
  es: {
    units: [
      ["PERSONS", "personas"],
      ["FAMILIES", "familias"],
      ["FACILITIES", "lugares"],
      ["PERCENT", "por ciento"],
    ],
    measures: [
      ["CUMULATIVE", "en total desde un comienzo"],
      ["STOCK", "en ese momento"],
      ["INCREMENT", "en ese tiempo"],
    ],
    qualifiers: [
      ["EXACT", "exactamente"],
      ["AT_LEAST", "al menos"],
      ["MORE_THAN", "más de"],
      ["AT_MOST", "como mucho"],
      ["FEWER_THAN", "menos de"],
      ["ABOUT", "unos"],
      ["RANGE", "de … a"],
      ["UNQUANTIFIED", "sin cifra"],
    ],
  },
};
const units = enums.en.units.map(([unit]) => unit);

export function claimForm(choices: DeskChoicesQuery, given: URLSearchParams, formToken: string, view: View): Html {
  const { words } = view;
  const { language } = words;
  const say = deskWords[language];
  const { fields } = say;
  const named = enums[language];
  const value = (name: string) => given.get(name);
  const sources = choices.sources.edges.map(({ node }) => [node.id, node.name] as const);
  const documents = choices.documents.edges.map(
    ({ node }) =>
      [
        node.id,
        [node.title ?? node.url ?? "–", node.publisher?.name, spanInWords(node.publishedAt, language)].filter(Boolean).join(", "),
      ] as const,
  );
  const places = [["", fields.everywhere] as const, ...choices.facilities.edges.map(({ node }) => [node.id, node.name] as const)];
  const situations = choices.situations.edges.map(({ node }) => [node.id, node.name] as const);
  const zone = value("timeZone") ?? choices.sources.edges[0]?.node.timeZone ?? "UTC";
  const form = formOf(
    view.href("/desk/claim"),
    { token: formToken },
    html`${situations.length > 1 && choice(fields.situation, "situation", situations, value("situation"))}${choice(fields.source, "source", sources, value("source"))}${choice(fields.document, "document", documents, value("document"))}${line(fields.locator, "locator", { value: value("locator"), most: 100 })}${line(fields.statement, "statement", { value: value("statement"), required: true })}${line(fields.quote, "quote", { value: value("quote"), most: 200 })}${choice(
        fields.metric,
        "metric",
        metrics.map((metric) => [metric, words.chart.counts[metric]] as const),
        value("metric"),
      )}${choice(fields.unit, "unit", named.units, value("unit"))}${choice(fields.measure, "measure", named.measures, value("measure"))}${choice(fields.qualifier, "qualifier", named.qualifiers, value("qualifier"))}${line(fields.lower, "lower", { value: value("lower"), most: 12, number: true })}${line(fields.upper, "upper", { value: value("upper"), most: 12, number: true })}${choice(fields.facility, "facility", places, value("facility"))}${line(fields.asOf, "asOf", { value: value("asOf"), required: true, hint: say.writtenAs, most: 100 })}${line(say.zone, "timeZone", { value: zone, required: true, most: 60 })}
      <output class="small" data-told="time"></output><output class="small" data-told="bounds"></output>
      <p><button name="act" value="check">${say.act.check}</button> <button name="act" value="record">${say.act.record}</button></p>`,
    { class: "fields", check: "count" },
  );
  const many = [choices.sources, choices.facilities].some(({ totalCount, edges }) => totalCount > edges.length);
  // More than can be chosen from: a part of the name finds them.
  const finder =
    (many || view.query.has("who") || view.query.has("where")) &&
    filterForm(
      [
        { name: "who", label: fields.source },
        { name: "where", label: fields.facility },
      ],
      { ...view, path: `${deskPath}/claim` },
    );
  return html`<article id="case" tabindex="-1">
    <h2>${say.claim}</h2>
    ${finder}${form}
  </article>`;
}

/** What a check asks with: the same for a time alone and for a count. Where one number is meant, either field will do. */
export function checkOf(form: URLSearchParams) {
  const [lower, upper] = [numberOf(form, "lower"), numberOf(form, "upper")];
  const oneNumber = /^(?:EXACT|ABOUT)$/.test(form.get("qualifier") ?? "");
  return {
    time: { edtf: written(form, "asOf") ?? "", timeZone: written(form, "timeZone") ?? "" },
    qualifier:
      enumOf(
        form,
        "qualifier",
        enums.en.qualifiers.map(([value]) => value),
      ) ?? "UNQUANTIFIED",
    unit: enumOf(form, "unit", units) ?? "PERSONS",
    lower: oneNumber ? (lower ?? upper) : lower,
    upper: oneNumber ? (upper ?? lower) : upper,
  };
}

/** What recordCountClaim takes. */
export function countOf(form: URLSearchParams) {
  const { time, ...bounds } = checkOf(form);
  return {
    ...bounds,
    assertedBy: written(form, "source") ?? "",
    document: written(form, "document") ?? "",
    locator: written(form, "locator"),
    statement: written(form, "statement") ?? "",
    quote: written(form, "quote"),
    asOf: time,
    metric: enumOf(form, "metric", metrics) ?? "RELEASED",
    measure:
      enumOf(
        form,
        "measure",
        enums.en.measures.map(([value]) => value),
      ) ?? "CUMULATIVE",
    facility: written(form, "facility"),
    // Where there is one alone, it need not be named.
    situation: written(form, "situation"),
  };
}

const enumOf = <Value extends string>(form: URLSearchParams, name: string, values: readonly Value[]) =>
  values.find((value) => value === form.get(name));

/** Null for nothing; what is no number is not a number to the rule either. */
function numberOf(form: URLSearchParams, name: string): number | null {
  const text = written(form, name)?.replace(/[\s\u00a0\u202f]/g, "");
  if (text === undefined) return null;
  // Three digits behind a point may be thousands.
  return /^\d{1,9}(?:\.(?!\d{3}$)\d{1,6})?$/.test(text) ? Number(text) : -1;
}
