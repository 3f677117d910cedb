/** Locks that an operator sets, and budgets, on every transport. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import WebSocket from "ws";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { metric } from "../../kit/metrics.ts";
import { socketOf } from "../socket.ts";
import { transportNames, transports } from "./transports.ts";

const known = readFileSync(join(import.meta.dirname, "../../../schema/operations/01-who-says-how-many.graphql"), "utf8");
const documentId = createHash("sha256").update(known).digest("hex");
const reconciliation = { query: "{ reconciliation(metric: HELD) { hub { verified } } }" };

describe("a hub that lets strangers run only what it publishes", () => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await startHub("empty", { limits: { trustedDocumentsOnly: true, introspection: false } });
  });
  afterAll(async () => hub[Symbol.asyncDispose]());

  test.each(transportNames)("over %s", async (name) => {
    const codes = async (request: object, key?: string) => (await transports[name](hub, request, key)).code;
    expect(await codes({ query: "{ __typename }" })).toBe("DOCUMENT_NOT_TRUSTED");
    expect(await codes({ query: "{ sources(first: 1) { totalCount } }" })).toBe("DOCUMENT_NOT_TRUSTED");
    expect(await codes({ documentId })).toBe("ok");
    expect(await codes({ documentId: `sha256:${documentId}` })).toBe("ok");
    expect(await codes({ extensions: { persistedQuery: { version: 1, sha256Hash: documentId } } })).toBe("ok");
    expect(await codes({ query: known })).toBe("ok");
    expect(await codes({ query: "{ __typename }" }, hub.key)).toBe("ok");
    expect(await codes({ query: "{ __schema { queryType { name } } }" }, hub.key)).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  test("its exports are its own operations", async () => {
    expect((await fetch(new URL("/export/sources.csv", hub.url))).status).toBe(200);
  });
});

describe("what one address may cost", () => {
  const reconciliations = 4;
  // What is kept costs nothing to speak of.
  const limits = { costPerAddress: reconciliations * 48_010, costPerKey: 3_000_000, answersMegabytes: 0 };

  test.each(transportNames)("is spent by reconciliations over %s, and then everything but the others' is refused", async (name) => {
    await using hub = await startHub("empty", { limits, trustProxy: true });
    const told = [];
    for (let nth = 0; nth < reconciliations + 2; nth += 1) told.push(await transports[name](hub, reconciliation));
    expect(told.map(({ code }) => code)).toEqual([...Array.from({ length: reconciliations }, () => "ok"), "RATE_LIMITED", "RATE_LIMITED"]);
    const [first] = told;
    expect(first!.answer).toMatchObject({ extensions: { cost: { requested: 48_002, resetAt: expect.stringMatching(/^\d{4}-.*Z$/) } } });
    for (const other of transportNames) expect((await transports[other](hub, reconciliation)).code).toBe("RATE_LIMITED");
    expect((await transports[name](hub, reconciliation, hub.key)).code).toBe("ok");
    const elsewhere = await fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": "198.51.100.7" },
      body: JSON.stringify(reconciliation),
    });
    expect(((await elsewhere.json()) as { data: object }).data).toMatchObject({ reconciliation: {} });
  });

  test("is told with 429 and Retry-After over HTTP and by exports", async () => {
    await using hub = await startHub("empty", { limits: { costPerAddress: 20 } });
    const refused = await fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(reconciliation),
    });
    const { errors } = (await refused.json()) as { errors: { extensions: object }[] };
    expect([refused.status, Number(refused.headers.get("retry-after"))]).toEqual([429, expect.toSatisfy((s: number) => s > 0 && s <= 30)]);
    expect(errors[0]!.extensions).toMatchObject({ code: "RATE_LIMITED", resetAt: expect.any(String) });
    for (const path of ["/export/sources.csv", "/export/inclusion.csv"]) {
      const response = await fetch(new URL(path, hub.url));
      expect([path, response.status, Number(response.headers.get("retry-after")) > 0]).toEqual([path, 429, true]);
    }
    const key = { headers: { authorization: `Bearer ${hub.key}` } };
    expect((await fetch(new URL("/export/inclusion.csv", hub.url), key)).status).toBe(200);
  });

  test("is spent by documents that cannot run, and by keys that are none", async () => {
    await using hub = await startHub("empty", { limits: { costPerAddress: 3000 } });
    const codes = [];
    for (let nth = 0; nth < 15; nth += 1) codes.push((await transports.post(hub, { query: `{ ${"nope ".repeat(500)} }` })).code);
    expect(codes[0]).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(codes.at(-1)).toBe("RATE_LIMITED");
    await using guessed = await startHub("empty", { limits: { costPerAddress: 3000 } });
    const guesses = [];
    for (let nth = 0; nth < 6; nth += 1) guesses.push((await transports.post(guessed, { query: "{ __typename }" }, `guess-${nth}`)).code);
    expect(guesses).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED", "UNAUTHENTICATED", "RATE_LIMITED", "RATE_LIMITED", "RATE_LIMITED"]);
    for (const name of transportNames) expect((await transports[name](guessed, { query: "{ __typename }" })).code).toBe("ok");
    expect((await transports.get(guessed, { query: "{ __typename }" }, "guess")).code).toBe("RATE_LIMITED");
  });
});

test("keys that are none are slowed, counted and logged without the key, on every door, and a good one passes beside them", async () => {
  const lines: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void lines.push(line) });
  await using hub = await startHub("empty", { log, limits: { costPerAddress: 4000, costPerKey: 3_000_000 } });
  const guess = (nth: number) => `guess-number-${nth}`;
  const exported = async (key: string) => {
    const response = await fetch(new URL("/export/sources.csv", hub.url), { headers: { authorization: `Bearer ${key}` } });
    return response.ok ? "ok" : ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code;
  };
  const connected = async (key: string) => {
    const { socket, received, closed } = await socketOf(hub, key);
    if (received.length === 0) return String((await closed).code);
    socket.terminate();
    return "ok";
  };
  expect(await transports.post(hub, { query: "{ __typename }" }, hub.key)).toMatchObject({ code: "ok" });
  expect([await connected(guess(1)), await exported(guess(2)), await connected(guess(3)), await exported(guess(4))]).toEqual([
    "4401",
    "UNAUTHENTICATED",
    "4401",
    "UNAUTHENTICATED",
  ]);
  // Before anything is looked up.
  expect([
    await connected(guess(5)),
    await exported(guess(6)),
    (await transports.sse(hub, { query: "{ __typename }" }, guess(7))).code,
  ]).toEqual(["1013", "RATE_LIMITED", "RATE_LIMITED"]);
  expect([await connected(hub.key), await exported(hub.key)]).toEqual(["ok", "ok"]);
  expect(await metric(hub.url, "paradero_failed_keys_total", 'reason="unknown"')).toBe(4);
  expect(lines.filter((line) => line.includes("a key was refused"))).toHaveLength(4);
  expect(lines.join("")).not.toContain("guess-number");
});

test("a hub with more to do than it can queue says BUSY on every transport, and answers others", async () => {
  await using hub = await startHub("empty", { limits: { operationsPerAddress: 1, waiting: 0, waitMilliseconds: 50 } });
  const [taken, freed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const blocked = hub.database.prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`LOCK TABLE "Source" IN ACCESS EXCLUSIVE MODE`);
    taken.resolve();
    await freed.promise;
  });
  await taken.promise;
  const held = transports.post(hub, { query: "{ sources(first: 1) { totalCount } }" });
  // What is answered from memory, and what reads nothing, is told all the same.
  const asked = { query: "{ facilities(first: 1) { totalCount } }" };
  const until = async (code: string) => {
    for (let tries = 0; tries < 50; tries += 1) if ((await transports.post(hub, asked)).code === code) return;
    throw new Error(`never ${code}`);
  };
  await until("BUSY");
  for (const name of transportNames) {
    const { code, status } = await transports[name](hub, asked);
    expect([name, code, name === "ws" ? 503 : status]).toEqual([name, "BUSY", 503]);
  }
  expect((await transports.post(hub, asked, undefined)).code).toBe("BUSY");
  freed.resolve();
  await blocked;
  expect((await held).code).toBe("ok");
  expect((await transports.post(hub, asked)).code).toBe("ok");
});

describe("web pages", () => {
  const origins = ["https://map.example"];
  let hub: Hub;
  beforeAll(async () => {
    hub = await startHub("empty", { browser: { origins, graphiql: false } });
  });
  afterAll(async () => hub[Symbol.asyncDispose]());
  const allowed = async (origin: string) =>
    (await fetch(new URL("/export", hub.url), { headers: { origin } })).headers.get("access-control-allow-origin");
  const upgrade = (origin?: string) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(hub.url.replace(/^http/, "ws"), "graphql-transport-ws", origin === undefined ? {} : { origin });
      socket.on("open", () => (resolve("open"), socket.terminate()));
      socket.on("error", (error) => resolve(error.message));
    });

  test("of the given origins may ask, over HTTP and over WebSocket, and no others", async () => {
    expect([await allowed("https://map.example"), await allowed("https://other.example"), await allowed("null")]).toEqual([
      "https://map.example",
      null,
      null,
    ]);
    expect([await upgrade("https://map.example"), await upgrade(), await upgrade(new URL(hub.url).origin)]).toEqual([
      "open",
      "open",
      "open",
    ]);
    for (const origin of ["https://other.example", "null", "https://map.example.evil.example", "http://map.example"])
      expect(await upgrade(origin)).toContain("403");
  });

  test("there is no page to ask from where there shall be none", async () => {
    expect((await fetch(hub.url, { headers: { accept: "text/html" } })).headers.get("content-type") ?? "").not.toContain("text/html");
  });
});

test("a socket that is let in late by a full address is told so", async () => {
  await using hub = await startHub("empty", { limits: { costPerAddress: 15 } });
  const { socket, received, until } = await socketOf(hub);
  for (const id of ["1", "2"])
    socket.send(JSON.stringify({ id, type: "subscribe", payload: { query: "subscription { releaseFeed { __typename } }" } }));
  await until(3);
  expect(received.find(({ type }) => type === "error")).toMatchObject({ payload: [{ extensions: { code: "RATE_LIMITED" } }] });
  socket.terminate();
});
