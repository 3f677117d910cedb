/** Policies: the written rules by which releases are verified, in all their versions. */
import { adoptPolicy } from "../../domain/verification/adopt-policy.ts";
import type { Policy as Row } from "../../db/generated/prisma/client.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { ClaimConnectionKind } from "../records/claim.ts";

const Policy = builder.objectRef<Row>("Policy").implement({
  description: "A version of the verification policy. Every decision names the version that it followed; the one adopted last is in force.",
  fields: (t) => ({
    version: t.exposeString("version"),
    widestHours: t.exposeInt("widestHours", { description: "Rule 1: how wide the time of an event may be, in hours." }),
    fewestRoots: t.exposeInt("fewestRoots", { description: "Rule 3: how many independent origins there must be." }),
    direct: t.field({
      type: [ClaimConnectionKind],
      description: "Rule 3: whose claim counts as a direct witness.",
      resolve: ({ direct }) => direct,
    }),
    adoptedAt: t.field({ type: "DateTime", resolve: ({ adoptedAt }) => adoptedAt }),
  }),
});

builder.queryField("policies", (t) =>
  t.field({
    type: [Policy],
    description: "All versions of the verification policy, the one in force first.",
    resolve: (_root, _args, { prisma }) => prisma.policy.findMany({ orderBy: [{ adoptedAt: "desc" }, { version: "desc" }] }),
  }),
);

mutation(adoptPolicy, {
  description:
    "Adopts a new version of the verification policy, looks at every event again and tells the feed what changed. The old decisions stay.",
  references: {},
  input: (t) => ({
    version: t.string({ required: true, description: "A name of its own, such as v2." }),
    widestHours: t.int({ required: true }),
    fewestRoots: t.int({ required: true }),
    direct: t.field({ type: [ClaimConnectionKind], required: true }),
  }),
  payload: (t) => ({
    policy: t.field({ type: Policy, resolve: ({ id }, _args, { prisma }) => prisma.policy.findUniqueOrThrow({ where: { version: id } }) }),
    moved: t.int({ description: "How many events have another state now.", resolve: ({ moved }) => moved }),
  }),
});
