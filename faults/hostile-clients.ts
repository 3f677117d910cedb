/** Clients that do harm, beside many that do not: one that never reads, and some that send what no client would. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { WebSocket } from "ws";
import { collectGarbage, inspected } from "../kit/process-cost.ts";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import type { HubProcess } from "../kit/hub-process.ts";
import { hostileFrame, hostileMessage } from "./test-bed/hostile-messages.ts";
import type { SeededRandom } from "../kit/seeded-random.ts";
import { newest, readLedger, whichFeed } from "./test-bed/ledger.ts";
import { until } from "./test-bed/until.ts";

const readers = 99;
const steps = 250;
const warmUp = 50;
const stallSeconds = 3;
// Big enough that the steps exceed what the kernel buffers for a socket that nobody reads (4 MB here, and a little on the other side).
const padding = Array.from({ length: 400 }, (_, n) => `${"a".repeat(100)}${n}: __typename`).join(" ");
const documents = {
  releases: `subscription { releaseFeed { __typename ... on FeedEvent { eventId ${padding} } } }`,
  changes: `subscription { changeFeed(bookmarks: true) { kind eventId ${padding} } }`,
};
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
        const { prisma } = testBed.database;
        const [last] = await readLedger(prisma, (await newest(prisma)) - 1n);
        const concerned: (typeof listeners)[number][] = [];
        for (const [types, some] of Map.groupBy(listeners, ({ types: heard }) => heard))
          if ((await readLedger(prisma, (await newest(prisma)) - 1n, types)).length > 0) concerned.push(...some);
        await until("the readers to have it all", () => concerned.every(({ log }) => log.at(-1)?.eventId === last), 10_000);
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
  socket.send(JSON.stringify({ type: "subscribe", id: "1", payload: { query: documents[whichFeed()] } }));
  const [bookmark] = (await once(socket, "message")) as [Buffer];
  if (!/FeedBookmark|BOOKMARK/.test(bookmark.toString())) throw new Error(`Expected a bookmark, got ${bookmark.toString()}`);
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

const fuzzMilliseconds = 10_000;
// What is wanted is odd messages, not many: how much one address may ask for has tests of its own (test/doors/attacks).
const attackers = 6;
// What V8 keeps besides: compiled code, caches of documents, which are bounded by themselves.
const mostFuzzMegabytes = 40;
const mostLogged = 10_000;
/** Closed by the protocol, by WebSocket's own rules, or by the client. */
const closings = new Set([1000, 1002, 1003, 1005, 1006, 1007, 1009, 4400, 4401, 4406, 4408, 4409, 4429]);

export const protocolFuzz: Fault = {
  name: "protocol-fuzz",
  law: `${attackers} clients send protocol messages and frames gone wrong: each closes its own socket at most, nobody waits, nothing is kept, hardly a line is logged`,
  async run(testBed, random) {
    const hub = await testBed.hub("strict", { environment: { FEED_STALL_SECONDS: String(stallSeconds) }, nodeArgs: inspected });
    return watch(testBed, { hubs: [hub], clients: 9, random }, async () => {
      await load(testBed, random, [hub.url], 10);
      const [before, logged, uncaught] = [await inUse(hub), hub.errorOutput().length, await uncaughtIn(hub)];
      const codes = new Map<number, number>();
      const over = performance.now() + fuzzMilliseconds;
      const attack = async (): Promise<void> => {
        while (performance.now() < over) {
          const code = await harass(hub.url, random);
          codes.set(code, (codes.get(code) ?? 0) + 1);
        }
      };
      const slowest = { milliseconds: 0 };
      await Promise.all([
        ...Array.from({ length: attackers }, attack),
        bystand(hub.url, over, slowest),
        load(testBed, random, [hub.url], 40),
      ]);
      const odd = [...codes.keys()].filter((code) => !closings.has(code));
      if (odd.length > 0) throw new Error(`Sockets were closed with ${odd.join(", ")}.`);
      if (hub.ended || (await uncaughtIn(hub)) > uncaught) throw new Error("Something that a message set off was caught by nobody.");
      const lines = hub.errorOutput().length - logged;
      if (lines > mostLogged) throw new Error(`The hub logged ${lines} characters.`);
      const grown = (await inUse(hub)) - before;
      if (grown > mostFuzzMegabytes) throw new Error(`The hub holds ${grown.toFixed(1)} MB more than before.`);
      const sockets = codes.values().reduce((sum, count) => sum + count, 0);
      return `${sockets.toLocaleString("en")} sockets, closed with ${[...codes.keys()].toSorted((a, b) => a - b).join(", ")}; a bystander waited at most ${Math.round(slowest.milliseconds)} ms; ${grown.toFixed(1)} MB more than before`;
    });
  },
};

/** One socket and some harm, up to its end. Resolves with the code that it was closed with. */
async function harass(url: string, random: SeededRandom): Promise<number> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), random.between(0, 20) === 0 ? [] : "graphql-transport-ws", {
    perMessageDeflate: false,
  });
  socket.on("error", () => {});
  const closed = once(socket, "close").then(([code]) => code as number);
  if (await Promise.race([once(socket, "open").then(() => false), closed.then(() => true)])) return closed;
  if (random.between(0, 4) > 0) socket.send(JSON.stringify({ type: "connection_init" }));
  if (random.between(0, 3) > 0) await Promise.race([once(socket, "message"), closed]);
  for (let left = random.between(1, 30); left > 0 && socket.readyState === WebSocket.OPEN; left -= 1) {
    if (random.between(0, 9) > 0) socket.send(hostileMessage(random));
    else (socket as unknown as { _socket: Socket })._socket.write(hostileFrame(random));
    await Promise.race([wait(random.between(0, 20)), closed]);
  }
  await Promise.race([wait(50), closed]);
  if (random.between(0, 1) === 0) socket.close();
  else socket.terminate();
  await Promise.race([closed, wait(2000)]);
  socket.terminate();
  return closed;
}

/** A client like others, who pings all the while. */
async function bystand(url: string, over: number, slowest: { milliseconds: number }): Promise<void> {
  const socket = new WebSocket(url.replace(/^http/, "ws"), "graphql-transport-ws", { perMessageDeflate: false });
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "connection_init" }));
  await once(socket, "message");
  while (performance.now() < over) {
    const sent = performance.now();
    socket.send(JSON.stringify({ type: "ping" }));
    await once(socket, "message", { signal: AbortSignal.timeout(10_000) });
    slowest.milliseconds = Math.max(slowest.milliseconds, performance.now() - sent);
    await wait(50);
  }
  socket.terminate();
}

async function uncaughtIn(hub: HubProcess): Promise<number> {
  const text = await (await fetch(new URL("/metrics", hub.url))).text();
  return [...text.matchAll(/^paradero_uncaught\S* (\d+)/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}
