/** What a subscription field of the graph asks of a feed. Equal subscriptions share one delivery (group.ts), so this only describes it and is no stream. */
import type { Db } from "../../db/database.ts";
import type { Prisma } from "../../db/generated/prisma/client.ts";
import type { Feed } from "../feed.ts";

/** What the field is resolved from at each delivery: an event, which the graph loads by its number or takes as it is, or a bookmark (with an empty eventId). */
export type FeedItem = {
  readonly seq: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly at: Date;
  /** Whether it comes without content, as far as the filter has found out. */
  readonly withdrawn: boolean;
};

/** How an event passes: with its content, or as the mere news that there is none any more. */
export type Fate = "shown" | "withdrawn";

/** Which events pass; evaluated at each delivery, on the rows as they are then. */
export type Passes = {
  /** Equal for equal questions. */
  readonly key: string;
  /** Of these numbers those that pass. */
  passing(db: Db, seqs: readonly bigint[]): Promise<ReadonlyMap<bigint, Fate>>;
};

export type FeedQuestion = {
  readonly types: readonly string[];
  readonly passes: Passes;
  /** Whether the client receives bookmarks: one when it is live, and more while nothing happens. */
  readonly bookmarks: boolean;
};

/** Events of the feed of releases, as a condition on the row. */
export function eventsWhere(where: Prisma.FeedEventWhereInput): Passes {
  return {
    key: JSON.stringify(where),
    async passing(db, seqs) {
      const rows = await db.feedEvent.findMany({ where: { AND: [{ seq: { in: [...seqs] } }, where] }, select: { seq: true } });
      return new Map(rows.map(({ seq }) => [seq, "shown"]));
    },
  };
}

export class FeedSource implements FeedQuestion, AsyncIterable<FeedItem> {
  readonly feed: Feed;
  readonly types: FeedQuestion["types"];
  readonly passes: FeedQuestion["passes"];
  readonly bookmarks: boolean;
  readonly position: bigint;

  constructor(feed: Feed, { types, passes, bookmarks }: FeedQuestion, position: bigint) {
    this.feed = feed;
    this.types = types;
    this.passes = passes;
    this.bookmarks = bookmarks;
    this.position = position;
  }

  // GraphQL accepts only an AsyncIterable as the source of a subscription.
  [Symbol.asyncIterator](): never {
    throw new TypeError("The feed is delivered by its groups.");
  }
}

/**
 * Starts after a cursor, or now when it is null or empty.
 * @throws CursorInvalid, CursorExpired, CursorDiverged
 */
export async function followFeed(feed: Feed, after: string | null | undefined, question: FeedQuestion): Promise<FeedSource> {
  return new FeedSource(feed, question, await feed.positionOf(after));
}
