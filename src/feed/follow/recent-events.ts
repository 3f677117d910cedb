/** The recent events of one process, in feed order and without gaps: subscribers that are not far behind read from here. */
import type { Told } from "./log.ts";

export class RecentEvents {
  /** Events after this number are all here, up to the newest that was pushed. */
  floor: bigint;
  private events: Told[];
  private readonly size: number;
  private readonly latest = new Map<string, bigint>();

  /** `events` are the newest before now, in order; `all` when there are no older ones. */
  constructor(size: number, events: readonly Told[], all: boolean) {
    this.size = size;
    this.events = [...events];
    this.floor = all || events.length === 0 ? 0n : events[0]!.seq - 1n;
    for (const { about, seq } of events) if (about !== null) this.latest.set(about, seq);
  }

  push(events: readonly Told[]): void {
    for (const event of events) {
      this.events.push(event);
      if (event.about !== null) this.latest.set(event.about, event.seq);
    }
    // Not at every event, because this copies all of them.
    if (this.events.length < this.size * 1.25 + 1) return;
    this.floor = this.events[this.events.length - this.size - 1]!.seq;
    this.events = this.events.slice(-this.size);
    for (const [about, seq] of this.latest) if (seq <= this.floor) this.latest.delete(about);
  }

  /** Up to `limit` events after a number that is not below the floor. */
  after(seq: bigint, limit: number): readonly Told[] {
    const from = this.firstAfter(seq);
    return this.events.slice(from, from + limit);
  }

  at(seq: bigint): Told | undefined {
    const event = this.events[this.firstAfter(seq - 1n)];
    return event?.seq === seq ? event : undefined;
  }

  /** The number of the newest event about a record, if it is here. */
  latestAbout(about: string): bigint | undefined {
    return this.latest.get(about);
  }

  private firstAfter(seq: bigint): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.events[middle]!.seq > seq) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
