/** A subscriber: a position in the feed and the way out to whoever asked. It holds no events. */
import type { FeedEvent } from "../../db/generated/prisma/client.ts";
import type { Payload } from "./payload.ts";

/** A connection that payloads go out on. Several subscriptions may share one. */
export type Outlet = {
  readonly closed: boolean;
  /** True when so much waits to be sent that no more should be added for now. */
  readonly full: boolean;
  /** Resolves when what waited is sent, or when the connection is closed. */
  drained(): Promise<void>;
  /** Sends a payload to the operation of that id. */
  put(payload: Payload, subscriber: Subscriber): void;
  /** Lets what `put` is called for within `run` leave in one piece. */
  together(run: () => void): void;
  /** Ends the subscription with a failure that the client is told; with a fault of ours, so that the client comes back by itself and goes on from its cursor. */
  fail(subscriber: Subscriber, error: Error): void;
};

export class Subscriber {
  readonly outlet: Outlet;
  /** The operation's id on its connection. */
  readonly id: string;
  /** What it asks, as its group is found by. */
  readonly key: string;
  /** The number of the last event that it is done with. */
  position: bigint;
  /** True once it has been told that it is live. */
  greeted = false;
  ended = false;

  constructor(outlet: Outlet, id: string, key: string, position: bigint) {
    this.outlet = outlet;
    this.id = id;
    this.key = key;
    this.position = position;
  }

  get gone(): boolean {
    return this.ended || this.outlet.closed;
  }

  /** Sends, from events in feed order with what to tell of each (null: nothing), those that it has not had, as long as there is room. Returns false when it stopped before the end. */
  take(events: readonly FeedEvent[], payloads: readonly (Payload | null)[]): boolean {
    let complete = true;
    this.outlet.together(() => {
      for (const [at, { seq }] of events.entries()) {
        if (seq <= this.position) continue;
        const payload = payloads[at]!;
        if (payload !== null) {
          if (this.gone || this.outlet.full) {
            complete = false;
            return;
          }
          this.outlet.put(payload, this);
        }
        this.position = seq;
      }
    });
    return complete;
  }
}
