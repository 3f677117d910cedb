/** Long work beside others' short one. */
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { takeBreaths } from "../../../src/db/statements/breath.ts";

const works = 8;
const portions = 6;

function busy(milliseconds: number): void {
  for (const until = performance.now() + milliseconds; performance.now() < until;);
}

test("however many long works there are, whoever asks meanwhile waits for a portion of one", async () => {
  const order: string[] = [];
  let going = works;
  const work = async (name: string) => {
    const breathe = takeBreaths();
    for (let portion = 0; portion < portions; portion += 1) {
      busy(16);
      order.push(name);
      await breathe();
    }
    going -= 1;
  };
  const others = async () => {
    while (going > 0) {
      await turn();
      order.push("others");
    }
  };
  await Promise.all([...Array.from({ length: works }, (_, nth) => work(String(nth))), others()]);
  // The first portion of each was begun before anybody could wait.
  const between = order.slice(works).join(" ").split("others");
  expect(Math.max(...between.map((run) => run.trim().split(" ").filter(Boolean).length))).toBeLessThanOrEqual(2);
  expect(order.filter((name) => name !== "others")).toHaveLength(works * portions);
  // Nobody is passed over: each comes again before another comes a third time.
  const told = order.filter((name) => name !== "others");
  for (let at = works; at + works <= told.length; at += works) expect(new Set(told.slice(at, at + works)).size).toBe(works);
});
