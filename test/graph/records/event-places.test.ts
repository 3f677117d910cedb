/** Events in places that are no facility: a town and an area are told as such, found, counted and compared. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { call } from "../../kit/changes.ts";
import { day, recordCountClaim, recordDetainee, recordDocument, recordEvent, recordEventClaim, recordSource } from "../../kit/records.ts";

let hub: Hub;
let source: string;
let document: string;
const arrests: string[] = [];
const kazan = { country: "RU", admin1: "Tatarstan", locality: "Kazan" };
const located = { latitude: 55.79, longitude: 49.12, coordinatePrecision: "LOCALITY" };
const places = [
  { ...kazan, ...located, place: "The square" },
  { country: "RU", admin1: "tatarstan", locality: "Naberezhnye Chelny", place: null },
  { country: "RU", admin1: "Moscow", locality: "Moscow", place: null },
  { place: "At the march" },
];

beforeAll(async () => {
  hub = await startHub("empty");
  const verifier = await hub.newKey("VERIFIER");
  [source, document] = [await recordSource(hub), await recordDocument(hub, { publishedAt: day("2026-01-10") })];
  const second = await recordSource(hub);
  for (const place of places) {
    const event = await recordEvent(hub, await recordDetainee(hub), { type: "ARREST", stage: null, when: day("2026-01-06"), ...place });
    for (const each of [source, second])
      await recordEventClaim(hub, event, each, document, { connection: "ORGANISATION", asOf: day("2026-01-06") });
    await call(hub, "verifyEvent", { event }, "", verifier);
    arrests.push(event);
  }
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = async (query: string) => {
  const { data, errors } = await hub.send(query);
  expect(errors).toBeUndefined();
  return data;
};

test("an event tells its place by its parts", async () => {
  const fields = "... on Arrest { place location { country admin1 locality text coordinates { latitude longitude precision } } }";
  const { nodes } = await ask(`{ nodes(ids: ${JSON.stringify([arrests[0], arrests[3]])}) { ${fields} } }`);
  expect(nodes[0]).toEqual({
    place: "The square",
    location: { ...kazan, text: "The square", coordinates: { latitude: 55.79, longitude: 49.12, precision: "LOCALITY" } },
  });
  expect(nodes[1].location).toEqual({ country: null, admin1: null, locality: null, text: "At the march", coordinates: null });
});

test("an area is a place enough to be verified, and so is a town", async () => {
  const states = (await ask("{ custodyEvents(filter: { type: ARREST }) { edges { node { state } } } }")).custodyEvents.edges;
  expect(states.filter(({ node }: any) => node.state === "VERIFIED")).toHaveLength(4);
  const event = await recordEvent(hub, await recordDetainee(hub), {
    type: "ARREST",
    stage: null,
    when: day("2026-01-06"),
    country: "RU",
    place: null,
  });
  const { node } = await ask(`{ node(id: "${event}") { ... on Arrest { verification { failedRules { code } } } } }`);
  expect(node.verification.failedRules).toContainEqual({ code: "NO_PLACE" });
});

test("events are found by area and by town, and counted by area", async () => {
  const found = async (filter: string) => (await ask(`{ custodyEvents(filter: { ${filter} }) { totalCount } }`)).custodyEvents.totalCount;
  expect(await found('admin1: ["Tatarstan", "tatarstan"]')).toBe(2);
  expect(await found('locality: "Moscow"')).toBe(1);
  const { tally } = await ask("{ tally(of: ARREST, groupBy: [ADMIN1], states: [VERIFIED]) { keys { value } verified } }");
  expect(tally.map(({ keys, verified }: any) => [keys[0].value, verified])).toEqual([
    ["Moscow", 1],
    ["Tatarstan", 1],
    ["tatarstan", 1],
    [null, 1],
  ]);
});

const count = (value: number, place: object) =>
  recordCountClaim(hub, source, document, {
    ...{
      metric: "ARRESTED",
      measure: "CUMULATIVE",
      qualifier: "EXACT",
      value,
      asOf: day("2026-01-08"),
      periodStart: day("2026-01-01"),
      place,
    },
  });

test("a count of an area or a town is compared with whom the hub knows to have been arrested there", async () => {
  await count(5, { country: "RU", admin1: "Tatarstan" });
  await count(3, kazan);
  const compared = async (place: string) => {
    const fields = "hub { lower upper } rows { reasons gap { lower upper } }";
    return (await ask(`{ reconciliation(metric: ARRESTED, place: { ${place} }) { ${fields} } }`)).reconciliation;
  };
  // Whoever was at the march may have been anywhere.
  const area = { hub: { lower: 2, upper: 3 }, rows: [{ reasons: [], gap: { lower: 2, upper: 3 } }] };
  expect(await compared('country: "RU", admin1: "Tatarstan"')).toEqual(area);
  const town = { hub: { lower: 1, upper: 2 }, rows: [{ reasons: [], gap: { lower: 1, upper: 2 } }] };
  expect(await compared('country: "RU", admin1: "Tatarstan", locality: "Kazan"')).toEqual(town);
});

test("tables and counts over time take a place", async () => {
  const { tally, hubCountSeries } = await ask(
    `{ tally(of: ARREST, groupBy: [STATE], states: [VERIFIED], place: { locality: "Kazan" }) { verified upper }
       hubCountSeries(metric: ARRESTED, every: MONTH, place: { admin1: "Tatarstan" }) { hub { lower upper } } }`,
  );
  expect(tally).toEqual([{ verified: 1, upper: 2 }]);
  expect(hubCountSeries.at(-1).hub).toEqual({ lower: 2, upper: 3 });
});

test("a place is corrected in its parts, and told as it was known", async () => {
  const before = new Date().toISOString();
  const [event] = arrests.slice(2);
  const { event: amended } = await call(
    hub,
    "amendEvent",
    { event, locality: "Khimki", changeReason: "OUR_ERROR" },
    "event { versions { changes { field before after } } }",
  );
  expect(amended.versions.at(-1).changes).toEqual([{ field: "locality", before: "Moscow", after: "Khimki" }]);
  const { node } = await ask(
    `{ node(id: "${event}") { ... on Arrest { location { locality } before: location(knownAt: "${before}") { locality } } } }`,
  );
  const { custodyEvents } = await ask(
    `query @inheritClocks { custodyEvents(filter: { type: ARREST }, knownAt: "${before}") { edges { node { location { locality coordinates { latitude } } } } } }`,
  );
  expect(custodyEvents.edges.map(({ node: { location } }: any) => [location.locality, location.coordinates?.latitude])).toEqual(
    expect.arrayContaining([
      ["Kazan", 55.79],
      ["Moscow", undefined],
    ]),
  );
  expect(node).toEqual({ location: { locality: "Khimki" }, before: { locality: "Moscow" } });
});

test("coordinates of a count are of its place, and of one series whether or not they are told", async () => {
  const [one, other] = [
    await count(8, { locality: "Ufa" }),
    await recordCountClaim(hub, source, document, {
      ...{
        metric: "ARRESTED",
        measure: "CUMULATIVE",
        qualifier: "EXACT",
        value: 9,
        asOf: day("2026-01-09"),
        periodStart: day("2026-01-01"),
      },
      ...{ place: { locality: "Ufa" }, ...located },
    }),
  ];
  const { series, nodes } = await ask(
    `{ series(metric: ARRESTED, place: { locality: "Ufa" }) { points { claim { id } } } nodes(ids: ["${other}"]) { ... on CountClaim { place { coordinates { latitude } } } } }`,
  );
  expect(series).toEqual([{ points: [{ claim: { id: one } }, { claim: { id: other } }] }]);
  expect(nodes[0].place.coordinates.latitude).toBe(55.79);
});
