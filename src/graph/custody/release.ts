/** Releases: the custody event that the hub exists for. */
import { isNow, type Clocks } from "../../domain/history/known-at.ts";
import { decisionInForce, knownEvent } from "../../domain/history/published-records.ts";
import type { VerificationState as State } from "../../db/generated/prisma/enums.ts";
import { placeWhere } from "../../domain/history/place.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { builder } from "../base/builder.ts";
import { connectionOf } from "../pages/connection.ts";
import { Arrest, CustodyEvent, ReleaseCondition, ReleaseOutcome, ReleaseStage } from "../records/custody-event.ts";
import { spanSelection } from "../base/time-span.ts";
import { timelineOf } from "./timeline.ts";
import { rearrestOf } from "../../domain/timeline/timeline.ts";
import type { TimelineEvent } from "../../domain/timeline/timeline-event.ts";
import type { Context } from "../base/context.ts";
import { Detainee } from "../records/detainee.ts";
import { Facility } from "../records/facility.ts";
import { VerificationState } from "../records/verification-state.ts";
import {
  among,
  anyOf,
  given,
  idsOfNamed,
  inSituation,
  includePartsArgs,
  includePartsField,
  naming,
  situationField,
  throughParts,
  unmerged,
  when,
} from "../base/filter.ts";
import { idOf } from "../base/ids.ts";
import { timelineKnownAt } from "./person-known-at.ts";
import { clockArgs } from "../clocks/clock-arguments.ts";
import { foundBy } from "../base/nodes.ts";
import { TimeOrder } from "../pages/order.ts";
import { eventFields } from "../words/custody.ts";
import { recordFields } from "../words/record.ts";
import { listPage } from "../pages/list.ts";
import { relatedList } from "../pages/related-list.ts";

type Acknowledgement = { acknowledged: boolean };
type Departure = { id: string; detainee?: { events: TimelineEvent[] }; statedDetaineeId?: string };

/** So that the arrest's time is not read by a statement of its own. */
const withTimes = (timeline: ReturnType<typeof timelineOf>) => ({ ...timeline, select: { ...timeline.select, ...spanSelection("when") } });

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
      args: clockArgs,
      select: (clocks, { viewer }) =>
        isNow(clocks)
          ? { verification: { select: { acknowledged: true } } }
          : { verifications: { where: decisionInForce(viewer, clocks), select: { acknowledged: true } } },
      resolve: (row, clocks) => {
        const { verification, verifications } = row as { verification?: Acknowledgement | null; verifications?: Acknowledgement[] };
        return (isNow(clocks) ? verification : verifications?.[0])?.acknowledged ?? false;
      },
    }),
    rearrest: t.field({
      type: Arrest,
      nullable: true,
      description:
        "The next arrest of the same person, where one certainly followed: by its time, or because no order of the events can explain it otherwise.",
      args: clockArgs,
      select: (clocks, { viewer }) =>
        isNow(clocks)
          ? { id: true, detainee: { select: { events: withTimes(timelineOf(viewer)) } } }
          : { id: true, statedDetaineeId: true },
      async resolve(row, clocks, context) {
        const { id, detainee, statedDetaineeId } = row as unknown as Departure;
        const told = isNow(clocks) ? detainee!.events : await timelineKnownAt(context, statedDetaineeId!, clocks);
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

export const inAreas =
  "Events in one of these states or provinces: that of the facility (`Facility.admin1`), or, where none is on record, of the place (`location`).";

export const ReleaseFilter = builder.inputType("ReleaseFilter", {
  description:
    "Which releases. All of the given conditions hold. Feeds and webhooks go by it too; `custodyEvents(filter: { type: RELEASE })` takes more, such as what is known of the person.",
  fields: (t) => ({
    situation: situationField(t),
    state: t.field({ type: [VerificationState], description: "Releases in one of these states." }),
    facility: t.idList({ description: "Releases from one of these facilities or from a part of it, by id or slug." }),
    includeParts: includePartsField(t),
    nationality: t.field({
      type: ["CountryCode"],
      description: "Releases of people with one of these nationalities, among others (ISO 3166-1 alpha-2).",
    }),
    since: t.field({ type: "DateTime", description: "Releases that certainly happened after this moment." }),
    until: t.field({ type: "DateTime", description: "Releases that had certainly happened by this moment." }),
    includePossible: t.boolean({
      description: "Also what may have happened after `since` or by `until`, and may not; false when not given.",
    }),
    condition: t.field({ type: [ReleaseCondition], description: "Releases under one of these conditions, among others." }),
    stage: t.field({ type: [ReleaseStage], description: "Releases at one of these stages." }),
    acknowledged: t.boolean({ description: "Releases that the state itself says, or those that it does not." }),
    admin1: t.stringList({ description: inAreas.replace("Events", "Releases") }),
  }),
});

/** Events in areas: those of their facilities, or, where none is on record, of their own places. */
export const inArea = (viewer: Viewer, admin1: readonly string[] | null | undefined) =>
  when(among(admin1), (named) => [{ facility: { admin1: named, ...visibleWhere(viewer) } }, { facilityId: null, admin1: named }]);

const filterArg = { type: ReleaseFilter, description: "Which releases. All of them when not given." };
const orderArg = { type: TimeOrder, defaultValue: "desc" as const, description: "By when it happened." };

/** Whatever can have happened by a moment is sorted by one that is no later: so the database begins where the list does, and does not read what came after. */
export const sortedBy = (until: Date | null | undefined) => when(until, (lte) => ({ lte }));

/** Releases that the viewer may see and that pass the filter. */
export function releaseWhere(viewer: Viewer, filter: typeof ReleaseFilter.$inferInput | null | undefined) {
  const { situation, state, stage, facility, includeParts, nationality, since, until, includePossible, condition } = filter ?? {};
  const { acknowledged, admin1 } = filter ?? {};
  const area = when(inArea(viewer, admin1), (there) => ({ OR: there }));
  return {
    type: "RELEASE" as const,
    ...visibleWhere(viewer),
    ...given({
      situation: inSituation(situation),
      state: among(state),
      stage: among(stage),
      facility: when(idsOfNamed(facility, "Facility"), (ids) => placeWhere(viewer, ids, { includeParts })),
      detainee: when(anyOf(nationality), (nationalities) => ({ nationalities })),
      conditions: anyOf(condition),
      whenSortAt: sortedBy(until),
      verification: when(acknowledged, (said) => ({ acknowledged: said })),
      AND: [...(insideWhere("when", { since, until, includePossible }) ?? []), ...(area === null ? [] : [area])],
    }),
  };
}

/** Releases that the state said, or did not, by the decision that was in force. */
export const saidByState = (viewer: Viewer, acknowledged: boolean | null | undefined, clocks: Clocks) =>
  acknowledged == null
    ? {}
    : isNow(clocks)
      ? { verification: { acknowledged } }
      : { verifications: { some: { acknowledged, ...decisionInForce(viewer, clocks) } } };

/** Releases in one of the states that were in force. */
export function inState(viewer: Viewer, states: readonly State[] | null | undefined, clocks: Clocks) {
  const state = among(states);
  if (state === null) return {};
  return isNow(clocks) ? { state } : { verifications: { some: { state, ...decisionInForce(viewer, clocks) } } };
}

/** The same as it was known and had been published: in the state that was in force, from whichever record was one with the facility then. */
export async function releaseWhereKnown(context: Context, filter: typeof ReleaseFilter.$inferInput | null | undefined, clocks: Clocks) {
  const { state, facility, acknowledged, ...others } = filter ?? {};
  return {
    AND: [
      releaseWhere(context.viewer, others),
      unmerged,
      knownEvent(context.viewer, clocks),
      inState(context.viewer, state, clocks),
      saidByState(context.viewer, acknowledged, clocks),
      await naming(context, "facilityId", idsOfNamed(facility, "Facility"), { ...clocks, includeParts: others.includeParts }),
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
      args: { filter: t.arg(filterArg), order: t.arg(orderArg), ...clockArgs },
      resolve: async (_root, args, context, info) => {
        const { prisma } = context;
        return listPage(
          { context, info, args },
          { of: "CustodyEvent", where: await releaseWhereKnown(context, args.filter, args), order: newestFirst(args.order) },
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
      args: clockArgs,
      rows: (clocks, { viewer }) => ({
        where: { AND: [releaseWhere(viewer, null), unmerged, knownEvent(viewer, clocks)] },
        order: newestFirst("desc"),
      }),
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
      description: "Releases from here and from its parts, newest first.",
      args: { filter: t.arg(filterArg), order: t.arg(orderArg), ...includePartsArgs, ...clockArgs },
      rows: ({ filter, order, ...clocks }, { viewer }) => ({
        where: {
          AND: [
            releaseWhere(viewer, { ...filter, state: null, acknowledged: null }),
            unmerged,
            knownEvent(viewer, clocks),
            inState(viewer, filter?.state, clocks),
            saidByState(viewer, filter?.acknowledged, clocks),
          ],
        },
        order: newestFirst(order),
      }),
      through: throughParts,
    },
    ReleaseConnection,
  ),
);
