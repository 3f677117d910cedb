/** Rows of a data set as the domain's drafts: the same rules as for a mutation, and the same columns of the database. */
import * as z from "zod";
import { ClaimChangeReason } from "../../db/generated/prisma/enums.ts";
import { id, inTheFuture, key, orNull } from "../../domain/input.ts";
import { countClaimDraft, countClaimRow, eventClaimDraft, eventClaimRow } from "../../domain/records/claim.ts";
import { indicatorDraft, indicatorExpected, indicatorRow, unspecified } from "../../domain/counting/indicator.ts";
import { definitionDraft, definitionRow } from "../../domain/records/definition.ts";
import { detaineeDraft, detaineeRow, nameDraft } from "../../domain/records/detainee.ts";
import { documentDraft, documentRow } from "../../domain/records/document.ts";
import { eventDraft, eventRow } from "../../domain/records/custody-event.ts";
import { facilityDraft, facilityRow } from "../../domain/records/facility.ts";
import { remarkDraft, remarkRow } from "../../domain/records/remark.ts";
import { sourceDraft, sourceRow } from "../../domain/records/source.ts";
import { cellOf, readCell, type Row } from "../format/cell.ts";
import { byTable, columnsOf, optionalTimes, type Column, type KeyedTable, type Table } from "../format/format.ts";
import { issueOfDraft, type DraftIssue, type RowIssue } from "../format/issue.ts";
import { idIn, keyOf, type Known } from "./reference.ts";

/** The columns of a row in the database by name, all but who recorded it and when. */
export type Columns = Readonly<Record<string, unknown>>;

/** A row that its draft accepts. What sorts by time is as of the recording where the time is not known. */
export type Drafted = { readonly key: string; readonly row: Row; columns(recordedAt: Date): Columns };

const nothing = z.object({});
const keyed = z.object({ key });
// A correction says which row it replaces and why.
const correction = z
  .object({ key, supersedes: orNull(id), changeReason: orNull(z.enum(ClaimChangeReason)) })
  .refine((draft) => (draft.supersedes === null) === (draft.changeReason === null), {
    path: ["changeReason"],
    error: "a change_reason where there is a supersedes, and nowhere else",
  });
const noPeriodStart = {
  periodStartEarliest: null,
  periodStartLatest: null,
  periodStartPrecision: null,
  periodStartTimeZone: null,
  periodStartVerbatim: null,
};

function correctionColumns({ key, supersedes, changeReason }: z.output<typeof correction>) {
  return { key, supersedesId: supersedes, changeReason, retraction: changeReason === "SOURCE_RETRACTED" || changeReason === "REDACTION" };
}

function withIndicator({ metric, indicator }: z.output<typeof countClaimDraft>, context: z.RefinementCtx): void {
  const expected = indicatorExpected(metric, indicator);
  if (expected !== null) context.addIssue({ code: "custom", path: ["indicator"], message: expected });
}

type Reading = { readonly columns: Drafted["columns"] } | { readonly issues: readonly DraftIssue[] };

/** `own` is what a row of a file has beside its draft. They are read one after the other: zod compares two outputs deeply before it joins them, which a large file feels. */
function readAs<Own extends object, Draft extends object>(
  own: z.ZodType<Own>,
  draft: z.ZodType<Draft>,
  columns: (draft: Own & Draft, recordedAt: Date) => Columns,
) {
  const read = (input: unknown, now: Date): Reading => {
    const [beside, read] = [own.safeParse(input), draft.safeParse(input)];
    if (!beside.success || !read.success) return { issues: [...(beside.error?.issues ?? []), ...(read.error?.issues ?? [])] };
    const issues = inTheFuture(read.data, now).map(({ path, message }) => ({ code: "custom" as const, path, message }));
    const data = { ...beside.data, ...read.data };
    return issues.length > 0 ? { issues } : { columns: (recordedAt) => columns(data, recordedAt) };
  };
  return { schema: z.intersection(own, draft) as z.ZodType, read };
}

const readers: Readonly<Record<KeyedTable, Pick<ReturnType<typeof readAs>, "schema" | "read">>> = {
  sources: readAs(nothing, sourceDraft, sourceRow),
  documents: readAs(keyed, documentDraft, (draft, recordedAt) => ({
    ...documentRow(draft, recordedAt),
    key: draft.key,
    derivedFrom: draft.derivedFrom.toSorted(),
  })),
  definitions: readAs(nothing, definitionDraft, definitionRow),
  facilities: readAs(nothing, facilityDraft, facilityRow),
  detainees: readAs(keyed, detaineeDraft, (draft) => ({ ...detaineeRow(draft), key: draft.key })),
  events: readAs(keyed, eventDraft, (draft, recordedAt) => ({ ...eventRow(draft, recordedAt), key: draft.key })),
  indicators: readAs(nothing, indicatorDraft, indicatorRow),
  counts: readAs(correction, countClaimDraft.superRefine(withIndicator), (draft) => ({
    ...noPeriodStart,
    ...countClaimRow(draft),
    ...correctionColumns(draft),
  })),
  "event-claims": readAs(correction, eventClaimDraft, (draft) => ({
    ...eventClaimRow(draft),
    ...correctionColumns(draft),
  })),
  remarks: readAs(correction, remarkDraft, (draft) => ({
    ...remarkRow(draft),
    ...correctionColumns(draft),
  })),
};

/** The words of which the draft of a table allows one, or several in a list, in a field; null where it takes any. */
export function wordsAllowed(table: Table, field: string): readonly string[] | null {
  const schema: z.ZodType = table === "names" ? nameDraft : readers[table].schema;
  const words = propertiesOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" })).flatMap((properties) => {
    const property = properties[field];
    return property === undefined ? [] : enumOf(property);
  });
  return words.length > 0 ? words : null;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

const propertiesOf = ({ properties, allOf = [] }: JsonSchema): Readonly<Record<string, JsonSchema>>[] => [
  ...(properties === undefined ? [] : [properties as Record<string, JsonSchema>]),
  ...allOf.flatMap((part) => propertiesOf(part)),
];

function enumOf({ enum: words, anyOf = [], items }: JsonSchema): string[] {
  if (words !== undefined) return words.map(String);
  const below = (Array.isArray(items) ? items : [items]).filter((part): part is JsonSchema => typeof part === "object");
  return [...anyOf, ...below].flatMap((part) => enumOf(part));
}

/** Checks one row by itself, as recorded now. References are taken for good here, whether or not there is such a row: see `coherence.ts`. */
export function draftRow(table: KeyedTable, row: Row, timeZone: string, known: Known, now: Date): Drafted | RowIssue[] {
  const reading = readers[table].read(inputOf(table, row, timeZone, known), now);
  if ("issues" in reading) return reading.issues.map((issue) => issueOfDraft(table, row, issue));
  const rowKey = keyOf(table, row);
  const rowId = idIn(known, table, rowKey);
  return { key: rowKey, row, columns: (recordedAt) => ({ ...reading.columns(recordedAt), id: rowId }) };
}

function inputOf(table: KeyedTable, row: Row, timeZone: string, known: Known): object {
  const input: Record<string, unknown> = { ...withoutValues[table] };
  for (const column of columnsOf[table]) {
    const { field, part } = column;
    const value = valueOf(column, row, timeZone, known);
    if (part === undefined) input[field] = value;
    else ((input[field] ??= {}) as Record<string, unknown>)[part] = value;
  }
  for (const [field, columns] of timesLeftOut[table]) if (columns.every(({ name }) => cellOf(row, name) === "")) input[field] = null;
  if (table === "counts") indicate(input, row);
  if (table === "detainees" && input["name"] === null) label(input, row);
  return input;
}

const withoutValues = byTable((table) => Object.fromEntries(columnsOf[table].map(({ field }) => [field, null])));

/** The times that a row need not have, each with the columns that tell it. */
const timesLeftOut = byTable((table) => {
  const times = columnsOf[table].filter(({ field, part }) => part === "edtf" && optionalTimes.has(field));
  return times.map(({ field }) => [field, columnsOf[table].filter((column) => column.field === field)] as const);
});

/** Somebody without a name is listed under the key of the row; a row without a key is refused for that alone. */
function label(input: Record<string, unknown>, row: Row): void {
  if (input["named"] !== true) Object.assign(input, { name: keyOf("detainees", row) || "nobody", named: false });
}

/** Files from before there were indicators leave it to the statement what OTHER counts. */
function indicate(input: Record<string, unknown>, row: Row): void {
  if (!("indicator" in row.cells) && input["metric"] === "OTHER") input["indicator"] = unspecified.id;
}

function valueOf({ name, as, refersTo, required }: Column, row: Row, timeZone: string, known: Known): unknown {
  const cell = cellOf(row, name);
  if (as === "zone") return cell || cellOf(row, "time_zone") || timeZone;
  const value = readCell(cell, as);
  if (refersTo === undefined) return value;
  if (Array.isArray(value)) return value.map((key: string) => known[refersTo].idOf(key));
  return value === null && required !== true ? null : known[refersTo].idOf(cell);
}
