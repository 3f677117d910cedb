/** What a group tells: each event that passes its filter, executed and written as text once for all its subscribers, live and replayed. */
import type { ExecutionResult } from "graphql";
import type { FeedEvent } from "../../db/generated/prisma/client.ts";
import type { Feed } from "../feed.ts";
import { Memory } from "./payload-cache.ts";
import { Payload } from "./payload.ts";
import type { Sieve } from "./filter-events.ts";
import type { FeedItem, FeedQuestion } from "./subscription-source.ts";

export type WriterOptions = {
  readonly feed: Feed;
  readonly sieve: Sieve;
  readonly question: FeedQuestion;
  /** Executes the operation for one item, in a context of its own, with the group's rights. */
  readonly execute: (item: FeedItem) => PromiseLike<ExecutionResult> | ExecutionResult;
  /** How often an execution that fails by a fault of ours is tried. What fails by the operation's own would fail again. */
  readonly attempts: number;
};

/** An event of which the operation can tell nothing, however often it is tried: its subscriptions end before it. `failure` is what clients may see of why. */
export class Untold extends Error {
  readonly failure: Error;

  constructor(failure: Error) {
    super(failure.message, { cause: failure });
    this.failure = failure;
  }
}

export class Writer {
  private readonly options: WriterOptions;
  private readonly memory: Memory;

  constructor(options: WriterOptions) {
    this.options = options;
    this.memory = new Memory(options.feed);
  }

  /**
   * What to tell of each event: null for those that do not pass.
   * @throws Untold at the last attempt, and whatever has failed at those before it
   */
  payloads(events: readonly FeedEvent[], attempt: number): Promise<(Payload | null)[]> {
    const { types } = this.options.question;
    return this.memory.recall(
      events.map((event) => (types.includes(event.type) ? event : null)),
      (missing) => this.write(missing, attempt),
    );
  }

  /** That nothing happened up to a position. */
  bookmark(position: bigint): Promise<Payload> {
    return this.memory.recallBookmark(position, async () => {
      const text = await this.execute({ seq: position, eventId: "", type: "BOOKMARK", at: new Date() }, 1);
      return new Payload(text, this.options.feed.cursorOf(position));
    });
  }

  /** Forgets all that was written before now. */
  forget(): void {
    this.memory.forget();
  }

  /** Forgets what is no longer fresh. */
  expire(): void {
    this.memory.expire();
  }

  private async write(events: readonly FeedEvent[], attempt: number): Promise<ReadonlyMap<bigint, Payload>> {
    const { feed, sieve, question } = this.options;
    const seqs = events.map(({ seq }) => seq);
    const passing = await sieve.passing(seqs, question.passes);
    const written = events
      .filter(({ seq }) => passing.has(seq))
      .map(async (event) => {
        const text = await this.execute({ ...event, at: event.occurredAt }, attempt);
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
    // With a part of it that failed, the event is still told by its id and cursor, and the client sees what is missing.
    if (failure && Object.values(result.data ?? {}).every((part) => part === null)) throw new Untold(failure);
    return JSON.stringify(result);
  }
}
