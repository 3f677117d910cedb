/** The feed: every step of a release into or out of VERIFIED, as subscriptions that push and as a query that pages the same events. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import type { FeedEventType } from "../../db/generated/prisma/enums.ts";
import { hiddenFrom, isWithdrawn, toldTo } from "../../feed/deliver/audience.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { followFeed, type FeedItem } from "../../feed/deliver/subscription-source.ts";
import { builder, pageSize } from "../base/builder.ts";
import { VerificationState } from "../records/verification-state.ts";
import { given, when } from "../base/filter.ts";
import { encodeId, idOf } from "../base/ids.ts";
import { Release, ReleaseFilter, releaseWhere } from "../custody/release.ts";

const everyType: readonly FeedEventType[] = ["RELEASE_VERIFIED", "RELEASE_AMENDED", "RELEASE_RETRACTED"];
const typeNames = {
  RELEASE_VERIFIED: "ReleaseVerified",
  RELEASE_AMENDED: "ReleaseAmended",
  RELEASE_RETRACTED: "ReleaseRetracted",
  BOOKMARK: "FeedBookmark",
} as const;
// What isWithdrawn asks.
const standing = { type: true, visibility: true, release: { select: { state: true } } } as const;

const FeedEvent = builder.prismaInterface("FeedEvent", {
  name: "FeedEvent",
  description:
    "Something that happened to the verification of a release. The release is told as it is now, not as it was. What no longer holds when it is told, or may no longer be seen, is told as withdrawn: the same event at the same place, without content.",
  select: { seq: true, eventId: true, type: true },
  resolveType: ({ type }) => typeNames[type],
  fields: (t) => ({
    cursor: t.string({
      description: "Opaque; give it as `after` to go on behind this event.",
      resolve: (event, _args, { feed }) => feed.cursorOf(event),
    }),
    eventId: t.exposeID("eventId", { description: "Stable: after a reconnect, the same event has the same id." }),
    occurredAt: t.expose("occurredAt", { type: "DateTime" }),
    releaseId: t.id({
      description: "The id of the release, also when it is withdrawn: what you published under it is meant.",
      select: { releaseId: true },
      resolve: ({ releaseId }) => encodeId("Release", releaseId),
    }),
    withdrawn: t.boolean({
      description:
        "True for a tombstone: a verification that has been taken back since, or a release that may no longer be seen. Whoever published it takes it back. `release`, the states and the note are null then.",
      select: standing,
      resolve: (event, _args, { viewer }) => isWithdrawn(viewer, event),
    }),
    release: t.field({
      type: Release,
      nullable: true,
      description: "Null when `withdrawn`.",
      select: (_args, _context, nested) => ({ ...standing, release: nested({ select: { state: true } }) as { select: { state: true } } }),
      resolve: (event, _args, { viewer }) => (isWithdrawn(viewer, event) ? null : (event.release as never)),
    }),
  }),
});

const variant = (type: FeedEventType, description: string) =>
  builder.prismaObject("FeedEvent", {
    variant: typeNames[type],
    description,
    interfaces: [FeedEvent],
    select: { seq: true, eventId: true, type: true },
    fields: (t) => ({
      beforeState: t.field({
        type: VerificationState,
        nullable: true,
        select: { ...standing, beforeState: true },
        resolve: (event, _args, { viewer }) => (isWithdrawn(viewer, event) ? null : event.beforeState),
      }),
      afterState: t.field({
        type: VerificationState,
        nullable: true,
        description: "Null when `withdrawn`.",
        select: { ...standing, afterState: true },
        resolve: (event, _args, { viewer }) => (isWithdrawn(viewer, event) ? null : event.afterState),
      }),
      publicNote: t.string({
        nullable: true,
        select: { ...standing, publicNote: true },
        resolve: (event, _args, { viewer }) => (isWithdrawn(viewer, event) ? null : event.publicNote),
      }),
    }),
  });
const ReleaseVerified = variant(
  "RELEASE_VERIFIED",
  "A release has become VERIFIED, or a verified release can be seen from now on. With `withdrawn` it is so no longer: a ReleaseRetracted follows.",
);
const ReleaseAmended = variant("RELEASE_AMENDED", "A fact of a verified release has changed.");
const ReleaseRetracted = variant(
  "RELEASE_RETRACTED",
  "A release is no longer VERIFIED. With `withdrawn` it may no longer be seen at all: take back whatever was published under `releaseId`, and ask no further.",
);

const FeedBookmark = builder.objectRef<FeedItem>("FeedBookmark").implement({
  description:
    "Nothing happened up to here: the cursor moves on. The first one says that the stream is live; later ones come while it is idle.",
  fields: (t) => ({
    cursor: t.string({ resolve: ({ seq }, _args, { feed }) => feed.cursorOf(seq) }),
    occurredAt: t.field({ type: "DateTime", resolve: ({ at }) => at }),
  }),
});

const ReleaseFeedItem = builder.unionType("ReleaseFeedItem", {
  types: [ReleaseVerified, ReleaseAmended, ReleaseRetracted, FeedBookmark],
  resolveType: (item) => typeNames[item.type],
});

const followArgs = builder.args((t) => ({
  after: t.string({
    description:
      "A cursor: everything since, then live, without gap or repeat. None or empty: from now. CURSOR_EXPIRED, CURSOR_DIVERGED and CURSOR_INVALID say why it cannot be so.",
  }),
  filter: t.field({
    type: ReleaseFilter,
    description:
      "Of which releases. `state` does not apply, for the events are the steps of the state; tombstones of releases that may no longer be seen pass every filter. A release that a merge, or its undoing, takes to another facility or person still passes with its changes and its end.",
  }),
}));

type Filter = typeof ReleaseFilter.$inferInput | null | undefined;

/** The events that the viewer is told, of releases that pass the filter. */
function toldWhere(viewer: Viewer, filter: Filter): Prisma.FeedEventWhereInput {
  const release = releaseWhere(viewer, { ...filter, state: null, facility: null, nationality: null });
  const passes = [
    { release: { ...release, ...placedWhere(viewer, filter) } },
    { type: { not: "RELEASE_VERIFIED" as const }, release: { AND: [release, ...oncePlacedWhere(viewer, filter)] } },
  ];
  return { ...toldTo(viewer), AND: { OR: [hiddenFrom(viewer), ...passes] } };
}

/** What a merge, or its undoing, can change of a release: under which facility it is found, and under which nationality. */
function placedWhere(viewer: Viewer, filter: Filter): Prisma.CustodyEventWhereInput {
  return given({
    facility: when(filter?.facility, (place) => {
      const id = idOf(place, "Facility");
      return { ...visibleWhere(viewer), OR: [{ id }, { merged: { some: { id } } }] };
    }),
    detainee: when(filter?.nationality, (has) => ({ nationalities: { has } })),
  });
}

/**
 * Releases that may have been told under the filter before they were moved: whoever heard of one there is told how it goes on. What a hidden record was once one with stays hidden, and of a facility
 * that is hidden by now only those releases are found that were told while it was not.
 */
function oncePlacedWhere(viewer: Viewer, filter: Filter): Prisma.CustodyEventWhereInput[] {
  const place = when(filter?.facility, (id) => idOf(id, "Facility"));
  const conditions: (Prisma.CustodyEventWhereInput | null)[] = [
    when(place, (id) => ({
      feedEvents: { some: { placeAudience: { in: [...viewer.levels] } } },
      statedFacility: { OR: [{ id }, { kin: { some: { id, ...visibleWhere(viewer) } } }] },
    })),
    when(filter?.nationality, (has) => ({
      statedDetainee: { OR: [{ nationalities: { has } }, { kin: { some: { nationalities: { has }, ...visibleWhere(viewer) } } }] },
    })),
  ];
  return conditions.filter((condition) => condition !== null);
}

builder.subscriptionFields((t) => ({
  releaseVerified: t.field({
    type: ReleaseVerified,
    description:
      "Each release that becomes VERIFIED, as it happens. Who publishes what it hears needs `releaseFeed`, which tells retractions too.",
    args: followArgs,
    subscribe: (_root, { after, filter }, { feed, viewer, resumeAfter }) =>
      followFeed(feed, resumeAfter ?? after, { types: ["RELEASE_VERIFIED"], passes: toldWhere(viewer, filter), bookmarks: false }),
    resolve: (item) => item as never,
  }),
  releaseFeed: t.field({
    type: ReleaseFeedItem,
    description: "Each release that becomes VERIFIED or ceases to be, with bookmarks while nothing happens.",
    args: followArgs,
    subscribe: (_root, { after, filter }, { feed, viewer, resumeAfter }) =>
      followFeed(feed, resumeAfter ?? after, { types: everyType, passes: toldWhere(viewer, filter), bookmarks: true }),
    resolve: (item) => item as never,
  }),
}));

const FeedEdge = builder.edgeObject({ name: "FeedEdge", type: FeedEvent });
const FeedConnection = builder.connectionObject({ name: "FeedConnection", type: FeedEvent }, FeedEdge);

builder.queryField("feed", (t) =>
  t.field({
    type: FeedConnection,
    description:
      "The same events that the subscriptions push, oldest first (of those that are kept), with the same cursors. Read until `hasNextPage` is false, then subscribe with `endCursor`: nothing is missed.",
    args: { after: t.arg.string(), first: t.arg.int(), filter: t.arg({ type: ReleaseFilter }) },
    resolve: async (_root, { after, first, filter }, context, info) => {
      const { feed, prisma, viewer } = context;
      const start = after == null || after === "" ? 0n : await feed.positionOf(after);
      const limit = first ?? pageSize.default;
      const query = queryFromInfo({ context, info, path: ["edges", "node"] });
      const where = { seq: { gt: start }, ...toldWhere(viewer, filter) };
      const events = await prisma.feedEvent.findMany({ ...(query as object), where, orderBy: { seq: "asc" }, take: limit + 1 });
      const edges = events.slice(0, limit).map((node) => ({ cursor: feed.cursorOf(node), node }));
      return {
        edges,
        pageInfo: {
          hasNextPage: events.length > limit,
          hasPreviousPage: start > 0n,
          startCursor: edges[0]?.cursor ?? null,
          // Never null, so that a reader of an empty page knows where to go on.
          endCursor: edges.at(-1)?.cursor ?? feed.cursorOf(start),
        },
      };
    },
  }),
);
