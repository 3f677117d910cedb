/**
 * A feed of one process: it follows a log by sequence number. A subscriber is a position, never a queue: a slow one reads later, from the recent events kept in memory or, further
 * back, from the database. Replay and live delivery read in the same way, so there is no gap between them.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import type { PrismaClient } from "../db/generated/prisma/client.ts";
import { CursorDiverged, CursorExpired } from "../errors.ts";
import { decodeCursor, encodeCursor, markOf, type Hub } from "./follow/cursor.ts";
import { createMeter, type Meter } from "./meter.ts";
import type { Log, Told } from "./follow/log.ts";
import { createPages } from "./follow/older-events.ts";
import { RecentEvents } from "./follow/recent-events.ts";
import { releaseLog } from "./follow/release-log.ts";

export type Watcher = {
  /** Called when there are new events. */
  onEvents?(): void;
  /** Called when rights have changed: a row's visibility, a key. No event that committed later is delivered before this is done. */
  onRights?(): void | Promise<void>;
};

export type Feed = {
  /** The database whose feed it is: what cursors are signed with. */
  readonly hub: Hub;
  /** The newest event that this process knows, by number. */
  readonly head: bigint;
  readonly meter: Meter;
  /** The opaque cursor of an event or of a position. Only a recent event's cursor is detected as another one after a restore to an older state. */
  cursorOf(at: bigint | Pick<Told, "seq" | "eventId">): string;
  /** The position of a cursor; of the newest event that is committed now for null, undefined or "". @throws CursorInvalid, CursorExpired, CursorDiverged */
  positionOf(after: string | null | undefined): Promise<bigint>;
  /** Up to `limit` events after a position, in feed order. @throws CursorExpired when they are no longer all kept */
  read(after: bigint, limit: number): Promise<readonly Told[]>;
  /** Resolves once this process knows every event and every change of rights that was committed when it was asked. */
  refresh(): Promise<void>;
  /** The number of the newest known event about a record, if it is recent. */
  latestAbout(about: string): bigint | undefined;
  /** Calls the watcher until the returned function is called. */
  watch(watcher: Watcher): () => void;
  /** Resolves when there is something after the position, or with false after `milliseconds` without, or when the signal aborts. */
  waitFor(after: bigint, milliseconds: number, signal: AbortSignal): Promise<boolean>;
  /** Aborted when the feed stops: its followers end. */
  readonly stopped: AbortSignal;
  stop(): Promise<void>;
};

export type FeedOptions = {
  /** How many recent events are kept in memory. */
  readonly recent?: number;
  /** The longest that a lost notification can delay an event. */
  readonly pollMilliseconds?: number;
  readonly onError?: (error: unknown) => void;
  readonly meter?: Meter;
  /** What it tells; the releases when nothing is said. */
  readonly log?: (prisma: PrismaClient) => Log;
};

// At most one refresh in this time, however many subscribers connect at once: they share the next one.
const refreshMilliseconds = 20;

/** Starts following a log. */
export async function openFeed(
  { kept: prisma, listen }: Database,
  { recent = 10_000, pollMilliseconds = 1000, onError = () => {}, meter = createMeter(), log: logOf = releaseLog }: FeedOptions = {},
): Promise<Feed> {
  const log = logOf(prisma);
  const { epoch, secret, rights: rightsAtFirst } = await prisma.hub.findUniqueOrThrow({ where: { id: 1 } });
  const hub: Hub = { epoch, secret, feed: log.name };
  let floor = await log.floor();
  const newest = await log.newest(recent);
  let recentEvents = new RecentEvents(recent, newest.toReversed(), newest.length < recent);
  const pages = createPages(log, () => meter.reads.inc({ what: "page" }));
  let rights = rightsAtFirst;
  let head = newest[0]?.seq ?? 0n;
  const watchers = new Set<Watcher>();
  let following: Promise<void> | undefined;
  let asked: PromiseWithResolvers<void> | undefined;
  let readAt = Date.now();
  const stopping = new AbortController();

  const readOnce = async (): Promise<boolean> => {
    meter.reads.inc({ what: "news" });
    const page = await log.news(head);
    ({ floor } = page);
    if (page.rights !== rights) {
      await Promise.all(Array.from(watchers, async ({ onRights }) => onRights?.()));
      ({ rights } = page);
    }
    readAt = Date.now();
    if (page.last - head > BigInt(2 * recent)) {
      // What is too much to be kept here is read by whoever needs it.
      const latest = await log.newest(recent);
      recentEvents = new RecentEvents(recent, latest.toReversed(), false);
      await Promise.all(Array.from(watchers, async ({ onRights }) => onRights?.()));
      head = latest[0]!.seq;
      for (const { onEvents } of watchers) onEvents?.();
      return true;
    }
    if (page.events.length > 0) {
      recentEvents.push(page.events);
      head = page.events.at(-1)!.seq;
      for (const { onEvents } of watchers) onEvents?.();
    }
    return page.more;
  };
  // Single flight: a call during a read waits for the next read, so that nothing committed before the call is missed.
  const follow = (): Promise<void> => {
    asked ??= Promise.withResolvers<void>();
    const { promise } = asked;
    following ??= (async () => {
      while (asked && !stopping.signal.aborted) {
        const round = asked;
        asked = undefined;
        try {
          while (await readOnce());
          round.resolve();
        } catch (error) {
          round.reject(error);
        }
      }
      following = undefined;
    })();
    return promise;
  };
  const followSafely = () =>
    void follow().catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      meter.failures.inc();
      onError(error);
    });
  let refreshing: Promise<void> | undefined;
  let refreshedAt = 0;
  const refresh = (): Promise<void> => {
    if (refreshing) return refreshing;
    const rest = refreshedAt + refreshMilliseconds - performance.now();
    const now = () => {
      refreshedAt = performance.now();
      return follow();
    };
    if (rest <= 0) return now();
    refreshing = wait(rest).then(() => {
      refreshing = undefined;
      return now();
    });
    return refreshing;
  };

  const expired = () =>
    new CursorExpired(
      `Some events after this cursor are no longer kept. Read the \`${log.query}\` query from its beginning and the records that are there, and go on from there.`,
    );
  const read = async (after: bigint, limit: number): Promise<readonly Told[]> => {
    for (let from = after; ;) {
      if (from < floor) throw expired();
      if (from >= recentEvents.floor) return recentEvents.after(from, limit);
      const { events, through, floor: kept } = await pages.after(from, recentEvents.floor);
      if (from < kept) throw expired();
      if (events.length > 0) return events.slice(0, limit);
      from = through;
    }
  };
  const eventAt = async (seq: bigint) =>
    recentEvents.at(seq) ?? (seq > recentEvents.floor ? undefined : (await read(seq - 1n, 1).catch(() => []))[0]);

  meter.probes.lag.push(async () => Math.max(0, Number((await log.last()) - head)));
  meter.probes.silence.push(() => (Date.now() - readAt) / 1000);
  const unlisten = await listen(log.channel, followSafely);
  const poll = setInterval(followSafely, pollMilliseconds);
  poll.unref();

  return {
    hub,
    get head() {
      return head;
    },
    meter,
    cursorOf(at) {
      if (typeof at !== "bigint") return encodeCursor(hub, { seq: at.seq, mark: markOf(at.eventId) });
      const event = recentEvents.at(at);
      return encodeCursor(hub, { seq: at, mark: event ? markOf(event.eventId) : "" });
    },
    async positionOf(after) {
      await refresh();
      if (after == null || after === "") return head;
      const { seq, mark } = decodeCursor(hub, after);
      if (seq < floor) throw expired();
      const event = mark === "" ? undefined : await eventAt(seq);
      if (seq > head || (mark !== "" && (event?.seq !== seq || markOf(event.eventId) !== mark)))
        throw new CursorDiverged(
          `This cursor is ahead of this database, which was restored to an older state. Compare what you hold with the \`${log.query}\` query, and go on from there.`,
        );
      return seq;
    },
    read,
    refresh,
    latestAbout: (about) => recentEvents.latestAbout(about),
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    async waitFor(after, milliseconds, signal) {
      if (head > after || stopping.signal.aborted) return head > after;
      const timer = new AbortController();
      let wake = () => {};
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const watcher = { onEvents: wake };
      watchers.add(watcher);
      const signals = [signal, stopping.signal];
      for (const one of signals) one.addEventListener("abort", wake, { once: true });
      try {
        await Promise.race([woken, wait(milliseconds, undefined, { signal: timer.signal, ref: false }).catch(() => {})]);
      } finally {
        timer.abort();
        watchers.delete(watcher);
        for (const one of signals) one.removeEventListener("abort", wake);
      }
      return head > after;
    },
    stopped: stopping.signal,
    async stop() {
      stopping.abort();
      clearInterval(poll);
      await unlisten();
      await following;
    },
  };
}
