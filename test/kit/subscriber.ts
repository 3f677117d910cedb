/** Subscribers that queue what they receive, so that a test can ask for the next item without losing any. One over WebSocket, one over SSE. */
import { createClient, type Client } from "graphql-ws";
import { createClient as createSseClient } from "graphql-sse";
import WebSocket from "ws";

export type Item = { data?: Record<string, any> | null; errors?: readonly { message: string; extensions?: Record<string, any> }[] };

export type Subscriber = AsyncDisposable & {
  /** The next item. */
  next(): Promise<Item>;
  /** The next item of `releaseFeed` that is no bookmark. */
  nextEvent(): Promise<Record<string, any>>;
  /** What is told of `releaseFeed` before the event about a release, bookmarks left out: the proof that something was not told is that nothing but this was. */
  eventsBefore(releaseId: string): Promise<Record<string, any>[]>;
  /** Whatever has arrived and was not asked for. */
  rest(): Item[];
  /** Resolves when the subscription has ended, with the reason if it failed. */
  readonly ended: Promise<unknown>;
};

/** How long a test waits for what must come. It bounds failures alone, and so may be as long as the slowest machine needs. */
export const patience = 60_000;

type Sink = { next: (item: Item) => void; error: (error: unknown) => void; complete: () => void };

function collect(subscribe: (sink: Sink) => () => void, dispose: () => void | Promise<void>): Subscriber {
  const queue: Item[] = [];
  let wake = () => {};
  const { promise: ended, resolve: end } = Promise.withResolvers<unknown>();
  const stop = subscribe({
    next: (item) => {
      queue.push(item);
      wake();
    },
    error: end,
    complete: () => end(undefined),
  });
  const next = async () => {
    const failure = new Error(`Nothing arrived within ${patience} ms.`);
    if (queue.length === 0)
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(failure), patience);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    return queue.shift()!;
  };
  const nextEvent = async () => {
    for (;;) {
      const { data, errors } = await next();
      const told = data?.["releaseFeed"] as Record<string, any> | undefined;
      if (!told) throw new Error(`Expected something of the feed, got ${JSON.stringify(errors ?? data)}`);
      if (told["__typename"] !== "FeedBookmark") return told;
    }
  };
  return {
    ended,
    next,
    nextEvent,
    async eventsBefore(releaseId) {
      const before: Record<string, any>[] = [];
      for (;;) {
        const event = await nextEvent();
        if (event["releaseId"] === releaseId || event["release"]?.id === releaseId) return before;
        before.push(event);
      }
    },
    rest: () => queue.splice(0),
    async [Symbol.asyncDispose]() {
      stop();
      await dispose();
    },
  };
}

type Operation = { query: string; variables?: Record<string, unknown> };

/** Subscribes over graphql-transport-ws. */
export function subscribeWs(url: string, { query, variables = {} }: Operation, authorization?: string): Subscriber {
  const client: Client = createClient({
    url: url.replace(/^http/, "ws"),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    ...(authorization === undefined ? {} : { connectionParams: { authorization: `Bearer ${authorization}` } }),
  });
  return collect(
    (sink) => client.subscribe({ query, variables }, sink),
    () => client.dispose(),
  );
}

/** Subscribes over Server-Sent Events at the same address. */
export function subscribeSse(url: string, { query, variables = {} }: Operation, authorization?: string): Subscriber {
  const client = createSseClient({
    url,
    retryAttempts: 0,
    ...(authorization === undefined ? {} : { headers: { authorization: `Bearer ${authorization}` } }),
  });
  return collect(
    (sink) => client.subscribe({ query, variables }, sink),
    () => client.dispose(),
  );
}
