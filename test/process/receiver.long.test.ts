import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { freePort } from "../kit/process.ts";
import { decide, recordCorroborated } from "../kit/records.ts";
import { listWebhooks, webhookMutation } from "../kit/webhooks.ts";

const program = join(import.meta.dirname, "../../examples/receiver.ts");
let hub: Hub;
let children: ChildProcess[];
beforeEach(async () => {
  children = [];
  hub = await startHub("empty", { webhooks: { allowPrivate: true, pollMilliseconds: 50, wait: () => 50 } });
});
afterEach(async () => {
  for (const child of children) child.kill("SIGKILL");
  await hub[Symbol.asyncDispose]();
});

async function startExample(secret: string, port: number) {
  const child = spawn(process.execPath, [program, String(port)], { env: { WEBHOOK_SECRET: secret } });
  children.push(child);
  let out = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  const until = async (said: string) => {
    await expect.poll(() => out).toContain(said);
  };
  await until("waiting");
  return { until, lines: () => out.trim().split("\n").slice(1) };
}

test("the example of a receiver takes what the hub sends, once, and nothing that is forged, altered or old", async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const { secret, webhook } = await webhookMutation(hub, "createWebhook", { url });
  const receiver = await startExample(secret, port);
  const verifier = await hub.newKey("VERIFIER");
  const { release } = await recordCorroborated(hub, { name: "Somebody" });
  await decide(hub, "verifyRelease", { release }, verifier);
  await receiver.until("Somebody");

  // The hub does not know that it has arrived before: it sends it again, and is told that it is well.
  const arrivedAt = async () => (await listWebhooks(hub))[0]!["lastDeliveredAt"] as string | null;
  await expect.poll(arrivedAt).not.toBeNull();
  const first = await arrivedAt();
  await webhookMutation(hub, "replayWebhook", { webhook: webhook.id, after: "" });
  await expect.poll(arrivedAt).not.toBe(first);
  await decide(hub, "contestRelease", { release, publicNote: "A relative says otherwise." }, verifier);
  await receiver.until("ReleaseRetracted");
  expect(receiver.lines()).toEqual(["ReleaseVerified  Somebody", "ReleaseRetracted  Somebody"]);

  const body = JSON.stringify({ data: { releaseFeed: { __typename: "ReleaseVerified", release: { detainee: { name: "Nobody" } } } } });
  const sign = (at: Date, by = secret as string) => ({
    "webhook-id": "one",
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(by).sign("one", at, body),
  });
  const answerTo = async (headers: Record<string, string>, sent = body) =>
    (await fetch(url, { method: "POST", headers, body: sent })).status;
  const now = new Date();
  expect(await answerTo({})).toBe(401);
  expect(await answerTo(sign(now, `whsec_${Buffer.alloc(32).toString("base64")}`))).toBe(401);
  expect(await answerTo(sign(now), `${body} `)).toBe(401);
  expect(await answerTo({ ...sign(now), "webhook-id": "two" })).toBe(401);
  for (const minutes of [-6, 6]) expect(await answerTo(sign(new Date(now.getTime() + minutes * 60_000)))).toBe(401);
  expect(receiver.lines()).toHaveLength(2);
  // Among the signatures of a change of secrets, one that is right is enough.
  const right = sign(now);
  expect(await answerTo({ ...right, "webhook-signature": `v1,bm9uc2Vuc2U= ${right["webhook-signature"]}` })).toBe(204);
  await receiver.until("Nobody");
});

test("without a secret the example does not start: anybody could sign with an empty one", async () => {
  for (const secret of ["", "whsec_"]) {
    const child = spawn(process.execPath, [program, "0"], { env: { WEBHOOK_SECRET: secret } });
    children.push(child);
    const [said] = await once(child.stderr.setEncoding("utf8"), "data");
    expect(said).toContain("WEBHOOK_SECRET: expected");
    expect(await once(child, "close")).toEqual([1, null]);
  }
});
