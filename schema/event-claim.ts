/** Event claims: what somebody says of one custody event. */
import { recordEventClaim } from "../src/domain/claim.ts";
import { visible } from "../src/domain/viewer.ts";
import { builder } from "./builder.ts";
import { mutation } from "./change.ts";
import { Claim, ClaimConnectionKind, claimInput, claimReferences, Stance } from "./claim.ts";
import { CustodyEvent, eventTypeNames } from "./custody.ts";
import { ClaimRoot, rootLoader } from "./claim-root.ts";
import { foundBy } from "./nodes.ts";

export const EventClaim = builder.prismaNode("Claim", {
  variant: "EventClaim",
  description: "What somebody says of one custody event.",
  interfaces: [Claim],
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true, kind: true },
  fields: (t) => ({
    event: t.field({
      type: CustodyEvent,
      select: (_args, _context, nested) => ({ event: nested({ select: { id: true, type: true } }) }),
      resolve: ({ event }) => event!,
    }),
    stance: t.field({ type: Stance, select: { stance: true }, resolve: ({ stance }) => stance! }),
    connection: t.field({ type: ClaimConnectionKind, select: { connection: true }, resolve: ({ connection }) => connection! }),
    cause: t.exposeString("cause", {
      nullable: true,
      description:
        "Of what the person died, by this claim; for claims on a death. Several claims with different causes compete: the hub does not choose.",
    }),
    isRoot: t.boolean({
      description: "Whether the asserter is an origin; false where the page only repeats another document.",
      resolve: async ({ id }, _args, context) => (await rootLoader(context).load(id)).isRoot,
    }),
    root: t.field({
      type: ClaimRoot,
      description: "The origin that this claim collapses into, and why: claims with one origin are one witness.",
      resolve: ({ id }, _args, context) => rootLoader(context).load(id),
    }),
  }),
});

foundBy("EventClaim", ({ prisma, viewer }, ids) =>
  prisma.claim.findMany({ where: { id: { in: ids }, kind: "EVENT", ...visible(viewer) }, select: { id: true } }),
);

mutation(recordEventClaim, {
  description:
    "Records what somebody says of one custody event; the policy then looks at the event again. The same claim recorded twice is recorded once.",
  references: { ...claimReferences, event: Object.values(eventTypeNames) },
  input: (t) => ({
    ...claimInput(t),
    event: t.id({ required: true }),
    stance: t.field({ type: Stance, required: true }),
    connection: t.field({ type: ClaimConnectionKind, description: "UNKNOWN when not given." }),
    cause: t.string({ description: "Of what the person died; only for a DEATH." }),
  }),
  payload: (t) => ({
    claim: t.prismaField({
      type: EventClaim,
      resolve: (query, { id }, _args, { prisma }) => prisma.claim.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
