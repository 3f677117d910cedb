/** The laws of graphql-transport-ws (PROTOCOL.md of graphql-ws), against this door; and that no message harms anybody but the socket it came on. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { startHub, type Hub } from "../../kit/hub.ts";
import { openSocket, socketOf } from "../socket.ts";

let hub: Hub;
let bystander: Awaited<ReturnType<typeof socketOf>>;
beforeAll(async () => {
  hub = await startHub("empty");
  bystander = await socketOf(hub);
});
afterAll(async () => {
  bystander.socket.terminate();
  await hub[Symbol.asyncDispose]();
});

const message = (type: string, more: object = {}) => JSON.stringify({ type, ...more });
const subscribe = (id: unknown, payload: unknown = { query: "{ __typename }" }) => message("subscribe", { id, payload });
const nested = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;
const feed = "subscription { releaseFeed { __typename } }";

/** Nobody else is harmed: a socket that was there before still has its answers. */
async function othersLiveOn() {
  const before = bystander.received.length;
  bystander.socket.send(message("ping"));
  await bystander.until(before + 1);
  expect(bystander.received.at(-1)).toEqual({ type: "pong" });
}

describe("a message closes its own socket and no other", () => {
  test.each<[string, string, number]>([
    ["that is no JSON", "{", 4400],
    ["that is empty", "", 4400],
    ["that is a number", "1", 4400],
    ["that is null", "null", 4400],
    ["that is an array", "[]", 4400],
    ["without a type", "{}", 4400],
    ["whose type is a number", '{"type":1}', 4400],
    ["whose type is an array, deeply", `{"type":${nested(5000)}}`, 4400],
    ["of no known type", message("hello"), 4400],
    ["of the older protocol", message("start", { id: "1", payload: { query: "{ __typename }" } }), 4400],
    ["of a type that every object has", message("__proto__"), 4400],
    ["that only a server sends: connection_ack", message("connection_ack"), 4400],
    ["that only a server sends: next", message("next", { id: "1", payload: { data: {} } }), 4400],
    ["that only a server sends: error", message("error", { id: "1", payload: [{ message: "x" }] }), 4400],
    ["ping whose payload is nested 4,500 levels", `{"type":"ping","payload":{"a":${nested(4500)}}}`, 4400],
    ["ping whose payload is nested 100,000 levels", `{"type":"ping","payload":{"a":${nested(100_000)}}}`, 4400],
    ["ping whose payload is an array", '{"type":"ping","payload":[]}', 4400],
    ["ping whose payload is an array nested 4,500 levels", `{"type":"ping","payload":${nested(4500)}}`, 4400],
    ["ping whose payload is text", '{"type":"ping","payload":"x"}', 4400],
    ["ping that is larger than a ping may be", message("ping", { payload: { a: "x".repeat(5000) } }), 4400],
    ["pong whose payload is nested 4,500 levels", `{"type":"pong","payload":{"a":${nested(4500)}}}`, 4400],
    ["pong that is larger than a pong may be", message("pong", { payload: { a: "x".repeat(5000) } }), 4400],
    ["connection_init once more", message("connection_init"), 4429],
    ["connection_init that is nested 4,500 levels", `{"type":"connection_init","payload":{"authorization":${nested(4500)}}}`, 4400],
    ["subscribe without an id", message("subscribe", { payload: { query: "{ __typename }" } }), 4400],
    ["subscribe with an empty id", subscribe(""), 4400],
    ["subscribe whose id is a number", subscribe(1), 4400],
    ["subscribe whose id is 300 characters", subscribe("x".repeat(300)), 4400],
    ["subscribe without a payload", message("subscribe", { id: "1" }), 4400],
    ["subscribe without a query", subscribe("1", {}), 4400],
    ["subscribe whose query is an object", subscribe("1", { query: {} }), 4400],
    ["subscribe whose variables are text", subscribe("1", { query: "{ __typename }", variables: "x" }), 4400],
    ["subscribe whose operationName is a number", subscribe("1", { query: "{ __typename }", operationName: 1 }), 4400],
    ["subscribe whose extensions are an array", subscribe("1", { query: "{ __typename }", extensions: [] }), 4400],
    ["complete without an id", message("complete"), 4400],
    ["complete with an empty id", message("complete", { id: "" }), 4400],
    ["complete that is larger than it may be", message("complete", { id: "x".repeat(2000) }), 4400],
    ["of more than a megabyte", message("ping", { payload: { a: "x".repeat(1_100_000) } }), 1009],
  ])("%s", async (_what, text, code) => {
    const { socket, closed } = await socketOf(hub);
    socket.send(text);
    expect((await closed).code).toBe(code);
    await othersLiveOn();
  });

  test("that comes in binary frames is read like text", async () => {
    const { socket, received, until } = await socketOf(hub);
    socket.send(Buffer.from(message("ping")), { binary: true });
    await until(2);
    expect(received[1]).toEqual({ type: "pong" });
    socket.terminate();
  });
});

describe("a connection", () => {
  const first = async (text: string) => {
    const bare = openSocket(hub.url, ["graphql-transport-ws"]);
    bare.socket.on("open", () => bare.socket.send(text));
    return (await bare.closed).code;
  };
  test.each<[string, string, number]>([
    ["that subscribes before it is let in", subscribe("1"), 4401],
    ["whose key is none", message("connection_init", { payload: { authorization: "Bearer none" } }), 4401],
    ["whose key is an object", message("connection_init", { payload: { authorization: { a: 1 } } }), 4401],
    ["whose key is nested 4,500 levels", `{"type":"connection_init","payload":{"authorization":${nested(4500)}}}`, 4400],
    ["whose greeting is larger than it may be", message("connection_init", { payload: { a: "x".repeat(20_000) } }), 4400],
  ])("%s is closed", async (_what, text, code) => expect(await first(text)).toBe(code));

  test("without the subprotocol is closed with 4406", async () => {
    expect((await openSocket(hub.url, []).closed).code).toBe(4406);
  });

  test("is acknowledged once, and may ping before and after", async () => {
    const bare = openSocket(hub.url, ["graphql-transport-ws"]);
    bare.socket.on("open", () => {
      for (const text of [message("ping"), message("connection_init"), message("ping", { payload: { a: 1 } })]) bare.socket.send(text);
    });
    const received = await bare.until(3);
    expect(received.map(({ type }) => String(type)).toSorted((a, b) => a.localeCompare(b))).toEqual(["connection_ack", "pong", "pong"]);
    expect(received.find(({ payload }) => payload)?.payload).toEqual({ a: 1 });
    bare.socket.terminate();
  });

  test("that says pong unasked stays open, as does one that completes what it has not begun", async () => {
    const { socket, received, until } = await socketOf(hub);
    for (const text of [message("pong"), message("complete", { id: "none" }), message("ping")]) socket.send(text);
    await until(2);
    expect(received.at(-1)).toEqual({ type: "pong" });
    socket.terminate();
  });
});

describe("an operation", () => {
  test("that fails is answered by error on its own id, without complete, and its id can be used again", async () => {
    const { socket, received, until } = await socketOf(hub);
    for (const [nth, query] of ["{", "{ nope }", "query A { __typename } query B { __typename }"].entries()) {
      socket.send(subscribe("1", { query }));
      await until(nth + 2);
      expect(received.at(-1)).toMatchObject({ id: "1", type: "error", payload: [{ message: expect.any(String) }] });
    }
    socket.send(subscribe("1"));
    await until(6);
    expect(received.slice(4).map(({ id, type }) => `${id} ${type}`)).toEqual(["1 next", "1 complete"]);
    socket.terminate();
  });

  test("whose variables are nested without end is refused on its own id", async () => {
    const { socket, received, until } = await socketOf(hub);
    socket.send(`{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":{"a":${nested(20_000)}}}}`);
    await until(2);
    expect(received[1]).toMatchObject({ id: "1", type: "error", payload: [{ extensions: { code: "QUERY_TOO_LARGE" } }] });
    socket.terminate();
  });

  test("under an id that is in use closes the socket with 4409", async () => {
    const { socket, closed } = await socketOf(hub);
    for (const text of [subscribe("1", { query: feed }), subscribe("1", { query: feed })]) socket.send(text);
    expect((await closed).code).toBe(4409);
  });

  test("that the client completes says nothing more, and its id is free at once", async () => {
    const { socket, received, until } = await socketOf(hub);
    socket.send(subscribe("1", { query: feed }));
    await until(2);
    for (const text of [message("complete", { id: "1" }), subscribe("1"), message("ping")]) socket.send(text);
    await until(5);
    expect(
      received
        .slice(1)
        .map(({ type }) => type)
        .toSorted((a: string, b: string) => a.localeCompare(b)),
    ).toEqual(["complete", "next", "next", "pong"]);
    socket.terminate();
  });

  test.each(["constructor", "__proto__", "é☃", " "])("may have the id %j", async (id) => {
    const { socket, received, until } = await socketOf(hub);
    socket.send(subscribe(id));
    await until(3);
    expect(received.slice(1)).toMatchObject([
      { id, type: "next" },
      { id, type: "complete" },
    ]);
    socket.terminate();
  });
});

test("what ws writes itself and frames that are written beside it never mix on one socket", async () => {
  const { socket, received, until } = await socketOf(hub);
  // Bookmarks are written to the wire as whole frames; pongs and answers go through ws, in between.
  const rounds = 40;
  for (let round = 1; round <= 5; round += 1) {
    for (let nth = 0; nth < rounds; nth += 1) {
      socket.ping();
      socket.send(message("ping", { payload: { nth } }));
      socket.send(subscribe(`feed ${nth}`, { query: feed }));
      socket.send(subscribe(`query ${nth}`));
    }
    // A pong, a bookmark, an answer and its completion each.
    await until(1 + rounds * 4 * round);
    for (let nth = 0; nth < rounds; nth += 1) socket.send(message("complete", { id: `feed ${nth}` }));
  }
  const kinds = Map.groupBy(received, ({ id, type }) => `${type} ${String(id).split(" ")[0]}`);
  expect(Object.fromEntries(Array.from(kinds, ([kind, those]) => [kind, those.length]))).toEqual({
    "connection_ack undefined": 1,
    "pong undefined": rounds * 5,
    "next feed": rounds * 5,
    "next query": rounds * 5,
    "complete query": rounds * 5,
  });
  expect(socket.readyState).toBe(WebSocket.OPEN);
  socket.terminate();
}, 30_000);
