import { afterAll, beforeAll, expect, test } from "vitest";
import { fillWithReleases } from "../../../kit/releases-to-verify.ts";
import { recordStatements } from "../../../kit/statements.ts";
import type { Database } from "../../../src/db/database.ts";
import { createApiKey } from "../../../src/domain/access/api-key.ts";
import { verifyAudit } from "../../../src/domain/access/audit-chain.ts";
import { change, type Verb } from "../../../src/domain/change.ts";
import { newId } from "../../../src/domain/identity.ts";
import { retractVerification, verifyEvent, verifyRelease } from "../../../src/domain/verification/decision.ts";
import { operator, viewerOf, type Viewer } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";

let database: Database & AsyncDisposable;
let verifier: Viewer;
let releases: string[];
const taken = recordStatements();
beforeAll(async () => {
  database = await freshDatabase("empty");
  await fillWithReleases(database.prisma, 30);
  releases = (await database.prisma.custodyEvent.findMany({ select: { id: true }, orderBy: { id: "asc" } })).map(({ id }) => id);
  const { id } = await change(database.prisma, operator, createApiKey, { name: "verifier", scopes: ["VERIFIER"] });
  verifier = viewerOf(`key:${id}`, ["VERIFIER"]);
});
afterAll(async () => database[Symbol.asyncDispose]());

const decide = (verb: Verb, input: object, more = {}) => change(database.prisma, verifier, verb, input, more);

/** What all of them come to, when they wait in the line at once. */
async function atOnce(asking: () => Promise<{ changed: boolean }>[]) {
  const ends = Promise.withResolvers<void>();
  const holding: Verb = { name: "holding", scope: null, run: async () => (await ends.promise, { id: "", changed: false }) };
  const held = change(database.prisma, verifier, holding, {});
  const asked = asking();
  ends.resolve();
  await held;
  return (await Promise.allSettled(asked)).map((came) => (came.status === "fulfilled" ? came.value.changed : came.reason.code));
}

test("decisions on different people are made in one transaction at one moment, each told, audited and refused for itself", async () => {
  const some = releases.splice(0, 6);
  const clock = async () => (await database.prisma.clock.findUniqueOrThrow({ where: { id: 1 } })).recordedUpTo!.getTime();
  const last = (await database.prisma.feedEvent.findFirst({ orderBy: { seq: "desc" } }))?.seq ?? 0n;
  const before = await clock();
  const came = await atOnce(() => [...some, newId()].map((release) => decide(verifyRelease, { release })));
  expect(came).toEqual([true, true, true, true, true, true, "NOT_FOUND"]);

  const decided = await database.prisma.verification.findMany({
    where: { eventId: { in: some }, state: "VERIFIED" },
    include: { claims: true, roots: true },
  });
  expect(decided.map(({ claims, roots }) => [claims.length, roots.length])).toEqual(some.map(() => [2, 2]));
  expect(new Set(decided.map(({ decidedAt }) => decidedAt.getTime()))).toEqual(new Set([await clock()]));
  expect(await clock()).toBeGreaterThan(before);
  const told = await database.prisma.feedEvent.findMany({ where: { seq: { gt: last } }, orderBy: { seq: "asc" } });
  expect(told.map(({ releaseId, type }) => [releaseId, type])).toEqual(some.map((id) => [id, "RELEASE_VERIFIED"]));
  const sets = await database.prisma.change.groupBy({
    by: ["setId"],
    where: { recordId: { in: some }, kind: "DECIDED", afterState: "VERIFIED" },
    _count: true,
  });
  expect(sets).toMatchObject([{ _count: 6 }]);
  const entries = await database.prisma.auditEntry.findMany({ where: { action: "verifyRelease" }, orderBy: { seq: "asc" } });
  expect(entries.map(({ entityId, actor, detail }) => [entityId, actor, detail])).toEqual(
    some.map((id) => [id, verifier.actor, { before: "CORROBORATED", after: "VERIFIED" }]),
  );
  expect((await verifyAudit(database.prisma)).faults).toEqual([]);
});

test("decisions on one person follow one another, each at a moment of its own", async () => {
  const [one, other] = releases.splice(0, 2);
  const note = { publicNote: "The note was about another person." };
  expect(await atOnce(() => [one, other, one].map((release) => decide(verifyRelease, { release })))).toEqual([true, true, false]);
  const basedOn = (await database.prisma.custodyEvent.findUniqueOrThrow({ where: { id: one! } })).verificationId;
  const retract = (event: string | undefined, more = {}) => decide(retractVerification, { event, ...note, ...more });
  expect(await atOnce(() => [retract(one, { basedOn }), retract(one, { basedOn }), retract(one), retract(other)])).toEqual([
    true,
    "CONFLICT",
    "CONFLICT",
    true,
  ]);
  await atOnce(() => [decide(verifyEvent, { event: one }), decide(verifyEvent, { event: one })]);
  const decided = await database.prisma.verification.findMany({ where: { eventId: one! }, orderBy: { ordinal: "asc" } });
  expect(decided.map(({ state, ordinal }) => [state, ordinal])).toEqual([
    ["CORROBORATED", 1],
    ["VERIFIED", 2],
    ["CORROBORATED", 3],
    ["VERIFIED", 4],
  ]);
  const moments = decided.map(({ decidedAt }) => decidedAt.getTime());
  expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b));
  expect(decided.slice(0, -1).map(({ followedAt }) => followedAt?.getTime())).toEqual(moments.slice(1));
});

// The embedded database opens and ends transactions by itself; what is sent to it is the same.
test("one decision takes as few statements as this, and eight that wait take no more", async () => {
  taken();
  await decide(verifyRelease, { release: releases.pop() });
  expect(taken()).toHaveLength(14);
  await decide(verifyRelease, { release: releases.pop() }, { idempotencyKey: "a key" });
  expect(taken()).toHaveLength(16);
  await atOnce(() => releases.splice(0, 8).map((release) => decide(verifyRelease, { release })));
  // Those of the change that held the line.
  expect(taken()).toHaveLength(14 + 3);
});
