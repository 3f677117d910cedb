/** Which claims stand: one rule in three forms, which give the same claims at every moment. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "../../../src/db/generated/prisma/client.ts";
import { claimStatuses, isLiveClaim, liveClaim, liveClaimSql, statusOf, whereStatus } from "../../../src/domain/history/claim-status.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aCountClaim, aDocument, aSource, now } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
const [source, document] = [aSource(), aDocument()];
const at = (minutes: number) => new Date(+now + minutes * 60_000);
const claim = (recorded: number, more: object = {}) =>
  aCountClaim({ assertedById: source.id, documentId: document.id, recordedAt: at(recorded), ...more });

const stands = claim(0);
const corrected = claim(0);
const correction = claim(2, { supersedesId: corrected.id, changeReason: "OUR_ERROR" });
const withdrawn = claim(1);
const withdrawal = claim(3, { supersedesId: withdrawn.id, changeReason: "SOURCE_RETRACTED", retraction: true });
const takenBack = claim(4, { supersedesId: withdrawal.id, changeReason: "OUR_ERROR" });
const everything = [stands, corrected, correction, withdrawn, withdrawal, takenBack];

beforeAll(async () => {
  database = await freshDatabase("empty");
  await database.prisma.source.create({ data: source });
  await database.prisma.document.create({ data: document });
  for (const data of everything) await database.prisma.claim.create({ data });
});
afterAll(() => database[Symbol.asyncDispose]());

const moments = [
  { minutes: -1, live: [] },
  { minutes: 0, live: [stands, corrected] },
  { minutes: 1, live: [stands, corrected, withdrawn] },
  { minutes: 2, live: [stands, correction, withdrawn] },
  { minutes: 3, live: [stands, correction] },
  { minutes: 4, live: [stands, correction, takenBack] },
  { minutes: null, live: [stands, correction, takenBack] },
];

describe.each(moments)("as known after $minutes minutes", ({ minutes, live }) => {
  const knownAt = minutes === null ? null : at(minutes);
  const expected = live.map(({ id }) => id).toSorted();
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();

  it("the claims that stand are the same to a value, to a where and to SQL", async () => {
    const { prisma } = database;
    const rows = await prisma.claim.findMany();
    expect(ids(rows.filter((row) => isLiveClaim(row, { knownAt })))).toEqual(expected);
    expect(ids(await prisma.claim.findMany({ where: liveClaim({ knownAt }) }))).toEqual(expected);
    const found = await prisma.$queryRaw<
      { id: string }[]
    >`SELECT claim."id" FROM "Claim" AS claim WHERE ${liveClaimSql({ knownAt }, "claim")} OR ${Prisma.sql`FALSE`}`;
    expect(ids(found)).toEqual(expected);
  });

  it.each(claimStatuses)("a claim is %s to a value where it is to a where", async (status) => {
    const { prisma } = database;
    const recorded = (await prisma.claim.findMany()).filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt);
    const where = { AND: [whereStatus(status, { knownAt }), { id: { in: ids(recorded) } }] };
    expect(ids(await prisma.claim.findMany({ where }))).toEqual(ids(recorded.filter((row) => statusOf(row, { knownAt }) === status)));
  });
});
