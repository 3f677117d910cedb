/** Custody events as lists: of one kind, of one place, and the verifiers' queue. */
import { visible, type Viewer } from "../src/domain/viewer.ts";
import { countRevolvingDoor, type RevolvingDoor as Door } from "../src/domain/revolving-door.ts";

import { builder } from "./builder.ts";
import { CustodyEvent, CustodyEventConnection, CustodyEventType } from "./custody.ts";
import { VerificationState } from "./facility.ts";
import { given, when, within } from "./filter.ts";
import { idOf } from "./ids.ts";
import { knownAtArgs } from "./knowing.ts";
import { TimeOrder } from "./order.ts";
import { Release, ReleaseConnection } from "./release.ts";

const CustodyEventFilter = builder.inputType("CustodyEventFilter", {
  description: "All of the given conditions hold.",
  fields: (t) => ({
    type: t.field({ type: CustodyEventType }),
    state: t.field({ type: VerificationState }),
    detainee: t.id(),
    facility: t.id(),
    since: t.field({ type: "DateTime", description: "It happened after this moment." }),
    until: t.field({ type: "DateTime", description: "It happened by this moment." }),
  }),
});

function eventWhere(viewer: Viewer, filter: typeof CustodyEventFilter.$inferInput | null | undefined) {
  const { type, state, detainee, facility, since, until } = filter ?? {};
  return {
    ...visible(viewer),
    ...given({
      type,
      state,
      detaineeId: when(detainee, (id) => idOf(id, "Detainee")),
      facility: when(facility, (id) => ({ id: idOf(id, "Facility"), ...visible(viewer) })),
      happenedBy: within({ since, until }),
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
          orderBy: [{ happenedBy: order ?? "desc" }, { id: order ?? "desc" }],
        }),
    },
    CustodyEventConnection,
  ),
);

/** Releases for which a person's decision is missing, or a single rule besides. */
const waiting = (viewer: Viewer) => ({ type: "RELEASE" as const, rulesMissing: { in: [0, 1] }, ...visible(viewer) });

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
          orderBy: [{ rulesMissing: "asc" }, { happenedBy: "desc" }, { id: "desc" }],
        }),
    },
    ReleaseConnection,
  ),
);

const RevolvingDoor = builder.objectRef<Door>("RevolvingDoor").implement({
  description:
    "Of those let go in a window, how many were taken again within it. Distinct people known by name, whatever the state of the decision, save refuted events.",
  fields: (t) => ({
    released: t.exposeInt("released", { description: "People with an effected release in the window, refuted ones left out." }),
    rearrested: t.exposeInt("rearrested", { description: "Those among them with a later arrest in the window." }),
    rate: t.float({
      nullable: true,
      description: "rearrested / released; null when nobody was released.",
      resolve: ({ released, rearrested }) => (released === 0 ? null : rearrested / released),
    }),
  }),
});

builder.queryField("revolvingDoor", (t) =>
  t.field({
    type: RevolvingDoor,
    description: "The rate of the revolving door over a window.",
    args: {
      since: t.arg({ type: "DateTime", description: "From the beginning, when not given." }),
      until: t.arg({ type: "DateTime", description: "`knownAt` when not given, or now." }),
      facility: t.arg.id({ description: "Releases from this facility alone." }),
      ...knownAtArgs,
    },
    resolve: (_root, { since, until, facility, knownAt }, { prisma, viewer }) =>
      countRevolvingDoor(prisma, viewer, {
        since,
        until: until ?? knownAt ?? new Date(),
        facility: when(facility, (id) => idOf(id, "Facility")),
        knownAt,
      }),
  }),
);
