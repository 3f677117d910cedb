import { expect, test } from "vitest";
import { createWaves } from "../../../src/doors/access/waves.ts";

/** A question that says when it was begun, and is answered when told to. */
function questions() {
  const begun: string[] = [];
  const answers = new Map<string, PromiseWithResolvers<string>>();
  const inWave = createWaves(60_000);
  const ask = (name: string) => {
    answers.set(name, Promise.withResolvers());
    return inWave(() => {
      begun.push(name);
      return answers.get(name)!.promise;
    });
  };
  return {
    begun,
    ask,
    answer: (name: string) => answers.get(name)!.resolve(name),
    fail: (name: string) => answers.get(name)!.reject(new Error(name)),
  };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

test("who comes while others are asked begins when they are answered, with all who came meanwhile, and is answered for itself", async () => {
  const { begun, ask, answer, fail } = questions();
  const first = ask("a");
  expect(begun).toEqual(["a"]);
  const others = [ask("b"), ask("c")];
  await soon();
  expect(begun).toEqual(["a"]);
  answer("a");
  expect(await first).toBe("a");
  await soon();
  expect(begun).toEqual(["a", "b", "c"]);
  const late = ask("d");
  fail("b");
  await expect(others[0]).rejects.toThrow("b");
  await soon();
  // One of the wave is still under way.
  expect(begun).toEqual(["a", "b", "c"]);
  answer("c");
  await soon();
  expect(begun).toEqual(["a", "b", "c", "d"]);
  answer("d");
  expect(await late).toBe("d");
  await soon();
  const alone = ask("e");
  expect(begun.at(-1)).toBe("e");
  answer("e");
  expect(await alone).toBe("e");
});

test("one that is stuck holds nobody up for long", async () => {
  const inWave = createWaves();
  const stuck = Promise.withResolvers<string>();
  const first = inWave(() => stuck.promise);
  expect(await Promise.all([inWave(async () => "second"), inWave(async () => "third")])).toEqual(["second", "third"]);
  expect(await inWave(async () => "fourth")).toBe("fourth");
  stuck.resolve("first");
  expect(await first).toBe("first");
});
