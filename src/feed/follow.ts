/** One subscriber's way through the feed: everything after a cursor, then live, in feed order, as far as the viewer may see it. */
import type { Db } from "../db/database.ts";
import type { Prisma } from "../db/generated/prisma/client.ts";
import type { FeedEventType } from "../db/generated/prisma/enums.ts";
import type { Feed } from "./feed.ts";

export type FeedItem = { readonly seq: bigint; readonly type: FeedEventType | "BOOKMARK"; readonly at: Date };

export type Subscription = {
  /** Where to begin: after this cursor, or now when null or empty. */
  readonly after: string | null | undefined;
  readonly types: readonly FeedEventType[];
  /** Which events pass, as a condition on the row; asked at each delivery, of the rows as they are then. */
  readonly passes: Prisma.FeedEventWhereInput;
  /** After this long without an event a bookmark moves the cursor; the first comes as soon as the stream is live. Null for none. */
  readonly bookmarkMilliseconds: number | null;
};

const page = 100;
const idleMilliseconds = 60_000;

/** @throws CursorInvalid when `after` is not a cursor of this feed */
export async function followFeed(feed: Feed, db: Db, subscription: Subscription): Promise<AsyncIterableIterator<FeedItem, void, void>> {
  const stop = new AbortController();
  const items = readOn(feed, db, subscription, await feed.positionOf(subscription.after), stop.signal);
  const followed: AsyncIterableIterator<FeedItem, void, void> = {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => items.next(),
    // A generator answers return() only once its pending next() has; without the signal a closed subscription would wait for the next event.
    return() {
      stop.abort();
      return items.return();
    },
  };
  return followed;
}

async function* readOn(
  feed: Feed,
  db: Db,
  { types, passes, bookmarkMilliseconds }: Subscription,
  start: bigint,
  signal: AbortSignal,
): AsyncGenerator<FeedItem, void, void> {
  let position = start;
  let bookmarkDue = bookmarkMilliseconds !== null;
  while (!signal.aborted && !feed.stopped.aborted) {
    const events = await feed.read(position, page);
    const candidates = events.filter(({ type }) => types.includes(type)).map(({ seq }) => seq);
    const passing =
      candidates.length === 0
        ? []
        : await db.feedEvent.findMany({ where: { AND: [{ seq: { in: candidates } }, passes] }, select: { seq: true } });
    const passed = new Set(passing.map(({ seq }) => seq));
    for (const { seq, type, occurredAt } of events) {
      position = seq;
      if (passed.has(seq)) yield { seq, type, at: occurredAt };
    }
    if (events.length > 0) continue;
    if (bookmarkDue) yield { seq: position, type: "BOOKMARK", at: new Date() };
    const more = await feed.waitFor(position, bookmarkMilliseconds ?? idleMilliseconds, signal);
    bookmarkDue = !more && bookmarkMilliseconds !== null;
  }
}
