/** The feed: every step of a release into or out of VERIFIED, as subscriptions that push and as a query that pages the same events. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import { FeedEventType } from "../../db/generated/prisma/enums.ts";
import { hiddenFrom, isWithdrawn, shownTo } from "../../feed/deliver/audience.ts";
import { insideWhere } from "../../domain/time/inside-where.ts";
import { visibleWhere, type Viewer } from "../../domain/viewer.ts";
import { eventsWhere, followFeed, type FeedItem } from "../../feed/deliver/subscription-source.ts";
import { builder } from "../base/builder.ts";
import { pageSize } from "../costs/page-size.ts";
import { VerificationState } from "../records/verification-state.ts";
import { among, anyOf, given, idsOfNamed, when } from "../base/filter.ts";
import { encodeId } from "../base/ids.ts";
import { rowLoader } from "../pages/row-loader.ts";
import { Release, ReleaseFilter, releaseWhere } from "../custody/release.ts";

const everyType = Object.values(FeedEventType);
const typeNames = {
  RELEASE_VERIFIED: "ReleaseVerified",
  RELEASE_AMENDED: "ReleaseAmended",
  RELEASE_RETRACTED: "ReleaseRetracted",
  BOOKMARK: "FeedBookmark",
} as const;
// What isWithdrawn asks.
const state = { state: true, mergedInto: { select: { id: true, state: true } } } as const;
const standing = { type: true, visibility: true, release: { select: state } } as const;

const FeedEvent = builder.prismaInterface("FeedEvent", {
  name: "FeedEvent",
  description:
    "Something that happened to the verification of a release. It shows the release as it is now, not as it was. If it no longer holds when it is delivered, or you may no longer see the release, it comes as withdrawn: the same event at the same place, without content.",
  select: { seq: true, eventId: true, type: true },
  resolveType: ({ type }) => typeNames[type],
  fields: (t) => ({
    cursor: t.string({
      description: "Where this event stands in the feed. Opaque; give it as `after` to go on behind it.",
      resolve: (event, _args, { feed }) => feed.cursorOf(event),
    }),
    eventId: t.exposeID("eventId", {
      description: "The id of the event. After a reconnect, and over any transport, the same event has the same id.",
    }),
    occurredAt: t.expose("occurredAt", { type: "DateTime", description: "When it happened to the verification, by the hub's clock." }),
    releaseId: t.id({
      description: "The id of the release, also when it is withdrawn: take back what you published under it.",
      select: { releaseId: true },
      resolve: ({ releaseId }) => encodeId("Release", releaseId),
    }),
    withdrawn: t.boolean({
      description:
        "True for a tombstone: the verification has been taken back since, or you may no longer see the release. If you published it, take it back. `release`, the states and the note are null then.",
      select: standing,
      resolve: (event, _args, { viewer }) => isWithdrawn(viewer, event),
    }),
    release: t.field({
      type: Release,
      nullable: true,
      description:
        "The release as it is now: under an id that was judged to be a duplicate, the release that stands for both. Null when `withdrawn`.",
      select: (_args, _context, nested) => ({ ...standing, release: nested({ select: state }) as { select: typeof state } }),
      resolve: (event, _args, context, info) => {
        if (isWithdrawn(context.viewer, event)) return null;
        const { mergedInto } = event.release;
        return (mergedInto === null ? event.release : releaseRows(context, info).load(mergedInto.id)) as never;
      },
    }),
  }),
});

const releaseRows = rowLoader(({ prisma }, query) => prisma.custodyEvent.findMany(query));

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
        description: "The state before. Null when `withdrawn`, or when there was none.",
        select: { ...standing, beforeState: true },
        resolve: (event, _args, { viewer }) => (isWithdrawn(viewer, event) ? null : event.beforeState),
      }),
      afterState: t.field({
        type: VerificationState,
        nullable: true,
        description: "The state afterwards. Null when `withdrawn`.",
        select: { ...standing, afterState: true },
        resolve: (event, _args, { viewer }) => (isWithdrawn(viewer, event) ? null : event.afterState),
      }),
      publicNote: t.string({
        nullable: true,
        description: "The verifier's reason, for readers. Null when `withdrawn`, or when none was given.",
        select: { ...standing, publicNote: true },
        resolve: (event, _args, { viewer }) => (isWithdrawn(viewer, event) ? null : event.publicNote),
      }),
    }),
  });
const ReleaseVerified = variant(
  "RELEASE_VERIFIED",
  "A release has become VERIFIED, or a verified release can be seen from now on. With `withdrawn` it no longer is: a ReleaseRetracted follows.",
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
    cursor: t.string({
      description: "Up to here the feed has been read. Opaque; give it as `after`.",
      resolve: ({ seq }, _args, { feed }) => feed.cursorOf(seq),
    }),
    occurredAt: t.field({ type: "DateTime", description: "When the bookmark was made.", resolve: ({ at }) => at }),
  }),
});

const ReleaseFeedItem = builder.unionType("ReleaseFeedItem", {
  description: "What the feed delivers: an event of a release, or a bookmark while nothing happens.",
  types: [ReleaseVerified, ReleaseAmended, ReleaseRetracted, FeedBookmark],
  resolveType: (item) => typeNames[item.type as keyof typeof typeNames],
});

const followArgs = builder.args((t) => ({
  after: t.string({
    description:
      "A cursor: everything since, then live, without gap or repeat. None or empty: from now. A cursor that cannot be resumed is one of the errors CURSOR_EXPIRED, CURSOR_DIVERGED and CURSOR_INVALID.",
  }),
  filter: t.field({
    type: ReleaseFilter,
    description:
      "Events of which releases. All of them when not given. `state` does not apply: the events are the changes of the state. Tombstones of releases that you may no longer see pass every filter. If a correction, a merge or its undoing moves a release out of the filter, that and its later changes and its end still pass: whoever was told of it hears how it goes on.",
  }),
}));

type Filter = typeof ReleaseFilter.$inferInput | null | undefined;

/** The events that the viewer is told, of releases that pass the filter. */
function shownWhere(viewer: Viewer, filter: Filter): Prisma.FeedEventWhereInput {
  const passes = [
    { release: releaseWhere(viewer, { ...filter, state: null }) },
    { type: { not: "RELEASE_VERIFIED" as const }, release: { ...visibleWhere(viewer), feedEvents: { some: toldWhere(viewer, filter) } } },
  ];
  return { ...shownTo(viewer), AND: { OR: [hiddenFrom(viewer), ...passes] } };
}

/**
 * Events by which somebody was told of a release under the filter, as it was then. A correction, a merge or its undoing may have moved it since: whoever heard of it is told how it goes on. What a hidden record was once one
 * with stays hidden, and of a facility that is hidden by now only those releases are found that were told while it was not.
 */
function toldWhere(viewer: Viewer, filter: Filter): Prisma.FeedEventWhereInput {
  const { facility, includeParts, nationality, condition, stage, since, until, includePossible, acknowledged, admin1 } = filter ?? {};
  const onceInside = (wholeId: { in: string[] }) => ({
    ...{ wholeId, openest: { in: [...viewer.levels] } },
    ...(includeParts === false ? { isPart: false } : {}),
  });
  return {
    audience: { in: [...viewer.levels] },
    // Every release has a stage; without it nothing was told of the release but that it is hidden.
    stage: { not: null },
    ...(facility == null && admin1 == null ? {} : { placeAudience: { in: [...viewer.levels] } }),
    ...given({
      stage: among(stage),
      facility: when(idsOfNamed(facility, "Facility"), (ids) => {
        const id = { in: ids };
        return { OR: [{ id }, { everMerged: { some: { id, ...visibleWhere(viewer) } } }, { wholes: { some: onceInside(id) } }] };
      }),
      nationalities: anyOf(nationality),
      conditions: anyOf(condition),
      ...{ acknowledged, admin1: among(admin1) },
      AND: insideWhere("when", { since, until, includePossible }),
    }),
  };
}

builder.subscriptionFields((t) => ({
  releaseVerified: t.field({
    type: ReleaseVerified,
    description:
      "Each release that becomes VERIFIED, as it happens. If you publish what you receive, use `releaseFeed`, which also carries retractions.",
    args: followArgs,
    subscribe: (_root, { after, filter }, { feed, viewer, resumeAfter }) =>
      followFeed(feed, resumeAfter ?? after, {
        types: ["RELEASE_VERIFIED"],
        passes: eventsWhere(shownWhere(viewer, filter)),
        bookmarks: false,
      }),
    resolve: (item) => item as never,
  }),
  releaseFeed: t.field({
    type: ReleaseFeedItem,
    description: "Each release that becomes VERIFIED or ceases to be, with bookmarks while nothing happens.",
    args: followArgs,
    subscribe: (_root, { after, filter }, { feed, viewer, resumeAfter }) =>
      followFeed(feed, resumeAfter ?? after, { types: everyType, passes: eventsWhere(shownWhere(viewer, filter)), bookmarks: true }),
    resolve: (item) => item as never,
  }),
}));

const FeedEdge = builder.edgeObject({ name: "FeedEdge", description: "One event of a page of the feed.", type: FeedEvent });
const FeedConnection = builder.connectionObject(
  { name: "FeedConnection", description: "A page of the feed, oldest event first.", type: FeedEvent },
  FeedEdge,
);

builder.queryField("feed", (t) =>
  t.field({
    type: FeedConnection,
    description:
      "The same events that the subscriptions push, oldest first (of those that are kept), with the same cursors. Read until `hasNextPage` is false, then subscribe with `endCursor`: nothing is missed.",
    args: {
      after: t.arg.string({ description: "A cursor: the events after it. None or empty: from the oldest event that is kept." }),
      since: t.arg({ type: "DateTime", description: "Only events after this moment, by `occurredAt`." }),
      until: t.arg({ type: "DateTime", description: "Only events up to this moment, by `occurredAt`." }),
      first: t.arg.int({ description: `At most this many events: ${pageSize.default} when not given.` }),
      last: t.arg.int({ description: "At most this many events, the newest of those after `after`; oldest first among them too." }),
      filter: t.arg({ type: ReleaseFilter, description: "Events of which releases, as in the subscriptions." }),
    },
    resolve: async (_root, { after, since, until, first, last, filter }, context, info) => {
      const { feed, prisma, viewer } = context;
      const { head } = feed;
      const start = after == null || after === "" ? 0n : await feed.positionOf(after);
      const limit = last ?? first ?? pageSize.default;
      const newest = last != null;
      const query = queryFromInfo({ context, info, path: ["edges", "node"] });
      const occurredAt = given({ gt: since, lte: until });
      const where = { seq: { gt: start }, ...(since == null && until == null ? {} : { occurredAt }), ...shownWhere(viewer, filter) };
      const events = await prisma.feedEvent.findMany({
        ...(query as object),
        where,
        orderBy: { seq: newest ? "desc" : "asc" },
        take: limit + 1,
      });
      const page = newest ? events.slice(0, limit).toReversed() : events.slice(0, limit);
      const edges = page.map((node) => ({ cursor: feed.cursorOf(node), node }));
      const isMore = events.length > limit;
      return {
        edges,
        pageInfo: {
          hasNextPage: !newest && isMore,
          get hasPreviousPage() {
            if (newest && isMore) return true;
            const before = { seq: { lte: start }, ...shownWhere(viewer, filter) };
            return (
              start > 0n && (prisma.feedEvent.findFirst({ where: before, select: { seq: true } }).then((event) => event !== null) as never)
            );
          },
          startCursor: edges[0]?.cursor ?? null,
          // Never null, so that a reader of an empty page knows where to go on.
          endCursor: edges.at(-1)?.cursor ?? feed.cursorOf(since != null && until == null && head > start ? head : start),
        },
      };
    },
  }),
);
