/** A client that logs all it receives: over WebSocket or Server-Sent Events, with the libraries' own reconnecting, and its last cursor as `after`. */
import { setTimeout as wait } from "node:timers/promises";
import { createClient, type Sink } from "graphql-ws";
import { createClient as createSseClient } from "graphql-sse";
import { WebSocket } from "ws";
import type { FeedEventType } from "../../src/db/generated/prisma/enums.ts";
import { everyType, followsChanges, type Received } from "./ledger.ts";

export const transports = ["WebSocket", "SSE"] as const;

export type ListenerOptions = {
  /** Called for each connection: it may go to any process. */
  readonly url: () => string;
  readonly after: string;
  readonly transport?: (typeof transports)[number];
  /** releaseVerified instead of releaseFeed. */
  readonly verifiedOnly?: boolean;
  readonly key?: string;
  /** The address of this machine that the connection comes from. */
  readonly from?: string;
  /** The delay before it reconnects, in milliseconds. */
  readonly pause?: () => number;
};

export type Listener = AsyncDisposable & {
  readonly log: readonly Received[];
  /** The types of events that it must receive. */
  readonly types: readonly FeedEventType[];
  /** How often it has connected. */
  readonly connections: number;
  /** The codes with which its connections were closed. */
  readonly closes: readonly number[];
  readonly cursor: string;
  /** Why the subscription has ended for good, if it has: an error of the hub, or "complete". */
  readonly end: string | undefined;
  /** When the last event or bookmark came (performance.now). */
  readonly lastAt: number;
};

type Item = { cursor: string; eventId?: string };

const fields = "cursor eventId release { id state }";
const feedDocument = `subscription ($after: String) { releaseFeed(after: $after) { __typename ... on FeedBookmark { cursor } ... on FeedEvent { ${fields} } } }`;
const verifiedDocument = `subscription ($after: String) { releaseVerified(after: $after) { __typename ${fields} } }`;

const changesDocument = (ofEvents: boolean) =>
  `subscription ($after: String) { changeFeed(after: $after, bookmarks: true${ofEvents ? ", filter: { nouns: [EVENT] }" : ""}) { cursor eventId kind record { __typename id } } }`;

export function listen(options: ListenerOptions): Listener {
  const { url, after, transport = "WebSocket", verifiedOnly = false, key, from, pause = () => 50 + Math.random() * 150 } = options;
  const log: Received[] = [];
  const closes: number[] = [];
  const state = { connections: 0, cursor: after, end: undefined as string | undefined, lastAt: 0, over: false };
  const query = followsChanges() ? changesDocument(verifiedOnly) : verifiedOnly ? verifiedDocument : feedDocument;
  const variables = {
    get after() {
      return state.cursor;
    },
  };
  const sink: Sink<{ data?: Record<string, Item> | null; errors?: readonly unknown[] }> = {
    next({ data, errors }) {
      const item = data && Object.values(data)[0];
      if (errors || !item) return void (state.end ??= JSON.stringify(errors ?? "an answer without data"));
      state.cursor = item.cursor;
      state.lastAt = performance.now();
      if (item.eventId !== undefined && item.eventId !== "") log.push({ eventId: item.eventId, connection: state.connections });
    },
    error: (reason) => void (state.end ??= said(reason)),
    complete: () => void (state.over || (state.end ??= "complete")),
  };
  const stop =
    transport === "WebSocket"
      ? overWebSocket(
          { query, variables },
          sink,
          (code) => closes.push(code),
          () => (state.connections += 1),
        )
      : overSse({ query, variables }, sink, () => (state.connections += 1));

  function overWebSocket(operation: object, into: typeof sink, onClosed: (code: number) => void, onConnected: () => void) {
    const client = createClient({
      url: () => url().replace(/^http/, "ws"),
      webSocketImpl: from === undefined ? WebSocket : comingFrom(from),
      ...(key === undefined ? {} : { connectionParams: { authorization: `Bearer ${key}` } }),
      shouldRetry: () => true,
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: () => wait(pause()),
      on: { connected: onConnected, closed: (event) => onClosed((event as { code: number }).code) },
    });
    client.subscribe(operation as { query: string }, into as Sink<never>);
    return () => client.dispose();
  }

  function overSse(operation: object, into: typeof sink, onConnected: () => void) {
    const client = createSseClient({
      url: () => url(),
      ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
      retryAttempts: Number.POSITIVE_INFINITY,
      retry: () => wait(pause()),
      onMessage: () => {},
      on: { connected: onConnected },
    });
    // This library takes an orderly end of the stream as complete; a newsroom reconnects.
    const subscribe = () =>
      client.subscribe(operation as { query: string }, {
        next: (item) => into.next(item as never),
        error: (reason) => into.error(reason),
        complete: () => void (state.over || state.end !== undefined || wait(pause()).then(subscribe)),
      });
    subscribe();
    return () => client.dispose();
  }

  return {
    log,
    closes,
    types: verifiedOnly ? ["RELEASE_VERIFIED"] : everyType,
    get connections() {
      return state.connections;
    },
    get cursor() {
      return state.cursor;
    },
    get end() {
      return state.end;
    },
    get lastAt() {
      return state.lastAt;
    },
    async [Symbol.asyncDispose]() {
      state.over = true;
      // Disposed during a reconnect, it rejects.
      await Promise.resolve(stop()).catch(() => {});
    },
  };
}

function comingFrom(localAddress: string) {
  return class extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, protocols, { localAddress, perMessageDeflate: false });
    }
  };
}

function said(reason: unknown): string {
  if (Array.isArray(reason)) return JSON.stringify(reason);
  const { code, reason: words, message } = reason as { code?: number; reason?: string; message?: string };
  return [code, words, message].filter(Boolean).join(" ") || String(reason);
}
