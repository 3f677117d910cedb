/** Processes that are killed while they carry out what many ask for at once, several decisions in one transaction. */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { verifyAudit } from "../src/domain/access/audit-chain.ts";
import { decide } from "./test-bed/client.ts";
import { watch, type Fault } from "./test-bed/fault.ts";
import { newest, readLedger } from "./test-bed/ledger.ts";

const [writers, steps, kills] = [12, 120, 3];
const names = ["a", "b"] as const;
const mostMilliseconds = 60_000;

export const writersKilled: Fault = {
  name: "writers-killed",
  law: `${writers} writers at two processes that are killed in their midst, each with an idempotency key for each call: one effect and one answer for each, and the audit trail holds`,
  async run(testBed, random) {
    const hubs = await testBed.hubs(...names);
    return watch(testBed, { hubs, clients: 12, random }, async () => {
      const before = await newest(testBed.database.prisma);
      const waiting = await testBed.steps(steps);
      const until = performance.now() + mostMilliseconds;
      let again = 0;
      const writer = async () => {
        for (let step = waiting.pop(); step; step = waiting.pop()) {
          const key = `${step.releaseId} after ${before}`;
          for (;;) {
            if (performance.now() > until) throw new Error("The hubs did not answer all steps in time.");
            const answer = await decide(random.oneOf(hubs).url, step, key).catch(() => undefined);
            // Busy says that nothing was done; no answer leaves it open.
            if (answer !== undefined && answer.code !== "BUSY") {
              assert.equal(answer.changed, true, JSON.stringify(answer));
              break;
            }
            again += 1;
            await wait(50);
          }
        }
      };
      const writing = Promise.all(Array.from({ length: writers }, writer));
      for (let kill = 0; kill < kills; kill += 1) {
        await wait(random.between(20, 150));
        const victim = random.oneOf(names);
        await (await testBed.hub(victim)).end("SIGKILL");
        await testBed.hub(victim);
      }
      await writing;
      assert.equal((await readLedger(testBed.database.prisma, before)).length, steps);
      assert.deepEqual((await verifyAudit(testBed.database.prisma)).faults, []);
      return `${again} calls were made again`;
    });
  },
};
