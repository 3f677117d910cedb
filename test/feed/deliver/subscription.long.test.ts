import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { metricBecomes } from "../../kit/metrics.ts";
import { decide, localId, recordCorroborated, recordDocument, recordEventClaim, recordSource, recordVerified } from "../../kit/records.ts";
import { subscribeSse, subscribeWs, type Item, type Subscriber } from "../../kit/subscriber.ts";

const verified = `subscription($after: String, $filter: ReleaseFilter) { releaseVerified(after: $after, filter: $filter) { cursor eventId occurredAt release { id state detainee { name } } } }`;
const feed = `subscription($after: String) { releaseFeed(after: $after) { __typename ... on FeedBookmark { cursor } ... on FeedEvent { cursor eventId release { id } } ... on ReleaseRetracted { afterState publicNote } } }`;

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const roads: [string, typeof subscribeWs][] = [
  ["WebSocket", subscribeWs],
  ["SSE", subscribeSse],
];
const payload = (item: Item) => item.data!["releaseVerified"];
const live = (hubUrl: string, subscribe: typeof subscribeWs, variables: Record<string, unknown> = {}) =>
  subscribe(hubUrl, { query: verified, variables });
const releaseIn = (item: Item) => payload(item).release?.id as string;
/** Resolves once so many subscribe: what is verified from then on is for them. */
const subscribed = (count: number) => metricBecomes(hub.url, "paradero_subscriptions", "", count);
afterEach(() => subscribed(0));

const verifyOne = async (person: object = {}, key = verifier) => (await recordVerified(hub, key, person)).release;

describe.each(roads)("over %s", (_road, subscribe) => {
  test("a verification reaches a live subscriber", async () => {
    await using subscriber = live(hub.url, subscribe);
    await subscribed(1);
    const release = await verifyOne();
    const { cursor, eventId, release: told } = payload(await subscriber.next());
    expect(told).toMatchObject({ id: release, state: "VERIFIED" });
    expect([cursor, eventId].every((text) => typeof text === "string" && text.length > 0)).toBe(true);
  });

  test("a subscriber who was away gets exactly what it missed, in order, and then what is new", async () => {
    let cursor: string;
    {
      await using before = live(hub.url, subscribe);
      await subscribed(1);
      await verifyOne();
      cursor = payload(await before.next()).cursor;
    }
    const missed = [await verifyOne(), await verifyOne(), await verifyOne()];
    await using after = live(hub.url, subscribe, { after: cursor });
    for (const release of missed) expect(releaseIn(await after.next())).toBe(release);
    for (const _ of [1, 2]) {
      const next = await verifyOne();
      expect(releaseIn(await after.next())).toBe(next);
    }
  });

  test("a subscription from now tells nothing of the past", async () => {
    await verifyOne();
    await using subscriber = live(hub.url, subscribe);
    await subscribed(1);
    const next = await verifyOne();
    expect(releaseIn(await subscriber.next())).toBe(next);
  });

  test("a filter lets through what it names and nothing else", async () => {
    await using subscriber = live(hub.url, subscribe, { filter: { nationality: "CO" } });
    await using small = live(hub.url, subscribe, { filter: { nationality: "co" } });
    await subscribed(2);
    await verifyOne({ nationalities: ["VE"] });
    const colombian = await verifyOne({ nationalities: ["VE", "CO"] });
    await verifyOne();
    const other = await verifyOne({ nationalities: ["CO"] });
    for (const each of [subscriber, small]) for (const release of [colombian, other]) expect(releaseIn(await each.next())).toBe(release);
  });

  test("a cursor that is none is a typed error", async () => {
    await using subscriber = live(hub.url, subscribe, { after: "bm9uc2Vuc2U" });
    const failure = await Promise.race([subscriber.ended, subscriber.next().then((item) => item.errors)]);
    expect(JSON.stringify(failure)).toContain("CURSOR_INVALID");
  });

  test("a restricted person's release is never told to the public, and an editor hears of it", async () => {
    const editor = await hub.newKey("EDITOR");
    await using anyone = live(hub.url, subscribe);
    await using editing = subscribe(hub.url, { query: verified }, editor);
    await subscribed(2);
    const both = await hub.newKey("VERIFIER", "EDITOR");
    const { release } = await recordCorroborated(hub, { visibility: "RESTRICTED" });
    // A verifier who does not see restricted people cannot decide on them either.
    expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({ code: "NOT_FOUND" });
    expect(await decide(hub, "verifyRelease", { release }, both)).toMatchObject({ changed: true });
    const open = await verifyOne();
    for (const told of [release, open]) expect(releaseIn(await editing.next())).toBe(told);
    expect(releaseIn(await anyone.next())).toBe(open);
  });
});

test.each(roads)("a key that is revoked while its subscription is open hears nothing more: over %s", async (_road, subscribe) => {
  const { secret, key } = (
    await hub.send(
      `mutation { createApiKey(input: { name: "editor", scopes: [EDITOR] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
    )
  ).data["createApiKey"];
  await using subscriber = subscribe(hub.url, { query: verified }, secret);
  await subscribed(1);
  await hub.send(`mutation { revokeApiKey(input: { key: "${key.id}" }) { __typename } }`);
  const release = await verifyOne({ visibility: "RESTRICTED" }, await hub.newKey("VERIFIER", "EDITOR"));
  const end = await subscriber.ended;
  expect(JSON.stringify([end, subscriber.rest()])).not.toContain(release);
  expect((await hub.send("{ __typename }")).status).toBe(200);
});

test("a release whose person has become restricted is replayed as a tombstone, without content", async () => {
  const { data } = await hub.send("{ feed(first: 100) { pageInfo { endCursor } } }");
  const release = await verifyOne();
  const after = data["feed"].pageInfo.endCursor as string;
  {
    await using before = live(hub.url, subscribeWs, { after });
    expect(payload(await before.next()).release.id).toBe(release);
  }
  const id = localId(release);
  await hub.database.prisma.detainee.updateMany({ where: { events: { some: { id } } }, data: { visibility: "RESTRICTED" } });
  await using replay = live(hub.url, subscribeWs, { after });
  expect(payload(await replay.next())).toMatchObject({ eventId: expect.any(String), release: null });
  const next = await verifyOne();
  expect(releaseIn(await replay.next())).toBe(next);
});

test("the feed tells a verification, its end, and why, in order, with a bookmark when it is live", async () => {
  await using subscriber: Subscriber = subscribeWs(hub.url, { query: feed });
  expect((await subscriber.next()).data!["releaseFeed"].__typename).toBe("FeedBookmark");
  const { release } = await recordCorroborated(hub);
  await decide(hub, "verifyRelease", { release }, verifier);
  const [source, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
  await recordEventClaim(hub, release, source, document, { stance: "DISPUTES", connection: "RELATIVE" });
  const told = [await subscriber.next(), await subscriber.next()].map((item) => item.data!["releaseFeed"]);
  expect(told).toMatchObject([
    { __typename: "ReleaseVerified", release: { id: release } },
    { __typename: "ReleaseRetracted", release: { id: release }, afterState: "CONTESTED" },
  ]);
  expect(told[1].publicNote).toBeTruthy();
});

test("the feed query pages the same events with the same cursors, and its end is where a subscription goes on", async () => {
  const query = `query($after: String) { feed(after: $after, first: 2) { edges { cursor node { eventId cursor } } pageInfo { hasNextPage endCursor } } }`;
  const paged: { cursor: string; eventId: string }[] = [];
  let after: string | null = null;
  for (let more = true; more;) {
    const { data }: { data: any } = await hub.send(query, { after }, null);
    paged.push(...data["feed"].edges.map(({ cursor, node }: any) => ({ cursor, eventId: node.eventId, same: cursor === node.cursor })));
    ({ hasNextPage: more, endCursor: after } = data["feed"].pageInfo);
  }
  expect(paged.every((edge) => (edge as { same?: boolean }).same)).toBe(true);
  const { data }: { data: any } = await hub.send(`{ feed(first: 1) { edges { cursor node { eventId } } } }`, {}, null);
  await using replay = subscribeWs(hub.url, { query: feed, variables: { after: data["feed"].edges[0].cursor } });
  const replayed: string[] = [];
  for (
    let item = (await replay.next()).data!["releaseFeed"];
    item.__typename !== "FeedBookmark";
    item = (await replay.next()).data!["releaseFeed"]
  )
    replayed.push(item.eventId);
  expect(replayed).toEqual(paged.slice(1).map(({ eventId }) => eventId));
  await using onward = live(hub.url, subscribeWs, { after });
  const next = await verifyOne();
  expect(payload(await onward.next()).release.id).toBe(next);
});

test("an invalid operation is answered on its own, and its neighbours on the socket live on", async () => {
  const { createClient } = await import("graphql-ws");
  const { default: WebSocket } = await import("ws");
  const client = createClient({ url: hub.url.replace(/^http/, "ws"), webSocketImpl: WebSocket, retryAttempts: 0, lazy: false });
  const received: unknown[] = [];
  const heard = Promise.withResolvers<void>();
  client.subscribe({ query: verified }, { next: (item) => heard.resolve(void received.push(item)), error: () => {}, complete: () => {} });
  const wide =
    "{ releaseVerified { release { detainee { releases(first: 100) { edges { node { detainee { releases(first: 100) { edges { node { claims(first: 100) { edges { node { id } } } } } } } } } } } } } }";
  const invalid: [string, RegExp][] = [
    ["subscription {", /GRAPHQL_PARSE_FAILED/],
    ["subscription { nope }", /GRAPHQL_VALIDATION_FAILED/],
    [`subscription ${wide}`, /QUERY_TOO_LARGE/],
    [`subscription { releaseVerified { release { facility ${"{ partOf ".repeat(20)} { id } ${"}".repeat(20)} } } }`, /QUERY_TOO_LARGE/],
    [`subscription { releaseVerified(after: ${"[".repeat(4000)}1${"]".repeat(4000)}) { cursor } }`, /QUERY_TOO_LARGE/],
  ];
  for (const [query, code] of invalid) {
    const failure = await new Promise((resolve) =>
      client.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve(undefined) }),
    );
    expect(JSON.stringify(failure)).toMatch(code);
    expect(failure).toBeInstanceOf(Array);
  }
  const overHttp = await fetch(hub.url, {
    method: "POST",
    headers: { accept: "text/event-stream", "content-type": "application/json" },
    body: JSON.stringify({ query: `subscription ${wide}` }),
  });
  expect(await overHttp.text()).toContain("QUERY_TOO_LARGE");
  await subscribed(1);
  const release = await verifyOne();
  await heard.promise;
  expect(received).toMatchObject([{ data: { releaseVerified: { release: { id: release } } } }]);
  await client.dispose();
});

test.each(["Bearer wrong", 5, {}])("a wrong key closes a WebSocket with 4401: %j", async (authorization) => {
  const { default: WebSocket } = await import("ws");
  const socket = new WebSocket(hub.url.replace(/^http/, "ws"), "graphql-transport-ws");
  const code = await new Promise((resolve) => {
    socket.on("open", () => socket.send(JSON.stringify({ type: "connection_init", payload: { authorization } })));
    socket.on("close", resolve);
  });
  expect(code).toBe(4401);
});

test("a subscription under continuous verification misses nothing and repeats nothing across reconnects", async () => {
  const releases: string[] = [];
  const seen: string[] = [];
  const { data } = await hub.send(`{ feed(first: 100) { pageInfo { endCursor hasNextPage } } }`);
  let cursor: string = data["feed"].pageInfo.endCursor;
  const prepared = await Promise.all(Array.from({ length: 12 }, () => recordCorroborated(hub)));
  const writing = (async () => {
    for (const { release } of prepared) {
      await decide(hub, "verifyRelease", { release }, verifier);
      releases.push(release);
    }
  })();
  for (let round = 0; seen.length < prepared.length; round += 1) {
    await using subscriber = live(hub.url, round % 2 === 0 ? subscribeWs : subscribeSse, { after: cursor });
    for (const item of [await subscriber.next(), ...subscriber.rest()]) {
      seen.push(releaseIn(item));
      cursor = payload(item).cursor;
    }
  }
  await writing;
  expect(seen).toEqual(releases);
});
