/** Series of counts: revisions, and the balance of a source's stocks and flows. */
import { balancesOfSource, revisionsOf, type Revision } from "../../domain/reconciliation/series.ts";
import { flows, type Balance } from "../../domain/reconciliation/stock-flow.ts";
import { builder } from "../base/builder.ts";
import { ClaimChangeReason, CountMetric } from "../records/claim.ts";
import { CountClaim } from "../records/count-claim.ts";
import { idOf } from "../base/ids.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { CountGap } from "./reconciliation.ts";
import { rowLoader } from "../base/row-loader.ts";
import { Source } from "../records/source.ts";
import { work } from "../base/work.ts";

const CountRevision = builder.objectRef<Revision>("CountRevision").implement({
  description: "A cumulative count below an earlier one of its series: the source has revised itself. Both stay on record.",
  fields: (t) => ({
    previous: t.field({
      type: CountClaim,
      resolve: async ({ previousId }, _args, context, info) =>
        (await rowLoader(context, info, (query) => context.prisma.claim.findMany(query)).load(previousId))!,
    }),
    fall: t.field({ type: CountGap, description: "This count less the earlier one; negative.", resolve: ({ fall }) => fall }),
    reason: t.field({
      type: ClaimChangeReason,
      nullable: true,
      description: "Null when no reason is on record.",
      resolve: ({ reason }) => reason,
    }),
  }),
});

builder.prismaObjectField(CountClaim, "revision", (t) =>
  t.field({
    type: CountRevision,
    complexity: work.revision,
    nullable: true,
    description: "Set when this cumulative count falls below an earlier one of its series.",
    args: knownAtArgs,
    resolve: ({ id }, { knownAt }, { prisma, viewer, loader }) =>
      loader(`revision ${knownAt?.toISOString()}`, (ids: readonly string[]) => revisionsOf(prisma, viewer, ids, knownAt)).load(id),
  }),
);

const flowDescriptions = { ARRESTED: "Who came in between.", RELEASED: "Who came out.", DIED: "Who died." } as const;

const StockFlowBalance = builder.objectRef<Balance>("StockFlowBalance").implement({
  description:
    "Two consecutive HELD counts of a source and what it says went in and out between them. The residual is what its own numbers leave unexplained; a flow that it does not state is from 0 to unbounded.",
  fields: (t) => ({
    from: t.field({
      type: CountClaim,
      resolve: async ({ fromId }, _args, context, info) =>
        (await rowLoader(context, info, (query) => context.prisma.claim.findMany(query)).load(fromId))!,
    }),
    to: t.field({
      type: CountClaim,
      resolve: async ({ toId }, _args, context, info) =>
        (await rowLoader(context, info, (query) => context.prisma.claim.findMany(query)).load(toId))!,
    }),
    held: t.field({ type: CountGap, description: "The later stock less the earlier.", resolve: ({ held }) => held }),
    ...Object.fromEntries(
      flows.map((metric) => [
        metric.toLowerCase(),
        t.field({ type: CountGap, description: flowDescriptions[metric], resolve: (balance) => balance.flows[metric] }),
      ]),
    ),
    residual: t.field({ type: CountGap, description: "held − (arrested − released − died).", resolve: ({ residual }) => residual }),
    missing: t.field({
      type: [CountMetric],
      description: "The flows that the source does not state for the time between.",
      resolve: ({ missing }) => [...missing],
    }),
  }),
});

builder.prismaObjectField(Source, "stockFlow", (t) =>
  t.field({
    type: [StockFlowBalance],
    complexity: work.stockFlow,
    description: "The balance between each two consecutive HELD counts of this source, oldest first: everywhere, or about one facility.",
    args: { facility: t.arg.id(), ...knownAtArgs },
    resolve: ({ id }, { facility, knownAt }, { prisma, viewer }) =>
      balancesOfSource(prisma, viewer, id, facility == null ? null : idOf(facility, "Facility"), knownAt),
  }),
);
