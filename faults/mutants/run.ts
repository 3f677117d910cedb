/**
 * `npm run mutants [-- --only word]`: are the tests good for anything? Each mutant is one line of src changed into a fault that somebody could make; the tests that stand beside it must turn red. Ends with 1
 * when one survives. It changes files of this checkout and puts them back: run it on a clean one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { mutants } from "./mutants.ts";

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
const house = join(import.meta.dirname, "../..");
const told = join(mkdtempSync(join(tmpdir(), "paradero-mutants-")), "told.json");
let survivors = 0;
for (const { fault, file, from, to, tests } of mutants.filter((mutant) => `${mutant.fault} ${mutant.file}`.includes(values.only))) {
  const path = join(house, file);
  const whole = readFileSync(path, "utf8");
  if (!whole.includes(from)) throw new Error(`${file} does not hold ${from}: the rule was written otherwise. Bring the mutant up to date.`);
  let red = false;
  try {
    writeFileSync(
      path,
      whole.replace(from, () => to),
    );
    // A mutant that waits for ever has been found out, too.
    spawnSync("vitest", ["run", "--reporter=json", `--outputFile=${told}`, "--testTimeout=60000", tests], { cwd: house });
    const { numFailedTests = 0, numPassedTests = 0 } = JSON.parse(readFileSync(told, "utf8")) as Record<string, number>;
    // Tests that cannot even be read prove nothing.
    red = numFailedTests > 0 && numFailedTests + numPassedTests > 0;
  } finally {
    writeFileSync(path, whole);
  }
  console.log(`${red ? "killed  " : "SURVIVED"}  ${fault} (${tests})`);
  if (!red) survivors += 1;
}
rmSync(dirname(told), { recursive: true });
process.exitCode = survivors > 0 ? 1 : 0;
