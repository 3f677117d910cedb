import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Visibility } from "../../src/db/generated/prisma/enums.ts";
import { newId } from "../../src/domain/identity.ts";
import { freshDatabase } from "../kit/database.ts";
import { aCountClaim, aDetainee, aDocument, anEvent, anEventClaim, aSource, now } from "../kit/given.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
const [source, document, detainee] = [aSource(), aDocument(), aDetainee()];
const event = anEvent({ detaineeId: detainee.id });
const origin = { assertedById: source.id, documentId: document.id };
const [eventClaim, countClaim] = [anEventClaim({ ...origin, eventId: event.id }), aCountClaim(origin)];
const verificationId = newId();

beforeAll(async () => {
  database = await freshDatabase("empty");
  const { prisma } = database;
  await prisma.source.create({ data: source });
  await prisma.document.create({ data: document });
  await prisma.detainee.create({ data: detainee });
  await prisma.definition.create({ data: { id: newId(), key: "released", sourceId: source.id, text: "Out of prison." } });
  await prisma.custodyEvent.create({ data: event });
  await prisma.claim.createMany({ data: [eventClaim, countClaim] });
  const decision = { ordinal: 1, state: "REPORTED", policyVersion: "v1", failedRules: [], acknowledged: false } as const;
  await prisma.verification.create({
    data: {
      ...{ id: verificationId, eventId: event.id, decidedBy: "policy", decidedAt: now, ...decision },
      ...{ claims: { connect: { id: eventClaim.id } }, roots: { connect: { id: source.id } } },
    },
  });
  const told = { type: "RELEASE_VERIFIED", afterState: "VERIFIED", occurredAt: now } as const;
  await prisma.feedEvent.create({ data: { eventId: newId(), releaseId: event.id, ...told } });
  await prisma.recordVersion.create({
    data: {
      ...{ id: newId(), recordId: event.id, eventId: event.id, recordedAt: now, recordedBy: "key:test", changeReason: "OUR_ERROR" },
      after: { place: "Caracas" },
    },
  });
  await prisma.auditEntry.create({ data: { actor: "key:test", action: "test", entity: "Source", entityId: source.id, detail: {} } });
});
afterAll(() => database[Symbol.asyncDispose]());

const run = (sql: string) => database.prisma.$executeRawUnsafe(sql);
const refused = /is append-only: (UPDATE|DELETE|TRUNCATE) is refused/;

// What may change, by table; nothing else may.
const changeable: Record<string, readonly string[]> = {
  Claim: ["supersededAt", "visibility", "statedVisibility", "assertedById", "facilityId", "aboutSourceId", "eventId", "detaineeId"],
  CustodyEvent: [
    "visibility",
    "state",
    "verificationId",
    "rulesMissing",
    "ordinal",
    "overlaps",
    "movedOnAt",
    "certainFrom",
    "restsFrom",
    "holds",
    "repeats",
    "detaineeId",
    "facilityId",
    "mergedIntoId",
  ],
  Verification: ["visibility", "followedAt"],
  FeedEvent: ["visibility"],
  AuditEntry: [],
  AuditHead: [],
  Definition: ["sourceId"],
  RecordVersion: [],
  _VerificationClaims: [],
  _VerificationRoots: [],
};
const tables = Object.keys(changeable);

type Column = { name: string; type: string; kind: string };
const columnsOf = (table: string) =>
  database.prisma.$queryRaw<Column[]>`
    SELECT column_name AS name, udt_name AS type, data_type AS kind FROM information_schema.columns WHERE table_name = ${table} ORDER BY 1`;

/** An expression for any other value than the column has. */
function otherValue({ name, type, kind }: Column): string {
  if (kind === "ARRAY") return `'{OTHER}'::"${type.slice(1)}"[]`;
  if (kind === "USER-DEFINED") return `(SELECT max(v) FROM unnest(enum_range(NULL::"${type}")) AS v WHERE v IS DISTINCT FROM "${name}")`;
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "text") return `coalesce("${name}", '') || ' changed'`;
  if (type === "bool") return `"${name}" IS NOT TRUE`;
  if (type === "timestamptz") return `coalesce("${name}", now()) + interval '1 day'`;
  if (type === "bytea") return `'changed'`;
  if (type === "jsonb") return `'{"changed": true}'`;
  return `coalesce("${name}", 0) + 1`; // numbers
}

describe.each(tables)("a row of %s", (table) => {
  it("keeps every column that says something", async () => {
    const kept = (await columnsOf(table)).filter(({ name }) => !changeable[table]!.includes(name));
    expect(kept.length).toBeGreaterThan(1);
    for (const column of kept) {
      const attempt = run(`UPDATE "${table}" SET "${column.name}" = ${otherValue(column)}`);
      await expect(attempt.then(() => `${column.name} was changed`)).rejects.toThrow(refused);
    }
  });

  it("is never deleted", async () => {
    await expect(run(`DELETE FROM "${table}"`)).rejects.toThrow(refused);
  });

  it("does not go with the whole table", async () => {
    await expect(run(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow(refused);
  });
});

describe("what follows from elsewhere may change:", () => {
  it.each([
    ["that a claim was superseded", `UPDATE "Claim" SET "supersededAt" = now() WHERE "id" = '${countClaim.id}'`],
    ["who may see a claim", `UPDATE "Claim" SET "statedVisibility" = 'PARTNER' WHERE "id" = '${countClaim.id}'`],
    [
      "the state of an event and the decision behind it",
      `UPDATE "CustodyEvent" SET "state" = 'VERIFIED', "verificationId" = '${verificationId}'`,
    ],
    ["who may see a decision", `UPDATE "Verification" SET "visibility" = 'PARTNER'`],
    ["who may see what the feed told", `UPDATE "FeedEvent" SET "visibility" = 'PARTNER'`],
  ])("%s", async (_, sql) => {
    expect(await run(sql)).toBe(1);
  });

  it("but not together with what was asserted", async () => {
    await expect(run(`UPDATE "Claim" SET "supersededAt" = now(), "statement" = 'Another.'`)).rejects.toThrow(refused);
  });
});

describe("a claim that supersedes another", () => {
  const later = new Date(+now + 86_400_000);
  const successor = (supersedesId: string) => aCountClaim({ ...origin, supersedesId, changeReason: "SOURCE_UPDATED", recordedAt: later });

  it("marks it with the time of its own recording, and leaves the others alone", async () => {
    const [first, other] = [aCountClaim(origin), aCountClaim(origin)];
    await database.prisma.claim.createMany({ data: [first, other] });
    await database.prisma.claim.create({ data: successor(first.id) });
    const marks = await database.prisma.claim.findMany({
      where: { id: { in: [first.id, other.id] } },
      select: { id: true, supersededAt: true },
    });
    expect(new Map(marks.map(({ id, supersededAt }) => [id, supersededAt]))).toEqual(
      new Map([
        [first.id, later],
        [other.id, null],
      ]),
    );
  });

  it("is the only one that does", async () => {
    const first = aCountClaim(origin);
    const second = successor(first.id);
    await database.prisma.claim.createMany({ data: [first, second] });
    await expect(database.prisma.claim.create({ data: successor(first.id) })).rejects.toThrow(/supersedesId/);
    await expect(database.prisma.claim.create({ data: successor(second.id) })).resolves.toBeDefined();
  });

  it.each([
    ["without a reason", { supersedesId: countClaim.id }, /a_correction_gives_its_reason/],
    ["with a reason and no predecessor", { changeReason: "OUR_ERROR" as const }, /a_correction_gives_its_reason/],
    ["by withdrawing nothing", { retraction: true }, /a_retraction_withdraws_something/],
  ])("is refused %s", async (_, said, check) => {
    await expect(database.prisma.claim.create({ data: aCountClaim({ ...origin, ...said }) })).rejects.toThrow(check);
  });
});

describe("visibility", () => {
  /** A person with an event, a claim, a decision and a feed event of their own; reads who may see each. */
  async function person(visibility: Visibility, stated: Visibility = "PUBLIC") {
    const { prisma } = database;
    const held = aDetainee({ visibility });
    const release = anEvent({ detaineeId: held.id });
    const [speaker, page] = [aSource(), aDocument()];
    const said = { assertedById: speaker.id, documentId: page.id, eventId: release.id, statedVisibility: stated };
    await prisma.source.create({ data: speaker });
    await prisma.document.create({ data: page });
    await prisma.detainee.create({ data: held });
    await prisma.custodyEvent.create({ data: release });
    await prisma.claim.create({ data: anEventClaim(said) });
    const decision = { ordinal: 1, state: "REPORTED", policyVersion: "v1", failedRules: [], acknowledged: false } as const;
    await prisma.verification.create({ data: { id: newId(), eventId: release.id, decidedBy: "policy", decidedAt: now, ...decision } });
    const told = { type: "RELEASE_VERIFIED", afterState: "VERIFIED", occurredAt: now } as const;
    await prisma.feedEvent.create({ data: { eventId: newId(), releaseId: release.id, ...told } });
    const see = async () => {
      const {
        visibility: ofEvent,
        claims,
        verifications,
        feedEvents,
      } = await prisma.custodyEvent.findUniqueOrThrow({
        where: { id: release.id },
        include: { claims: true, verifications: true, feedEvents: true },
      });
      return [ofEvent, ...[claims, verifications, feedEvents].map((rows) => [...new Set(rows.map((row) => row.visibility))].join())];
    };
    return { held, release, speaker, page, see };
  }

  it.each(Object.values(Visibility))("that is %s reaches every row about a person when it is recorded", async (visibility) => {
    const { see } = await person(visibility);
    expect(await see()).toEqual([visibility, visibility, visibility, visibility]);
  });

  it("of a person reaches the event, its claims, its decisions and its feed events, and comes back", async () => {
    const { held, see } = await person("PUBLIC");
    for (const visibility of ["RESTRICTED", "PARTNER", "PUBLIC"] as const) {
      await database.prisma.detainee.update({ where: { id: held.id }, data: { visibility } });
      expect(await see()).toEqual([visibility, visibility, visibility, visibility]);
    }
  });

  it("of one person leaves the rows about others alone", async () => {
    const [one, other] = [await person("PUBLIC"), await person("PUBLIC")];
    await database.prisma.detainee.update({ where: { id: one.held.id }, data: { visibility: "RESTRICTED" } });
    expect(await other.see()).toEqual(["PUBLIC", "PUBLIC", "PUBLIC", "PUBLIC"]);
  });

  it.each(["source", "document"] as const)(
    "of a %s reaches the claims that rest on it, and nothing else about the person",
    async (noun) => {
      const { speaker, page, see } = await person("PUBLIC");
      const change = (visibility: Visibility) =>
        noun === "source"
          ? database.prisma.source.update({ where: { id: speaker.id }, data: { visibility } })
          : database.prisma.document.update({ where: { id: page.id }, data: { visibility } });
      await change("RESTRICTED");
      expect(await see()).toEqual(["PUBLIC", "RESTRICTED", "PUBLIC", "PUBLIC"]);
      await change("PUBLIC");
      expect(await see()).toEqual(["PUBLIC", "PUBLIC", "PUBLIC", "PUBLIC"]);
    },
  );

  it("of a claim is the strictest of all that it depends on, whatever comes back", async () => {
    const { held, see } = await person("RESTRICTED", "PARTNER");
    expect(await see()).toEqual(["RESTRICTED", "RESTRICTED", "RESTRICTED", "RESTRICTED"]);
    await database.prisma.detainee.update({ where: { id: held.id }, data: { visibility: "PUBLIC" } });
    expect(await see()).toEqual(["PUBLIC", "PARTNER", "PUBLIC", "PUBLIC"]);
  });
});
