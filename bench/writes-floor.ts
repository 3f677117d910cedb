/** What PostgreSQL takes for the rows of a verification alone: one statement and its commit, with the same locks and triggers, and nothing read or judged. */
import pg from "pg";
import { locks } from "../src/db/locks.ts";
import { feedChannel } from "../src/domain/outbox.ts";

const byHand = `
  CREATE FUNCTION pg_temp.verify(release uuid) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE moment timestamptz; decision uuid := gen_random_uuid();
  BEGIN
    PERFORM FROM "Clock" WHERE "id" = 1 FOR NO KEY UPDATE;
    PERFORM pg_advisory_xact_lock(${locks.moment});
    UPDATE "Clock" SET "recordedUpTo" = GREATEST(clock_timestamp(), "recordedUpTo" + interval '1 millisecond') WHERE "id" = 1 RETURNING "recordedUpTo" INTO moment;
    INSERT INTO "Verification" ("id", "eventId", "ordinal", "state", "policyVersion", "acknowledged", "failedRules", "decidedBy", "decidedAt")
      SELECT decision, release, before."ordinal" + 1, 'VERIFIED', before."policyVersion", before."acknowledged", '[]', 'floor', moment
      FROM "CustodyEvent" AS event JOIN "Verification" AS before ON before."id" = event."verificationId" WHERE event."id" = release;
    INSERT INTO "_VerificationClaims" SELECT "A", decision FROM "_VerificationClaims" WHERE "B" = (SELECT "verificationId" FROM "CustodyEvent" WHERE "id" = release);
    INSERT INTO "_VerificationRoots" SELECT "A", decision FROM "_VerificationRoots" WHERE "B" = (SELECT "verificationId" FROM "CustodyEvent" WHERE "id" = release);
    UPDATE "CustodyEvent" SET "state" = 'VERIFIED', "verificationId" = decision, "rulesMissing" = NULL WHERE "id" = release;
    PERFORM pg_advisory_xact_lock(${locks.feedAppend}), pg_notify('${feedChannel}', '');
    INSERT INTO "FeedEvent" ("eventId", "type", "releaseId", "beforeState", "afterState", "occurredAt")
      VALUES (gen_random_uuid(), 'RELEASE_VERIFIED', release, 'CORROBORATED', 'VERIFIED', moment);
    INSERT INTO "AuditEntry" ("actor", "action", "entity", "entityId", "detail")
      VALUES ('floor', 'verifyRelease', 'CustodyEvent', release, '{"before": "CORROBORATED", "after": "VERIFIED"}');
  END $$`;

/** Writes them for the releases, over so many connections at once. Returns how many a second. */
export async function writeByHand(url: string, releases: readonly string[], connections: number): Promise<number> {
  await using things = new AsyncDisposableStack();
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client(url);
      await client.connect();
      things.defer(() => client.end());
      await client.query(byHand);
      return client;
    }),
  );
  const left = [...releases];
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let release = left.pop(); release !== undefined; release = left.pop())
        await client.query({ name: "verify", text: "SELECT pg_temp.verify($1)", values: [release] });
    }),
  );
  return (releases.length / (performance.now() - began)) * 1000;
}
