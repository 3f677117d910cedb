import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsOfSamePeople, gatherEvidence, rootsOf } from "../../../src/domain/verification/evidence.ts";
import { evaluate, type Policy } from "../../../src/domain/verification/policy.ts";
import { anonymous } from "../../../src/domain/viewer.ts";
import { policyInForce } from "../../../src/domain/verification/policy-in-force.ts";
import { freshDatabase } from "../../kit/database.ts";
import { newId } from "../../../src/domain/identity.ts";
import { aDetainee, aDocument, anEvent, anEventClaim, aSource, now } from "../../kit/given.ts";

let policy: Policy;
let database: Awaited<ReturnType<typeof freshDatabase>>;
const ofTheState = () => aSource({ kind: "GOVERNMENT", independenceGroup: "venezuelan-state" });
const [ministry, prosecutor] = [ofTheState(), ofTheState()];
const [cnn, npr, foroPenal] = [aSource({ kind: "MEDIA" }), aSource({ kind: "MEDIA" }), aSource({ kind: "NGO" })];
const [decree, order] = [aDocument({ publisherId: ministry.id }), aDocument({ publisherId: prosecutor.id })];
// Each repeats, in its own voice, what an office of the state has published.
const [cnnPage, nprPage] = [aDocument({ publisherId: cnn.id }), aDocument({ publisherId: npr.id })];
const detainee = aDetainee();
const later = new Date(+now + 86_400_000);

beforeAll(async () => {
  database = await freshDatabase("empty");
  const { prisma } = database;
  policy = await policyInForce(prisma);
  await prisma.source.createMany({ data: [ministry, prosecutor, cnn, npr, foroPenal] });
  await prisma.document.createMany({ data: [decree, order, cnnPage, nprPage] });
  await prisma.document.update({ where: { id: cnnPage.id }, data: { derivedFrom: { connect: { id: decree.id } } } });
  await prisma.document.update({ where: { id: nprPage.id }, data: { derivedFrom: { connect: { id: order.id } } } });
  await prisma.detainee.create({ data: detainee });
});
afterAll(() => database[Symbol.asyncDispose]());

/** Records a release on one day at one place, and what is said of it: who, in which document, and what else matters. */
async function released(...said: [{ id: string }, { id: string }, Partial<Parameters<typeof anEventClaim>[0]>?][]) {
  const when = { whenEarliest: now, whenLatest: new Date(+now + 86_400_000), whenPrecision: "DAY", place: "Caracas" } as const;
  const event = anEvent({ detaineeId: detainee.id, ...when });
  const claims = said.map(([asserter, document, more]) =>
    anEventClaim({ assertedById: asserter.id, documentId: document.id, eventId: event.id, ...more }),
  );
  await database.prisma.custodyEvent.create({ data: event });
  await database.prisma.claim.createMany({ data: claims });
  return { event, claims, gather: async () => (await gatherEvidence(database.prisma, [event.id])).get(event.id)! };
}

describe("the evidence on an event", () => {
  it("is its live claims, in the order of their recording, each with its origin", async () => {
    const { claims, gather } = await released(
      [foroPenal, cnnPage, { recordedAt: new Date(+now + 2), connection: "ORGANISATION" }],
      [cnn, cnnPage, { recordedAt: new Date(+now + 1), connection: "REPORTER" }],
    );
    const { event, claims: found } = await gather();
    const latest = new Date(+now + 86_400_000);
    expect(event).toEqual({ type: "RELEASE", stage: "EFFECTED", earliest: now, latest, facility: false, place: "Caracas", inArea: false });
    expect(found.map(({ id }) => id)).toEqual([claims[1]!.id, claims[0]!.id]);
    expect(found.map(({ root }) => root)).toMatchObject([
      { origin: "venezuelan-state", sourceId: ministry.id, isRoot: false },
      { origin: foroPenal.id, sourceId: foroPenal.id, isRoot: true },
    ]);
  });

  it("leaves out what was superseded, and what withdraws it", async () => {
    const { event, claims, gather } = await released([foroPenal, cnnPage], [npr, nprPage]);
    const withdrawn = { supersedesId: claims[0]!.id, changeReason: "SOURCE_RETRACTED", retraction: true } as const;
    const data = anEventClaim({ assertedById: foroPenal.id, documentId: cnnPage.id, eventId: event.id, ...withdrawn });
    await database.prisma.claim.create({ data });
    expect((await gather()).claims.map(({ id }) => id)).toEqual([claims[1]!.id]);
  });

  it("is as visible as the event, unless more is asked for", async () => {
    const hidden = { statedVisibility: "PARTNER" } as const;
    const { event, claims } = await released(
      [foroPenal, cnnPage, hidden],
      [npr, nprPage],
      [cnn, cnnPage, { statedVisibility: "RESTRICTED" }],
    );
    const inOrder = (one = "", other = "") => one.localeCompare(other);
    const upTo = async (...sight: [string, "PARTNER" | "RESTRICTED"][]) =>
      (await gatherEvidence(database.prisma, [event.id], new Map(sight)))
        .get(event.id)!
        .claims.map(({ id }) => id)
        .toSorted();
    const [partners, everybodys, editors] = claims.map(({ id }) => id);
    expect(await upTo()).toEqual([everybodys]);
    expect(await upTo([event.id, "PARTNER"])).toEqual([everybodys, partners].toSorted(inOrder));
    expect(await upTo([event.id, "RESTRICTED"])).toEqual([everybodys, partners, editors].toSorted(inOrder));
  });

  it("is nothing where nobody has said anything", async () => {
    expect((await (await released()).gather()).claims).toEqual([]);
  });
});

describe("a page that only repeats what the state says", () => {
  it("is the state speaking: it acknowledges, and is not enough", async () => {
    const { gather } = await released([cnn, cnnPage, { connection: "UNKNOWN" }]);
    const { state, acknowledged, failedRules } = evaluate(policy, await gather(), later);
    expect({ state, acknowledged }).toEqual({ state: "REPORTED", acknowledged: true });
    expect(failedRules.map(({ rule }) => rule)).toContain("BEYOND_THE_STATE");
  });

  it("does not become independent by a second page that repeats another office", async () => {
    const { gather } = await released([cnn, cnnPage, { connection: "REPORTER" }], [npr, nprPage, { connection: "REPORTER" }]);
    const { state, failedRules } = evaluate(policy, await gather(), later);
    expect(state).toBe("REPORTED");
    expect(failedRules.map(({ rule }) => rule)).toEqual(["INDEPENDENCE", "DIRECT_WITNESS", "BEYOND_THE_STATE"]);
  });
});

describe("the roots of claims", () => {
  it("are given in the order in which they were asked for", async () => {
    const { claims } = await released([cnn, cnnPage], [foroPenal, nprPage], [prosecutor, order]);
    const ids = claims.map(({ id }) => id).toReversed();
    expect((await rootsOf(database.prisma, anonymous, ids)).map(({ sourceId }) => sourceId)).toEqual([
      prosecutor.id,
      foroPenal.id,
      ministry.id,
    ]);
  });
});

describe("the order of merges", () => {
  it("does not matter: whoever stands for whom, what was stated of either holds", async () => {
    const { prisma } = database;
    const grouped = { one: aSource({ independenceGroup: "house" }), other: aSource(), third: aSource({ independenceGroup: "house" }) };
    await prisma.source.createMany({ data: Object.values(grouped) });
    const { one, other, third } = grouped;
    const count = async (into: { id: string }, from: { id: string }) => {
      const page = aDocument();
      await prisma.document.create({ data: page });
      await prisma.source.update({ where: { id: from.id }, data: { mergedIntoId: into.id } });
      // The trigger that resolves who asserts sees the merge.
      const { gather } = await released([one, page], [other, page], [third, page]);
      const { roots } = evaluate(policy, await gather(), later);
      await prisma.source.update({ where: { id: from.id }, data: { mergedIntoId: null } });
      return roots.length;
    };
    expect([await count(one, other), await count(other, one)]).toEqual([1, 1]);
  });
});

describe("the holder of a key", () => {
  it("stands behind what all keys of that name recorded", async () => {
    const { prisma } = database;
    const keys = ["Ana Pérez", "ana perez", "Ben"].map((holder) => ({ id: newId(), name: "key", holder, hash: newId(), scopes: [] }));
    await prisma.apiKey.createMany({ data: keys });
    const { gather } = await released(
      ...keys.map(({ id }): [{ id: string }, { id: string }, object] => [foroPenal, cnnPage, { recordedBy: `key:${id}` }]),
      [foroPenal, cnnPage, { recordedBy: "import:files" }],
    );
    expect((await gather()).claims.map(({ holder }) => holder).toSorted()).toEqual(["ana perez", "ana perez", "ben", "import:files"]);
  });
});

describe("the timeline of an event", () => {
  it("is what else is on record of the person", async () => {
    const { prisma } = database;
    const person = aDetainee();
    await prisma.detainee.create({ data: person });
    const [release, death] = [anEvent({ detaineeId: person.id }), anEvent({ detaineeId: person.id, type: "DEATH", whenEarliest: now })];
    await prisma.custodyEvent.createMany({ data: [release, death] });
    const { timeline } = (await gatherEvidence(prisma, [release.id])).get(release.id)!;
    expect(timeline).toEqual([{ type: "DEATH", mayBeOne: false, stage: null, state: "REPORTED", earliest: now, latest: null }]);
    expect((await eventsOfSamePeople(prisma, [death.id])).toSorted()).toEqual([release.id, death.id].toSorted());
  });
});
