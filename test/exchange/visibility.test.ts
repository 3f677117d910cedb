/** What is hidden stays hidden through files, in and out. */
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anonymous } from "../../src/domain/viewer.ts";
import { exportDataset } from "../../src/exchange/export/export.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { freshDatabase } from "../kit/database.ts";
import { aDocument, aFacility, aSource } from "../kit/given.ts";
import { dataset as venezuela } from "../kit/template.ts";

const now = new Date("2026-01-26T00:00:00Z");
let database: Awaited<ReturnType<typeof freshDatabase>>;
let directory: string;
beforeEach(async () => {
  [database, directory] = [await freshDatabase("venezuela"), await mkdtemp(join(tmpdir(), "paradero-set-"))];
});
afterEach(async () => {
  await database[Symbol.asyncDispose]();
  await rm(directory, { recursive: true, force: true });
});

/** How many rows of each noun have each visibility. */
async function levels() {
  const { prisma } = database;
  const by = { by: ["visibility" as const], _count: true as const, orderBy: { visibility: "asc" as const } };
  return {
    sources: await prisma.source.groupBy(by),
    documents: await prisma.document.groupBy(by),
    facilities: await prisma.facility.groupBy(by),
    detainees: await prisma.detainee.groupBy(by),
    events: await prisma.custodyEvent.groupBy(by),
    claims: await prisma.claim.groupBy(by),
  };
}

test.each(["PARTNER", "RESTRICTED"] as const)(
  "a file that says nothing of who may see its rows shows nobody what is %s by now",
  async (visibility) => {
    const { prisma } = database;
    await prisma.source.updateMany({ data: { visibility } });
    await prisma.document.updateMany({ data: { visibility } });
    await prisma.facility.updateMany({ data: { visibility } });
    await prisma.detainee.updateMany({ data: { visibility } });
    const before = await levels();
    const { updated } = await importDataset(prisma, await readDataset(venezuela), { now });
    expect(Object.values(updated).every((rows) => rows === 0)).toBe(true);
    expect(await levels()).toEqual(before);
  },
);

/** Every value in an export for the public; lists are taken apart. */
async function cells(): Promise<Set<string>> {
  await exportDataset(database.prisma, anonymous, directory, { name: "public", title: "Public", now });
  const files = (await readdir(directory)).filter((file) => file.endsWith(".csv"));
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), "utf8")));
  return new Set(
    texts.flatMap((text) =>
      parse(text)
        .flat()
        .flatMap((cell) => cell.split("|")),
    ),
  );
}

const hidden = { visibility: "RESTRICTED" } as const;
test.each<[string, (database: Awaited<ReturnType<typeof freshDatabase>>) => Promise<string>]>([
  [
    "the publisher of a page",
    async ({ prisma }) => {
      const publisher = aSource({ slug: "secret-key", ...hidden });
      await prisma.source.create({ data: publisher });
      await prisma.document.create({ data: aDocument({ key: "visible-key", publisherId: publisher.id }) });
      return publisher.slug;
    },
  ],
  [
    "a page that others repeat",
    async ({ prisma }) => {
      const [origin, page] = [aDocument({ key: "secret-key", ...hidden }), aDocument({ key: "visible-key" })];
      await prisma.document.createMany({ data: [origin, page] });
      await prisma.document.update({ where: { id: page.id }, data: { derivedFrom: { connect: { id: origin.id } } } });
      return origin.key;
    },
  ],
  [
    "a facility that another is part of",
    async ({ prisma }) => {
      const whole = aFacility({ slug: "secret-key", ...hidden });
      await prisma.facility.create({ data: whole });
      await prisma.facility.create({ data: aFacility({ slug: "visible-key", partOfId: whole.id }) });
      return whole.slug;
    },
  ],
  [
    "the facility of an event and of a count",
    async ({ prisma }) => {
      const place = aFacility({ slug: "secret-key" });
      await prisma.facility.create({ data: place });
      await prisma.facility.create({ data: aFacility({ slug: "visible-key" }) });
      await prisma.custodyEvent.updateMany({ data: { facilityId: place.id } });
      await prisma.facility.update({ where: { id: place.id }, data: hidden });
      return place.slug;
    },
  ],
])("an export for the public does not name %s that is hidden", async (_what, given) => {
  expect(await given(database)).toBe("secret-key");
  const told = await cells();
  expect(told).toContain("visible-key");
  expect(told).not.toContain("secret-key");
});
