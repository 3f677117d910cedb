/** The files of a data set: what is read, and what is refused before a byte of it is. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { run } from "../../src/cli/program.ts";
import { readConfig } from "../../src/config.ts";
import { InvalidInput } from "../../src/errors.ts";
import { anonymous } from "../../src/domain/viewer.ts";
import { exportDataset } from "../../src/exchange/export/export.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { readDataset, type ReadOptions } from "../../src/exchange/format/read-dataset.ts";
import { freshDatabase } from "../kit/database.ts";
import { stoppedHub } from "../kit/process.ts";

let directory: string;
const at = (name: string) => join(directory, name);
const header = "slug,name,aliases,kind,independence_group,time_zone,visibility\n";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "data-set-"));
  await writeFile(at("dataset.json"), JSON.stringify({ name: "small", title: "Small", timeZone: "UTC" }));
  await writeFile(at("sources.csv"), header);
});
afterEach(() => rm(directory, { recursive: true }));

async function issuesOf(path = directory, options: ReadOptions = {}) {
  const error = await readDataset(path, options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InvalidInput);
  return (error as InvalidInput).issues;
}

test("notes, pictures and hidden files lie beside the tables", async () => {
  for (const name of ["README.md", "LICENSE", "notes.txt", ".counts.csv.swp", "map.png"]) await writeFile(at(name), "x");
  await mkdir(at("archive"));
  expect([...(await readDataset(directory)).rows.sources]).toEqual([]);
});

describe("what is no regular file is refused, and not waited for", () => {
  test.each([
    ["a link to a table", "a link", async () => symlink(at("sources.csv"), at("documents.csv"))],
    ["a link to a file elsewhere", "a link", async () => symlink("/etc/passwd", at("documents.csv"))],
    ["a link to nothing", "a link", async () => symlink(at("nothing"), at("documents.csv"))],
    ["a pipe", "a pipe", async () => promisify(execFile)("mkfifo", [at("documents.csv")])],
    ["a link to a device", "a link", async () => symlink("/dev/zero", at("documents.csv"))],
    ["a directory", "a directory", async () => mkdir(at("documents.csv"))],
  ])("%s", async (_what, received, make) => {
    await make();
    expect(await issuesOf()).toEqual([{ path: "documents.csv", expected: "a regular file", received }]);
  });

  test("the manifest too", async () => {
    await rm(at("dataset.json"));
    await symlink(at("sources.csv"), at("dataset.json"));
    expect(await issuesOf()).toEqual([{ path: "dataset.json", expected: "a regular file", received: "a link" }]);
  });
});

test("a file above the bound is not read", async () => {
  await truncate(at("sources.csv"), 1024 * 1024 + 1);
  const expected = "a file of at most 1 MB (IMPORT_MEGABYTES)";
  expect(await issuesOf(directory, { mostMegabytes: 1 })).toEqual([{ path: "sources.csv", expected, received: "2 MB" }]);
});

describe("a file that is missing or misnamed is told with the names that were expected", () => {
  test.each(["Documents.csv", "documents.CSV", "document.csv", "documents.csv.txt", "documents.tsv", "documents.xlsx", "counts.json"])(
    "%s",
    async (name) => {
      await writeFile(at(name), "");
      const [issue, ...more] = await issuesOf();
      expect([issue!.path, more]).toEqual([name, []]);
      expect(issue!.expected).toContain("sources.csv, documents.csv, definitions.csv");
    },
  );

  test("no manifest, and no table", async () => {
    await Promise.all([rm(at("dataset.json")), rm(at("sources.csv"))]);
    expect((await issuesOf()).map(({ path, received }) => [path, received])).toEqual([
      [directory, "none of them"],
      ["dataset.json", "nothing"],
    ]);
  });
});

describe("the command line", () => {
  const tell = async (...argv: string[]) => {
    const lines: string[] = [];
    const terminal = {
      config: () => readConfig({}),
      out: () => {},
      err: (line: string) => void lines.push(line),
      stopped: Promise.resolve(),
    };
    return { code: await run(argv, { ...terminal, onUncaught: () => {} }), lines };
  };

  test("tells each fault in a line of its own, and of many how many more there are", async () => {
    await writeFile(at("sources.csv"), `${header}${"a,b\n".repeat(3000)}`);
    const { code, lines } = await tell("import", directory);
    expect([code, lines.length]).toEqual([1, 51]);
    expect(lines[0]).toBe("sources.csv: expected a table of sources, got 3000 faults");
    expect(lines[1]).toBe("sources.csv:2: expected 7 cells, like the header, got 2 cells");
    expect(lines[50]).toBe("and 951 more");
  });

  test("writes nothing that a terminal obeys, whatever files and arguments say", async () => {
    await writeFile(at("sources.csv"), `slug,na\u001B]0;title\u0007me\u009B2J\u202E,kind\n`);
    await writeFile(at("x\u001B[2J\n.csv"), "");
    const told = [await tell("import", directory), await tell("import", "\u001B[31mnowhere"), await tell("\u009Bunknown\u2066")];
    for (const { lines } of told) {
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/(?![\n\t])[\p{Cc}\p{Default_Ignorable_Code_Point}]/u);
    }
    expect(told[0]!.lines.every((line) => /^(and|[^:]+(:\d+)?.*: expected .*, got )/.test(line))).toBe(true);
  });
});

describe("a number of a count", () => {
  const counts = (number: string) =>
    `key,asserted_by,document,locator,statement,quote,as_of,as_of_verbatim,time_zone,metric,unit,measure,qualifier,lower,upper,period_start,definition,facility,part_of,dimension,category,names_published,visibility,supersedes,change_reason
c1,ong,d1,,S,,2020-01-12,,,HELD,,STOCK,EXACT,${number},${number},,,,,,,,,,\n`;
  const documents =
    "key,publisher,authors,title,url,language,kind,published_at,published_at_verbatim,time_zone,retrieved_at,archive_url,sha256,derived_from,visibility\n";
  const write = async (number: string) => {
    await writeFile(at("sources.csv"), `${header}ong,Ong,,NGO,,,\n`);
    await writeFile(at("documents.csv"), `${documents}d1,ong,,,,,REPORT,2020-02-01,,,,,,,\n`);
    await writeFile(at("counts.csv"), counts(number));
    return readDataset(directory);
  };

  test.each(["380.3", "12.5", "921.86", "0", "18000", "380.1230"])(
    "%s is taken as it is published, and written so that it is read again",
    async (number) => {
      await using database = await freshDatabase("empty");
      await importDataset(database.prisma, await write(number));
      const { lower } = await database.prisma.claim.findFirstOrThrow();
      expect(lower).toBe(Number(number));
      await exportDataset(database.prisma, anonymous, at("copy"), { name: "copy", title: "Copy", now: new Date() });
      await using other = await freshDatabase("empty");
      await importDataset(other.prisma, await readDataset(at("copy")));
      expect((await other.prisma.claim.findFirstOrThrow()).lower).toBe(lower);
    },
  );

  test.each([
    ["18.000", /18000, or 18\.0000/],
    ['"18,000"', /18000, or 18\.0000/],
    ['"12,5"', /point before decimals/],
    ["1e3", /point before decimals/],
    ["1.234.567", /nothing between thousands/],
  ])("%s is refused with what it may mean", async (number, expected) => {
    await using database = await freshDatabase("empty");
    const error = await importDataset(database.prisma, await write(number)).catch((reason: unknown) => reason);
    expect((error as InvalidInput).issues).toContainEqual(
      expect.objectContaining({ path: "counts.csv:2:lower", expected: expect.stringMatching(expected) }),
    );
  });
});

test("a whole list says what it withdraws, in a dry run too; one file is no whole list, and a cut one asks", async () => {
  await using hub = await stoppedHub("venezuela");
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
});
