/** The feed: every step of a release into or out of VERIFIED, as subscriptions that push and as a query that pages the same events. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { FeedEventType } from "../src/db/generated/prisma/enums.ts";
import { visible } from "../src/domain/viewer.ts";
import { followFeed, type FeedItem } from "../src/feed/follow.ts";
import { builder, pageSize } from "./builder.ts";
import { VerificationState } from "./facility.ts";
import { Release, ReleaseFilter, releaseWhere } from "./release.ts";

const everyType: readonly FeedEventType[] = ["RELEASE_VERIFIED", "RELEASE_AMENDED", "RELEASE_RETRACTED"];
const typeNames = {
  RELEASE_VERIFIED: "ReleaseVerified",
  RELEASE_AMENDED: "ReleaseAmended",
  RELEASE_RETRACTED: "ReleaseRetracted",
  BOOKMARK: "FeedBookmark",
} as const;
const bookmarkMilliseconds = 30_000;

const FeedEvent = builder.prismaInterface("FeedEvent", {
  name: "FeedEvent",
  description: "Something that happened to the verification of a release. The release is told as it is now, not as it was.",
  select: { seq: true, type: true },
  resolveType: ({ type }) => typeNames[type],
  fields: (t) => ({
    cursor: t.string({
      description: "Opaque; give it as `after` to go on behind this event.",
      resolve: ({ seq }, _args, { feed }) => feed.cursorOf(seq),
    }),
    eventId: t.exposeID("eventId", { description: "Stable: after a reconnect, the same event has the same id." }),
    occurredAt: t.expose("occurredAt", { type: "DateTime" }),
    release: t.relation("release", { type: Release }),
  }),
});

const variant = (type: FeedEventType, description: string) =>
  builder.prismaObject("FeedEvent", {
    variant: typeNames[type],
    description,
    interfaces: [FeedEvent],
    select: { seq: true, type: true },
    fields: (t) => ({
      beforeState: t.expose("beforeState", { type: VerificationState, nullable: true }),
      afterState: t.expose("afterState", { type: VerificationState }),
      publicNote: t.exposeString("publicNote", { nullable: true }),
    }),
  });
const ReleaseVerified = variant("RELEASE_VERIFIED", "A release has become VERIFIED.");
const ReleaseAmended = variant("RELEASE_AMENDED", "A fact of a verified release has changed.");
const ReleaseRetracted = variant("RELEASE_RETRACTED", "A release is no longer VERIFIED.");

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
  after: t.string({ description: "A cursor: everything since, then live, without gap or repeat. None or empty: from now." }),
  filter: t.field({ type: ReleaseFilter }),
}));

builder.subscriptionFields((t) => ({
  releaseVerified: t.field({
    type: ReleaseVerified,
    description: "Each release that becomes VERIFIED, as it happens.",
    args: followArgs,
    subscribe: (_root, { after, filter }, { feed, prisma, viewer }) =>
      followFeed(feed, prisma, {
        after,
        types: ["RELEASE_VERIFIED"],
        passes: { release: releaseWhere(viewer, filter), ...visible(viewer) },
        bookmarkMilliseconds: null,
      }),
    resolve: (item) => item as never,
  }),
  releaseFeed: t.field({
    type: ReleaseFeedItem,
    description: "Each release that becomes VERIFIED or ceases to be, with bookmarks while nothing happens.",
    args: followArgs,
    subscribe: (_root, { after, filter }, { feed, prisma, viewer }) =>
      followFeed(feed, prisma, {
        after,
        types: everyType,
        passes: { release: releaseWhere(viewer, filter), ...visible(viewer) },
        bookmarkMilliseconds,
      }),
    resolve: (item) => item as never,
  }),
}));

const FeedEdge = builder.edgeObject({ name: "FeedEdge", type: FeedEvent });
const FeedConnection = builder.connectionObject({ name: "FeedConnection", type: FeedEvent }, FeedEdge);

builder.queryField("feed", (t) =>
  t.field({
    type: FeedConnection,
    description:
      "The same events that the subscriptions push, oldest first, with the same cursors. Read until `hasNextPage` is false, then subscribe with `endCursor`: nothing is missed.",
    args: { after: t.arg.string(), first: t.arg.int(), filter: t.arg({ type: ReleaseFilter }) },
    resolve: async (_root, { after, first, filter }, context, info) => {
      const { feed, prisma, viewer } = context;
      const start = after == null || after === "" ? 0n : await feed.positionOf(after);
      const limit = first ?? pageSize.usual;
      const query = queryFromInfo({ context, info, path: ["edges", "node"] });
      const where = { seq: { gt: start }, release: releaseWhere(viewer, filter), ...visible(viewer) };
      const events = await prisma.feedEvent.findMany({ ...(query as object), where, orderBy: { seq: "asc" }, take: limit + 1 });
      const edges = events.slice(0, limit).map((node) => ({ cursor: feed.cursorOf(node.seq), node }));
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
