/** Event claims: what somebody says of one custody event. */
import { recordEventClaim } from "../../domain/records/claim.ts";
import { visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { Claim, claimInput, claimReferences } from "./claim.ts";
import { ClaimConnectionKind, Stance } from "../counting/claim-enums.ts";
import { eventTypeNames } from "../../domain/records/custody-event.ts";
import { CustodyEvent } from "./custody-event.ts";
import { foundBy } from "../base/nodes.ts";
import { claimFields } from "../words/claim.ts";
import { recordFields } from "../words/record.ts";

export const EventClaim = builder.prismaNode("Claim", {
  variant: "EventClaim",
  description: "What somebody says of one custody event.",
  interfaces: [Claim],
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true, kind: true },
  fields: (t) => ({
    event: t.field({
      type: CustodyEvent,
      description: "The event that the claim is about.",
      select: (_args, _context, nested) => ({ event: nested({ select: { id: true, type: true } }) }),
      resolve: ({ event }) => event!,
    }),
    stance: t.field({ type: Stance, description: claimFields.stance, select: { stance: true }, resolve: ({ stance }) => stance! }),
    connection: t.field({
      type: ClaimConnectionKind,
      description: "How the asserter is connected to the event.",
      select: { connection: true },
      resolve: ({ connection }) => connection!,
    }),
    cause: t.exposeString("cause", {
      nullable: true,
      description:
        "What the person died of, by this claim. Null unless the event is a death. Claims with different causes stand side by side: the hub does not choose.",
    }),
  }),
});

foundBy("EventClaim", ({ prisma, viewer }, ids) =>
  prisma.claim.findMany({ where: { id: { in: ids }, kind: "EVENT", ...visibleWhere(viewer) }, select: { id: true } }),
);

mutation(recordEventClaim, {
  description:
    "Records what somebody says of one custody event, and evaluates the event by the policy again. The same claim recorded twice is recorded once.",
  references: { ...claimReferences, event: Object.values(eventTypeNames) },
  input: (t) => ({
    ...claimInput(t),
    event: t.id({ required: true, description: "The id of the custody event." }),
    stance: t.field({ type: Stance, required: true, description: claimFields.stance }),
    connection: t.field({ type: ClaimConnectionKind, description: claimFields.connection }),
    cause: t.string({ description: claimFields.cause }),
  }),
  payload: (t) => ({
    claim: t.prismaField({
      type: EventClaim,
      description: "The claim that was recorded.",
      resolve: (query, { id }, _args, { prisma }) => prisma.claim.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
