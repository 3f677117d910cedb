/** Executes and serialises each event that passes a group's filter, once for all its subscribers, live and replayed. */
import type { ExecutionResult } from "graphql";
import type { Feed } from "../feed.ts";
import type { Told } from "../follow/log.ts";
import { PayloadCache } from "./payload-cache.ts";
import { Payload } from "./payload.ts";
import type { EventFilter } from "./filter-events.ts";
import type { FeedItem, FeedQuestion } from "./subscription-source.ts";

export type WriterOptions = {
  readonly feed: Feed;
  readonly eventFilter: EventFilter;
  readonly question: FeedQuestion;
  /** Executes the operation for one item, in a context of its own, with the group's rights. */
  readonly execute: (item: FeedItem) => PromiseLike<ExecutionResult> | ExecutionResult;
  /** How often an execution that fails with an internal error is tried. A failure of the operation itself would fail again and is not retried. */
  readonly attempts: number;
};

/** An event for which the operation yields no data at any attempt: the subscriptions end before it. `failure` is the error that clients may see. */
export class Undeliverable extends Error {
  readonly failure: Error;

  constructor(failure: Error) {
    super(failure.message, { cause: failure });
    this.failure = failure;
  }
}

export class Writer {
  private readonly options: WriterOptions;
  private readonly cache: PayloadCache;

  constructor(options: WriterOptions) {
    this.options = options;
    this.cache = new PayloadCache(options.feed);
  }

  /**
   * The payload of each event; null for those that do not pass.
   * @throws Undeliverable at the last attempt, and at earlier attempts whatever failed
   */
  payloads(events: readonly Told[], attempt: number): Promise<(Payload | null)[]> {
    const { types } = this.options.question;
    return this.cache.getOrWrite(
      events.map((event) => (types.includes(event.type) ? event : null)),
      (missing) => this.write(missing, attempt),
    );
  }

  /** The payload that says that nothing happened up to a position. */
  bookmark(position: bigint): Promise<Payload> {
    return this.cache.getOrWriteBookmark(position, async () => {
      const text = await this.execute({ seq: position, eventId: "", type: "BOOKMARK", at: new Date(), withdrawn: false }, 1);
      return new Payload(text, this.options.feed.cursorOf(position));
    });
  }

  /** Drops all cached payloads. */
  forget(): void {
    this.cache.forget();
  }

  /** Drops cached payloads that are too old. */
  expire(): void {
    this.cache.expire();
  }

  private async write(events: readonly Told[], attempt: number): Promise<ReadonlyMap<bigint, Payload>> {
    const { feed, eventFilter, question } = this.options;
    const seqs = events.map(({ seq }) => seq);
    const passing = await eventFilter.passing(seqs, question.passes);
    const written = events
      .filter(({ seq }) => passing.has(seq))
      .map(async (event) => {
        const text = await this.execute({ ...event, at: event.occurredAt, withdrawn: passing.get(event.seq) === "withdrawn" }, attempt);
        return [event.seq, new Payload(text, feed.cursorOf(event))] as const;
      });
    return new Map(await Promise.all(written));
  }

  private async execute(item: FeedItem, attempt: number): Promise<string> {
    this.options.feed.meter.executions.inc({ kind: item.type === "BOOKMARK" ? "bookmark" : "event" });
    const result = await this.options.execute(item);
    const ours = result.errors?.find(({ extensions }) => extensions["code"] === "INTERNAL");
    if (ours && attempt < this.options.attempts) throw ours;
    const failure = ours ?? result.errors?.[0];
    // If only a part failed, the event is delivered with its id and cursor, and the errors say what is missing.
    if (failure && Object.values(result.data ?? {}).every((part) => part === null)) throw new Undeliverable(failure);
    return JSON.stringify(result);
  }
}
