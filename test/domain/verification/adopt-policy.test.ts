import { afterAll, beforeAll, expect, test } from "vitest";
import { fillWithReleases } from "../../../kit/releases-to-verify.ts";
import type { Database } from "../../../src/db/database.ts";
import { change, type Verb } from "../../../src/domain/change.ts";
import { adoptPolicy } from "../../../src/domain/verification/adopt-policy.ts";
import { verifyRelease } from "../../../src/domain/verification/decision.ts";
import { viewerOf } from "../../../src/domain/viewer.ts";
import { freshDatabase } from "../../kit/database.ts";

// More than one portion.
const many = 250;
let database: Database & AsyncDisposable;
let releases: string[];
beforeAll(async () => {
  database = await freshDatabase("empty");
  await fillWithReleases(database.prisma, many);
  releases = (await database.prisma.custodyEvent.findMany({ where: { type: "RELEASE" }, select: { id: true } })).map(({ id }) => id);
}, 60_000);
afterAll(async () => database[Symbol.asyncDispose]());

const admin = viewerOf("key:admin", ["ADMIN"]);
const policy = (version: string, minRoots: number) => ({ version, maxHours: 72, minRoots, directConnections: ["ORGANISATION"] });
const limits = { deadlineMilliseconds: 60_000, mostWaiting: 10 };
const under = (policyVersion: string) => database.prisma.custodyEvent.count({ where: { verification: { policyVersion } } });

test("while a policy is applied verifiers get their turn, by the new policy", async () => {
  const order: string[] = [];
  const adopting = change(database.prisma, admin, adoptPolicy, policy("stricter", 3), { limits, idempotencyKey: "adopt" }).then(
    (answer) => {
      order.push("adopted");
      return answer;
    },
  );
  const verifying = change(
    database.prisma,
    viewerOf("key:verifier", ["VERIFIER"]),
    verifyRelease,
    { release: releases[0], basedOn: null, publicNote: null },
    { limits },
  ).catch((error: { code: string }) => order.push(error.code));
  const [answer] = await Promise.all([adopting, verifying]);
  // Two organisations report it, and the policy that is in force by then asks for three.
  expect(order).toEqual(["POLICY_NOT_SATISFIED", "adopted"]);
  expect(answer).toMatchObject({ changed: true, moved: many });
  expect(await under("stricter")).toBe(many);
  expect(await change(database.prisma, admin, adoptPolicy, policy("stricter", 3), { limits, idempotencyKey: "adopt" })).toEqual(answer);
}, 120_000);

test("a policy that was applied to some events only, by a process that died, is applied to the others when it is adopted again", async () => {
  const dying: Verb<never> = {
    ...(adoptPolicy as unknown as Verb<never>),
    async next(db, viewer, answer, now) {
      if ((answer as { moved: number }).moved > 0) throw new Error("died");
      return (adoptPolicy.next as NonNullable<Verb<never>["next"]>)(db, viewer, answer, now);
    },
  };
  await expect(change(database.prisma, admin, dying, policy("milder", 2), { limits })).rejects.toThrow("died");
  const done = await under("milder");
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(many);
  const again = () => change(database.prisma, admin, adoptPolicy, policy("milder", 2), { limits });
  expect(await again()).toMatchObject({ changed: false, moved: many - done });
  expect(await under("milder")).toBe(many);
  expect(await again()).toMatchObject({ changed: false, moved: 0 });
}, 120_000);
