/** Releases: the custody event that the hub exists for. */
import { inForceAt, membersAt, recordedBefore, type KnownAt } from "../../domain/history/known-at.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { connectionOf } from "../base/connection.ts";
import { Arrest, CustodyEvent, ReleaseCondition, ReleaseOutcome, ReleaseStage } from "../records/custody-event.ts";
import { timelineOf } from "./timeline.ts";
import { rearrestOf } from "../../domain/timeline/timeline.ts";
import type { TimelineEvent } from "../../domain/timeline/timeline-event.ts";
import type { Context } from "../base/context.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { VerificationState } from "../records/verification-state.ts";
import { given, when } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { timelineKnownAt } from "./person-known-at.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { TimeOrder } from "../base/order.ts";

type Acknowledgement = { acknowledged: boolean };
type Departure = { id: string; detainee?: { events: TimelineEvent[] }; statedDetaineeId?: string };

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
      description:
        "The next arrest of the same person, where one certainly followed: by its time, or because no order of the events can explain it otherwise.",
      args: knownAtArgs,
      select: ({ knownAt }, { viewer }) =>
        knownAt == null ? { id: true, detainee: { select: { events: timelineOf(viewer) } } } : { id: true, statedDetaineeId: true },
      async resolve(row, { knownAt }, context) {
        const { id, detainee, statedDetaineeId } = row as unknown as Departure;
        const told = knownAt == null ? detainee!.events : await timelineKnownAt(context, statedDetaineeId!, knownAt);
        const departure = told.find((event) => event.id === id);
        return (departure && rearrestOf(told, departure)) ?? null;
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
    since: t.field({ type: "DateTime", description: "It certainly happened after this moment." }),
    until: t.field({ type: "DateTime", description: "It had certainly happened by this moment." }),
    includePossible: t.boolean({
      description: "Also what may have happened after `since` or by `until`, and may not; false when not given.",
    }),
    condition: t.field({ type: ReleaseCondition }),
    stage: t.field({ type: ReleaseStage }),
  }),
});

/** Releases that the viewer may see and that pass the filter. */
export function releaseWhere(viewer: Viewer, filter: typeof ReleaseFilter.$inferInput | null | undefined) {
  const { state, stage, facility, nationality, since, until, includePossible, condition } = filter ?? {};
  return {
    type: "RELEASE" as const,
    ...visibleWhere(viewer),
    ...given({
      state,
      stage,
      facility: when(facility, (id) => ({ id: idOf(id, "Facility"), ...visibleWhere(viewer) })),
      detainee: when(nationality, (has) => ({ nationalities: { has } })),
      conditions: when(condition, (has) => ({ has })),
      AND: insideWhere("when", { since, until, includePossible }),
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

const newestFirst = (order: "asc" | "desc" | null | undefined) => [
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
  releases: t.prismaConnection(
    {
      type: Release,
      cursor: "id",
      description: "Newest first, unless `order` says otherwise.",
      args: { filter: t.arg({ type: ReleaseFilter }), order: t.arg({ type: TimeOrder, defaultValue: "desc" }), ...knownAtArgs },
      totalCount: async (_root, { filter, knownAt }, context) =>
        context.prisma.custodyEvent.count({ where: await releaseWhereKnown(context, filter, knownAt) }),
      resolve: async (query, _root, { filter, order, knownAt }, context) =>
        context.prisma.custodyEvent.findMany({
          ...query,
          where: await releaseWhereKnown(context, filter, knownAt),
          orderBy: newestFirst(order),
        }),
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
