import { request, type IncomingMessage } from "node:http";
import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvRows, jsonlRows, readExport } from "./read-export.ts";
import { startHub, type Hub } from "../../kit/hub.ts";

const page = 100;
const many = 1200;
// Each so long that the whole does not fit into the buffers of a socket: the kernel takes some ten megabytes before anybody is made to wait.
const statement = "It was said at length. ".repeat(900);

let hub: Hub;
/** How often claims were read. */
let reads = 0;
beforeAll(async () => {
  hub = await startHub("empty", {}, (database) => {
    const prisma = database.prisma.$extends({
      query: {
        claim: {
          findMany({ args, query }) {
            reads += 1;
            return query(args);
          },
        },
      },
    });
    // A page that is planned is one statement.
    const single: typeof database.single = async (sql, values) => {
      if (sql.includes('FROM "Claim"')) reads += 1;
      return database.single(sql, values);
    };
    return { ...database, single, prisma: prisma as unknown as typeof database.prisma };
  });
  const [assertedById, documentId] = [crypto.randomUUID(), crypto.randomUUID()];
  const { prisma } = hub.database;
  await prisma.source.create({
    data: { id: assertedById, slug: "somebody", name: "Somebody", sortName: "somebody", kind: "NGO", timeZone: "UTC" },
  });
  await prisma.document.create({
    data: {
      ...{ id: documentId, key: "report", kind: "REPORT", publishedAtPrecision: "UNKNOWN" },
      ...{ publishedAtTimeZone: "UTC", publishedSortAt: new Date("2026-02-01T00:00:00Z") },
    },
  });
  for (let from = 0; from < many; from += 400) {
    const rows = Array.from({ length: 400 }, (_, at) => ({
      ...{
        id: crypto.randomUUID(),
        key: `count-${from + at}`,
        kind: "COUNT" as const,
        assertedById,
        documentId,
        statedAssertedById: assertedById,
      },
      ...{ statement: `${from + at}: ${statement}`, asOfPrecision: "DAY" as const, asOfTimeZone: "UTC", recordedBy: "key:test" },
      // Every seventh shares its moment with others: pages are cut inside such a group too.
      ...span(new Date(Date.UTC(2026, 0, 1, 0, Math.floor((from + at) / 7)))),
      ...{ metric: "HELD" as const, unit: "PERSONS" as const, measure: "STOCK" as const, qualifier: "EXACT" as const },
      ...{ lower: from + at, upper: from + at },
    }));
    await prisma.claim.createMany({ data: rows });
  }
});
afterAll(async () => hub[Symbol.asyncDispose]());

const span = (at: Date) => ({ asOfEarliest: at, asOfLatest: new Date(at.getTime() + 1000), asOfSortAt: new Date(at.getTime() + 1000) });

/** Opens an export without reading more of it than the client is asked to. */
async function open(path: string): Promise<IncomingMessage> {
  const asked = request(new URL(path, hub.url)).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return response;
}

/** Resolves with how often claims were read, once others have been answered from end to end, time and again, and no page more was read meanwhile. */
const settled = async () => {
  for (let before = -1; before !== reads;) {
    before = reads;
    for (let others = 0; others < 20; others += 1) await readExport(hub, "/sources.csv");
  }
  return reads;
};

type Page = { edges: { node: any }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
async function pageAfter(after: string | null): Promise<Page> {
  const { data } = await hub.send(
    "query($after: String) { claims(first: 100, after: $after) { pageInfo { hasNextPage endCursor } edges { node { id statement recordedAt asOf { edtf earliest } assertedBy { slug } ... on CountClaim { lower value } } } } }",
    { after },
  );
  return data["claims"] as Page;
}

test("twelve hundred claims over twelve pages, parsed back, are the graph's own answers, in its order, each once", async () => {
  const expected: string[][] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = await pageAfter(after);
    for (const { node } of edges)
      expected.push(
        [node.id, node.statement, node.recordedAt, node.asOf.edtf, node.asOf.earliest, node.assertedBy.slug, node.lower, node.value].map(
          String,
        ),
      );
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const columns = ["id", "statement", "recordedAt", "asOf.edtf", "asOf.earliest", "assertedBy.slug", "lower", "value"];
  const rows = csvRows((await readExport(hub, "/claims.csv")).text);
  expect(rows).toHaveLength(many);
  expect(rows.map((row) => columns.map((column) => row[column]))).toEqual(expected);
  const records = jsonlRows((await readExport(hub, "/claims.jsonl?order=OLDEST_FIRST")).text);
  expect(new Set(records.map(({ id }) => id))).toEqual(new Set(expected.map(([id]) => id)));
  expect(records.map(({ lower }) => Math.floor(lower / 7))).toEqual(
    records.map(({ lower }) => Math.floor(lower / 7)).toSorted((a, b) => a - b),
  );
});

test("a client that reads slowly is waited for: pages are read as it takes them", async () => {
  reads = 0;
  const response = await open("/export/claims.jsonl");
  const before = await settled();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(many / page);
  let bytes = 0;
  const count = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(response, count);
  expect(bytes).toBeGreaterThan(many * statement.length);
  expect(reads).toBe(many / page);
});

test("a client that leaves stops its export", async () => {
  reads = 0;
  const response = await open("/export/claims.csv");
  await once(response, "readable");
  response.destroy();
  expect(await settled()).toBeLessThan(many / page);
  expect((await readExport(hub, "/sources.csv")).status).toBe(200);
});

test("a failure on the way breaks the transfer: the client cannot take it for a complete file", async () => {
  const response = await open("/export/claims.csv");
  await settled();
  await hub.database.prisma.$executeRawUnsafe(`ALTER TABLE "Claim" RENAME TO "Elsewhere"`);
  const chunks: Buffer[] = [];
  const reading = pipeline(
    response,
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    }),
  );
  await expect(reading).rejects.toThrow("aborted");
  await hub.database.prisma.$executeRawUnsafe(`ALTER TABLE "Elsewhere" RENAME TO "Claim"`);
  const text = Buffer.concat(chunks).toString();
  expect([response.statusCode, text.length > 0, text.includes("errors")]).toEqual([200, true, false]);
});

test("a revoked key ends an export that runs on it", async () => {
  const key = await hub.newKey("EDITOR");
  const asked = request(new URL("/export/claims.csv", hub.url), { headers: { authorization: `Bearer ${key}` } }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  await settled();
  await hub.database.prisma.apiKey.updateMany({ where: { scopes: { equals: ["EDITOR"] } }, data: { revokedAt: new Date() } });
  const reading = pipeline(response, new Writable({ write: (_chunk, _encoding, done) => done() }));
  await expect(reading).rejects.toThrow("aborted");
});
