/** A count's comparison with the people on record that comes to another verdict is told, once, as everybody sees it. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepVerdicts } from "../../../src/feed/verdicts.ts";
import { readChanges } from "../../kit/changes.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, decide, recordCorroborated, recordCountClaim, recordDocument, recordSource, recordVerified } from "../../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER", "EDITOR");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const turned = async () => {
  const { changes } = await readChanges(hub, null, { key: null, filter: { kinds: ["VERDICT_CHANGED"] } });
  return changes.map(({ recordId, verdictBefore, verdictAfter }) => ({ recordId, verdictBefore, verdictAfter }));
};

test("by a decision, by its end, and by nothing that only those may see who may see more", async () => {
  const { prisma } = hub.database;
  await recordVerified(hub, verifier, {}, { when: day("2026-01-10") });
  const claim = await recordCountClaim(hub, await recordSource(hub), await recordDocument(hub), {
    ...{ metric: "RELEASED", measure: "CUMULATIVE", value: 2, asOf: day("2026-01-20"), periodStart: day("2026-01-01") },
  });
  expect(await keepVerdicts(prisma)).toBe(0);
  expect(await keepVerdicts(prisma)).toBe(0);
  await recordVerified(hub, verifier, { visibility: "RESTRICTED" }, { when: day("2026-01-11") });
  expect(await keepVerdicts(prisma)).toBe(0);
  const { release } = await recordCorroborated(hub, {}, { when: day("2026-01-12") });
  await decide(hub, "verifyRelease", { release }, verifier);
  expect(await keepVerdicts(prisma)).toBe(1);
  expect(await keepVerdicts(prisma)).toBe(0);
  await decide(hub, "retractVerification", { release, publicNote: "Taken back." }, verifier);
  expect(await keepVerdicts(prisma)).toBe(1);
  expect(await turned()).toEqual([
    { recordId: claim, verdictBefore: "CLAIM_EXCEEDS", verdictAfter: "CONSISTENT" },
    { recordId: claim, verdictBefore: "CONSISTENT", verdictAfter: "CLAIM_EXCEEDS" },
  ]);
});
