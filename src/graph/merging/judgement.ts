/** Judgements: which records are one, which are not, and which may be. */
import { JudgementVerdict as verdicts, type MatchedNoun } from "../../db/generated/prisma/enums.ts";
import {
  judgeDetainees,
  judgementsOn,
  mergeDetainees,
  mergeFacilities,
  mergeSources,
  undoMerge,
  type JudgementRow,
} from "../../domain/merging/judgement.ts";
import { likelihoods, suggestDetainees, suggestNamed, type Suggestion } from "../../domain/merging/suggestion.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import type { Context } from "../base/context.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { encodeId, idOf } from "../base/ids.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { canonicalAt } from "../../domain/history/known-at.ts";
import { Source } from "../records/source.ts";
import { nameSearch } from "../base/work.ts";

const JudgementVerdict = builder.enumType(verdicts, {
  name: "JudgementVerdict",
  description: "POSITIVE: one. NEGATIVE: two. UNSURE: not to be told yet.",
});
const Likelihood = builder.enumType("Likelihood", {
  values: likelihoods,
  description: "CERTAIN from 0.9, LIKELY from 0.7, POSSIBLE from 0.5. Names alone decide nothing.",
});

const Matchable = builder.unionType("Matchable", {
  types: [Detainee, Facility, Source],
  resolveType: (record) => (record as unknown as { noun: MatchedNoun }).noun,
});

const Judgement = builder.objectRef<JudgementRow>("Judgement").implement({
  description: "Somebody's judgement on two records. Taken back, it stays on record with its end.",
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeId("Judgement", id) }),
    verdict: t.field({ type: JudgementVerdict, resolve: ({ verdict }) => verdict }),
    left: t.id({
      description: "The id of the one record; of a merge, the record that absorbed the other.",
      resolve: ({ noun, leftId }) => encodeId(noun, leftId),
    }),
    right: t.id({ description: "The id of the other record.", resolve: ({ noun, rightId }) => encodeId(noun, rightId) }),
    note: t.exposeString("note", { nullable: true }),
    decidedAt: t.field({ type: "DateTime", resolve: ({ decidedAt }) => decidedAt }),
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

const Feature = builder.objectRef<Suggestion["features"][number]>("MatchFeature").implement({
  description: "One reason for a score.",
  fields: (t) => ({
    feature: t.exposeString("feature"),
    score: t.exposeFloat("score"),
    detail: t.exposeString("detail"),
  }),
});

const MatchSuggestion = builder.objectRef<Suggestion>("MatchSuggestion").implement({
  description: "A record that may be the same. A suggestion for a person to judge; nothing is merged by a score.",
  fields: (t) => ({
    record: t.field({ type: Matchable, resolve: ({ id, noun }) => ({ id, noun }) as never }),
    score: t.exposeFloat("score", { description: "From 0 to 1." }),
    likelihood: t.field({ type: Likelihood, resolve: ({ likelihood }) => likelihood }),
    verdict: t.field({
      type: JudgementVerdict,
      nullable: true,
      description: "UNSURE where somebody looked already.",
      resolve: ({ verdict }) => verdict,
    }),
    features: t.field({ type: [Feature], description: "Why: what agrees and what does not.", resolve: ({ features }) => [...features] }),
  }),
});

builder.queryFields((t) => ({
  suggestMatches: t.field({
    type: [MatchSuggestion],
    complexity: nameSearch,
    description: "People who may be the same as this one, best first, except those judged to be others.",
    args: { detainee: t.arg.id({ required: true }), first: t.arg.int({ defaultValue: 10 }) },
    resolve: (_root, { detainee, first }, { prisma, viewer }) => suggestDetainees(prisma, viewer, idOf(detainee, "Detainee"), first ?? 10),
  }),
  suggestFacilityMatches: t.field({
    type: [MatchSuggestion],
    complexity: nameSearch,
    description: "Facilities that may be the same as this one, by name, best first.",
    args: { facility: t.arg.id({ required: true }), first: t.arg.int({ defaultValue: 10 }) },
    resolve: (_root, { facility, first }, { prisma, viewer }) =>
      suggestNamed(prisma, viewer, "Facility", idOf(facility, "Facility"), first ?? 10),
  }),
  suggestSourceMatches: t.field({
    type: [MatchSuggestion],
    complexity: nameSearch,
    description: "Sources that may be the same as this one, by name, best first.",
    args: { source: t.arg.id({ required: true }), first: t.arg.int({ defaultValue: 10 }) },
    resolve: (_root, { source, first }, { prisma, viewer }) => suggestNamed(prisma, viewer, "Source", idOf(source, "Source"), first ?? 10),
  }),
}));

function judgementLoader({ prisma, viewer, loader }: Context, noun: MatchedNoun) {
  return loader(`judgements ${noun}`, async (ids: readonly string[]) => {
    const judgements = await judgementsOn(prisma, viewer, noun, ids);
    return ids.map((id) => judgements.filter(({ leftId, rightId }) => leftId === id || rightId === id));
  });
}

/** The record that stands for a merged one, by its id: the same id when it stands for itself. */
const identityOf = (noun: MatchedNoun, id: string, { prisma, loader }: Context, knownAt: Date | null | undefined) =>
  loader(`identity ${noun} ${knownAt?.toISOString()}`, (ids: readonly string[]) => canonicalAt(prisma, noun, ids, knownAt)).load(id);

const onRecord =
  "The id of the record that stands for this one since somebody judged the two to be the same; null when it stands for itself.";
const judged = "What was judged of this record and others, newest first, also what was taken back.";

builder.prismaObjectFields(Detainee, (t) => ({
  mergedInto: t.id({
    nullable: true,
    description: onRecord,
    args: knownAtArgs,
    resolve: async ({ id }, { knownAt }, context) => mergedId("Detainee", id, await identityOf("Detainee", id, context, knownAt)),
  }),
  judgements: t.field({
    type: [Judgement],
    description: judged,
    resolve: ({ id }, _args, context) => judgementLoader(context, "Detainee").load(id),
  }),
}));
builder.prismaObjectFields(Facility, (t) => ({
  mergedInto: t.id({
    nullable: true,
    description: onRecord,
    args: knownAtArgs,
    resolve: async ({ id }, { knownAt }, context) => mergedId("Facility", id, await identityOf("Facility", id, context, knownAt)),
  }),
  judgements: t.field({
    type: [Judgement],
    description: judged,
    resolve: ({ id }, _args, context) => judgementLoader(context, "Facility").load(id),
  }),
}));
builder.prismaObjectFields(Source, (t) => ({
  mergedInto: t.id({
    nullable: true,
    description: onRecord,
    args: knownAtArgs,
    resolve: async ({ id }, { knownAt }, context) => mergedId("Source", id, await identityOf("Source", id, context, knownAt)),
  }),
  judgements: t.field({
    type: [Judgement],
    description: judged,
    resolve: ({ id }, _args, context) => judgementLoader(context, "Source").load(id),
  }),
}));

const mergedId = (noun: MatchedNoun, id: string, canonicalId: string) => (canonicalId === id ? null : encodeId(noun, canonicalId));

const mergeInput = (noun: string) => ({
  into: { required: true as const, description: `The ${noun} that stands for both from now on.` },
  from: { required: true as const, description: `The ${noun} that is the same; its id keeps resolving.` },
});

mutation(mergeDetainees, {
  description:
    "Two records are one person: timelines join, counts count one. Nothing is destroyed, both ids keep resolving, and undoMerge restores everything. A Conflict when somebody has judged the two to be different.",
  references: { into: ["Detainee"], from: ["Detainee"] },
  input: (t) => ({ into: t.id(mergeInput("person").into), from: t.id(mergeInput("person").from), note: t.string() }),
  payload: (t) => ({
    detainee: t.prismaField({
      type: Detainee,
      resolve: (query, { record }, _args, { prisma }) => prisma.detainee.findUniqueOrThrow({ ...query, where: { id: record } }),
    }),
    judgement: t.field({ type: Judgement, nullable: true, resolve: ({ id }, _args, context) => judgementIn(context, "Detainee", id) }),
  }),
});
mutation(mergeFacilities, {
  description: "Two records are one place. As mergeDetainees.",
  references: { into: ["Facility"], from: ["Facility"] },
  input: (t) => ({ into: t.id(mergeInput("facility").into), from: t.id(mergeInput("facility").from), note: t.string() }),
  payload: (t) => ({
    facility: t.prismaField({
      type: Facility,
      resolve: (query, { record }, _args, { prisma }) => prisma.facility.findUniqueOrThrow({ ...query, where: { id: record } }),
    }),
    judgement: t.field({ type: Judgement, nullable: true, resolve: ({ id }, _args, context) => judgementIn(context, "Facility", id) }),
  }),
});
mutation(mergeSources, {
  description: "Two records are one source: one voice, one origin, and what rested on both is looked at again. As mergeDetainees.",
  references: { into: ["Source"], from: ["Source"] },
  input: (t) => ({ into: t.id(mergeInput("source").into), from: t.id(mergeInput("source").from), note: t.string() }),
  payload: (t) => ({
    source: t.prismaField({
      type: Source,
      resolve: (query, { record }, _args, { prisma }) => prisma.source.findUniqueOrThrow({ ...query, where: { id: record } }),
    }),
    judgement: t.field({ type: Judgement, nullable: true, resolve: ({ id }, _args, context) => judgementIn(context, "Source", id) }),
  }),
});

/** The judgement that a mutation was about. */
async function judgementIn(context: Context, noun: MatchedNoun, judgementId: string): Promise<JudgementRow | null> {
  const row = await context.prisma.judgement.findUnique({ where: { id: judgementId }, select: { leftId: true } });
  const judgements = row ? await judgementLoader(context, noun).load(row.leftId) : [];
  return judgements.find(({ id }) => id === judgementId) ?? null;
}

mutation(judgeDetainees, {
  description:
    "Two records are different people (NEGATIVE: not suggested again, and not merged), or cannot be told yet (UNSURE). For POSITIVE see mergeDetainees.",
  references: { left: ["Detainee"], right: ["Detainee"] },
  input: (t) => ({
    left: t.id({ required: true }),
    right: t.id({ required: true }),
    verdict: t.field({ type: JudgementVerdict, required: true }),
    note: t.string(),
  }),
  payload: (t) => ({
    judgement: t.field({ type: Judgement, nullable: true, resolve: ({ id }, _args, context) => judgementIn(context, "Detainee", id) }),
  }),
});

mutation(undoMerge, {
  description: "Takes a judgement back: what a merge had joined is again as it was stated.",
  references: { judgement: ["Judgement"] },
  input: (t) => ({
    judgement: t.id({ required: true, description: "As given by the merge, or by `judgements` of either record." }),
    note: t.string(),
  }),
  payload: (t) => ({
    record: t.id({ description: "The record that had absorbed the other.", resolve: ({ noun, record }) => encodeId(noun, record) }),
    judgement: t.field({ type: Judgement, nullable: true, resolve: ({ id, noun }, _args, context) => judgementIn(context, noun, id) }),
  }),
});
