/**
 * All subscriptions that get the same: one operation, the same variables, the same rights. What each event tells is written once for the whole group (writer.ts); to a subscriber that is up to date,
 * delivery is writing bytes.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { FeedEvent } from "../../db/generated/prisma/client.ts";
import { ExpectedError } from "../../errors.ts";
import type { Payload } from "./payload.ts";
import type { Subscriber } from "./subscriber.ts";
import { Untold, Writer, type WriterOptions } from "./writer.ts";

export type GroupOptions = WriterOptions & {
  readonly bookmarkMilliseconds: number;
  readonly onError: (error: unknown) => void;
};

// One at a time after a failure, so that what comes before an event that fails does not wait with it.
const pageAt = (attempt: number) => (attempt === 1 ? 100 : 1);
const mostPatience = 5000;

export class Group {
  readonly subscribers = new Set<Subscriber>();
  /** Those that need nothing but what comes next. */
  private readonly current = new Set<Subscriber>();
  private readonly options: GroupOptions;
  private readonly writer: Writer;
  /** The number of the last event that the current subscribers have had. */
  private position: bigint;
  private running = false;
  private quietSince = performance.now();

  /** The one text of what it answers, shared by all its subscribers. */
  readonly key: string;

  constructor(key: string, options: GroupOptions) {
    this.key = key;
    this.options = options;
    this.position = options.feed.head;
    this.writer = new Writer(options);
  }

  join(subscriber: Subscriber): void {
    this.subscribers.add(subscriber);
    void this.catchUp(subscriber);
  }

  leave(subscriber: Subscriber): void {
    subscriber.ended = true;
    this.subscribers.delete(subscriber);
    this.current.delete(subscriber);
  }

  /** Delivers what has come. */
  wake(): void {
    if (!this.running) void this.run();
  }

  /** Forgets all that was written before now. */
  forget(): void {
    this.writer.forget();
  }

  /** Once a second or so: forgets what is no longer fresh, and moves the cursors of an idle stream. */
  tend(): void {
    this.writer.expire();
    if (this.options.question.bookmarks && performance.now() - this.quietSince >= this.options.bookmarkMilliseconds) {
      this.quietSince = performance.now();
      void this.bookmarkAll();
    }
  }

  private async run(): Promise<void> {
    const { feed } = this.options;
    this.running = true;
    for (let attempt = 1; this.subscribers.size > 0 && this.position < feed.head && !feed.stopped.aborted;) {
      try {
        const events = await feed.read(this.position, pageAt(attempt));
        const payloads = await this.writer.payloads(events, attempt);
        const told = payloads.filter((payload) => payload !== null).length;
        feed.meter.deliveries.inc(told * this.current.size);
        for (const subscriber of this.current) {
          if (subscriber.take(events, payloads)) continue;
          this.current.delete(subscriber);
          void this.catchUp(subscriber);
        }
        this.position = events.at(-1)?.seq ?? this.position;
        attempt = 1;
        this.observe(events, payloads);
      } catch (error) {
        await this.patience(attempt++, error);
        if (!(error instanceof Untold)) continue;
        // Passed over, it would be lost to all of them; sent away, they come back to this very place.
        for (const subscriber of this.current) subscriber.outlet.fail(subscriber, error.failure);
        attempt = 1;
      }
    }
    this.running = false;
  }

  private observe(events: readonly FeedEvent[], payloads: readonly (Payload | null)[]): void {
    const now = Date.now();
    for (const [at, { appendedAt }] of events.entries()) {
      if (payloads[at] === null) continue;
      this.quietSince = performance.now();
      this.options.feed.meter.delay.observe(Math.max(0, now - appendedAt.getTime()) / 1000);
    }
  }

  /** Brings a subscriber from its position to where the group is, as fast as it reads. */
  private async catchUp(subscriber: Subscriber): Promise<void> {
    const { feed, question } = this.options;
    let replayed = 0;
    for (let attempt = 1; !subscriber.gone && !feed.stopped.aborted;) {
      try {
        if (subscriber.outlet.full) await subscriber.outlet.drained();
        else if (subscriber.position < this.position) {
          const events = await feed.read(subscriber.position, pageAt(attempt));
          const payloads = await this.writer.payloads(events, attempt);
          const told = payloads.filter((payload) => payload !== null).length;
          if (!subscriber.gone) subscriber.take(events, payloads);
          feed.meter.deliveries.inc(told);
          replayed += told;
        } else if (question.bookmarks && !subscriber.greeted) {
          const live = await this.writer.bookmark(subscriber.position);
          subscriber.greeted = true;
          if (!subscriber.gone) subscriber.outlet.put(live, subscriber);
        } else {
          // Asked and added without a pause in between: nothing can come between this subscriber and the others.
          this.current.add(subscriber);
          feed.meter.replay.observe(replayed);
          return;
        }
        attempt = 1;
      } catch (error) {
        if (error instanceof ExpectedError) return subscriber.outlet.fail(subscriber, error);
        if (error instanceof Untold) return subscriber.outlet.fail(subscriber, error.failure);
        await this.patience(attempt++, error);
      }
    }
  }

  private async patience(attempt: number, error: unknown): Promise<void> {
    this.options.feed.meter.failures.inc();
    this.options.onError(error);
    await wait(Math.min(100 * 2 ** attempt, mostPatience), undefined, { signal: this.options.feed.stopped }).catch(() => {});
  }

  private async bookmarkAll(): Promise<void> {
    const { position } = this;
    const payload = await this.writer.bookmark(position).catch(this.options.onError);
    if (!payload) return;
    for (const subscriber of this.current) {
      if (subscriber.position <= position && position === this.position && !subscriber.outlet.full)
        subscriber.outlet.put(payload, subscriber);
    }
  }
}
