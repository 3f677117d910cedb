/** Transactions that commit late, not at all, all at once, or twice. */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { decide, type Step } from "./test-bed/client.ts";
import { watch, type Fault } from "./test-bed/fault.ts";
import { releases } from "./test-bed/test-bed.ts";
import { firstRecord, followsChanges, newest, readLedger } from "./test-bed/ledger.ts";
import { until } from "./test-bed/until.ts";

export const lateCommit: Fault = {
  name: "late-commit",
  law: "A inserts, B inserts, B wants to commit, A commits late: the feed's order is the order of the commits",
  async run(testBed, random) {
    const hubs = await testBed.hubs("a", "b");
    const { prisma } = testBed.database;
    return watch(testBed, { hubs, clients: 9, random }, async () => {
      for (let round = 0; round < 3; round += 1) {
        const [first, second, third] = (await testBed.steps(3)) as [Step, Step, Step];
        const before = await newest(prisma);
        const inserted = Promise.withResolvers<void>();
        const a = prisma.$transaction(async (db) => {
          // Without taking a moment from the recording clock, whose lock already orders changes: here the append itself has to keep the order.
          await testBed.take(db, first, new Date());
          inserted.resolve();
          await wait(random.between(100, 600));
          assert.equal(await newest(prisma), before, "Somebody committed while A had its number and had not.");
        });
        await inserted.promise;
        const b = prisma.$transaction((db) => testBed.take(db, second, new Date()));
        const c = decide(random.oneOf(hubs).url, third);
        await Promise.all([a, b, c]);
        assert.equal(await firstRecord(prisma, before), first.releaseId);
      }
    });
  },
};

export const rolledBackGap: Fault = {
  name: "rolled-back-gap",
  law: "a sequence number that was rolled back is delivered to nobody and delays nobody",
  async run(testBed, random) {
    const hubs = await testBed.hubs("a", "b");
    const { prisma } = testBed.database;
    return watch(testBed, { hubs, clients: 9, random }, async (listeners) => {
      let slowest = 0;
      for (let round = 0; round < 3; round += 1) {
        const steps = await testBed.steps(random.between(2, 4));
        const next = steps.pop()!;
        const before = await newest(prisma);
        await prisma
          .$transaction(async (db) => {
            for (const step of steps) await testBed.take(db, step);
            throw new Error("given up");
          })
          .catch((error: Error) => assert.equal(error.message, "given up"));
        await testBed.commit(next);
        const committed = performance.now();
        // Changes are numbered at their commit: of what was rolled back none ever had a number.
        const told = BigInt((await readLedger(prisma, before)).length);
        assert((await newest(prisma)) - before > told !== followsChanges(), followsChanges() ? "There is a gap." : "There is no gap.");
        const type = next.verb === "verifyRelease" ? "RELEASE_VERIFIED" : "RELEASE_RETRACTED";
        const eventId = (await readLedger(prisma, before))[0];
        const concerned = listeners.filter(({ types }) => types.includes(type));
        await until("the next event", () => concerned.every(({ log }) => log.some((received) => received.eventId === eventId)), 5000);
        slowest = Math.max(slowest, performance.now() - committed);
      }
      return `the event after a gap was with all after ${Math.round(slowest)} ms`;
    });
  },
};

export const thousandsInOne: Fault = {
  name: "five-thousand-in-one",
  law: `${releases} verifications in one transaction are delivered one by one, in order`,
  large: true,
  async run(testBed, random) {
    const hubs = await testBed.hubs("a", "b");
    return watch(testBed, { hubs, clients: 12, random, timeout: 120_000 }, async () => {
      const steps = await testBed.steps(releases);
      await testBed.database.prisma.$transaction(
        async (db) => {
          for (const step of steps) await testBed.take(db, step);
        },
        { timeout: 300_000 },
      );
    });
  },
};

export const sameKeyTwice: Fault = {
  name: "same-key-twice",
  law: "one idempotency key, at two processes at once: one answer, one event",
  async run(testBed, random) {
    const hubs = await testBed.hubs("a", "b");
    return watch(testBed, { hubs, clients: 6, random }, async () => {
      for (const [n, step] of (await testBed.steps(5)).entries()) {
        const before = await newest(testBed.database.prisma);
        const twice = `${step.releaseId}-${n}-${before}`;
        const answers = await Promise.all(hubs.map(({ url }) => decide(url, step, twice)));
        assert.deepEqual(answers[0], answers[1]);
        assert.equal(answers[0]!.changed, true, JSON.stringify(answers));
        assert.equal((await readLedger(testBed.database.prisma, before)).length, 1);
      }
    });
  },
};
