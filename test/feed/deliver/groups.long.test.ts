import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { metric, metricBecomes } from "../../kit/metrics.ts";
import { recordVerified } from "../../kit/records.ts";
import { subscribeSse, subscribeWs } from "../../kit/subscriber.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER", "EDITOR");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const feed = `subscription($after: String, $filter: ReleaseFilter) { releaseFeed(after: $after, filter: $filter) { __typename ... on FeedEvent { eventId cursor release { id state } } } }`;
const groups = () => metric(hub.url, "paradero_feed_groups");
const executions = () => metric(hub.url, "paradero_feed_executions_total", 'kind="event"');
const verifyOne = async (person: object = {}) => (await recordVerified(hub, verifier, person)).release;
type Subscribers = { next(): Promise<{ data?: Record<string, any> | null }>; [Symbol.asyncDispose](): PromiseLike<void> }[];
const dispose = (subscribers: Subscribers) => Promise.all(subscribers.map((subscriber) => subscriber[Symbol.asyncDispose]()));
const live = async (subscribers: Subscribers) => {
  for (const subscriber of subscribers) expect((await subscriber.next()).data!["releaseFeed"].__typename).toBe("FeedBookmark");
};

test("an event is executed once for each distinct subscription, however many subscribe, on both roads", async () => {
  const filters = [{}, { filter: { nationality: "VE" } }, { filter: { nationality: "VE", stage: "EFFECTED" } }];
  const subscribers = filters.flatMap((variables) =>
    Array.from({ length: 12 }, (_, nth) => (nth % 3 === 0 ? subscribeSse : subscribeWs)(hub.url, { query: feed, variables })),
  );
  await live(subscribers);
  expect(await groups()).toBe(filters.length);
  const before = await executions();
  const verified = [
    await verifyOne({ nationalities: ["VE"] }),
    await verifyOne({ nationalities: ["VE"] }),
    await verifyOne({ nationalities: ["VE"] }),
  ];
  for (const subscriber of subscribers)
    for (const release of verified) expect((await subscriber.next()).data!["releaseFeed"].release.id).toBe(release);
  expect((await executions()) - before).toBe(filters.length * verified.length);
  await dispose(subscribers);
  await metricBecomes(hub.url, "paradero_feed_groups", "", 0);
  await metricBecomes(hub.url, "paradero_subscriptions", "", 0);
});

test("subscriptions that differ in what they select, and not in their filter, are filtered by one statement an event", async () => {
  const aliases = Array.from({ length: 20 }, (_, n) => feed.replace("eventId", `n${n}: eventId`));
  const subscribers = aliases.map((query) => subscribeWs(hub.url, { query }));
  await live(subscribers);
  const filtered = () => metric(hub.url, "paradero_feed_reads_total", 'what="filter"');
  const [before, executed] = [await filtered(), await executions()];
  const release = await verifyOne();
  for (const subscriber of subscribers) expect((await subscriber.next()).data!["releaseFeed"].release.id).toBe(release);
  expect((await executions()) - executed).toBe(aliases.length);
  expect((await filtered()) - before).toBe(1);
  await dispose(subscribers);
  await metricBecomes(hub.url, "paradero_feed_groups", "", 0);
});

test("the same question written otherwise, or asked from another place in the feed, is the same subscription", async () => {
  const { data } = await hub.send("{ feed(first: 100) { pageInfo { endCursor } } }");
  const after = data["feed"].pageInfo.endCursor as string;
  const selection = "{ __typename ... on FeedEvent { eventId cursor release { id } } }";
  const subscribers = [
    subscribeWs(hub.url, { query: `subscription { releaseFeed ${selection} }` }),
    subscribeWs(hub.url, {
      query: `subscription {\n  # with a comment\n  releaseFeed(after: "${after}")\n${selection.replaceAll(" ", "\n")}\n}`,
    }),
    subscribeWs(hub.url, { query: `subscription($after: String) { releaseFeed(after: $after) ${selection} }`, variables: { after } }),
    subscribeWs(hub.url, { query: `subscription($c: String) { releaseFeed(after: $c) ${selection} } query Other { __typename }` }),
  ];
  await live(subscribers.slice(0, 3));
  await verifyOne();
  const told = await Promise.all(subscribers.slice(0, 3).map((subscriber) => subscriber.next()));
  expect(new Set(told.map((item) => JSON.stringify(item))).size).toBe(1);
  expect(await groups()).toBe(1);
  await dispose(subscribers);
});

test("subscribers with other rights are never served together", async () => {
  const editor = await hub.newKey("EDITOR");
  const other = await hub.newKey("EDITOR");
  const publics = [subscribeWs(hub.url, { query: feed }), subscribeSse(hub.url, { query: feed })];
  const editors = [subscribeWs(hub.url, { query: feed }, editor), subscribeSse(hub.url, { query: feed }, other)];
  await live([...publics, ...editors]);
  // What each editor reads of what is restricted is on record, and so executed for them alone.
  expect(await groups()).toBe(3);
  const hidden = await verifyOne({ visibility: "RESTRICTED" });
  const shown = await verifyOne();
  for (const subscriber of editors) {
    expect((await subscriber.next()).data!["releaseFeed"].release.id).toBe(hidden);
    expect((await subscriber.next()).data!["releaseFeed"].release.id).toBe(shown);
  }
  for (const subscriber of publics) expect((await subscriber.next()).data!["releaseFeed"].release.id).toBe(shown);
  await dispose([...publics, ...editors]);
});

test("a storm of reconnects that all want the same past costs the database a handful of statements", async () => {
  const { data } = await hub.send("{ feed(first: 1) { pageInfo { endCursor } } }", {}, null);
  const after = data["feed"].pageInfo.endCursor as string;
  const missed = (await hub.send("query($after: String) { feed(after: $after, first: 100) { edges { cursor } } }", { after }, null)).data[
    "feed"
  ].edges;
  const reads = async () =>
    (await metric(hub.url, "paradero_feed_reads_total", 'what="page"')) +
    (await metric(hub.url, "paradero_feed_reads_total", 'what="filter"'));
  const news = () => metric(hub.url, "paradero_feed_reads_total", 'what="news"');
  const [before, executed, asked, began] = [await reads(), await executions(), await news(), Date.now()];
  const subscribers = Array.from({ length: 200 }, () => subscribeWs(hub.url, { query: feed, variables: { after } }));
  await Promise.all(
    subscribers.map(async (subscriber) => {
      for (const { cursor } of missed) expect((await subscriber.next()).data!["releaseFeed"].cursor).toBe(cursor);
    }),
  );
  expect((await reads()) - before).toBeLessThan(6);
  // A rate, whatever time it takes: whether there is news is asked at most every 20 ms, besides the poll of each second and what notices wake.
  expect((await news()) - asked).toBeLessThan((Date.now() - began) / 20 + (Date.now() - began) / 1000 + 10);
  expect((await executions()) - executed).toBeLessThanOrEqual(missed.length * 2);
  await dispose(subscribers);
});
