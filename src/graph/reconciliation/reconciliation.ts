/** Reconciliation: what sources count beside whom the hub can name. */
import type { Comparison, CountGap as Gap } from "../../domain/reconciliation/comparison.ts";
import { codebook } from "../../domain/reconciliation/codebook.ts";
import type { HubCount as Count } from "../../domain/reconciliation/hub-count.ts";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import {
  gapsOf,
  reconcile,
  type Asked,
  type NamedSets,
  type Reconciliation as Answer,
  type ReconciliationRow as Row,
} from "../../domain/reconciliation/reconcile.ts";
import type { KnownAt } from "../../domain/history/known-at.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { loaderOf } from "../base/context.ts";
import { requireNoOther } from "../../domain/situations/which-situation.ts";
import { InvalidInput } from "../../errors.ts";
import { builder } from "../base/builder.ts";
import { includePartsArgs, situationId, when } from "../base/filter.ts";
import { BreakdownInput, readBreakdown } from "../counting/breakdown.ts";
import { PlaceInput, readPlace } from "../counting/place.ts";
import { CountMetric } from "../counting/claim-enums.ts";
import { CountClaim } from "../records/count-claim.ts";
import { Detainee, DetaineeConnection } from "../records/detainee.ts";
import { idOf } from "../base/ids.ts";
import { asOfArgs, clockArgs, knownAtArgs } from "../clocks/clock-arguments.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { Source } from "../records/source.ts";
import { gapVerdicts, incomparabilities } from "../words/count.ts";
import { byName } from "../pages/order.ts";
import { listPage } from "../pages/list.ts";
import { reconciliation as reconciliationWork, work } from "../costs/work.ts";

const Incomparability = builder.enumType("Incomparability", {
  values: incomparabilities,
  description: "Why a claim and the hub's count are not subtracted.",
});
/** What a comparison comes to. */
export const GapVerdict = builder.enumType("GapVerdict", { values: gapVerdicts, description: "What a gap says." });

export const CountGap = builder.objectRef<Gap>("CountGap").implement({
  description: "Bounds of a difference of two counts; null is unbounded.",
  fields: (t) => ({
    lower: t.exposeFloat("lower", { nullable: true, description: "The least that the difference can be; null is unbounded." }),
    upper: t.exposeFloat("upper", { nullable: true, description: "The most that the difference can be; null is unbounded." }),
    approximate: t.boolean({
      description: `Whether a number in it is "about" so many, which reaches ${codebook.aboutTolerance * 100} per cent either way.`,
      resolve: ({ approximate }) => approximate ?? false,
    }),
  }),
});

export const ClaimGap = builder.objectRef<Comparison>("ClaimGap").implement({
  description: "A claim less the hub's count at the claim's own as-of and window; without bounds where `reasons` forbid to subtract.",
  fields: (t) => ({
    lower: t.float({
      nullable: true,
      description: "The least that the difference can be; null is unbounded.",
      resolve: ({ gap }) => gap?.lower ?? null,
    }),
    upper: t.float({
      nullable: true,
      description: "The most that the difference can be; null is unbounded.",
      resolve: ({ gap }) => gap?.upper ?? null,
    }),
    approximate: t.boolean({ description: "As in CountGap.", resolve: ({ gap }) => gap?.approximate ?? false }),
    verdict: t.field({ type: GapVerdict, nullable: true, description: "Null when not comparable.", resolve: ({ verdict }) => verdict }),
    reasons: t.field({
      type: [Incomparability],
      description: "Why not comparable; empty when it is.",
      resolve: ({ reasons }) => [...reasons],
    }),
  }),
});

export const HubCount = builder.objectRef<Count>("HubCount").implement({
  description: `The hub's own count, a documented minimum (codebook ${codebook.version}): ${codebook.text}`,
  fields: (t) => ({
    verified: t.exposeInt("verified", {
      description: "Distinct people with a VERIFIED event that lies certainly inside the smallest window that the claim allows.",
    }),
    lower: t.exposeInt("lower", { description: "Without the events whose time straddles an edge of the window; the same as `verified`." }),
    upper: t.exposeInt("upper", { description: "With whoever may lie inside the largest window that the claim allows." }),
    corroborated: t.exposeInt("corroborated", {
      description: "Further people with a CORROBORATED event inside: only a person's decision is missing.",
    }),
    reported: t.exposeInt("reported", { description: "Further people with a REPORTED event inside." }),
    contested: t.exposeInt("contested", { description: "Further people with a CONTESTED event inside." }),
  }),
});

type People = { ids: readonly string[] };
const people = (name: string, description: string, of: (sets: NamedSets) => readonly string[]) => ({ name, description, of });
const sets = [
  people("both", "Named by the source, and verified here.", ({ both }) => both),
  people("theirsOnly", "Named by the source, and not verified here: the verifiers' work queue.", ({ theirsOnly }) => theirsOnly),
  people("oursOnly", "Verified here, and not named by the source.", ({ oursOnly }) => oursOnly),
];

const NamedComparison = builder.objectRef<NamedSets>("NamedComparison").implement({
  description: "A source that names people is compared as a set, in the window of its count.",
  fields: (t) =>
    Object.fromEntries(
      sets.map(({ name, description, of }) => [
        name,
        t.connection(
          {
            type: Detainee,
            description,
            args: knownAtArgs,
            resolve: (parent, args, context, info) => {
              const { prisma, viewer } = context;
              return listPage(
                // The rows of a reconciliation are asked for together, and so paged together: a cursor is good for each of them.
                { context, info, args },
                // The sets are read from events that the viewer may see, and a person is as visible as those.
                { of: "Detainee", where: among({ ids: of(parent) }, visibleWhere(viewer)), order: byName(), total: of(parent).length },
                (query) => prisma.detainee.findMany(query),
                (query) => prisma.detainee.count(query),
              );
            },
          },
          DetaineeConnection,
        ),
      ]),
    ),
});

function among({ ids }: People, rights: ReturnType<typeof visibleWhere>): Prisma.DetaineeWhereInput {
  return { id: { in: [...ids] }, ...rights };
}

export const claimRows = rowLoader(({ prisma }, query) => prisma.claim.findMany(query));
const sourceRows = rowLoader(({ prisma }, query) => prisma.source.findMany(query));

const ReconciliationRow = builder.objectRef<Row>("ReconciliationRow").implement({
  description: "The latest claim of a source in one of its series, beside the hub's count at that claim's own as-of and window.",
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: "Who asserts the claim.",
      resolve: async ({ sourceId }, _args, context, info) => (await sourceRows(context, info).load(sourceId))!,
    }),
    claim: t.field({
      type: CountClaim,
      description: "The latest claim of the series.",
      resolve: async ({ claimId }, _args, context, info) => (await claimRows(context, info).load(claimId))!,
    }),
    hub: t.field({ type: HubCount, description: "The hub's count at the claim's own as-of and window.", resolve: ({ hub }) => hub }),
    comparable: t.exposeBoolean("comparable", { description: "Whether the two count the same thing, so that they may be subtracted." }),
    reasons: t.field({
      type: [Incomparability],
      description: "Why not comparable; empty when it is.",
      resolve: ({ reasons }) => [...reasons],
    }),
    verdict: t.field({
      type: GapVerdict,
      nullable: true,
      description: "What the gap says. Null when not comparable.",
      resolve: ({ verdict }) => verdict,
    }),
    gap: t.field({
      type: CountGap,
      nullable: true,
      description: "The claim less the hub's count. Null when not comparable.",
      resolve: ({ gap }) => gap,
    }),
    ageHours: t.exposeFloat("ageHours", {
      description: "The age of the claim in hours: from the end of its as-of to the moment asked about.",
    }),
    namesPublished: t.exposeBoolean("namesPublished", {
      nullable: true,
      description: "Whether the source published the names behind the number; null when not known.",
    }),
    named: t.field({
      type: NamedComparison,
      complexity: work.namedComparison,
      nullable: true,
      description: "The people whom the source names beside those whom the hub verified. Null when the source names nobody on record.",
      resolve: (row) => row.named(),
    }),
  }),
});

export const Reconciliation = builder.objectRef<Answer & { readonly asked: Asked }>("Reconciliation").implement({
  description: "How many, who says so, and how each number compares with the people whom the hub can name.",
  fields: (t) => ({
    metric: t.field({ type: CountMetric, description: "The metric that was asked for.", resolve: ({ metric }) => metric }),
    asOf: t.field({ type: "DateTime", description: "The moment as of which the counts are compared.", resolve: ({ asOf }) => asOf }),
    knownAt: t.field({
      type: "DateTime",
      description:
        "What the hub had recorded by this moment is compared. Asked again with it, the answer stays the same for ever, redactions excepted.",
      resolve: ({ knownAt }) => knownAt,
    }),
    publishedUntil: t.field({
      type: "DateTime",
      nullable: true,
      description: "Only what had certainly been published by this moment is compared; null where all of it is.",
      resolve: ({ publishedUntil }) => publishedUntil,
    }),
    hub: t.field({ type: HubCount, description: "The hub's count from `since` to `asOf`.", resolve: ({ hub }) => hub }),
    rows: t.field({
      type: [ReconciliationRow],
      description: "Newest first. Sources are never pooled or averaged.",
      resolve: ({ rows }) => [...rows],
    }),
    redactedCount: t.exposeInt("redacted", {
      description: "How many of the rows' claims have lost their words and numbers by redaction since.",
    }),
  }),
});

builder.queryField("reconciliation", (t) =>
  t.field({
    type: Reconciliation,
    complexity: reconciliationWork,
    description:
      "Every source's latest count in each of its series, beside the hub's own. Asked for RELEASED, ANNOUNCED or ORDERED, all three are shown, beside the hub's count of effected releases; only RELEASED is comparable.",
    args: {
      metric: t.arg({ type: CountMetric, required: true, description: "What is counted." }),
      situation: t.arg.id({
        description:
          "One situation, by its id or slug. Where there are several it has to be given: without it the question is refused with INVALID_INPUT, which lists them.",
      }),
      ...asOfArgs,
      since: t.arg({ type: "DateTime", description: "Count from this moment; claims with another beginning are shown as not comparable." }),
      facility: t.arg.id({
        description:
          "One facility with its parts: the counts that sources give for it and for them, each beside the hub's count of the very place.",
      }),
      ...includePartsArgs,
      place: t.arg({
        type: PlaceInput,
        description:
          "A place that is no facility: the counts of just this place, beside the people whom the hub knows to have been in the facilities of that country and area; who may have been there is in `upper`. What is narrower is not subtracted (`BREAKDOWN`).",
      }),
      breakdown: t.arg({
        type: [BreakdownInput],
        description:
          "Counts of just these people, beside those of the hub's people who are of them; of whom it is not on record is in `upper`. Counts of everybody when not given.",
      }),
    },
    resolve: async (
      _root,
      { metric, asOf, knownAt, publishedUntil, since, situation, facility, includeParts, place: asked, breakdown },
      context,
    ) => {
      const about = when(facility, (id) => idOf(id, "Facility"));
      const of = await situationId(context, situation);
      if (of === null) await requireNoOther(context.prisma, knownAt, "situation");
      const whom = readBreakdown(breakdown, "breakdown");
      const place = readPlace(asked, "place");
      if (about !== null && place.length > 0)
        throw new InvalidInput([{ path: "place", expected: "either a facility or a place that is none", received: "both" }]);
      const question = {
        metric,
        asOf,
        knownAt,
        publishedUntil,
        since,
        situation: of,
        facility: about,
        includeParts,
        place,
        breakdown: whom,
      };
      return { ...(await reconcile(context.prisma, context.viewer, question, context.now)), asked: question };
    },
  }),
);

const gapLoader = loaderOf(({ prisma, viewer }, ids: readonly string[], knownAt: KnownAt, publishedUntil: KnownAt) =>
  gapsOf(prisma, viewer, ids, { knownAt, publishedUntil }),
);

builder.prismaObjectField(CountClaim, "gap", (t) =>
  t.field({
    type: ClaimGap,
    complexity: work.gap,
    nullable: true,
    description:
      "This claim less the hub's verified count, at the claim's own as-of and window, with the verdict; or the reasons why the two are not comparable.",
    args: clockArgs,
    resolve: ({ id }, { knownAt, publishedUntil }, context) => gapLoader(context, knownAt, publishedUntil).load(id),
  }),
);
