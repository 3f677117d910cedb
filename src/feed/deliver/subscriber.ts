/** A subscriber: a position in the feed and the connection to its client. It buffers no events. */
import type { Told } from "../follow/log.ts";
import type { Payload } from "./payload.ts";

/** A connection that payloads are sent on. Several subscriptions may share one. */
export type Outlet = {
  readonly closed: boolean;
  /** True when so much is buffered that nothing should be added for now (backpressure). */
  readonly full: boolean;
  /** Resolves when the buffer is sent, or when the connection is closed. */
  drained(): Promise<void>;
  /** Sends a payload to the operation of that id. */
  put(payload: Payload, subscriber: Subscriber): void;
  /** Sends everything that is put within `run` in one write. */
  together(run: () => void): void;
  /** Ends the subscription with an error for the client. On an internal error the client is made to reconnect and resume from its cursor. */
  fail(subscriber: Subscriber, error: Error): void;
};

export class Subscriber {
  readonly outlet: Outlet;
  /** The operation's id on its connection. */
  readonly id: string;
  /** The key of its group. */
  readonly key: string;
  /** The number of the last event that it has received or that did not pass its filter. */
  position: bigint;
  /** True once the first bookmark, which says that it is live, was sent. */
  announcedLive = false;
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

  /** Sends the payloads of events after its position, in feed order (null: not for it), until the buffer is full. Returns false when it stopped before the end. */
  take(events: readonly Told[], payloads: readonly (Payload | null)[]): boolean {
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
