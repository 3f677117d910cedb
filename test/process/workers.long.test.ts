import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { copyWorld } from "../kit/database.ts";
import type { Hub } from "../kit/hub.ts";
import { metric, metricBecomes } from "../kit/metrics.ts";
import { runCommand, startProcess } from "../kit/process.ts";
import { recordVerified } from "../kit/records.ts";
import { subscribeWs } from "../kit/subscriber.ts";
import { webhookMutation } from "../kit/webhooks.ts";

const key = "a-key-for-these-tests";
let world: Awaited<ReturnType<typeof copyWorld>>;
let home: string;
let env: Record<string, string | undefined>;
beforeEach(async () => {
  [world, home] = [await copyWorld("empty"), await mkdtemp(join(tmpdir(), "paradero-home-"))];
  env = { DATABASE_URL: world.where.databaseUrl ?? "", PARADERO_HOME: world.where.home ?? home, PARADERO_KEY: key };
});
afterEach(async () => {
  await rm(home, { recursive: true, force: true });
  await world.dispose();
});

const childrenOf = (pid: number) =>
  execFileSync("pgrep", ["-P", String(pid)], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map(Number);

async function oneAfterAnother(): Promise<void> {
  const running = await startProcess(env, "--workers", "2");
  const client = {
    async send(query: { toString(): string }, variables: object = {}, sender: string | null = key) {
      const response = await fetch(running.url, {
        method: "POST",
        // Each request on a connection of its own, so that both workers get some.
        headers: { "content-type": "application/json", authorization: `Bearer ${sender}`, connection: "close" },
        body: JSON.stringify({ query: String(query), variables }),
      });
      return { status: response.status, ...((await response.json()) as object) };
    },
  } as unknown as Hub;
  const verifier = (
    await client.send(`mutation { createApiKey(input: { name: "v", scopes: [VERIFIER] }) { ... on CreateApiKeyPayload { secret } } }`)
  ).data["createApiKey"].secret as string;
  const query =
    "subscription($after: String) { releaseFeed(after: $after) { ... on FeedBookmark { cursor } ... on FeedEvent { cursor releaseId } } }";
  const subscribers = Array.from({ length: 6 }, () => subscribeWs(running.url, { query }));
  const { cursor } = (await Promise.all(subscribers.map((subscriber) => subscriber.next()))).at(-1)!.data!["releaseFeed"];
  const verified: string[] = [];
  const verifyOne = async () => void verified.push((await recordVerified(client, verifier)).release);
  await verifyOne();
  for (const subscriber of subscribers) expect((await subscriber.next()).data!["releaseFeed"].releaseId).toBe(verified[0]);
  // The sum over both workers, whichever is asked. Each has its own group of this one question.
  expect(await metric(running.url, "paradero_subscriptions")).toBe(6);
  expect(await metric(running.url, "paradero_feed_executions_total", 'kind="event"')).toBe(
    await metric(running.url, "paradero_feed_groups"),
  );
  // What both read in the same database is not told twice.
  await webhookMutation(client, "createWebhook", { url: "https://hooks.example.org/", filter: { since: "2099-01-01T00:00:00Z" } });
  expect(await metric(running.url, "paradero_webhooks")).toBe(1);

  const [first, second] = childrenOf(running.pid);
  process.kill(first!, "SIGKILL");
  // Until the leader has noticed, it hands the dead worker connections.
  await expect.poll(() => childrenOf(running.pid)).not.toContain(first);
  // A worker answers: the one that is left, or one that has come since.
  await expect.poll(() => client.send("{ __typename }").catch(() => null)).toMatchObject({ status: 200 });
  await verifyOne();
  await expect.poll(() => childrenOf(running.pid)).toHaveLength(2);
  expect(childrenOf(running.pid)).toContain(second);
  await verifyOne();
  for (const _ of [1, 2, 3]) {
    await using resumed = subscribeWs(running.url, { query, variables: { after: cursor } });
    for (const release of verified) expect((await resumed.next()).data!["releaseFeed"].releaseId).toBe(release);
  }
  await metricBecomes(running.url, "paradero_feed_lag_events", "", 0);
  const ends = subscribers.map(({ ended }) => ended);
  expect(await running.kill("SIGTERM")).toMatchObject({ code: 0 });
  for (const end of await Promise.all(ends))
    expect((end as { code: number }).code === 1012 || (end as { code: number }).code === 1006).toBe(true);
  for (const subscriber of subscribers) await subscriber[Symbol.asyncDispose]();
}

async function refused(): Promise<void> {
  expect(await runCommand(["serve", "--workers", "2"], { ...env, PORT: "0" })).toMatchObject({
    code: 1,
    err: expect.stringMatching(/needs PostgreSQL.*DATABASE_URL/),
  });
}

const [law, holds] =
  inject("templates").engine === "postgresql"
    ? (["share a port and a feed, replace who dies, and stop together", oneAfterAnother] as const)
    : (["are refused on the embedded database, with what to do", refused] as const);
test(`several workers ${law}`, async () => expect(await holds()).toBeUndefined());

test("a number of workers that is none is wrong usage", async () => {
  for (const count of ["0", "many", "-1", "1000"]) expect(await runCommand(["serve", "--workers", count], env)).toMatchObject({ code: 2 });
});
