/**
 * All subscriptions that get the same: one operation, the same variables, the same rights. Each event is executed and written as text once for the whole group, live and replayed; to a
 * subscriber that is up to date, delivery is writing bytes.
 */
import { setTimeout as wait } from "node:timers/promises";
import type { ExecutionResult } from "graphql";
import type { Db } from "../db/database.ts";
import type { FeedEvent } from "../db/generated/prisma/client.ts";
import { ExpectedError } from "../errors.ts";
import type { Feed } from "./feed.ts";
import { Memory } from "./memory.ts";
import { Payload } from "./payload.ts";
import type { FeedItem, FeedQuestion } from "./source.ts";
import type { Subscriber } from "./subscriber.ts";

export type GroupOptions = {
  readonly feed: Feed;
  readonly db: Db;
  readonly question: FeedQuestion;
  /** Executes the operation for one item, in a context of its own, with the group's rights. */
  readonly execute: (item: FeedItem) => PromiseLike<ExecutionResult> | ExecutionResult;
  readonly bookmarkMilliseconds: number;
  readonly onError: (error: unknown) => void;
};

const page = 100;
const mostPatience = 5000;
// A failure of ours (the database restarts) passes, and must not be told as if it were the event. One that stays is told after about half a minute rather than holding up all that follows.
const mostAttempts = 10;

export class Group {
  readonly subscribers = new Set<Subscriber>();
  /** Those that need nothing but what comes next. */
  private readonly current = new Set<Subscriber>();
  private readonly options: GroupOptions;
  private readonly memory: Memory;
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
    this.memory = new Memory(options.feed);
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
    this.memory.forget();
  }

  /** Once a second or so: forgets what is no longer fresh, and moves the cursors of an idle stream. */
  tend(): void {
    this.memory.expire();
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
        const events = await feed.read(this.position, page);
        const payloads = await this.payloads(events, attempt);
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
          const events = await feed.read(subscriber.position, page);
          const payloads = await this.payloads(events, attempt);
          const told = payloads.filter((payload) => payload !== null).length;
          if (!subscriber.gone) subscriber.take(events, payloads);
          feed.meter.deliveries.inc(told);
          replayed += told;
        } else if (question.bookmarks && !subscriber.greeted) {
          const live = await this.bookmark(subscriber.position);
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
    const payload = await this.bookmark(position).catch(this.options.onError);
    if (!payload) return;
    for (const subscriber of this.current) {
      if (subscriber.position <= position && position === this.position && !subscriber.outlet.full)
        subscriber.outlet.put(payload, subscriber);
    }
  }

  /** What to tell of each event: null for those that do not pass. */
  private payloads(events: readonly FeedEvent[], attempt: number): Promise<(Payload | null)[]> {
    const { types } = this.options.question;
    return this.memory.recall(
      events.map((event) => (types.includes(event.type) ? event : null)),
      (missing) => this.write(missing, attempt),
    );
  }

  private async write(events: readonly FeedEvent[], attempt: number): Promise<ReadonlyMap<bigint, Payload>> {
    const { db, feed, question } = this.options;
    feed.meter.reads.inc({ what: "filter" });
    const where = { AND: [{ seq: { in: events.map(({ seq }) => seq) } }, question.passes] };
    const passing = new Set((await db.feedEvent.findMany({ where, select: { seq: true } })).map(({ seq }) => seq));
    const written = events
      .filter(({ seq }) => passing.has(seq))
      .map(async (event) => {
        const result = await this.execute({ ...event, at: event.occurredAt }, attempt);
        return [event.seq, new Payload(result, feed.cursorOf(event))] as const;
      });
    return new Map(await Promise.all(written));
  }

  private bookmark(position: bigint): Promise<Payload> {
    return this.memory.recallBookmark(position, async () => {
      const text = await this.execute({ seq: position, eventId: "", type: "BOOKMARK", at: new Date() }, 1);
      return new Payload(text, this.options.feed.cursorOf(position));
    });
  }

  private async execute(item: FeedItem, attempt: number): Promise<string> {
    this.options.feed.meter.executions.inc({ kind: item.type === "BOOKMARK" ? "bookmark" : "event" });
    const result = await this.options.execute(item);
    const failure = result.errors?.find(({ extensions }) => extensions["code"] === "INTERNAL");
    if (failure && attempt < mostAttempts) throw failure;
    return JSON.stringify(result);
  }
}
