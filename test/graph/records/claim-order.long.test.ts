/** Lists of claims are in one order: by the earliest moment at which each can have been so, no later than its page appeared; then by when it appeared, then by when they were recorded. The database keeps the moment; the algebra of time says what it is. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Prisma } from "../../../src/db/generated/prisma/client.ts";
import { newId } from "../../../src/domain/identity.ts";
import { currencyOf, inOrderTold, publishedBy } from "../../../src/domain/reconciliation/comparison.ts";
import { toldSql } from "../../../src/domain/reconciliation/series.ts";
import { noLaterThan, sortingMoment } from "../../../src/domain/time/compare.ts";
import { spanOf } from "../../../src/domain/time/span.ts";
import { amend } from "../../kit/amending.ts";
import { aCountClaim, aDocument, aSource } from "../../kit/given.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordCountClaim, recordDocument, recordSource } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(() => hub[Symbol.asyncDispose]());

const claimsOf = async (source: string, order: string): Promise<string[]> => {
  const { data } = await hub.send(
    `query($source: [ID!], $order: TimeOrder) { claims(filter: { source: $source }, order: $order) { edges { node { id } } } }`,
    { source, order },
  );
  return (data.claims.edges as { node: { id: string } }[]).map(({ node }) => node.id);
};

it("a month does not outrank its 24th, and what may have been so at any time is as new as its page", async () => {
  const source = await recordSource(hub);
  const [early, late] = [
    await recordDocument(hub, { publishedAt: day("2026-01-10") }),
    await recordDocument(hub, { publishedAt: day("2026-01-28") }),
  ];
  const claim = (document: string, asOf: object) => recordCountClaim(hub, source, document, { asOf });
  const anyTime = { earliest: null, latest: null, precision: "UNKNOWN", timeZone: "America/Caracas" };
  const the24th = await claim(late, day("2026-01-24"));
  const month = await claim(late, day("2026-01"));
  const ofEarlyPage = await claim(early, anyTime);
  const ofLatePage = await claim(late, anyTime);
  expect(await claimsOf(source, "NEWEST_FIRST")).toEqual([ofLatePage, the24th, ofEarlyPage, month]);
  expect(await claimsOf(source, "OLDEST_FIRST")).toEqual([month, ofEarlyPage, the24th, ofLatePage]);

  // None is so later than its page appeared: a corrected page takes its claims along.
  expect(await amend(hub, "document", { document: late, publishedAt: day("2026-01-05"), changeReason: "OUR_ERROR" })).toMatchObject({
    changed: true,
  });
  expect(await claimsOf(source, "NEWEST_FIRST")).toEqual([ofEarlyPage, the24th, ofLatePage, month]);
});

/** All claims of a source, one on each page, forwards and backwards. */
async function pagedOneByOne(source: string, knownAt: string | null): Promise<{ forwards: string[]; backwards: string[] }> {
  const query = `query($source: ID!, $first: Int, $after: String, $last: Int, $before: String, $knownAt: DateTime) {
    source(by: { id: $source }) { claims(first: $first, after: $after, last: $last, before: $before, knownAt: $knownAt) {
      edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage } } } }`;
  const way = async (size: string, cursor: string, more: string) => {
    const found: string[] = [];
    for (let at: string | null = null, next = true; next;) {
      const { claims }: any = (await hub.send(query, { source, knownAt, [size]: 1, [cursor]: at })).data.source;
      found.push(claims.edges[0].node.id);
      ({ cursor: at } = claims.edges[0]);
      next = claims.pageInfo[more];
    }
    return found;
  };
  return { forwards: await way("first", "after", "hasNextPage"), backwards: await way("last", "before", "hasPreviousPage") };
}

it("those of one moment are in the order of their pages, and of one page in that of their recording, on every page of the list", async () => {
  const source = await recordSource(hub);
  const [late, early] = [
    await recordDocument(hub, { publishedAt: day("2026-01-19") }),
    await recordDocument(hub, { publishedAt: day("2026-01-17") }),
  ];
  const asOf = day("2026-01-12");
  const recorded: string[] = [];
  for (const document of [late, early, early, late, early, late]) recorded.push(await recordCountClaim(hub, source, document, { asOf }));
  const [l1, e1, e2, l2, e3, l3] = recorded;
  const newest = [l3, l2, l1, e3, e2, e1];
  expect(await claimsOf(source, "OLDEST_FIRST")).toEqual(newest.toReversed());
  expect(await pagedOneByOne(source, null)).toEqual({ forwards: newest, backwards: newest.toReversed() });

  // A corrected page takes its claims along; as of before, the list stays.
  const { data } = await hub.send(`query($id: ID!) { claim: node(id: $id) { ... on CountClaim { recordedAt } } }`, { id: l3 });
  await amend(hub, "document", { document: late, publishedAt: day("2026-01-15"), changeReason: "OUR_ERROR" });
  const corrected = [e3, e2, e1, l3, l2, l1];
  expect(await pagedOneByOne(source, null)).toEqual({ forwards: corrected, backwards: corrected.toReversed() });
  expect(await pagedOneByOne(source, data.claim.recordedAt)).toEqual({ forwards: newest, backwards: newest.toReversed() });
});

it("what the database keeps is what the algebra says, whatever is open and whichever of page and claim ends first", async () => {
  const { prisma } = hub.database;
  const { id: assertedById } = await prisma.source.create({ data: aSource() });
  const end = fc.option(fc.integer({ min: 1, max: 20 }), { nil: null });
  const span = fc
    .tuple(end, end)
    .map(([a, b]) => (a !== null && b !== null && a > b ? { earliest: b, latest: a } : { earliest: a, latest: b }));
  const given = fc.sample(fc.record({ asOf: span, published: span, recorded: fc.integer({ min: 1, max: 20 }) }), { numRuns: 300, seed: 7 });
  const moment = (of: number | null) => (of === null ? null : new Date(Date.UTC(2026, 0, of)));
  const rows = given.map(({ asOf, published, recorded }) => {
    const document = aDocument({ publishedAtEarliest: moment(published.earliest), publishedAtLatest: moment(published.latest) });
    const times = { asOfEarliest: moment(asOf.earliest), asOfLatest: moment(asOf.latest), recordedAt: moment(recorded)! };
    return { document, claim: aCountClaim({ id: newId(), assertedById, documentId: document.id, ...times }) };
  });
  await prisma.document.createMany({ data: rows.map(({ document }) => document) });
  await prisma.claim.createMany({ data: rows.map(({ claim }) => claim) });
  const kept = await prisma.claim.findMany({ where: { assertedById }, select: { id: true, asOfSortAt: true } });
  const said = new Map(
    rows.map(({ claim, document: { publishedAtEarliest, publishedAtLatest } }) => {
      const page = { earliest: publishedAtEarliest as Date | null, latest: publishedAtLatest as Date | null };
      const asOf = { earliest: (claim.asOfEarliest as Date | null) ?? page.earliest, latest: claim.asOfLatest as Date | null };
      return [claim.id, sortingMoment(noLaterThan(asOf, page), claim.recordedAt as Date)];
    }),
  );
  expect(kept).toHaveLength(300);
  for (const { id, asOfSortAt } of kept) expect(asOfSortAt).toEqual(said.get(id));

  // The same worlds for the order of a series, in SQL and by the pure rule.
  const told = await prisma.$queryRaw<{ id: string; place: number }[]>`
    SELECT claim."id", rank() OVER (ORDER BY ${Prisma.join([...toldSql("claim", "page")])})::int AS "place"
    FROM "Claim" AS claim JOIN "Document" AS page ON page."id" = claim."documentId" WHERE claim."assertedById" = ${assertedById}::uuid`;
  const counts = await prisma.claim.findMany({ where: { assertedById }, include: { document: true } });
  const pure = counts.map((claim) => ({
    id: claim.id,
    asOf: currencyOf(spanOf("asOf", claim)!, spanOf("publishedAt", claim.document)!, claim.recordedAt),
    publishedBy: publishedBy(claim.document),
    recordedAt: claim.recordedAt,
  }));
  const place = new Map(told.map((each) => [each.id, each.place]));
  expect(new Set(place.values()).size).toBeGreaterThan(200);
  for (const one of pure)
    for (const other of pure) expect(inOrderTold(one, other)).toBe(Math.sign(place.get(one.id)! - place.get(other.id)!));
});
