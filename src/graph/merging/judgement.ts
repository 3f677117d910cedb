/** Judgements: which records are the same and which are not. */
import { JudgementVerdict as verdictNames, type CustodyEventType, type MatchedNoun } from "../../db/generated/prisma/enums.ts";
import {
  judgeDetainees,
  judgementsOn,
  mergeDetainees,
  mergeFacilities,
  mergeSources,
  undoJudgement,
  type Undone,
  type JudgementRow,
} from "../../domain/merging/judgement.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { encodeId } from "../base/ids.ts";
import { clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { canonicalAt, type KnownAt } from "../../domain/history/known-at.ts";
import { Source } from "../records/source.ts";
import { judgementVerdicts } from "../words/feed.ts";
import { recordFields } from "../words/record.ts";

export const JudgementVerdict = builder.enumType(verdictNames, {
  name: "JudgementVerdict",
  description: "What somebody judged of two records, after nomenklatura.",
  values: judgementVerdicts,
});
/** Under which type a judged record has its id. */
const typeOf = (noun: MatchedNoun, eventType: CustodyEventType | null) => (eventType === null ? noun : eventTypeNames[eventType]);

export const Judgement = builder.objectRef<JudgementRow>("Judgement").implement({
  description: "Somebody's judgement on whether two records are the same. One that was taken back stays on record, with its end.",
  fields: (t) => ({
    id: t.id({ description: "The id of the judgement, for undoJudgement.", resolve: ({ id }) => encodeId("Judgement", id) }),
    verdict: t.field({ type: JudgementVerdict, description: "What was judged.", resolve: ({ verdict }) => verdict }),
    left: t.id({
      description: "The id of the one record; of a merge, the record that absorbed the other.",
      resolve: ({ noun, eventType, leftId }) => encodeId(typeOf(noun, eventType), leftId),
    }),
    right: t.id({
      description: "The id of the other record.",
      resolve: ({ noun, eventType, rightId }) => encodeId(typeOf(noun, eventType), rightId),
    }),
    note: t.exposeString("note", { nullable: true, description: "Why; null when nobody said." }),
    decidedAt: t.field({ type: "DateTime", description: "When it was judged.", resolve: ({ decidedAt }) => decidedAt }),
    undoneAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When it was taken back; null while it stands.",
      resolve: ({ undoneAt }) => undoneAt,
    }),
    decidedBy: t.string({
      nullable: true,
      description: "Whose key decided. Only for keys with the scope EDITOR.",
      resolve: ({ decidedBy }, _args, { viewer }) => (viewer.scopes.has("EDITOR") ? decidedBy : null),
    }),
  }),
});

export const judgementLoader = loaderOf(async ({ prisma, viewer }, ids: readonly string[], noun: MatchedNoun, knownAt: KnownAt) => {
  const judgements = (await judgementsOn(prisma, viewer, noun, ids)).flatMap((judgement) => judgedBy(judgement, knownAt));
  return ids.map((id) => judgements.filter(({ leftId, rightId }) => leftId === id || rightId === id));
});

/** A judgement as it stood at a moment; none before it was made. */
const judgedBy = (judgement: JudgementRow, knownAt: KnownAt): JudgementRow[] => {
  if (knownAt == null) return [judgement];
  const { decidedAt, undoneAt } = judgement;
  return decidedAt > knownAt ? [] : [{ ...judgement, undoneAt: undoneAt !== null && undoneAt <= knownAt ? undoneAt : null }];
};

/** The record that stands for a merged one, by its id: the same id when it stands for itself. */
const identityLoader = loaderOf(({ prisma }, ids: readonly string[], noun: MatchedNoun, knownAt: KnownAt) =>
  canonicalAt(prisma, noun, ids, knownAt),
);
export const identityOf = (noun: MatchedNoun, id: string, context: Context, knownAt: KnownAt) =>
  identityLoader(context, noun, knownAt).load(id);

const onRecord =
  "The id of the record that stands for this one since somebody judged the two to be the same; null when it stands for itself.";
export const judged = "The judgements on this record and others, newest first, those that were taken back among them.";
export const made = "The judgement that was made.";

builder.prismaObjectFields(Detainee, (t) => ({
  mergedInto: t.id({
    nullable: true,
    description: onRecord,
    args: clockArgs,
    resolve: async ({ id }, { knownAt }, context) => mergedId("Detainee", id, await identityOf("Detainee", id, context, knownAt)),
  }),
  judgements: t.field({
    type: [Judgement],
    description: judged,
    args: knownAtArgs,
    resolve: ({ id }, { knownAt }, context) => judgementLoader(context, "Detainee", knownAt ?? null).load(id),
  }),
}));
builder.prismaObjectFields(Facility, (t) => ({
  mergedInto: t.id({
    nullable: true,
    description: onRecord,
    args: clockArgs,
    resolve: async ({ id }, { knownAt }, context) => mergedId("Facility", id, await identityOf("Facility", id, context, knownAt)),
  }),
  judgements: t.field({
    type: [Judgement],
    description: judged,
    args: knownAtArgs,
    resolve: ({ id }, { knownAt }, context) => judgementLoader(context, "Facility", knownAt ?? null).load(id),
  }),
}));
builder.prismaObjectFields(Source, (t) => ({
  mergedInto: t.id({
    nullable: true,
    description: onRecord,
    args: clockArgs,
    resolve: async ({ id }, { knownAt }, context) => mergedId("Source", id, await identityOf("Source", id, context, knownAt)),
  }),
  judgements: t.field({
    type: [Judgement],
    description: judged,
    args: knownAtArgs,
    resolve: ({ id }, { knownAt }, context) => judgementLoader(context, "Source", knownAt ?? null).load(id),
  }),
}));

const mergedId = (noun: MatchedNoun, id: string, canonicalId: string) => (canonicalId === id ? null : encodeId(noun, canonicalId));

const mergeInput = (noun: string) => ({
  into: { required: true as const, description: `The ${noun} that stands for both from now on.` },
  from: { required: true as const, description: `The ${noun} that is the same; its id keeps resolving.` },
});

mutation(mergeDetainees, {
  description:
    "Judges that two records are one person, and merges them: their timelines join, and counts count one. Nothing is destroyed, both ids keep resolving, and undoJudgement restores everything. A Conflict when somebody has judged the two to be different.",
  references: { into: ["Detainee"], from: ["Detainee"] },
  input: (t) => ({
    into: t.id(mergeInput("person").into),
    from: t.id(mergeInput("person").from),
    note: t.string({ description: recordFields.note }),
  }),
  payload: (t) => ({
    detainee: t.prismaField({
      type: Detainee,
      description: "The person that stands for both.",
      resolve: (query, { record }, _args, { prisma }) => prisma.detainee.findUniqueOrThrow({ ...query, where: { id: record } }),
    }),
    judgement: t.field({
      type: Judgement,
      nullable: true,
      description: made,
      resolve: ({ id }, _args, context) => judgementIn(context, "Detainee", id),
    }),
  }),
});
mutation(mergeFacilities, {
  description: "Judges that two records are one place, and merges them, as mergeDetainees does.",
  references: { into: ["Facility"], from: ["Facility"] },
  input: (t) => ({
    into: t.id(mergeInput("facility").into),
    from: t.id(mergeInput("facility").from),
    note: t.string({ description: recordFields.note }),
  }),
  payload: (t) => ({
    facility: t.prismaField({
      type: Facility,
      description: "The facility that stands for both.",
      resolve: (query, { record }, _args, { prisma }) => prisma.facility.findUniqueOrThrow({ ...query, where: { id: record } }),
    }),
    judgement: t.field({
      type: Judgement,
      nullable: true,
      description: made,
      resolve: ({ id }, _args, context) => judgementIn(context, "Facility", id),
    }),
  }),
});
mutation(mergeSources, {
  description:
    "Judges that two records are one source, and merges them, as mergeDetainees does: the two are one origin from now on, and the events that depend on both are evaluated again.",
  references: { into: ["Source"], from: ["Source"] },
  input: (t) => ({
    into: t.id(mergeInput("source").into),
    from: t.id(mergeInput("source").from),
    note: t.string({ description: recordFields.note }),
  }),
  payload: (t) => ({
    source: t.prismaField({
      type: Source,
      description: "The source that stands for both.",
      resolve: (query, { record }, _args, { prisma }) => prisma.source.findUniqueOrThrow({ ...query, where: { id: record } }),
    }),
    judgement: t.field({
      type: Judgement,
      nullable: true,
      description: made,
      resolve: ({ id }, _args, context) => judgementIn(context, "Source", id),
    }),
  }),
});

/** The judgement that a mutation was about. */
export async function judgementIn(context: Context, noun: MatchedNoun, judgementId: string): Promise<JudgementRow | null> {
  const row = await context.prisma.judgement.findUnique({ where: { id: judgementId }, select: { leftId: true } });
  const judgements = row ? await judgementLoader(context, noun, null).load(row.leftId) : [];
  return judgements.find(({ id }) => id === judgementId) ?? null;
}

mutation(judgeDetainees, {
  description:
    "Judges that two records are different people (NEGATIVE), or that it cannot be decided yet (UNSURE). The latest judgement on a pair stands. For POSITIVE use mergeDetainees.",
  references: { left: ["Detainee"], right: ["Detainee"] },
  input: (t) => ({
    left: t.id({ required: true, description: "The id of the one person." }),
    right: t.id({ required: true, description: "The id of the other person." }),
    verdict: t.field({ type: JudgementVerdict, required: true, description: "NEGATIVE or UNSURE." }),
    note: t.string({ description: recordFields.note }),
  }),
  payload: (t) => ({
    judgement: t.field({
      type: Judgement,
      nullable: true,
      description: made,
      resolve: ({ id }, _args, context) => judgementIn(context, "Detainee", id),
    }),
  }),
});

const undoing: Parameters<typeof mutation<Undone>>[1] = {
  description:
    "Takes back any judgement: POSITIVE (the merge is undone, and what it had joined is again as it was stated), NEGATIVE or UNSURE. One that was taken back already changes nothing.",
  references: { judgement: ["Judgement"] },
  input: (t) => ({
    judgement: t.id({ required: true, description: "The id of the judgement, from the merge or from `judgements` of either record." }),
    note: t.string({ description: recordFields.note }),
  }),
  payload: (t) => ({
    record: t.id({
      description: "The id of the record that stood on the left; of a merge, the one that had absorbed the other.",
      resolve: ({ noun, eventType, record }) => encodeId(typeOf(noun, eventType), record),
    }),
    judgement: t.field({
      type: Judgement,
      nullable: true,
      description: "The judgement, with its end.",
      resolve: ({ id, noun }, _args, context) => judgementIn(context, noun, id),
    }),
  }),
};
mutation(undoJudgement, undoing);
mutation(
  { ...undoJudgement, name: "undoMerge" },
  { ...undoing, deprecated: "Use undoJudgement: it takes back any judgement, not merges alone." },
);
