/** What is hidden decides nothing by itself, and tells nothing of itself through what is decided: docs/decisions/hidden-evidence.md. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
let [editor, verifier]: string[] = [];
beforeAll(async () => {
  hub = await startHub("empty");
  [editor, verifier] = await Promise.all([hub.newKey("VERIFIER", "EDITOR"), hub.newKey("VERIFIER")]);
});
afterAll(async () => hub[Symbol.asyncDispose]());

const restricted = { visibility: "RESTRICTED" };
const decisions = `query($id: ID!) { release(id: $id) { state acknowledged verification { id } verifications { id ordinal state decidedAt acknowledged
  publicNote failedRules { code message have } roots { id } claims { id } } } feed(first: 100) { edges { node { __typename releaseId occurredAt } } } verificationQueue { edges { node { id } } } }`;
const told = async (id: string, key: string | null = null) => {
  const { data, errors } = await hub.send(decisions, { id }, key);
  expect(errors).toBeUndefined();
  return data as any;
};
const claimOn = async (event: string, more: object = {}) =>
  recordEventClaim(hub, event, await recordSource(hub), await recordDocument(hub), more);
const supersede = async (claim: string, more: object) => {
  const query = `mutation($i: SupersedeClaimInput!) { supersedeClaim(input: $i) { ... on SupersedeClaimPayload { changed claim { id } } } }`;
  const answer = (await hub.send(query, { i: { claim, ...more } })).data["supersedeClaim"];
  expect(answer).toMatchObject({ changed: true });
  return answer.claim.id as string;
};
const makeVisible = async (record: string, visibility: string) => {
  const query = `mutation($i: SetVisibilityInput!) { setVisibility(input: $i) { ... on SetVisibilityPayload { changed } } }`;
  expect((await hub.send(query, { i: { record, visibility } })).data["setVisibility"]).toEqual({ changed: true });
};

describe("a hidden claim that comes, is corrected and is withdrawn", () => {
  test.each([
    ["supports what lacks an origin", "REPORTED", { stance: "SUPPORTS" }],
    ["supports what is corroborated", "CORROBORATED", { stance: "SUPPORTS" }],
    ["disputes what is corroborated", "CORROBORATED", { stance: "DISPUTES" }],
    ["supports what is verified", "VERIFIED", { stance: "SUPPORTS" }],
    ["disputes what is verified", "VERIFIED", { stance: "DISPUTES" }],
  ])("and %s changes nothing of what anybody is told who may not see it", async (_what, state, more) => {
    let release: string;
    if (state === "REPORTED") await claimOn((release = await recordEvent(hub, await recordDetainee(hub))));
    else ({ release } = await recordCorroborated(hub));
    if (state === "VERIFIED") await decide(hub, "verifyRelease", { release }, verifier!);
    const viewers = [null, verifier!];
    const before = await Promise.all(viewers.map((key) => told(release, key)));
    expect(before[0].release.state).toBe(state);
    const claim = await claimOn(release, { ...restricted, ...more });
    expect(await Promise.all(viewers.map((key) => told(release, key)))).toEqual(before);
    const next = await supersede(claim, { changeReason: "OUR_ERROR", statement: "Said otherwise." });
    await supersede(next, { changeReason: "SOURCE_RETRACTED" });
    expect(await Promise.all(viewers.map((key) => told(release, key)))).toEqual(before);
  });
});

test("an editor verifies on what they may see; it is told without what is hidden, and falls when that is gone", async () => {
  const release = await recordEvent(hub, await recordDetainee(hub));
  const [open, hidden] = [await claimOn(release), await claimOn(release, restricted)];
  expect(await decide(hub, "verifyRelease", { release }, verifier!)).toMatchObject({ __typename: "PolicyNotSatisfied" });
  expect(await decide(hub, "verifyRelease", { release }, editor!)).toMatchObject({ changed: true, release: { state: "VERIFIED" } });
  const toAll = await told(release);
  expect(toAll.release.verifications.at(-1)).toMatchObject({ state: "VERIFIED", failedRules: [], claims: [{ id: open }] });
  expect(toAll.release.verifications.at(-1).roots).toHaveLength(1);
  expect((await told(release, editor)).release.verifications.at(-1).claims).toEqual([{ id: open }, { id: hidden }]);

  const corrected = await supersede(hidden, { changeReason: "OUR_ERROR", statement: "Said otherwise." });
  expect(await told(release)).toEqual(toAll);
  await supersede(corrected, { changeReason: "SOURCE_RETRACTED" });
  expect((await told(release)).release.state).toBe("REPORTED");
});

test("what a person decides against hidden evidence counts none of it", async () => {
  const { release } = await recordCorroborated(hub);
  await claimOn(release, { ...restricted, stance: "DISPUTES" });
  expect(await decide(hub, "verifyRelease", { release }, editor!)).toMatchObject({ __typename: "PolicyNotSatisfied" });
  await decide(hub, "contestRelease", { release, publicNote: "Somebody says otherwise." }, editor!);
  const { verifications } = (await told(release)).release;
  expect(verifications.at(-1)).toMatchObject({ state: "CONTESTED", failedRules: [{ code: "NO_DECISION" }] });
  expect(verifications.at(-1).claims).toHaveLength(2);
});

test("a claim that is hidden takes the decisions that rested on it along; their places close up, and a verifier decides on what they see", async () => {
  const release = await recordEvent(hub, await recordDetainee(hub));
  await claimOn(release);
  const [source, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
  await recordEventClaim(hub, release, source, document);
  expect((await told(release)).release.state).toBe("CORROBORATED");
  await makeVisible(document, "RESTRICTED");
  const { release: after } = await told(release, verifier);
  expect(after).toMatchObject({ state: "REPORTED", verification: { id: after.verifications.at(-1).id } });
  expect(after.verifications.map(({ ordinal }: any) => ordinal)).toEqual(after.verifications.map((_: unknown, at: number) => at + 1));
  expect(after.verifications.map(({ state }: any) => state)).not.toContain("CORROBORATED");
  const decided = await decide(hub, "contestRelease", { release, basedOn: after.verification.id, publicNote: "Not so." }, verifier!);
  expect(decided).toMatchObject({ changed: true });
  await makeVisible(document, "PUBLIC");
  expect((await told(release)).release.verifications.length).toBeGreaterThan(after.verifications.length);
});

test("a verified release stays so when a claim that it rests on is hidden, and does not name who said it", async () => {
  const release = await recordEvent(hub, await recordDetainee(hub));
  const open = await claimOn(release);
  const [source, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
  await recordEventClaim(hub, release, source, document);
  await decide(hub, "verifyRelease", { release }, verifier!);
  expect(JSON.stringify(await told(release))).toContain(source);
  await makeVisible(document, "RESTRICTED");
  const { release: after } = await told(release);
  expect(after).toMatchObject({ state: "VERIFIED" });
  expect(JSON.stringify(after)).not.toContain(source);
  expect(after.verifications.at(-1).claims).toEqual([{ id: open }]);
});
