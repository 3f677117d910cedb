/**
 * The reference consumer: hands every event of the feed to a handler, in order, and misses none, whatever happens to the hub, the network or this process.
 *
 *     const consumer = consumeFeed({ url: "http://127.0.0.1:4000/graphql", file: "newsroom.json", handle: async (event) => publish(event), note: console.log });
 *     await consumer.ended; // rejects when the hub refuses the key or the subscription
 *
 * Copy this one file: it needs Node 24 or newer and graphql-ws, nothing else of the hub's.
 *
 * An event is handed over, the handler is awaited, then the cursor is kept in the file. So each event arrives at least once, and exactly once unless the process dies between the handler's
 * end and the keeping; an `eventId` that was handled (of the latest `remember`) is not handed over again, across reconnects and restarts. It reconnects for ever, with growing, jittered
 * waits. If the feed no longer knows its cursor, it says so (`gap`) and reads the `feed` query from the beginning, or from where `afterGap` says.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createClient } from "graphql-ws";

type Named = { id: string; name: string };
type Span = { earliest: string | null; latest: string | null; precision: string; timeZone: string; edtf: string };
type Particulars = { id: string; state: string; stage: string; outcome: string; conditions: readonly string[]; acknowledged: boolean };
type Release = Particulars & { when: Span; place: string | null; facility: (Named & { slug: string }) | null; detainee: Named };
type Step = { beforeState: string | null; afterState: string | null; publicNote: string | null };
/** `release` is null when you may no longer see it (`withdrawn`): take back what you published under `releaseId`. */
export type FeedEvent = Step & { cursor: string; eventId: string; occurredAt: string; releaseId: string; withdrawn: boolean } & {
  __typename: "ReleaseVerified" | "ReleaseAmended" | "ReleaseRetracted";
  release: Release | null;
};
type Item = FeedEvent | { __typename: "FeedBookmark"; cursor: string };
type FeedPage = { edges: { node: FeedEvent }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

const eventFields = `cursor eventId occurredAt releaseId withdrawn release { id state stage outcome conditions acknowledged when { earliest latest precision timeZone edtf }
  place facility { id slug name } detainee { id name } }
  ... on ReleaseVerified { beforeState afterState publicNote } ... on ReleaseAmended { beforeState afterState publicNote } ... on ReleaseRetracted { beforeState afterState publicNote }`;
/** What is sent to the hub: the subscription, and the query that pages the same events. */
export const documents = {
  follow: `subscription FollowReleases($after: String, $filter: ReleaseFilter) {
    releaseFeed(after: $after, filter: $filter) { __typename ... on FeedBookmark { cursor } ... on FeedEvent { ${eventFields} } } }`,
  read: `query ReadReleases($after: String, $first: Int = 20, $filter: ReleaseFilter) {
    feed(after: $after, first: $first, filter: $filter) { edges { node { __typename ${eventFields} } } pageInfo { hasNextPage endCursor } } }`,
};

type Resumption = { readonly readingAfter: string | null };
/** What the consumer did, or what befell it. */
export type Note =
  | { readonly did: "connected"; readonly after: string | null }
  | { readonly did: "handled" | "skipped a duplicate"; readonly eventId: string; readonly cursor: string }
  | { readonly did: "caught up"; readonly cursor: string }
  | { readonly did: "lost the hub"; readonly why: string; readonly backIn: number }
  | { readonly did: "met a failing handler"; readonly eventId: string; readonly why: string; readonly againIn: number }
  /** Events may be missing: between the last one handled and the first one read from now on. */
  | ({ readonly did: "met a gap"; readonly code: string; readonly message: string } & { readonly lost: string | null } & Resumption)
  | { readonly did: "was refused"; readonly why: string };

export type ConsumerOptions = {
  /** The hub's GraphQL address, http or https; and an API key, none for what is public. */
  readonly url: string;
  readonly key?: string | undefined;
  /** A ReleaseFilter of the hub, such as { nationality: "VE" }. */
  readonly filter?: object;
  /** Where the place is kept. One consumer, one file. */
  readonly file: string;
  /** Without a place: everything that is on record, or only what comes. */
  readonly begin?: "at the beginning" | "now";
  /** Awaited before the next event and before the cursor is kept. If it fails, it is called again with the same event, for ever. */
  handle(event: FeedEvent): unknown;
  note?(note: Note): void;
  /** The cursor to read on from after a gap, null for the beginning. */
  afterGap?(gap: { code: string; lost: string | null }): string | null;
  /** How many eventIds are remembered. After a gap that is read from the beginning, older events than these come again. */
  readonly remember?: number;
  /** In milliseconds: the wait after a first failure (it doubles up to half a minute), and the silence after which the connection counts as lost. */
  readonly firstWait?: number;
  readonly longestSilence?: number;
};

/** `ended` resolves after `stop`, and rejects with Refused when coming back is of no use; `stop` lets the handler finish the event that it has. */
export type Consumer = { readonly ended: Promise<void>; stop(): Promise<void> };

/** The hub does not want this key or this subscription. */
export class Refused extends Error {}
/** The hub no longer knows the cursor; the cause is the code that says why. */
class Gap extends Error {}

type Failure = { readonly message: string; readonly extensions?: { readonly code?: string } };

const page = 100;
const maxWaiting = 1000;
const longestWait = 30_000;
const refusals = /UNAUTHENTICATED|FORBIDDEN|GRAPHQL_|BAD_USER_INPUT|INVALID_INPUT|INVALID_ID/;
const refusingCloses = [4401, 4403];

export function consumeFeed(options: ConsumerOptions): Consumer {
  const { url, key, filter = null, file, begin = "at the beginning", note = () => {}, afterGap = () => null } = options;
  const { remember = 1000, firstWait = 1000, longestSilence = 30_000 } = options;
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const stopping = new AbortController();
  const kept = readPlace(file);
  const seen = new Set(kept.seen);
  let cursor = kept.cursor;
  let failures = 0;

  const waitAfter = (attempts: number) => Math.round(Math.min(firstWait * 2 ** attempts, longestWait) * (0.5 + Math.random()));
  const sleep = (milliseconds: number) => pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});
  const keep = (next: string | null) => {
    cursor = next;
    keepPlace(file, { cursor, seen: [...seen] });
  };

  /** Deals with one event. False when it was not dealt with, because the consumer is to stop. */
  const take = async (event: FeedEvent): Promise<boolean> => {
    const { eventId } = event;
    const duplicate = seen.has(eventId);
    for (let attempt = 0; !duplicate; attempt += 1) {
      try {
        await options.handle(event);
        break;
      } catch (error) {
        const againIn = waitAfter(attempt);
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

  /** What is on record after the cursor, page by page. */
  const read = async (): Promise<void> => {
    for (let more = true; more && !stopping.signal.aborted;) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...authorization },
        body: JSON.stringify({ query: documents.read, variables: { after: cursor, first: page, filter } }),
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(longestSilence)]),
      });
      const { data, errors } = (await response.json()) as { data?: { feed: FeedPage } | null; errors?: readonly Failure[] };
      if (!data) throw failureOf(errors ?? [{ message: `HTTP ${response.status}` }]);
      failures = 0;
      for (const { node } of data.feed.edges) if (stopping.signal.aborted || !(await take(node))) return;
      keep(data.feed.pageInfo.endCursor ?? cursor);
      more = data.feed.pageInfo.hasNextPage;
    }
  };

  /** What comes, over one connection, until it ends. Whatever has arrived by then is dealt with first, so that the next connection begins behind it. */
  const follow = async (): Promise<void> => {
    const arrived: { data?: { releaseFeed: Item } | null; errors?: readonly Failure[] }[] = [];
    let end: { because: unknown } | undefined;
    let wake = () => {};
    let silence: NodeJS.Timeout | undefined;
    const finish = (because: unknown) => {
      end ??= { because };
      wake();
    };
    // A connection can die without a word: pings make the hub speak, and a hub that does not is left.
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
      retryAttempts: 0, // coming back is decided below, for every way in which it can end
      keepAlive: longestSilence / 3,
      on: { message: heard, connected: () => note({ did: "connected", after: cursor }) },
    });
    heard();
    client.subscribe<{ releaseFeed: Item }>(
      { query: documents.follow, variables: { after: cursor, filter } },
      {
        next: (result) => {
          // A handler slower than the feed must not fill the memory: the rest is fetched again, later.
          if (arrived.push(result as (typeof arrived)[number]) >= maxWaiting) {
            finish(new Error(`the handler is ${maxWaiting} events behind`));
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
          if (end) throw failureOf(end.because);
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        if (!result.data) throw failureOf(result.errors ?? []);
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
          const gap = { code: String(error.cause), lost: cursor };
          const readingAfter = afterGap(gap);
          note({ did: "met a gap", message: error.message, ...gap, readingAfter });
          // Not kept before something has been read there: a crash until then must meet the gap again, and say so again.
          cursor = readingAfter;
          reading = true;
        }
        const backIn = waitAfter(failures++);
        if (!(error instanceof Gap)) note({ did: "lost the hub", why: reasonOf(error as Error), backIn });
        await sleep(backIn);
      }
    }
  };

  const ended = run();
  ended.catch(() => {}); // whoever does not look at `ended` has the note
  return {
    ended,
    async stop() {
      stopping.abort();
      await ended.catch(() => {});
    },
  };
}

/** With the cause: `fetch` says only that it failed. */
function reasonOf({ message, cause }: Error): string {
  const { code, message: why } = (cause ?? {}) as { code?: string; message?: string };
  return [message, code ?? why].filter(Boolean).join(": ");
}

/** What an end means: the errors of an operation, the code of a closed socket, or anything else, after which one comes back. */
function failureOf(because: unknown): Error {
  if (Array.isArray(because)) {
    const failures = because as readonly Failure[];
    const codes = failures.map(({ extensions }) => extensions?.code ?? "");
    const message = failures.map((failure, at) => `${codes[at]} ${failure.message}`.trim()).join("; ");
    const gap = codes.find((code) => code.startsWith("CURSOR_"));
    if (gap !== undefined) return new Gap(message, { cause: gap });
    return codes.some((code) => refusals.test(code)) ? new Refused(message) : new Error(message);
  }
  if (because instanceof Error) return because;
  const { code, reason } = because as { readonly code?: number; readonly reason?: string };
  if (code === undefined) return new Error("the connection failed");
  const message = `closed with ${code} ${reason ?? ""}`.trim();
  return refusingCloses.includes(code) ? new Refused(message) : new Error(message);
}

type Place = { readonly cursor: string | null; readonly seen: readonly string[] };

/** The place in the file; the beginning without a file. @throws when the file holds something else: to begin anew without a word would hide a loss */
function readPlace(file: string): Place {
  try {
    const { cursor, seen } = (JSON.parse(readFileSync(file, "utf8")) ?? {}) as Place;
    if ((cursor === null || typeof cursor === "string") && Array.isArray(seen)) return { cursor, seen };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { cursor: null, seen: [] };
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new Error(`${file} holds no place in a feed. Mend it, or remove it to begin anew.`);
}

/** Written beside, synced and renamed: a crash, also of the machine, leaves the old place or the new one, never half of one. */
function keepPlace(file: string, place: Place): void {
  const written = openSync(`${file}.new`, "w", 0o600);
  writeSync(written, JSON.stringify(place));
  fsyncSync(written);
  closeSync(written);
  renameSync(`${file}.new`, file);
  const directory = openSync(dirname(file), "r");
  fsyncSync(directory); // the renaming too
  closeSync(directory);
}
