/** Custody events: the steps on people's timelines. What they add up to is in custody/, and so are releases. */
import {
  CustodyEventType as eventTypes,
  ReleaseCondition as conditions,
  ReleaseOutcome as outcomes,
  ReleaseStage as stages,
  type VerificationState as State,
} from "../../db/generated/prisma/enums.ts";
import { eventTypeNames, recordEvent } from "../../domain/records/custody-event.ts";
import { inForceAt } from "../../domain/history/known-at.ts";
import { canSee, visibleWhere } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { mutation } from "../base/mutation.ts";
import { connectionOf } from "../base/connection.ts";
import { Facility } from "./facility.ts";
import { VerificationState } from "./verification-state.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { readSpan, spanSelection, TimeSpan, TimeSpanInput } from "../base/time-span.ts";

export const CustodyEventType = builder.enumType(eventTypes, {
  name: "CustodyEventType",
  description: "LOCATED ends a disappearance. House arrest is a CUSTODY_CHANGE to a facility of kind HOME, never a RELEASE.",
});

export const ReleaseStage = builder.enumType(stages, {
  name: "ReleaseStage",
  description: "Announced and ordered releases are not yet releases: only EFFECTED ones count.",
});
export const ReleaseOutcome = builder.enumType(outcomes, { name: "ReleaseOutcome" });
export const ReleaseCondition = builder.enumType(conditions, { name: "ReleaseCondition" });

export const CustodyEvent = builder.prismaInterface("CustodyEvent", {
  name: "CustodyEvent",
  description: "One step on a person's timeline.",
  interfaces: [builder.nodeInterfaceRef()],
  select: { id: true, type: true },
  resolveType: ({ type }) => eventTypeNames[type],
  fields: (t) => ({
    type: t.expose("type", { type: CustodyEventType }),
    when: t.field({ type: TimeSpan, select: spanSelection("when"), resolve: (row) => readSpan("when", row) }),
    facility: t.field({
      type: Facility,
      nullable: true,
      description: "Where it happened; for a release, where the person was released from.",
      select: (_args, _context, nested) => ({ facility: nested({ select: { id: true, visibility: true } }) }),
      resolve: ({ facility }, _args, { viewer }) => (canSee(viewer, facility) ? facility : null),
    }),
    place: t.exposeString("place", { nullable: true, description: "Where it happened, when that is no known facility." }),
    state: t.field({
      type: VerificationState,
      args: knownAtArgs,
      select: ({ knownAt }) =>
        knownAt == null ? { state: true } : { verifications: { where: inForceAt(knownAt), select: { state: true } } },
      resolve: (row, { knownAt }) => {
        const { state, verifications } = row as { state?: State; verifications?: { state: State }[] };
        // Before its recording an event has no decision; whoever asks all the same is told what it begins with.
        return (knownAt == null ? state : verifications?.[0]?.state) ?? "REPORTED";
      },
    }),
    recordedAt: t.expose("recordedAt", { type: "DateTime" }),
  }),
});

export const CustodyEventConnection = connectionOf("CustodyEvent", CustodyEvent);

function eventNode<Type extends Exclude<keyof typeof eventTypeNames, "RELEASE">>(type: Type, description: string) {
  foundBy(eventTypeNames[type], ({ prisma, viewer }, ids) =>
    prisma.custodyEvent.findMany({ where: { id: { in: ids }, type, ...visibleWhere(viewer) }, select: { id: true } }),
  );
  return builder.prismaNode("CustodyEvent", {
    variant: eventTypeNames[type],
    description,
    interfaces: [CustodyEvent],
    id: { field: "id" },
    findUnique: (id) => ({ id }),
    nullable: true,
    select: { id: true, type: true },
  });
}

export const Arrest = eventNode("ARREST", "A person is taken into custody.");
eventNode("DISAPPEARANCE", "Whereabouts are denied or unknown from here on.");
eventNode("LOCATED", "A person who had disappeared is found in custody.");
eventNode("CHARGE", "A person is charged.");
eventNode("SENTENCE", "A person is sentenced.");
eventNode("TRANSFER", "A person is moved to another place of custody.");
eventNode("CUSTODY_CHANGE", "The kind of custody changes, as to house arrest.");
eventNode("DEATH", "A person dies in custody. What is said of the cause stands in the claims.");

mutation(recordEvent, {
  description:
    "Records a step on a person's timeline. It is REPORTED until claims support it. The same event recorded twice is recorded once.",
  references: { detainee: ["Detainee"], facility: ["Facility"] },
  input: (t) => ({
    detainee: t.id({ required: true }),
    type: t.field({ type: CustodyEventType, required: true }),
    when: t.field({ type: TimeSpanInput, required: true }),
    facility: t.id(),
    place: t.string(),
    stage: t.field({ type: ReleaseStage, description: "Releases only, and required there." }),
    outcome: t.field({ type: ReleaseOutcome, description: "Releases only." }),
    conditions: t.field({ type: [ReleaseCondition], description: "Releases only." }),
  }),
  payload: (t) => ({
    event: t.prismaField({
      type: CustodyEvent,
      resolve: (query, { id }, _args, { prisma }) => prisma.custodyEvent.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
});
