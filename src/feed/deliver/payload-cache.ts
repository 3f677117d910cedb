/**
 * What a group has written of events, for as long as it may be told again. The graph tells a release as it is now, so a text is forgotten when a later event about the same release is known, when
 * anybody's rights have changed, and in any case after a few seconds.
 */
import type { FeedEvent } from "../../db/generated/prisma/client.ts";
import type { Feed } from "../feed.ts";
import type { Payload } from "./payload.ts";

type Written = {
  readonly at: number;
  /** The newest event that was known when the writing began. */
  readonly head: bigint;
  readonly rights: number;
  readonly payloads: Promise<ReadonlyMap<bigint, Payload>>;
};

const freshMilliseconds = 5000;

export class Memory {
  private readonly feed: Pick<Feed, "head" | "latestAbout">;
  private readonly events = new Map<bigint, Written>();
  private bookmark: { readonly seq: bigint; readonly at: number; readonly payload: Promise<Payload> } | undefined;
  /** How often rights have changed. */
  private rights = 0;

  constructor(feed: Pick<Feed, "head" | "latestAbout">) {
    this.feed = feed;
  }

  /** The payload of each event, null for null and for what `write` leaves out. `write` is asked, once for all who ask meanwhile, for those that are not known. */
  async recall(
    events: readonly (FeedEvent | null)[],
    write: (missing: readonly FeedEvent[]) => Promise<ReadonlyMap<bigint, Payload>>,
  ): Promise<(Payload | null)[]> {
    for (;;) {
      const { rights } = this;
      const missing = events.filter((event): event is FeedEvent => event !== null && !this.knows(event));
      if (missing.length > 0) {
        const written = { at: performance.now(), head: this.feed.head, rights, payloads: write(missing) };
        for (const { seq } of missing) {
          this.events.delete(seq);
          this.events.set(seq, written);
        }
        written.payloads.catch(() => {
          for (const { seq } of missing) if (this.events.get(seq) === written) this.events.delete(seq);
        });
      }
      const known = events.map((event) => event && this.events.get(event.seq)!);
      const payloads = await Promise.all(known.map(async (written, at) => (await written?.payloads)?.get(events[at]!.seq) ?? null));
      // Rights that changed while it was written: it may tell what is hidden now.
      if (known.every((written) => written === null || written.rights === this.rights)) return payloads;
    }
  }

  async recallBookmark(seq: bigint, write: () => Promise<Payload>): Promise<Payload> {
    if (this.bookmark?.seq !== seq || performance.now() - this.bookmark.at > freshMilliseconds)
      this.bookmark = { seq, at: performance.now(), payload: write() };
    const { bookmark } = this;
    bookmark.payload.catch(() => {
      if (this.bookmark === bookmark) this.bookmark = undefined;
    });
    return bookmark.payload;
  }

  forget(): void {
    this.rights += 1;
    this.events.clear();
  }

  expire(): void {
    // In the order of writing: the first that is fresh has only fresh ones behind it.
    for (const [seq, { at }] of this.events) {
      if (performance.now() - at <= freshMilliseconds) return;
      this.events.delete(seq);
    }
  }

  private knows({ seq, releaseId }: FeedEvent): boolean {
    const written = this.events.get(seq);
    return (
      written !== undefined &&
      performance.now() - written.at <= freshMilliseconds &&
      written.head >= (this.feed.latestAbout(releaseId) ?? seq)
    );
  }
}
