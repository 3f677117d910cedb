import { afterAll, beforeAll, expect, test } from "vitest";
import { pruneFeed } from "../../../src/feed/follow/retention.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordVerified } from "../../kit/records.ts";
import { subscribeSse, subscribeWs, type Subscriber } from "../../kit/subscriber.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty", { streams: { bookmarkMilliseconds: 1000 }, feed: { recent: 5 } });
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const feed = `subscription($after: String, $filter: ReleaseFilter) { releaseFeed(after: $after, filter: $filter) { __typename ... on FeedBookmark { cursor } ... on FeedEvent { cursor releaseId } } }`;
const page = "query($after: String) { feed(after: $after, first: 100) { edges { cursor node { releaseId } } } }";
const roads: [string, typeof subscribeWs][] = [
  ["WebSocket", subscribeWs],
  ["SSE", subscribeSse],
];
const verifyOne = async (at: Hub = hub, key: string = verifier) => (await recordVerified(at, key)).release;
const item = async (subscriber: Subscriber) => (await subscriber.next()).data!["releaseFeed"];
const refusal = async (subscriber: Subscriber) =>
  JSON.stringify(await Promise.race([subscriber.ended, subscriber.next().then((answer) => answer.errors)]));

test.each(roads)(
  "an idle stream is told how far it is, also past events that are not for it, and goes on there: over %s",
  async (_road, subscribe) => {
    await using idle = subscribe(hub.url, { query: feed, variables: { filter: { nationality: "CO" } } });
    const first = await item(idle);
    await verifyOne();
    // A bookmark may still tell of the time before.
    let second = await item(idle);
    while (second.cursor === first.cursor) second = await item(idle);
    expect([first.__typename, second.__typename]).toEqual(["FeedBookmark", "FeedBookmark"]);
    await using resumed = subscribe(hub.url, { query: feed, variables: { after: second.cursor } });
    const next = await verifyOne();
    expect((await resumed.nextEvent())["releaseId"]).toBe(next);
  },
);

test("events that are no longer in memory come from the database, in the same order, without a seam", async () => {
  const { data } = await hub.send("{ feed(first: 1) { pageInfo { endCursor } } }");
  for (let nth = 0; nth < 9; nth += 1) await verifyOne();
  const after = data["feed"].pageInfo.endCursor as string;
  const paged = (await hub.send(page, { after })).data["feed"].edges.map((edge: { cursor: string }) => edge.cursor);
  await using subscriber = subscribeWs(hub.url, { query: feed, variables: { after } });
  const told: string[] = [];
  for (const _ of paged) told.push((await item(subscriber)).cursor);
  expect(told).toEqual(paged);
  expect((await item(subscriber)).__typename).toBe("FeedBookmark");
});

test("a browser's stream that broke off goes on behind the last event that it has had", async () => {
  const { data } = await hub.send(page, { after: null });
  const [, second, third] = data["feed"].edges;
  const url = `${hub.url}?query=${encodeURIComponent(`subscription { releaseFeed(after: "${data["feed"].edges[0].cursor}") { ... on FeedEvent { cursor } } }`)}`;
  const response = await fetch(url, { headers: { accept: "text/event-stream", "last-event-id": second.cursor } });
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.includes("data: ")) break;
  }
  expect(text).toContain(`id: ${third.cursor}`);
  expect(text).not.toContain(second.cursor);
});

// Copies of one template are one database at one moment: what two copies do differently is what a restored database does differently.
test("a cursor of a future that a restored database does not have is told as diverged, before and after other events came in its place", async () => {
  await using restored = await startHub("empty");
  const key = await restored.newKey("VERIFIER");
  const { data } = await hub.send(page, { after: null });
  const after = data["feed"].edges[2].cursor as string;
  for (const subscribe of [subscribeWs, subscribeSse]) {
    await using early = subscribe(restored.url, { query: feed, variables: { after } });
    expect(await refusal(early)).toContain("CURSOR_DIVERGED");
  }
  for (let nth = 0; nth < 4; nth += 1) await verifyOne(restored, key);
  await using late = subscribeWs(restored.url, { query: feed, variables: { after } });
  expect(await refusal(late)).toContain("CURSOR_DIVERGED");
  expect((await restored.send(page, { after })).errors?.[0]?.extensions["code"]).toBe("CURSOR_DIVERGED");
});

test("events expire in two steps: first their cursors are refused, and only what was refused long enough is deleted", async () => {
  const { prisma } = hub.database;
  const edges = (await hub.send(page, { after: null })).data["feed"].edges as { cursor: string; node: { releaseId: string } }[];
  const [first, last] = [edges[0]!, edges.at(-1)!];
  const hours = 1;
  await pruneFeed(prisma, hours, new Date());
  await using untouched = subscribeWs(hub.url, { query: feed, variables: { after: first.cursor } });
  expect((await item(untouched)).cursor).toBe(edges[1]!.cursor);

  const later = new Date(Date.now() + 2 * 3_600_000);
  const count = await prisma.feedEvent.count();
  await pruneFeed(prisma, hours, later);
  await pruneFeed(prisma, hours, later);
  expect(await prisma.feedEvent.count()).toBe(count);
  await expect(prisma.feedEvent.deleteMany({ where: { seq: 1n } })).rejects.toThrow(/prisma/);
  await expect(prisma.hub.update({ where: { id: 1 }, data: { feedFloor: 0 } })).rejects.toThrow(/prisma/);
  for (const [, subscribe] of roads) {
    await using expired = subscribe(hub.url, { query: feed, variables: { after: first.cursor } });
    expect(await refusal(expired)).toContain("CURSOR_EXPIRED");
  }
  expect((await hub.send(page, { after: first.cursor })).errors?.[0]?.extensions["code"]).toBe("CURSOR_EXPIRED");

  await prisma.$executeRaw`ALTER TABLE "Hub" DISABLE TRIGGER floor_rises`;
  await prisma.$executeRaw`UPDATE "Hub" SET "feedFloorAt" = now() - interval '5 minutes'`;
  await pruneFeed(prisma, hours, later);
  expect(await prisma.feedEvent.count()).toBe(1);
  await using kept = subscribeWs(hub.url, { query: feed, variables: { after: last.cursor } });
  const next = await verifyOne();
  expect((await kept.nextEvent())["releaseId"]).toBe(next);
  await using expired = subscribeWs(hub.url, { query: feed, variables: { after: first.cursor } });
  expect(await refusal(expired)).toContain("CURSOR_EXPIRED");
});
