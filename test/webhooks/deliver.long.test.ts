import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FollowReleasesDocument } from "../../generated/graphql.ts";
import { startHub, type Hub } from "../kit/hub.ts";
import { startReceiver } from "../kit/receiver.ts";
import { decide, localId, recordCorroborated, recordVerified } from "../kit/records.ts";
import { subscribeWs } from "../kit/subscriber.ts";
import { newWebhook, releasesOf, webhookMutation } from "../kit/webhooks.ts";

const attempts = 3;
let waitMilliseconds = 100;

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  const webhooks = { allowPrivate: true, pollMilliseconds: 50, timeoutMilliseconds: 3000, attempts, wait: () => waitMilliseconds };
  hub = await startHub("empty", { webhooks });
  verifier = await hub.newKey("VERIFIER", "EDITOR");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const verifyOne = async (person: object = {}) => (await recordVerified(hub, verifier, person)).release;
/** Ends the wait for the next attempt. */
const comeBackNow = (webhook: string) =>
  hub.database.prisma.webhook.update({ where: { id: localId(webhook) }, data: { dueAt: new Date(0) } });
const letterOf = async (look: () => Promise<Record<string, any>>) => (await look())["deliveries"].edges[0]?.node;

test("an event arrives signed, in the JSON that a subscription has, with its eventId as webhook-id and its cursor", async () => {
  await using receiver = await startReceiver();
  const { secret } = await newWebhook(hub, receiver);
  await using socket = subscribeWs(hub.url, { query: String(FollowReleasesDocument) });
  expect((await socket.next()).data!["releaseFeed"].__typename).toBe("FeedBookmark");
  const release = await verifyOne();
  const [delivery] = await receiver.until(1);
  const pushed = (await socket.next()).data!;
  expect(JSON.stringify(delivery!.json.data)).toBe(JSON.stringify(pushed));
  expect(pushed["releaseFeed"].release.id).toBe(release);
  expect(delivery!.json).toMatchObject({ eventId: pushed["releaseFeed"].eventId, cursor: pushed["releaseFeed"].cursor });
  expect(delivery!.headers["webhook-id"]).toBe(pushed["releaseFeed"].eventId);
  expect(new Webhook(secret).verify(delivery!.body, delivery!.headers as Record<string, string>)).toEqual(delivery!.json);
  expect(() =>
    new Webhook("whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA==").verify(delivery!.body, delivery!.headers as Record<string, string>),
  ).toThrow("No matching signature found");
});

test("a verification and its end arrive in order", async () => {
  await using receiver = await startReceiver();
  await newWebhook(hub, receiver);
  const release = await verifyOne();
  await receiver.until(1);
  await decide(hub, "contestRelease", { release, publicNote: "A relative says otherwise." }, verifier);
  const told = (await receiver.until(2)).map(({ json }) => json.data.releaseFeed);
  expect(told).toMatchObject([
    { __typename: "ReleaseVerified", release: { id: release } },
    { __typename: "ReleaseRetracted", release: { id: release }, afterState: "CONTESTED", publicNote: "A relative says otherwise." },
  ]);
});

test("a webhook begins now, or after a cursor, and a filter lets through what it names", async () => {
  await using fromNow = await startReceiver();
  await using fromThen = await startReceiver();
  await using filtered = await startReceiver();
  const { data } = await hub.send("{ feed(first: 100) { pageInfo { endCursor } } }");
  const before = await verifyOne();
  await newWebhook(hub, fromNow);
  await newWebhook(hub, fromThen, { after: data["feed"].pageInfo.endCursor });
  const { look } = await newWebhook(hub, filtered, { filter: { nationality: "CO" } });
  const colombian = await verifyOne({ nationalities: ["CO"] });
  const other = await verifyOne({ nationalities: ["VE"] });
  // What is not for it does not hold it up: its place comes to be behind all three.
  const last = (
    await hub.send(`{ feed(first: 100, after: ${JSON.stringify(data["feed"].pageInfo.endCursor)}) { pageInfo { endCursor } } }`)
  ).data["feed"];
  await expect.poll(look).toMatchObject({ cursor: last.pageInfo.endCursor, state: "ACTIVE" });
  const marker = await verifyOne({ nationalities: ["CO"] });
  await fromNow.until(3);
  await fromThen.until(4);
  await filtered.until(2);
  expect(releasesOf(fromNow)).toEqual([colombian, other, marker]);
  expect(releasesOf(fromThen)).toEqual([before, colombian, other, marker]);
  expect(releasesOf(filtered)).toEqual([colombian, marker]);
});

describe("a receiver that fails", () => {
  test("is tried again with the same webhook-id and a new signature, and what comes after waits: order is kept", async () => {
    await using receiver = await startReceiver();
    receiver.answer = (_delivery, response) => response.writeHead(receiver.deliveries.length < attempts ? 503 : 200).end();
    const { id, look } = await newWebhook(hub, receiver);
    // Until the test lets it, it does not come back.
    waitMilliseconds = 3_600_000;
    const releases = [await verifyOne(), await verifyOne()];
    await receiver.until(1);
    await expect.poll(look).toMatchObject({ state: "RETRYING", attempts: 1, lastFailure: "answered 503" });
    expect(receiver.deliveries).toHaveLength(1);
    waitMilliseconds = 100;
    await comeBackNow(id);
    await receiver.until(attempts + 1);
    // Recovered: when it failed is history, why is no longer how it stands.
    await expect.poll(look).toMatchObject({ state: "ACTIVE", attempts: 0, lastFailure: null, lastFailedAt: expect.any(String) });
    expect(releasesOf(receiver)).toEqual([...Array.from({ length: attempts }, () => releases[0]), releases[1]]);
    const tries = receiver.deliveries.slice(0, attempts);
    expect(new Set(tries.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    // A signature is of its moment, to the second.
    const signed = (header: string) => new Set(tries.map(({ headers }) => headers[header])).size;
    expect(signed("webhook-signature")).toBe(signed("webhook-timestamp"));
  });

  test("too often makes a dead letter; the feed goes on, and a replay brings the letter home", async () => {
    await using receiver = await startReceiver();
    const { look, replay } = await newWebhook(hub, receiver);
    const before = await verifyOne();
    await receiver.until(1);
    const { release: poison } = await recordCorroborated(hub);
    receiver.answer = (delivery, response) => response.writeHead(delivery.json.data.releaseFeed.releaseId === poison ? 500 : 200).end();
    await decide(hub, "verifyRelease", { release: poison }, verifier);
    const after = [await verifyOne(), await verifyOne()];
    await receiver.until(1 + attempts + 2);
    expect(releasesOf(receiver)).toEqual([before, poison, poison, poison, ...after]);
    const { deliveries, state, lastFailure } = await look();
    expect({ state, lastFailure }).toEqual({ state: "ACTIVE", lastFailure: null });
    const [letter] = deliveries.edges.map((edge: any) => edge.node);
    expect(letter).toMatchObject({ state: "DEAD", attempts, failure: "answered 500", eventId: receiver.deliveries[1]!.json.eventId });

    expect(await replay({ delivery: letter.id })).toMatchObject({ changed: true });
    await receiver.until(1 + attempts + 3);
    await expect.poll(() => letterOf(look)).toMatchObject({ state: "DEAD", attempts: attempts + 1 });
    receiver.answer = 200;
    await replay({ delivery: letter.id });
    await expect.poll(() => letterOf(look)).toMatchObject({ state: "DELIVERED", attempts: attempts + 2 });
    expect(releasesOf(receiver).at(-1)).toBe(poison);
  });

  test("has recovered when a dead letter arrives after all, also when that was the latest", async () => {
    await using receiver = await startReceiver();
    const { look, replay } = await newWebhook(hub, receiver);
    receiver.answer = 500;
    await verifyOne();
    await expect.poll(look).toMatchObject({ state: "ACTIVE", lastFailure: "answered 500", lastDeliveredAt: null });
    await expect.poll(async () => (await look())["deliveries"].totalCount).toBe(1);
    receiver.answer = 200;
    await replay({ delivery: (await look())["deliveries"].edges[0].node.id });
    await expect.poll(look).toMatchObject({ lastFailure: null, lastDeliveredAt: expect.any(String) });

    // What stands still says why, whatever else arrives.
    receiver.answer = 410;
    await verifyOne();
    await expect.poll(look).toMatchObject({ state: "STOPPED", lastFailure: "answered 410" });
    receiver.answer = 200;
    await replay({ delivery: (await look())["deliveries"].edges[0].node.id });
    await receiver.until(attempts + 3);
    await expect.poll(() => letterOf(look)).toMatchObject({ state: "DELIVERED", attempts: attempts + 2 });
    expect(await look()).toMatchObject({ state: "STOPPED", lastFailure: "answered 410" });
  });

  test("by answering 410 is not asked again until a replay, which goes on after the given cursor", async () => {
    await using receiver = await startReceiver();
    await using neighbour = await startReceiver();
    const { look, replay } = await newWebhook(hub, receiver);
    await newWebhook(hub, neighbour);
    const { cursor } = await look();
    receiver.answer = 410;
    const releases = [await verifyOne()];
    await expect.poll(look).toMatchObject({ state: "STOPPED", stop: "GONE" });
    for (const count of [2, 3]) {
      releases.push(await verifyOne());
      await neighbour.until(count);
    }
    expect(receiver.deliveries).toHaveLength(1);
    receiver.answer = 200;
    expect(await replay({ after: cursor })).toMatchObject({ webhook: { state: "ACTIVE", stop: null } });
    await receiver.until(4);
    expect(releasesOf(receiver).slice(1)).toEqual(releases);
  });

  test("by silence or by a redirect has failed, and does not hold up another", async () => {
    await using silent = await startReceiver();
    await using redirecting = await startReceiver();
    await using well = await startReceiver();
    silent.answer = () => {};
    redirecting.answer = (_delivery, response) => response.writeHead(307, { location: well.url }).end();
    const webhooks = [await newWebhook(hub, silent), await newWebhook(hub, redirecting)];
    await newWebhook(hub, well);
    const release = await verifyOne();
    await well.until(1);
    await expect.poll(webhooks[0]!.look).toMatchObject({ lastFailure: "no answer within 3000 ms" });
    await expect.poll(webhooks[1]!.look).toMatchObject({ lastFailure: "answered 307 (redirects are not followed)" });
    expect(releasesOf(well)).toEqual([release]);
  });
});

test("a deleted webhook hears nothing more", async () => {
  await using receiver = await startReceiver();
  await using neighbour = await startReceiver();
  const { id, key } = await newWebhook(hub, receiver);
  await newWebhook(hub, neighbour);
  await verifyOne();
  await receiver.until(1);
  await webhookMutation(hub, "deleteWebhook", { webhook: id }, key);
  for (const count of [2, 3]) {
    await verifyOne();
    await neighbour.until(count);
  }
  expect(receiver.deliveries).toHaveLength(1);
});

test("a replay of the whole feed sends everything again, in order, with the ids that it had", async () => {
  await using receiver = await startReceiver();
  const { key, replay } = await newWebhook(hub, receiver);
  await verifyOne();
  await receiver.until(1);
  const all = (await hub.send("{ feed(first: 100) { edges { node { eventId } } } }", {}, key)).data["feed"].edges.map(
    (edge: any) => edge.node.eventId,
  );
  await replay({ after: "" });
  await receiver.until(1 + all.length);
  expect(receiver.deliveries.slice(1).map(({ headers }) => headers["webhook-id"])).toEqual(all);
});

test("a verification that was taken back while the receiver was away arrives as both events, in order, the first without content", async () => {
  await using receiver = await startReceiver();
  receiver.answer = 503;
  const { id, look } = await newWebhook(hub, receiver);
  waitMilliseconds = 3_600_000;
  const release = await verifyOne();
  await expect.poll(look).toMatchObject({ state: "RETRYING" });
  await decide(hub, "contestRelease", { release, publicNote: "A relative says otherwise." }, verifier);
  receiver.answer = 200;
  waitMilliseconds = 100;
  await comeBackNow(id);
  const told = (await receiver.until(3)).slice(1).map(({ json }) => json.data.releaseFeed);
  expect(told).toMatchObject([
    { __typename: "ReleaseVerified", releaseId: release, withdrawn: true, release: null },
    { __typename: "ReleaseRetracted", releaseId: release, withdrawn: false, afterState: "CONTESTED" },
  ]);
});
