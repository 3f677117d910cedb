/** Backpressure: bounds what is buffered in Node for each connection, and finds connections that do not read. (The kernel buffers some megabytes more before Node notices.) */
import type { Writable } from "node:stream";

// Above this a connection gets nothing more until it has drained. It is above Node's own high-water mark, so that Node emits "drain".
const maxBufferedBytes = 64 * 1024;

export class Backpressure<Connection extends object> {
  private readonly waiting = new Map<Connection, { readonly since: number; readonly drained: Promise<void> }>();

  isFull(writable: Writable): boolean {
    return writable.writableLength > maxBufferedBytes;
  }

  /** Resolves when the buffer is sent, or the connection is closed. */
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

  /** The connections that have been full for so long. */
  stalled(milliseconds: number): Connection[] {
    const before = performance.now() - milliseconds;
    return Array.from(this.waiting)
      .filter(([, { since }]) => since <= before)
      .map(([connection]) => connection);
  }
}
