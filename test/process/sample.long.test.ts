import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginWithSample } from "../../src/exchange/sample/sample.ts";
import type { Database } from "../../src/db/database.ts";
import { recordSource } from "../../src/domain/records/source.ts";
import { change } from "../../src/domain/change.ts";
import { operator } from "../../src/domain/viewer.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";
import { stoppedHub } from "../kit/process.ts";

const begin = async (database: Parameters<typeof beginWithSample>[0], empty = false) => {
  const said: string[] = [];
  await beginWithSample(database, empty, (line) => void said.push(line));
  return said;
};

test("a new hub begins with the sample, once", async () => {
  await using database = await freshDatabase("empty");
  expect(await begin(database)).toEqual([expect.stringMatching(/^data: \d+ rows of venezuela-2026-01 imported$/)]);
  expect(await begin(database)).toEqual([]);
});

test("a hub that was started with --empty never gets the sample, not even without --empty later", async () => {
  await using database = await freshDatabase("empty");
  expect(await begin(database, true)).toEqual([expect.stringContaining("none")]);
  expect(await begin(database)).toEqual([]);
  expect(await database.prisma.source.count()).toBe(0);
});

// Each is what a data set may consist of.
const alone = {
  "sources.csv": "slug,name,aliases,kind,independence_group,time_zone,visibility\nong,Ong,,NGO,,,\n",
  "detainees.csv":
    "key,name,sex,age_group,birth,birth_verbatim,time_zone,nationalities,occupations,civil_military,visibility,external_ids\np1,A. B.,,,,,,,,,,\n",
  "facilities.csv":
    "slug,name,aliases,kind,operator,part_of,country,admin1,latitude,longitude,coordinate_precision,visibility\njail-a,Jail A,,PENAL,,,US,,,,,\n",
  "documents.csv":
    "key,publisher,authors,title,url,language,kind,published_at,published_at_verbatim,time_zone,retrieved_at,archive_url,sha256,derived_from,visibility\nd1,,,,,,LIST,2021-01-10,,,,,,,\n",
};

test.each(Object.entries(alone))("a hub that holds only what is in %s gets no sample", async (file, rows) => {
  await using database = await freshDatabase("empty");
  const directory = await mkdtemp(join(tmpdir(), "paradero-alone-"));
  await writeFile(join(directory, file), rows);
  await importDataset(database.prisma, await readDataset(join(directory, file)));
  await rm(directory, { recursive: true });
  expect(await begin(database)).toEqual([]);
});

test("remove-sample empties a hub that holds nothing else; it stays empty, is another hub, and takes a data set as a new one does", async () => {
  await using hub = await stoppedHub("empty");
  expect(await hub.paradero("remove-sample")).toEqual({ code: 1, said: expect.stringContaining("it was never put into this hub") });
  const epoch = async ({ prisma }: Database) => (await prisma.hub.findFirstOrThrow()).epoch;
  await hub.within((database) => begin(database));
  expect((await hub.paradero("keys", "create", "--name", "desk", "--scope", "ADMIN")).code).toBe(0);
  const before = await hub.within(epoch);

  expect(await hub.paradero("remove-sample")).toEqual({ code: 0, said: expect.stringMatching(/^removed: venezuela-2026-01;/) });
  const left = await hub.within(async ({ prisma }) => {
    const tables = await prisma.$queryRaw<{ table: string }[]>`
      SELECT tablename AS "table" FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE "C"`;
    const holding: string[] = [];
    for (const { table } of tables)
      if ((await prisma.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM "${table}" LIMIT 1`)).length > 0) holding.push(table);
    return holding;
  });
  expect(left).toEqual(["ApiKey", "AuditEntry", "AuditHead", "Clock", "Hub", "Policy", "VerdictRun", "_prisma_migrations"]);
  expect(await hub.within(epoch)).not.toBe(before);
  expect((await hub.paradero("audit", "verify")).code).toBe(0);
  expect(await hub.within((database) => begin(database))).toEqual([]);
  expect(await hub.paradero("remove-sample")).toEqual({ code: 0, said: "it was removed already" });
  await expect(hub.within(({ prisma }) => prisma.$executeRaw`TRUNCATE "Claim" CASCADE`)).rejects.toThrow("append-only");

  const again = await hub.paradero("import", "prisma/data/venezuela-2026-01");
  expect([again.code, again.said]).toEqual([0, expect.stringContaining("created: ")]);
  expect((await hub.paradero("remove-sample")).said).toMatch(/^removed/);
});

test("remove-sample refuses, saying what stands in the way, where anything else was recorded", async () => {
  await using hub = await stoppedHub("venezuela");
  await hub.within(({ prisma }) =>
    change(prisma, operator, recordSource, { slug: "ours", name: "A source of our own", kind: "NGO", timeZone: "UTC" }),
  );
  const { code, said } = await hub.paradero("remove-sample");
  expect([code, said]).toEqual([
    1,
    expect.stringMatching(/^The sample stays: operator did recordSource\. Nothing was changed\. .*serve --empty/),
  ]);
  expect(await hub.within(({ prisma }) => prisma.detainee.count())).toBeGreaterThan(0);
});

test("remove-sample refuses while a hub serves the database", async () => {
  await using hub = await stoppedHub("venezuela");
  const refused = await hub.within(async (database) => {
    if (database.engine === "embedded") return "another process has the directory";
    const stop = await database.listen("paradero_changes", () => {});
    try {
      return (await hub.paradero("remove-sample")).said;
    } finally {
      await stop();
    }
  });
  expect(refused).toMatch(/a hub serves this database|another process/);
});
