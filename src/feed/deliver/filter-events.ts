/** Which events pass a filter, as the rows are now. Groups that ask the same at the same moment share one statement; after each event all groups without a filter do. */
import type { Db } from "../../db/database.ts";
import type { Feed } from "../feed.ts";
import type { FeedQuestion } from "./subscription-source.ts";

export class EventFilter {
  private readonly feed: Feed;
  private readonly db: Db;
  private readonly asked = new Map<string, Promise<ReadonlySet<bigint>>>();

  constructor(feed: Feed, db: Db) {
    this.feed = feed;
    this.db = db;
  }

  /** The numbers of those that pass. */
  passing(seqs: readonly bigint[], passes: FeedQuestion["passes"]): Promise<ReadonlySet<bigint>> {
    // The key holds the head: an answer must not be older than what the caller already knows.
    const key = `${this.feed.head} ${seqs.join()} ${JSON.stringify(passes)}`;
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

  private async ask(seqs: readonly bigint[], passes: FeedQuestion["passes"]): Promise<ReadonlySet<bigint>> {
    this.feed.meter.reads.inc({ what: "filter" });
    const rows = await this.db.feedEvent.findMany({ where: { AND: [{ seq: { in: [...seqs] } }, passes] }, select: { seq: true } });
    return new Set(rows.map(({ seq }) => seq));
  }
}
