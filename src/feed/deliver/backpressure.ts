/** Flow control: what waits in Node for a connection is bounded, and whoever does not read is found. (The kernel holds some megabytes more for each, before Node notices anything.) */
import type { Writable } from "node:stream";

// Above this a connection gets nothing more until it has drained; Node then says so by itself, for it is not below its own mark.
const most = 64 * 1024;

export class Flow<Connection extends object> {
  private readonly waiting = new Map<Connection, { readonly since: number; readonly drained: Promise<void> }>();

  isFull(writable: Writable): boolean {
    return writable.writableLength > most;
  }

  /** Resolves when what waits is sent, or the connection is over. */
  drained(connection: Connection, writable: Writable): Promise<void> {
    const known = this.waiting.get(connection);
    if (known) return known.drained;
    const drained = new Promise<void>((resolve) => {
      const done = () => {
        writable.off("drain", done);
        writable.off("close", done);
        this.waiting.delete(connection);
        resolve();
      };
      writable.once("drain", done);
      writable.once("close", done);
      if (writable.destroyed || !this.isFull(writable)) setImmediate(done);
    });
    this.waiting.set(connection, { since: performance.now(), drained });
    return drained;
  }

  /** The connections that have taken nothing for so long. */
  stalled(milliseconds: number): Connection[] {
    const before = performance.now() - milliseconds;
    return Array.from(this.waiting)
      .filter(([, { since }]) => since <= before)
      .map(([connection]) => connection);
  }
}
