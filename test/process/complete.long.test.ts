/** `import --complete` at the command line. */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stoppedHub } from "../kit/stopped-hub.ts";

test("a whole list says what it withdraws, in a dry run too; one file is no whole list, and a cut one asks", async () => {
  const directory = await mkdtemp(join(tmpdir(), "paradero-complete-"));
  await using hub = await stoppedHub("venezuela");
  try {
    await cp("prisma/data/venezuela-2026-01", directory, { recursive: true });
    const remarks = join(directory, "remarks.csv");
    const lines = (await readFile(remarks, "utf8")).trimEnd().split("\n");
    await writeFile(remarks, `${lines.slice(0, -1).join("\n")}\n`);

    const dry = await hub.paradero("import", directory, "--complete", "--dry-run");
    expect([dry.code, dry.said]).toEqual([0, expect.stringContaining("would be withdrawn: 1 remarks")]);
    expect((await hub.paradero("import", directory)).said).not.toContain("withdrawn");
    expect((await hub.paradero("import", directory, "--complete")).said).toContain("\nwithdrawn: 1 remarks");
    expect((await hub.paradero("import", directory, "--complete")).said).toContain("\nwithdrawn: 0");

    const one = await hub.paradero("import", remarks, "--complete");
    expect([one.code, one.said]).toEqual([1, expect.stringContaining("one file of it is not the whole list")]);
    for (const file of ["counts.csv", "event-claims.csv", "remarks.csv"]) await rm(join(directory, file));
    const cut = await hub.paradero("import", directory, "--complete");
    expect([cut.code, cut.said]).toEqual([1, expect.stringMatching(/expected at least half of the \d+ claims.*--withdraw-most/)]);
    expect((await hub.paradero("import", directory, "--complete", "--withdraw-most")).code).toBe(0);
  } finally {
    await rm(directory, { recursive: true });
  }
});
