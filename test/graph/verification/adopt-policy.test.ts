import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { ask, lines, noon, releaseOf, verifyTheCorroborated, type Answer } from "../../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await verifyTheCorroborated(hub);
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe("a stricter policy", () => {
  const stricter = {
    version: "v3",
    maxHours: 72,
    minRoots: 4,
    directConnections: ["VICTIM", "RELATIVE", "LAWYER", "WITNESS", "REPORTER", "ORGANISATION"],
  };
  const adopt = async (input: object, key?: string) => {
    const query = `mutation($input: AdoptPolicyInput!) { adoptPolicy(input: $input) { __typename ... on AdoptPolicyPayload { changed moved policy { version minRoots custodianGroups } } ... on Error { code } } }`;
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

  test("of four origins: Pilieri has three and is retracted, which the feed tells; Márquez stays", async () => {
    before = await ask(hub, { asOf: noon });
    // With Pilieri's release, the death of Torres had three. Who the custodian is stays as it was.
    const policy = { version: "v3", minRoots: 4, custodianGroups: ["venezuelan-state"] };
    expect(await adopt(stricter)).toMatchObject({ changed: true, moved: 2, policy });
    const events = await told();
    expect(events.slice(0, 2).map(({ __typename }) => __typename)).toEqual(["ReleaseVerified", "ReleaseVerified"]);
    expect(events.slice(2)).toEqual([
      {
        __typename: "ReleaseRetracted",
        release: { detainee: { name: "Biagio Pilieri" } },
        beforeState: "VERIFIED",
        afterState: "REPORTED",
      },
    ]);
  });

  test("leaves the old decisions as they are, and says what would satisfy the new one", async () => {
    const query = `query($id: ID!) { release(id: $id) { state verification { policyVersion failedRules { rule code have need missing message needed } } verifications { state policyVersion } } }`;
    const { release } = (await hub.send(query, { id: await releaseOf(hub, "Biagio Pilieri") }, null)).data as any;
    expect(release.verifications.slice(-3)).toEqual([
      { state: "CORROBORATED", policyVersion: "v2" },
      { state: "VERIFIED", policyVersion: "v2" },
      { state: "REPORTED", policyVersion: "v3" },
    ]);
    expect(release.verification.failedRules).toEqual([
      {
        ...{ rule: "INDEPENDENCE", code: "TOO_FEW_ORIGINS", have: 3, need: 4, missing: 1 },
        ...{ message: expect.stringContaining("3"), needed: expect.stringContaining("4 independent origins") },
      },
    ]);
  });

  test("puts him into the queue, a single rule away like San Miguel, of whom the place is not known", async () => {
    const query = `{ verificationQueue(first: 10) { edges { node { detainee { name } } } } }`;
    const { edges } = (await hub.send(query, {}, null)).data["verificationQueue"];
    expect(edges.map(({ node }: any) => node.detainee.name).toSorted()).toEqual(["Biagio Pilieri", "Rocío San Miguel"]);
  });

  test("changes the count from here on, and not what was known before", async () => {
    expect(await lines(hub, { asOf: noon })).toContain("foro-penal 41: 0–1 40..41 CLAIM_EXCEEDS");
    expect(JSON.stringify(await ask(hub, { asOf: noon, knownAt: before.knownAt }))).toBe(JSON.stringify(before));
  });

  test("adopted again changes nothing; with other content it is a conflict", async () => {
    const events = (await told()).length;
    expect(await adopt({ ...stricter, directConnections: stricter.directConnections.toReversed() })).toMatchObject({
      changed: false,
      moved: 0,
    });
    expect(await told()).toHaveLength(events);
    expect(await adopt({ ...stricter, minRoots: 5 })).toMatchObject({ __typename: "Conflict" });
    expect(await adopt({ ...stricter, version: "v4", minRoots: 0 })).toMatchObject({ __typename: "InvalidInput" });
  });

  test("takes the names of one version ago as well, and the custodian's groups", async () => {
    const { maxHours: widestHours, minRoots: fewestRoots, directConnections: direct } = stricter;
    const old = { version: "v4", widestHours, fewestRoots, direct, custodianGroups: ["elsewhere"] };
    expect(await adopt(old)).toMatchObject({ changed: true, policy: { version: "v4", minRoots: 4, custodianGroups: ["elsewhere"] } });
    expect(await adopt({ ...stricter, version: "v5", minRoots: undefined })).toMatchObject({ __typename: "InvalidInput" });
  });
});
