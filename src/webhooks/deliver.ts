/**
 * Posts the feed to webhooks: each in feed order, one delivery after the other, with the rights that its key has at that moment. At least once: what was sent in the moment of a crash
 * is sent again, with the same `webhook-id`. A webhook's place is in the database, so any process goes on where another stopped.
 */
import type { Database } from "../db/database.ts";
import type { Prisma } from "../db/generated/prisma/client.ts";
import { WebhookStop } from "../db/generated/prisma/enums.ts";
import { viewerOfKey } from "../domain/access/api-key.ts";
import type { OutboundRules } from "./outbound-address.ts";
import type { Viewer } from "../domain/viewer.ts";
import { standingOfWebhooks } from "./standing.ts";
import {
  arrived,
  endEveryTurn,
  endTurn,
  giveUp,
  passOver,
  postpone,
  queuedDeliveries,
  settleDelivery,
  standStill,
  takeTurns,
  type Turn,
} from "./turn.ts";
import { ExpectedError } from "../errors.ts";
import { maxAttempts, waitAfter } from "./backoff.ts";
import type { Feed } from "../feed/feed.ts";
import { createWebhookMeter } from "./meter.ts";
import { post, type Posted, type Resolve } from "./post.ts";
import { signedHeaders } from "./signature.ts";

/** An event as a webhook is told of it. */
export type Told = { readonly seq: bigint; readonly eventId: string; readonly body: string };
/** The first event after a position that the viewer may see now and that passes the filter; null when there is none. @throws CursorInvalid and its kin when the feed has lost the position */
export type Tell = (viewer: Viewer, after: bigint, filter: Prisma.JsonValue) => Promise<Told | null>;

export type WebhookOptions = Partial<OutboundRules> & {
  readonly timeoutMilliseconds?: number;
  /** How long a retry, a replay or a new webhook may go unnoticed. */
  readonly pollMilliseconds?: number;
  readonly attempts?: number;
  /** Milliseconds until the next attempt, after so many failures. */
  readonly wait?: typeof waitAfter;
  readonly resolve?: Resolve;
  /** How long a delivery under way may take to end once the hub stops. */
  readonly graceMilliseconds?: number;
  readonly onError?: (error: unknown) => void;
  /** Told of each attempt, for the log. */
  readonly onAttempt?: (attempt: { webhook: string; eventId: string; failure: string | null; dead: boolean }) => void;
};

export type Webhooks = { stop(): Promise<void> };

// Receivers that answer slowly hold a place each; the others must find one.
const maxAtOnce = 32;
const turnMilliseconds = 10_000;
const usualGrace = 2_000;
const hiccupMilliseconds = 5_000;

/** Begins to serve the webhooks of the database, beside whichever other processes do. */
export function serveWebhooks({ prisma, engine }: Database, feed: Feed, tell: Tell, options: WebhookOptions = {}): Webhooks {
  const { allowPrivate = false, timeoutMilliseconds = 10_000, pollMilliseconds = 1000, attempts: most = maxAttempts } = options;
  const { graceMilliseconds = usualGrace, wait = waitAfter, resolve, onError = () => {}, onAttempt = () => {} } = options;
  const stopping = new AbortController();
  const cutting = new AbortController();
  const turns = new Set<Promise<void>>();
  const meter = createWebhookMeter(feed.meter.registry);
  meter.probes.standing = () => standingOfWebhooks(prisma);

  const tried = (webhook: string, eventId: string, outcome: "delivered" | "failed" | "dead" | "gone", failure: string | null) => {
    meter.attempts.inc({ outcome });
    onAttempt({ webhook, eventId, failure, dead: outcome === "dead" });
  };
  const send = ({ url, secret }: Turn, { eventId, body }: Told): Promise<Posted> =>
    post({
      url,
      body,
      headers: signedHeaders(secret, eventId, new Date(), body),
      rules: { allowPrivate },
      milliseconds: timeoutMilliseconds,
      signal: cutting.signal,
      ...(resolve === undefined ? {} : { resolve }),
    });

  /** Tries what was asked for again, each once. False when the turn is lost. */
  const replay = async (turn: Turn): Promise<boolean> => {
    for (const { id, seq, eventId } of await queuedDeliveries(prisma, turn)) {
      const viewer = stopping.signal.aborted ? null : await viewerOfKey(prisma, turn.keyId);
      if (!viewer) return true;
      // An event that the feed has forgotten concerns its dead letter alone, not the webhook's place.
      const told = await tell(viewer, seq - 1n, null).catch((error: unknown) => {
        if (lossOf(error) === null) throw error;
        return null;
      });
      const posted: Posted | null = told?.seq === seq ? await send(turn, told) : null;
      if (cutting.signal.aborted && posted?.delivered !== true) return true;
      const failure =
        posted === null ? "the event is not in the feed any more, or not for this key" : posted.delivered ? null : posted.failure;
      tried(turn.id, eventId, failure === null ? "delivered" : "dead", failure);
      if (!(await settleDelivery(prisma, turn, id, failure))) return false;
    }
    return true;
  };

  /** One event further: its position, or null when the turn is over, because there is nothing to tell, or nothing more for now, or the turn is lost. */
  const step = async (turn: Turn, position: bigint): Promise<bigint | null> => {
    const viewer = await viewerOfKey(prisma, turn.keyId);
    if (!viewer) return null;
    // Read before the events are: whatever commits later is behind it.
    const head = await feed.positionOf(null);
    const told = await tell(viewer, position, turn.filter);
    if (told === null) {
      if (head > position) await passOver(prisma, turn, head);
      return null;
    }
    const { seq, eventId } = told;
    const posted = await send(turn, told);
    // Cut off by our own end: no fault of the receiver's.
    if (cutting.signal.aborted && !posted.delivered) return null;
    const failure = posted.delivered ? null : posted.failure;
    const attempts = 1 + (seq === turn.tried ? turn.attempts : 0);
    const dead = !posted.delivered && !posted.gone && attempts >= most;
    tried(turn.id, eventId, posted.delivered ? "delivered" : posted.gone ? "gone" : dead ? "dead" : "failed", failure);
    if (posted.delivered) return (await arrived(prisma, turn, seq)) ? seq : null;
    const vain = { seq, eventId, attempts, failure: posted.failure };
    if (dead) return (await giveUp(prisma, turn, vain)) ? seq : null;
    if (posted.gone) await standStill(prisma, turn, "GONE", posted.failure);
    else await postpone(prisma, turn, vain, wait(attempts, Math.random(), posted.wait));
    return null;
  };

  const work = async (turn: Turn): Promise<void> => {
    const until = performance.now() + turnMilliseconds;
    try {
      let position: bigint | null = (await replay(turn)) && turn.stop === null ? turn.position : null;
      while (position !== null && !stopping.signal.aborted && performance.now() < until) position = await step(turn, position);
      await endTurn(prisma, turn);
    } catch (error) {
      const lost = lossOf(error);
      if (lost !== null) return standStill(prisma, turn, lost, `${lost}: ${(error as Error).message}`);
      onError(error);
      // If the database is what fails, the lease ends by itself.
      await endTurn(prisma, turn, hiccupMilliseconds).catch(() => {});
    }
  };

  const serve = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const head = await feed.positionOf(null);
      for (const turn of await takeTurns(prisma, head, maxAtOnce - turns.size)) {
        const working = work(turn).catch(onError);
        turns.add(working);
        void working.then(() => turns.delete(working));
      }
      if (turns.size >= maxAtOnce) await Promise.race(turns);
      else await feed.waitFor(head, pollMilliseconds, stopping.signal);
    }
  };
  const serveSafely = async (): Promise<void> => {
    // The embedded database has one process: a turn that is on record at its start was cut short with the process before. Elsewhere its lease has to run out.
    if (engine === "embedded") await endEveryTurn(prisma).catch(onError);
    while (!stopping.signal.aborted) {
      await serve().catch(async (error: unknown) => {
        if (stopping.signal.aborted) return;
        onError(error);
        await pause(hiccupMilliseconds, stopping.signal);
      });
    }
  };
  const serving = serveSafely();

  return {
    async stop() {
      stopping.abort();
      const late = setTimeout(() => cutting.abort(), graceMilliseconds);
      await serving;
      await Promise.all(turns);
      clearTimeout(late);
    },
  };
}

/** Which loss of a place in the feed an error tells of, if it does. */
function lossOf(error: unknown): WebhookStop | null {
  return error instanceof ExpectedError && Object.hasOwn(WebhookStop, error.code) ? (error.code as WebhookStop) : null;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
