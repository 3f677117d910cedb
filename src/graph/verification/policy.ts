/** Policies: the written rules by which releases are verified, in all their versions. */
import { adoptPolicy } from "../../domain/verification/adopt-policy.ts";
import type { Policy as Row } from "../../db/generated/prisma/client.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { ClaimConnectionKind } from "../records/claim-enums.ts";

const policyFields = {
  maxHours: "IDENTITY: within how many hours the time of an event must be known. From 1 to 8,784.",
  minRoots: "INDEPENDENCE: how many independent origins must support an event. From 1 to 20.",
  directConnections: "DIRECT_WITNESS: the connections whose claim counts as that of a direct witness.",
} as const;

const Policy = builder.objectRef<Row>("Policy").implement({
  description: "A version of the verification policy. Every decision names the version that it followed; the one adopted last is in force.",
  fields: (t) => ({
    version: t.exposeString("version", { description: "The name of the version, such as v1." }),
    widestHours: t.exposeInt("widestHours", { description: policyFields.maxHours }),
    fewestRoots: t.exposeInt("fewestRoots", { description: policyFields.minRoots }),
    direct: t.field({
      type: [ClaimConnectionKind],
      description: policyFields.directConnections,
      resolve: ({ direct }) => direct,
    }),
    adoptedAt: t.field({
      type: "DateTime",
      description: "When it was adopted; it is in force until the next one.",
      resolve: ({ adoptedAt }) => adoptedAt,
    }),
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
    "Adopts a new version of the verification policy, evaluates every event again and publishes what changed to the feed. Earlier decisions stay on record.",
  references: {},
  input: (t) => ({
    version: t.string({ required: true, description: "A new name for the version, such as v2." }),
    widestHours: t.int({ required: true, description: policyFields.maxHours }),
    fewestRoots: t.int({ required: true, description: policyFields.minRoots }),
    direct: t.field({ type: [ClaimConnectionKind], required: true, description: policyFields.directConnections }),
  }),
  payload: (t) => ({
    policy: t.field({
      type: Policy,
      description: "The version that was adopted.",
      resolve: ({ id }, _args, { prisma }) => prisma.policy.findUniqueOrThrow({ where: { version: id } }),
    }),
    moved: t.int({ description: "How many events changed their state.", resolve: ({ moved }) => moved }),
  }),
});
