import { describe, expect, it } from "vitest";
import { seededRandom } from "../../kit/seeded-random.ts";
import { clean, isClean, judge, sum, type Received, type Verdict } from "../../faults/test-bed/ledger.ts";

const ledger = ["a", "b", "c", "d"];
/** `a1` is the event a, received on the first connection. */
const log = (text: string): Received[] =>
  text
    .split(" ")
    .filter(Boolean)
    .map(([eventId, connection]) => ({ eventId: eventId!, connection: Number(connection) }));

describe("the oracle of the fault suite", () => {
  it.each<[string, string, Partial<Verdict>]>([
    ["all, once, in order", "a1 b1 c1 d1", { delivered: 4 }],
    ["all, over two connections", "a1 b1 c2 d2", { delivered: 4 }],
    ["nothing", "", { lost: 4 }],
    ["a hole", "a1 c1 d1", { delivered: 3, lost: 1 }],
    ["an end that is missing", "a1 b1", { delivered: 2, lost: 2 }],
    ["a hole over a reconnect", "a1 c2 d2", { delivered: 3, lost: 1 }],
    ["one twice on a connection", "a1 b1 b1 c1 d1", { delivered: 4, repeated: 1 }],
    ["one again after a reconnect", "a1 b1 b2 c2 d2", { delivered: 4, again: 1 }],
    ["one again after a reconnect, and then once more", "a1 b1 b2 b2 c2 d2", { delivered: 4, again: 1, repeated: 1 }],
    ["a later one first", "a1 c1 b1 d1", { delivered: 3, misordered: 1 }],
    ["a later one first, over a reconnect", "b1 a2 c2 d2", { delivered: 3, misordered: 1 }],
    ["one that was never committed", "a1 x1 b1 c1 d1", { delivered: 4, invented: 1 }],
  ])("received %s: finds it", (_, delivered, verdict) => {
    expect(judge(ledger, log(delivered))).toEqual({ ...clean, ...verdict });
  });

  it("passes only what is received once on each connection, in order", () => {
    for (const fault of ["lost", "repeated", "misordered", "invented"] as const) expect(isClean({ ...clean, [fault]: 1 })).toBe(false);
    expect(isClean({ ...clean, delivered: 5, again: 2 })).toBe(true);
    expect(sum([judge(ledger, log("a1 b1 c1 d1")), judge(ledger, log("a1 b1 d1"))])).toEqual({ ...clean, delivered: 7, lost: 1 });
  });
});

describe("chance", () => {
  const drawn = (name: string, seed: number) => {
    const random = seededRandom(name, seed);
    return Array.from({ length: 50 }, () => random.between(1, 6));
  };
  it("is the same for the same fault and seed, and other for others", () => {
    expect(drawn("late-commit", 1)).toEqual(drawn("late-commit", 1));
    expect(drawn("late-commit", 1)).not.toEqual(drawn("late-commit", 2));
    expect(drawn("late-commit", 1)).not.toEqual(drawn("rolled-back-gap", 1));
    expect(new Set(drawn("late-commit", 1))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });
});
