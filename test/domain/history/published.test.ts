/** What had been published by a moment, and what was known of it: random worlds beside a filter that looks at every row, in each form that the rule has. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { Prisma } from "../../../src/db/generated/prisma/client.ts";
import { isLiveClaim, liveClaim, liveClaimSql, statusOf, whereStatus, claimStatuses } from "../../../src/domain/history/claim-status.ts";
import { eventsKnownAt } from "../../../src/domain/history/events-known-at.ts";
import { asOfMoment, type Clocks } from "../../../src/domain/history/known-at.ts";
import { isPublished, publishedDocument } from "../../../src/domain/history/published.ts";
import { knownEvent, knownPerson } from "../../../src/domain/history/published-records.ts";
import { newId } from "../../../src/domain/identity.ts";
import { anonymous } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDetainee, aDocument, anEvent, anEventClaim, aSource, now } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => {
  database = await freshDatabase("empty");
});
afterAll(() => database[Symbol.asyncDispose]());

const hours = (count: number) => new Date(+now + count * 3_600_000);
const hour = fc.integer({ min: 0, max: 20 });
const clock = fc.option(hour, { nil: null, freq: 4 });

const world = fc.record({
  documents: fc.array(fc.record({ latest: clock, recorded: hour }), { minLength: 1, maxLength: 5 }),
  events: fc.array(fc.record({ person: fc.nat(2), recorded: hour }), { minLength: 1, maxLength: 5 }),
  claims: fc.array(
    fc.record({
      ...{ document: fc.nat(4), event: fc.nat(4), recorded: hour, hidden: fc.boolean(), disputes: fc.boolean() },
      // Of a later version: what it takes the place of, and why.
      before: fc.option(fc.nat(20), { nil: null }),
      reason: fc.constantFrom("SOURCE_UPDATED" as const, "SOURCE_RETRACTED" as const, "OUR_ERROR" as const),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  asked: fc.array(fc.record({ knownAt: clock, publishedUntil: clock }), { minLength: 6, maxLength: 6 }),
});
type World = typeof world extends fc.Arbitrary<infer Given> ? Given : never;

async function record({ documents, events, claims }: World) {
  const { prisma } = database;
  const source = aSource();
  const pages = documents.map(({ latest, recorded }) =>
    aDocument({ publishedAtLatest: latest === null ? null : hours(latest), recordedAt: hours(recorded) }),
  );
  const people = [0, 1, 2].map(() => aDetainee({ recordedAt: hours(0) }));
  const happened = events.map(({ person, recorded }) => anEvent({ detaineeId: people[person]!.id, recordedAt: hours(recorded) }));
  await prisma.source.create({ data: source });
  await prisma.document.createMany({ data: pages });
  await prisma.detainee.createMany({ data: people });
  await prisma.custodyEvent.createMany({ data: happened });
  const decision = {
    ordinal: 1,
    state: "REPORTED",
    policyVersion: "v1",
    failedRules: [],
    acknowledged: false,
    decidedBy: "policy",
  } as const;
  await prisma.verification.createMany({
    data: happened.map(({ id, recordedAt }) => ({ id: newId(), eventId: id, decidedAt: recordedAt as Date, ...decision })),
  });
  const made: string[] = [];
  const followed = new Set<string>();
  for (const { document, event, recorded, hidden, disputes, before, reason } of claims) {
    const predecessor = before === null ? undefined : made[before % Math.max(1, made.length)];
    const first = predecessor === undefined || followed.has(predecessor);
    const earlier = first ? null : await prisma.claim.findUniqueOrThrow({ where: { id: predecessor } });
    const row = anEventClaim({
      ...{ assertedById: source.id, documentId: pages[document % pages.length]!.id },
      eventId: earlier?.eventId ?? happened[event % happened.length]!.id,
      ...{ stance: disputes ? "DISPUTES" : "SUPPORTS", statedVisibility: hidden ? "RESTRICTED" : "PUBLIC" },
      recordedAt: new Date(Math.max(+hours(recorded), earlier === null ? 0 : +earlier.recordedAt)),
      ...(earlier === null ? {} : { supersedesId: earlier.id, changeReason: reason, retraction: reason === "SOURCE_RETRACTED" }),
    });
    await prisma.claim.create({ data: row });
    made.push(row.id);
    if (earlier) followed.add(earlier.id);
  }
  return { ids: made, people: people.map(({ id }) => id), events: happened.map(({ id }) => id) };
}

const clocksOf = ({ knownAt, publishedUntil }: World["asked"][number]): Clocks => ({
  knownAt: knownAt === null ? null : hours(knownAt),
  publishedUntil: publishedUntil === null ? null : hours(publishedUntil),
});

test("claims, events and people are those that a look at every row finds", async () => {
  const { prisma } = database;
  await fc.assert(
    fc.asyncProperty(world, async (given) => {
      const { ids, people, events } = await record(given);
      const claims = await prisma.claim.findMany({
        where: { id: { in: ids } },
        include: { document: true, supersededBy: { include: { document: true } } },
      });
      const told = await prisma.custodyEvent.findMany({ where: { id: { in: events } } });
      for (const asked of given.asked) {
        const clocks = clocksOf(asked);
        const by = (moment: Date, limit: Date | null | undefined) => limit == null || moment <= limit;
        // The end of the page's span, or the moment at which the hub held it.
        const out = ({ publishedAtLatest, recordedAt }: { publishedAtLatest: Date | null; recordedAt: Date }) =>
          by(recordedAt, clocks.publishedUntil) || (publishedAtLatest !== null && by(publishedAtLatest, clocks.publishedUntil));
        const stands = (claim: (typeof claims)[number]) => {
          const next = claim.supersededBy;
          const replaced =
            next !== null && by(next.recordedAt, clocks.knownAt) && (next.changeReason === "OUR_ERROR" || out(next.document));
          return by(claim.recordedAt, clocks.knownAt) && out(claim.document) && !claim.retraction && !replaced;
        };
        const live = claims.filter(stands);
        const sorted = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted();
        const among = { id: { in: ids } };
        expect(sorted(claims.filter((claim) => isLiveClaim(claim, clocks)))).toEqual(sorted(live));
        expect(sorted(await prisma.claim.findMany({ where: { AND: [liveClaim(clocks), among] } }))).toEqual(sorted(live));
        const inSql = await prisma.$queryRaw<
          { id: string }[]
        >`SELECT claim."id" FROM "Claim" AS claim WHERE ${liveClaimSql(clocks, "claim")} AND claim."id" = ANY (${ids}::uuid[])`;
        expect(sorted(inSql)).toEqual(sorted(live));
        const recorded = claims.filter(({ recordedAt }) => by(recordedAt, clocks.knownAt));
        for (const status of claimStatuses) {
          const found = await prisma.claim.findMany({ where: { AND: [whereStatus(status, clocks), { id: { in: sorted(recorded) } }] } });
          expect(sorted(found)).toEqual(sorted(recorded.filter((claim) => statusOf(claim, clocks) === status)));
        }
        const heard = new Set(
          live.filter(({ stance, visibility }) => stance === "SUPPORTS" && visibility === "PUBLIC").map(({ eventId }) => eventId),
        );
        const known = told.filter(
          ({ id, recordedAt }) => by(recordedAt, clocks.knownAt) && (clocks.publishedUntil == null || heard.has(id)),
        );
        const where = { AND: [knownEvent(anonymous, clocks), { id: { in: events } }] };
        expect(sorted(await prisma.custodyEvent.findMany({ where }))).toEqual(sorted(known));
        const rows = await prisma.$queryRaw<
          { id: string }[]
        >`SELECT known."id" FROM ${eventsKnownAt(anonymous, clocks)} AS known WHERE known."id" = ANY (${events}::uuid[])`;
        expect(sorted(rows)).toEqual(sorted(known));
        const met = await prisma.detainee.findMany({ where: { AND: [knownPerson(anonymous, clocks), { id: { in: people } }] } });
        expect(sorted(met)).toEqual(
          clocks.publishedUntil == null ? people.toSorted() : [...new Set(known.map(({ detaineeId }) => detaineeId))].toSorted(),
        );
      }
    }),
    { numRuns: 12 },
  );
}, 60_000);

describe("a page", () => {
  it.each<[string, number | null, number, number, boolean]>([
    ["whose span has ended", 5, 9, 5, true],
    ["whose span has not ended", 6, 9, 5, false],
    ["whose time is not known, before the hub held it", null, 9, 8, false],
    ["whose time is not known, once the hub held it", null, 9, 9, true],
    ["that the hub held before its span ended: it was out", 20, 9, 9, true],
  ])("%s", async (_, latest, recorded, asked, published) => {
    const page = aDocument({ publishedAtLatest: latest === null ? null : hours(latest), recordedAt: hours(recorded) });
    await database.prisma.document.create({ data: page });
    const row = await database.prisma.document.findUniqueOrThrow({ where: { id: page.id } });
    const clocks = { publishedUntil: hours(asked) };
    expect(isPublished(row, clocks)).toBe(published);
    expect(await database.prisma.document.count({ where: { AND: [publishedDocument(clocks), { id: page.id }] } })).toBe(published ? 1 : 0);
  });
});

it.each<[string, Clocks & { asOf?: Date }, number]>([
  ["now, without any clock", {}, 10],
  ["at the moment that is given", { asOf: hours(3), knownAt: hours(1) }, 3],
  ["as known then", { knownAt: hours(4) }, 4],
  ["as published then", { publishedUntil: hours(4) }, 4],
  ["at the earlier of the two", { knownAt: hours(6), publishedUntil: hours(5) }, 5],
  ["not after now, though publication is asked until later", { publishedUntil: hours(50) }, 10],
])("what was so is asked %s", (_, asked, expected) => {
  expect(asOfMoment(asked, () => hours(10))).toEqual(hours(expected));
});

it("is a condition only where it is asked for", () => {
  expect([publishedDocument({}), knownEvent(anonymous, {})]).toEqual([{}, {}]);
  expect(liveClaimSql({}, "claim").sql).not.toContain("Document");
  expect(Prisma.sql`${liveClaimSql({ publishedUntil: now }, "claim")}`.sql).toContain("Document");
});
