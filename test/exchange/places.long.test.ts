/** Places that are no facility, of counts and of events, and shares with their base, in data sets. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anonymous } from "../../src/domain/viewer.ts";
import { exportDataset } from "../../src/exchange/export/export.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";

const now = new Date("2026-01-26T00:00:00Z");
const header =
  "key,asserted_by,document,statement,as_of,metric,unit,measure,qualifier,lower,upper,facility,country,admin1,locality,place,base,breakdown,latitude,longitude,coordinate_precision";
const files: Record<string, string> = {
  "dataset.json": JSON.stringify({ name: "protests", title: "Protests", timeZone: "Europe/Moscow" }),
  "sources.csv": "slug,name,kind\novd,OVD,NGO\n",
  "documents.csv": "key,publisher,kind,published_at\npage,ovd,ARTICLE,2025-03-02\n",
  "facilities.csv": "slug,name,kind,country\nizo,Izo,PENAL,RU\n",
  "counts.csv": `${header}
moscow,ovd,page,Arrested in Moscow,2025-03-01,ARRESTED,,INCREMENT,EXACT,40,40,,RU,Moscow,,,,,55.75,37.62,LOCALITY
march,ovd,page,Arrested at the march,2025-03-01,ARRESTED,,INCREMENT,EXACT,12,12,,RU,,Kazan,"The march, noon",,,,,
women,ovd,page,A tenth of them women,2025-03-01,ARRESTED,PERCENT,INCREMENT,EXACT,10,10,,RU,Moscow,,,moscow,SEX=FEMALE,,,
izo,ovd,page,In Izo,2025-03-01,HELD,,STOCK,EXACT,7,7,izo,,,,,,,,,
`,
  "detainees.csv": "key,name\nivan,Ivan Sidorov\n",
  "events.csv": `key,detainee,type,when,place,country,admin1,locality,latitude,longitude,coordinate_precision
ivan-a,ivan,ARREST,2025-03-01,"The march, noon",RU,Tatarstan,Kazan,55.79,49.12,LOCALITY
`,
};
let database: Awaited<ReturnType<typeof freshDatabase>>;
let directory: string;
beforeEach(async () => {
  [database, directory] = [await freshDatabase("empty"), await mkdtemp(join(tmpdir(), "paradero-places-"))];
  for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});
const run = async (from = directory) => importDataset(database.prisma, await readDataset(from), { now });

test("they come in, a second time they change nothing, and they go out as they came", async () => {
  expect((await run()).created.counts).toBe(4);
  const march = await database.prisma.claim.findUniqueOrThrow({ where: { key: "march" } });
  expect(march.place).toEqual(["COUNTRY=RU", "LOCALITY=Kazan", "TEXT=The march, noon"]);
  const arrest = await database.prisma.custodyEvent.findUniqueOrThrow({ where: { key: "ivan-a" } });
  expect(arrest).toMatchObject({ place: "The march, noon", country: "RU", admin1: "Tatarstan", locality: "Kazan", latitude: 55.79 });
  expect((await run()).unchanged).toMatchObject({ counts: 4, events: 1 });
  const out = join(directory, "out");
  await exportDataset(database.prisma, anonymous, out, { name: "copy", title: "Copy", now });
  expect((await run(out)).unchanged).toMatchObject({ counts: 4, events: 1 });
  const rows = (await readFile(join(out, "counts.csv"), "utf8")).trim().split("\n");
  expect(rows.find((row) => row.startsWith("women,"))).toContain(",RU,Moscow,,,,moscow,SEX=FEMALE,");
});

test.each([
  ["a place beside a facility", "7,7,izo,,", "7,7,izo,RU,", "counts.csv:5:country"],
  ["no country", "40,40,,RU,", "40,40,,Russia,", "counts.csv:2:country"],
  ["a base of what is no share", '12,12,,RU,,Kazan,"The march, noon",,', "12,12,,RU,,Kazan,,moscow,", "counts.csv:3:base"],
])("%s is refused by file, line and column", async (_what, before, after, path) => {
  const text = files["counts.csv"]!.replace(before, after);
  expect(text).not.toBe(files["counts.csv"]);
  await writeFile(join(directory, "counts.csv"), text);
  await expect(run()).rejects.toMatchObject({ issues: [expect.objectContaining({ path })] });
});

test("coordinates are whole, and of a count those of a place", async () => {
  const counts = join(directory, "counts.csv");
  const text = await readFile(counts, "utf8");
  await writeFile(counts, text.replace("55.75,37.62,LOCALITY", "55.75,37.62,").replace("izo,,,,,,,,,", "izo,,,,,,,55.75,37.62,EXACT"));
  await expect(run()).rejects.toMatchObject({
    issues: [
      { path: "counts.csv:2:latitude", expected: expect.stringContaining("together") },
      { path: "counts.csv:5:latitude", expected: expect.stringContaining("no facility") },
    ],
  });
});
