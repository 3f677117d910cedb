/** What is said of each record and can be corrected, and the columns that hold it: for amendments, for the versions that they leave, and for what a record said at a moment. */
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";

export type Particular = {
  readonly columns: readonly string[];
  /** A partly known time, in five columns. */
  readonly span?: true;
  /** It names another record; the column holds what was stated, whoever stands for that one. */
  readonly refersTo?: MatchedNoun | "Document" | "Definition";
};
type Particulars = Readonly<Record<string, Particular>>;

const plain = (...fields: string[]): Particulars => Object.fromEntries(fields.map((field) => [field, { columns: [field] }]));
const span = (field: string): Particulars => ({
  [field]: { columns: ["Earliest", "Latest", "Precision", "TimeZone", "Verbatim"].map((end) => `${field}${end}`), span: true },
});
const reference = (field: string, refersTo: MatchedNoun): Particulars => ({
  [field]: { columns: [`stated${field[0]!.toUpperCase()}${field.slice(1)}Id`], refersTo },
});

/** By noun and by field, as the inputs call it. A column that stands here for none of a table's fields is its identity, or follows from others. */
export const particulars = {
  Source: plain("name", "aliases", "kind", "independenceGroup", "timeZone"),
  Document: {
    ...reference("publisher", "Source"),
    ...plain("authors", "title", "url", "language", "kind", "retrievedAt", "archiveUrl", "sha256"),
    ...span("publishedAt"),
    derivedFrom: { columns: ["derivedFrom"], refersTo: "Document" },
  },
  Definition: plain("text", "includesHouseArrest", "politicalOnly", "excludesUnderHours"),
  Facility: {
    ...plain("name", "aliases", "kind", "operator", "country", "admin1", "latitude", "longitude", "coordinatePrecision"),
    ...reference("partOf", "Facility"),
  },
  Detainee: {
    ...plain("name", "named", "names", "sex", "ageGroup", "nationalities", "occupations", "ethnicities", "civilMilitary", "externalIds"),
    ...span("birth"),
  },
  CustodyEvent: {
    ...span("when"),
    ...reference("facility", "Facility"),
    ...plain("place", "country", "admin1", "locality", "latitude", "longitude", "coordinatePrecision"),
    ...plain("stage", "outcome", "conditions", "age", "charges", "caseNumber", "sentence", "sentenceLength"),
    ...span("sentenceEnds"),
  },
} as const satisfies Readonly<Record<string, Particulars>>;

export type RecordNoun = keyof typeof particulars;

/** The column in which a version names its record. */
export const recordColumn = {
  Source: "sourceId",
  Document: "documentId",
  Definition: "definitionId",
  Facility: "facilityId",
  Detainee: "detaineeId",
  CustodyEvent: "eventId",
} as const satisfies Record<RecordNoun, string>;

export const particularsOf = (noun: RecordNoun): [field: string, particular: Particular][] => Object.entries(particulars[noun]);

/** The columns of a noun that say something; others are identity, or follow. */
export const sayingColumns = (noun: RecordNoun): ReadonlySet<string> => new Set(particularsOf(noun).flatMap(([, { columns }]) => columns));
