/**
 * `npm run bench:pollers [-- --pollers 100,1000,10000 --seconds 20 --every 10]`: how many requests a second reach the hub when so many poll `GET /feed?after=` through nginx, as docs/polling.md has it, while a release is
 * verified every other second. Asserted: each of them is told every event, once and in order. The number that reaches the hub must not grow with theirs.
 *
 * Needs nginx (apt-get install nginx), and a PostgreSQL where it may create a database: BENCH_DATABASE_URL, by default postgres://postgres@127.0.0.1:5432/postgres. The database and the processes are gone when it ends,
 * also after Ctrl-C.
 */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startHub } from "../kit/hub-process.ts";
import { median } from "../kit/median.ts";
import { fillWithReleases } from "../kit/releases-to-verify.ts";
import { verifyRelease } from "../src/domain/verification/decision.ts";
import { change } from "../src/domain/change.ts";
import { operator } from "../src/domain/viewer.ts";
import { openDatabase } from "../src/db/database.ts";
import { createDatabase } from "./base/database.ts";
import { runBench } from "./base/program.ts";
import { startCache } from "./pollers/nginx.ts";
import { Pollers } from "./pollers/pollers.ts";

const { values } = parseArgs({
  options: {
    pollers: { type: "string", default: "100,1000,10000" },
    seconds: { type: "string", default: "20" },
    every: { type: "string", default: "10" },
  },
});
const sizes = values.pollers.split(",").map(Number);
const [seconds, every] = [Number(values.seconds), Number(values.every)];
const verifiedEach = 2000;
const mostMilliseconds = 300_000;
// Two cursors are in use while pollers walk over to what is new, and one cache asks for each once a second; the rest is room for the first reading.
const mostAtHub = 6;

await runBench(mostMilliseconds, async (admin, signal) => {
  await using things = new AsyncDisposableStack();
  const made = await createDatabase(admin, `paradero_pollers_${process.pid}`);
  things.defer(made.drop);
  const database = await openDatabase({ databaseUrl: made.url, home: undefined });
  things.defer(() => database.close());
  await fillWithReleases(database.prisma, Math.ceil((sizes.length * (seconds + every) * 1000) / verifiedEach) + 20);
  const hub = await startHub({
    environment: { DATABASE_URL: made.url, LOG_LEVEL: "fatal", PARADERO_KEY: randomUUID(), TRUST_PROXY: "false" },
  });
  things.defer(async () => void (await hub.end("SIGTERM")));
  const waiting = (await database.prisma.custodyEvent.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
  const lines = [];
  for (const many of sizes) {
    await using cache = await startCache(hub.url);
    const pollers = new Pollers(cache.url, many, "/feed?after=");
    things.defer(async () => pollers.stop());
    const over = new AbortController();
    const verifying = verifyEach(database, waiting, over.signal);
    cache.requests();
    const polled = await pollers.poll(seconds, every, signal);
    const atHub = cache.requests() / polled.seconds;
    over.abort();
    await verifying;
    // The caches' second, and the turn of each once more.
    await wait(2500);
    await pollers.poll(every, every, signal);
    const all = await database.prisma.feedEvent.findMany({ orderBy: { seq: "asc" }, select: { eventId: true } });
    for (const told of pollers.told)
      assert.deepEqual(
        told,
        all.map(({ eventId }) => eventId),
      );
    if (atHub > mostAtHub) process.exitCode = 1;
    lines.push({
      pollers: many,
      "requests/s at nginx": Math.round(polled.requests / polled.seconds),
      "requests/s at the hub": atHub.toFixed(1),
      "ms, median": median(polled.latencies).toFixed(1),
      "events each": all.length,
    });
  }
  console.table(lines);
});

async function verifyEach(database: Awaited<ReturnType<typeof openDatabase>>, waiting: string[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const release = waiting.pop()!;
    await change(database.prisma, operator, verifyRelease, { release, basedOn: null, publicNote: null });
    await wait(verifiedEach, undefined, { signal }).catch(() => {});
  }
}
