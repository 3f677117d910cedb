import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { ask, lines, noon, releaseOf, verifyTheThree, type Answer } from "../../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await verifyTheThree(hub);
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe("a stricter policy", () => {
  const stricter = {
    version: "v2",
    widestHours: 72,
    fewestRoots: 4,
    direct: ["VICTIM", "RELATIVE", "LAWYER", "WITNESS", "REPORTER", "ORGANISATION"],
  };
  const adopt = async (input: object, key?: string) => {
    const query = `mutation($input: AdoptPolicyInput!) { adoptPolicy(input: $input) { __typename ... on AdoptPolicyPayload { changed moved policy { version fewestRoots } } ... on Error { code } } }`;
    return (await hub.send(query, { input }, key)).data["adoptPolicy"];
  };
  const told = async () => {
    const query = `{ feed(first: 50) { edges { node { __typename release { detainee { name } } ... on ReleaseRetracted { beforeState afterState } } } } }`;
    return (await hub.send(query, {}, null)).data["feed"].edges.map(({ node }: any) => node) as any[];
  };
  let before: Answer;

  test("takes the administrator's key", async () => {
    expect(await adopt(stricter, await hub.newKey("VERIFIER"))).toMatchObject({ __typename: "Forbidden" });
  });

  test("of four origins: Pilieri has three and is retracted, which the feed tells; Márquez and San Miguel stay", async () => {
    before = await ask(hub, { asOf: noon });
    // With Pilieri's release, the arrest and the death of Torres had three.
    expect(await adopt(stricter)).toMatchObject({ changed: true, moved: 3, policy: { version: "v2", fewestRoots: 4 } });
    const events = await told();
    expect(events.slice(0, 3).map(({ __typename }) => __typename)).toEqual(["ReleaseVerified", "ReleaseVerified", "ReleaseVerified"]);
    expect(events.slice(3)).toEqual([
      {
        __typename: "ReleaseRetracted",
        release: { detainee: { name: "Biagio Pilieri" } },
        beforeState: "VERIFIED",
        afterState: "REPORTED",
      },
    ]);
  });

  test("leaves the old decisions as they are, and says what would satisfy the new one", async () => {
    const query = `query($id: ID!) { release(id: $id) { state verification { policyVersion failedRules { rule message needed } } verifications { state policyVersion } } }`;
    const { release } = (await hub.send(query, { id: await releaseOf(hub, "Biagio Pilieri") }, null)).data as any;
    expect(release.verifications.slice(-3)).toEqual([
      { state: "CORROBORATED", policyVersion: "v1" },
      { state: "VERIFIED", policyVersion: "v1" },
      { state: "REPORTED", policyVersion: "v2" },
    ]);
    expect(release.verification.failedRules).toEqual([
      { rule: "INDEPENDENCE", message: expect.stringContaining("3"), needed: expect.stringContaining("4 independent origins") },
    ]);
  });

  test("puts him at the end of a queue of one, a single rule away", async () => {
    const query = `{ verificationQueue(first: 10) { edges { node { detainee { name } } } } }`;
    expect((await hub.send(query, {}, null)).data["verificationQueue"].edges).toEqual([{ node: { detainee: { name: "Biagio Pilieri" } } }]);
  });

  test("changes the count from here on, and not what was known before", async () => {
    expect(await lines(hub, { asOf: noon })).toContain("foro-penal 41: 0–2 39..41 CLAIM_EXCEEDS");
    expect(JSON.stringify(await ask(hub, { asOf: noon, knownAt: before.knownAt }))).toBe(JSON.stringify(before));
  });

  test("adopted again changes nothing; with other content it is a conflict", async () => {
    const events = (await told()).length;
    expect(await adopt({ ...stricter, direct: stricter.direct.toReversed() })).toMatchObject({ changed: false, moved: 0 });
    expect(await told()).toHaveLength(events);
    expect(await adopt({ ...stricter, fewestRoots: 5 })).toMatchObject({ __typename: "Conflict" });
    expect(await adopt({ ...stricter, version: "v3", fewestRoots: 0 })).toMatchObject({ __typename: "InvalidInput" });
  });
});
