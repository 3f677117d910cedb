/** Custody events as lists: of one kind, of one place, and the verifiers' queue. */
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import type { Context } from "../base/context.ts";
import { builder } from "../base/builder.ts";
import { CustodyEvent, CustodyEventConnection, CustodyEventType } from "../records/custody-event.ts";
import { VerificationState } from "../records/verification-state.ts";
import { given, naming, when, within } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { TimeOrder } from "../base/order.ts";

const CustodyEventFilter = builder.inputType("CustodyEventFilter", {
  description: "Which custody events. All of the given conditions hold.",
  fields: (t) => ({
    type: t.field({ type: CustodyEventType, description: "Events of this type." }),
    state: t.field({ type: VerificationState, description: "Events in this state." }),
    detainee: t.id({ description: "Events of this person, by id." }),
    facility: t.id({ description: "Events at this facility, by its id." }),
    since: t.field({ type: "DateTime", description: "Events after this moment, by the latest moment possible." }),
    until: t.field({ type: "DateTime", description: "Events up to this moment, by the latest moment possible." }),
  }),
});

async function eventWhere(context: Context, filter: typeof CustodyEventFilter.$inferInput | null | undefined) {
  const { type, state, detainee, facility, since, until } = filter ?? {};
  return {
    ...visibleWhere(context.viewer),
    ...(await naming(
      context,
      "detaineeId",
      when(detainee, (id) => idOf(id, "Detainee")),
    )),
    ...(await naming(
      context,
      "facilityId",
      when(facility, (id) => idOf(id, "Facility")),
    )),
    ...given({
      type,
      state,
      whenSortAt: within({ since, until }),
    }),
  };
}

builder.queryField("custodyEvents", (t) =>
  t.prismaConnection(
    {
      type: CustodyEvent,
      cursor: "id",
      description:
        "Steps on people's timelines, newest first unless `order` says otherwise: deaths in custody, arrests in a place, all of one person.",
      args: {
        filter: t.arg({ type: CustodyEventFilter, description: "Which events. All of them when not given." }),
        order: t.arg({ type: TimeOrder, defaultValue: "desc", description: "By when it happened." }),
      },
      totalCount: async (_root, { filter }, context) => context.prisma.custodyEvent.count({ where: await eventWhere(context, filter) }),
      resolve: async (query, _root, { filter, order }, context) =>
        context.prisma.custodyEvent.findMany({
          ...query,
          where: await eventWhere(context, filter),
          orderBy: [{ whenSortAt: order ?? "desc" }, { id: order ?? "desc" }],
        }),
    },
    CustodyEventConnection,
  ),
);

/** Events of a type for which a person's decision is missing, or a single rule besides. */
const waiting = (viewer: Viewer, type: typeof CustodyEventType.$inferType) => ({
  type,
  rulesMissing: { in: [0, 1] },
  ...visibleWhere(viewer),
});

builder.queryField("verificationQueue", (t) =>
  t.prismaConnection(
    {
      type: CustodyEvent,
      cursor: "id",
      description:
        "Events of a type one step from verification, nearest first: those that wait for a person's decision alone, then those of which a single rule fails; the newest first among each. What is missing stands in `verification { failedRules }`.",
      args: {
        type: t.arg({ type: CustodyEventType, defaultValue: "RELEASE" as const, description: "Of which type: releases, when not given." }),
      },
      totalCount: (_root, { type }, { prisma, viewer }) => prisma.custodyEvent.count({ where: waiting(viewer, type ?? "RELEASE") }),
      resolve: (query, _root, { type }, { prisma, viewer }) =>
        prisma.custodyEvent.findMany({
          ...query,
          where: waiting(viewer, type ?? "RELEASE"),
          orderBy: [{ rulesMissing: "asc" }, { whenSortAt: "desc" }, { id: "desc" }],
        }),
    },
    CustodyEventConnection,
  ),
);
