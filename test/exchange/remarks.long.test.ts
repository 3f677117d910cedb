/** Remarks in data sets: a file that need not be there, rows that are asserted like every claim. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anonymous } from "../../src/domain/viewer.ts";
import { InvalidInput } from "../../src/errors.ts";
import { exportDataset } from "../../src/exchange/export/export.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";

const now = new Date("2026-01-26T00:00:00Z");
const header =
  "key,asserted_by,document,locator,statement,quote,as_of,as_of_verbatim,time_zone,facility,about_source,visibility,supersedes,change_reason";
const files: Record<string, string> = {
  "dataset.json": JSON.stringify({ name: "remarks", title: "Remarks", timeZone: "America/Caracas" }),
  "sources.csv":
    "slug,name,aliases,kind,independence_group,time_zone,visibility\nsister,A sister,,FAMILY,,,\nprison-service,Prison service,,GOVERNMENT,,,\n",
  "documents.csv":
    "key,publisher,authors,title,url,language,kind,published_at,published_at_verbatim,time_zone,retrieved_at,archive_url,sha256,derived_from,visibility\npage,,,Page,,en,ARTICLE,2026-01-12,,,,,,,\n",
  "facilities.csv":
    "slug,name,aliases,kind,operator,part_of,country,admin1,latitude,longitude,coordinate_precision,visibility\nrodeo,Rodeo,,PENAL,,,VE,Miranda,,,,\n",
  "remarks.csv": `${header}\nno-word,sister,page,¶3,Nobody tells the families anything.,,2026-01-12,,,rodeo,prison-service,,,\nno-list,sister,page,¶4,There is no list.,,2026-01-12,,,,,,,\n`,
};
let database: Awaited<ReturnType<typeof freshDatabase>>;
let directory: string;
beforeEach(async () => {
  [database, directory] = [await freshDatabase("empty"), await mkdtemp(join(tmpdir(), "paradero-set-"))];
  for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});
const run = async () => importDataset(database.prisma, await readDataset(directory), { now });
const replace = (remarks: string) => writeFile(join(directory, "remarks.csv"), `${header}\n${remarks}\n`);

test("remarks come in with what they are about, a second time they change nothing, and they go out as they came", async () => {
  expect((await run()).created.remarks).toBe(2);
  const again = await run();
  expect([again.created.remarks, again.unchanged.remarks]).toEqual([0, 2]);
  const read = await database.prisma.claim.findUnique({ where: { key: "no-word" }, include: { facility: true, aboutSource: true } });
  expect(read).toMatchObject({
    kind: "REMARK",
    facility: { slug: "rodeo" },
    aboutSource: { slug: "prison-service" },
    recordedBy: "import:remarks",
  });
  await exportDataset(database.prisma, anonymous, join(directory, "out"), { name: "copy", title: "Copy", now });
  const rows = (await readFile(join(directory, "out", "remarks.csv"), "utf8")).trim().split("\n");
  expect(rows.length).toBe(3);
  expect(rows).toContainEqual(expect.stringMatching(/^no-word,sister,page,¶3,.*,rodeo,prison-service,PUBLIC,,$/));
  const other = await importDataset(database.prisma, await readDataset(join(directory, "out")), { now });
  expect(other.unchanged.remarks).toBe(2);
});

test("a remark is corrected by a row that supersedes it; other content under its key is refused", async () => {
  await run();
  await replace("no-list-2,sister,page,¶4,There is no official list.,,2026-01-12,,,,prison-service,,no-list,OUR_ERROR");
  expect((await run()).created.remarks).toBe(1);
  const before = await database.prisma.claim.findUnique({ where: { key: "no-list" }, include: { supersededBy: true } });
  expect(before!.supersededBy!.key).toBe("no-list-2");
  await replace("no-word,sister,page,¶3,Nobody tells the families anything.,,2026-01-12,,,rodeo,sister,,,");
  await expect(run()).rejects.toMatchObject({
    issues: [{ path: "remarks.csv:2:about_source", expected: expect.stringContaining("append-only") }],
  });
});

test.each([
  ["a place that is none", "one,sister,page,,It is said.,,2026-01-12,,,nowhere,,,,", "remarks.csv:2:facility"],
  ["nobody who says it", "one,,page,,It is said.,,2026-01-12,,,,,,,", "remarks.csv:2:asserted_by"],
  ["nothing that is said", "one,sister,page,,,,2026-01-12,,,,,,,", "remarks.csv:2:statement"],
  ["a time that has not come", "one,sister,page,,It is said.,,2062-01-12,,,,,,,", "remarks.csv:2:as_of"],
])("a remark with %s is told by line and column", async (_what, row, path) => {
  await replace(row);
  const error = await run().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(InvalidInput);
  expect((error as InvalidInput).issues.map((issue) => issue.path)).toContain(path);
});

test("a key names one claim, of whichever kind", async () => {
  const counts =
    "key,asserted_by,document,locator,statement,quote,as_of,as_of_verbatim,time_zone,metric,unit,measure,qualifier,lower,upper,period_start,definition,facility,part_of,dimension,category,names_published,visibility,supersedes,change_reason";
  await writeFile(
    join(directory, "counts.csv"),
    `${counts}\nno-list,sister,page,,Some are out.,,2026-01-12,,,RELEASED,PERSONS,CUMULATIVE,UNQUANTIFIED,,,,,,,,,,,,\n`,
  );
  await expect(run()).rejects.toMatchObject({ issues: [{ path: "remarks.csv:3:key", expected: expect.stringContaining("counts.csv") }] });
});
