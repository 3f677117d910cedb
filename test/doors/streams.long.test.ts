import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import type { AppOptions } from "../../src/app.ts";
import { startHub, type Hub } from "../kit/hub.ts";
import { metric, metricBecomes } from "../kit/metrics.ts";
import { recordVerified } from "../kit/records.ts";
import { socketOf } from "./socket.ts";
import { subscribeSse, subscribeWs } from "../kit/subscriber.ts";

const query = "subscription { releaseFeed { __typename } }";
const subscribeMessage = (id: string, text = query) => JSON.stringify({ id, type: "subscribe", payload: { query: text } });

const until = async (holds: () => boolean) => {
  await expect.poll(holds).toBe(true);
};
const hubWith = (streams: AppOptions["streams"]) => startHub("empty", { streams: streams! });

describe("keys", () => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await startHub("empty");
  });
  afterAll(async () => hub[Symbol.asyncDispose]());
  const newKey = async () => {
    const { data } = await hub.send(
      `mutation { createApiKey(input: { name: "partner", scopes: [PARTNER, EDITOR] }) { ... on CreateApiKeyPayload { secret key { id } } } }`,
    );
    return data["createApiKey"] as { secret: string; key: { id: string } };
  };

  test("that are revoked close what is open with them, also when nothing happens, and leave the others alone", async () => {
    const { secret, key } = await newKey();
    const other = await newKey();
    const idle = await socketOf(hub, secret);
    const following = await socketOf(hub, secret);
    following.socket.send(subscribeMessage("1"));
    const bystander = await socketOf(hub, other.secret);
    await using stream = subscribeSse(hub.url, { query }, secret);
    await stream.next();
    await hub.send(`mutation { revokeApiKey(input: { key: "${key.id}" }) { __typename } }`);
    expect([(await idle.closed).code, (await following.closed).code]).toEqual([4401, 4401]);
    expect(JSON.stringify(await stream.next())).toContain("UNAUTHENTICATED");
    await stream.ended;
    expect(bystander.socket.readyState).toBe(WebSocket.OPEN);
    expect((await socketOf(hub, secret).then(({ closed }) => closed)).code).toBe(4401);
    bystander.socket.terminate();
  });

  test("that lose a scope close what is open with them as forbidden, and what they hold still opens", async () => {
    const { secret, key } = await newKey();
    await hub.send(`mutation { updateApiKey(input: { key: "${key.id}", scopes: [PARTNER, EDITOR, VERIFIER] }) { __typename } }`);
    const { closed } = await socketOf(hub, secret);
    await using stream = subscribeSse(hub.url, { query }, secret);
    await stream.next();
    await hub.send(`mutation { updateApiKey(input: { key: "${key.id}", scopes: [PARTNER] }) { __typename } }`);
    expect((await closed).code).toBe(4403);
    expect(JSON.stringify(await stream.next())).toContain("FORBIDDEN");
    const { socket } = await socketOf(hub, secret);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    socket.terminate();
  });
});

test("one socket has so many subscriptions and no more, and those it has live on", async () => {
  await using hub = await hubWith({ subscriptionsPerSocket: 3 });
  const { socket, received } = await socketOf(hub);
  for (const id of ["1", "2", "3", "4"]) socket.send(subscribeMessage(id));
  await until(() => received.length === 5);
  expect(received.find(({ id }) => id === "4")).toMatchObject({
    type: "error",
    payload: [{ extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } }],
  });
  socket.send(JSON.stringify({ id: "1", type: "complete" }));
  socket.send(subscribeMessage("5"));
  await until(() => received.some(({ id, type }) => id === "5" && type === "next"));
  socket.terminate();
});

test("one address and one key have so many connections and no more, on both roads together", async () => {
  await using hub = await hubWith({ socketsPerAddress: 4, socketsPerKey: 2 });
  const key = await hub.newKey("PARTNER");
  const open = [await socketOf(hub, key), await socketOf(hub, key)];
  expect(await (await socketOf(hub, key)).closed).toMatchObject({ code: 1013, reason: expect.stringContaining("TOO_MANY_SOCKETS") });
  const stream = (authorization?: string) =>
    fetch(`${hub.url}?query=${encodeURIComponent(query)}`, {
      headers: { accept: "text/event-stream", ...(authorization ? { authorization } : {}) },
    });
  const refused = await stream(`Bearer ${key}`);
  expect([refused.status, (await refused.json()).errors[0].extensions.code]).toEqual([429, "TOO_MANY_SOCKETS"]);
  open.push(await socketOf(hub), await socketOf(hub));
  expect(await (await socketOf(hub)).closed).toMatchObject({ code: 1013, reason: expect.stringContaining("TOO_MANY_SOCKETS") });
  expect((await stream()).status).toBe(429);
  open[0]!.socket.close();
  await metricBecomes(hub.url, "paradero_streams", 'transport="websocket"', 3);
  const again = await socketOf(hub, key);
  expect(again.socket.readyState).toBe(WebSocket.OPEN);
  for (const { socket } of [...open, again]) socket.terminate();
});

test("behind a proxy that is trusted, the address is the one that the proxy saw", async () => {
  await using hub = await startHub("empty", { trustProxy: true, streams: { socketsPerAddress: 1 } });
  const from = (forwarded: string) => socketOf(hub, undefined, { headers: { "x-forwarded-for": forwarded } });
  const [one, other] = [await from("198.51.100.1"), await from("198.51.100.2")];
  expect((await (await from("203.0.113.9, 198.51.100.1")).closed).code).toBe(1013);
  for (const { socket } of [one, other]) socket.terminate();
});

test("who gives no sign of life is gone after two pings", async () => {
  await using hub = await hubWith({ pingMilliseconds: 500 });
  const dead = await socketOf(hub, undefined, { autoPong: false });
  const alive = await socketOf(hub);
  expect((await dead.closed).code).toBe(1006);
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
  alive.socket.terminate();
});

test("who does not read is closed with 1013 and bounded in memory, while its neighbours are served", async () => {
  await using hub = await hubWith({ stallMilliseconds: 1000, subscriptionsPerSocket: 1000 });
  const verifier = await hub.newKey("VERIFIER");
  for (let nth = 0; nth < 4; nth += 1) await recordVerified(hub, verifier);
  const first = (await hub.send("{ feed(first: 1) { edges { cursor } } }")).data["feed"].edges[0].cursor as string;
  const fields = Array.from({ length: 400 }, (_, nth) => `n${nth}: releaseId`).join(" ");
  const large = `subscription { releaseFeed(after: "${first}") { ... on FeedEvent { ${fields} } } }`;
  const { socket, closed } = await socketOf(hub);
  (socket as unknown as { _socket: { pause(): void } })._socket.pause();
  // Some 30 KB times 3 events times 600 subscriptions: far more than the kernel takes.
  for (let nth = 0; nth < 600; nth += 1) socket.send(subscribeMessage(String(nth), large));
  await using neighbour = subscribeWs(hub.url, { query });
  await neighbour.next();
  await metricBecomes(hub.url, "paradero_closes_total", 'code="1013"', 1);
  await recordVerified(hub, verifier);
  expect((await neighbour.next()).data!["releaseFeed"].__typename).toBe("ReleaseVerified");
  await metricBecomes(hub.url, "paradero_subscriptions", "", 1);
  socket.terminate();
  await closed;
});

test("messages out of turn close the socket with the protocol's codes", async () => {
  await using hub = await startHub("empty");
  const sending = async (...messages: string[]) => {
    const { socket, closed } = await socketOf(hub);
    for (const message of messages) socket.send(message);
    return (await closed).code;
  };
  expect(await sending("nonsense")).toBe(4400);
  expect(await sending(JSON.stringify({ id: "1", type: "next", payload: {} }))).toBe(4400);
  expect(await sending(JSON.stringify({ type: "connection_init" }))).toBe(4429);
  expect(await sending(subscribeMessage("1"), subscribeMessage("1"))).toBe(4409);
  const bare = (protocol: string[], first?: string) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(hub.url.replace(/^http/, "ws"), protocol);
      socket.on("open", () => first && socket.send(first));
      socket.on("close", resolve);
      socket.on("error", () => {});
    });
  expect(await bare(["graphql-transport-ws"], subscribeMessage("1"))).toBe(4401);
  expect(await bare(["graphql-transport-ws"])).toBe(4408);
  expect(await bare([])).toBe(4406);
});

test("variables that are nested without end are refused on their own id, and the neighbours live on", async () => {
  await using hub = await startHub("empty");
  const { socket, received } = await socketOf(hub);
  socket.send(subscribeMessage("1"));
  const text = "subscription($after: String) { releaseFeed(after: $after) { __typename } }";
  const deep = `${"[".repeat(20_000)}1${"]".repeat(20_000)}`;
  socket.send(subscribeMessage("2", text).replace(/\}\}$/, `,"variables":{"after":${deep}}}}`));
  await until(() => received.some(({ id, type }) => id === "2" && type === "error"));
  expect(received.find(({ id }) => id === "2").payload).toMatchObject([{ extensions: { code: "QUERY_TOO_LARGE" } }]);
  socket.send(JSON.stringify({ id: "3", type: "subscribe", payload: { query: "{ __typename }" } }));
  await until(() => received.some(({ id, type }) => id === "3" && type === "next"));
  socket.terminate();
});

test("a query and a mutation over WebSocket are answered once and completed, and ids can be used again", async () => {
  await using hub = await startHub("empty");
  const { socket, received } = await socketOf(hub, hub.key);
  for (const text of [
    "{ __typename }",
    `mutation { recordSource(input: { slug: "one", name: "One", kind: NGO, timeZone: "UTC" }) { __typename } }`,
  ]) {
    received.length = 0;
    socket.send(subscribeMessage("é☃", text));
    await until(() => received.length === 2);
    expect(received.map(({ id, type }) => [id, type])).toEqual([
      ["é☃", "next"],
      ["é☃", "complete"],
    ]);
  }
  received.length = 0;
  socket.send(subscribeMessage("é☃"));
  await until(() => received.length === 1);
  expect(received[0]).toMatchObject({ id: "é☃", type: "next" });
  socket.terminate();
});

test("a hub that stops sends its sockets away in waves, and lets no further ones in", async () => {
  const hub = await hubWith({ waveMilliseconds: 3000 });
  const sockets = [];
  for (let nth = 0; nth < 900; nth += 100) sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => socketOf(hub)))));
  expect(await metric(hub.url, "paradero_streams", 'transport="websocket"')).toBe(900);
  const stopped = hub[Symbol.asyncDispose]();
  expect((await fetch(new URL("/ready", hub.url))).status).toBe(503);
  const late = new WebSocket(hub.url.replace(/^http/, "ws"), "graphql-transport-ws");
  expect(String(await new Promise((resolve) => late.on("error", resolve)))).toContain("503");
  const ends = await Promise.all(sockets.map(({ closed }) => closed));
  expect(new Set(ends.map(({ code }) => code))).toEqual(new Set([1012]));
  // The longest pause is the one behind the first wave: the second is not sent on its heels, however slow the machine is.
  const times = ends.map(({ at }) => at).toSorted((a, b) => a - b);
  const pauses = times.slice(1).map((at, nth) => at - times[nth]!);
  expect(pauses.indexOf(Math.max(...pauses))).toBe(499);
  await stopped;
});
