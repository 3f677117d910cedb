/** People without names, and what sources tell of an event, in data sets: columns that may be left out. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anonymous, viewerOf } from "../../src/domain/viewer.ts";
import { InvalidInput } from "../../src/errors.ts";
import { exportDataset } from "../../src/exchange/export/export.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";

const now = new Date("2026-01-26T00:00:00Z");
const people =
  "key,name,named,sex,age_group,birth,birth_verbatim,time_zone,nationalities,occupations,ethnicities,civil_military,visibility,external_ids";
const events =
  "key,detainee,type,when,when_verbatim,time_zone,facility,place,stage,outcome,conditions,age,charges,case_number,sentence,sentence_length,sentence_ends";
const files: Record<string, string> = {
  "dataset.json": JSON.stringify({ name: "deaths", title: "Deaths", timeZone: "UTC" }),
  "detainees.csv": `${people}
ana,Ana Perez,,,,,,,,,White|Hispanic (county's word),,,
d-17,,,,,,,,,,,,,
d-18,"Man of about 40, cell 12",false,MALE,,,,,,,,,,
`,
  "events.csv": `${events}
ana-s,ana,SENTENCE,2024-05-02,,,,,,,,34,theft|arson,2024/17,,P12Y6M,2036-11
17-d,d-17,DEATH,2025-01-03,,,,Dallas County,,,,52,,,,,
18-d,d-18,DEATH,2025-01-03,,,,Dallas County,,,,,,,,,
`,
};
let database: Awaited<ReturnType<typeof freshDatabase>>;
let directory: string;
beforeEach(async () => {
  [database, directory] = [await freshDatabase("empty"), await mkdtemp(join(tmpdir(), "paradero-nameless-"))];
  for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});
const run = async (from = directory, more: { reason?: "MORE_PRECISE" } = {}) =>
  importDataset(database.prisma, await readDataset(from), { now, ...more });
const edit = async (file: string, change: (text: string) => string) =>
  writeFile(join(directory, file), change(await readFile(join(directory, file), "utf8")));

test("who has no name is listed under a label, or the key of the row, and has no name to be found by", async () => {
  await run();
  const rows = await database.prisma.detainee.findMany({ orderBy: { key: "asc" }, include: { names: true } });
  expect(rows.map(({ key, name, named, names, matchKeys }) => [key, name, named, names.length, matchKeys.length > 0])).toEqual([
    ["ana", "Ana Perez", true, 1, true],
    ["d-17", "d-17", false, 0, false],
    ["d-18", "Man of about 40, cell 12", false, 0, false],
  ]);
  expect(rows[0]!.ethnicities).toEqual(["White", "Hispanic (county's word)"]);
});

test("a second time nothing changes, and what goes out comes in as it was", async () => {
  await run();
  const of = (report: Awaited<ReturnType<typeof run>>) =>
    [report.created, report.updated].flatMap((rows) => Object.values(rows)).some((n) => n > 0);
  expect(of(await run())).toBe(false);
  const out = join(directory, "out");
  await exportDataset(database.prisma, anonymous, out, { name: "deaths", title: "Deaths", now });
  expect(of(await run(out))).toBe(false);
  const [header = "", ...rows] = (await readFile(join(out, "events.csv"), "utf8")).trim().split("\n");
  expect(header.split(",").slice(0, 17)).toEqual(events.split(","));
  expect(rows.find((row) => row.startsWith("ana-s"))).toMatch(/,34,theft\|arson,2024\/17,TERM,P12Y6M,2036-11,,UTC,,,,,,$/);
});

test("a name that is learnt is a correction, and somebody may turn out to have none", async () => {
  await run();
  await edit("detainees.csv", (text) => text.replace("d-17,,,", "d-17,Luis Gil,true,"));
  await expect(run()).rejects.toThrow(InvalidInput);
  await run(directory, { reason: "MORE_PRECISE" });
  const named = { where: { key: "d-17" }, include: { names: true } };
  expect(await database.prisma.detainee.findUnique(named)).toMatchObject({
    ...{ name: "Luis Gil", named: true, sortName: "luis gil" },
    names: [{ text: "Luis Gil", kind: "PRIMARY" }],
  });
  await edit("detainees.csv", (text) => text.replace("d-17,Luis Gil,true,", "d-17,,,"));
  await run(directory, { reason: "MORE_PRECISE" });
  expect(await database.prisma.detainee.findUnique(named)).toMatchObject({ name: "d-17", named: false, names: [], matchKeys: [] });
});

test("whoever is told to be under age is a minor, and hidden", async () => {
  await edit("events.csv", (text) => text.replace(",52,", ",17,"));
  await expect(run()).rejects.toMatchObject({ issues: [{ path: "events.csv:3:age", expected: expect.stringContaining("MINOR") }] });
  await edit("detainees.csv", (text) => text.replace("d-17,,,,,", "d-17,,,,MINOR,"));
  await run();
  expect(await database.prisma.custodyEvent.findUnique({ where: { key: "17-d" } })).toMatchObject({ age: 17, visibility: "RESTRICTED" });
  const out = join(directory, "out");
  await exportDataset(database.prisma, viewerOf("key:test", ["EDITOR"]), out, { name: "deaths", title: "Deaths", now });
  expect(Object.values((await run(out)).created).every((n) => n === 0)).toBe(true);
});

test.each([
  [
    "a sentence of another event",
    (text: string) => text.replace("DEATH,2025-01-03,,,,Dallas County,,,,52,,,,,", "DEATH,2025-01-03,,,,,,,,,,,LIFE,,"),
    "type",
    "SENTENCE",
  ],
  ["a length that is no duration", (text: string) => text.replace("P12Y6M", "12 years"), "sentence_length", "P12Y6M"],
  ["a length of life", (text: string) => text.replace(",,P12Y6M", ",LIFE,P12Y6M"), "sentence", "TERM"],
  ["half a year of age", (text: string) => text.replace(",34,", ",34.5,"), "age", "whole years"],
])("%s is refused by file, line and column", async (_what, change, column, expected) => {
  await edit("events.csv", change);
  await expect(run()).rejects.toMatchObject({
    issues: [{ path: expect.stringMatching(new RegExp(`^events.csv:\\d:${column}$`)), expected: expect.stringContaining(expected) }],
  });
});
