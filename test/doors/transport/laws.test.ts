/** More laws of graphql-transport-ws: how operations live, answer and end. Which messages close a socket is in protocol.test.ts; codes of time and number are in test/doors/streams.long.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { metricBecomes } from "../../kit/metrics.ts";
import { recordVerified } from "../../kit/records.ts";
import { openSocket, socketOf } from "../socket.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const message = (type: string, more: object = {}) => JSON.stringify({ type, ...more });
const subscribe = (id: string, query: string, more: object = {}) => message("subscribe", { id, payload: { query, ...more } });
const kinds = (received: readonly any[]) => received.map(({ id, type }) => (id === undefined ? type : `${id} ${type}`));
const events = "subscription { releaseVerified { releaseId } }";
const feed = "subscription { releaseFeed { __typename } }";
/** A query that has to ask the database, so that what comes in the same moment is read before its answer. */
const slow = "{ sources(first: 1) { totalCount } }";

describe("the greeting", () => {
  test.each([
    ["has no payload", {}],
    ["has an empty payload", { payload: {} }],
    ["has what the hub does not know", { payload: { locale: "es", deep: { a: [1] } }, more: true }],
    ["has no key", { payload: { authorization: null } }],
  ])("is acknowledged when it %s", async (_what, more) => {
    const bare = openSocket(hub.url, ["graphql-transport-ws"]);
    bare.socket.on("open", () => bare.socket.send(message("connection_init", more)));
    expect(kinds(await bare.until(1))).toEqual(["connection_ack"]);
    bare.socket.terminate();
  });

  test("comes before all else: an operation sent right behind it, unacknowledged, closes the socket with 4401", async () => {
    const bare = openSocket(hub.url, ["graphql-transport-ws"]);
    bare.socket.on("open", () => {
      // A key has to be looked up: the acknowledgement cannot be out yet.
      bare.socket.send(message("connection_init", { payload: { authorization: `Bearer ${verifier}` } }));
      bare.socket.send(subscribe("1", "{ __typename }"));
    });
    expect((await bare.closed).code).toBe(4401);
    expect(kinds(bare.received)).not.toContain("1 next");
  });

  test("twice at once closes the socket with 4429, though the first is not answered yet", async () => {
    const bare = openSocket(hub.url, ["graphql-transport-ws"]);
    bare.socket.on("open", () => {
      for (let nth = 0; nth < 2; nth += 1)
        bare.socket.send(message("connection_init", { payload: { authorization: `Bearer ${verifier}` } }));
    });
    expect((await bare.closed).code).toBe(4429);
  });

  test("may offer other subprotocols, of which the known one is chosen", async () => {
    const bare = openSocket(hub.url, ["graphql-ws", "graphql-transport-ws"]);
    await new Promise((resolve) => bare.socket.on("open", resolve));
    expect(bare.socket.protocol).toBe("graphql-transport-ws");
    bare.socket.terminate();
  });
});

describe("an operation", () => {
  test("is the one of its document that is named, with its variables; a mutation runs once", async () => {
    const { socket, received, until } = await socketOf(hub, hub.key);
    const query = `query A { __typename } query B($slug: String!) { sourceBySlug: source(by: { slug: $slug }) { name } } mutation C($i: RecordSourceInput!) { recordSource(input: $i) { ... on RecordSourcePayload { changed } } }`;
    const i = { slug: "by-socket", name: "By socket", kind: "NGO", timeZone: "UTC" };
    socket.send(subscribe("1", query, { operationName: "C", variables: { i } }));
    await until(3);
    socket.send(subscribe("2", query, { operationName: "B", variables: { slug: i.slug } }));
    await until(5);
    expect(received.slice(1)).toMatchObject([
      { id: "1", type: "next", payload: { data: { recordSource: { changed: true } } } },
      { id: "1", type: "complete" },
      { id: "2", type: "next", payload: { data: { sourceBySlug: { name: "By socket" } } } },
      { id: "2", type: "complete" },
    ]);
    socket.terminate();
  });

  test("that fails while it runs is answered by next, with data and errors, and completed", async () => {
    const { socket, received, until } = await socketOf(hub);
    socket.send(subscribe("1", "{ __typename webhooks { id } }"));
    await until(3);
    expect(kinds(received.slice(1))).toEqual(["1 next", "1 complete"]);
    expect(received[1].payload.errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    socket.terminate();
  });

  test.each([
    ["variables do not fit", subscribe("1", "query($id: ID!) { release(id: $id) { id } }", { variables: { id: {} } })],
    ["named operation is not there", subscribe("1", "query A { __typename }", { operationName: "B" })],
    ["cursor is none", subscribe("1", `subscription { releaseFeed(after: "nonsense") { __typename } }`)],
  ])("whose %s is answered by error alone, and its id is free", async (_what, text) => {
    const { socket, received, until } = await socketOf(hub);
    socket.send(text);
    await until(2);
    expect(received[1]).toMatchObject({ id: "1", type: "error", payload: [{ message: expect.any(String) }] });
    socket.send(subscribe("1", "{ __typename }"));
    expect(kinds((await until(4)).slice(2))).toEqual(["1 next", "1 complete"]);
    socket.terminate();
  });

  test("that the client completes before its answer is there says nothing, and is not completed from here", async () => {
    const { socket, received, until } = await socketOf(hub);
    for (let nth = 0; nth < 20; nth += 1) {
      socket.send(subscribe("gone", slow));
      socket.send(message("complete", { id: "gone" }));
    }
    socket.send(subscribe("after", slow));
    await until(3);
    for (let more = 4; !kinds(received).includes("after complete"); more += 1) await until(more);
    expect(kinds(received).filter((kind) => kind.startsWith("gone"))).toEqual([]);
    socket.terminate();
  });

  test("under an id whose operation is still being prepared closes the socket with 4409, and says so within what a close frame holds", async () => {
    const { socket, closed } = await socketOf(hub);
    const id = "é☃𝄞".repeat(40);
    for (let nth = 0; nth < 2; nth += 1) socket.send(subscribe(id, slow));
    const { code, reason } = await closed;
    expect([code, Buffer.byteLength(reason) <= 123]).toEqual([4409, true]);
    expect(reason).toMatch(/^Subscriber for é☃/);
  });

  test("has an id that means nothing on another socket", async () => {
    const [one, other] = await Promise.all([socketOf(hub), socketOf(hub)]);
    for (const { socket } of [one, other]) socket.send(subscribe("1", feed));
    await Promise.all([one.until(2), other.until(2)]);
    one.socket.send(message("complete", { id: "1" }));
    other.socket.send(message("ping"));
    await other.until(3);
    expect(kinds(other.received)).toEqual(["connection_ack", "1 next", "pong"]);
    for (const { socket } of [one, other]) socket.terminate();
  });
});

describe("a subscription", () => {
  test("delivers to its own id until the client completes it, beside others and beside queries", async () => {
    const { socket, received, until } = await socketOf(hub);
    for (const id of ["a", "b"]) socket.send(subscribe(id, events));
    socket.send(subscribe("q", "{ __typename }"));
    await until(3);
    await metricBecomes(hub.url, "paradero_subscriptions", "", 2);
    const { release } = await recordVerified(hub, verifier);
    await until(5);
    expect(new Set(kinds(received.slice(3)))).toEqual(new Set(["a next", "b next"]));
    expect(received[3].payload.data.releaseVerified.releaseId).toBe(release);
    socket.send(message("complete", { id: "a" }));
    await metricBecomes(hub.url, "paradero_subscriptions", "", 1);
    await recordVerified(hub, verifier);
    expect(kinds((await until(6)).slice(5))).toEqual(["b next"]);
    socket.terminate();
  });

  test("ends with its socket, however that ends", async () => {
    await metricBecomes(hub.url, "paradero_subscriptions", "", 0);
    const endings: ((socket: Awaited<ReturnType<typeof socketOf>>["socket"]) => void)[] = [
      (socket) => socket.close(1000),
      (socket) => socket.terminate(),
      (socket) => socket.send("{"),
    ];
    for (const end of endings) {
      const { socket, until, closed } = await socketOf(hub);
      for (const id of ["a", "b"]) socket.send(subscribe(id, feed));
      await until(3);
      await metricBecomes(hub.url, "paradero_subscriptions", "", 2);
      end(socket);
      expect(await closed).toBeDefined();
      await metricBecomes(hub.url, "paradero_subscriptions", "", 0);
    }
  });

  test("that its socket leaves while it begins leaves nothing behind", async () => {
    const { socket, closed } = await socketOf(hub);
    for (let nth = 0; nth < 50; nth += 1) socket.send(subscribe(`${nth}`, feed));
    socket.send("{");
    expect((await closed).code).toBe(4400);
    await metricBecomes(hub.url, "paradero_subscriptions", "", 0);
  });
});
