/**
 * The reference consumer: hands every event of the feed to a handler, in order, and misses none, whatever happens to the hub, the network or this process.
 *
 *     const consumer = consumeFeed({ url: "http://127.0.0.1:4000/graphql", file: "newsroom.json", handle: async (event) => publish(event), note: console.log });
 *     await consumer.ended; // rejects when the hub refuses the key or the subscription
 *
 * Its promise: it calls the handler with an event, awaits it, then stores the cursor. So each event is handled at least once, and exactly once unless the process dies between the handler's
 * end and the storing; an `eventId` that was handled is not handled again (of the latest `remember`, across reconnects and restarts). It reconnects for ever, with exponential backoff and
 * jitter. It ends only when stopped, or when the hub says that reconnecting is useless. If the feed no longer knows its cursor, it reports that (`gap`) and reads the `feed` query from the
 * beginning, or from where `afterGap` says.
 *
 * It runs on Node alone (24 or newer), with one library: graphql-ws. The operations are those of schema/operations/, typed by `npm run codegen`.
 */
import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "graphql-ws";
import {
  FollowReleasesDocument,
  ReadReleasesDocument,
  type FollowReleasesSubscription,
  type ReadReleasesQuery,
  type ReleaseFilter,
} from "../generated/graphql.ts";
import { keepPlace, readPlace } from "./place.ts";

type Item = FollowReleasesSubscription["releaseFeed"];
export type FeedEvent = Exclude<Item, { __typename: "FeedBookmark" }>;

/** What the consumer did, or what happened to it. */
export type Note =
  | { readonly did: "connected"; readonly after: string | null }
  | { readonly did: "handled" | "skipped a duplicate"; readonly eventId: string; readonly cursor: string }
  | { readonly did: "caught up"; readonly cursor: string }
  | { readonly did: "lost the hub"; readonly why: string; readonly backIn: number }
  | { readonly did: "met a failing handler"; readonly eventId: string; readonly why: string; readonly againIn: number }
  /** Events may be missing: between the last one handled and the first one read from now on. */
  | {
      readonly did: "met a gap";
      readonly code: string;
      readonly message: string;
      readonly lost: string | null;
      readonly readingAfter: string | null;
    }
  | { readonly did: "was refused"; readonly why: string };

export type ConsumerOptions = {
  /** The hub's GraphQL address, http or https. */
  readonly url: string;
  /** An API key; none for public data. */
  readonly key?: string | undefined;
  readonly filter?: ReleaseFilter;
  /** The file that holds the position. One consumer, one file. */
  readonly file: string;
  /** Without a stored position: start with everything on record, or only with new events. */
  readonly begin?: "at the beginning" | "now";
  /** Awaited before the next event and before the cursor is stored. If it fails, it is called again with the same event, for ever. */
  handle(event: FeedEvent): unknown;
  note?(note: Note): void;
  /** The cursor from which to read on after a gap; null for the beginning. */
  afterGap?(gap: { code: string; lost: string | null }): string | null;
  /** How many eventIds are remembered. After a gap that is read from the beginning, events older than these are handled again. */
  readonly remember?: number;
  /** The first delay after a failure, in milliseconds; it doubles up to half a minute. */
  readonly firstWait?: number;
  /** How long the hub may be silent, in milliseconds, before the connection counts as lost. It is pinged three times in that time. */
  readonly longestSilence?: number;
};

export type Consumer = {
  /** Resolves after `stop`; rejects with Refused when reconnecting is useless. */
  readonly ended: Promise<void>;
  /** Lets the handler finish its event, and ends. */
  stop(): Promise<void>;
};

/** The hub rejects this key or this subscription. */
export class Refused extends Error {
  override name = "Refused";
}
class Gap extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type Failure = { readonly message: string; readonly extensions?: { readonly code?: string } };
type Ended = { readonly code: number; readonly reason: string };

const page = 100;
const mostWaiting = 1000;
const longestWait = 30_000;
const refusals = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "INVALID_INPUT",
  "INVALID_ID",
];
const refusingCloses = [4401, 4403];

export function consumeFeed(options: ConsumerOptions): Consumer {
  const {
    url,
    key,
    filter = null,
    file,
    begin = "at the beginning",
    note = () => {},
    afterGap = () => null,
    remember = 1000,
    firstWait = 1000,
    longestSilence = 30_000,
  } = options;
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const stopping = new AbortController();
  const kept = readPlace(file);
  const seen = new Set(kept.seen);
  let cursor = kept.cursor;
  let failures = 0;

  const wait = () => Math.round(Math.min(firstWait * 2 ** failures++, longestWait) * (0.5 + Math.random()));
  const sleep = (milliseconds: number) => pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});
  const keep = (next: string | null) => {
    cursor = next;
    keepPlace(file, { cursor, seen: [...seen] });
  };

  /** Handles one event. False when it was not handled because the consumer is stopping. */
  const take = async (event: FeedEvent): Promise<boolean> => {
    const { eventId } = event;
    const duplicate = seen.has(eventId);
    for (let attempt = 0; !duplicate; attempt += 1) {
      try {
        await options.handle(event);
        break;
      } catch (error) {
        const againIn = Math.round(Math.min(firstWait * 2 ** attempt, longestWait) * (0.5 + Math.random()));
        note({ did: "met a failing handler", eventId, why: String(error), againIn });
        await sleep(againIn);
        if (stopping.signal.aborted) return false;
      }
    }
    seen.add(eventId);
    for (const oldest of seen) if (seen.size > remember) seen.delete(oldest);
    keep(event.cursor);
    note({ did: duplicate ? "skipped a duplicate" : "handled", eventId, cursor: event.cursor });
    return true;
  };

  /** Reads the events after the cursor, page by page. */
  const read = async (): Promise<void> => {
    for (let more = true; more && !stopping.signal.aborted;) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...authorization },
        body: JSON.stringify({ query: String(ReadReleasesDocument), variables: { after: cursor, first: page, filter } }),
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(longestSilence)]),
      });
      const { data, errors } = (await response.json()) as { data?: ReadReleasesQuery | null; errors?: readonly Failure[] };
      if (!data) throw told(errors ?? [{ message: `HTTP ${response.status}` }]);
      failures = 0;
      for (const { node } of data.feed.edges) if (stopping.signal.aborted || !(await take(node))) return;
      keep(data.feed.pageInfo.endCursor ?? cursor);
      more = data.feed.pageInfo.hasNextPage;
    }
  };

  /** Receives events over one connection until it ends. Handles all that were received before it returns, so that the next connection resumes after them. */
  const follow = async (): Promise<void> => {
    const arrived: { data?: FollowReleasesSubscription | null; errors?: readonly Failure[] }[] = [];
    let end: { because: unknown } | undefined;
    let wake = () => {};
    let silence: NodeJS.Timeout | undefined;
    const finish = (because: unknown) => {
      end ??= { because };
      wake();
    };
    // A connection can die silently: pings make the hub answer, and without an answer the connection is closed.
    const heard = () => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        finish(new Error(`nothing heard for ${longestSilence} ms`));
        client.terminate();
      }, longestSilence);
    };
    const client = createClient({
      url: url.replace(/^http/, "ws"),
      connectionParams: authorization,
      retryAttempts: 0, // reconnecting is decided below, for every way in which it can end
      keepAlive: longestSilence / 3,
      on: { message: heard, connected: () => note({ did: "connected", after: cursor }) },
    });
    heard();
    client.subscribe<FollowReleasesSubscription>(
      { query: String(FollowReleasesDocument), variables: { after: cursor, filter } },
      {
        next: (result) => {
          // A handler slower than the feed must not fill the memory: drop the rest and fetch it again later.
          if (arrived.push(result as (typeof arrived)[number]) >= mostWaiting) {
            finish(new Error(`the handler is ${mostWaiting} events behind`));
            client.terminate();
          }
          wake();
        },
        error: finish,
        complete: () => finish(new Error("the hub ended the subscription")),
      },
    );
    const stop = () => finish(null);
    stopping.signal.addEventListener("abort", stop, { once: true });
    try {
      while (!stopping.signal.aborted) {
        const result = arrived.shift();
        if (result === undefined) {
          if (end) throw told(end.because);
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        if (!result.data) throw told(result.errors ?? []);
        failures = 0;
        const item: Item = result.data.releaseFeed;
        if (item.__typename !== "FeedBookmark") await take(item);
        else if (item.cursor !== cursor) keep(item.cursor);
        if (item.__typename === "FeedBookmark") note({ did: "caught up", cursor: item.cursor });
      }
    } finally {
      stopping.signal.removeEventListener("abort", stop);
      clearTimeout(silence);
      await client.dispose();
    }
  };

  const run = async (): Promise<void> => {
    let reading = cursor === null && begin === "at the beginning";
    while (!stopping.signal.aborted) {
      try {
        if (reading) await read();
        reading = false;
        await follow();
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (error instanceof Refused) {
          note({ did: "was refused", why: error.message });
          throw error;
        }
        if (error instanceof Gap) {
          const { code, message } = error;
          const lost = cursor;
          const readingAfter = afterGap({ code, lost });
          note({ did: "met a gap", code, message, lost, readingAfter });
          // Do not store the new position before something has been read there: after a crash until then the gap must be reported again.
          cursor = readingAfter;
          reading = true;
        }
        const backIn = wait();
        if (!(error instanceof Gap)) note({ did: "lost the hub", why: reasonOf(error as Error), backIn });
        await sleep(backIn);
      }
    }
  };

  const ended = run();
  ended.catch(() => {}); // callers that do not await `ended` get the note
  return {
    ended,
    async stop() {
      stopping.abort();
      await ended.catch(() => {});
    },
  };
}

/** `fetch` reports only that it failed; the reason is in its cause. */
function reasonOf({ message, cause }: Error): string {
  const { code, message: why } = (cause ?? {}) as { code?: string; message?: string };
  return [message, code ?? why].filter(Boolean).join(": ");
}

/** What an end means: errors of the operation, the code of a closed socket, or anything else, after which it reconnects. */
function told(because: unknown): Error {
  if (Array.isArray(because)) {
    const failures = because as readonly Failure[];
    const codes = failures.map(({ extensions }) => extensions?.code ?? "");
    const message = failures.map((failure, at) => `${codes[at]} ${failure.message}`.trim()).join("; ");
    const gap = codes.find((code) => code.startsWith("CURSOR_"));
    if (gap !== undefined) return new Gap(gap, message);
    return codes.some((code) => refusals.includes(code)) ? new Refused(message) : new Error(message);
  }
  if (because instanceof Error) return because;
  const { code, reason } = because as Partial<Ended>;
  if (code === undefined) return new Error("the connection failed");
  const message = `closed with ${code} ${reason ?? ""}`.trim();
  return refusingCloses.includes(code) ? new Refused(message) : new Error(message);
}
