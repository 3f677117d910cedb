/** The mutants of `npm run mutants` are of the code as it is: a rule that is written otherwise takes its mutant along. That the tests turn red of them, the command shows. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mutants } from "../../faults/mutants/mutants.ts";

const house = join(import.meta.dirname, "../..");

test.each(mutants)("$fault: stands once in $file", ({ file, from, to, tests }) => {
  expect(readFileSync(join(house, file), "utf8").split(from).length - 1).toBe(1);
  expect(to).not.toBe(from);
  // `npm run mutants` runs them as `npm test` does.
  expect([existsSync(join(house, tests)), tests.endsWith(".long.test.ts")]).toEqual([true, false]);
});
