/** Remarks: what somebody says of a place, of a source or of the whole, and is neither a number nor a step of somebody's custody. */
import { recordRemark } from "../../domain/records/remark.ts";
import { knownClaim } from "../../domain/history/published-records.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { includePartsArgs, throughParts } from "../base/filter.ts";
import { mutation } from "../base/mutation.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { relatedList } from "../pages/related-list.ts";
import { Claim, ClaimConnection, claimInput, claimReferences } from "./claim.ts";
import { inOrder } from "./claim-filter.ts";
import { Facility } from "./facility.ts";
import { Source } from "./source.ts";
import { claimFields } from "../words/claim.ts";
import { recordFields, situationFields } from "../words/record.ts";

export const RemarkClaim = builder.prismaNode("Claim", {
  variant: "RemarkClaim",
  description:
    "What somebody says of a place, of a source or of the whole situation, where it is neither a count nor a step of somebody's custody: that there is no official list, that relatives are turned away. Nothing counts remarks, and no decision rests on them.",
  interfaces: [Claim],
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true, kind: true },
  fields: (t) => ({
    facility: t.field({
      type: Facility,
      nullable: true,
      description: "The place that it is about; null when it is about none in particular.",
      select: (_args, _context, nested) => ({ facility: nested({ select: { id: true, visibility: true } }) }),
      resolve: ({ facility }, _args, { viewer }) => (canSee(viewer, facility) ? facility : null),
    }),
    aboutSource: t.field({
      type: Source,
      nullable: true,
      description: "The source that it is about, which need not be the one that says it; null when it is about none in particular.",
      select: (_args, _context, nested) => ({ aboutSource: nested({ select: { id: true, visibility: true } }) }),
      resolve: ({ aboutSource }, _args, { viewer }) => (canSee(viewer, aboutSource) ? aboutSource : null),
    }),
  }),
});

foundBy("RemarkClaim", ({ prisma, viewer }, ids) =>
  prisma.claim.findMany({ where: { id: { in: ids }, kind: "REMARK", ...visibleWhere(viewer) }, select: { id: true } }),
);

builder.prismaObjectField(Facility, "remarks", (t) =>
  relatedList(
    t,
    "claims",
    {
      type: Claim,
      description: "What is said of this place and its parts and is no count, newest first.",
      args: { ...includePartsArgs, ...clockArgs },
      rows: (clocks, { viewer }) => ({
        where: { AND: [{ kind: "REMARK" as const }, visibleWhere(viewer), knownClaim(clocks)] },
        order: inOrder({}),
      }),
      through: throughParts,
    },
    ClaimConnection,
  ),
);
builder.prismaObjectField(Source, "remarks", (t) =>
  relatedList(
    t,
    "remarks",
    {
      type: Claim,
      description: "What is said of this source, by itself or by others, newest first. What it says itself is in `claims`.",
      args: clockArgs,
      rows: (clocks, { viewer }) => ({ where: { AND: [visibleWhere(viewer), knownClaim(clocks)] }, order: inOrder({}) }),
    },
    ClaimConnection,
  ),
);

mutation(recordRemark, {
  description:
    "Records what somebody says of a place, of a source or of the whole situation, where it is neither a count nor a step of somebody's custody. The same remark recorded twice is recorded once.",
  references: { ...claimReferences, facility: ["Facility"], aboutSource: ["Source"], situation: ["Situation"] },
  input: (t) => ({
    ...claimInput(t),
    facility: t.id({ description: "The id of the place that it is about. About none in particular when not given." }),
    aboutSource: t.id({ description: claimFields.aboutSource }),
    situation: t.id({ description: situationFields.situation }),
  }),
  payload: (t) => ({
    claim: t.prismaField({
      type: RemarkClaim,
      description: "The remark that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.claim.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
