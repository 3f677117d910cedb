/** Processes that are killed, and one that is stopped with SIGTERM. */
import { setTimeout as wait } from "node:timers/promises";
import { decide } from "./test-bed/client.ts";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import { newest } from "./test-bed/ledger.ts";

const names = ["a", "b"] as const;

export const killAfterCommit: Fault = {
  name: "kill-after-commit",
  law: "an event that is committed by, or before, a process that is killed before it is notified reaches every client",
  async run(testBed, random) {
    const hubs = await testBed.hubs("a", "b");
    return watch(testBed, { hubs, clients: 12, random }, async () => {
      // Both are paused while others commit: the notifications wait in their sockets, and one process never reads them.
      const [victim, other] = random.between(0, 1) === 0 ? names : names.toReversed();
      const steps = await testBed.steps(random.between(1, 5));
      for (const name of names) (await testBed.hub(name)).signal("SIGSTOP");
      for (const step of steps) await testBed.commit(step);
      await (await testBed.hub(victim)).end("SIGKILL");
      (await testBed.hub(other)).signal("SIGCONT");
      await testBed.hub(victim);

      // Killed as soon as its own commit is visible, or a few milliseconds later.
      const writing = await testBed.hub(other);
      const before = await newest(testBed.database.prisma);
      const answer = decide(writing.url, (await testBed.steps(1))[0]!).catch(() => undefined);
      const until = performance.now() + 10_000;
      while ((await newest(testBed.database.prisma)) === before)
        if (performance.now() > until) throw new Error("The step was not committed.");
      await wait(random.between(0, 3));
      await writing.end("SIGKILL");
      const acknowledged = (await answer)?.changed === true;
      await testBed.hub(other);
      return acknowledged ? undefined : "the writer never heard of its own commit";
    });
  },
};

export const killWhileDelivering: Fault = {
  name: "kill-mid-delivery",
  law: "two processes, each killed once in the middle of a burst: nobody misses anything",
  async run(testBed, random) {
    const hubs = await testBed.hubs("a", "b");
    return watch(testBed, { hubs, clients: 24, random }, async () => {
      const loading = load(
        testBed,
        random,
        hubs.map(({ url }) => url),
        120,
      );
      for (const name of names) {
        await wait(random.between(30, 300));
        await (await testBed.hub(name)).end("SIGKILL");
        await testBed.hub(name);
      }
      return `${await loading} of 120 steps acknowledged`;
    });
  },
};

export const sigtermUnderLoad: Fault = {
  name: "sigterm-under-load",
  law: "a process stopped with SIGTERM exits with 0, tells its sockets to reconnect (1012), and nobody misses anything",
  async run(testBed, random) {
    const [a, b] = await testBed.hubs("a", "b");
    return watch(testBed, { hubs: [a, b], clients: 24, random }, async (listeners) => {
      const before = listeners.map(({ closes }) => closes.length);
      const loading = load(testBed, random, [a.url, b.url], 120);
      await wait(random.between(50, 300));
      const { code, took } = await a.end("SIGTERM");
      await loading;
      if (code !== 0) throw new Error(`It ended with ${code}: ${a.errorOutput()}`);
      if (took > 15_000) throw new Error(`It took ${Math.round(took)} ms to end.`);
      // Only the first close is the hub's own; later ones are attempts to reconnect to a stopped process.
      const closes = listeners.flatMap((listener, n) => listener.closes.slice(before[n], before[n]! + 1));
      if (closes.some((close) => close !== 1012))
        throw new Error(`WebSockets were closed with ${[...new Set(closes)].join(", ")}, not 1012.`);
      await testBed.hub("a");
      return `gone in ${Math.round(took)} ms, ${closes.length} sockets closed with 1012`;
    });
  },
};
