/** Releases by whether the state says so, and by the area of their facility: in lists, at a moment, and in the feed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { amend } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDocument, recordEventClaim, recordFacility, recordSource, recordVerified } from "../../kit/records.ts";

let hub: Hub;
let zulia: string;
let lara: string;
let place: string;
let before: string;
beforeAll(async () => {
  hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER");
  const [state, document] = [
    await recordSource(hub, { kind: "GOVERNMENT" }),
    await recordDocument(hub, { publishedAt: day("2026-01-22") }),
  ];
  const [here, there] = [await recordFacility(hub, { admin1: "Zulia" }), await recordFacility(hub, { admin1: "Lara" })];
  place = there;
  zulia = (await recordVerified(hub, verifier, {}, { facility: here, place: null })).release;
  lara = (await recordVerified(hub, verifier, {}, { facility: there, place: null })).release;
  before = (await hub.send("{ reconciliation(metric: RELEASED) { knownAt } }")).data.reconciliation.knownAt;
  await recordEventClaim(hub, lara, state, document, { connection: "OFFICIAL", asOf: day("2026-01-21") });
});
afterAll(() => hub[Symbol.asyncDispose]());

const found = async (filter: object, knownAt: string | null = null) => {
  const query = `query ($filter: ReleaseFilter, $knownAt: DateTime) { releases(filter: $filter, knownAt: $knownAt) { edges { node { id } } } }`;
  return (await hub.send(query, { filter, knownAt })).data.releases.edges.map(({ node }: any) => node.id);
};
const told = async (filter: object) => {
  const query = `query ($filter: ReleaseFilter) { feed(first: 50, filter: $filter) { edges { node { ... on FeedEvent { releaseId } } } } }`;
  return new Set((await hub.send(query, { filter })).data.feed.edges.map(({ node }: any) => node.releaseId));
};

test("what the state says is found by it, and was not before it said so", async () => {
  expect(await found({ acknowledged: true })).toEqual([lara]);
  expect(await found({ acknowledged: false })).toEqual([zulia]);
  expect(await found({ acknowledged: true }, before)).toEqual([]);
  expect((await found({ acknowledged: false }, before)).toSorted()).toEqual([zulia, lara].toSorted());
  expect(await told({ acknowledged: true })).toEqual(new Set([lara]));
});

test("the area is that of the facility", async () => {
  expect(await found({ admin1: ["Zulia"] })).toEqual([zulia]);
  expect(await found({ admin1: ["Zulia", "Lara"], acknowledged: true })).toEqual([lara]);
  expect(await told({ admin1: ["Zulia"] })).toEqual(new Set([zulia]));
});

test("a facility that turns out to lie elsewhere is found there, and under the old area as of then", async () => {
  await amend(hub, "facility", { facility: place, admin1: "Yaracuy", changeReason: "OUR_ERROR" });
  expect(await found({ admin1: ["Lara"] })).toEqual([]);
  expect(await found({ admin1: ["Yaracuy"] })).toEqual([lara]);
  expect(await found({ admin1: ["Lara"] }, before)).toEqual([lara]);
  // Who heard of it under the old area hears how it goes on.
  expect(await told({ admin1: ["Lara"] })).toEqual(new Set([lara]));
});

test("nobody finds a release by the area of a facility that is hidden from them", async () => {
  await hub.send(`mutation ($i: SetVisibilityInput!) { setVisibility(input: $i) { __typename } }`, {
    i: { record: place, visibility: "RESTRICTED" },
  });
  const query = `{ releases(filter: { admin1: ["Yaracuy"] }) { totalCount } feed(first: 50, filter: { admin1: ["Yaracuy"] }) { edges { node { __typename } } } }`;
  expect((await hub.send(query, {}, null)).data.releases.totalCount).toBe(0);
});
