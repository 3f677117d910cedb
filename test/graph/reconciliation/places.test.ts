/** Counts of places that are no facility: an area, a town, words. They are of no series and no comparison of the whole. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, decide, recordCountClaim, recordCorroborated, recordDocument, recordFacility, recordSource } from "../../kit/records.ts";

let hub: Hub;
let source: string;
let document: string;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
  source = await recordSource(hub);
  document = await recordDocument(hub, { publishedAt: day("2026-01-25") });
  for (const admin1 of ["Zulia", "Lara", "Zulia"]) {
    const facility = await recordFacility(hub, { admin1 });
    const { release } = await recordCorroborated(hub, {}, { facility, place: null, when: day("2026-01-20") });
    await decide(hub, "verifyRelease", { release }, verifier);
  }
  const { release } = await recordCorroborated(hub, {}, { place: "Plaza Venezuela, Caracas", when: day("2026-01-20") });
  await decide(hub, "verifyRelease", { release }, verifier);
});
afterAll(() => hub[Symbol.asyncDispose]());

const count = (value: number, more: object) =>
  recordCountClaim(hub, source, document, {
    ...{
      metric: "RELEASED",
      measure: "CUMULATIVE",
      qualifier: "EXACT",
      value,
      asOf: day("2026-01-24"),
      periodStart: day("2026-01-01"),
      ...more,
    },
  });
const read = async (id: string) => {
  const fields = "place { country admin1 locality text } gap { lower upper verdict reasons } revision { fall { upper } }";
  return (await hub.send(`query ($id: ID!) { node(id: $id) { ... on CountClaim { ${fields} } } }`, { id })).data.node;
};

test("a count of an area is compared with whom the hub knows to have been there", async () => {
  const zulia = await count(2, { place: { country: "VE", admin1: "zulia" } });
  // Who was released on a square may have been in Zulia.
  expect(await read(zulia)).toEqual({
    ...{ place: { country: "VE", admin1: "zulia", locality: null, text: null }, revision: null },
    gap: { lower: -1, upper: 0, verdict: "CONSISTENT", reasons: [] },
  });
  const town = await count(7, { place: { country: "VE", locality: "Maracaibo" } });
  // No event says in which town it was: each may have been there.
  expect((await read(town)).gap).toMatchObject({ lower: 3, upper: 7, reasons: [] });
  const march = await count(7, { place: { country: "VE", text: "a march" } });
  expect((await read(march)).gap).toMatchObject({ verdict: null, reasons: expect.arrayContaining(["BREAKDOWN"]) });
});

test("so is a breakdown by area", async () => {
  const lara = await count(3, { breakdown: [{ dimension: "ADMIN1", value: "Lara" }] });
  expect((await read(lara)).gap).toMatchObject({ lower: 1, upper: 2, verdict: "CLAIM_EXCEEDS", reasons: [] });
});

test("counts of places are in no comparison of the whole, and in one of their own", async () => {
  const all = await count(4, {});
  const ask = async (more: string) =>
    (await hub.send(`{ reconciliation(metric: RELEASED${more}) { hub { lower upper } rows { claim { id } } } }`)).data.reconciliation;
  const whole = await ask("");
  expect(whole.rows.map(({ claim }: any) => claim.id)).toEqual([all]);
  const zulia = await ask(`, place: { country: "VE", admin1: "zulia" }`);
  expect(zulia).toMatchObject({ hub: { lower: 2, upper: 3 } });
  expect(zulia.rows).toHaveLength(1);
});

test("each place is a series, and a lower count elsewhere is no revision", async () => {
  const [more, fewer] = [
    await count(50, { place: { text: "the march" }, asOf: day("2026-01-21") }),
    await count(3, { place: { text: "the sit-in" }, asOf: day("2026-01-22") }),
  ];
  expect((await read(fewer)).revision).toBe(null);
  const again = await count(40, { place: { text: "the march" }, asOf: day("2026-01-23") });
  expect((await read(again)).revision).toEqual({ fall: { upper: -10 } });
  const { data } = await hub.send(
    `{ series(metric: RELEASED, place: { text: "the march" }) { place { text } points { claim { id } } }
       claims(filter: { place: { text: "the march" } }) { totalCount } }`,
  );
  expect(data.series).toEqual([{ place: { text: "the march" }, points: [{ claim: { id: more } }, { claim: { id: again } }] }]);
  expect(data.claims.totalCount).toBe(2);
});

test("a share names its base; a count of a facility has no other place", async () => {
  const base = await count(80, { metric: "HELD", measure: "STOCK", periodStart: null });
  const share = await count(12.5, {
    metric: "HELD",
    measure: "STOCK",
    unit: "PERCENT",
    base,
    breakdown: [{ dimension: "SEX", value: "FEMALE" }],
  });
  const { data } = await hub.send(`query ($id: ID!) { node(id: $id) { ... on CountClaim { base { value } partsExceedBy } } }`, {
    id: share,
  });
  expect(data.node).toEqual({ base: { value: 80 }, partsExceedBy: null });
  await expect(count(1, { base })).rejects.toThrow("PERCENT");
  const facility = await recordFacility(hub);
  await expect(count(1, { facility, place: { country: "VE" } })).rejects.toThrow("facility");
});

test("parts that exceed their whole are kept and flagged", async () => {
  const stock = { metric: "HELD", measure: "STOCK", periodStart: null, asOf: day("2026-01-12") };
  const whole = await count(10, stock);
  for (const [value, sex] of [
    [6, "MALE"],
    [5, "FEMALE"],
  ] as const)
    await count(value, { ...stock, partOf: whole, breakdown: [{ dimension: "SEX", value: sex }] });
  const { data } = await hub.send(`query ($id: ID!) { node(id: $id) { ... on CountClaim { partsExceedBy parts { value } } } }`, {
    id: whole,
  });
  expect(data.node).toEqual({ partsExceedBy: 1, parts: expect.arrayContaining([{ value: 6 }, { value: 5 }]) });
});
