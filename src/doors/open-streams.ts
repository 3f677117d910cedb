/** The open connections that receive events, on every transport: limits per address and key, rights rechecked when they change, stalled connections closed, draining at a shutdown. */
import { setTimeout as wait } from "node:timers/promises";
import type { PrismaClient } from "../db/generated/prisma/client.ts";
import { keyOf, keyRefused, rightsOfKeys } from "../domain/access/key-viewer.ts";
import type { Viewer } from "../domain/viewer.ts";
import { Forbidden, TooMany, Unauthenticated, type ExpectedError } from "../errors.ts";
import type { Feed } from "../feed/feed.ts";
import { Backpressure } from "../feed/deliver/backpressure.ts";

export type Stream = {
  readonly transport: "websocket" | "sse";
  /** Who opened it, with the rights of then; null until it is authenticated. When these end is kept up to date. */
  viewer: Viewer | null;
  /** Closes it with the error because its key was revoked, has expired or lost rights. */
  closeForRights(error: ExpectedError): void;
  /** Closes it because the client does not read; it can reconnect and resume from its cursor. */
  closeStalled(): void;
  /** Closes it so that the client reconnects, here or at another process. */
  restart(): void;
  /** Called about once a second for keep-alives and timeouts. `now` is monotonic, in milliseconds. */
  tick(now: number): void;
};

export type StreamLimits = {
  readonly socketsPerAddress: number;
  readonly socketsPerKey: number;
  readonly subscriptionsPerSocket: number;
  /** How long a connection may stay full without reading. */
  readonly stallMilliseconds: number;
  /** How often a connection is pinged; without an answer it is closed after twice as long. */
  readonly pingMilliseconds: number;
  /** The longest that draining may take at a shutdown. */
  readonly drainMilliseconds: number;
  /** The pause between two waves of closes while draining. */
  readonly waveMilliseconds: number;
};

export const defaultLimits: StreamLimits = {
  socketsPerAddress: 20_000,
  socketsPerKey: 2000,
  subscriptionsPerSocket: 100,
  stallMilliseconds: 15_000,
  pingMilliseconds: 10_000,
  drainMilliseconds: 10_000,
  waveMilliseconds: 250,
};

const tickMilliseconds = 1000;
// Small enough that the reconnects of one wave do not overload the other processes.
const waveSize = 500;

export class Streams {
  readonly limits: StreamLimits;
  readonly backpressure = new Backpressure<Stream>();
  /** How often this process has seen rights change. */
  rights = 0;
  private readonly prisma: PrismaClient;
  private readonly feed: Feed;
  private readonly open = new Set<Stream>();
  private readonly counts = { address: new Map<string, number>(), key: new Map<string, number>() };
  private readonly unwatch: () => void;
  private readonly ticking: NodeJS.Timeout;

  constructor(prisma: PrismaClient, feed: Feed, limits: Partial<StreamLimits>) {
    this.prisma = prisma;
    this.feed = feed;
    this.limits = { ...defaultLimits, ...limits };
    this.unwatch = feed.watch({ onRights: () => this.recheckRights() });
    this.ticking = setInterval(() => this.tick(), tickMilliseconds);
    this.ticking.unref();
  }

  add(stream: Stream): void {
    this.open.add(stream);
    this.feed.meter.streams.inc({ transport: stream.transport });
  }

  remove(stream: Stream, code: string): void {
    if (!this.open.delete(stream)) return;
    this.feed.meter.streams.dec({ transport: stream.transport });
    this.feed.meter.closes.inc({ code });
  }

  /**
   * Counts one more connection of an address or of a key; `release` it when it is closed.
   * @throws TooMany when it would be one too many
   */
  claim(what: "address" | "key", holder: string): void {
    const max = what === "address" ? this.limits.socketsPerAddress : this.limits.socketsPerKey;
    const count = this.counts[what].get(holder) ?? 0;
    if (count >= max) throw new TooMany("TOO_MANY_SOCKETS", `At most ${max} connections for one ${what}.`);
    this.counts[what].set(holder, count + 1);
  }

  release(what: "address" | "key", holder: string): void {
    const left = this.counts[what].get(holder)! - 1;
    if (left > 0) this.counts[what].set(holder, left);
    else this.counts[what].delete(holder);
  }

  /** Closes every stream whose key was revoked, or lacks a scope that it had when the stream was opened. */
  async recheckRights(): Promise<void> {
    this.rights += 1;
    const byKey = Map.groupBy(this.open, ({ viewer }) => viewer && keyOf(viewer));
    byKey.delete(null);
    if (byKey.size === 0) return;
    const held = await rightsOfKeys(this.prisma, [...byKey.keys()] as string[], new Date());
    for (const [key, streams] of byKey) {
      const rights = held.get(key!);
      for (const stream of streams) {
        if (!rights) stream.closeForRights(new Unauthenticated(keyRefused));
        else if (Array.from(stream.viewer!.scopes).some((scope) => !rights.scopes.includes(scope)))
          stream.closeForRights(new Forbidden("The key no longer holds all that it held when this connection was opened. Connect again."));
        else if (rights.expiresAt?.getTime() !== stream.viewer!.expiresAt?.getTime())
          stream.viewer = { ...stream.viewer!, expiresAt: rights.expiresAt };
      }
    }
  }

  /** Closes all connections in waves of random order, and resolves when all were told to reconnect. */
  async drain(): Promise<void> {
    const streams = Array.from(this.open, (stream) => ({ stream, order: Math.random() })).toSorted((a, b) => a.order - b.order);
    const waves = Math.ceil(streams.length / waveSize);
    const pause = Math.min(this.limits.waveMilliseconds, this.limits.drainMilliseconds / Math.max(1, waves));
    for (let at = 0; at < waves; at += 1) {
      if (at > 0) await wait(pause * (0.5 + Math.random()));
      for (const { stream } of streams.slice(at * waveSize, (at + 1) * waveSize)) stream.restart();
    }
  }

  stop(): void {
    clearInterval(this.ticking);
    this.unwatch();
  }

  private tick(): void {
    const [now, wall] = [performance.now(), Date.now()];
    for (const stream of this.open) {
      const expiresAt = stream.viewer?.expiresAt;
      if (expiresAt != null && expiresAt.getTime() <= wall) stream.closeForRights(new Unauthenticated(keyRefused));
      else stream.tick(now);
    }
    for (const stream of this.backpressure.stalled(this.limits.stallMilliseconds)) stream.closeStalled();
  }
}
