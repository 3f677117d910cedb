/** One hub of several processes that share a port. */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import { until } from "./test-bed/patience.ts";

const count = 2;

export const workersKilled: Fault = {
  name: "worker-killed",
  law: "of a hub of two processes on one port each is killed once under load and replaced; asked to go, it goes as one; nobody misses anything",
  async run(ground, chance) {
    const hub = await ground.hub("shared", { args: ["--workers", String(count)] });
    return watch(ground, { hubs: [hub], clients: 24, chance }, async () => {
      const loading = load(ground, chance, [hub.url], 120);
      for (let round = 0; round < count; round += 1) {
        await wait(chance.between(50, 200));
        const before = workersOf(hub.pid);
        const victim = chance.oneOf(before);
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
      const more = load(ground, chance, [hub.url], 20);
      await wait(chance.between(0, 50));
      const { code, took } = await hub.end("SIGTERM");
      if (code !== 0) throw new Error(`It ended with ${code}: ${hub.complaints()}`);
      await ground.hub("shared", { args: ["--workers", String(count)] });
      await more;
      return `${acknowledged} of 120 steps acknowledged, gone in ${Math.round(took)} ms`;
    });
  },
};

function workersOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}
