/** Which events pass a filter, as the rows are now. Groups that ask the same at the same moment share one statement; after each event all groups without a filter do. */
import type { Db } from "../../db/database.ts";
import type { Feed } from "../feed.ts";
import type { Fate, FeedQuestion } from "./subscription-source.ts";

export class EventFilter {
  private readonly feed: Feed;
  private readonly db: Db;
  private readonly asked = new Map<string, Promise<ReadonlyMap<bigint, Fate>>>();

  constructor(feed: Feed, db: Db) {
    this.feed = feed;
    this.db = db;
  }

  /** The numbers of those that pass, and whether they are shown with content. */
  passing(seqs: readonly bigint[], passes: FeedQuestion["passes"]): Promise<ReadonlyMap<bigint, Fate>> {
    // The key holds the head: an answer must not be older than what the caller already knows.
    const key = `${this.feed.head} ${seqs.join()} ${passes.key}`;
    const before = this.asked.get(key);
    if (before) return before;
    const answer = this.ask(seqs, passes).finally(() => {
      if (this.asked.get(key) === answer) this.asked.delete(key);
    });
    this.asked.set(key, answer);
    return answer;
  }

  /** To be called when rights have changed: later calls do not share statements that were sent before. */
  forget(): void {
    this.asked.clear();
  }

  private async ask(seqs: readonly bigint[], passes: FeedQuestion["passes"]): Promise<ReadonlyMap<bigint, Fate>> {
    this.feed.meter.reads.inc({ what: "filter" });
    return passes.passing(this.db, seqs);
  }
}
