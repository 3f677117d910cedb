/**
 * The outbox: what the feed will tell is written in the transaction that makes it so. An event and its cause commit together or not at all.
 */
import { chunks } from "../db/chunks.ts";
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
 * Appends to the feed, in the order given. The lock is taken just before the sequence numbers and held to the end of the transaction, so that sequence order is commit order: without it a later number
 * can become visible before an earlier one, and a reader that has passed it loses the earlier for good. Call it last: other appends wait from here on.
 */
export async function appendToFeed(db: Db, entries: readonly FeedEntry[]): Promise<void> {
  for (const some of chunks(entries)) {
    const rows = some.map((entry) => ({ eventId: newId(), ...entry }));
    // No row comes out of the join before the lock is held, and a number is given to what comes out. Whoever listens is told at the commit.
    await db.$executeRaw`
      WITH held AS MATERIALIZED (SELECT pg_advisory_xact_lock(${locks.feedAppend}::bigint), pg_notify(${feedChannel}, ''))
      INSERT INTO "FeedEvent" ("eventId", "type", "releaseId", "beforeState", "afterState", "publicNote", "occurredAt")
      SELECT entry."eventId", entry."type", entry."releaseId", entry."beforeState", entry."afterState", entry."publicNote", entry."occurredAt"
      FROM held, ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS ("eventId" uuid, "type" "FeedEventType", "releaseId" uuid, "beforeState" "VerificationState", "afterState" "VerificationState",
        "publicNote" text, "occurredAt" timestamptz)) WITH ORDINALITY AS entry ("eventId", "type", "releaseId", "beforeState", "afterState", "publicNote", "occurredAt", "nth")
      ORDER BY entry."nth"`;
  }
}
