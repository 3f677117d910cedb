/** Releases: the custody event that the hub exists for. */
import { inForceAt, membersAt, recordedBefore, type KnownAt, type KnownEvent } from "../../domain/history/known-at.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { connectionOf } from "../base/connection.ts";
import { Arrest, CustodyEvent, ReleaseCondition, ReleaseOutcome, ReleaseStage } from "../records/custody-event.ts";
import { timelineOrder } from "./timeline.ts";
import type { Context } from "../base/context.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { VerificationState } from "../records/verification-state.ts";
import { given, when, within } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { timelineKnownAt } from "./person-known-at.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { TimeOrder } from "../base/order.ts";
import { listPage } from "../pages/list.ts";
import { relatedList } from "../pages/related-list.ts";

type Acknowledgement = { acknowledged: boolean };
type Happened = Pick<KnownEvent, "id" | "type" | "whenSortAt" | "state">;
type Departure = { whenSortAt: Date; detainee?: { events: Happened[] }; statedDetaineeId?: string };

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
      args: knownAtArgs,
      select: ({ knownAt }) =>
        knownAt == null
          ? { verification: { select: { acknowledged: true } } }
          : { verifications: { where: inForceAt(knownAt), select: { acknowledged: true } } },
      resolve: (row, { knownAt }) => {
        const { verification, verifications } = row as { verification?: Acknowledgement | null; verifications?: Acknowledgement[] };
        return (knownAt == null ? verification : verifications?.[0])?.acknowledged ?? false;
      },
    }),
    rearrest: t.field({
      type: Arrest,
      nullable: true,
      description: "The next arrest of the same person, if there was one.",
      args: knownAtArgs,
      select: ({ knownAt }, { viewer }) =>
        knownAt == null
          ? {
              whenSortAt: true,
              detainee: {
                select: {
                  events: {
                    where: { type: "ARREST", ...visibleWhere(viewer) },
                    orderBy: timelineOrder,
                    select: { id: true, type: true, whenSortAt: true, state: true },
                  },
                },
              },
            }
          : { whenSortAt: true, statedDetaineeId: true },
      async resolve(row, { knownAt }, context) {
        const { whenSortAt, detainee, statedDetaineeId } = row as unknown as Departure;
        const timeline = knownAt == null ? detainee!.events : await timelineKnownAt(context, statedDetaineeId!, knownAt);
        return timeline.find((event) => event.type === "ARREST" && event.whenSortAt > whenSortAt && event.state !== "REFUTED") ?? null;
      },
    }),
  }),
});

foundBy("Release", ({ prisma, viewer }, ids) =>
  prisma.custodyEvent.findMany({ where: { id: { in: ids }, type: "RELEASE", ...visibleWhere(viewer) }, select: { id: true } }),
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
    ...visibleWhere(viewer),
    ...given({
      state,
      stage,
      facility: when(facility, (id) => ({ id: idOf(id, "Facility"), ...visibleWhere(viewer) })),
      detainee: when(nationality, (has) => ({ nationalities: { has } })),
      conditions: when(condition, (has) => ({ has })),
      whenSortAt: within({ since, until }),
    }),
  };
}

/** The same as it was known: in the state that was in force, from whichever record was one with the facility then. */
export async function releaseWhereKnown(
  { prisma, viewer }: Context,
  filter: typeof ReleaseFilter.$inferInput | null | undefined,
  knownAt: KnownAt,
) {
  const { state, facility, ...others } = filter ?? {};
  const place = when(facility, (id) => idOf(id, "Facility"));
  const decided = knownAt == null ? { state: state! } : { verifications: { some: { state: state!, ...inForceAt(knownAt) } } };
  return {
    AND: [
      releaseWhere(viewer, others),
      recordedBefore(knownAt),
      state == null ? {} : decided,
      place === null ? {} : { statedFacilityId: { in: await membersAt(prisma, viewer, "Facility", place, knownAt) } },
    ],
  };
}

export const newestFirst = (order: "asc" | "desc" | null | undefined) => [
  { whenSortAt: order ?? ("desc" as const) },
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
  releases: t.connection(
    {
      type: Release,
      description: "Newest first, unless `order` says otherwise.",
      args: { filter: t.arg({ type: ReleaseFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }), ...knownAtArgs },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          { where: await releaseWhereKnown(context, args.filter, args.knownAt), order: newestFirst(args.order) },
          (query) => prisma.custodyEvent.findMany(query),
          (query) => prisma.custodyEvent.count(query),
        );
      },
    },
    ReleaseConnection,
  ),
}));

builder.prismaObjectField(Detainee, "releases", (t) =>
  relatedList(
    t,
    "events",
    {
      type: Release,
      description: "Newest first.",
      rows: (_args, { viewer }) => ({ where: releaseWhere(viewer, null), order: newestFirst("desc") }),
    },
    ReleaseConnection,
  ),
);
builder.prismaObjectField(Facility, "releases", (t) =>
  relatedList(
    t,
    "events",
    {
      type: Release,
      description: "Releases from here, newest first.",
      args: { filter: t.arg({ type: ReleaseFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }) },
      rows: ({ filter, order }, { viewer }) => ({ where: releaseWhere(viewer, filter), order: newestFirst(order) }),
    },
    ReleaseConnection,
  ),
);
