/** The oracle: the events that were committed, by the database, against those that a client has received. */
import type { Db } from "../../src/db/database.ts";
import { newestChange, readChanges } from "../../src/feed/follow/change-log.ts";
import type { FeedEventType } from "../../src/db/generated/prisma/enums.ts";

/** One event as a client received it. `connection` counts the client's connections: a repeat is only allowed on another one. */
export type Received = { readonly eventId: string; readonly connection: number };

export type Verdict = {
  /** Received for the first time, in order. */
  readonly delivered: number;
  /** Committed, and never received. */
  readonly lost: number;
  /** Received a second time on one connection. */
  readonly repeated: number;
  /** Received for the first time after an event that was committed later. */
  readonly misordered: number;
  /** Received, and never committed. */
  readonly invented: number;
  /** Received again after a reconnect, which the feed's promise allows. */
  readonly again: number;
};

export const clean: Verdict = { delivered: 0, lost: 0, repeated: 0, misordered: 0, invented: 0, again: 0 };

export const everyType: readonly FeedEventType[] = ["RELEASE_VERIFIED", "RELEASE_AMENDED", "RELEASE_RETRACTED"];

/** Which feed the faults are about. One run is about one. */
let followed: "releases" | "changes" = "releases";
export const follow = (feed: typeof followed): void => void (followed = feed);
export const whichFeed = (): typeof followed => followed;
export const followsChanges = (): boolean => followed === "changes";

/** The ids of the events that were committed after a position, in the order of the feed. All changes are public here, and none is left out by those who follow fewer types of events. */
export async function readLedger(db: Db, after: bigint, types: readonly FeedEventType[] = everyType): Promise<string[]> {
  if (followsChanges()) {
    const last = await newestChange(db);
    return (await readChanges(db, after, Number(last - after))).map(({ eventId }) => eventId);
  }
  const rows = await db.feedEvent.findMany({
    where: { seq: { gt: after }, type: { in: [...types] } },
    orderBy: { seq: "asc" },
    select: { eventId: true },
  });
  return rows.map(({ eventId }) => eventId);
}

/** Of which record the first event after a position tells. */
export async function firstRecord(db: Db, after: bigint): Promise<string | null> {
  if (followsChanges()) return (await readChanges(db, after, 1))[0]?.recordId ?? null;
  return (await db.feedEvent.findFirst({ where: { seq: { gt: after } }, orderBy: { seq: "asc" } }))?.releaseId ?? null;
}

/** The sequence number of the newest event; 0 without one. */
export async function newest(db: Db): Promise<bigint> {
  if (followsChanges()) return newestChange(db);
  return (await db.feedEvent.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;
}

/** Compares one client's log with the ledger. */
export function judge(ledger: readonly string[], log: readonly Received[]): Verdict {
  const places = new Map(ledger.map((eventId, place) => [eventId, place]));
  const connections = new Map<string, Set<number>>();
  const verdict = { ...clean };
  let furthest = -1;
  for (const { eventId, connection } of log) {
    const place = places.get(eventId);
    const delivered = connections.get(eventId);
    if (place === undefined) verdict.invented += 1;
    else if (delivered?.has(connection)) verdict.repeated += 1;
    else if (delivered) verdict.again += 1;
    else if (place < furthest) verdict.misordered += 1;
    else verdict.delivered += 1;
    connections.set(eventId, (delivered ?? new Set()).add(connection));
    furthest = Math.max(furthest, place ?? -1);
  }
  verdict.lost = ledger.filter((eventId) => !connections.has(eventId)).length;
  return verdict;
}

export function sum(verdicts: readonly Verdict[]): Verdict {
  const total = { ...clean };
  for (const verdict of verdicts) for (const part of Object.keys(total) as (keyof Verdict)[]) total[part] += verdict[part];
  return total;
}

export const isClean = ({ lost, repeated, misordered, invented }: Verdict): boolean => lost + repeated + misordered + invented === 0;
