import { afterAll, beforeAll, expect, it } from "vitest";
import type { Clocks } from "../../../src/domain/history/known-at.ts";
import { revisionsOf } from "../../../src/domain/reconciliation/series.ts";
import { anonymous } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aCountClaim, aDocument, aSource, now } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
const document = aDocument();
beforeAll(async () => {
  database = await freshDatabase("empty");
  await database.prisma.document.create({ data: document });
});
afterAll(() => database[Symbol.asyncDispose]());

const hours = (number: number) => new Date(now.getTime() + (number - 9) * 3_600_000);
const exactly = (value: number) => ({ qualifier: "EXACT", lower: value, upper: value }) as const;

/** Of counts of one source in this order, which fall below which. */
async function falls(...counts: Counts): Promise<(number | null)[]> {
  return fallsAsOf({}, ...counts);
}
type Counts = Partial<Parameters<typeof aCountClaim>[0]>[];
async function fallsAsOf(clocks: Clocks, ...counts: Counts): Promise<(number | null)[]> {
  const source = aSource();
  const claims = counts.map((count) => aCountClaim({ assertedById: source.id, documentId: document.id, ...count }));
  await database.prisma.source.create({ data: source });
  await database.prisma.claim.createMany({ data: claims });
  const ids = claims.map(({ id }) => id);
  const revisions = await revisionsOf(database.prisma, anonymous, ids, clocks);
  return revisions.map((revision) => (revision === null ? null : ids.indexOf(revision.previousId)));
}

it("is a cumulative count below an earlier one of its series", async () => {
  expect(await falls({ ...exactly(10), asOfLatest: hours(0) }, { ...exactly(7), asOfLatest: hours(1) })).toEqual([null, 0]);
  expect(await falls({ ...exactly(7), asOfLatest: hours(0) }, { ...exactly(10), asOfLatest: hours(1) })).toEqual([null, null]);
});

it("is none among counts of one moment: nothing says which was first", async () => {
  expect(await falls({ ...exactly(10), asOfLatest: hours(0) }, { ...exactly(7), asOfLatest: hours(0) })).toEqual([null, null]);
  expect(
    await falls({ ...exactly(9), asOfLatest: hours(0) }, { ...exactly(8), asOfLatest: hours(1) }, { ...exactly(7), asOfLatest: hours(1) }),
  ).toEqual([null, 0, 0]);
});

it("goes by when it was so, no later than its page appeared", async () => {
  const old = aDocument({ publishedAtLatest: hours(1) });
  await database.prisma.document.create({ data: old });
  // "As of hour 5" in a page of hour 1 comes before the count of hour 2.
  expect(await falls({ ...exactly(7), asOfLatest: hours(2) }, { ...exactly(10), asOfLatest: hours(5), documentId: old.id })).toEqual([
    1,
    null,
  ]);
});

it("is none where the two may be the same number", async () => {
  const atLeast = { qualifier: "AT_LEAST", lower: 10, upper: null } as const;
  const upTo = { qualifier: "RANGE", lower: 5, upper: 10 } as const;
  expect(await falls({ ...atLeast, asOfLatest: hours(0) }, { ...upTo, asOfLatest: hours(1) })).toEqual([null, null]);
  expect(await falls({ ...atLeast, asOfLatest: hours(0) }, { ...exactly(9), asOfLatest: hours(1) })).toEqual([null, 0]);
});

it.each<[string, Parameters<typeof falls>[0]]>([
  ["of another population", { breakdown: ["population=staff"] }],
  ["of some of the same people", { breakdown: ["SEX=FEMALE", "population=staff"] }],
  ["of another measure's unit", { unit: "FAMILIES" }],
  ["of another definition of what is counted", { metric: "DIED" }],
])("is none against a count %s", async (_what, other) => {
  expect(await falls({ ...exactly(5), asOfLatest: hours(0) }, { ...exactly(2), ...other, asOfLatest: hours(1) })).toEqual([null, null]);
  expect(await falls({ ...exactly(5), ...other, asOfLatest: hours(0) }, { ...exactly(2), ...other, asOfLatest: hours(1) })).toEqual([
    null,
    0,
  ]);
});

it("goes among counts of one moment by when their pages appeared, and of one page by when they were recorded", async () => {
  const [morning, evening] = [aDocument({ publishedAtLatest: hours(3) }), aDocument({ publishedAtLatest: hours(4) })];
  await database.prisma.document.createMany({ data: [morning, evening] });
  const asOfLatest = hours(0);
  expect(
    await falls({ ...exactly(10), asOfLatest, documentId: morning.id }, { ...exactly(7), asOfLatest, documentId: evening.id }),
  ).toEqual([null, 0]);
  expect(await falls({ ...exactly(10), asOfLatest }, { ...exactly(7), asOfLatest, recordedAt: hours(24) })).toEqual([null, 0]);
});

it("is none before it was recorded, or published", async () => {
  const [morning, evening] = [24, 48].map((hour) => aDocument({ publishedAtLatest: hours(hour), recordedAt: hours(60) }));
  await database.prisma.document.createMany({ data: [morning!, evening!] });
  const counts = [
    { ...exactly(10), asOfLatest: hours(0), documentId: morning!.id, recordedAt: hours(60) },
    { ...exactly(7), asOfLatest: hours(0), documentId: evening!.id, recordedAt: hours(72) },
  ];
  expect(await fallsAsOf({ knownAt: hours(72) }, ...counts)).toEqual([null, 0]);
  expect(await fallsAsOf({ knownAt: hours(71) }, ...counts)).toEqual([null, null]);
  expect(await fallsAsOf({ publishedUntil: hours(48) }, ...counts)).toEqual([null, 0]);
  expect(await fallsAsOf({ publishedUntil: hours(47) }, ...counts)).toEqual([null, null]);
});
