/** A subscription to the feed as Server-Sent Events, in the distinct-connections mode of GraphQL over SSE. The id of each event is its cursor, so that a browser's EventSource resumes after it. */
import type { ServerResponse } from "node:http";
import { callerOf } from "../../domain/access/key-viewer.ts";
import type { Viewer } from "../../domain/viewer.ts";
import type { ExpectedError } from "../../errors.ts";
import type { FeedStream } from "../../feed/deliver/groups.ts";
import type { Payload } from "../../feed/deliver/payload.ts";
import type { Outlet, Subscriber } from "../../feed/deliver/subscriber.ts";
import type { GraphqlDoor } from "../graphql.ts";
import type { Stream } from "../open-streams.ts";

const keepAlive = ":\n\n";

export class EventStream implements Outlet, Stream {
  readonly transport = "sse";
  viewer: Viewer;
  private readonly door: GraphqlDoor;
  private readonly response: ServerResponse;
  private readonly releases: (() => void)[] = [];
  private reason = "sse";
  private tickAt = 0;

  /** @throws TooMany when the address or the key has reached its limit of connections */
  constructor(door: GraphqlDoor, response: ServerResponse, viewer: Viewer, address: string) {
    this.door = door;
    this.response = response;
    this.viewer = viewer;
    const key = callerOf(viewer);
    this.claim("address", address);
    try {
      if (key !== null) this.claim("key", key);
    } catch (error) {
      this.release();
      throw error;
    }
  }

  get closed(): boolean {
    return this.response.writableEnded || this.response.destroyed;
  }

  get full(): boolean {
    return this.door.streams.backpressure.isFull(this.response);
  }

  /** Sends the response head and starts the subscription. `rights` is the counter of rights changes at the time when the viewer was looked up. */
  async begin({ status, headers }: { status: number; headers: Headers }, stream: FeedStream, rights: number): Promise<void> {
    const { streams, groups } = this.door;
    streams.add(this);
    let subscriber: Subscriber | undefined;
    this.response.once("close", () => {
      if (subscriber) groups.close(subscriber);
      this.release();
      streams.remove(this, this.reason);
    });
    if (rights !== streams.rights) await streams.recheckRights();
    if (this.closed) return;
    // Some browsers do not report a response as open before its first bytes.
    this.response.setHeaders(headers).writeHead(status).write(keepAlive);
    subscriber = stream.open(this, "");
  }

  drained(): Promise<void> {
    return this.door.streams.backpressure.drained(this, this.response);
  }

  put(payload: Payload): void {
    if (!this.closed) this.response.write(payload.event());
  }

  together(run: () => void): void {
    this.response.cork();
    run();
    this.response.uncork();
  }

  fail(_subscriber: Subscriber, error: Error): void {
    const { message, extensions } = this.door.mask(error);
    const code = String(extensions["code"]);
    const failure = JSON.stringify({ errors: [{ message, extensions: { code } }] });
    // After "complete" a client would not reconnect; on an internal error it should.
    this.end(`sse_${code.toLowerCase()}`, code === "INTERNAL" ? "" : `event: next\ndata: ${failure}\n\nevent: complete\ndata:\n\n`);
  }

  closeForRights(error: ExpectedError): void {
    if (this.response.headersSent) this.fail(undefined as never, error);
    else this.end(`sse_${error.code.toLowerCase()}`, "");
  }

  closeStalled(): void {
    this.reason = "sse_stalled";
    this.response.destroy();
  }

  // Without "complete", for the same reason.
  restart(): void {
    this.end("sse_restart", "");
  }

  tick(now: number): void {
    if (now < this.tickAt) return;
    this.tickAt = now + this.door.streams.limits.pingMilliseconds;
    if (!this.closed && this.response.headersSent && !this.full) this.response.write(keepAlive);
  }

  private end(reason: string, lastBytes: string): void {
    if (this.closed) return;
    this.reason = reason;
    this.response.end(lastBytes);
  }

  private claim(what: "address" | "key", holder: string): void {
    this.door.streams.claim(what, holder);
    this.releases.push(() => this.door.streams.release(what, holder));
  }

  private release(): void {
    for (const release of this.releases.splice(0)) release();
  }
}
