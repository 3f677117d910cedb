/** The memory of idle subscribers, and the cost of all reconnecting at once. */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { openAudience, type Served } from "./audience.ts";
import { startBroadcaster } from "./broadcast.ts";
import { documentsOf, type Stage } from "./stage.ts";
import { readMetrics } from "./metrics.ts";
import { collectGarbage, inspected, residentKilobytes } from "../../kit/process-cost.ts";

/** What a socket adds, in kilobytes, after garbage collection: to the process's resident memory, and to what V8 knows of (its heap, and buffers outside it). */
export type Weight = { readonly resident: number; readonly heap: number };
export type Memory = { readonly sockets: number; readonly floor: Weight; readonly hub: Weight };
export type Storm = {
  readonly sockets: number;
  /** How many events each had missed. */
  readonly events: number;
  /** Milliseconds until the last socket had all, a round each. */
  readonly floor: readonly number[];
  readonly hub: readonly number[];
  /** How many statements the hub sent to the database for the feed, in all rounds: pages of older events, filters of pages, and news of the outbox (once a second anyway). */
  readonly reads: { readonly page: number; readonly filter: number; readonly news: number };
  readonly executions: number;
};

const settleMilliseconds = 3000;
const missed = 50;
const maxMilliseconds = 120_000;
const [document] = documentsOf(1) as [string];

export async function measureMemory(stage: Stage, sockets: number, signal: AbortSignal): Promise<Memory> {
  const weigh = async (server: { pid: number; port: number; errorOutput(): string }, graphql: boolean): Promise<Weight> => {
    await using things = new AsyncDisposableStack();
    const settled = async () => {
      await wait(settleMilliseconds);
      const heap = await collectGarbage(server.errorOutput());
      return { resident: residentKilobytes(server.pid), heap };
    };
    const seat = async (count: number) => {
      const audience = things.use(openAudience(signal));
      await audience.seat({ port: server.port, documents: [document], graphql, abreast: 100, count });
    };
    // The first sockets use memory that the process has already.
    const early = Math.ceil(sockets / 4);
    await seat(early);
    const before = await settled();
    await seat(sockets);
    const after = await settled();
    if (graphql)
      assert.equal((await readMetrics(server.port)).sum("paradero_subscriptions"), early + sockets, "Not everybody is subscribed.");
    return { resident: (after.resident - before.resident) / sockets, heap: (after.heap - before.heap) / sockets };
  };
  await using floor = await startBroadcaster(signal, inspected);
  await using hub = await stage.hub(inspected);
  return { sockets, floor: await weigh(floor, false), hub: await weigh(hub, true) };
}

export async function measureStorm(stage: Stage, sockets: number, rounds: number, signal: AbortSignal): Promise<Storm> {
  await using floor = await startBroadcaster(signal);
  await using hub = await stage.hub();
  const seats = { count: sockets, documents: [document], abreast: sockets };
  const after = await cursorNow(stage, hub.port, signal);
  for (let n = 0; n < missed; n += 1) await stage.commit();
  await using listener = openAudience(signal);
  await listener.storm({ ...seats, count: 1, port: hub.port, graphql: true, after }, missed, maxMilliseconds);
  floor.greet(Array.from({ length: missed }).fill((await listener.tell())[0]) as string[]);

  const before = await readMetrics(hub.port);
  const found = { floor: [] as number[], hub: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const which of round % 2 === 0 ? (["floor", "hub"] as const) : (["hub", "floor"] as const)) {
      await using audience = openAudience(signal);
      const port = which === "hub" ? hub.port : floor.port;
      const served: Served = await audience.storm({ ...seats, port, graphql: which === "hub", after }, missed, maxMilliseconds);
      found[which].push(served.last - served.begun);
      await audience[Symbol.asyncDispose]();
      await wait(settleMilliseconds);
    }
  }
  const metrics = await readMetrics(hub.port);
  const more = (name: string, label: string) => metrics.sum(name, label) - before.sum(name, label);
  const reads = (what: string) => more("paradero_feed_reads_total", `what="${what}"`);
  return {
    ...{ sockets, events: missed, ...found },
    reads: { page: reads("page"), filter: reads("filter"), news: reads("news") },
    executions: more("paradero_feed_executions_total", 'kind="event"'),
  };
}

/** The cursor of the newest event: that of one more verification. */
async function cursorNow(stage: Stage, port: number, signal: AbortSignal): Promise<string> {
  await using audience = openAudience(signal);
  await audience.seat({ port, count: 1, documents: [document], graphql: true, abreast: 1 });
  await wait(1000);
  const served = audience.expect(1, maxMilliseconds);
  await stage.commit();
  await served;
  const [text] = await audience.tell();
  return (JSON.parse(text!) as { payload: { data: { releaseVerified: { cursor: string } } } }).payload.data.releaseVerified.cursor;
}
