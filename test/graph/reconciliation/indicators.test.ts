import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordCountClaim, recordDocument, recordSource } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const visits = { slug: "visits-refused", name: "Visits refused", unit: "a visit", population: "families" };
const record = async (input: object) => {
  const answer = "{ __typename ... on RecordIndicatorPayload { changed indicator { id slug unit population } } ... on Error { code } }";
  return (await hub.send(`mutation($i: RecordIndicatorInput!) { recordIndicator(input: $i) ${answer} }`, { i: input })).data[
    "recordIndicator"
  ];
};

test("an indicator is recorded once, and another one is never under its slug", async () => {
  const { changed, indicator } = await record(visits);
  expect([changed, indicator]).toEqual([
    true,
    expect.objectContaining({ slug: "visits-refused", unit: "a visit", population: "families" }),
  ]);
  expect(await record(visits)).toMatchObject({ changed: false, indicator: { id: indicator.id } });
  expect(await record({ ...visits, unit: "a family" })).toEqual({ __typename: "Conflict", code: "CONFLICT" });
  const { data } = await hub.send(
    `{ indicators { edges { node { slug } } } indicator(by: { slug: "visits-refused" }) { name } }`,
    {},
    null,
  );
  expect(data).toEqual({ indicators: { edges: [{ node: { slug: "visits-refused" } }] }, indicator: { name: "Visits refused" } });
});

test("a count of OTHER says by an indicator what it counts, and no other count does", async () => {
  await record(visits);
  const [source, document] = [await recordSource(hub), await recordDocument(hub)];
  const said = { metric: "OTHER", measure: "INCREMENT", asOf: day("2026-01-10"), periodStart: undefined, facility: null, value: 12.5 };
  await expect(recordCountClaim(hub, source, document, said)).rejects.toThrow("indicator");
  await expect(recordCountClaim(hub, source, document, { ...said, metric: "HELD", indicator: "visits-refused" })).rejects.toThrow("OTHER");
  await expect(recordCountClaim(hub, source, document, { ...said, indicator: "nothing" })).rejects.toThrow("indicator");
  const claim = await recordCountClaim(hub, source, document, { ...said, indicator: "visits-refused" });
  await record({ ...visits, slug: "visits-granted" });
  await recordCountClaim(hub, source, document, { ...said, indicator: "visits-granted", unit: "FAMILIES" });
  const query = `query($s: ID!) { series(source: $s, indicator: "visits-refused") { metric unit indicator { slug } points { claim { id value } } }
    all: series(source: $s) { unit } claims(filter: { indicator: "visits-refused" }) { edges { node { id } } } }`;
  const { data } = await hub.send(query, { s: source });
  expect(data["series"]).toEqual([
    { metric: "OTHER", unit: "OTHER", indicator: { slug: "visits-refused" }, points: [{ claim: { id: claim, value: 12.5 } }] },
  ]);
  expect(data["all"].map(({ unit }: any) => unit).toSorted()).toEqual(["FAMILIES", "OTHER"]);
  expect(data["claims"].edges).toEqual([{ node: { id: claim } }]);
});

test("the feed of changes tells an indicator, and of one alone it and its counts", async () => {
  await record({ ...visits, slug: "strikes" });
  const counted = { metric: "OTHER", measure: "STOCK", asOf: day("2026-01-10"), periodStart: undefined, facility: null, value: 3 };
  const claim = await recordCountClaim(hub, await recordSource(hub), await recordDocument(hub), { ...counted, indicator: "strikes" });
  const told = async (filter: string) => {
    const query = `{ changes(filter: { ${filter} }) { edges { node { kind noun record { id ... on Indicator { slug } } } } } }`;
    return (await hub.send(query, {}, null)).data["changes"].edges.map(({ node }: any) => node);
  };
  expect(await told('indicator: "strikes"')).toEqual([
    { kind: "RECORDED", noun: "INDICATOR", record: { id: expect.any(String), slug: "strikes" } },
    { kind: "RECORDED", noun: "COUNT", record: { id: claim } },
  ]);
  expect(await told('nouns: INDICATOR, indicator: "nothing"')).toEqual([]);
});
