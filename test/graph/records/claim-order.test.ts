/** Lists of claims are in one order: by the earliest moment at which each can have been so, no later than its page appeared. The database keeps the moment; the algebra of time says what it is. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../../src/domain/identity.ts";
import { noLaterThan, sortingMoment } from "../../../src/domain/time/compare.ts";
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
    `query($source: ID!, $order: TimeOrder) { claims(filter: { source: $source }, order: $order) { edges { node { id } } } }`,
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
});
