import type { ServerResponse } from "node:http";
import { expect, test } from "vitest";
import { CursorInvalid } from "../../src/errors.ts";
import { openFeed } from "../../src/feed/feed.ts";
import { serveWebhooks } from "../../src/webhooks/deliver.ts";
import { freshDatabase } from "../kit/database.ts";
import { startHub, startHubOn, type Hub } from "../kit/hub.ts";
import { startReceiver, type Receiver } from "../kit/receiver.ts";
import { recordVerified } from "../kit/records.ts";
import { listWebhooks, releasesOf, webhookMutation } from "../kit/webhooks.ts";

const webhooks = { allowPrivate: true, pollMilliseconds: 50, wait: () => 50 };

async function verify(hub: Hub, count: number): Promise<string[]> {
  const verifier = await hub.newKey("VERIFIER");
  const releases: string[] = [];
  while (releases.length < count) releases.push((await recordVerified(hub, verifier)).release);
  return releases;
}
/** A receiver whose answers wait until the test lets them go. */
const held = (receiver: Receiver) => {
  const waiting: ServerResponse[] = [];
  receiver.answer = (_delivery, response) => void waiting.push(response);
  return {
    letGo(answer: Receiver["answer"]) {
      receiver.answer = answer;
      for (const response of waiting.splice(0)) response.writeHead(200).end();
    },
  };
};

test("several hubs on one database deliver each event to each webhook once, in order", async () => {
  await using hub = await startHub("empty", { webhooks });
  await using _second = await startHubOn(hub.database, { webhooks });
  const receivers = await Promise.all(Array.from({ length: 4 }, () => startReceiver()));
  try {
    for (const receiver of receivers) await webhookMutation(hub, "createWebhook", { url: receiver.url });
    const releases = await verify(hub, 8);
    // One more, when all of it is through: what was told twice stands before it.
    for (const receiver of receivers) await receiver.until(releases.length);
    releases.push(...(await verify(hub, 1)));
    for (const receiver of receivers) await receiver.until(releases.length);
    for (const receiver of receivers) expect(releasesOf(receiver)).toEqual(releases);
  } finally {
    for (const receiver of receivers) await receiver[Symbol.asyncDispose]();
  }
});

test("a replay that is asked for while a delivery is under way is not lost to it", async () => {
  await using hub = await startHub("empty", { webhooks });
  await using receiver = await startReceiver();
  const { webhook } = await webhookMutation(hub, "createWebhook", { url: receiver.url });
  const releases = await verify(hub, 3);
  await receiver.until(3);
  const answers = held(receiver);
  releases.push(...(await verify(hub, 1)));
  await receiver.until(4);
  await webhookMutation(hub, "replayWebhook", { webhook: webhook.id, after: "" });
  answers.letGo(200);
  await receiver.until(8);
  const marker = await verify(hub, 1);
  await receiver.until(9);
  expect(releasesOf(receiver)).toEqual([...releases, ...releases, ...marker]);
});

test("a hub that stops lets a delivery under way end, and the next hub goes on behind it", async () => {
  await using database = await freshDatabase("empty");
  await using receiver = await startReceiver();
  const answers = held(receiver);
  const first = await startHubOn(database, { webhooks: { ...webhooks, graceMilliseconds: 60_000 } });
  await webhookMutation(first, "createWebhook", { url: receiver.url });
  const releases = await verify(first, 4);
  await receiver.until(1);
  const stopped = first[Symbol.asyncDispose]();
  answers.letGo(200);
  await stopped;
  expect(receiver.deliveries).toHaveLength(1);
  await using next = await startHubOn(database, { webhooks });
  await receiver.until(4);
  releases.push(...(await verify(next, 1)));
  await receiver.until(5);
  expect(releasesOf(receiver)).toEqual(releases);
});

test("a webhook whose place the feed does not hold any more stands still and says so, until somebody chooses where to go on", async () => {
  // Its own serving sleeps until the next event: the one with the refusing feed is alone.
  await using hub = await startHub("empty", { webhooks: { pollMilliseconds: 3_600_000 } });
  const after = (await hub.send("{ feed(first: 1) { pageInfo { endCursor } } }")).data["feed"].pageInfo.endCursor as string;
  await verify(hub, 1);
  const { webhook } = await webhookMutation(hub, "createWebhook", { url: "https://hooks.example.org/", after });
  const { prisma } = hub.database;
  const [{ id: webhookId }, { seq, eventId }] = [await prisma.webhook.findFirstOrThrow(), await prisma.feedEvent.findFirstOrThrow()];
  await prisma.webhookDelivery.create({
    data: { id: eventId, webhookId, seq, eventId, state: "QUEUED", attempts: 12, failure: "answered 500", diedAt: new Date() },
  });
  const feed = await openFeed(hub.database);
  const refusal = () => Promise.reject(new CursorInvalid("The feed begins later than this."));
  const serving = serveWebhooks(hub.database, { RELEASES: feed, CHANGES: feed }, refusal, { pollMilliseconds: 20 });
  const look = async () => (await listWebhooks(hub))[0]!;
  await expect.poll(look).toMatchObject({
    state: "STOPPED",
    stop: "CURSOR_INVALID",
    lastFailure: "CURSOR_INVALID: The feed begins later than this.",
    // What is forgotten cannot be sent again: the letter stays dead, and the asking ends.
    deliveries: {
      edges: [{ node: { state: "DEAD", attempts: 13, failure: "the feed no longer keeps the event, or the key may no longer see it" } }],
    },
  });
  await serving.stop();
  await feed.stop();
  expect(await webhookMutation(hub, "replayWebhook", { webhook: webhook.id, after })).toMatchObject({
    webhook: { state: "ACTIVE", stop: null },
  });
});
