import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBudget, type Budget, type Holder } from "../../../src/doors/limits/budget.ts";
import { RateLimited } from "../../../src/errors.ts";

const redisUrl = "redis://127.0.0.1:6379";
const probe = new Redis(redisUrl, { lazyConnect: true, retryStrategy: () => null });
probe.on("error", () => {});
const reachable = await probe.connect().then(
  () => true,
  () => false,
);
const budgets: Budget[] = [];
afterAll(() => {
  for (const budget of budgets) budget.close();
  probe.disconnect();
});

let nth = 0;
const someone = (kind: Holder["kind"] = "address"): Holder => ({ kind, id: `test-${process.pid}-${(nth += 1)}` });
const failures: unknown[] = [];
const open = async (url?: string) => {
  const budget = createBudget({ costPerAddress: 1000, costPerKey: 5000, redisUrl: url }, (error) => failures.push(error));
  budgets.push(budget);
  await budget.ready();
  return budget;
};
const outcome = (spending: Promise<unknown>) =>
  spending.then(
    () => "spent",
    (error: unknown) => (error as { code?: string }).code,
  );

const backends: [string, string | undefined][] = [
  ["in memory", undefined],
  ...(reachable ? [["in Redis", redisUrl] as [string, string]] : []),
];

describe.each(backends)("a budget %s", (_where, url) => {
  let budget: Budget;
  beforeAll(async () => {
    budget = await open(url);
  });

  test("tells what was spent, what is left and until when", async () => {
    const before = Date.now();
    const { requested, remaining, resetAt } = await budget.spend(someone(), 400);
    expect([requested, remaining]).toEqual([400, 600]);
    expect(resetAt.getTime() - before).toBeGreaterThan(25_000);
    expect(resetAt.getTime() - before).toBeLessThan(35_000);
  });

  test("refuses what is more than is left, and takes no more than a fee for it", async () => {
    const holder = someone();
    await budget.spend(holder, 400);
    await expect(budget.spend(holder, 601)).rejects.toBeInstanceOf(RateLimited);
    expect(await outcome(budget.spend(holder, 500))).toBe("spent");
  });

  test("that is used up is known without asking, and is nobody else's", async () => {
    const [holder, other] = [someone(), someone()];
    budget.checkLeft(holder);
    await budget.spend(holder, 1000);
    expect(() => budget.checkLeft(holder)).toThrow(RateLimited);
    budget.checkLeft(other);
    expect(await outcome(budget.spend(other, 1000))).toBe("spent");
  });

  test("of a key is larger than that of an address", async () => {
    expect(await outcome(budget.spend(someone("key"), 5000))).toBe("spent");
    expect(await outcome(budget.spend(someone("address"), 5000))).toBe("RATE_LIMITED");
  });

  test("holds when many spend at once", async () => {
    const holder = someone();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(budget.spend(holder, 100))));
    expect(outcomes.filter((each) => each === "spent").length).toBeLessThanOrEqual(10);
    expect(outcomes.filter((each) => each === "spent").length).toBeGreaterThan(0);
  });
});

describe.runIf(reachable)("over Redis", () => {
  test("two processes count together", async () => {
    const [one, other] = [await open(redisUrl), await open(redisUrl)];
    const holder = someone();
    await one.spend(holder, 700);
    expect(await outcome(other.spend(holder, 400))).toBe("RATE_LIMITED");
    expect((await other.spend(holder, 100)).remaining).toBeLessThan(250);
  });
});

test("a Redis that is away is counted without, and said", async () => {
  const budget = await open("redis://127.0.0.1:1");
  const holder = someone();
  expect(await outcome(budget.spend(holder, 900))).toBe("spent");
  expect(await outcome(budget.spend(holder, 900))).toBe("RATE_LIMITED");
  expect(failures.length).toBeGreaterThan(0);
});

test("no bound is no bound", async () => {
  const budget = createBudget({ costPerAddress: 0, costPerKey: 0 }, () => {});
  expect(await outcome(budget.spend(someone(), 1_000_000_000))).toBe("spent");
});
