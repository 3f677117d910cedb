import { expect, test } from "vitest";
import { Turns } from "../../../src/domain/turns/turns.ts";

const never = new AbortController().signal;

/** A piece of work that says when it has begun and ends when it is told to. */
function work() {
  const [began, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const run = async () => {
    began.resolve();
    await ends.promise;
  };
  return { run, began: began.promise, end: () => ends.resolve() };
}

test("one at a time, in the order of coming, also after one that failed", async () => {
  const line = new Turns();
  const order: number[] = [];
  let atWork = 0;
  const run = async (n: number) => {
    atWork += 1;
    expect(atWork).toBe(1);
    await Promise.resolve();
    order.push(n);
    atWork -= 1;
    if (n === 2) throw new Error("2 failed");
  };
  const all = await Promise.allSettled([1, 2, 3, 4].map((n) => line.take(() => run(n), never)));
  expect(order).toEqual([1, 2, 3, 4]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
});

test("who gives up leaves the line and is not served", async () => {
  const line = new Turns();
  const first = work();
  const held = line.take(first.run, never);
  await first.began;
  const ending = new AbortController();
  let served = false;
  const second = line.take(async () => void (served = true), ending.signal);
  const third = line.take(async () => "served", never);
  expect(line.waiting).toBe(2);
  ending.abort(new Error("gone"));
  await expect(second).rejects.toThrow("gone");
  expect(line.waiting).toBe(1);
  first.end();
  await held;
  expect(await third).toBe("served");
  expect(served).toBe(false);
});

test("whoever comes as a turn ends stands behind those who wait", async () => {
  const line = new Turns();
  const order: string[] = [];
  const first = line.take(async () => void order.push("first"), never);
  const second = line.take(async () => void order.push("second"), never);
  const late = first.then(() => line.take(async () => void order.push("late"), never));
  await Promise.all([second, late]);
  expect(order).toEqual(["first", "second", "late"]);
});
