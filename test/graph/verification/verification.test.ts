import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  decide,
  recordCorroborated,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordSource,
} from "../../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const stateOf = async (release: string) =>
  (
    await hub.send(
      `query($id: ID!) { release(id: $id) { state acknowledged verification { id failedRules { rule } roots { name } } verifications { ordinal state } } }`,
      { id: release },
    )
  ).data["release"];

test("a release without claims is reported, and says what is missing", async () => {
  const release = await recordEvent(hub, await recordDetainee(hub));
  const { state, verification } = await stateOf(release);
  expect(state).toBe("REPORTED");
  expect(verification.failedRules.map(({ rule }: { rule: string }) => rule)).toEqual(["INDEPENDENCE", "DIRECT_WITNESS"]);
});

test("two independent origins corroborate, and a person other than the recorder verifies", async () => {
  const { release } = await recordCorroborated(hub);
  expect((await stateOf(release)).state).toBe("CORROBORATED");
  const own = await decide(hub, "verifyRelease", { release }, hub.key);
  expect(own).toMatchObject({ __typename: "PolicyNotSatisfied", failedRules: [{ rule: "HUMAN_DECISION" }] });
  expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({ changed: true, release: { state: "VERIFIED" } });
  expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({ changed: false, release: { state: "VERIFIED" } });
  expect((await stateOf(release)).verification.failedRules).toEqual([]);
});

test("two quotes of one origin are one root", async () => {
  const [one, other, document] = await Promise.all([
    recordSource(hub, { independenceGroup: "same-house" }),
    recordSource(hub, { independenceGroup: "same-house" }),
    recordDocument(hub),
  ]);
  const release = await recordEvent(hub, await recordDetainee(hub));
  await recordEventClaim(hub, release, one, document);
  await recordEventClaim(hub, release, other, document);
  const { state, verification } = await stateOf(release);
  expect(state).toBe("REPORTED");
  expect(verification.roots).toHaveLength(1);
  expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({
    __typename: "PolicyNotSatisfied",
    failedRules: [{ rule: "INDEPENDENCE" }],
  });
});

test("the state's word counts as one root, sets acknowledged, and is never enough alone", async () => {
  const [government, prosecutor, watcher, document] = await Promise.all([
    recordSource(hub, { kind: "GOVERNMENT", independenceGroup: "venezuelan-state" }),
    recordSource(hub, { kind: "GOVERNMENT", independenceGroup: "venezuelan-state" }),
    recordSource(hub),
    recordDocument(hub),
  ]);
  const release = await recordEvent(hub, await recordDetainee(hub));
  await recordEventClaim(hub, release, government, document, { connection: "OFFICIAL" });
  await recordEventClaim(hub, release, prosecutor, document, { connection: "OFFICIAL" });
  expect(await stateOf(release)).toMatchObject({ state: "REPORTED", acknowledged: true });
  await recordEventClaim(hub, release, watcher, document);
  expect(await stateOf(release)).toMatchObject({ state: "CORROBORATED", acknowledged: true });
});

test("a disputing claim makes a verified release contested, and the history keeps every decision", async () => {
  const { release } = await recordCorroborated(hub);
  await decide(hub, "verifyRelease", { release }, verifier);
  await recordEventClaim(hub, release, await recordSource(hub), await recordDocument(hub), { stance: "DISPUTES" });
  const { state, verifications } = await stateOf(release);
  expect(state).toBe("CONTESTED");
  expect(verifications.map(({ state: past }: { state: string }) => past)).toEqual([
    "REPORTED",
    "REPORTED",
    "CORROBORATED",
    "VERIFIED",
    "CONTESTED",
  ]);
});

test("a refuted release stays refuted until the decision is taken back", async () => {
  const { release } = await recordCorroborated(hub);
  expect(await decide(hub, "refuteRelease", { release, publicNote: "Taken to the gate and back." }, verifier)).toMatchObject({
    release: { state: "REFUTED" },
  });
  await recordEventClaim(hub, release, await recordSource(hub), await recordDocument(hub));
  expect((await stateOf(release)).state).toBe("REFUTED");
  expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({ __typename: "Conflict" });
  expect(await decide(hub, "retractVerification", { release, publicNote: "The note was about another person." }, verifier)).toMatchObject({
    release: { state: "CORROBORATED" },
  });
});

test("contesting and refuting need a note for readers", async () => {
  const { release } = await recordCorroborated(hub);
  expect(await decide(hub, "contestRelease", { release, publicNote: "  " }, verifier)).toMatchObject({ __typename: "InvalidInput" });
  expect(await decide(hub, "contestRelease", { release, publicNote: "The family has not seen him." }, verifier)).toMatchObject({
    release: { state: "CONTESTED" },
  });
});

test("a decision based on an old verification is a conflict", async () => {
  const { release } = await recordCorroborated(hub);
  const seen = (await stateOf(release)).verification.id as string;
  await recordEventClaim(hub, release, await recordSource(hub), await recordDocument(hub));
  expect(await decide(hub, "verifyRelease", { release, basedOn: seen }, verifier)).toMatchObject({ __typename: "Conflict" });
  expect(await decide(hub, "verifyRelease", { release, basedOn: (await stateOf(release)).verification.id }, verifier)).toMatchObject({
    changed: true,
  });
});

test("of ten verifications at once one changes something, and the feed has one event", async () => {
  const { release } = await recordCorroborated(hub);
  const answers = await Promise.all(Array.from({ length: 10 }, () => decide(hub, "verifyRelease", { release }, verifier)));
  expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
  expect(
    await hub.database.prisma.feedEvent.count({ where: { release: { id: Buffer.from(release, "base64").toString().split(":")[1]! } } }),
  ).toBe(1);
});

test("claims recorded at the same moment see each other", async () => {
  const [document, release] = await Promise.all([recordDocument(hub), recordDetainee(hub).then((person) => recordEvent(hub, person))]);
  const sources = await Promise.all([recordSource(hub), recordSource(hub), recordSource(hub)]);
  await Promise.all(sources.map((source) => recordEventClaim(hub, release, source, document)));
  const { state, verification } = await stateOf(release);
  expect(state).toBe("CORROBORATED");
  expect(verification.roots).toHaveLength(3);
});

test("only a key with the scope verifier decides", async () => {
  const { release } = await recordCorroborated(hub);
  expect(await decide(hub, "verifyRelease", { release }, await hub.newKey("RECORDER"))).toMatchObject({ __typename: "Forbidden" });
  expect((await stateOf(release)).state).toBe("CORROBORATED");
});
