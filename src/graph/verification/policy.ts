/** Policies: the written rules by which releases are verified, in all their versions. */
import { adoptPolicy } from "../../domain/verification/adopt-policy.ts";
import type { Policy as Row } from "../../db/generated/prisma/client.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { ClaimConnectionKind } from "../counting/claim-enums.ts";

const policyFields = {
  maxHours: "IDENTITY: within how many hours the time of an event must be known. From 1 to 8,784.",
  minRoots: "INDEPENDENCE: how many independent origins must support an event. From 1 to 20.",
  directConnections: "DIRECT_WITNESS: the connections whose claim counts as that of a direct witness.",
  custodianGroups:
    "BEYOND_THE_STATE: the independence groups of the state that holds people, its media among them, where the situation of an event names no custodian. They count together as one origin, and only they acknowledge. A government of no group counts among them; where no group is named, every government does.",
} as const;

const renamed = {
  widestHours: "Renamed: use maxHours.",
  fewestRoots: "Renamed: use minRoots.",
  direct: "Renamed: use directConnections.",
} as const;

const Policy = builder.objectRef<Row>("Policy").implement({
  description: "A version of the verification policy. Every decision names the version that it followed; the one adopted last is in force.",
  fields: (t) => ({
    version: t.exposeString("version", { description: "The name of the version, such as v1." }),
    maxHours: t.exposeInt("maxHours", { description: policyFields.maxHours }),
    minRoots: t.exposeInt("minRoots", { description: policyFields.minRoots }),
    directConnections: t.field({
      type: [ClaimConnectionKind],
      description: policyFields.directConnections,
      resolve: ({ directConnections }) => directConnections,
    }),
    custodianGroups: t.exposeStringList("custodianGroups", { description: policyFields.custodianGroups }),
    widestHours: t.exposeInt("maxHours", { description: policyFields.maxHours, deprecationReason: renamed.widestHours }),
    fewestRoots: t.exposeInt("minRoots", { description: policyFields.minRoots, deprecationReason: renamed.fewestRoots }),
    direct: t.field({
      type: [ClaimConnectionKind],
      description: policyFields.directConnections,
      deprecationReason: renamed.direct,
      resolve: ({ directConnections }) => directConnections,
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
    maxHours: t.int({ description: policyFields.maxHours }),
    minRoots: t.int({ description: policyFields.minRoots }),
    directConnections: t.field({ type: [ClaimConnectionKind], description: policyFields.directConnections }),
    custodianGroups: t.stringList({ description: `${policyFields.custodianGroups} Those of the policy in force, when not given.` }),
    widestHours: t.int({ description: policyFields.maxHours, deprecationReason: renamed.widestHours }),
    fewestRoots: t.int({ description: policyFields.minRoots, deprecationReason: renamed.fewestRoots }),
    direct: t.field({ type: [ClaimConnectionKind], description: policyFields.directConnections, deprecationReason: renamed.direct }),
  }),
  translate: ({ widestHours, fewestRoots, direct, ...input }: Record<string, unknown>) => ({
    ...input,
    maxHours: input["maxHours"] ?? widestHours,
    minRoots: input["minRoots"] ?? fewestRoots,
    directConnections: input["directConnections"] ?? direct,
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
