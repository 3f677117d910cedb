/** One change of one record, and by what changes are chosen. */
import { resolveNodes } from "@pothos/plugin-relay";
import { ChangeKind as kindNames, ChangeNoun as nounNames, type ChangeNoun as Noun } from "../../db/generated/prisma/enums.ts";
import { particularsOf, type RecordNoun } from "../../domain/history/particulars.ts";

import { eventTypeNames } from "../../domain/records/custody-event.ts";
import type { ChangesAsked, DeliveredChange } from "../../feed/deliver/passing-changes.ts";
import { builder } from "../base/builder.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { idsOfNamed, includePartsField, personId } from "../base/filter.ts";
import { decodeId, encodeId, situationBy } from "../base/ids.ts";
import { areVisible, standInForNode, type GlobalId } from "../base/nodes.ts";
import { claimTypeNames } from "../records/claim.ts";
import { GapVerdict } from "../reconciliation/reconciliation.ts";
import { ClaimChangeReason, CountMetric } from "../counting/claim-enums.ts";
import { CustodyEventType } from "../records/custody-event.ts";
import { VerificationState } from "../records/verification-state.ts";
import { changeKinds, changeNouns } from "../words/change.ts";
import { situationFields } from "../words/record.ts";

const ChangeKind = builder.enumType("ChangeKind", {
  description: "What a change did to its record.",
  values: {
    ...changeKinds,
    BOOKMARK: { description: "Nothing happened up to here: the cursor moves on. Only where `bookmarks` was asked for." },
  },
});
const ChangeNoun = builder.enumType(nounNames, { name: "ChangeNoun", description: "What a record is.", values: changeNouns });

/** A change, or that nothing happened up to a place. */
export type ChangeItem = DeliveredChange | { readonly seq: bigint; readonly eventId: ""; readonly type: "BOOKMARK"; readonly at: Date };

const content = (item: ChangeItem): DeliveredChange | null =>
  item.type === "BOOKMARK" || (item as DeliveredChange).withdrawn ? null : (item as DeliveredChange);

const recordNouns: Partial<Record<Noun, RecordNoun>> = {
  SOURCE: "Source",
  DOCUMENT: "Document",
  DEFINITION: "Definition",
  FACILITY: "Facility",
  DETAINEE: "Detainee",
  EVENT: "CustodyEvent",
};

function typeNameOf({ noun, eventType }: DeliveredChange): string {
  if (noun === "EVENT") return eventTypeNames[eventType!];
  if (noun === "COUNT" || noun === "REMARK") return claimTypeNames[noun];
  if (noun === "INDICATOR") return "Indicator";
  return noun === "STATEMENT" ? claimTypeNames.EVENT : (recordNouns[noun] ?? "Situation");
}

/** The fields of a record that were corrected, as its amend mutation calls them. */
function fieldsOf({ noun, kind, fields }: DeliveredChange): string[] {
  const record = recordNouns[noun];
  if (kind !== "AMENDED" || record === undefined) return fields;
  return particularsOf(record).flatMap(([field, { columns }]) => (columns.some((column) => fields.includes(column)) ? [field] : []));
}

const visible = loaderOf((context, ids: readonly string[]) =>
  areVisible(
    context,
    ids.map((id) => decodeId(id)),
  ),
);

async function nodeOf(context: Context, info: Parameters<typeof resolveNodes>[2], id: GlobalId | null) {
  if (id === null || !(await visible(context).load(encodeId(id.typename, id.id)))) return null;
  const [node] = await resolveNodes(builder as never, context, info, [id]);
  return standInForNode(context, id, await node);
}

const idIn = (change: DeliveredChange | null, column: "recordId" | "otherId"): GlobalId | null =>
  change === null || change[column] === null ? null : { typename: typeNameOf(change), id: change[column] };

export const Change = builder.objectRef<ChangeItem>("Change").implement({
  description:
    "Something public that happened to one record. It says that it happened, and leads to the record as it is now; of a record that you may no longer see it comes as withdrawn: the same change at the same place, with the id and nothing else of it.",
  fields: (t) => ({
    cursor: t.string({
      description: "Where this change stands in the feed. Opaque; give it as `after` to go on behind it.",
      resolve: (item, _args, { changes }) => changes.cursorOf(item.type === "BOOKMARK" ? item.seq : item),
    }),
    eventId: t.exposeID("eventId", {
      description: "The id of the change. After a reconnect, and over any transport, the same change has the same id. Empty of a bookmark.",
    }),
    occurredAt: t.field({
      type: "DateTime",
      description: "When it was recorded or decided: ask `knownAt` this moment for what was known then.",
      resolve: ({ at }) => at,
    }),
    kind: t.field({
      type: ChangeKind,
      description: "What happened to the record.",
      resolve: (item) => item.type as keyof typeof kindNames | "BOOKMARK",
    }),
    noun: t.field({
      type: ChangeNoun,
      nullable: true,
      description: "What the record is. Null of a bookmark.",
      resolve: (item) => (item.type === "BOOKMARK" ? null : (item as DeliveredChange).noun),
    }),
    recordId: t.id({
      nullable: true,
      description: "The id of the record, also when it is withdrawn. Null of a bookmark, and of a policy, which has none.",
      resolve(item) {
        const change = item.type === "BOOKMARK" ? null : (item as DeliveredChange);
        const id = idIn(change, "recordId");
        return id && encodeId(id.typename, id.id);
      },
    }),
    withdrawn: t.boolean({
      description: "True for a tombstone: you may no longer see the record. What you hold of it under `recordId`, take back.",
      resolve: (item) => item.type !== "BOOKMARK" && (item as DeliveredChange).withdrawn,
    }),
    record: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description:
        "The record as it is now; of one that was merged its own particulars, with what hangs on the record that stands for it. Null when `withdrawn`.",
      resolve: (item, _args, context, info) => nodeOf(context, info, idIn(content(item), "recordId")) as never,
    }),
    other: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: "The other record of a merge, a correction or a judgement. Null when there is none that you may see.",
      resolve: (item, _args, context, info) => nodeOf(context, info, idIn(content(item), "otherId")) as never,
    }),
    fields: t.stringList({
      description:
        "Of an amendment the fields that it corrected, as the amend mutation of the record calls them. Empty of other changes, and when `withdrawn`.",
      resolve: (item) => {
        const change = content(item);
        return change === null || change.kind !== "AMENDED" ? [] : fieldsOf(change);
      },
    }),
    reason: t.field({
      type: ClaimChangeReason,
      nullable: true,
      description: "Why a record was corrected or a claim replaced. Null of other changes, and when `withdrawn`.",
      resolve: (item) => content(item)?.reason ?? null,
    }),
    beforeState: t.field({
      type: VerificationState,
      nullable: true,
      description: "Of a decision on an event the state before. Null when there was none, of other changes, and when `withdrawn`.",
      resolve: (item) => content(item)?.beforeState ?? null,
    }),
    verdictBefore: t.field({
      type: GapVerdict,
      nullable: true,
      description:
        "Of a change of verdict what the comparison came to before. Null where the two were not comparable, of other changes, and when `withdrawn`.",
      resolve: (item) => (content(item)?.verdictFrom ?? null) as never,
    }),
    verdictAfter: t.field({
      type: GapVerdict,
      nullable: true,
      description:
        "Of a change of verdict what it comes to since. Null where the two are not comparable, of other changes, and when `withdrawn`.",
      resolve: (item) => (content(item)?.verdictTo ?? null) as never,
    }),
    afterState: t.field({
      type: VerificationState,
      nullable: true,
      description: "Of a decision on an event the state since. Null of other changes, and when `withdrawn`.",
      resolve: (item) => content(item)?.afterState ?? null,
    }),
  }),
});

export const ChangeFilter = builder.inputType("ChangeFilter", {
  description:
    "Which changes. All of them when not given; of several fields each has to be met, of a list one of its entries. Whoever was told of a record under `situation`, `facility`, `source`, `detainee` or `indicator` is told how it goes on, whatever is corrected of it. Tombstones pass these five.",
  fields: (t) => ({
    kinds: t.field({ type: [ChangeKind], description: "What happened to the record." }),
    nouns: t.field({ type: [ChangeNoun], description: "What the record is." }),
    eventTypes: t.field({ type: [CustodyEventType], description: "Events of these types, and nothing else." }),
    metrics: t.field({ type: [CountMetric], description: "Counts of these metrics, and nothing else." }),
    ids: t.idList({ description: "Of these records, of any noun, and of those that are one with them." }),
    situation: t.idList({
      description: `${situationFields.filter} People, places, sources, pages and codebook entries are of the one for which they were recorded and of those in which they occur.`,
    }),
    facility: t.idList({ description: "Of these facilities: they themselves, events there, and claims on either." }),
    includeParts: includePartsField(t),
    source: t.idList({ description: "Of these sources: they themselves, what they say, what they published, and their codebook." }),
    detainee: t.idList({ description: "Of these people: they themselves, their events, and claims on these." }),
    indicator: t.idList({ description: "Of these indicators, by id or slug: they themselves, and counts of them." }),
  }),
});

const everyKind = Object.values(kindNames);

/** @throws InvalidId when an id is malformed or of another type */
export async function changesAsked(context: Context, filter: typeof ChangeFilter.$inferInput | null | undefined): Promise<ChangesAsked> {
  const { kinds, ids, situation, facility, source, detainee, indicator, ...rest } = filter ?? {};
  const named = situation?.map(situationBy);
  return {
    ...rest,
    kinds: kinds?.filter((kind) => kind !== "BOOKMARK") ?? null,
    records: ids?.map((id) => decodeId(id).id) ?? null,
    situations: named && {
      ids: named.flatMap((by) => ("id" in by && by.id !== undefined ? [by.id] : [])),
      slugs: named.flatMap((by) => ("slug" in by && by.slug !== undefined ? [by.slug] : [])),
    },
    facilities: idsOfNamed(facility, "Facility"),
    sources: idsOfNamed(source, "Source"),
    indicators: idsOfNamed(indicator, "Indicator"),
    detainees: detainee == null ? null : await Promise.all(detainee.map((each) => personId(context, each))),
  };
}

export const changeTypes: readonly string[] = everyKind;
