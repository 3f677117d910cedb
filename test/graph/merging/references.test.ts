/** Everything that refers to a record that can be merged: it follows the merge, and comes back when that is undone. What there is, is read from the database's foreign keys. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "../../../src/db/generated/prisma/client.ts";
import { MatchedNoun } from "../../../src/db/generated/prisma/enums.ts";
import { newId } from "../../../src/domain/identity.ts";
import { aCountClaim, aDetainee, aDocument, aFacility, anEvent, anEventClaim, aRemark, aSource } from "../../kit/given.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { judge } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(() => hub[Symbol.asyncDispose]());

/** Why some foreign keys stay as they are. */
const kept: Record<string, string> = {
  mergedIntoId: "is the merge itself",
  "Claim.detaineeId": "is the person of the claim's event, and goes with it",
  "_DetaineeKin.A": "remembers who was ever one with whom",
  "_DetaineeKin.B": "remembers who was ever one with whom",
  "_FacilityKin.A": "remembers who was ever one with whom",
  "_FacilityKin.B": "remembers who was ever one with whom",
  "FacilityWhole.partId": "is made of the facilities as they are resolved",
  "FacilityWhole.wholeId": "is made of the facilities as they are resolved",
  "RecordVersion.detaineeId": "is the history of the very record, whoever stands for it",
  "RecordVersion.facilityId": "is the history of the very record",
  "RecordVersion.sourceId": "is the history of the very record",
  "Verification.eventId": "is a decision on the very event; what stands for both is decided anew",
  "FeedEvent.releaseId": "is what the feed told of the very release",
  "FeedEvent.facilityId": "is where the release was stated to be from when it was told",
  "RecordVersion.eventId": "is the history of the very record",
  "Situation.custodianId": "is the source that was named as custodian; whoever stands for it is told by its mergedInto",
  "_VerificationRoots.A": "is a decision as it was taken; what rests on a merged source is decided anew",
};

/** A row of each table that names a record in a column. */
type Rows = Record<string, (prisma: Hub["database"]["prisma"], id: string) => Promise<{ id: string }>>;
const rows: Rows = {
  "CustodyEvent.detaineeId": (prisma, detaineeId) => prisma.custodyEvent.create({ data: anEvent({ detaineeId }) }),
  "PersonName.detaineeId": (prisma, detaineeId) =>
    prisma.personName.create({ data: { id: newId(), detaineeId, text: newId(), kind: "ALIAS" } }),
  async "CustodyEvent.facilityId"(prisma, facilityId) {
    const { id: detaineeId } = await prisma.detainee.create({ data: aDetainee() });
    return prisma.custodyEvent.create({ data: anEvent({ detaineeId, facilityId }) });
  },
  async "Claim.facilityId"(prisma, facilityId) {
    const [source, document] = [await prisma.source.create({ data: aSource() }), await prisma.document.create({ data: aDocument() })];
    return prisma.claim.create({ data: aCountClaim({ assertedById: source.id, documentId: document.id, facilityId }) });
  },
  async "Claim.eventId"(prisma, eventId) {
    const [source, document] = [await prisma.source.create({ data: aSource() }), await prisma.document.create({ data: aDocument() })];
    return prisma.claim.create({ data: anEventClaim({ assertedById: source.id, documentId: document.id, eventId }) });
  },
  "Facility.partOfId": (prisma, partOfId) => prisma.facility.create({ data: aFacility({ partOfId }) }),
  async "Claim.assertedById"(prisma, assertedById) {
    const document = await prisma.document.create({ data: aDocument() });
    return prisma.claim.create({ data: aCountClaim({ assertedById, documentId: document.id }) });
  },
  async "Claim.aboutSourceId"(prisma, aboutSourceId) {
    const [source, document] = [await prisma.source.create({ data: aSource() }), await prisma.document.create({ data: aDocument() })];
    return prisma.claim.create({ data: aRemark({ assertedById: source.id, documentId: document.id, aboutSourceId }) });
  },
  "Document.publisherId": (prisma, publisherId) => prisma.document.create({ data: aDocument({ publisherId }) }),
  "Definition.sourceId": (prisma, sourceId) =>
    prisma.definition.create({ data: { id: newId(), key: newId(), sourceId, text: "Who is counted." } }),
};
const records = {
  Detainee: (prisma: Hub["database"]["prisma"]) => prisma.detainee.create({ data: aDetainee() }),
  Facility: (prisma: Hub["database"]["prisma"]) => prisma.facility.create({ data: aFacility() }),
  Source: (prisma: Hub["database"]["prisma"]) => prisma.source.create({ data: aSource() }),
  // Events that are judged to be one are of one person.
  async CustodyEvent(prisma: Hub["database"]["prisma"]) {
    person ??= (await prisma.detainee.create({ data: aDetainee() })).id;
    return prisma.custodyEvent.create({ data: anEvent({ detaineeId: person }) });
  },
} as const;
let person: string | undefined;
const verbs = {
  ...{ Detainee: "mergeDetainees", Facility: "mergeFacilities", Source: "mergeSources" },
  CustodyEvent: "markDuplicateEvents",
} as const;

async function foreignKeys() {
  return hub.database.prisma.$queryRaw<{ table: string; column: string; noun: MatchedNoun }[]>`
    SELECT own.relname AS "table", field.attname AS "column", other.relname AS "noun"
    FROM pg_constraint AS key JOIN pg_class AS own ON own.oid = key.conrelid JOIN pg_class AS other ON other.oid = key.confrelid
      JOIN pg_attribute AS field ON field.attrelid = own.oid AND field.attnum = key.conkey[1]
    WHERE key.contype = 'f' AND other.relname = ANY (${Object.values(MatchedNoun)}) ORDER BY 1, 2`;
}
const statedOf = (column: string) => `stated${column[0]!.toUpperCase()}${column.slice(1)}`;

it("a reference has what was stated beside it, and a row here; or a reason to stay as it is", async () => {
  const keys = await foreignKeys();
  const all = new Set(keys.map(({ table, column }) => `${table}.${column}`));
  const following = keys.filter(
    ({ table, column }) => !column.startsWith("stated") && !(column in kept) && !(`${table}.${column}` in kept),
  );
  expect(following.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(Object.keys(rows).toSorted());
  expect(following.filter(({ table, column }) => !all.has(`${table}.${statedOf(column)}`))).toEqual([]);
});

describe.each(Object.keys(rows))("%s", (place) => {
  const [table, column] = place.split(".") as [string, string];

  it("follows a merge and its undoing, also of a row that comes in between; what was stated stays", async () => {
    const { prisma } = hub.database;
    const { noun } = (await foreignKeys()).find((key) => key.table === table && key.column === column)!;
    const [into, from] = [await records[noun](prisma), await records[noun](prisma)];
    const idOf = ({ id }: { id: string }) => Buffer.from(`${noun === "CustodyEvent" ? "Release" : noun}:${id}`).toString("base64");
    const read = async ({ id }: { id: string }) => {
      const [resolved, stated, name] = [column, statedOf(column), table].map((word) => Prisma.raw(`"${word}"`));
      const [row] = await prisma.$queryRaw<
        object[]
      >`SELECT ${resolved!} AS "resolved", ${stated!} AS "stated" FROM ${name!} WHERE "id" = ${id}::uuid`;
      return row;
    };
    const [before, own] = [await rows[place]!(prisma, from.id), await rows[place]!(prisma, into.id)];
    const pair = noun === "CustodyEvent" ? { as: idOf(into), same: idOf(from) } : { into: idOf(into), from: idOf(from) };
    const { judgement } = await judge(hub, verbs[noun], pair);
    const between = await rows[place]!(prisma, from.id);
    const stands = { resolved: into.id, stated: from.id };
    expect([await read(before), await read(own), await read(between)]).toEqual([stands, { resolved: into.id, stated: into.id }, stands]);
    await judge(hub, "undoMerge", { judgement: judgement!.id });
    const apart = { resolved: from.id, stated: from.id };
    expect([await read(before), await read(own), await read(between)]).toEqual([apart, { resolved: into.id, stated: into.id }, apart]);
  });
});

it("a facility that was part of a merged one before parts followed merges is resolved by the migration, and what was stated is kept", async () => {
  const { prisma } = hub.database;
  const [into, from] = [await records.Facility(prisma), await records.Facility(prisma)];
  const part = await prisma.facility.create({ data: aFacility({ partOfId: from.id }) });
  const idOf = ({ id }: { id: string }) => Buffer.from(`Facility:${id}`).toString("base64");
  await judge(hub, "mergeFacilities", { into: idOf(into), from: idOf(from) });
  // As the columns were: one, with what was stated.
  await prisma.$transaction([
    prisma.$executeRaw`ALTER TABLE "Facility" DISABLE TRIGGER keep_part_of`,
    prisma.$executeRaw`UPDATE "Facility" SET "partOfId" = ${from.id}::uuid, "statedPartOfId" = NULL WHERE "id" = ${part.id}::uuid`,
    prisma.$executeRaw`ALTER TABLE "Facility" ENABLE TRIGGER keep_part_of`,
  ]);
  const [migration] = globSync(join(import.meta.dirname, "../../../prisma/migrations/*_facility_parts/migration.sql"));
  const last = readFileSync(migration!, "utf8").trim().split("\n").at(-1)!;
  expect(last).toMatch(/^UPDATE "Facility" SET "statedPartOfId" = "partOfId";$/);
  await prisma.$executeRawUnsafe(last);
  const read = await prisma.facility.findUnique({ where: { id: part.id }, select: { partOfId: true, statedPartOfId: true } });
  expect(read).toEqual({ partOfId: into.id, statedPartOfId: from.id });
});
