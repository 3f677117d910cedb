/**
 * Turns: several processes serve the same webhooks, and at any time at most one of them works on one. It holds a lease that ends by itself; every step it writes names the lease, so that
 * whoever has lost it (stalled, or overtaken by a replay) changes nothing more. All times are the database's: the processes' own clocks may differ.
 */
import type { Db } from "../db/database.ts";
import type { Prisma, PrismaClient } from "../db/generated/prisma/client.ts";
import type { WebhookStop } from "../db/generated/prisma/enums.ts";
import { newId } from "../domain/identity.ts";

export type Turn = {
  readonly id: string;
  readonly lease: string;
  readonly keyId: string;
  readonly url: string;
  readonly filter: Prisma.JsonValue;
  readonly secret: Uint8Array;
  readonly position: bigint;
  readonly tried: bigint | null;
  readonly attempts: number;
  readonly stop: WebhookStop | null;
};
type Held = Pick<Turn, "id" | "lease">;

/** How long a turn is safe without a step. More than any one delivery may take. */
export const leaseMilliseconds = 20_000;

/** Takes up to `most` webhooks that have something to do before `head` and that nobody works on, those that are longest due first. */
export async function takeTurns(db: Db, head: bigint, most: number): Promise<Turn[]> {
  return db.$queryRaw<Turn[]>`
    WITH due AS MATERIALIZED (
      SELECT hook."id" FROM "Webhook" AS hook JOIN "ApiKey" AS key ON key."id" = hook."keyId"
      WHERE key."revokedAt" IS NULL AND hook."dueAt" <= now() AND (hook."leasedUntil" IS NULL OR hook."leasedUntil" < now())
        AND ((hook."stop" IS NULL AND hook."position" < ${head})
          OR EXISTS (SELECT FROM "WebhookDelivery" WHERE "webhookId" = hook."id" AND "state" = 'QUEUED'))
      ORDER BY hook."dueAt" LIMIT ${most} FOR UPDATE OF hook SKIP LOCKED)
    UPDATE "Webhook" AS hook SET "lease" = ${newId()}::uuid, "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond'
    FROM due WHERE hook."id" = due."id"
    RETURNING hook."id", hook."lease", hook."keyId", hook."url", hook."filter", hook."secret", hook."position", hook."tried", hook."attempts", hook."stop"`;
}

/** Nothing is left to do before this position: moves on to it. False when the turn is lost. */
export async function passOver(db: Db, { id, lease }: Held, position: bigint): Promise<boolean> {
  return kept(
    await db.$executeRaw`
      UPDATE "Webhook" SET "position" = ${position}, "tried" = NULL, "attempts" = 0, "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond'
      WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`,
  );
}

/** The event at this position has arrived: moves on behind it. False when the turn is lost. */
export async function arrived(db: Db, { id, lease }: Held, position: bigint): Promise<boolean> {
  return kept(
    await db.$executeRaw`
      UPDATE "Webhook" SET "position" = ${position}, "tried" = NULL, "attempts" = 0, "lastDeliveredAt" = now(), "lastFailure" = NULL, "leasedUntil" = now() + ${leaseMilliseconds} * interval '1 millisecond'
      WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`,
  );
}

/** The event at `seq` did not arrive, for the `attempts`th time, and will be tried again: ends the turn, the next not before `milliseconds` from now. */
export async function postpone(
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

/** The event did not arrive and is given up: a dead letter, and the webhook moves on behind it, both or neither. False when the turn is lost. */
export async function giveUp(
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
    // It may have died before: a replay of the whole feed comes by here once more.
    await db.$executeRaw`
      INSERT INTO "WebhookDelivery" ("id", "webhookId", "seq", "eventId", "attempts", "failure", "diedAt")
      VALUES (${newId()}::uuid, ${id}::uuid, ${seq}, ${eventId}::uuid, ${attempts}, ${failure}, now())
      ON CONFLICT ("webhookId", "seq") DO UPDATE
        SET "state" = 'DEAD', "attempts" = EXCLUDED."attempts", "failure" = EXCLUDED."failure", "diedAt" = EXCLUDED."diedAt", "deliveredAt" = NULL`;
    return true;
  });
}

/** The webhook stands still from here on, until somebody asks for a replay. */
export async function standStill(db: Db, { id, lease }: Held, stop: WebhookStop, failure: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "Webhook" SET "stop" = ${stop}::"WebhookStop", "lastFailedAt" = now(), "lastFailure" = ${failure}, "lease" = NULL, "leasedUntil" = NULL
    WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`;
}

/** Ends the turn; the next may begin after `milliseconds`, behind those that have waited longer. */
export async function endTurn(db: Db, { id, lease }: Held, milliseconds = 0): Promise<void> {
  await db.$executeRaw`
    UPDATE "Webhook" SET "dueAt" = now() + ${milliseconds}::float8 * interval '1 millisecond', "lease" = NULL, "leasedUntil" = NULL
    WHERE "id" = ${id}::uuid AND "lease" = ${lease}::uuid`;
}

/** Ends all turns: for a process that knows that it is the only one, and that those before it were cut short. */
export async function endEveryTurn(db: Db): Promise<void> {
  await db.webhook.updateMany({ where: { lease: { not: null } }, data: { lease: null, leasedUntil: null } });
}

/** The dead letters that somebody wants sent again, oldest first. */
export async function queuedDeliveries(db: Db, { id }: Held) {
  return db.webhookDelivery.findMany({
    where: { webhookId: id, state: "QUEUED" },
    orderBy: { seq: "asc" },
    take: 10, // the others at the next turn: what is new must get its turn too
    select: { id: true, seq: true, eventId: true },
  });
}

/** How the new attempt at a dead letter went: null for well, otherwise why not. What stops the webhook, or is to be tried again, keeps its reason. False when the turn is lost. */
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
