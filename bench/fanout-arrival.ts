/** What subscribers cost by being there, and by all coming at once. */
import { setTimeout as wait } from "node:timers/promises";
import { openAudience, type Served } from "./audience.ts";
import { startBroadcaster } from "./broadcast.ts";
import { documentsOf, type Stage } from "./fanout-stage.ts";
import { collectGarbage, inspected, residentKilobytes } from "./process-cost.ts";

/** Kilobytes of resident memory a socket, after garbage collection. */
export type Memory = { readonly sockets: number; readonly floor: number; readonly hub: number };
export type Storm = {
  readonly sockets: number;
  /** How many events each had missed. */
  readonly events: number;
  /** Milliseconds until the last socket had all, a round each. */
  readonly floor: readonly number[];
  readonly hub: readonly number[];
  /** How often the hub asked the table of events meanwhile, in all rounds. */
  readonly reads: number;
};

const settleMilliseconds = 3000;
const missed = 50;
const most = 120_000;
const [document] = documentsOf(1) as [string];

export async function measureMemory(stage: Stage, sockets: number, signal: AbortSignal): Promise<Memory> {
  const weigh = async (server: { pid: number; port: number; complaints(): string }, graphql: boolean): Promise<number> => {
    await using things = new AsyncDisposableStack();
    const settled = async () => {
      await wait(settleMilliseconds);
      await collectGarbage(server.complaints());
      return residentKilobytes(server.pid);
    };
    const seats = { port: server.port, documents: [document], graphql, abreast: 100 };
    // What the first sockets make a process load and compile is not theirs.
    const first = things.use(openAudience(signal));
    await first.seat({ ...seats, count: 100 });
    const before = await settled();
    const audience = things.use(openAudience(signal));
    await audience.seat({ ...seats, count: sockets });
    return ((await settled()) - before) / sockets;
  };
  await using floor = await startBroadcaster(signal, inspected);
  await using hub = await stage.hub(inspected);
  return { sockets, floor: await weigh(floor, false), hub: await weigh(hub, true) };
}

export async function measureStorm(stage: Stage, sockets: number, rounds: number, signal: AbortSignal): Promise<Storm> {
  await using floor = await startBroadcaster(signal);
  await using hub = await stage.hub();
  const { prisma } = stage.database;
  const seats = { count: sockets, documents: [document], abreast: sockets };
  const after = await cursorNow(stage, hub.port, signal);
  for (let n = 0; n < missed; n += 1) await stage.commit();
  await using listener = openAudience(signal);
  await listener.storm({ ...seats, count: 1, port: hub.port, graphql: true, after }, missed, most);
  floor.greet(Array.from({ length: missed }).fill((await listener.tell())[0]) as string[]);

  const reads = async () => {
    await wait(11_000); // an idle connection tells its counts after ten seconds
    const [row] = await prisma.$queryRaw<
      { scans: bigint }[]
    >`SELECT seq_scan + coalesce(idx_scan, 0) AS scans FROM pg_stat_user_tables WHERE relname = 'FeedEvent'`;
    return Number(row!.scans);
  };
  const before = await reads();
  const found = { floor: [] as number[], hub: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (const which of round % 2 === 0 ? (["floor", "hub"] as const) : (["hub", "floor"] as const)) {
      await using audience = openAudience(signal);
      const port = which === "hub" ? hub.port : floor.port;
      const served: Served = await audience.storm({ ...seats, port, graphql: which === "hub", after }, missed, most);
      found[which].push(served.last - served.begun);
      await audience[Symbol.asyncDispose]();
      await wait(settleMilliseconds);
    }
  }
  return { sockets, events: missed, ...found, reads: (await reads()) - before };
}

/** The cursor of the newest event: that of one more verification. */
async function cursorNow(stage: Stage, port: number, signal: AbortSignal): Promise<string> {
  await using audience = openAudience(signal);
  await audience.seat({ port, count: 1, documents: [document], graphql: true, abreast: 1 });
  await wait(1000);
  const served = audience.expect(1, most);
  await stage.commit();
  await served;
  const [text] = await audience.tell();
  return (JSON.parse(text!) as { payload: { data: { releaseVerified: { cursor: string } } } }).payload.data.releaseVerified.cursor;
}
