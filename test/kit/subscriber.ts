/** Subscribers that queue what they receive, so that a test can ask for the next item without losing any. One over WebSocket, one over SSE. */
import { createClient, type Client } from "graphql-ws";
import { createClient as createSseClient } from "graphql-sse";
import WebSocket from "ws";

export type Item = { data?: Record<string, any> | null; errors?: readonly { message: string; extensions?: Record<string, any> }[] };

export type Subscriber = AsyncDisposable & {
  /** The next item; fails after `milliseconds` without one. */
  next(milliseconds?: number): Promise<Item>;
  /** Everything that arrives within the time. */
  during(milliseconds: number): Promise<Item[]>;
  /** Resolves when the subscription has ended, with the reason if it failed. */
  readonly ended: Promise<unknown>;
};

type Sink = { next: (item: Item) => void; error: (error: unknown) => void; complete: () => void };

function collect(subscribe: (sink: Sink) => () => void, dispose: () => void | Promise<void>): Subscriber {
  const queue: Item[] = [];
  let wake = () => {};
  let end: (reason: unknown) => void = () => {};
  const ended = new Promise<unknown>((resolve) => (end = resolve));
  const stop = subscribe({
    next: (item) => {
      queue.push(item);
      wake();
    },
    error: (error) => end(error),
    complete: () => end(undefined),
  });
  const arrives = (milliseconds: number) =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve(true);
      };
      if (queue.length > 0) wake();
    });
  return {
    ended,
    async next(milliseconds = 5000) {
      if (!(await arrives(milliseconds))) throw new Error(`Nothing arrived within ${milliseconds} ms.`);
      return queue.shift()!;
    },
    async during(milliseconds) {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return queue.splice(0);
    },
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
