/** The audit trail is a chain: whoever changes it past its triggers, as an administrator of the database can, is found out. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../src/domain/access/audit-chain.ts";
import type { Database } from "../../src/db/database.ts";
import { freshDatabase } from "../kit/database.ts";

let database: Database & AsyncDisposable;
const entry = (actor: string) => ({
  actor,
  action: "test",
  entity: "Source",
  entityId: "Ñandú, 2:x",
  detail: { b: 1.5, a: ['"', "é\n"], c: null },
});

beforeAll(async () => {
  database = await freshDatabase("empty");
  const { prisma } = database;
  await prisma.auditEntry.create({ data: entry("key:1") });
  await prisma.$transaction(async (db) => {
    await db.auditEntry.createMany({ data: [entry("key:2"), entry("key:3")] });
    await db.auditEntry.create({ data: entry("key:4") });
  });
  // What is rolled back leaves no gap.
  const failed = prisma.$transaction(async (db) => {
    await db.auditEntry.create({ data: entry("key:nobody") });
    throw new Error("taken back");
  });
  await failed.catch(() => {});
  await Promise.all(Array.from({ length: 8 }, (_, nth) => prisma.auditEntry.create({ data: entry(`key:${5 + nth}`) })));
});
afterAll(async () => database[Symbol.asyncDispose]());

const faultsOf = async (...args: Parameters<typeof verifyAudit> extends [unknown, ...infer More] ? More : never) =>
  (await verifyAudit(database.prisma, ...args)).faults;

/** What is found after somebody has been at the table with its triggers off; then all is as it was. */
async function faultsAfter(...statements: string[]): Promise<readonly string[]> {
  let faults: readonly string[] = [];
  const undone = database.prisma.$transaction(async (db) => {
    for (const table of ["AuditEntry", "AuditHead"]) await db.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    for (const statement of statements) await db.$executeRawUnsafe(statement);
    ({ faults } = await verifyAudit(db));
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  return faults;
}

test("a trail that nobody touched is whole: numbered in the order of commits, without gaps", async () => {
  const { entries, head, faults } = await verifyAudit(database.prisma);
  expect([entries, head.seq, faults]).toEqual([12n, 12n, []]);
  const rows = await database.prisma.auditEntry.findMany({ orderBy: { seq: "asc" } });
  expect(rows.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: 12 }, (_, nth) => nth + 1));
  expect(rows.slice(0, 4).map(({ actor }) => actor)).toEqual(["key:1", "key:2", "key:3", "key:4"]);
});

test.each([
  [`UPDATE "AuditEntry" SET "actor" = 'key:99' WHERE "seq" = 5`, ["entry 5 is not as it was appended"]],
  [`UPDATE "AuditEntry" SET "detail" = '{}' WHERE "seq" = 1`, ["entry 1 is not as it was appended"]],
  [`UPDATE "AuditEntry" SET "at" = "at" + interval '1 millisecond' WHERE "seq" = 12`, ["entry 12 is not as it was appended"]],
  [
    `UPDATE "AuditEntry" SET "outcome" = 'FORBIDDEN' WHERE "seq" IN (2, 3)`,
    ["entry 2 is not as it was appended", "entry 3 is not as it was appended"],
  ],
  // A part cannot pass for another.
  [`UPDATE "AuditEntry" SET "entity" = '', "entityId" = "entity" || "entityId" WHERE "seq" = 7`, ["entry 7 is not as it was appended"]],
  [`DELETE FROM "AuditEntry" WHERE "seq" = 6`, ["entry 6 is missing"]],
  [`DELETE FROM "AuditEntry" WHERE "seq" <= 2`, ["entries 1 to 2 are missing"]],
  [`DELETE FROM "AuditEntry" WHERE "seq" > 10`, ["entries 11 to 12 are missing"]],
  [`DELETE FROM "AuditEntry"`, ["entries 1 to 12 are missing"]],
  [
    `INSERT INTO "AuditEntry" ("actor", "action", "entity", "entityId", "detail") VALUES ('x', 'x', 'x', 'x', '{}')`,
    ["1 entries stand outside the chain"],
  ],
  [`UPDATE "AuditHead" SET "hash" = sha256('x')`, ["entry 12 is not the one that the trail ended with"]],
])("%s is found", async (statement, faults) => {
  expect(await faultsAfter(statement)).toEqual(faults);
});

test("an entry whose hash was made anew is found by the one after it, and a trail that was made anew as a whole by an anchor from before", async () => {
  const rehash = (
    seq: number,
  ) => `UPDATE "AuditEntry" AS entry SET "actor" = 'key:99', "hash" = audit_hash(before."hash", entry."seq", entry."at", 'key:99',
    entry."action", entry."entity", entry."entityId", entry."outcome", entry."detail") FROM "AuditEntry" AS before WHERE entry."seq" = ${seq} AND before."seq" = ${seq - 1}`;
  expect(await faultsAfter(rehash(5))).toEqual(["entry 6 is not as it was appended"]);
  expect(await faultsAfter(rehash(12))).toEqual(["entry 12 is not the one that the trail ended with"]);
  const { head } = await verifyAudit(database.prisma);
  expect(await faultsOf(head)).toEqual([]);
  expect(await faultsOf({ seq: head.seq, hash: "00" })).toEqual(["entry 12 is not the one of the anchor"]);
  expect(await faultsOf({ seq: 99n, hash: "00" })).toEqual(["the anchor is of entry 99, and the trail ends at 12"]);
});

test("what an append does cannot be done by hand", async () => {
  const refused = /append-only/;
  const run = (sql: string) => database.prisma.$executeRawUnsafe(sql);
  await expect(run(`UPDATE "AuditHead" SET "seq" = 1`)).rejects.toThrow(refused);
  await expect(run(`UPDATE "AuditEntry" SET "hash" = NULL`)).rejects.toThrow(refused);
  const early = `INSERT INTO "AuditEntry" ("actor", "action", "entity", "entityId", "detail", "seq", "hash") VALUES ('x', 'x', 'x', 'x', '{}', 99, 'x')`;
  const undone = database.prisma.$transaction(async (db) => {
    await db.$executeRawUnsafe(early);
    expect((await verifyAudit(db)).faults).toEqual(["1 entries stand outside the chain"]);
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
});
