import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { anonymous, viewerOf } from "../../src/domain/viewer.ts";
import { InvalidInput } from "../../src/errors.ts";
import { exportDataset } from "../../src/exchange/export/export.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { freshDatabase } from "../kit/database.ts";
import { dataset as venezuela } from "../kit/template.ts";

const now = new Date("2026-01-26T00:00:00Z");
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paradero-set-"));
  await cp(venezuela, join(directory, "set"), { recursive: true });
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const set = () => join(directory, "set");
const edit = async (file: string, change: (text: string) => string) =>
  writeFile(join(set(), file), change(await readFile(join(set(), file), "utf8")));
const sum = (rows: Record<string, number>) => Object.values(rows).reduce((total, count) => total + count, 0);
const content = async (path: string) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(path)).filter((file) => file.endsWith(".csv")).map(async (file) => [file, await readFile(join(path, file), "utf8")]),
    ),
  );
const rowsIn = async ({ prisma }: Awaited<ReturnType<typeof freshDatabase>>) =>
  Promise.all([
    prisma.source.count(),
    prisma.document.count(),
    prisma.claim.count(),
    prisma.custodyEvent.count(),
    prisma.verification.count(),
    prisma.auditEntry.count(),
  ]);

async function failure(attempt: Promise<unknown>): Promise<InvalidInput> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InvalidInput);
  return error as InvalidInput;
}

test("a second import of the same set changes nothing", async () => {
  await using database = await freshDatabase("venezuela");
  const before = await rowsIn(database);
  const { created, updated, unchanged } = await importDataset(database.prisma, await readDataset(venezuela), { now });
  expect([sum(created), sum(updated)]).toEqual([0, 0]);
  expect(sum(unchanged)).toBeGreaterThan(150);
  expect(await rowsIn(database)).toEqual(before);
});

test("a dry run reports the same and writes nothing", async () => {
  await using database = await freshDatabase("empty");
  const before = await rowsIn(database);
  const tried = await importDataset(database.prisma, await readDataset(venezuela), { now, dryRun: true });
  expect(await rowsIn(database)).toEqual(before);
  expect(await importDataset(database.prisma, await readDataset(venezuela), { now })).toEqual(tried);
});

test("an export, imported elsewhere and exported again, is the same to the byte; imported here, it changes nothing", async () => {
  await using database = await freshDatabase("venezuela");
  const options = { name: "copy", title: "Copy", now };
  await exportDataset(database.prisma, anonymous, join(directory, "one"), options);
  const { created, updated } = await importDataset(database.prisma, await readDataset(join(directory, "one")), { now });
  expect([sum(created), sum(updated)]).toEqual([0, 0]);
  await using elsewhere = await freshDatabase("empty");
  await importDataset(elsewhere.prisma, await readDataset(join(directory, "one")), { now });
  await exportDataset(elsewhere.prisma, anonymous, join(directory, "two"), options);
  expect(await content(join(directory, "two"))).toEqual(await content(join(directory, "one")));
});

test("an export holds what its viewer may see, and nothing else", async () => {
  await using database = await freshDatabase("venezuela");
  await database.prisma.detainee.updateMany({ where: { key: "enrique-marquez" }, data: { visibility: "RESTRICTED" } });
  await exportDataset(database.prisma, anonymous, join(directory, "public"), { name: "public", title: "Public", now });
  await exportDataset(database.prisma, viewerOf("test", ["EDITOR"]), join(directory, "all"), { name: "all", title: "All", now });
  const [open, all] = [JSON.stringify(await content(join(directory, "public"))), JSON.stringify(await content(join(directory, "all")))];
  expect(open).not.toContain("enrique-marquez");
  expect(all).toContain("enrique-marquez");
});

describe("a wrong row is told by file, line and column, and nothing is written", () => {
  const third = (text: string, change: (row: string) => string) =>
    text
      .split("\n")
      .map((row, at) => (at === 2 ? change(row) : row))
      .join("\n");
  test.each([
    [
      "a bound that the qualifier forbids",
      "counts.csv",
      (text: string) => text.replace(",EXACT,49,49,", ",EXACT,49,50,"),
      /^counts\.csv:\d+:/,
    ],
    ["an unknown enum value", "counts.csv", (text: string) => text.replace(",RANGE,", ",BETWEEN,"), /^counts\.csv:\d+:qualifier$/],
    ["a number that is none", "counts.csv", (text: string) => text.replace(",EXACT,41,41,", ",EXACT,forty,41,"), /^counts\.csv:\d+:lower$/],
    [
      "a reference to nothing",
      "event-claims.csv",
      (text: string) => third(text, (row) => row.replace(/^([^,]*),[^,]*,/, "$1,nobody,")),
      /^event-claims\.csv:3:asserted_by$/,
    ],
    ["a date that is none", "events.csv", (text: string) => text.replace(",2026-01-12,", ",2026-02-31,"), /^events\.csv:\d+:when$/],
    ["a date that has not come", "events.csv", (text: string) => text.replace(",2026-01-12,", ",2062-01-12,"), /^events\.csv:\d+:when$/],
    [
      "a date that its zone skipped",
      "events.csv",
      (text: string) => text.replace(/,2026-01-12,("[^"]*"),,/, ",2011-12-30,$1,Pacific/Apia,"),
      /^events\.csv:\d+:when$/,
    ],
    [
      "a time zone that is none",
      "sources.csv",
      (text: string) => text.replace("America/New_York", "New York"),
      /^sources\.csv:\d+:time_zone$/,
    ],
    ["the same key twice", "detainees.csv", (text: string) => `${text}${text.trim().split("\n").at(-1)!}\n`, /^detainees\.csv:\d+:key$/],
    ["a NUL", "detainees.csv", (text: string) => text.replace("Rafael Tudares", "Rafael\u0000Tudares"), /^detainees\.csv:\d+:name$/],
    [
      "a direction override",
      "detainees.csv",
      (text: string) => text.replace("Rafael Tudares", "Rafael \u202ETudares"),
      /^detainees\.csv:\d+:name$/,
    ],
    ["a country that is none", "facilities.csv", (text: string) => text.replace(",VE,", ",Venezuela,"), /^facilities\.csv:\d+:country$/],
  ])("%s", async (_what, file, change, path) => {
    await using database = await freshDatabase("empty");
    const before = await rowsIn(database);
    await edit(file, change);
    const { issues } = await failure(readDataset(set()).then((read) => importDataset(database.prisma, read, { now })));
    expect(issues.map((issue) => issue.path)).toContainEqual(expect.stringMatching(path));
    for (const { expected, received } of issues) expect([expected, received]).not.toContain("");
    expect(await rowsIn(database)).toEqual(before);
  });

  test("every fault of every file at once", async () => {
    await using database = await freshDatabase("empty");
    await edit("counts.csv", (text) => text.replace(",RANGE,", ",BETWEEN,"));
    await edit("events.csv", (text) => text.replace(",2026-01-12,", ",soon,"));
    await edit("sources.csv", (text) => text.replace("America/New_York", "New York"));
    const { issues } = await failure(readDataset(set()).then((read) => importDataset(database.prisma, read, { now })));
    expect(new Set(issues.map(({ path }) => path.split(":")[0]))).toEqual(new Set(["counts.csv", "events.csv", "sources.csv"]));
  });

  test.each([
    ["a missing column", "counts.csv", (text: string) => text.replace("key,asserted_by,", "key,said_by,")],
    ["a quote that never ends", "counts.csv", (text: string) => `${text}"half a row`],
  ])("%s", async (_what, file, change) => {
    await edit(file, change);
    expect((await failure(readDataset(set()))).message).toContain(file);
  });

  test("a path where nothing is", async () => {
    await expect(readDataset(join(directory, "nowhere"))).rejects.toMatchObject({ code: expect.stringMatching(/./) });
  });
});

test("an asserted row with other content is refused: append-only", async () => {
  await using database = await freshDatabase("venezuela");
  await edit("counts.csv", (text) => text.replace(",EXACT,49,49,", ",EXACT,50,50,"));
  const { message } = await failure(readDataset(set()).then((read) => importDataset(database.prisma, read, { now })));
  expect(message).toMatch(/append-only/);
});

test("a corrected source is a version of it, with a reason, and nothing else", async () => {
  await using database = await freshDatabase("venezuela");
  await edit("sources.csv", (text) => text.replace("NTN24,,", "NTN24,Nuestra Tele Noticias,"));
  const unexplained = await failure(readDataset(set()).then((read) => importDataset(database.prisma, read, { now })));
  expect(unexplained.issues).toMatchObject([
    { path: expect.stringMatching(/^sources\.csv:\d+:aliases$/), expected: expect.stringContaining("--reason") },
  ]);
  const { created, updated } = await importDataset(database.prisma, await readDataset(set()), { now, reason: "MORE_PRECISE" });
  expect([sum(created), updated]).toMatchObject([0, { sources: 1 }]);
  expect(sum(updated)).toBe(1);
});

test("a correction supersedes, and one file is enough", async () => {
  await using database = await freshDatabase("venezuela");
  const counts = await readFile(join(venezuela, "counts.csv"), "utf8");
  const [header] = counts.split("\n");
  const old = counts.split("\n").find((row) => row.startsWith("caruzo-el-nacional-9,"))!;
  const corrected = old
    .replace("caruzo-el-nacional-9,", "caruzo-el-nacional-9b,")
    .replace(",EXACT,9,9,", ",AT_LEAST,9,,")
    .replace(/,,$/, ",caruzo-el-nacional-9,OUR_ERROR");
  const file = join(directory, "counts.csv");
  await writeFile(file, `${header}\n${corrected}\n`);
  await writeFile(
    join(directory, "dataset.json"),
    JSON.stringify({ name: "fix", title: "Fix", description: "", licence: "CC0-1.0", timeZone: "America/Caracas" }),
  );
  expect((await importDataset(database.prisma, await readDataset(file), { now })).created).toMatchObject({ counts: 1 });
  const claim = await database.prisma.claim.findUniqueOrThrow({ where: { key: "caruzo-el-nacional-9" }, include: { supersededBy: true } });
  expect([claim.supersededAt, claim.supersededBy?.key, claim.supersededBy?.changeReason]).toEqual([
    now,
    "caruzo-el-nacional-9b",
    "OUR_ERROR",
  ]);
});
