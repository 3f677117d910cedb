import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { requestText, sendRaw } from "./raw.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const alive = async () => expect((await fetch(new URL("/health", hub.url))).status).toBe(200);
const paths = ["/graphql", "/export", "/export/sources.csv", "/health", "/"];
const mutation = 'mutation { recordSource(input: { slug: "forged", name: "x", kind: NGO, timeZone: "UTC" }) { __typename } }';
const spec = { accept: "application/graphql-response+json" };
const json = { "content-type": "application/json" };

describe.each(paths)("at %s", (path) => {
  test.each([
    ["with a space in it", "a b"],
    ["that is half a URL", "a/b"],
    ["with somebody before an at", "user@host"],
    ["with a port that is none", "host:port"],
    ["with a port too many", "host:1:2"],
    ["that is an open bracket", "["],
    ["with a script in it", "<script>"],
    ["that is empty", ""],
  ])("a Host %s is refused with 400", async (_what, host) => {
    expect((await sendRaw(hub.url, requestText("GET", path, { host }))).status).toBe(400);
    await alive();
  });

  test.each(["hub.example", "hub.example:443", "127.0.0.1:4000", "[::1]:4000", "xn--bcher-kva.example", "a_b"])(
    "the Host %s is none",
    async (host) => {
      expect((await sendRaw(hub.url, requestText("GET", path, { host }))).status).not.toBe(400 + (path === "/graphql" ? 1000 : 0));
    },
  );

  test("HEAD is answered like GET, without a body", async () => {
    const [head, get] = await Promise.all(["HEAD", "GET"].map((method) => fetch(new URL(path, hub.url), { method, redirect: "manual" })));
    expect([head!.status, head!.headers.get("content-type"), await head!.text()]).toEqual([
      get!.status,
      get!.headers.get("content-type"),
      "",
    ]);
  });

  test("a preflight is answered, may be kept for a day, and speaks of no credentials", async () => {
    const response = await fetch(new URL(path, hub.url), {
      method: "OPTIONS",
      headers: { origin: "https://example.org", "access-control-request-method": "GET", "access-control-request-headers": "authorization" },
    });
    const { status, headers } = response;
    expect([status, headers.get("access-control-allow-origin"), headers.get("access-control-allow-credentials")]).toEqual([204, "*", null]);
    expect(headers.get("access-control-max-age")).toBe("86400");
    expect(headers.get("access-control-allow-headers")).toContain("authorization");
  });

  test("every answer tells browsers to run, frame, sniff and refer nothing", async () => {
    const { headers } = await fetch(new URL(path, hub.url), {
      redirect: "manual",
      headers: { origin: "https://example.org", accept: "*/*" },
    });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect([headers.get("access-control-allow-origin"), headers.get("access-control-allow-credentials")]).toEqual(["*", null]);
  });

  test.each(["TRACE", "CONNECT", "PATCH"])("%s does nothing", async (method) => {
    const { status } = await sendRaw(hub.url, requestText(method, path));
    expect(status === 0 || path === "/health" || path === "/" || (status >= 400 && status < 500)).toBe(true);
    await alive();
  });
});

test("a WebSocket for a Host that is none is refused with 400", async () => {
  const upgrade = {
    host: "user@host",
    connection: "upgrade",
    upgrade: "websocket",
    "sec-websocket-key": btoa("a".repeat(16)),
    "sec-websocket-version": "13",
  };
  expect((await sendRaw(hub.url, requestText("GET", "/graphql", upgrade))).status).toBe(400);
  await alive();
});

describe("a mutation that a web page could send without being asked", () => {
  test.each([
    ["as a form", "application/x-www-form-urlencoded", `query=${encodeURIComponent(mutation)}`],
    [
      "as a form in parts",
      "multipart/form-data; boundary=x",
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: mutation })}\r\n--x--`,
    ],
    ["as GraphQL", "application/graphql", mutation],
    ["as text", "text/plain", JSON.stringify({ query: mutation })],
    ["as nothing said", "", JSON.stringify({ query: mutation })],
    ["as something that begins like JSON", "application/jsonx", JSON.stringify({ query: mutation })],
    ["as two types", "text/plain, application/json", JSON.stringify({ query: mutation })],
  ])("%s is refused with 415, and says what is taken", async (_what, type, body) => {
    const { status, body: told } = await sendRaw(
      hub.url,
      requestText("POST", "/graphql", { ...(type ? { "content-type": type } : {}), authorization: `Bearer ${hub.key}` }, body),
    );
    expect([status, told]).toEqual([415, expect.stringContaining("application/json")]);
    expect((await hub.send(`{ source(by: { slug: "forged" }) { id } }`)).data["source"]).toBeNull();
  });

  test("in an address is refused with 405", async () => {
    const response = await fetch(`${hub.url}?query=${encodeURIComponent(mutation)}`, { headers: { authorization: `Bearer ${hub.key}` } });
    expect(response.status).toBe(405);
  });
});

describe("a request that is", () => {
  test.each<[string, string, number, string]>([
    ["no HTTP", "nonsense\r\n\r\n", 400, ""],
    ["without a Host", "GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n", 400, ""],
    [
      "of two lengths",
      requestText("POST", "/graphql", { ...json, "content-length": "5", "transfer-encoding": "chunked" }, "5\r\nhello\r\n0\r\n\r\n"),
      400,
      "",
    ],
    ["of a length that is none", requestText("POST", "/graphql", { ...json, "content-length": "-1" }), 400, ""],
    ["of a head of 20 kB", requestText("GET", "/graphql", { x: "x".repeat(20_000) }), 431, ""],
    ["for another server", requestText("GET", "http://elsewhere.example/graphql"), 400, ""],
    ["for nothing", requestText("GET", "/nowhere"), 404, "NOT_FOUND"],
    ["for the graph and more", requestText("GET", "/graphql/x"), 404, "NOT_FOUND"],
    ["for what begins with two slashes", requestText("GET", "//elsewhere.example/graphql"), 404, "NOT_FOUND"],
    ["no JSON", requestText("POST", "/graphql", json, "{"), 400, ""],
    ["a list of operations", requestText("POST", "/graphql", json, JSON.stringify([{ query: "{ __typename }" }])), 400, ""],
    ["a number", requestText("POST", "/graphql", json, "1"), 400, ""],
    ["null", requestText("POST", "/graphql", json, "null"), 400, ""],
    ["with a member too many", requestText("POST", "/graphql", json, JSON.stringify({ query: "{ __typename }", extra: 1 })), 400, ""],
    ["with variables that are no JSON", requestText("GET", "/graphql?query=%7B__typename%7D&variables=%7B", spec), 400, "BAD_REQUEST"],
    ["with extensions that are no JSON", requestText("GET", "/graphql?query=%7B__typename%7D&extensions=%7B", spec), 400, "BAD_REQUEST"],
    [
      "with variables that are a list",
      requestText("POST", "/graphql", json, JSON.stringify({ query: "{ __typename }", variables: [] })),
      400,
      "",
    ],
    [
      "with a document that is a number",
      requestText("POST", "/graphql", json, JSON.stringify({ documentId: 1 })),
      400,
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    ["with escapes that are none", requestText("GET", "/graphql?query=%E0%A4%A", spec), 400, "GRAPHQL_PARSE_FAILED"],
    ["of 1.1 MB", requestText("POST", "/graphql", json, `{"query":"${"x".repeat(1_100_000)}"}`), 413, "at most 1000000 bytes"],
  ])("%s is refused with a word, and the hub lives on", async (_what, bytes, status, word) => {
    const reply = await sendRaw(hub.url, bytes);
    expect([reply.status, reply.body]).toEqual([status, expect.stringContaining(word)]);
    await alive();
  });

  test("of more than it said, in pieces, gets a 413 that can be read", async () => {
    const pieces = Array.from({ length: 20 }, () => `${(100_000).toString(16)}\r\n${"x".repeat(100_000)}\r\n`).join("");
    const { status, body } = await sendRaw(
      hub.url,
      `${requestText("POST", "/graphql", { ...json, "transfer-encoding": "chunked" })}${pieces}0\r\n\r\n`,
    );
    expect([status, body]).toEqual([413, expect.stringMatching(/too large|at most/)]);
    await alive();
  });

  test.each([
    ["head", requestText("GET", "/graphql").slice(0, -2)],
    ["body", requestText("POST", "/graphql", { ...json, "content-length": "100" }, '{"query":')],
  ])(
    "never whole, its %s left open, is closed within 20 seconds",
    async (_what, bytes) => {
      const began = Date.now();
      const { status } = await sendRaw(hub.url, bytes);
      expect(status).toBe(408);
      expect(Date.now() - began).toBeLessThan(20_000);
      await alive();
    },
    40_000,
  );
});
