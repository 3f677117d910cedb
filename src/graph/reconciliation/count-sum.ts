/** What the sum of a source's counts of parts is beside the hub's count of the whole. */
import type { CountGap as Gap } from "../../domain/reconciliation/comparison.ts";
import type { Asked, Reconciliation as Answer } from "../../domain/reconciliation/reconcile.ts";
import { readSums, type CountSum as Sum } from "../../domain/series/read-sums.ts";
import { builder } from "../base/builder.ts";
import { work } from "../costs/work.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { CountClaim } from "../records/count-claim.ts";
import { Source } from "../records/source.ts";
import { claimRows, ClaimGap, CountGap, HubCount, Reconciliation } from "./reconciliation.ts";

const sourceRows = rowLoader(({ prisma }, query) => prisma.source.findMany(query));

const CountSum = builder.objectRef<Sum>("CountSum").implement({
  description:
    "A source's latest counts of parts, summed by the hub: the source itself does not say this number. It was so at some moment from the first of the counts to the last. A part stands for itself where it is counted, and otherwise for its own parts where any of them is.",
  fields: (t) => ({
    source: t.field({
      type: Source,
      description: "Who asserts the counts.",
      resolve: async ({ sourceId }, _args, context, info) => (await sourceRows(context, info).load(sourceId))!,
    }),
    parts: t.field({
      type: [CountClaim],
      description: "The counts that are summed.",
      resolve: async ({ claimIds }, _args, context, info) =>
        (await Promise.all(claimIds.map((id) => claimRows(context, info).load(id)))).map((claim) => claim!),
    }),
    sum: t.field({
      type: CountGap,
      description: "Bounds of the sum; the upper one is null while a part is not counted.",
      resolve: ({ sum }): Gap => sum,
    }),
    partsCovered: t.exposeInt("covered", { description: "How many parts are counted." }),
    partsTotal: t.exposeInt("of", { description: "How many parts are on record." }),
    coverage: t.string({ description: 'The same in words: "2 of 2 parts".', resolve: ({ covered, of }) => `${covered} of ${of} parts` }),
    hub: t.field({ type: HubCount, description: "The hub's count of the whole, in the window of the sum.", resolve: ({ hub }) => hub }),
    gap: t.field({
      type: ClaimGap,
      description: "The sum less the hub's count, with the verdict; or the reasons why the two are not comparable.",
      resolve: (sum) => sum,
    }),
  }),
});

builder.objectField(Reconciliation, "sums", (t) =>
  t.field({
    type: [CountSum],
    complexity: work.sums,
    description:
      "Of each source that counts parts and not the whole, its counts summed: of the facility's parts, or without a facility of all facilities that are part of none. Ours, and marked with how many parts they cover.",
    resolve: (answer: Answer & { readonly asked: Asked }, _args, { prisma, viewer }) => readSums(prisma, viewer, answer.asked, answer),
  }),
);
