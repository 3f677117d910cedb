/**
 * The outbox: what the feed will tell is written in the transaction that makes it so. An event and its cause commit together or not at all.
 */
import type { Db } from "../db/database.ts";
import { locks } from "../db/locks.ts";
import type { FeedEventType, VerificationState } from "../db/generated/prisma/enums.ts";
import { newId } from "./identity.ts";

export const feedChannel = "paradero_feed";
/** On which a commit that brings changes of any kind is told (prisma/sql/seal_changes.sql). */
export const changeChannel = "paradero_changes";

export type FeedEntry = {
  readonly type: FeedEventType;
  readonly releaseId: string;
  readonly beforeState: VerificationState | null;
  readonly afterState: VerificationState;
  readonly publicNote: string | null;
  readonly occurredAt: Date;
};

/**
 * Appends to the feed. The lock is taken just before the sequence number and held to the end of the transaction, so that sequence order is commit order: without it a later number
 * can become visible before an earlier one, and a reader that has passed it loses the earlier for good. Call it last: other appends wait from here on.
 */
export async function appendToFeed(db: Db, entry: FeedEntry): Promise<void> {
  // Whoever listens is told at the commit.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${locks.feedAppend}::bigint), pg_notify(${feedChannel}, '')`;
  await db.feedEvent.create({ data: { eventId: newId(), ...entry }, select: { seq: true } });
}
