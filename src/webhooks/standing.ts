/** The state of all webhooks of the hub together, for its operator. */
import type { Db } from "../db/database.ts";
import { usableKeySql } from "../domain/access/key-viewer.ts";

export type Standing = {
  readonly state: "active" | "retrying" | "stopped";
  readonly webhooks: number;
  readonly deadLetters: number;
  /** Seconds since the append of the oldest event that one of them has not yet passed; 0 when there is none. */
  readonly lag: number;
};

/** One entry for each state. Webhooks of revoked keys are not counted. */
export async function standingOfWebhooks(db: Db): Promise<Standing[]> {
  return db.$queryRaw<Standing[]>`
    WITH hook AS (
      SELECT hook."id", COALESCE(hook."tried", hook."position" + 1) AS "next", hook."feed",
        CASE WHEN hook."stop" IS NOT NULL THEN 'stopped' WHEN hook."attempts" > 0 THEN 'retrying' ELSE 'active' END AS "state",
        (SELECT count(*) FROM "WebhookDelivery" WHERE "webhookId" = hook."id" AND "state" = 'DEAD') AS "deadLetters"
      FROM "Webhook" AS hook JOIN "ApiKey" AS key ON key."id" = hook."keyId" WHERE ${usableKeySql("key")}),
    standing AS (
      SELECT "state", count(hook."id")::int AS "webhooks", COALESCE(sum(hook."deadLetters"), 0)::int AS "deadLetters", min(hook."next") FILTER (WHERE hook."feed" = 'RELEASES') AS "next", min(hook."next") FILTER (WHERE hook."feed" = 'CHANGES') AS "nextChange"
      FROM (VALUES ('active'), ('retrying'), ('stopped')) AS states("state") LEFT JOIN hook USING ("state") GROUP BY "state")
    SELECT "state", "webhooks", "deadLetters", COALESCE(EXTRACT(EPOCH FROM clock_timestamp() -
      LEAST((SELECT "appendedAt" FROM "FeedEvent" WHERE "seq" >= standing."next" ORDER BY "seq" LIMIT 1),
        (SELECT "appendedAt" FROM "ChangeSet" WHERE "base" + "size" >= standing."nextChange" ORDER BY "base" LIMIT 1))), 0)::float8 AS "lag"
    FROM standing`;
}
