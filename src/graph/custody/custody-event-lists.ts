/** Custody events as lists: of one kind, of one place, and the verifiers' queue. */
import { insideWhere } from "../../domain/time/inside-where.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { CustodyEvent, CustodyEventConnection, CustodyEventType } from "../records/custody-event.ts";
import { VerificationState } from "../records/verification-state.ts";
import { given, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { TimeOrder } from "../base/order.ts";
import { Release, ReleaseConnection } from "./release.ts";

const CustodyEventFilter = builder.inputType("CustodyEventFilter", {
  description: "All of the given conditions hold.",
  fields: (t) => ({
    type: t.field({ type: CustodyEventType }),
    state: t.field({ type: VerificationState }),
    detainee: t.id(),
    facility: t.id(),
    since: t.field({ type: "DateTime", description: "It certainly happened after this moment." }),
    until: t.field({ type: "DateTime", description: "It had certainly happened by this moment." }),
    includePossible: t.boolean({
      description: "Also what may have happened after `since` or by `until`, and may not; false when not given.",
    }),
  }),
});

function eventWhere(viewer: Viewer, filter: typeof CustodyEventFilter.$inferInput | null | undefined) {
  const { type, state, detainee, facility, since, until, includePossible } = filter ?? {};
  return {
    ...visibleWhere(viewer),
    ...given({
      type,
      state,
      detaineeId: when(detainee, (id) => idOf(id, "Detainee")),
      facility: when(facility, (id) => ({ id: idOf(id, "Facility"), ...visibleWhere(viewer) })),
      AND: insideWhere("when", { since, until, includePossible }),
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
      args: { filter: t.arg({ type: CustodyEventFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }) },
      totalCount: (_root, { filter }, { prisma, viewer }) => prisma.custodyEvent.count({ where: eventWhere(viewer, filter) }),
      resolve: (query, _root, { filter, order }, { prisma, viewer }) =>
        prisma.custodyEvent.findMany({
          ...query,
          where: eventWhere(viewer, filter),
          orderBy: [{ whenSortAt: order ?? "desc" }, { id: order ?? "desc" }],
        }),
    },
    CustodyEventConnection,
  ),
);

/** Releases for which a person's decision is missing, or a single rule besides. */
const waiting = (viewer: Viewer) => ({ type: "RELEASE" as const, rulesMissing: { in: [0, 1] }, ...visibleWhere(viewer) });

builder.queryField("verificationQueue", (t) =>
  t.prismaConnection(
    {
      type: Release,
      cursor: "id",
      description:
        "Releases one step from verification, nearest first: those that wait for a person's decision alone, then those of which a single rule fails; the newest first among each. What is missing stands in `verification { failedRules }`.",
      totalCount: (_root, _args, { prisma, viewer }) => prisma.custodyEvent.count({ where: waiting(viewer) }),
      resolve: (query, _root, _args, { prisma, viewer }) =>
        prisma.custodyEvent.findMany({
          ...query,
          where: waiting(viewer),
          orderBy: [{ rulesMissing: "asc" }, { whenSortAt: "desc" }, { id: "desc" }],
        }),
    },
    ReleaseConnection,
  ),
);
