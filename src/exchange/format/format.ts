/**
 * The data-set format: a directory with `dataset.json` and one CSV file (RFC 4180, UTF-8, header row) a noun. Here is which columns each file has and where their
 * cells go in the domain's drafts. An empty cell means absent; `|` separates the items of a list; rows refer to one another by key or slug.
 *
 * Verifications, judgements and API keys are not part of it: what a person decided on one hub is no evidence on another.
 */
import type { ClaimKind } from "../../db/generated/prisma/enums.ts";
import type { Noun } from "../../domain/identity.ts";

/** In the order in which they refer to one another: a row refers to rows of its own or an earlier table. */
export const tables = [
  "sources",
  "documents",
  "definitions",
  "facilities",
  "detainees",
  "names",
  "events",
  "indicators",
  "counts",
  "event-claims",
  "remarks",
] as const;
export type Table = (typeof tables)[number];
/** A name has no key of its own; it belongs to a person. */
export type KeyedTable = Exclude<Table, "names">;
export const keyedTables = tables.filter((table) => table !== "names");

/** Something for each table. */
export function byTable<Value>(make: (table: Table) => Value): Record<Table, Value> {
  return Object.fromEntries(tables.map((table) => [table, make(table)])) as Record<Table, Value>;
}

export const nouns: Readonly<Record<KeyedTable, Noun>> = {
  sources: "Source",
  documents: "Document",
  definitions: "Definition",
  facilities: "Facility",
  detainees: "Detainee",
  events: "CustodyEvent",
  indicators: "Indicator",
  counts: "Claim",
  "event-claims": "Claim",
  remarks: "Claim",
};

/** The tables of claims, by kind. A key names one claim, of whichever kind. */
export const claimTables = { COUNT: "counts", EVENT: "event-claims", REMARK: "remarks" } as const satisfies Record<ClaimKind, KeyedTable>;
export type ClaimTable = (typeof claimTables)[ClaimKind];

export type Column = {
  readonly name: string;
  /** Where the cell goes in the draft: a field, or a part of a TimeSpan. */
  readonly field: string;
  readonly part?: "edtf" | "verbatim" | "timeZone";
  readonly as: "text" | "list" | "number" | "count" | "boolean" | "instant" | "zone";
  /** The cell holds keys of that table. */
  readonly refersTo?: KeyedTable;
  readonly required?: boolean;
  /** A file need not have this column. */
  readonly optional?: boolean;
  /** Of data sets from before: read, and no longer written. */
  readonly former?: boolean;
};

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const text = (name: string): Column => ({ name, field: camel(name), as: "text" });
const list = (name: string): Column => ({ name, field: camel(name), as: "list" });
const number = (name: string): Column => ({ name, field: camel(name), as: "number" });
/** A number as a curator writes it: what can be read in two ways is left for the draft to refuse. */
const count = (name: string): Column => ({ name, field: camel(name), as: "count" });
const boolean = (name: string): Column => ({ name, field: camel(name), as: "boolean" });
const reference = (name: string, refersTo: KeyedTable): Column => ({ name, field: camel(name), as: "text", refersTo });
const required = (name: string, refersTo: KeyedTable): Column => ({ ...reference(name, refersTo), required: true });
const written = (name: string): Column => ({ name, field: camel(name), part: "edtf", as: "text" });
const verbatim = (name: string): Column => ({ name: `${name}_verbatim`, field: camel(name), part: "verbatim", as: "text" });
const zone = (name: string, field: string): Column => ({ name, field, part: "timeZone", as: "zone" });

const claim = [
  text("key"),
  required("asserted_by", "sources"),
  required("document", "documents"),
  text("locator"),
  text("statement"),
  text("quote"),
  written("as_of"),
  verbatim("as_of"),
  zone("time_zone", "asOf"),
];

export const columnsOf: Readonly<Record<Table, readonly Column[]>> = {
  sources: [
    text("slug"),
    text("name"),
    list("aliases"),
    text("kind"),
    text("independence_group"),
    { name: "time_zone", field: "timeZone", as: "zone" },
    text("visibility"),
  ],
  documents: [
    text("key"),
    reference("publisher", "sources"),
    list("authors"),
    text("title"),
    text("url"),
    text("language"),
    text("kind"),
    written("published_at"),
    verbatim("published_at"),
    zone("time_zone", "publishedAt"),
    { name: "retrieved_at", field: "retrievedAt", as: "instant" },
    text("archive_url"),
    text("sha256"),
    { name: "derived_from", field: "derivedFrom", as: "list", refersTo: "documents" },
    text("visibility"),
  ],
  definitions: [
    text("key"),
    required("source", "sources"),
    text("text"),
    boolean("includes_house_arrest"),
    boolean("political_only"),
    number("excludes_under_hours"),
    reference("supersedes", "definitions"),
  ],
  facilities: [
    text("slug"),
    text("name"),
    list("aliases"),
    text("kind"),
    text("operator"),
    reference("part_of", "facilities"),
    text("country"),
    text("admin1"),
    number("latitude"),
    number("longitude"),
    text("coordinate_precision"),
    text("visibility"),
  ],
  detainees: [
    text("key"),
    text("name"),
    // False where the name is a label of somebody whose name is not known.
    { ...boolean("named"), optional: true },
    text("sex"),
    text("age_group"),
    written("birth"),
    verbatim("birth"),
    zone("time_zone", "birth"),
    list("nationalities"),
    list("occupations"),
    { ...list("ethnicities"), optional: true },
    text("civil_military"),
    text("visibility"),
    list("external_ids"),
  ],
  names: [required("detainee", "detainees"), text("text"), text("language"), text("kind")],
  events: [
    text("key"),
    required("detainee", "detainees"),
    text("type"),
    written("when"),
    verbatim("when"),
    zone("time_zone", "when"),
    reference("facility", "facilities"),
    text("place"),
    text("stage"),
    text("outcome"),
    list("conditions"),
    { ...number("age"), optional: true },
    { ...list("charges"), optional: true },
    { ...text("case_number"), optional: true },
    { ...text("sentence"), optional: true },
    { ...text("sentence_length"), optional: true },
    { ...written("sentence_ends"), optional: true },
    { ...verbatim("sentence_ends"), optional: true },
    { ...zone("sentence_ends_time_zone", "sentenceEnds"), optional: true },
  ],
  indicators: [text("slug"), text("name"), text("unit"), text("population"), text("description")],
  counts: [
    ...claim,
    text("metric"),
    text("unit"),
    text("measure"),
    text("qualifier"),
    count("lower"),
    count("upper"),
    written("period_start"),
    // Most beginnings of a period are written like the as-of, in its time zone.
    { ...verbatim("period_start"), optional: true },
    { ...zone("period_start_time_zone", "periodStart"), optional: true },
    { ...reference("indicator", "indicators"), optional: true },
    reference("definition", "definitions"),
    reference("facility", "facilities"),
    reference("part_of", "counts"),
    { ...list("breakdown"), optional: true },
    { ...text("dimension"), former: true },
    { ...text("category"), former: true },
    boolean("names_published"),
    text("visibility"),
    reference("supersedes", "counts"),
    text("change_reason"),
  ],
  "event-claims": [
    ...claim,
    required("event", "events"),
    text("stance"),
    text("connection"),
    { ...text("cause"), optional: true },
    text("visibility"),
    reference("supersedes", "event-claims"),
    text("change_reason"),
  ],
  remarks: [
    ...claim,
    reference("facility", "facilities"),
    reference("about_source", "sources"),
    text("visibility"),
    reference("supersedes", "remarks"),
    text("change_reason"),
  ],
};

/** Times that a row may lack altogether: absent when none of their cells is filled. The other times are unknown when nothing is written. */
export const optionalTimes: ReadonlySet<string> = new Set(["birth", "periodStart", "sentenceEnds"]);

/** The column that tells the rows of a table apart. */
export function keyColumn(table: KeyedTable): "slug" | "key" {
  return table === "sources" || table === "facilities" || table === "indicators" ? "slug" : "key";
}

/** What a reference to a table is, for messages. */
export const referenceTo: Readonly<Record<KeyedTable, string>> = {
  sources: "the slug of a source",
  documents: "the key of a document",
  definitions: "the key of a definition",
  facilities: "the slug of a facility",
  detainees: "the key of a detainee",
  events: "the key of a custody event",
  indicators: "the slug of an indicator",
  counts: "the key of a count",
  "event-claims": "the key of an event claim",
  remarks: "the key of a remark",
};
