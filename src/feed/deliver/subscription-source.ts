/** What a subscription field of the graph asks of the feed. Equal subscriptions share one delivery (group.ts), so this only describes it and is no stream. */
import type { Prisma } from "../../db/generated/prisma/client.ts";
import type { FeedEventType } from "../../db/generated/prisma/enums.ts";
import type { Feed } from "../feed.ts";

/** What the field is resolved from at each delivery: an event, which the graph loads by its number, or a bookmark (with an empty eventId). */
export type FeedItem = { readonly seq: bigint; readonly eventId: string; readonly type: FeedEventType | "BOOKMARK"; readonly at: Date };

export type FeedQuestion = {
  readonly types: readonly FeedEventType[];
  /** Which events pass, as a condition on the row; evaluated at each delivery, on the rows as they are then. */
  readonly passes: Prisma.FeedEventWhereInput;
  /** Whether the client receives bookmarks: one when it is live, and more while nothing happens. */
  readonly bookmarks: boolean;
};

export class FeedSource implements FeedQuestion, AsyncIterable<FeedItem> {
  readonly types: FeedQuestion["types"];
  readonly passes: FeedQuestion["passes"];
  readonly bookmarks: boolean;
  readonly position: bigint;

  constructor({ types, passes, bookmarks }: FeedQuestion, position: bigint) {
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
  return new FeedSource(question, await feed.positionOf(after));
}
