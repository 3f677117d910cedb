/** Who is named: by whoever supports that it happened, in claims that stand, on events that are not refuted. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { readNamed } from "../../../src/domain/reconciliation/hub-side.ts";
import { readInclusion } from "../../../src/domain/reconciliation/inclusion-matrix.ts";
import { refuteRelease } from "../../../src/domain/verification/decision.ts";
import { reevaluate } from "../../../src/domain/verification/verification.ts";
import { anonymous, viewerOf } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";
import { aDetainee, aDocument, anEvent, anEventClaim, aSource, now } from "../../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
const source = aSource();
const people = new Map<string, string>();
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

beforeAll(async () => {
  database = await freshDatabase("empty");
  const { prisma } = database;
  const document = aDocument();
  await prisma.source.create({ data: source });
  await prisma.document.create({ data: document });
  const by = { assertedById: source.id, documentId: document.id };
  /** A person with a release, and what the source says of it. */
  const given = async (
    name: string,
    event: Partial<Parameters<typeof anEvent>[0]>,
    ...claims: Partial<Parameters<typeof anEventClaim>[0]>[]
  ) => {
    const person = aDetainee({ name });
    const release = anEvent({ detaineeId: person.id, ...event });
    people.set(person.id, name);
    await prisma.detainee.create({ data: person });
    await prisma.custodyEvent.create({ data: release });
    await prisma.claim.createMany({ data: claims.map((claim) => anEventClaim({ ...by, eventId: release.id, ...claim })) });
    await prisma.$transaction((db) => reevaluate(db, [release.id], now));
    return release.id;
  };
  await given("supported", {}, {});
  await given("disputed", {}, { stance: "DISPUTES" });
  const withdrawn = anEventClaim({ ...by, eventId: "" });
  await given(
    "withdrawn",
    {},
    { id: withdrawn.id },
    { supersedesId: withdrawn.id, changeReason: "SOURCE_RETRACTED", retraction: true, recordedAt: later(1) },
  );
  await given("only ordered", { stage: "ORDERED" }, {});
  await given("hidden claim", {}, { statedVisibility: "RESTRICTED" });
  const refuted = await given("refuted", {}, {});
  await prisma.$transaction((db) =>
    refuteRelease.run(
      db,
      viewerOf("key:other", ["VERIFIER"]),
      { release: refuted, basedOn: null, publicNote: "It was another." },
      later(2),
    ),
  );
});
afterAll(() => database[Symbol.asyncDispose]());

const namesOf = (ids: Iterable<string>) => Array.from(ids, (id) => people.get(id)!).toSorted();

it.each([
  [anonymous, ["supported"]],
  [viewerOf("key:test", ["EDITOR"]), ["hidden claim", "supported"]],
])("in a reconciliation: to %j these", async (viewer, names) => {
  const named = (await readNamed(database.prisma, viewer, "RELEASED", [source.id], {})).get(source.id) ?? [];
  expect(namesOf(named.map(({ person }) => person))).toEqual(names);
});

it.each([
  [anonymous, ["supported"]],
  [viewerOf("key:test", ["EDITOR"]), ["hidden claim", "supported"]],
])("in the inclusion matrix: to %j these", async (viewer, names) => {
  const question = { event: "RELEASE", since: null, until: null, knownAt: null, publishedUntil: null, by: "source" } as const;
  const hub = await database.prisma.hub.findUniqueOrThrow({ where: { id: 1 } });
  const listed: string[] = [];
  for await (const page of (await readInclusion(database.prisma, viewer, hub, question)).pages())
    listed.push(...page.filter(({ lists }) => lists.size > 0).map(({ id }) => id));
  expect(namesOf(listed)).toEqual(names);
});
