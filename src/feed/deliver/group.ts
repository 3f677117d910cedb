/**
 * All subscriptions with the same payloads: one operation, the same variables, the same rights. Each event is executed and serialised once for the whole group (writer.ts); delivery to a
 * subscriber that is up to date writes bytes.
 */
import { setTimeout as wait } from "node:timers/promises";
import { ExpectedError } from "../../errors.ts";
import { tracedFrom } from "../../tracing/trace.ts";
import type { Told } from "../follow/log.ts";
import type { Payload } from "./payload.ts";
import type { Subscriber } from "./subscriber.ts";
import { Undeliverable, Writer, type WriterOptions } from "./writer.ts";

export type GroupOptions = WriterOptions & {
  readonly bookmarkMilliseconds: number;
  readonly onError: (error: unknown) => void;
};

// One event at a time after a failure, so that the events before the one that fails are delivered.
const pageAt = (attempt: number) => (attempt === 1 ? 100 : 1);
const maxRetryDelay = 5000;

export class Group {
  readonly subscribers = new Set<Subscriber>();
  /** Those that are up to date. */
  private readonly current = new Set<Subscriber>();
  private readonly options: GroupOptions;
  private readonly writer: Writer;
  /** The number of the last event that the current subscribers have received. */
  private position: bigint;
  private running = false;
  private quietSince = performance.now();

  get feed(): GroupOptions["feed"] {
    return this.options.feed;
  }

  /** What its payloads depend on besides the event: operation, variables, rights. */
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

  /** Delivers new events. */
  wake(): void {
    if (!this.running) void this.run();
  }

  /** Drops all cached payloads. */
  forget(): void {
    this.writer.forget();
  }

  /** Called about once a second: drops cached payloads that are too old, and sends bookmarks on an idle stream. */
  tick(): void {
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
        const attributes = () => ({ subscribers: this.current.size });
        await tracedFrom(
          undefined,
          () => ({ name: "deliver", attributes }),
          () => this.deliver(attempt),
        );
        attempt = 1;
      } catch (error) {
        await this.waitBeforeRetry(attempt++, error);
        if (!(error instanceof Undeliverable)) continue;
        // Skipping the event would lose it for all of them. Disconnected, they resume from their cursor, before this event.
        for (const subscriber of this.current) subscriber.outlet.fail(subscriber, error.failure);
        attempt = 1;
      }
    }
    this.running = false;
  }

  private async deliver(attempt: number): Promise<void> {
    const { feed } = this.options;
    const events = await feed.read(this.position, pageAt(attempt));
    const payloads = await this.writer.payloads(events, attempt);
    const count = payloads.filter((payload) => payload !== null).length;
    feed.meter.deliveries.inc(count * this.current.size);
    for (const subscriber of this.current) {
      if (subscriber.take(events, payloads)) continue;
      this.current.delete(subscriber);
      void this.catchUp(subscriber);
    }
    this.position = events.at(-1)?.seq ?? this.position;
    this.observe(events, payloads);
  }

  private observe(events: readonly Told[], payloads: readonly (Payload | null)[]): void {
    const now = Date.now();
    for (const [at, { appendedAt }] of events.entries()) {
      if (payloads[at] === null) continue;
      this.quietSince = performance.now();
      this.options.feed.meter.delay.observe(Math.max(0, now - appendedAt.getTime()) / 1000);
    }
  }

  /** Replays events to a subscriber until it has caught up with the group, as fast as it reads. */
  private async catchUp(subscriber: Subscriber): Promise<void> {
    const { feed, question } = this.options;
    let replayed = 0;
    for (let attempt = 1; !subscriber.gone && !feed.stopped.aborted;) {
      try {
        if (subscriber.outlet.full) await subscriber.outlet.drained();
        else if (subscriber.position < this.position) {
          const events = await feed.read(subscriber.position, pageAt(attempt));
          const payloads = await this.writer.payloads(events, attempt);
          const count = payloads.filter((payload) => payload !== null).length;
          if (!subscriber.gone) subscriber.take(events, payloads);
          feed.meter.deliveries.inc(count);
          replayed += count;
        } else if (question.bookmarks && !subscriber.announcedLive) {
          const live = await this.writer.bookmark(subscriber.position);
          subscriber.announcedLive = true;
          if (!subscriber.gone) subscriber.outlet.put(live, subscriber);
        } else {
          // No await between the comparison and this line: no event can be missed in between.
          this.current.add(subscriber);
          feed.meter.replay.observe(replayed);
          return;
        }
        attempt = 1;
      } catch (error) {
        if (error instanceof ExpectedError) return subscriber.outlet.fail(subscriber, error);
        if (error instanceof Undeliverable) return subscriber.outlet.fail(subscriber, error.failure);
        await this.waitBeforeRetry(attempt++, error);
      }
    }
  }

  private async waitBeforeRetry(attempt: number, error: unknown): Promise<void> {
    this.options.feed.meter.failures.inc();
    this.options.onError(error);
    await wait(Math.min(100 * 2 ** attempt, maxRetryDelay), undefined, { signal: this.options.feed.stopped }).catch(() => {});
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
