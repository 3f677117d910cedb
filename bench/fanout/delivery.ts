/** One event to many sockets: the hub and the floor in turn. */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { clock, openAudience, type Served } from "./audience.ts";
import { startBroadcaster } from "./broadcast.ts";
import { documentsOf, type Stage } from "./stage.ts";
import { readMetrics } from "./metrics.ts";
import { cpuMilliseconds } from "../../kit/process-cost.ts";

/** One sending: milliseconds until half of the sockets and until the last had it, and the server's processor time. */
export type Round = { readonly half: number; readonly last: number; readonly cpu: number };
export type Delivery = {
  readonly sockets: number;
  readonly documents: number;
  readonly bytes: number;
  /** In pairs: the n-th of the one was sent next to the n-th of the other. */
  readonly floor: readonly Round[];
  readonly hub: readonly Round[];
};

const maxMilliseconds = 30_000;
const warmUps = 3;
const restMilliseconds = 300;

export async function measureDelivery(
  stage: Stage,
  { sockets, documents, rounds }: { sockets: number; documents: number; rounds: number },
  signal: AbortSignal,
): Promise<Delivery> {
  await using things = new AsyncDisposableStack();
  const hub = things.use(await stage.hub());
  const floor = things.use(await startBroadcaster(signal));
  const [hubAudience, floorAudience] = [things.use(openAudience(signal)), things.use(openAudience(signal))];
  const seats = { count: sockets, documents: documentsOf(documents), abreast: 100 };
  await hubAudience.seat({ ...seats, port: hub.port, graphql: true });
  await floorAudience.seat({ ...seats, port: floor.port, graphql: false });
  await wait(1000 + sockets / 5); // for the last subscriptions to be live

  const atFirst = await readMetrics(hub.port);
  assert.equal(atFirst.sum("paradero_subscriptions"), sockets, "Not everybody is subscribed.");

  let texts: string[] = [];
  const send = {
    hub: () => stage.commit(),
    floor: async () => {
      const now = clock();
      floor.send(texts);
      return now;
    },
  };
  const audiences = { hub: hubAudience, floor: floorAudience };
  const pids = { hub: hub.pid, floor: floor.pid };
  let bytes = 0;
  const once = async (which: "hub" | "floor"): Promise<Round> => {
    signal.throwIfAborted();
    const before = cpuMilliseconds(pids[which]);
    const expected = audiences[which].expect(1, maxMilliseconds);
    const [served, sent]: [Served, number] = await Promise.all([expected, wait(20).then(send[which])]);
    await wait(restMilliseconds);
    bytes = served.bytes / sockets;
    return { half: served.half - sent, last: served.last - sent, cpu: cpuMilliseconds(pids[which]) - before };
  };
  for (let n = 0; n < warmUps; n += 1) {
    await once("hub");
    texts = await hubAudience.tell();
    await once("floor");
  }
  const found = { floor: [] as Round[], hub: [] as Round[] };
  for (let round = 0; round < rounds; round += 1)
    for (const which of round % 2 === 0 ? (["floor", "hub"] as const) : (["hub", "floor"] as const)) found[which].push(await once(which));
  // A check that needs no clock: each event is executed once for each distinct subscription.
  const executions =
    (await readMetrics(hub.port)).sum("paradero_feed_executions_total", 'kind="event"') -
    atFirst.sum("paradero_feed_executions_total", 'kind="event"');
  assert.equal(executions, documents * (warmUps + rounds), "Executions are not groups × events.");
  return { sockets, documents, bytes, ...found };
}
