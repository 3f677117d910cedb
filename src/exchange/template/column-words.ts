/** What stands in each column of a data set, in a line for whoever fills it. Where a name means something else in one table it stands there with the table. */
import { columnsOf, type Column, type Table } from "../format/format.ts";

const words: Readonly<Record<string, string>> = {
  about_source: "The source of which something is said; empty where it is not about one.",
  admin1: "The state, province or department.",
  age_group: "At the arrest. A minor is hidden unless visibility says otherwise.",
  aliases: "Other names under which texts speak of it.",
  archive_url: "Where a copy is kept.",
  as_of: "When it was so; of what the text does not date, the day of publication.",
  asserted_by: "Who says it: the first speaker, never the page that passes the words on.",
  authors: "Who wrote it.",
  birth: "When the person was born, as far as it is known.",
  breakdown: "Of whom the count is: DIMENSION=value, such as SEX=FEMALE.",
  cause: "What is given as the cause, of a death.",
  change_reason: "Why this row replaces the one that it supersedes.",
  civil_military: "Whether the person is a civilian or of the armed forces.",
  conditions: "On what conditions somebody was let out.",
  connection: "How whoever says it stands to the person.",
  coordinate_precision: "How exact the coordinates are.",
  country: "ISO 3166-1 alpha-2, such as VE.",
  definition: "What the source counts, in definitions.csv.",
  derived_from: "Documents that this one repeats.",
  description: "What it counts, in a few sentences.",
  detainee: "The person, in detainees.csv.",
  document: "The page that says it, in documents.csv.",
  event: "The step of which it is said, in events.csv.",
  excludes_under_hours: "Detentions of fewer hours are not counted.",
  external_ids: "Ids of the person elsewhere, such as a list and its number; no national id numbers.",
  facility: "The place, in facilities.csv.",
  includes_house_arrest: "Whether house arrest is counted; empty where the source does not say.",
  independence_group: "Sources with the same word here have one origin, and count as one.",
  indicator: "What a count of the metric OTHER counts, in indicators.csv.",
  key: "A name of your own for the row, by which other rows and later files refer to it: letters, digits, - and _.",
  kind: "What it is.",
  language: "ISO 639, such as es.",
  latitude: "Degrees, with a point before decimals.",
  locator: "Where on the page: a paragraph, a page, a cell.",
  longitude: "Degrees, with a point before decimals.",
  lower: "The least; the same as upper where the number is exact.",
  measure: "How many at a moment (STOCK), since a beginning (CUMULATIVE), or in a period (INCREMENT).",
  metric: "What is counted.",
  name: "As you show it.",
  names_published: "Whether the source publishes the names; empty where the text does not say.",
  nationalities: "ISO 3166-1 alpha-2.",
  occupations: "In a word or two each.",
  operator: "Who runs it.",
  outcome: "How somebody was let out.",
  part_of: "What it is a part of, in this file.",
  period_start: "Since when it is counted; empty where the text does not say.",
  period_start_time_zone: "The time zone of period_start; empty is that of the row.",
  place: "The place in words, where it is none in facilities.csv.",
  political_only: "Whether only political prisoners are counted; empty where the source does not say.",
  population: "Of whom, such as staff or visitors.",
  published_at: "When it was published.",
  publisher: "Who published it, in sources.csv.",
  qualifier: "What the number is: EXACT has lower and upper alike, UNQUANTIFIED neither.",
  quote: "A few words of the text.",
  retrieved_at: "When it was captured: an instant, such as 2026-01-12T14:30:00Z.",
  sex: "As the text gives it.",
  sha256: "The SHA-256 of the capture.",
  slug: "A name of your own for the row, by which other rows and later files refer to it: lower-case letters, digits and -.",
  source: "Whose definition it is, in sources.csv.",
  stage: "How far a release has come; a release needs it, nothing else has it.",
  stance: "Whether it is said that the step took place, or that it did not.",
  statement: "What is said, in a sentence of your own.",
  supersedes: "The row that this one replaces; rows are never overwritten.",
  text: "What the source counts, in its words or yours.",
  time_zone: "IANA, such as America/Caracas; empty is that of dataset.json.",
  title: "The title.",
  type: "What happened.",
  unit: "What is counted by one; empty is PERSONS.",
  upper: "The most; the same as lower where the number is exact.",
  url: "Where it was published.",
  visibility: "Who may see it; empty is PUBLIC.",
  when: "When it happened, as far as it is known.",
};

const inTable: Partial<Readonly<Record<Table, Readonly<Record<string, string>>>>> = {
  indicators: { unit: "In what it is counted." },
  names: { text: "Another spelling or name of the person." },
};

const verbatim = "_verbatim";

export function describeColumn(table: Table, { name }: Column): string {
  if (name.endsWith(verbatim)) return `The words of the text for ${name.slice(0, -verbatim.length)}.`;
  return inTable[table]?.[name] ?? words[name] ?? "";
}

/** The columns that are written today. */
export const columnsToFill = (table: Table): readonly Column[] => columnsOf[table].filter(({ former }) => former !== true);
