/** The form for a count: what is written is checked while it is written, by the hub's own rules. */
import type { CountMeasure, CountQualifier, CountUnit } from "../../../../generated/graphql.ts";
import { html, type Html } from "../../base/html.ts";
import type { View } from "../../base/route.ts";
import { deskForms } from "../../words/desk-forms.ts";
import { choice, choicesOf, enumOf, line, timeOf, written } from "./form.ts";
import { claimedOf, claimFields, type Choosable } from "./claim-fields.ts";

const metrics = ["RELEASED", "HELD", "ANNOUNCED", "ORDERED", "ARRESTED", "WHEREABOUTS_UNKNOWN", "DIED", "WAITING"] as const;
const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>) => Object.keys(words) as Key[];
const units: readonly CountUnit[] = keysOf(deskForms.en.units);
const measures: readonly CountMeasure[] = keysOf(deskForms.en.measures);
const qualifiers: readonly CountQualifier[] = keysOf(deskForms.en.qualifiers);

export function countFields(choosable: Choosable, given: URLSearchParams, { words }: View): Html {
  const say = deskForms[words.language];
  const { fields } = say;
  const value = (name: string) => given.get(name);
  const counted = metrics.map((metric) => [metric, words.chart.counts[metric]] as const);
  return html`${claimFields(choosable, given, words)}${choice(fields.metric, "metric", counted, value("metric"))}${choice(fields.unit, "unit", choicesOf(say.units), value("unit"))}${choice(fields.measure, "measure", choicesOf(say.measures), value("measure"))}${choice(fields.qualifier, "qualifier", choicesOf(say.qualifiers), value("qualifier"))}${line(fields.lower, "lower", { value: value("lower"), most: 12, number: true })}${line(fields.upper, "upper", { value: value("upper"), most: 12, number: true })}${choice(fields.facility, "facility", [["", fields.everywhere], ...choosable.places], value("facility"))}`;
}

/** What a check asks with: the same for a time alone and for a count. Where one number is meant, either field will do. */
export function checkOf(form: URLSearchParams) {
  const [lower, upper] = [numberOf(form, "lower"), numberOf(form, "upper")];
  const oneNumber = /^(?:EXACT|ABOUT)$/.test(form.get("qualifier") ?? "");
  return {
    time: timeOf(form),
    qualifier: enumOf(form, "qualifier", qualifiers) ?? "UNQUANTIFIED",
    unit: enumOf(form, "unit", units) ?? "PERSONS",
    lower: oneNumber ? (lower ?? upper) : lower,
    upper: oneNumber ? (upper ?? lower) : upper,
  };
}

/** What recordCountClaim takes. */
export function countOf(form: URLSearchParams) {
  const { time: _, ...bounds } = checkOf(form);
  return {
    ...bounds,
    ...claimedOf(form),
    metric: enumOf(form, "metric", metrics) ?? "RELEASED",
    measure: enumOf(form, "measure", measures) ?? "CUMULATIVE",
    facility: written(form, "facility"),
    // Where there is one alone, it need not be named.
    situation: written(form, "situation"),
  };
}

/** Null for nothing; what is no number is not a number to the rule either. */
function numberOf(form: URLSearchParams, name: string): number | null {
  const text = written(form, name)?.replace(/[\s\u00a0\u202f]/g, "");
  if (text === undefined) return null;
  // Three digits behind a point may be thousands.
  return /^\d{1,9}(?:\.(?!\d{3}$)\d{1,6})?$/.test(text) ? Number(text) : -1;
}
