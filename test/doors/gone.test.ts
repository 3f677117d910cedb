import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import WebSocket from "ws";
import { takeMoment } from "../../src/domain/recording-clock.ts";
import { startHub, type Hub } from "../kit/hub.ts";

// Somebody else holds the recording clock meanwhile; the embedded database does one thing at a time, and could not even look up the key.
const onPostgres = inject("templates").engine === "postgresql";
let hub: Hub;
beforeAll(async () => (hub = await startHub("empty")));
afterAll(async () => hub[Symbol.asyncDispose]());

const query = `mutation($input: RecordDetaineeInput!) { recordDetainee(input: $input) { __typename } }`;

type Door = (name: string, signal: AbortSignal) => Promise<unknown>;
const overHttp: Door = (name, signal) =>
  fetch(hub.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${hub.key}` },
    body: JSON.stringify({ query, variables: { input: { name } } }),
    signal,
  });
const overWebSocket =
  (leave: (client: ReturnType<typeof createClient>, complete: () => void) => void): Door =>
  (name, signal) =>
    new Promise((resolve, reject) => {
      const client = createClient({
        url: hub.url.replace("http", "ws"),
        webSocketImpl: WebSocket,
        retryAttempts: 0,
        connectionParams: { authorization: `Bearer ${hub.key}` },
      });
      const complete = client.subscribe(
        { query, variables: { input: { name } } },
        { next: resolve, error: reject, complete: () => resolve(null) },
      );
      signal.addEventListener("abort", () => leave(client, complete));
    });

describe.runIf(onPostgres).each<[string, Door]>([
  ["over HTTP", overHttp],
  ["over WebSocket, by closing the socket", overWebSocket((client) => client.terminate())],
  ["over WebSocket, by completing the operation", overWebSocket((_client, complete) => complete())],
])("a change that is asked for %s", (where, ask) => {
  const waiting = () => hub.database.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock' AND "query" LIKE '%"Clock"%'`;

  test("is stopped and taken back when whoever asked goes, also in the line, and leaves the line free", async () => {
    const [holds, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const elsewhere = hub.database.prisma.$transaction(
      async (db) => {
        await takeMoment(db, null);
        holds.resolve();
        await ends.promise;
      },
      { timeout: 60_000 },
    );
    await holds.promise;
    const leaving = new AbortController();
    const [atWork, inLine] = [ask(`${where}: at work`, leaving.signal), ask(`${where}: in line`, leaving.signal)];
    for (const asked of [atWork, inLine]) asked.catch(() => {});
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(1);
    leaving.abort();
    await expect.poll(waiting, { timeout: 10_000 }).toHaveLength(0);
    const next = hub.send(query, { input: { name: `${where}: next` } });
    ends.resolve();
    await elsewhere;
    expect((await next).data["recordDetainee"]).toEqual({ __typename: "RecordDetaineePayload" });
    const recorded = await hub.database.prisma.detainee.findMany({ where: { name: { startsWith: where } } });
    expect(recorded.map(({ name }) => name)).toEqual([`${where}: next`]);
  });
});
