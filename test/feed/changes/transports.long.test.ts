/** The feed of changes keeps the promises of the feed of releases: the same changes in one order by query, socket, SSE and webhook, from any cursor, without gap or repeat. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { pruneChanges } from "../../../src/feed/follow/retention.ts";
import { call, changeFields, readChanges, type ToldChange } from "../../kit/changes.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { startReceiver, type Receiver } from "../../kit/receiver.ts";
import { recordCorroborated, recordDetainee, recordVerified } from "../../kit/records.ts";
import { subscribeSse, subscribeWs, type Subscriber } from "../../kit/subscriber.ts";
import { webhookMutation } from "../../kit/webhooks.ts";

let hub: Hub;
let receiver: Receiver;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty", { webhooks: { allowPrivate: true, pollMilliseconds: 50 } });
  receiver = await startReceiver();
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => {
  await receiver[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

const query = `subscription($after: String, $filter: ChangeFilter) { changeFeed(after: $after, filter: $filter) { ${changeFields} } }`;
const take = async (stream: Subscriber, many: number): Promise<ToldChange[]> => {
  const taken: ToldChange[] = [];
  while (taken.length < many) {
    const { data, errors } = await stream.next();
    if (!data) throw new Error(JSON.stringify(errors));
    taken.push(data["changeFeed"] as ToldChange);
  }
  return taken;
};
const ids = (changes: readonly ToldChange[]) => changes.map(({ eventId }) => eventId);

test("every transport tells the same changes in the same order, live and from any cursor", async () => {
  const { end } = await readChanges(hub);
  await webhookMutation(hub, "createWebhook", { url: receiver.url, feed: "CHANGES", after: end }, await hub.newKey("PARTNER"));
  const live = [subscribeWs(hub.url, { query, variables: { after: end } }), subscribeSse(hub.url, { query, variables: { after: end } })];
  await recordVerified(hub, verifier);
  await call(hub, "recordSource", { slug: "north", name: "North", kind: "NGO", timeZone: "Atlantic/Reykjavik" });
  const { changes } = await readChanges(hub, end, { key: null });
  expect(changes.length).toBeGreaterThan(10);
  for (const stream of live) {
    expect(ids(await take(stream, changes.length))).toEqual(ids(changes));
    await stream[Symbol.asyncDispose]();
  }
  const deliveries = await receiver.until(changes.length);
  expect(deliveries.map(({ json }) => json.data.changeFeed.eventId as string)).toEqual(ids(changes));
  expect(deliveries.map(({ headers }) => headers["webhook-id"])).toEqual(ids(changes));
  for (const at of [0, 3, changes.length - 2]) {
    await using resumed = subscribeWs(hub.url, { query, variables: { after: changes[at]!.cursor } });
    expect(ids(await take(resumed, changes.length - at - 1))).toEqual(ids(changes.slice(at + 1)));
  }
});

test("a stream of Server-Sent Events goes on after its Last-Event-ID", async () => {
  const { end } = await readChanges(hub);
  await recordCorroborated(hub);
  const { changes } = await readChanges(hub, end, { key: null });
  const response = await fetch(`${hub.url}?${new URLSearchParams({ query: `subscription { changeFeed { eventId } }` })}`, {
    headers: { accept: "text/event-stream", "last-event-id": changes[1]!.cursor },
  });
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.split("event: next").length > changes.length - 2) break;
  }
  const told = [...text.matchAll(/^id: (.+)$/gm)].map(([, id]) => id);
  expect(told).toEqual(changes.slice(2).map(({ cursor }) => cursor));
});

test("a cursor of the feed of releases is none of this one, and the other way round", async () => {
  const { data } = await hub.send("{ feed(first: 1) { pageInfo { endCursor } } changes(first: 1) { pageInfo { endCursor } } }");
  const asked = async (field: string, after: string) => {
    const { errors } = await hub.send(`{ ${field}(after: "${after}", first: 1) { pageInfo { endCursor } } }`);
    return errors?.[0]?.extensions["code"] as unknown;
  };
  expect(await asked("changes", data["feed"].pageInfo.endCursor)).toBe("CURSOR_INVALID");
  expect(await asked("feed", data["changes"].pageInfo.endCursor)).toBe("CURSOR_INVALID");
  expect(await asked("changes", data["changes"].pageInfo.endCursor)).toBeUndefined();
});

test("bookmarks come to whoever asks for them: first that the stream is live", async () => {
  const asked = `subscription { changeFeed(bookmarks: true, filter: { kinds: [MERGED] }) { kind cursor noun recordId record { id } withdrawn } }`;
  await using stream = subscribeWs(hub.url, { query: asked });
  expect((await stream.next()).data!["changeFeed"]).toMatchObject({
    kind: "BOOKMARK",
    noun: null,
    recordId: null,
    record: null,
    withdrawn: false,
  });
});

test("a webhook of changes takes the filter of changes, and one of releases its own; what it is not told it passes by", async () => {
  const key = await hub.newKey("PARTNER");
  const wrong = await webhookMutation(hub, "createWebhook", { url: receiver.url, feed: "CHANGES", filter: { stage: "EFFECTED" } }, key);
  expect(wrong["issues"]).toEqual([{ path: "input.filter", expected: "changes, which is the filter of the feed CHANGES" }]);
  const before = receiver.deliveries.length;
  const { end } = await readChanges(hub);
  await webhookMutation(hub, "createWebhook", { url: receiver.url, feed: "CHANGES", changes: { nouns: ["DETAINEE"] } }, key);
  const person = await recordDetainee(hub);
  const { changes } = await readChanges(hub, end, { key: null });
  await expect
    .poll(() => receiver.deliveries.slice(before).map(({ json }) => json.data.changeFeed?.recordId as string))
    .toEqual(expect.arrayContaining([person, person]));
  expect(changes.length).toBe(1);
});

test("what has expired is refused by its cursor, deleted a while later, and what is kept goes on", async () => {
  const { prisma } = hub.database;
  const { changes } = await readChanges(hub);
  const [first] = changes;
  await prisma.$transaction((db) => db.$executeRaw`SELECT 1`);
  await pruneChanges(prisma, 0, new Date(Date.now() + 60_000));
  const asked = async (after: string | null) => {
    const { data, errors } = await hub.send("query($after: String) { changes(after: $after, first: 5) { edges { node { eventId } } } }", {
      after,
    });
    return errors?.[0]?.extensions["code"] ?? data["changes"].edges.length;
  };
  expect(await asked(first!.cursor)).toBe("CURSOR_EXPIRED");
  const last = changes.at(-1)!.cursor;
  expect(await asked(last)).toBe(0);
  await expect(prisma.$executeRaw`DELETE FROM "Change"`).rejects.toThrow("append-only");
  await prisma.$executeRaw`ALTER TABLE "Hub" DISABLE TRIGGER floor_rises`;
  await prisma.$executeRaw`UPDATE "Hub" SET "changeFloorAt" = now() - interval '10 minutes'`;
  await prisma.$executeRaw`ALTER TABLE "Hub" ENABLE TRIGGER floor_rises`;
  await pruneChanges(prisma, 0, new Date(Date.now() + 60_000));
  expect(await prisma.change.count()).toBe(1);
  await recordDetainee(hub);
  expect(await asked(last)).toBe(1);
});
