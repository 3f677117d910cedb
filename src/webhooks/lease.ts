/**
 * Leases: several processes serve the same webhooks, and at most one at a time works on each. It holds a lease that expires; every write names the lease, so that a process that has lost it
 * (it stalled, or a replay came in between) changes nothing more. All times are the database's, because the processes' clocks may differ.
 */
import type { Db } from "../db/database.ts";
import { usableKeySql } from "../domain/access/key-viewer.ts";
import type { Prisma, PrismaClient } from "../db/generated/prisma/client.ts";
import type { WebhookFeed, WebhookStop } from "../db/generated/prisma/enums.ts";
import { newId } from "../domain/identity.ts";

export type LeasedWebhook = {
  readonly id: string;
  readonly lease: string;
  readonly keyId: string;
  readonly url: string;
  readonly feed: WebhookFeed;
  readonly filter: Prisma.JsonValue;
  readonly secret: Uint8Array;
  readonly position: bigint;
  readonly tried: bigint | null;
  readonly attempts: number;
  readonly stop: WebhookStop | null;
};
type Held = Pick<LeasedWebhook, "id" | "lease">;

/** How long a lease lasts without a write. Longer than any one delivery may take. */
export const leaseMilliseconds = 20_000;

/** Up to which number there is something to deliver, of each feed. */
export type Heads = Readonly<Record<WebhookFeed, bigint>>;

/** Leases up to `max` webhooks that have something to do before the head of their feed and that nobody holds, the longest due first. */
export async function acquireLeases(db: Db, heads: Heads, max: number): Promise<LeasedWebhook[]> {
  return db.$queryRaw<LeasedWebhook[]>`
    WITH due AS MATERIALIZED (
      SELECT hook."id" FROM "Webhook" AS hook JOIN "ApiKey" AS key ON key."id" = hook."keyId"
      WHERE ${usableKeySql("key")} AND hook."dueAt" <= now() AND (hook."leasedUntil" IS NULL OR hook."leasedUntil" < now())
        AND ((hook."stop" IS NULL AND hook."position" < CASE hook."feed" WHEN 'CHANGES' THEN ${heads.CHANGES}::bigint ELSE ${heads.RELEASES}::bigint END)
          OR EXISTS (SELECT FROM "WebhookDelivery" WHERE "webhookId" = hook."id" AND "state" = 'QUEUED'))
      ORDER BY hook."dueAt" LIMIT ${max} FOR UPDATE OF hook SKIP LOCKED)
    UPDATE "Webhook" AS hook SET "lease" = ${newId()}::uuid, "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond'
    FROM due WHERE hook."id" = due."id"
    RETURNING hook."id", hook."lease", hook."keyId", hook."url", hook."feed", hook."filter", hook."secret", hook."position", hook."tried", hook."attempts", hook."stop"`;
}

/** Moves on to a position before which there is nothing to deliver. False when the lease is lost. */
export async function advance(db: Db, { id, lease }: Held, position: bigint): Promise<boolean> {
  return kept(
    await db.$executeRaw`
      UPDATE "Webhook" SET "position" = ${position}, "tried" = NULL, "attempts" = 0, "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond'
      WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`,
  );
}

/** Records that the event at this position was delivered, and moves on to it. False when the lease is lost. */
export async function recordDelivery(db: Db, { id, lease }: Held, position: bigint): Promise<boolean> {
  return kept(
    await db.$executeRaw`
      UPDATE "Webhook" SET "position" = ${position}, "tried" = NULL, "attempts" = 0, "lastDeliveredAt" = now(), "lastFailure" = NULL, "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond'
      WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`,
  );
}

/** Records the `attempts`th failed attempt at the event `seq`, and releases the lease; the retry is due in `milliseconds`. */
export async function scheduleRetry(
  db: Db,
  { id, lease }: Held,
  { seq, attempts, failure }: { seq: bigint; attempts: number; failure: string },
  milliseconds: number,
): Promise<void> {
  await db.$executeRaw`
    UPDATE "Webhook" SET "tried" = ${seq}, "attempts" = ${attempts}, "lastFailedAt" = now(), "lastFailure" = ${failure},
      "dueAt" = now() + ${milliseconds}::float8 * interval '1 millisecond', "lease" = NULL, "leasedUntil" = NULL
    WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`;
}

/** Gives the event up: stores a dead letter and moves on past the event, both or neither. False when the lease is lost. */
export async function deadLetter(
  prisma: PrismaClient,
  { id, lease }: Held,
  { seq, eventId, attempts, failure }: { seq: bigint; eventId: string; attempts: number; failure: string },
): Promise<boolean> {
  return prisma.$transaction(async (db) => {
    const moved = await db.$executeRaw`
      UPDATE "Webhook" SET "position" = ${seq}, "tried" = NULL, "attempts" = 0, "lastFailedAt" = now(), "lastFailure" = ${failure},
        "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond'
      WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`;
    if (!kept(moved)) return false;
    // It may be a dead letter already: a replay of the whole feed passes here again.
    await db.$executeRaw`
      INSERT INTO "WebhookDelivery" ("id", "webhookId", "seq", "eventId", "attempts", "failure", "diedAt")
      VALUES (${newId()}::uuid, ${id}::uuid, ${seq}, ${eventId}::uuid, ${attempts}, ${failure}, now())
      ON CONFLICT ("webhookId", "seq") DO UPDATE
        SET "state" = 'DEAD', "attempts" = EXCLUDED."attempts", "failure" = EXCLUDED."failure", "diedAt" = EXCLUDED."diedAt", "deliveredAt" = NULL`;
    return true;
  });
}

/** Stops the webhook until replayWebhook is called. */
export async function stopWebhook(db: Db, { id, lease }: Held, stop: WebhookStop, failure: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Webhook" SET "stop" = ${stop}::"WebhookStop", "lastFailedAt" = now(), "lastFailure" = ${failure}, "lease" = NULL, "leasedUntil" = NULL
    WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`;
}

/** Releases the lease. The webhook is due again in `milliseconds`, after those that have waited longer. */
export async function releaseLease(db: Db, { id, lease }: Held, milliseconds = 0): Promise<void> {
  await db.$executeRaw`
    UPDATE "Webhook" SET "dueAt" = now() + ${milliseconds}::float8 * interval '1 millisecond', "lease" = NULL, "leasedUntil" = NULL
    WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`;
}

/** Releases all leases: for a process that knows that it is the only one, at its start. */
export async function releaseAllLeases(db: Db): Promise<void> {
  await db.webhook.updateMany({ where: { lease: { not: null } }, data: { lease: null, leasedUntil: null } });
}

/** The dead letters that are to be sent again, oldest first. */
export async function queuedDeliveries(db: Db, { id }: Held) {
  return db.webhookDelivery.findMany({
    where: { webhookId: id, state: "QUEUED" },
    orderBy: { seq: "asc" },
    take: 10, // the rest with the next lease: new events must not wait for all of them
    select: { id: true, seq: true, eventId: true },
  });
}

/** Records the new attempt at a dead letter: `failure` is null when it succeeded. The webhook's own stop or retry keeps its reason. False when the lease is lost. */
export async function settleDelivery(db: Db, { id, lease }: Held, deliveryId: string, failure: string | null): Promise<boolean> {
  return kept(
    await db.$executeRaw`
      WITH held AS (UPDATE "Webhook" SET "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond',
          "lastDeliveredAt" = CASE WHEN ${failure}::text IS NULL THEN now() ELSE "lastDeliveredAt" END,
          "lastFailure" = CASE WHEN ${failure}::text IS NULL AND "stop" IS NULL AND "attempts" = 0 THEN NULL ELSE "lastFailure" END
        WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid RETURNING "id")
      UPDATE "WebhookDelivery" AS delivery SET "attempts" = delivery."attempts" + 1,
        "state" = CASE WHEN ${failure}::text IS NULL THEN 'DELIVERED' ELSE 'DEAD' END::"WebhookDeliveryState",
        "deliveredAt" = CASE WHEN ${failure}::text IS NULL THEN now() END, "failure" = COALESCE(${failure}, delivery."failure")
      FROM held WHERE delivery."webhookId" = held."id" AND delivery."id" = ${deliveryId}::uuid`,
  );
}

const kept = (rows: number) => rows > 0;
