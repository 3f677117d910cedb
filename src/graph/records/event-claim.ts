/** Event claims: what somebody says of one custody event. */
import { recordEventClaim } from "../../domain/records/claim.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { Claim, ClaimConnectionKind, claimInput, claimReferences, Stance } from "./claim.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { CustodyEvent } from "./custody-event.ts";
import { foundBy } from "../base/nodes.ts";

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
  }),
});

foundBy("EventClaim", ({ prisma, viewer }, ids) =>
  prisma.claim.findMany({ where: { id: { in: ids }, kind: "EVENT", ...visibleWhere(viewer) }, select: { id: true } }),
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
