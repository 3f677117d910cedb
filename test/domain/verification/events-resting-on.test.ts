import { afterAll, beforeAll, expect, it } from "vitest";
import { eventsRestingOn } from "../../../src/domain/verification/events-resting-on.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDetainee, aDocument, anEvent, anEventClaim, aSource } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
const [publisher, speaker] = [aSource(), aSource()];
// Each is derived from the one before it.
const pages = [aDocument({ publisherId: publisher.id }), aDocument(), aDocument(), aDocument()];
const [origin, , third, last] = pages.map(({ id }) => id) as [string, string, string, string];
const apart = aDocument();
const detainee = aDetainee();
const events = [...pages, apart].map(() => anEvent({ detaineeId: detainee.id }));

beforeAll(async () => {
  database = await freshDatabase("empty");
  const { prisma } = database;
  await prisma.source.createMany({ data: [publisher, speaker] });
  await prisma.document.createMany({ data: [...pages, apart] });
  for (const [at, { id }] of pages.slice(1).entries())
    await prisma.document.update({ where: { id }, data: { derivedFrom: { connect: { id: pages[at]!.id } } } });
  await prisma.detainee.create({ data: detainee });
  await prisma.custodyEvent.createMany({ data: events });
  await prisma.claim.createMany({
    data: [...pages, apart].map(({ id: documentId }, at) =>
      anEventClaim({ assertedById: speaker.id, documentId, eventId: events[at]!.id }),
    ),
  });
});
afterAll(() => database[Symbol.asyncDispose]());

const resting = async (on: { sources?: string[]; documents?: string[] }) =>
  (await eventsRestingOn(database.prisma, { sources: [], documents: [], ...on })).toSorted();
const eventsOf = (from: number, to: number) =>
  events
    .slice(from, to)
    .map(({ id }) => id)
    .toSorted();

it("finds what rests on a document through every generation of documents that are derived from it", async () => {
  expect(await resting({ documents: [origin] })).toEqual(eventsOf(0, 4));
  expect(await resting({ documents: [third] })).toEqual(eventsOf(2, 4));
});

it("finds what rests on a source: what it says itself, what it published, and whatever is derived from that", async () => {
  expect(await resting({ sources: [publisher.id] })).toEqual(eventsOf(0, 4));
  expect(await resting({ sources: [speaker.id] })).toEqual(eventsOf(0, 5));
});

it("comes to an end where documents repeat one another", async () => {
  await database.prisma.document.update({ where: { id: origin }, data: { derivedFrom: { connect: { id: last } } } });
  expect(await resting({ documents: [third] })).toEqual(eventsOf(0, 4));
});
