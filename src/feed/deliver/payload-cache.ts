/**
 * A group's cache of serialised payloads. A payload shows a record as it is now, so it is invalid as soon as a later event about the same record is known or rights have changed, and in any
 * case after a few seconds.
 */
import type { Feed } from "../feed.ts";
import type { Told } from "../follow/log.ts";
import type { Payload } from "./payload.ts";

type Entry = {
  readonly at: number;
  /** The newest event that was known when the execution began. */
  readonly head: bigint;
  readonly rights: number;
  readonly payloads: Promise<ReadonlyMap<bigint, Payload>>;
};

const maxAgeMilliseconds = 5000;

export class PayloadCache {
  private readonly feed: Pick<Feed, "head" | "latestAbout">;
  private readonly events = new Map<bigint, Entry>();
  private bookmark: { readonly seq: bigint; readonly at: number; readonly payload: Promise<Payload> } | undefined;
  /** How often rights have changed. */
  private rights = 0;

  constructor(feed: Pick<Feed, "head" | "latestAbout">) {
    this.feed = feed;
  }

  /** The payload of each event; null for null and for what `write` leaves out. `write` is called for the missing ones, once for all concurrent callers. */
  async getOrWrite(
    events: readonly (Told | null)[],
    write: (missing: readonly Told[]) => Promise<ReadonlyMap<bigint, Payload>>,
  ): Promise<(Payload | null)[]> {
    for (;;) {
      const { rights } = this;
      const missing = events.filter((event): event is Told => event !== null && !this.isCached(event));
      if (missing.length > 0) {
        const entry = { at: performance.now(), head: this.feed.head, rights, payloads: write(missing) };
        for (const { seq } of missing) {
          this.events.delete(seq);
          this.events.set(seq, entry);
        }
        entry.payloads.catch(() => {
          for (const { seq } of missing) if (this.events.get(seq) === entry) this.events.delete(seq);
        });
      }
      const known = events.map((event) => event && this.events.get(event.seq)!);
      const payloads = await Promise.all(known.map(async (entry, at) => (await entry?.payloads)?.get(events[at]!.seq) ?? null));
      // If rights changed during the execution, a payload may show what is hidden now: execute again.
      if (known.every((entry) => entry === null || entry.rights === this.rights)) return payloads;
    }
  }

  async getOrWriteBookmark(seq: bigint, write: () => Promise<Payload>): Promise<Payload> {
    if (this.bookmark?.seq !== seq || performance.now() - this.bookmark.at > maxAgeMilliseconds)
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
    // In the order of insertion: after the first that is young enough come only younger ones.
    for (const [seq, { at }] of this.events) {
      if (performance.now() - at <= maxAgeMilliseconds) return;
      this.events.delete(seq);
    }
  }

  private isCached({ seq, about }: Told): boolean {
    const entry = this.events.get(seq);
    return (
      entry !== undefined &&
      performance.now() - entry.at <= maxAgeMilliseconds &&
      entry.head >= ((about === null ? undefined : this.feed.latestAbout(about)) ?? seq)
    );
  }
}
