/** Two events that are, or may be, one happening told twice. */
import { judgeEvents, markDuplicateEvents } from "../../domain/merging/judgement.ts";
import { duplicatesOf, suggestDuplicates, type Duplicates } from "../../domain/merging/duplicate-events.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { loaderOf, type Context } from "../base/context.ts";
import { personId } from "../base/filter.ts";
import { mutation } from "../base/mutation.ts";
import { clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { matchSearch } from "../costs/work.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { CustodyEvent } from "../records/custody-event.ts";
import { recordFields } from "../words/record.ts";
import { identityOf, Judgement, judged, judgementIn, judgementLoader, JudgementVerdict, made } from "./judgement.ts";

const eventRows = rowLoader(({ prisma, viewer }, query) =>
  prisma.custodyEvent.findMany({ ...query, where: { ...query.where, ...visibleWhere(viewer) } }),
);

builder.prismaInterfaceFields(CustodyEvent, (t) => ({
  sameAs: t.field({
    type: CustodyEvent,
    nullable: true,
    description:
      "The event that stands for this one since somebody judged the two to be one happening told twice: it has the claims of both, and counts alone. Null when this one stands for itself.",
    args: clockArgs,
    resolve: async ({ id }, { knownAt }, context, info) => {
      const canonical = await identityOf("CustodyEvent", id, context, knownAt);
      return canonical === id ? null : eventRows(context, info).load(canonical);
    },
  }),
  judgements: t.field({
    type: [Judgement],
    description: judged,
    args: knownAtArgs,
    resolve: ({ id }, { knownAt }, context) => judgementLoader(context, "CustodyEvent", knownAt ?? null).load(id),
  }),
}));

const DuplicateSuggestion = builder.objectRef<Duplicates>("DuplicateSuggestion").implement({
  description:
    "Two events of one person and kind whose times overlap and whose places agree: one happening told twice, perhaps. A suggestion for a person to judge.",
  fields: (t) => ({
    as: t.field({
      type: CustodyEvent,
      description: "The one that would stand for both: the better decided on.",
      resolve: ({ as }, _args, context, info) => eventRows(context, info).load(as) as never,
    }),
    same: t.field({
      type: CustodyEvent,
      description: "The other one.",
      resolve: ({ same }, _args, context, info) => eventRows(context, info).load(same) as never,
    }),
    countedOnce: t.exposeBoolean("countedOnce", {
      description: "Whether the two count as one already, because they came from two records that were merged.",
    }),
    verdict: t.field({
      type: JudgementVerdict,
      nullable: true,
      description: "UNSURE when somebody has looked and could not decide; null when nobody has judged.",
      resolve: ({ verdict }) => verdict,
    }),
  }),
});

const duplicatesLoader = loaderOf(({ prisma, viewer }, ids: readonly string[]) => duplicatesOf(prisma, viewer, ids));

builder.prismaInterfaceField(CustodyEvent, "mayBeSameAs", (t) =>
  t.field({
    type: [DuplicateSuggestion],
    complexity: 20,
    description: "The pairs of this event and another of the person that may be one happening told twice, except those judged to be two.",
    resolve: ({ id }, _args, context) => duplicatesLoader(context).load(id),
  }),
);

builder.queryField("suggestDuplicates", (t) =>
  t.field({
    type: [DuplicateSuggestion],
    complexity: matchSearch,
    description: "Pairs of events that may be one happening told twice, except those judged to be two; the latest recorded first.",
    args: {
      detainee: t.arg.id({ description: "Of this person, by id or slug. Of everybody when not given." }),
      first: t.arg.int({ defaultValue: 10, description: "At most this many pairs, from 1 to 100." }),
    },
    resolve: async (_root, { detainee, first }, context) => {
      const person = detainee == null ? null : await personId(context, detainee);
      return suggestDuplicates(context.prisma, context.viewer, { detainee: person, first: first ?? 10 });
    },
  }),
);

const anyEvent = Object.values(eventTypeNames);
const judgement = {
  type: Judgement,
  nullable: true,
  description: made,
  resolve: ({ id }: { id: string }, _args: object, context: Context) => judgementIn(context, "CustodyEvent", id),
} as const;

mutation(markDuplicateEvents, {
  description:
    "Judges that two events of one person are one happening told twice: `as` stands for both, with the claims of both, and `same` is in no list and no count from now on. Nothing is destroyed, and undoJudgement restores everything. A verified release that was told is told as amended under its id, never as retracted. A Conflict for events of two people, of two types or stages, or when `same` is VERIFIED and `as` is not.",
  references: { same: anyEvent, as: anyEvent },
  input: (t) => ({
    same: t.id({ required: true, description: "The event that is the same; its id keeps resolving." }),
    as: t.id({ required: true, description: "The event that stands for both from now on." }),
    note: t.string({ description: recordFields.note }),
  }),
  payload: (t) => ({
    event: t.prismaField({
      type: CustodyEvent,
      description: "The event that stands for both.",
      resolve: (query, { record }, _args, { prisma }) => prisma.custodyEvent.findUniqueOrThrow({ ...query, where: { id: record } }),
    }),
    judgement: t.field(judgement),
  }),
});

mutation(judgeEvents, {
  description:
    "Judges that two events are two happenings (NEGATIVE), which are not suggested again, or that it cannot be decided yet (UNSURE). The latest judgement on a pair stands. For POSITIVE use markDuplicateEvents.",
  references: { left: anyEvent, right: anyEvent },
  input: (t) => ({
    left: t.id({ required: true, description: "The id of the one event." }),
    right: t.id({ required: true, description: "The id of the other event." }),
    verdict: t.field({ type: JudgementVerdict, required: true, description: "NEGATIVE or UNSURE." }),
    note: t.string({ description: recordFields.note }),
  }),
  payload: (t) => ({ judgement: t.field(judgement) }),
});
