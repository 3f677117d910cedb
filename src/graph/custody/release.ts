/** Releases: the custody event that the hub exists for. */
import { inForceAt, recordedBefore, type KnownAt, type KnownEvent } from "../../domain/history/known-at.ts";
import { recordWhere } from "../../domain/history/record-where.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { connectionOf } from "../base/connection.ts";
import { Arrest, CustodyEvent, ReleaseCondition, ReleaseOutcome, ReleaseStage } from "../records/custody-event.ts";
import { timelineOrder } from "./timeline.ts";
import type { Context } from "../base/context.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { VerificationState } from "../records/verification-state.ts";
import { given, naming, when, within } from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { timelineKnownAt } from "./person-known-at.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { TimeOrder } from "../base/order.ts";
import { eventFields } from "../words/custody.ts";
import { recordFields } from "../words/record.ts";
import { listPage } from "../pages/list.ts";
import { relatedList } from "../pages/related-list.ts";

type Acknowledgement = { acknowledged: boolean };
type Happened = Pick<KnownEvent, "id" | "type" | "whenSortAt" | "state">;
type Departure = { whenSortAt: Date; detainee?: { events: Happened[] }; statedDetaineeId?: string };

export const Release = builder.prismaNode("CustodyEvent", {
  variant: "Release",
  description:
    "A person is let go. It is an event on a timeline, not its end: conditions may bind the person, and a later arrest never un-verifies it.",
  interfaces: [CustodyEvent],
  id: { field: "id", description: recordFields.id },
  findUnique: (id) => ({ id }),
  nullable: true,
  select: { id: true, type: true },
  fields: (t) => ({
    // The columns are null on other events only (check `release_columns_agree_with_type`).
    stage: t.field({ type: ReleaseStage, description: eventFields.stage, select: { stage: true }, resolve: ({ stage }) => stage! }),
    outcome: t.field({
      type: ReleaseOutcome,
      description: eventFields.outcome,
      select: { outcome: true },
      resolve: ({ outcome }) => outcome!,
    }),
    conditions: t.expose("conditions", { type: [ReleaseCondition], description: eventFields.conditions }),
    acknowledged: t.boolean({
      description: "Whether the state itself says so. It counts as one origin, never enough alone.",
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
      description: "The next arrest of the same person; null when none is on record.",
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
  description: "Which releases. All of the given conditions hold.",
  fields: (t) => ({
    state: t.field({ type: VerificationState, description: "Releases in this state." }),
    facility: t.id({ description: "Releases from this facility, by its id." }),
    nationality: t.field({
      type: "CountryCode",
      description: "Releases of people with this nationality, among others (ISO 3166-1 alpha-2).",
    }),
    since: t.field({ type: "DateTime", description: "Releases after this moment, by the latest moment possible." }),
    until: t.field({ type: "DateTime", description: "Releases up to this moment, by the latest moment possible." }),
    condition: t.field({ type: ReleaseCondition, description: "Releases under this condition, among others." }),
    stage: t.field({ type: ReleaseStage, description: "Releases at this stage." }),
  }),
});

const filterArg = { type: ReleaseFilter, description: "Which releases. All of them when not given." };
const orderArg = { type: TimeOrder, defaultValue: "desc" as const, description: "By when it happened." };

/** Releases that the viewer may see and that pass the filter. */
export function releaseWhere(viewer: Viewer, filter: typeof ReleaseFilter.$inferInput | null | undefined) {
  const { state, stage, facility, nationality, since, until, condition } = filter ?? {};
  return {
    type: "RELEASE" as const,
    ...visibleWhere(viewer),
    ...given({
      state,
      stage,
      facility: when(facility, (id) => recordWhere(viewer, idOf(id, "Facility"))),
      detainee: when(nationality, (has) => ({ nationalities: { has } })),
      conditions: when(condition, (has) => ({ has })),
      whenSortAt: within({ since, until }),
    }),
  };
}

/** The same as it was known: in the state that was in force, from whichever record was one with the facility then. */
async function releaseWhereKnown(context: Context, filter: typeof ReleaseFilter.$inferInput | null | undefined, knownAt: KnownAt) {
  const { state, facility, ...others } = filter ?? {};
  const decided = knownAt == null ? { state: state! } : { verifications: { some: { state: state!, ...inForceAt(knownAt) } } };
  return {
    AND: [
      releaseWhere(context.viewer, others),
      recordedBefore(knownAt),
      state == null ? {} : decided,
      await naming(
        context,
        "facilityId",
        when(facility, (id) => idOf(id, "Facility")),
        { knownAt },
      ),
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
    description: "A release by id; null when there is none that you may see.",
    args: { id: t.arg.id({ required: true, description: "The id of the release." }) },
    resolve: (query, _root, { id }, { prisma, viewer }) =>
      prisma.custodyEvent.findFirst({ ...query, where: { id: idOf(id, "Release"), ...releaseWhere(viewer, null) } }),
  }),
  releases: t.connection(
    {
      type: Release,
      description: "Releases, newest first unless `order` says otherwise.",
      args: { filter: t.arg(filterArg), order: t.arg(orderArg), ...knownAtArgs },
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
      description: "The releases of this person, newest first.",
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
      args: { filter: t.arg(filterArg), order: t.arg(orderArg) },
      rows: ({ filter, order }, { viewer }) => ({ where: releaseWhere(viewer, filter), order: newestFirst(order) }),
    },
    ReleaseConnection,
  ),
);
