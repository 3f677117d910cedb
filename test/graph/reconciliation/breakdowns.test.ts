/** A world reckoned by hand: two women, a man and somebody of whom the sex is not on record are released; three of them are verified. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordCorroborated, recordCountClaim, recordDocument, recordSource, recordVerified } from "../../kit/records.ts";

let hub: Hub;
let source: string;
let claims: Record<"all" | "women" | "men" | "staff", string>;
let people: Record<"woman" | "unknown", string>;

const women = [{ dimension: "SEX", value: "FEMALE" }];
const men = [{ dimension: "SEX", value: "MALE" }];
const staff = [{ dimension: "OTHER", name: "population", value: "staff" }];

beforeAll(async () => {
  hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER");
  const { detainee: woman } = await recordVerified(hub, verifier, { sex: "FEMALE" });
  await recordVerified(hub, verifier, { sex: "MALE" });
  const { detainee: unknown } = await recordVerified(hub, verifier);
  await recordCorroborated(hub, { sex: "FEMALE" });
  people = { woman, unknown };
  source = await recordSource(hub);
  const document = await recordDocument(hub, { publishedAt: day("2026-01-22") });
  const said = { asOf: day("2026-01-22"), periodStart: day("2026-01-01"), facility: null };
  const all = await recordCountClaim(hub, source, document, { ...said, value: 5 });
  claims = {
    all,
    women: await recordCountClaim(hub, source, document, { ...said, value: 2, breakdown: women, partOf: all }),
    men: await recordCountClaim(hub, source, document, { ...said, value: 3, breakdown: men, partOf: all }),
    staff: await recordCountClaim(hub, source, document, { ...said, value: 9, breakdown: staff }),
  };
});
afterAll(async () => hub[Symbol.asyncDispose]());

const ask = async (breakdown: object[] | null, more = "") => {
  const query = `query($b: [BreakdownInput!]) { reconciliation(metric: RELEASED, breakdown: $b, asOf: "2026-01-25T00:00:00Z") {
    hub { verified lower upper corroborated } rows { claim { id } hub { verified lower upper corroborated } gap { lower upper } verdict reasons ${more} } } }`;
  const { data, errors } = await hub.send(query, { b: breakdown });
  expect(errors).toBeUndefined();
  return data["reconciliation"];
};

describe("a comparison", () => {
  test("of everybody shows no count of some of them", async () => {
    const { hub: count, rows } = await ask(null);
    expect(count).toEqual({ verified: 3, lower: 3, upper: 3, corroborated: 1 });
    expect(rows).toEqual([{ claim: { id: claims.all }, hub: count, gap: { lower: 2, upper: 2 }, verdict: "CLAIM_EXCEEDS", reasons: [] }]);
  });

  test("of women counts the women on record, and whoever may be one in the bounds alone", async () => {
    const { hub: count, rows } = await ask(women);
    expect(count).toEqual({ verified: 1, lower: 1, upper: 2, corroborated: 1 });
    expect(rows).toEqual([{ claim: { id: claims.women }, hub: count, gap: { lower: 0, upper: 1 }, verdict: "CONSISTENT", reasons: [] }]);
  });

  test("of men the men", async () => {
    const { rows } = await ask(men);
    expect(rows).toMatchObject([
      { claim: { id: claims.men }, hub: { verified: 1, upper: 2 }, gap: { lower: 1, upper: 2 }, verdict: "CLAIM_EXCEEDS" },
    ]);
  });

  test("of those whom the hub tells from nobody subtracts nothing, and says so", async () => {
    const { hub: count, rows } = await ask(staff);
    expect(count).toMatchObject({ verified: 0, upper: 0 });
    expect(rows).toMatchObject([{ claim: { id: claims.staff }, gap: null, verdict: null, reasons: ["BREAKDOWN"] }]);
  });

  test("goes by what was known of people at the moment", async () => {
    const before = (await ask(women)).hub;
    const { data } = await hub.send(`{ reconciliation(metric: RELEASED) { knownAt } }`);
    const input = { detainee: people.unknown, sex: "FEMALE", changeReason: "MORE_PRECISE" };
    const amend = `mutation($i: AmendDetaineeInput!) { amendDetainee(input: $i) { __typename } }`;
    expect((await hub.send(amend, { i: input })).data["amendDetainee"].__typename).toBe("AmendDetaineePayload");
    expect((await ask(women)).hub).toMatchObject({ verified: 2, upper: 2 });
    const then = await hub.send(
      `query($b: [BreakdownInput!], $k: DateTime!) { reconciliation(metric: RELEASED, breakdown: $b, knownAt: $k, asOf: "2026-01-25T00:00:00Z") { hub { verified lower upper corroborated } } }`,
      { b: women, k: data["reconciliation"].knownAt },
    );
    expect(then.data["reconciliation"].hub).toEqual(before);
    const back = { ...input, sex: "UNKNOWN", changeReason: "OUR_ERROR" };
    expect((await hub.send(amend, { i: back })).data["amendDetainee"].__typename).toBe("AmendDetaineePayload");
  });
});

test("a count's own gap is against those whom it is of", async () => {
  const query = `query($ids: [ID!]!) { nodes(ids: $ids) { ... on CountClaim { gap { lower upper verdict reasons } } } }`;
  const { data } = await hub.send(query, { ids: [claims.all, claims.women, claims.staff] });
  expect(data["nodes"]).toEqual([
    { gap: { lower: 2, upper: 2, verdict: "CLAIM_EXCEEDS", reasons: [] } },
    { gap: { lower: 0, upper: 1, verdict: "CONSISTENT", reasons: [] } },
    { gap: { lower: null, upper: null, verdict: null, reasons: ["BREAKDOWN"] } },
  ]);
});

test("counts over time and tables take the same breakdown, and are refused by the same words", async () => {
  const query = `query($b: [BreakdownInput!]) { hubCountSeries(metric: RELEASED, breakdown: $b, until: "2026-01-25T00:00:00Z", lastChanges: 1) { hub { verified upper } }
    tally(of: RELEASE, groupBy: [MONTH], breakdown: $b) { verified corroborated upper } }`;
  const { data } = await hub.send(query, { b: women });
  expect(data["hubCountSeries"]).toEqual([{ hub: { verified: 1, upper: 2 } }]);
  expect(data["tally"]).toEqual([{ verified: 1, corroborated: 1, upper: 2 }]);
  const { errors } = await hub.send(query, { b: [{ dimension: "SEX", value: "women" }] });
  expect(errors?.[0]?.message).toContain("FEMALE");
});

test("claims are found by whom they are of, now and as known then", async () => {
  for (const clock of ["", `, knownAt: "2100-01-01T00:00:00Z"`]) {
    const query = `query($b: [BreakdownInput!]) { claims(filter: { breakdown: $b }${clock}) { edges { node { id } } } }`;
    const { data } = await hub.send(query, { b: women });
    expect(data["claims"].edges).toEqual([{ node: { id: claims.women } }]);
  }
});

test("a series is of one source and of the same people: each has its own, and its own revisions", async () => {
  const document = await recordDocument(hub, { publishedAt: day("2026-01-24") });
  const said = { asOf: day("2026-01-24"), periodStart: day("2026-01-01"), facility: null };
  await recordCountClaim(hub, source, document, { ...said, value: 4, breakdown: men });
  await recordCountClaim(hub, source, document, { ...said, value: 1, breakdown: women });
  const query = `query($s: ID!) { series(metric: RELEASED, source: $s) { key source { id } metric measure unit facility { id } indicator { slug }
    breakdown { dimension name value } points { at claim { value revision { fall { upper } } } } } }`;
  const { data } = await hub.send(query, { s: source });
  const told = (data["series"] as any[]).map(({ breakdown, points }) => [
    breakdown.map((one: any) => one.value).join(),
    points.map(({ claim }: any) => [claim.value, claim.revision?.fall.upper ?? null]),
  ]);
  expect(Object.fromEntries(told)).toEqual({
    "": [[5, null]],
    staff: [[9, null]],
    MALE: [
      [3, null],
      [4, null],
    ],
    FEMALE: [
      [2, null],
      [1, -1],
    ],
  });
  expect(new Set((data["series"] as any[]).map(({ key }) => key)).size).toBe(4);
  const { data: one } = await hub.send(`query($s: ID!, $b: [BreakdownInput!]) { series(source: $s, breakdown: $b) { points { at } } }`, {
    s: source,
    b: women,
  });
  expect(one["series"].map(({ points }: any) => points.length)).toEqual([2]);
});
