import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { beginWithSample } from "../../src/cli/sample.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";

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
