/** Whichever way a restricted record is read, it is on record who read it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticate } from "../../../../src/domain/access/key-viewer.ts";
import { startHub, type Hub } from "../../../kit/hub.ts";
import { startReceiver, type Receiver } from "../../../kit/receiver.ts";
import { localId, recordVerified } from "../../../kit/records.ts";
import { subscribeSse, subscribeWs, type Subscriber } from "../../../kit/subscriber.ts";
import { newWebhook } from "../../../kit/webhooks.ts";

let hub: Hub;
let detainee: string;
const streams: Subscriber[] = [];
let receiver: Receiver;
const keys: Record<string, string> = {};
const feed = "subscription Live { releaseFeed { __typename ... on FeedEvent { release { id detainee { name } } } } }";

beforeAll(async () => {
  const webhooks = { allowPrivate: true, pollMilliseconds: 50, timeoutMilliseconds: 3000 };
  hub = await startHub("empty", { webhooks, streams: { notesMilliseconds: 50 } });
  for (const way of ["post", "get", "ws", "sse", "webhook", "detainees", "inclusion", "ftm"]) keys[way] = await hub.newKey("EDITOR");
  streams.push(subscribeWs(hub.url, { query: feed }, keys["ws"]), subscribeSse(hub.url, { query: feed }, keys["sse"]));
  for (const stream of streams) await stream.next();
  receiver = await startReceiver();
  await newWebhook(hub, receiver, { key: keys["webhook"]! });
  ({ detainee } = await recordVerified(hub, await hub.newKey("VERIFIER", "EDITOR"), { visibility: "RESTRICTED" }));
});
afterAll(async () => {
  for (const each of [...streams, receiver]) await each[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

const look = () => `query Look { detainee(id: "${detainee}") { name } }`;
const fetched = async (path: string, way: string) => {
  const response = await fetch(new URL(path, hub.url), { headers: { authorization: `Bearer ${keys[way]}` } });
  expect(response.status).toBe(200);
  await response.text();
};

test.each<[string, () => Promise<unknown>]>([
  ["post", () => hub.send(look(), {}, keys["post"])],
  ["get", () => fetched(`/graphql?${new URLSearchParams({ query: look() })}`, "get")],
  ["ws", () => streams[0]!.nextEvent()],
  ["sse", () => streams[1]!.nextEvent()],
  ["webhook", () => receiver.until(1)],
  ["detainees", () => fetched("/export/detainees.jsonl", "detainees")],
  ["inclusion", () => fetched("/export/inclusion.csv", "inclusion")],
  ["ftm", () => fetched("/export/ftm.jsonl", "ftm")],
])("%s", async (way, read) => {
  await read();
  await expect
    .poll(async () => {
      const rows = await hub.database.prisma.auditEntry.findMany({ where: { action: "read" } });
      const { actor: holder } = await authenticate(hub.database.prisma, `Bearer ${keys[way]}`, new Date());
      return rows.filter(({ actor }) => actor === holder).map(({ detail }) => (detail as { Detainee?: string[] }).Detainee?.[0]);
    })
    .toContain(localId(detainee));
});
