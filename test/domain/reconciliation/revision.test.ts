import { afterAll, beforeAll, expect, it } from "vitest";
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

const hours = (number: number) => new Date(now.getTime() + number * 3_600_000);
const exactly = (value: number) => ({ qualifier: "EXACT", lower: value, upper: value }) as const;

/** Of counts of one source in this order, which fall below which. */
async function falls(...counts: Partial<Parameters<typeof aCountClaim>[0]>[]): Promise<(number | null)[]> {
  const source = aSource();
  const claims = counts.map((count) => aCountClaim({ assertedById: source.id, documentId: document.id, ...count }));
  await database.prisma.source.create({ data: source });
  await database.prisma.claim.createMany({ data: claims });
  const ids = claims.map(({ id }) => id);
  const revisions = await revisionsOf(database.prisma, anonymous, ids, {});
  return revisions.map((revision) => (revision === null ? null : ids.indexOf(revision.previousId)));
}

it("is a cumulative count below an earlier one of its series", async () => {
  expect(await falls({ ...exactly(10), asOfSortAt: hours(0) }, { ...exactly(7), asOfSortAt: hours(1) })).toEqual([null, 0]);
  expect(await falls({ ...exactly(7), asOfSortAt: hours(0) }, { ...exactly(10), asOfSortAt: hours(1) })).toEqual([null, null]);
});

it("is none among counts of one moment: nothing says which was first", async () => {
  expect(await falls({ ...exactly(10), asOfSortAt: hours(0) }, { ...exactly(7), asOfSortAt: hours(0) })).toEqual([null, null]);
  expect(
    await falls({ ...exactly(9), asOfSortAt: hours(0) }, { ...exactly(8), asOfSortAt: hours(1) }, { ...exactly(7), asOfSortAt: hours(1) }),
  ).toEqual([null, 0, 0]);
});

it("is none where the two may be the same number", async () => {
  const atLeast = { qualifier: "AT_LEAST", lower: 10, upper: null } as const;
  const upTo = { qualifier: "RANGE", lower: 5, upper: 10 } as const;
  expect(await falls({ ...atLeast, asOfSortAt: hours(0) }, { ...upTo, asOfSortAt: hours(1) })).toEqual([null, null]);
  expect(await falls({ ...atLeast, asOfSortAt: hours(0) }, { ...exactly(9), asOfSortAt: hours(1) })).toEqual([null, 0]);
});
