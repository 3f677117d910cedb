/** Releases: the custody event that the hub exists for. */
import { visible, type Viewer } from "../src/domain/viewer.ts";
import { builder } from "./builder.ts";
import { connectionOf } from "./connection.ts";
import { Arrest, CustodyEvent, timelineOrder } from "./custody.ts";
import { Detainee } from "./detainee.ts";
import { Facility, VerificationState } from "./facility.ts";
import { given, when, within } from "./filter.ts";
import { idOf } from "./ids.ts";
import { foundBy } from "./nodes.ts";
import { TimeOrder } from "./order.ts";
import { ReleaseCondition, ReleaseOutcome, ReleaseStage } from "./release-terms.ts";

export const Release = builder.prismaNode("CustodyEvent", {
  variant: "Release",
  description: "A person is let go. An event on a timeline, not the end of it: conditions may bind, and a re-arrest never un-verifies it.",
  interfaces: [CustodyEvent],
  id: { field: "id" },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true, type: true },
  fields: (t) => ({
    // The columns are null on other events only (check `release_columns_agree_with_type`).
    stage: t.field({ type: ReleaseStage, select: { stage: true }, resolve: ({ stage }) => stage! }),
    outcome: t.field({ type: ReleaseOutcome, select: { outcome: true }, resolve: ({ outcome }) => outcome! }),
    conditions: t.expose("conditions", { type: [ReleaseCondition] }),
    acknowledged: t.boolean({
      description: "Whether the state itself says so; never enough alone.",
      select: { verification: { select: { acknowledged: true } } },
      resolve: ({ verification }) => verification?.acknowledged ?? false,
    }),
    rearrest: t.field({
      type: Arrest,
      nullable: true,
      description: "The next arrest of the same person, if there was one.",
      select: (_args, { viewer }) => ({
        happenedBy: true,
        detainee: {
          select: {
            events: {
              where: { type: "ARREST", ...visible(viewer) },
              orderBy: timelineOrder,
              select: { id: true, type: true, happenedBy: true, state: true },
            },
          },
        },
      }),
      resolve: ({ happenedBy, detainee }) =>
        detainee.events.find((arrest) => arrest.happenedBy > happenedBy && arrest.state !== "REFUTED") ?? null,
    }),
  }),
});

foundBy("Release", ({ prisma, viewer }, ids) =>
  prisma.custodyEvent.findMany({ where: { id: { in: ids }, type: "RELEASE", ...visible(viewer) }, select: { id: true } }),
);

export const ReleaseConnection = connectionOf("Release", Release);

export const ReleaseFilter = builder.inputType("ReleaseFilter", {
  description: "All of the given conditions hold.",
  fields: (t) => ({
    state: t.field({ type: VerificationState }),
    facility: t.id(),
    nationality: t.field({ type: "CountryCode" }),
    since: t.field({ type: "DateTime", description: "It happened after this moment." }),
    until: t.field({ type: "DateTime", description: "It happened by this moment." }),
    condition: t.field({ type: ReleaseCondition }),
    stage: t.field({ type: ReleaseStage }),
  }),
});

/** Releases that the viewer may see and that pass the filter. */
export function releaseWhere(viewer: Viewer, filter: typeof ReleaseFilter.$inferInput | null | undefined) {
  const { state, stage, facility, nationality, since, until, condition } = filter ?? {};
  return {
    type: "RELEASE" as const,
    ...visible(viewer),
    ...given({
      state,
      stage,
      facilityId: when(facility, (id) => idOf(id, "Facility")),
      detainee: when(nationality, (has) => ({ nationalities: { has } })),
      conditions: when(condition, (has) => ({ has })),
      happenedBy: within({ since, until }),
    }),
  };
}

const newestFirst = (order: "asc" | "desc" | null | undefined) => [
  { happenedBy: order ?? ("desc" as const) },
  { id: order ?? ("desc" as const) },
];

builder.queryFields((t) => ({
  release: t.prismaField({
    type: Release,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { prisma, viewer }) =>
      prisma.custodyEvent.findFirst({ ...query, where: { id: idOf(id, "Release"), ...releaseWhere(viewer, null) } }),
  }),
  releases: t.prismaConnection(
    {
      type: Release,
      cursor: "id",
      description: "Newest first, unless `order` says otherwise.",
      args: { filter: t.arg({ type: ReleaseFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }) },
      totalCount: (_root, { filter }, { prisma, viewer }) => prisma.custodyEvent.count({ where: releaseWhere(viewer, filter) }),
      resolve: (query, _root, { filter, order }, { prisma, viewer }) =>
        prisma.custodyEvent.findMany({ ...query, where: releaseWhere(viewer, filter), orderBy: newestFirst(order) }),
    },
    ReleaseConnection,
  ),
}));

builder.prismaObjectField(Detainee, "releases", (t) =>
  t.relatedConnection(
    "events",
    {
      type: Release,
      cursor: "id",
      totalCount: true,
      description: "Newest first.",
      query: (_args, { viewer }) => ({ where: releaseWhere(viewer, null), orderBy: newestFirst("desc") }),
    },
    ReleaseConnection,
  ),
);
builder.prismaObjectField(Facility, "releases", (t) =>
  t.relatedConnection(
    "events",
    {
      type: Release,
      cursor: "id",
      totalCount: true,
      description: "Releases from here, newest first.",
      args: { filter: t.arg({ type: ReleaseFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }) },
      query: ({ filter, order }, { viewer }) => ({ where: releaseWhere(viewer, filter), orderBy: newestFirst(order) }),
    },
    ReleaseConnection,
  ),
);
