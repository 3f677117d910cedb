import { createClient } from "graphql-ws";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import WebSocket from "ws";
import { fillWithReleases } from "../../../kit/releases-to-verify.ts";
import { verifyRelease } from "../../../src/domain/verification/decision.ts";
import { viewerOf } from "../../../src/domain/viewer.ts";
import { startHub, startHubOn, type Hub } from "../../kit/hub.ts";
import { subscribeSse, subscribeWs } from "../../kit/subscriber.ts";

// Somebody else holds what is read meanwhile. The embedded database does one thing at a time: there nobody can hold anything.
const onPostgres = inject("templates").engine === "postgresql";
const shortMilliseconds = 1500;
const longMilliseconds = 40_000;
const query = `{ search(text: "Enrique", first: 1) { matched } }`;

describe.runIf(onPostgres)("what is read while somebody else holds it", () => {
  let hub: Hub;
  // On the same database, with as little time for all.
  let hurried: Hub;
  let letGo: () => Promise<unknown>;
  beforeAll(async () => {
    const limits = { costPerAddress: 0, costPerOperation: 0, costPerKey: 0, readMilliseconds: shortMilliseconds };
    hub = await startHub("empty", { limits: { ...limits, operationsPerKey: 40, longReadMilliseconds: longMilliseconds } });
    hurried = await startHubOn(hub.database, { limits: { ...limits, longReadMilliseconds: shortMilliseconds } });
    await fillWithReleases(hub.database.prisma, 1);
  });
  afterAll(async () => {
    await hurried[Symbol.asyncDispose]();
    await hub[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    const [holds, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = hub.database.delivering.$transaction(
      async (db) => {
        await db.$executeRaw`LOCK TABLE "PersonName" IN ACCESS EXCLUSIVE MODE`;
        holds.resolve();
        await ends.promise;
      },
      { timeout: 60_000 },
    );
    await holds.promise;
    letGo = async () => {
      ends.resolve();
      await holding;
    };
  });
  afterEach(async () => letGo());

  // By the lock: the text of a long statement is cut off in pg_stat_activity.
  const waiting = () => hub.database.kept.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_locks WHERE NOT "granted" AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database()) AND "relation" = '"PersonName"'::regclass`;
  const post = (signal: AbortSignal | null = null, key?: string) =>
    fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query }),
      signal,
    });
  const clientOf = () => createClient({ url: hub.url.replace("http", "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
  const fileUrl = () => new URL("/export/detainees.csv", hub.url);

  test("over HTTP is answered with TIMEOUT in time, and stopped", async () => {
    const began = performance.now();
    const response = await post();
    const { data, errors } = (await response.json()) as { data?: unknown; errors: { message: string; extensions: { code: string } }[] };
    expect([response.status, response.headers.get("retry-after"), data]).toEqual([503, "1", undefined]);
    expect(errors.map(({ extensions, message }) => [extensions.code, message])).toEqual([
      ["TIMEOUT", expect.stringMatching(/not read within 1\.5 s and has been stopped\. Ask for less .* or try again/) as string],
    ]);
    expect(performance.now() - began).toBeGreaterThan(shortMilliseconds - 50);
    await expect.poll(waiting).toHaveLength(0);
  });

  test("with a key has longer", async () => {
    const leaving = new AbortController();
    const longer = post(leaving.signal, hub.key).catch(() => null);
    expect((await post()).status).toBe(503);
    expect(await Promise.race([longer, Promise.resolve("still at work")])).toBe("still at work");
    leaving.abort();
    expect(await longer).toBeNull();
  });

  test("over WebSocket is answered with TIMEOUT on its id, and the socket lives on", async () => {
    const client = clientOf();
    const ask = (asked: string) =>
      new Promise((resolve, reject) => {
        client.subscribe({ query: asked }, { next: resolve, error: reject, complete: () => {} });
      });
    const slow = ask(query);
    slow.catch(() => {});
    expect(await ask("{ __typename }")).toMatchObject({ data: { __typename: "Query" } });
    await expect(slow).rejects.toMatchObject([{ extensions: { code: "TIMEOUT" } }]);
    await expect.poll(waiting).toHaveLength(0);
    await client.dispose();
  });

  test("as an export is refused with TIMEOUT", async () => {
    const response = await fetch(new URL("/export/detainees.csv", hurried.url));
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining("TIMEOUT")]);
    await expect.poll(waiting).toHaveLength(0);
  });

  test.each<[string, (leaving: AbortSignal) => Promise<unknown>]>([
    ["over HTTP, by closing the connection", (signal) => post(signal, hub.key)],
    ["as an export, by closing the connection", (signal) => fetch(fileUrl(), { signal })],
    [
      "over WebSocket, by completing the operation",
      (signal) =>
        new Promise((resolve) => {
          const complete = clientOf().subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve(null) });
          signal.addEventListener("abort", complete);
        }),
    ],
    [
      "over WebSocket, by closing the socket",
      (signal) =>
        new Promise((resolve) => {
          const client = clientOf();
          client.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve(null) });
          signal.addEventListener("abort", () => client.terminate());
        }),
    ],
  ])("is stopped when whoever asked goes: %s", async (_how, ask) => {
    const leaving = new AbortController();
    const asked = ask(leaving.signal);
    asked.catch(() => {});
    const began = performance.now();
    await expect.poll(waiting).not.toHaveLength(0);
    leaving.abort();
    await expect.poll(waiting).toHaveLength(0);
    await Promise.allSettled([asked]);
    // Not for lack of time.
    expect(performance.now() - began).toBeLessThan(longMilliseconds);
  });

  test("holds up neither the feed, nor keys, nor readiness, though it has every connection that is for reading", async () => {
    const subscription = { query: "subscription { releaseFeed { ... on FeedEvent { release { id state detainee { id } } } } }" };
    await using first = subscribeWs(hub.url, subscription);
    await using second = subscribeSse(hub.url, subscription);
    await Promise.all([first.next(), second.next()]);
    const newcomer = await hub.newKey("RECORDER");
    const leaving = new AbortController();
    // One key has a share of them; two have all.
    const other = await hub.newKey("EDITOR");
    const flood = Array.from({ length: 24 }, async (_, n) => post(leaving.signal, n % 2 === 0 ? hub.key : other));
    for (const each of flood) each.catch(() => {});
    await expect.poll(waiting).toHaveLength(10);
    const ready = await fetch(new URL("/ready", hub.url));
    expect(ready.status).toBe(200);
    expect((await hub.send("{ __typename }", {}, newcomer)).status).toBe(200);
    expect((await hub.send("{ __typename }", {}, "prd_unknown")).errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
    const { id: release } = await hub.database.kept.custodyEvent.findFirstOrThrow();
    await hub.database.kept.$transaction((db) =>
      verifyRelease.run(db, viewerOf("key:test", ["VERIFIER"]), { release, basedOn: null, publicNote: null }, new Date()),
    );
    for (const subscriber of [first, second]) expect((await subscriber.nextEvent())["release"].state).toBe("VERIFIED");
    expect(await waiting()).toHaveLength(10);
    leaving.abort();
    await Promise.allSettled(flood);
  });
});
