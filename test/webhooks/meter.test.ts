import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { metric, metricBecomes } from "../kit/metrics.ts";
import { startReceiver } from "../kit/receiver.ts";
import { recordVerified } from "../kit/records.ts";
import { webhookMutation } from "../kit/webhooks.ts";

let hub: Hub;
let verifier: string;
let waitMilliseconds = 3_600_000;
beforeAll(async () => {
  hub = await startHub("empty", { webhooks: { allowPrivate: true, pollMilliseconds: 20, attempts: 2, wait: () => waitMilliseconds } });
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const becomes = (name: string, labels: string, expected: number) => metricBecomes(hub.url, `paradero_webhook${name}`, labels, expected);
const lag = (state: string) => metric(hub.url, "paradero_webhook_lag_seconds", `state="${state}"`);
const outcomes = ["delivered", "failed", "dead", "gone"];
const attempts = () => Promise.all(outcomes.map((outcome) => metric(hub.url, "paradero_webhook_attempts_total", `outcome="${outcome}"`)));

test("the metrics tell how attempts end, how the webhooks stand, what is given up, and how late the latest are", async () => {
  await using well = await startReceiver();
  await using failing = await startReceiver();
  await using gone = await startReceiver();
  const held: ServerResponse[] = [];
  well.answer = (_delivery, response) => void held.push(response);
  failing.answer = 503;
  gone.answer = 410;
  const { secret, key } = (
    await hub.send(
      `mutation { createApiKey(input: { name: "n", scopes: [PARTNER] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
    )
  ).data["createApiKey"];
  await webhookMutation(hub, "createWebhook", { url: well.url });
  const { webhook } = await webhookMutation(hub, "createWebhook", { url: failing.url });
  await webhookMutation(hub, "createWebhook", { url: gone.url }, secret);
  await becomes("s", 'state="active"', 3);
  expect([await lag("active"), await lag("retrying")]).toEqual([0, 0]);

  await recordVerified(hub, verifier);
  for (const state of ["active", "retrying", "stopped"]) await becomes("s", `state="${state}"`, 1);
  await well.until(1);
  // One has not answered yet, one has answered that it cannot; what stands still on purpose is not late.
  expect(await lag("active")).toBeGreaterThan(0);
  expect(await lag("retrying")).toBeGreaterThan(0);
  expect(await metric(hub.url, "paradero_webhook_lag_seconds", "stopped")).toBe(0);
  for (const response of held) response.end();
  await becomes("_lag_seconds", 'state="active"', 0);
  expect(await attempts()).toEqual([1, 1, 0, 1]);

  waitMilliseconds = 0;
  await webhookMutation(hub, "replayWebhook", { webhook: webhook.id, after: "" });
  await becomes("_dead_letters", "", 1);
  await becomes("s", 'state="active"', 2);
  expect(await lag("retrying")).toBe(0);
  expect(await attempts()).toEqual([1, 2, 1, 1]);

  await hub.send(`mutation { revokeApiKey(input: { key: "${key.id}" }) { __typename } }`);
  await becomes("s", 'state="stopped"', 0);
});

test("a database that does not answer leaves out what only it knows, and takes nothing else from the metrics", async () => {
  const names = async () => {
    const text = await (await fetch(new URL("/metrics", hub.url))).text();
    return new Set(Array.from(text.matchAll(/^(paradero_\w+)(?:\{.*\})? \S+$/gm), ([, name]) => name));
  };
  const asked = new Set(["paradero_webhooks", "paradero_webhook_dead_letters", "paradero_webhook_lag_seconds", "paradero_feed_lag_events"]);
  const before = await names();
  expect(before.intersection(asked)).toEqual(asked);
  await hub.database.prisma.$executeRawUnsafe(`ALTER TABLE "FeedEvent" RENAME TO "Away"`);
  try {
    expect(await names()).toEqual(before.difference(asked));
  } finally {
    await hub.database.prisma.$executeRawUnsafe(`ALTER TABLE "Away" RENAME TO "FeedEvent"`);
  }
  expect(await names()).toEqual(before);
});
