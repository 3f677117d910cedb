/** Clients that come and go for weeks must leave nothing behind. */
import { once } from "node:events";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import WebSocket from "ws";
import { startHub } from "../../kit/hub.ts";
import { metricBecomes } from "../../kit/metrics.ts";
import { subscribeSse } from "../../kit/subscriber.ts";

const query = "subscription { releaseFeed { __typename } }";
const [cycles, sockets, perSocket, atOnce] = [100_000, 10, 500, 100];

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;
/** Bytes in use once all that is garbage is gone. */
async function inUse(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collectGarbage();
    await new Promise(setImmediate);
  }
  return process.memoryUsage().heapUsed;
}
const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

/** One socket on which so many subscriptions begin, are told that they are live, and end. */
async function comeAndGo(url: string, times: number): Promise<number> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), "graphql-transport-ws");
  let live = 0;
  let wake = () => {};
  socket.on("message", (data: Buffer) => {
    const { type, id } = JSON.parse(data.toString());
    if (type === "next") {
      live += 1;
      socket.send(JSON.stringify({ id, type: "complete" }));
    }
    if (type === "connection_ack" || live % atOnce === 0) wake();
  });
  await once(socket, "open");
  for (let begun = 0; begun <= times; begun += atOnce) {
    const done = new Promise<void>((resolve) => (wake = resolve));
    if (begun === 0) socket.send(JSON.stringify({ type: "connection_init" }));
    else for (let n = 0; n < atOnce; n += 1) socket.send(JSON.stringify({ id: `${begun + n}`, type: "subscribe", payload: { query } }));
    await done;
  }
  socket.close();
  await once(socket, "close");
  return live;
}

test(`after ${cycles.toLocaleString("en")} subscriptions that began and ended, no subscriber, group, listener or timer is left, and no memory`, async () => {
  await using hub = await startHub("empty");
  const warnings: Error[] = [];
  const note = (warning: Error) => void warnings.push(warning);
  process.on("warning", note);
  const crowd = async (times: number) => {
    let live = 0;
    for (let begun = 0; begun < times; begun += sockets * perSocket) {
      const lives = await Promise.all(Array.from({ length: sockets }, () => comeAndGo(hub.url, perSocket)));
      live += lives.reduce((total, one) => total + one, 0);
    }
    return live;
  };
  const nobodyIsLeft = async () => {
    await metricBecomes(hub.url, "paradero_subscriptions", "", 0);
    await metricBecomes(hub.url, "paradero_feed_groups", "", 0);
    for (const transport of ["websocket", "sse"]) await metricBecomes(hub.url, "paradero_streams", `transport="${transport}"`, 0);
  };
  await crowd(cycles / 10);
  await nobodyIsLeft();
  const before = { timers: timers(), bytes: await inUse() };

  expect(await crowd(cycles)).toBe(cycles);
  for (let n = 0; n < 200; n += 1) {
    await using stream = subscribeSse(hub.url, { query });
    await stream.next();
  }
  await nobodyIsLeft();
  const grown = (await inUse()) - before.bytes;
  process.off("warning", note);
  expect(warnings).toEqual([]);
  expect(timers()).toBeLessThanOrEqual(before.timers + 2);
  // A listener or a closure left for each would be some hundred bytes.
  expect(grown / cycles).toBeLessThan(50);
});
