/** A client that never reads, beside many that do. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { collectGarbage, inspected } from "../kit/process-cost.ts";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import type { HubProcess } from "../kit/hub-process.ts";
import { until } from "./test-bed/until.ts";

const readers = 99;
const steps = 250;
const warmUp = 50;
const stallSeconds = 3;
// Big enough that the steps exceed what the kernel buffers for a socket that nobody reads (4 MB here, and a little on the other side).
const padding = Array.from({ length: 400 }, (_, n) => `${"a".repeat(100)}${n}: __typename`).join(" ");
const document = `subscription { releaseFeed { __typename ... on FeedEvent { eventId ${padding} } } }`;
// How much more memory than before the hub may use after it has closed the connection, garbage collected. It caches payloads for five seconds; a buffer for the client would be three times this.
const mostMegabytes = 5;
const forgetMilliseconds = 8000;

export const neverReads: Fault = {
  name: "never-reads",
  large: true,
  law: `one client never reads: ${readers} others receive every event in time, and the hub closes it without keeping what it did not read`,
  async run(testBed, random) {
    const hub = await testBed.hub("strict", { environment: { FEED_STALL_SECONDS: String(stallSeconds) }, nodeArgs: inspected });
    return watch(testBed, { hubs: [hub], clients: readers, random }, async (listeners) => {
      const silentReader = await openSilentReader(hub.url);
      try {
        await load(testBed, random, [hub.url], warmUp);
        silentReader.socket.pause();
        const before = await inUse(hub);
        await load(testBed, random, [hub.url], steps);
        const written = performance.now();
        const newestEvent = await testBed.database.prisma.feedEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
        const concerned = listeners.filter(({ types }) => types.includes(newestEvent.type));
        await until("the readers to have it all", () => concerned.every(({ log }) => log.at(-1)?.eventId === newestEvent.eventId), 10_000);
        const served = performance.now() - written;
        await until("the hub to let go of the client that never reads", () => !isHeld(hub.port, silentReader.port), 30_000);
        const letGo = performance.now() - written;
        const grown = (await inUse(hub)) - before;
        if (grown > mostMegabytes) throw new Error(`The hub holds ${grown.toFixed(1)} MB more than before.`);
        return `readers had the last event ${Math.round(served)} ms after it; the hub let go ${(letGo / 1000).toFixed(1)} s after it, and then held ${grown.toFixed(1)} MB more than before`;
      } finally {
        silentReader.socket.terminate();
      }
    });
  },
};

/** Subscribes, and reads until it is paused. */
async function openSilentReader(url: string): Promise<{ socket: WebSocket; port: number }> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), "graphql-transport-ws", { perMessageDeflate: false });
  socket.on("error", () => {});
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "connection_init" }));
  await once(socket, "message");
  socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: document } }));
  const [bookmark] = (await once(socket, "message")) as [Buffer];
  if (!bookmark.toString().includes("FeedBookmark")) throw new Error(`Expected a bookmark, got ${bookmark.toString()}`);
  const { localPort } = (socket as unknown as { _socket: Socket })._socket;
  return { socket, port: localPort! };
}

/** Whether a process still holds the hub's end of the connection. The kernel may keep a closed one for a while, without an inode. */
function isHeld(hubPort: number, clientPort: number): boolean {
  const hex = (port: number) => port.toString(16).toUpperCase().padStart(4, "0");
  const line = readFileSync("/proc/net/tcp", "utf8")
    .split("\n")
    .find((connection) => new RegExp(`: \\S+:${hex(hubPort)} \\S+:${hex(clientPort)} `).test(connection));
  return line !== undefined && line.trim().split(/\s+/)[9] !== "0";
}

async function inUse(hub: HubProcess): Promise<number> {
  await wait(forgetMilliseconds);
  return (await collectGarbage(hub.errorOutput())) / 1024;
}
