/**
 * The live feed of one process: it follows the outbox by sequence and hands it on. A subscriber is only a position, never a queue: whoever is slow reads later, from the
 * recent events kept here or, further back, from the database. Replay and live are the same reading, so there is no seam between them.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import { feedChannel } from "../domain/outbox.ts";
import type { FeedEvent } from "../db/generated/prisma/client.ts";
import { decodeCursor, encodeCursor } from "./cursor.ts";

export type Feed = {
  /** The opaque cursor of a position. */
  cursorOf(seq: bigint): string;
  /** The position of a cursor; of the newest event that is committed now for null, undefined or "". @throws CursorInvalid */
  positionOf(after: string | null | undefined): Promise<bigint>;
  /** Up to `limit` events after a position, in feed order. */
  read(after: bigint, limit: number): Promise<readonly FeedEvent[]>;
  /** Resolves when there is something after the position, or with false after `milliseconds` without, or when the signal aborts. */
  waitFor(after: bigint, milliseconds: number, signal: AbortSignal): Promise<boolean>;
  /** Aborted when the feed stops: whoever follows it ends. */
  readonly stopped: AbortSignal;
  stop(): Promise<void>;
};

export type FeedOptions = {
  /** How many recent events are kept in memory. */
  readonly recent?: number;
  /** How long a lost wake-up can delay an event. */
  readonly pollMilliseconds?: number;
  readonly onError?: (error: unknown) => void;
};

const page = 500;

/** Starts following the outbox. Events written before are read from the database when somebody asks for them. */
export async function openFeed(
  { prisma, listen }: Database,
  { recent = 10_000, pollMilliseconds = 1000, onError = () => {} }: FeedOptions = {},
): Promise<Feed> {
  const hub = await prisma.hub.findUniqueOrThrow({ where: { id: 1 } });
  const newest = async () => (await prisma.feedEvent.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;
  // Events after `floor`, up to `head`, without a gap.
  let ring: FeedEvent[] = [];
  let head = await newest();
  let floor = head;
  const waiting = new Set<() => void>();
  let following: Promise<void> | undefined;
  let again = false;
  const stopping = new AbortController();

  // Single flight: whoever asks while a reading is under way causes one more after it, so that nothing committed before the asking is missed.
  const follow = (): Promise<void> => {
    again = true;
    following ??= (async () => {
      try {
        while (again && !stopping.signal.aborted) {
          again = false;
          const events = await prisma.feedEvent.findMany({ where: { seq: { gt: head } }, orderBy: { seq: "asc" }, take: page });
          if (events.length === 0) continue;
          head = events.at(-1)!.seq;
          ring.push(...events);
          if (ring.length > recent) {
            floor = ring[ring.length - recent - 1]!.seq;
            ring = ring.slice(-recent);
          }
          again ||= events.length === page;
          for (const wake of waiting) wake();
        }
      } finally {
        following = undefined;
      }
    })();
    return following;
  };
  const followSafely = () => void follow().catch((error: unknown) => stopping.signal.aborted || onError(error));

  const unlisten = await listen(feedChannel, followSafely);
  const poll = setInterval(followSafely, pollMilliseconds);
  poll.unref();

  return {
    cursorOf: (seq) => encodeCursor(hub, seq),
    async positionOf(after) {
      if (after != null && after !== "") return decodeCursor(hub, after);
      await follow();
      return head;
    },
    async read(after, limit) {
      if (after < floor) return prisma.feedEvent.findMany({ where: { seq: { gt: after } }, orderBy: { seq: "asc" }, take: limit });
      const from = firstAfter(ring, after);
      return ring.slice(from, from + limit);
    },
    async waitFor(after, milliseconds, signal) {
      if (head > after || stopping.signal.aborted) return head > after;
      const timer = new AbortController();
      let wake = () => {};
      const woken = new Promise<void>((resolve) => (wake = resolve));
      waiting.add(wake);
      signal.addEventListener("abort", wake, { once: true });
      try {
        await Promise.race([woken, wait(milliseconds, undefined, { signal: timer.signal, ref: false }).catch(() => {})]);
      } finally {
        timer.abort();
        waiting.delete(wake);
        signal.removeEventListener("abort", wake);
      }
      return head > after;
    },
    stopped: stopping.signal,
    async stop() {
      stopping.abort();
      clearInterval(poll);
      for (const wake of waiting) wake();
      await unlisten();
      await following?.catch(() => {});
    },
  };
}

function firstAfter(ring: readonly FeedEvent[], after: bigint): number {
  let [low, high] = [0, ring.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ring[middle]!.seq > after) high = middle;
    else low = middle + 1;
  }
  return low;
}
