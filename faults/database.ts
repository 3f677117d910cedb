/** The database goes away under load. */
import { execFile } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import { hubApplication, type TestBed } from "./test-bed/test-bed.ts";
import type { SeededRandom } from "../kit/seeded-random.ts";
import { until } from "./test-bed/until.ts";

const clients = 24;
const steps = 120;

async function underLoad(testBed: TestBed, random: SeededRandom, interrupt: () => Promise<string>) {
  const hubs = await testBed.hubs("a", "b");
  return watch(testBed, { hubs, clients, random }, async () => {
    const urls = hubs.map(({ url }) => url);
    const loading = load(testBed, random, urls, steps);
    await wait(random.between(50, 200));
    const note = await interrupt();
    const acknowledged = await loading;
    for (const hub of hubs) {
      if (hub.ended) throw new Error("A hub has ended with its database.");
      await until("a hub to be ready again", () => fetch(new URL("/ready", hub.url)).then(({ ok }) => ok));
    }
    await load(testBed, random, urls, 10);
    return `${note}, ${acknowledged} of ${steps} steps acknowledged`;
  });
}

export const connectionsCut: Fault = {
  name: "connections-cut",
  law: "the database ends every connection of every hub, twice under load: the hubs live, and nobody misses anything",
  run: (testBed, random) =>
    underLoad(testBed, random, async () => {
      let cut = 0;
      for (let round = 0; round < 2; round += 1) {
        const [row] = await testBed.database.prisma.$queryRaw<{ cut: bigint }[]>`
          SELECT count(pg_terminate_backend(pid)) AS cut FROM pg_stat_activity WHERE datname = current_database() AND application_name = ${hubApplication}`;
        cut += Number(row!.cut);
        await wait(random.between(100, 500));
      }
      return `${cut} connections cut`;
    }),
};

export const databaseRestarted: Fault = {
  name: "postgres-restarted",
  law: "PostgreSQL is restarted under load: the hubs live, and nobody misses anything",
  intrusive: true,
  run: (testBed, random) =>
    underLoad(testBed, random, async () => {
      const began = performance.now();
      await promisify(execFile)("pg_ctlcluster", ["--skip-systemctl-redirect", "15", "main", "restart", "-m", "fast"]);
      return `restarted in ${Math.round(performance.now() - began)} ms`;
    }),
};
