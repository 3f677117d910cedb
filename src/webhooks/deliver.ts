/**
 * Posts the feed to webhooks: to each in feed order, one delivery after the other, with the rights that its key has at that moment. Delivery is at least once: what was being sent when the
 * process crashed is sent again, with the same `webhook-id`. A webhook's position is in the database, so that any process can go on where another stopped.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../db/database.ts";
import { WebhookFeed, WebhookStop } from "../db/generated/prisma/enums.ts";
import { viewerOfKey } from "../domain/access/key-viewer.ts";
import type { OutboundRules } from "./outbound-address.ts";
import type { Viewer } from "../domain/viewer.ts";
import { standingOfWebhooks } from "./standing.ts";
import {
  recordDelivery,
  releaseAllLeases,
  releaseLease,
  deadLetter,
  advance,
  scheduleRetry,
  queuedDeliveries,
  settleDelivery,
  stopWebhook,
  acquireLeases,
  type Heads,
  type LeasedWebhook,
} from "./lease.ts";
import { ExpectedError } from "../errors.ts";
import { maxAttempts, waitAfter } from "./backoff.ts";
import type { Feed } from "../feed/feed.ts";
import { createWebhookMeter } from "./meter.ts";
import { post, type Posted, type Resolve } from "./post.ts";
import { signedHeaders } from "./signature.ts";

/** A feed event with the body that is posted for it. */
export type WebhookEvent = { readonly seq: bigint; readonly eventId: string; readonly body: string };
/** The first event after a position that the viewer may see now and that passes the filter; null when there is none. @throws CursorInvalid, CursorExpired, CursorDiverged */
export type ReadNextEvent = (viewer: Viewer, after: bigint, asked: Pick<LeasedWebhook, "feed" | "filter">) => Promise<WebhookEvent | null>;
/** The feeds that are posted, by what webhooks call them. */
export type PostedFeeds = Readonly<Record<WebhookFeed, Feed>>;

export type WebhookOptions = Partial<OutboundRules> & {
  readonly timeoutMilliseconds?: number;
  /** The longest that a due retry, a replay or a new webhook waits to be picked up. */
  readonly pollMilliseconds?: number;
  readonly attempts?: number;
  /** Milliseconds until the next attempt, after so many failures. */
  readonly wait?: typeof waitAfter;
  readonly resolve?: Resolve;
  /** How long a delivery under way may take to end once the hub stops. */
  readonly graceMilliseconds?: number;
  readonly onError?: (error: unknown) => void;
  /** Called after each attempt, for the log. */
  readonly onAttempt?: (attempt: { webhook: string; eventId: string; failure: string | null; dead: boolean }) => void;
};

export type Webhooks = { stop(): Promise<void> };

// Slow receivers occupy a slot each; enough must be left for the others.
const maxConcurrent = 32;
const maxWorkMilliseconds = 10_000;
const defaultGraceMilliseconds = 2_000;
const retryDelayMilliseconds = 5_000;
/** A commit is news of both feeds, one after the other, and more commits follow it: one look is enough for what comes so soon. */
const gatherMilliseconds = 10;

/** Starts to serve the webhooks of the database. Other processes may do so at the same time. */
export function serveWebhooks(
  { delivering: prisma, engine }: Database,
  feeds: PostedFeeds,
  readNextEvent: ReadNextEvent,
  options: WebhookOptions = {},
): Webhooks {
  const { allowPrivate = false, timeoutMilliseconds = 10_000, pollMilliseconds = 1000, attempts: limit = maxAttempts } = options;
  const { graceMilliseconds = defaultGraceMilliseconds, wait = waitAfter, resolve, onError = () => {}, onAttempt = () => {} } = options;
  const stopping = new AbortController();
  const terminating = new AbortController();
  const running = new Set<Promise<void>>();
  const meter = createWebhookMeter(feeds.RELEASES.meter.registry);
  meter.probes.standing = () => standingOfWebhooks(prisma);

  const tried = (webhook: string, eventId: string, outcome: "delivered" | "failed" | "dead" | "gone", failure: string | null) => {
    meter.attempts.inc({ outcome });
    onAttempt({ webhook, eventId, failure, dead: outcome === "dead" });
  };
  const send = ({ url, secret }: LeasedWebhook, { eventId, body }: WebhookEvent): Promise<Posted> =>
    post({
      url,
      body,
      headers: signedHeaders(secret, eventId, new Date(), body),
      rules: { allowPrivate },
      milliseconds: timeoutMilliseconds,
      signal: terminating.signal,
      ...(resolve === undefined ? {} : { resolve }),
    });

  /** Sends each queued dead letter once. False when the lease is lost. */
  const replay = async (webhook: LeasedWebhook): Promise<boolean> => {
    for (const { id, seq, eventId } of await queuedDeliveries(prisma, webhook)) {
      const viewer = stopping.signal.aborted ? null : await viewerOfKey(prisma, webhook.keyId);
      if (!viewer) return true;
      // If the feed no longer keeps this event, only its dead letter fails: the webhook's own position is not affected.
      const event = await readNextEvent(viewer, seq - 1n, { feed: webhook.feed, filter: null }).catch((error: unknown) => {
        if (stopReasonOf(error) === null) throw error;
        return null;
      });
      const posted: Posted | null = event?.seq === seq ? await send(webhook, event) : null;
      if (terminating.signal.aborted && posted?.delivered !== true) return true;
      const failure =
        posted === null ? "the feed no longer keeps the event, or the key may no longer see it" : posted.delivered ? null : posted.failure;
      tried(webhook.id, eventId, failure === null ? "delivered" : "dead", failure);
      if (!(await settleDelivery(prisma, webhook, id, failure))) return false;
    }
    return true;
  };

  /** Delivers the next event. Its position; or null to release the lease: there is nothing to deliver, the attempt failed, or the lease is lost. */
  const step = async (webhook: LeasedWebhook, position: bigint): Promise<bigint | null> => {
    const viewer = await viewerOfKey(prisma, webhook.keyId);
    if (!viewer) return null;
    // Read the head before the events: what commits later is after it.
    const head = await feeds[webhook.feed].positionOf(null);
    const event = await readNextEvent(viewer, position, webhook);
    if (event === null) {
      if (head > position) await advance(prisma, webhook, head);
      return null;
    }
    const { seq, eventId } = event;
    const posted = await send(webhook, event);
    // We are stopping: not the receiver's failure.
    if (terminating.signal.aborted && !posted.delivered) return null;
    const failure = posted.delivered ? null : posted.failure;
    const attempts = 1 + (seq === webhook.tried ? webhook.attempts : 0);
    const dead = !posted.delivered && !posted.gone && attempts >= limit;
    tried(webhook.id, eventId, posted.delivered ? "delivered" : posted.gone ? "gone" : dead ? "dead" : "failed", failure);
    if (posted.delivered) return (await recordDelivery(prisma, webhook, seq)) ? seq : null;
    const failedAttempt = { seq, eventId, attempts, failure: posted.failure };
    if (dead) return (await deadLetter(prisma, webhook, failedAttempt)) ? seq : null;
    if (posted.gone) await stopWebhook(prisma, webhook, "GONE", posted.failure);
    else await scheduleRetry(prisma, webhook, failedAttempt, wait(attempts, Math.random(), posted.wait));
    return null;
  };

  const work = async (webhook: LeasedWebhook): Promise<void> => {
    const until = performance.now() + maxWorkMilliseconds;
    try {
      let position: bigint | null = (await replay(webhook)) && webhook.stop === null ? webhook.position : null;
      while (position !== null && !stopping.signal.aborted && performance.now() < until) position = await step(webhook, position);
      await releaseLease(prisma, webhook);
    } catch (error) {
      const reason = stopReasonOf(error);
      if (reason !== null) return stopWebhook(prisma, webhook, reason, `${reason}: ${(error as Error).message}`);
      onError(error);
      // If the database is down, the lease expires by itself.
      await releaseLease(prisma, webhook, retryDelayMilliseconds).catch(() => {});
    }
  };

  const serve = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      // As far as this process has read: what it reads later wakes it again, and another may have begun with it already.
      const heads = { RELEASES: feeds.RELEASES.head, CHANGES: feeds.CHANGES.head };
      for (const webhook of await acquireLeases(prisma, heads, maxConcurrent - running.size)) {
        const working = work(webhook).catch(onError);
        running.add(working);
        void working.then(() => running.delete(working));
      }
      if (running.size >= maxConcurrent) await Promise.race(running);
      else {
        await newsOf(feeds, heads, pollMilliseconds, stopping.signal);
        await pause(gatherMilliseconds, stopping.signal);
      }
    }
  };
  const serveSafely = async (): Promise<void> => {
    // The embedded database has only one process: leases that exist at its start belong to a process that is gone. On a shared database they have to expire.
    if (engine === "embedded") await releaseAllLeases(prisma).catch(onError);
    while (!stopping.signal.aborted) {
      await serve().catch(async (error: unknown) => {
        if (stopping.signal.aborted) return;
        onError(error);
        await pause(retryDelayMilliseconds, stopping.signal);
      });
    }
  };
  const serving = serveSafely();

  return {
    async stop() {
      stopping.abort();
      const timer = setTimeout(() => terminating.abort(), graceMilliseconds);
      await serving;
      await Promise.all(running);
      clearTimeout(timer);
    },
  };
}

/** Resolves when one of the feeds has something after its head, or after `milliseconds`, or when the signal aborts. */
async function newsOf(feeds: PostedFeeds, heads: Heads, milliseconds: number, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  await Promise.race(Object.values(WebhookFeed).map((feed) => feeds[feed].waitFor(heads[feed], milliseconds, either)));
  over.abort();
}

/** The stop reason of an error by which the feed rejects the webhook's position; null for any other error. */
function stopReasonOf(error: unknown): WebhookStop | null {
  return error instanceof ExpectedError && Object.hasOwn(WebhookStop, error.code) ? (error.code as WebhookStop) : null;
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}
