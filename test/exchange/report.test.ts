/** What an import says of what it does. */
import { expect, test } from "vitest";
import { byTable, type Table } from "../../src/exchange/format/format.ts";
import type { Dataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { Progress } from "../../src/exchange/import/progress.ts";
import { freshDatabase } from "../kit/database.ts";

const people = [
  { key: "a", name: "A", age_group: "MINOR" },
  { key: "b", name: "B", age_group: "MINOR", visibility: "PUBLIC" },
  { key: "c", name: "C", age_group: "ADULT" },
];
const dataset: Dataset = {
  ...{ name: "minors", title: "Minors", description: "", licence: "", timeZone: "UTC", situation: null },
  rows: byTable((table) => (table === "detainees" ? people : []).map((cells, at) => ({ line: at + 2, cells }))),
};

test("minors who are hidden because nobody said otherwise are counted, once", async () => {
  await using database = await freshDatabase("empty");
  expect(await importDataset(database.prisma, dataset)).toMatchObject({ created: { detainees: 3 }, hiddenMinors: 1 });
  expect(await importDataset(database.prisma, dataset)).toMatchObject({ unchanged: { detainees: 3 }, hiddenMinors: 0 });
});

test("a fault that is found after much has been written takes all of it back, and is told with every other", async () => {
  await using database = await freshDatabase("empty");
  const many = Array.from({ length: 2500 }, (_, at) => ({ key: `p${at}`, name: `P ${at}`, ...(at === 2200 ? { age_group: "OLD" } : {}) }));
  const events = [{ key: "e", detainee: "nobody", type: "RELEASE", stage: "EFFECTED", when: "2026-01-08" }];
  const cells: Partial<Record<Table, object[]>> = { detainees: many, events };
  const rows = byTable((table) => (cells[table] ?? []).map((row, at) => ({ line: at + 2, cells: row as Record<string, string> })));
  const faulty = importDataset(database.prisma, { ...dataset, rows });
  await expect(faulty).rejects.toMatchObject({ issues: [{ path: "detainees.csv:2202:age_group" }, { path: "events.csv:2:detainee" }] });
  expect(await database.prisma.detainee.count()).toBe(0);
});

test("a spelling that is the primary name is ignored", async () => {
  await using database = await freshDatabase("empty");
  const names = ["A", "Ah"].map((text, at) => ({ line: at + 2, cells: { detainee: "a", text, kind: "VARIANT" } }));
  const withNames = { ...dataset, rows: { ...dataset.rows, names } };
  expect(await importDataset(database.prisma, withNames)).toMatchObject({ created: { names: 1 } });
  expect(await importDataset(database.prisma, withNames)).toMatchObject({ created: { names: 0 }, unchanged: { names: 1 } });
  const found = await database.prisma.personName.findMany({ where: { detainee: { key: "a" } }, orderBy: { text: "asc" } });
  expect(found.map(({ text, kind }) => [text, kind])).toEqual([
    ["A", "PRIMARY"],
    ["Ah", "VARIANT"],
  ]);
});

test("a situation that comes with a data set is recorded at the moment of its rows", async () => {
  await using database = await freshDatabase("empty");
  await importDataset(database.prisma, dataset);
  const { recordedAt } = await database.prisma.detainee.findFirstOrThrow();
  expect(await database.prisma.situation.findMany({ select: { recordedAt: true } })).toEqual([{ recordedAt }]);
});

test("when the source recorded it is kept beside the moment of the rows, and cannot be yet to come", async () => {
  await using database = await freshDatabase("empty");
  const { prisma } = database;
  const future = importDataset(prisma, dataset, { sourceRecordedAt: new Date("2999-01-01") });
  await expect(future).rejects.toMatchObject({ issues: [{ path: "recordedAt", received: "2999-01-01T00:00:00.000Z" }] });
  expect(await prisma.detainee.count()).toBe(0);
  await importDataset(prisma, dataset, { sourceRecordedAt: new Date("2020-05-01T12:00:00Z") });
  const { recordedAt } = await prisma.detainee.findFirstOrThrow();
  const { detail } = await prisma.auditEntry.findFirstOrThrow({ where: { action: "import", entity: "Dataset" } });
  expect(detail).toMatchObject({ recordedAt: recordedAt.toISOString(), sourceRecordedAt: "2020-05-01T12:00:00.000Z" });
});

test("progress tells the rate and what is left, every few thousand rows and at the end of a table", () => {
  const told: string[] = [];
  const progress = new Progress(25_002, (message) => void told.push(message));
  progress.did("sources", 2, 2, 2);
  for (let written = 1000; written <= 25_000; written += 1000) progress.did("counts", 1000, written, 25_000);
  expect(told).toEqual([
    "sources: 2 of 2 done",
    expect.stringMatching(/^counts: 10000 of 25000 done \(\d+ rows a second, about \d+ s left\)$/),
    expect.stringMatching(/^counts: 20000 of 25000 done \(\d+ rows a second, about \d+ s left\)$/),
    expect.stringMatching(/^counts: 25000 of 25000 done \(\d+ rows a second, about 0 s left\)$/),
  ]);
});
