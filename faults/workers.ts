/** One hub of several processes that share a port. */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import { until } from "./test-bed/until.ts";

const count = 2;

export const workersKilled: Fault = {
  name: "worker-killed",
  law: "of a hub of two processes on one port each is killed once under load and replaced; on SIGTERM the hub stops as one; nobody misses anything",
  async run(testBed, random) {
    const hub = await testBed.hub("shared", { args: ["--workers", String(count)] });
    return watch(testBed, { hubs: [hub], clients: 24, random }, async () => {
      const loading = load(testBed, random, [hub.url], 120);
      for (let round = 0; round < count; round += 1) {
        await wait(random.between(50, 200));
        const before = workersOf(hub.pid);
        const victim = random.oneOf(before);
        process.kill(victim, "SIGKILL");
        await until("another worker", () => workersOf(hub.pid).filter((pid) => !before.includes(pid)).length === 1);
        await until("the hub to be ready", () =>
          fetch(new URL("/ready", hub.url), { signal: AbortSignal.timeout(5000) }).then(
            ({ ok }) => ok,
            () => false,
          ),
        );
      }
      const acknowledged = await loading;
      const more = load(testBed, random, [hub.url], 20);
      await wait(random.between(0, 50));
      const { code, took } = await hub.end("SIGTERM");
      if (code !== 0) throw new Error(`It ended with ${code}: ${hub.errorOutput()}`);
      await testBed.hub("shared", { args: ["--workers", String(count)] });
      await more;
      return `${acknowledged} of 120 steps acknowledged, gone in ${Math.round(took)} ms`;
    });
  },
};

function workersOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}
