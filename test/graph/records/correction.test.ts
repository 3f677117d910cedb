/** Corrections: a claim is never changed, another takes its place, and what rests on it is looked at again. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, decide, recordCorroborated, recordCountClaim, recordDocument, recordEventClaim, recordSource } from "../../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(() => hub[Symbol.asyncDispose]());

type Superseded = {
  __typename: string;
  changed?: boolean;
  claim?: Record<string, any>;
  message?: string;
  issues?: { path: string; expected: string }[];
};
async function supersede(input: object, key?: string): Promise<Superseded> {
  const { data, errors } = await hub.send(
    `mutation($input: SupersedeClaimInput!) { supersedeClaim(input: $input) { __typename
      ... on SupersedeClaimPayload { changed claim { id status statement locator changeReason supersedes { id status supersededBy { id } } ... on CountClaim { lower upper qualifier } ... on EventClaim { stance } } }
      ... on Error { message } ... on InvalidInput { issues { path expected } } } }`,
    { input },
    key,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data.supersedeClaim as Superseded;
}

const claimsOf = async (release: string) => {
  const { data } = await hub.send(
    `query($id: ID!) { release(id: $id) { state verifications { state ordinal claims { id } } claims(first: 20) { edges { node { id status } } } } }`,
    { id: release },
  );
  return data.release as {
    state: string;
    verifications: { state: string; claims: { id: string }[] }[];
    claims: { edges: { node: { id: string; status: string } }[] };
  };
};
const feedOf = async (release: string) => {
  const { data } = await hub.send(`{ feed(first: 100) { edges { node { __typename ... on FeedEvent { releaseId } } } } }`);
  const edges = data.feed.edges as { node: { __typename: string; releaseId: string } }[];
  return edges.filter(({ node }) => node.releaseId === release).map(({ node }) => node.__typename);
};

async function count(more: object = {}): Promise<string> {
  const [source, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
  return recordCountClaim(hub, source, document, more);
}

describe("a count", () => {
  it("is corrected in what is given and stays as it was in what is not, with the chain readable both ways", async () => {
    const first = await count({ value: 41, qualifier: "EXACT", locator: "¶3" });
    const { claim } = await supersede({ claim: first, changeReason: "SOURCE_UPDATED", value: 49 });
    expect(claim).toMatchObject({
      lower: 49,
      upper: 49,
      qualifier: "EXACT",
      locator: "¶3",
      status: "ACTIVE",
      changeReason: "SOURCE_UPDATED",
    });
    expect(claim!["supersedes"]).toEqual({ id: first, status: "SUPERSEDED", supersededBy: { id: claim!["id"] } });
    const third = await supersede({ claim: claim!["id"], changeReason: "OUR_ERROR", qualifier: "AT_LEAST", upper: null });
    expect(third.claim).toMatchObject({ lower: 49, upper: null, qualifier: "AT_LEAST" });
  });

  it("is corrected once: the same again changes nothing, anything else is a conflict", async () => {
    const first = await count();
    const input = { claim: first, changeReason: "OUR_ERROR", statement: "Read again." };
    const made = await supersede(input);
    expect(await supersede(input)).toMatchObject({ changed: false, claim: { id: made.claim!["id"] } });
    expect(await supersede({ ...input, statement: "Read otherwise." })).toMatchObject({ __typename: "Conflict" });
  });

  it("is withdrawn by a row that asserts nothing", async () => {
    const first = await count({ value: 5, qualifier: "EXACT" });
    expect(await supersede({ claim: first, changeReason: "SOURCE_RETRACTED" })).toMatchObject({ claim: { status: "RETRACTED" } });
    const other = await count();
    const refused = await supersede({ claim: other, changeReason: "SOURCE_RETRACTED", value: 3 });
    expect(refused).toMatchObject({ __typename: "InvalidInput", issues: [{ path: "input.value" }] });
  });

  it("takes no field of another kind of claim, nor bounds that its qualifier does not allow", async () => {
    const first = await count({ value: 5, qualifier: "EXACT" });
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR", stance: "DISPUTES" })).toMatchObject({
      issues: [{ path: "input.stance" }],
    });
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR", qualifier: "RANGE", lower: 9, upper: 3 })).toMatchObject({
      __typename: "InvalidInput",
    });
  });

  it("is not corrected into nothing, into itself, or into a part of itself", async () => {
    const first = await count({ value: 5, qualifier: "EXACT" });
    const invalid = { __typename: "InvalidInput" };
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR" })).toMatchObject(invalid);
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR", value: null })).toMatchObject(invalid);
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR", partOf: first })).toMatchObject(invalid);
    const nowhere = Buffer.from("CountClaim:00000000-0000-4000-8000-000000000000").toString("base64");
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR", partOf: nowhere })).toMatchObject({ __typename: "NotFound" });
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR", value: null, qualifier: "UNQUANTIFIED" })).toMatchObject({
      claim: { lower: null, upper: null },
    });
  });

  it("loses its words and numbers by redaction on every road and at every moment, and says so", async () => {
    const first = await count({ value: 7, qualifier: "EXACT", statement: "Names a witness.", quote: "a witness" });
    const then = (await hub.send(`{ reconciliation(metric: RELEASED) { knownAt } }`)).data.reconciliation.knownAt as string;
    const second = await supersede({ claim: first, changeReason: "OUR_ERROR", locator: "¶9" });
    const recorder = await hub.newKey("RECORDER");
    expect(await supersede({ claim: second.claim!["id"], changeReason: "REDACTION" }, recorder)).toMatchObject({ __typename: "Forbidden" });
    expect(await supersede({ claim: second.claim!["id"], changeReason: "REDACTION" })).toMatchObject({
      claim: { status: "RETRACTED", changeReason: "REDACTION" },
    });
    const { data } = await hub.send(
      `query($k: DateTime, $id: ID!) {
      then: claims(knownAt: $k, first: 100) { edges { node { id status(knownAt: $k) statement quote redactedAt ... on CountClaim { lower upper } } } } now: node(id: $id) { ... on CountClaim { statement locator lower redactedAt } } }`,
      { k: then, id: first },
    );
    expect(JSON.stringify(data)).not.toContain("witness");
    expect(data.now).toMatchObject({ statement: "[redacted]", locator: null, lower: null, redactedAt: expect.any(String) });
    const listed = (data.then.edges as { node: { id: string } }[]).find(({ node }) => node.id === first);
    expect(listed!.node).toMatchObject({ status: "ACTIVE", statement: "[redacted]", lower: null, redactedAt: expect.any(String) });
    expect(await supersede({ claim: first, changeReason: "OUR_ERROR", statement: "Again." })).toMatchObject({ __typename: "Conflict" });
  });
});

describe("a verified release", () => {
  async function verified() {
    const { release } = await recordCorroborated(hub);
    expect(await decide(hub, "verifyRelease", { release }, verifier)).toMatchObject({ changed: true });
    return release;
  }

  it("is retracted when a claim that it needs is withdrawn", async () => {
    const release = await verified();
    const { claims } = await claimsOf(release);
    await supersede({ claim: claims.edges[0]!.node.id, changeReason: "SOURCE_RETRACTED" });
    expect(await claimsOf(release)).toMatchObject({ state: "REPORTED" });
    expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseRetracted"]);
  });

  it("stays verified and is told anew when what it rests on changes and still bears it", async () => {
    const release = await verified();
    const { claims, verifications } = await claimsOf(release);
    await supersede({ claim: claims.edges[0]!.node.id, changeReason: "SOURCE_UPDATED", statement: "Said more exactly." });
    const after = await claimsOf(release);
    expect(after.state).toBe("VERIFIED");
    expect(after.verifications).toHaveLength(verifications.length + 1);
    expect(after.verifications.at(-1)!.claims.map(({ id }) => id)).not.toContain(claims.edges[0]!.node.id);
    expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseAmended"]);
  });

  it("is told anew when the state acknowledges it, and not when another witness comes", async () => {
    const release = await verified();
    const [ngo, state, document] = await Promise.all([recordSource(hub), recordSource(hub, { kind: "GOVERNMENT" }), recordDocument(hub)]);
    await recordEventClaim(hub, release, ngo, document);
    expect(await feedOf(release)).toEqual(["ReleaseVerified"]);
    await recordEventClaim(hub, release, state, document, { connection: "OFFICIAL" });
    expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseAmended"]);
  });

  it("takes no cause of death", async () => {
    const { release } = await recordCorroborated(hub);
    const { claims } = await claimsOf(release);
    expect(await supersede({ claim: claims.edges[0]!.node.id, changeReason: "OUR_ERROR", cause: "Fever" })).toMatchObject({
      __typename: "InvalidInput",
    });
  });

  it("is contested by a claim that turns from support to dispute", async () => {
    const release = await verified();
    const { claims } = await claimsOf(release);
    await supersede({ claim: claims.edges[0]!.node.id, changeReason: "SOURCE_UPDATED", stance: "DISPUTES" });
    expect(await claimsOf(release)).toMatchObject({ state: "CONTESTED" });
    expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseRetracted"]);
  });

  it("does not stay verified by a claim that the verifier recorded", async () => {
    const both = await hub.newKey("VERIFIER", "RECORDER");
    const { release } = await recordCorroborated(hub);
    await decide(hub, "verifyRelease", { release }, both);
    const [ngo, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
    await recordEventClaim(hub, release, ngo, document, { asOf: day("2026-01-21") }, both);
    const { claims, verifications } = await claimsOf(release);
    const rested = verifications.at(-1)!.claims[0]!.id;
    expect(claims.edges.map(({ node }) => node.id)).toContain(rested);
    await supersede({ claim: rested, changeReason: "SOURCE_RETRACTED" });
    expect(await claimsOf(release)).toMatchObject({ state: "CORROBORATED" });
  });
});
