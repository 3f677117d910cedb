/** Series of counts: revisions, and the balance of a source's stocks and flows. */
import { balancesOfSource, revisionsOf, type Revision } from "../../domain/reconciliation/series.ts";
import { flows, type Balance } from "../../domain/reconciliation/stock-flow.ts";
import { builder } from "../base/builder.ts";
import { includePartsArgs } from "../base/filter.ts";
import { ClaimChangeReason, CountMetric } from "../counting/claim-enums.ts";
import { CountClaim } from "../records/count-claim.ts";
import { idOf } from "../base/ids.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import type { KnownAt } from "../../domain/history/known-at.ts";
import { loaderOf } from "../base/context.ts";
import { claimRows, CountGap } from "./reconciliation.ts";
import { Source } from "../records/source.ts";
import { work } from "../costs/work.ts";

const CountRevision = builder.objectRef<Revision>("CountRevision").implement({
  description: "A cumulative count below an earlier one of its series: the source has revised itself. Both stay on record.",
  fields: (t) => ({
    previous: t.field({
      type: CountClaim,
      description: "The earlier, higher count.",
      resolve: async ({ previousId }, _args, context, info) => (await claimRows(context, info).load(previousId))!,
    }),
    fall: t.field({ type: CountGap, description: "This count less the earlier one; negative.", resolve: ({ fall }) => fall }),
    reason: t.field({
      type: ClaimChangeReason,
      nullable: true,
      description: "Why the source counts fewer now. Null when no reason is on record.",
      resolve: ({ reason }) => reason,
    }),
  }),
});

const revisionLoader = loaderOf(({ prisma, viewer }, ids: readonly string[], knownAt: KnownAt, publishedUntil: KnownAt) =>
  revisionsOf(prisma, viewer, ids, { knownAt, publishedUntil }),
);

builder.prismaObjectField(CountClaim, "revision", (t) =>
  t.field({
    type: CountRevision,
    complexity: work.revision,
    nullable: true,
    description: "Set when this cumulative count falls below an earlier one of its series; null otherwise.",
    args: clockArgs,
    resolve: ({ id }, { knownAt, publishedUntil }, context) => revisionLoader(context, knownAt, publishedUntil).load(id),
  }),
);

const flowDescriptions = {
  ARRESTED: "How many were arrested in between, by the source's own counts.",
  RELEASED: "How many were released in between, by the source's own counts.",
  DIED: "How many died in between, by the source's own counts.",
} as const;

const StockFlowBalance = builder.objectRef<Balance>("StockFlowBalance").implement({
  description:
    "Two consecutive HELD counts of a source and what it says went in and out between them. The residual is what its own numbers leave unexplained; a flow that it does not state is from 0 to unbounded.",
  fields: (t) => ({
    from: t.field({
      type: CountClaim,
      description: "The earlier HELD count.",
      resolve: async ({ fromId }, _args, context, info) => (await claimRows(context, info).load(fromId))!,
    }),
    to: t.field({
      type: CountClaim,
      description: "The later HELD count.",
      resolve: async ({ toId }, _args, context, info) => (await claimRows(context, info).load(toId))!,
    }),
    held: t.field({ type: CountGap, description: "The later stock less the earlier.", resolve: ({ held }) => held }),
    ...Object.fromEntries(
      flows.map((metric) => [
        metric.toLowerCase(),
        t.field({ type: CountGap, description: flowDescriptions[metric], resolve: (balance) => balance.flows[metric] }),
      ]),
    ),
    residual: t.field({
      type: CountGap,
      description: "What the source's own numbers leave unexplained: held − (arrested − released − died).",
      resolve: ({ residual }) => residual,
    }),
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
    description:
      "The balance between each two consecutive HELD counts of this source, oldest first: everywhere, or about one facility and about each of its parts.",
    args: {
      facility: t.arg.id({
        description: "Counts about this facility or a part of it, by its id. Counts about no single facility when not given.",
      }),
      ...includePartsArgs,
      ...clockArgs,
    },
    resolve: ({ id }, { facility, ...reach }, { prisma, viewer }) =>
      balancesOfSource(prisma, viewer, id, facility == null ? null : idOf(facility, "Facility"), reach),
  }),
);
