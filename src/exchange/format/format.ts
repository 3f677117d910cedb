/**
 * The data-set format: a directory with `dataset.json` and one CSV file (RFC 4180, UTF-8, header row) a noun. Here is which columns each file has and where their
 * cells go in the domain's drafts. An empty cell means absent; `|` separates the items of a list; rows refer to one another by key or slug.
 *
 * Verifications, judgements and API keys are not part of it: what a person decided on one hub is no evidence on another.
 */
import type { ClaimKind } from "../../db/generated/prisma/enums.ts";
import type { placeParts } from "../../domain/counting/place.ts";
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
  readonly part?: "edtf" | "verbatim" | "timeZone" | (typeof placeParts)[number];
  readonly as: "text" | "list" | "number" | "count" | "boolean" | "instant" | "zone";
  /** The cell holds keys of that table. */
  readonly refersTo?: KeyedTable;
  /** Every row fills it, so that every file has it. Any other column may be left out, which is as good as empty. */
  readonly required?: boolean;
  /** Of data sets from before: read, and no longer written. */
  readonly former?: boolean;
};

const camel = (name: string) => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const text = (name: string): Column => ({ name, field: camel(name), as: "text" });
const list = (name: string): Column => ({ name, field: camel(name), as: "list" });
const number = (name: string): Column => ({ name, field: camel(name), as: "number" });
/** A part of the place of a count. */
const placed = (name: string, part: (typeof placeParts)[number]): Column => ({ name, field: "place", part, as: "text" });
/** A number as a curator writes it: what can be read in two ways is left for the draft to refuse. */
const count = (name: string): Column => ({ name, field: camel(name), as: "count" });
const boolean = (name: string): Column => ({ name, field: camel(name), as: "boolean" });
const reference = (name: string, refersTo: KeyedTable): Column => ({ name, field: camel(name), as: "text", refersTo });
const filled = (name: string): Column => ({ ...text(name), required: true });
const required = (name: string, refersTo: KeyedTable): Column => ({ ...reference(name, refersTo), required: true });
const written = (name: string): Column => ({ name, field: camel(name), part: "edtf", as: "text" });
const verbatim = (name: string): Column => ({ name: `${name}_verbatim`, field: camel(name), part: "verbatim", as: "text" });
const zone = (name: string, field: string): Column => ({ name, field, part: "timeZone", as: "zone" });

const coordinates = [number("latitude"), number("longitude"), text("coordinate_precision")];
/** The parts of the place of an event. */
const within = [text("country"), text("admin1"), text("locality"), ...coordinates];

const claim = [
  filled("key"),
  required("asserted_by", "sources"),
  required("document", "documents"),
  text("locator"),
  filled("statement"),
  text("quote"),
  written("as_of"),
  verbatim("as_of"),
  zone("time_zone", "asOf"),
];

export const columnsOf: Readonly<Record<Table, readonly Column[]>> = {
  sources: [
    filled("slug"),
    filled("name"),
    list("aliases"),
    filled("kind"),
    text("independence_group"),
    { name: "time_zone", field: "timeZone", as: "zone" },
    text("visibility"),
  ],
  documents: [
    filled("key"),
    reference("publisher", "sources"),
    list("authors"),
    text("title"),
    text("url"),
    text("language"),
    filled("kind"),
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
    filled("key"),
    required("source", "sources"),
    filled("text"),
    boolean("includes_house_arrest"),
    boolean("political_only"),
    number("excludes_under_hours"),
    reference("supersedes", "definitions"),
  ],
  facilities: [
    filled("slug"),
    filled("name"),
    list("aliases"),
    filled("kind"),
    text("operator"),
    reference("part_of", "facilities"),
    filled("country"),
    text("admin1"),
    ...coordinates,
    text("visibility"),
  ],
  detainees: [
    filled("key"),
    // Empty of somebody whose name is not known.
    text("name"),
    // False where the name is a label of somebody whose name is not known.
    boolean("named"),
    text("sex"),
    text("age_group"),
    written("birth"),
    verbatim("birth"),
    zone("time_zone", "birth"),
    list("nationalities"),
    list("occupations"),
    list("ethnicities"),
    text("civil_military"),
    text("visibility"),
    list("external_ids"),
  ],
  names: [required("detainee", "detainees"), filled("text"), text("language"), filled("kind")],
  events: [
    filled("key"),
    required("detainee", "detainees"),
    filled("type"),
    written("when"),
    verbatim("when"),
    zone("time_zone", "when"),
    reference("facility", "facilities"),
    text("place"),
    text("stage"),
    text("outcome"),
    list("conditions"),
    number("age"),
    list("charges"),
    text("case_number"),
    text("sentence"),
    text("sentence_length"),
    written("sentence_ends"),
    verbatim("sentence_ends"),
    zone("sentence_ends_time_zone", "sentenceEnds"),
    ...within,
  ],
  indicators: [filled("slug"), filled("name"), filled("unit"), text("population"), text("description")],
  counts: [
    ...claim,
    filled("metric"),
    text("unit"),
    filled("measure"),
    filled("qualifier"),
    count("lower"),
    count("upper"),
    written("period_start"),
    // Most beginnings of a period are written like the as-of, in its time zone.
    verbatim("period_start"),
    zone("period_start_time_zone", "periodStart"),
    reference("indicator", "indicators"),
    reference("definition", "definitions"),
    reference("facility", "facilities"),
    // Where, if that is no facility.
    placed("country", "country"),
    placed("admin1", "admin1"),
    placed("locality", "locality"),
    placed("place", "text"),
    reference("part_of", "counts"),
    // Of a share.
    reference("base", "counts"),
    list("breakdown"),
    { ...text("dimension"), former: true },
    { ...text("category"), former: true },
    boolean("names_published"),
    text("visibility"),
    reference("supersedes", "counts"),
    text("change_reason"),
    // Of the place.
    ...coordinates,
  ],
  "event-claims": [
    ...claim,
    required("event", "events"),
    filled("stance"),
    text("connection"),
    text("cause"),
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
