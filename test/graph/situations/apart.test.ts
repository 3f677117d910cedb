import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { decide, day, localId, recordCorroborated, recordCountClaim, recordDocument, recordSource } from "../../kit/records.ts";

// One hub, two countries: in Iceland an NGO counts 3 released, of whom nobody is named; in Venezuela one person is verified.
let hub: Hub;
let verifier: string;
let iceland: { claim: string; source: string };
let venezuela: { claim: string; release: string; detainee: string };

const recordSituation = async (slug: string, countries: string[], timeZone: string) =>
  (
    await hub.send(
      "mutation($i: RecordSituationInput!) { recordSituation(input: $i) { ... on RecordSituationPayload { changed situation { id slug } } } }",
      {
        i: { slug, name: slug, countries, timeZone },
      },
    )
  ).data["recordSituation"];

beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
  await recordSituation("iceland", ["IS"], "Atlantic/Reykjavik");
  await recordSituation("venezuela", ["VE"], "America/Caracas");
  const [source, page] = [await recordSource(hub, { situation: "iceland" }), await recordDocument(hub, { publishedAt: day("2026-01-26") })];
  const counted = { asOf: day("2026-01-25"), periodStart: day("2026-01-08") };
  iceland = { source, claim: await recordCountClaim(hub, source, page, { ...counted, situation: "iceland" }) };
  const { release, detainee } = await recordCorroborated(hub, { situation: "venezuela" });
  await decide(hub, "verifyRelease", { release }, verifier);
  venezuela = { release, detainee, claim: await recordCountClaim(hub, source, page, { ...counted, situation: "venezuela" }) };
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = async (query: string, variables: object = {}) => {
  const { data, errors } = await hub.send(query, variables);
  expect(errors).toBeUndefined();
  return data;
};

test("a situation once recorded is recorded once, and with other content it is refused", async () => {
  expect(await recordSituation("iceland", ["IS"], "Atlantic/Reykjavik")).toMatchObject({ changed: false });
  expect(await recordSituation("iceland", ["IS", "DK"], "Atlantic/Reykjavik")).toEqual({});
});

test.each(["iceland", "venezuela"])(
  "with situation %s a claim is compared with the people of its own situation alone",
  async (situation) => {
    const { reconciliation } = await ask(
      "query($s: ID) { reconciliation(metric: RELEASED, situation: $s) { hub { verified } rows { claim { situation { slug } } hub { verified } } } }",
      { s: situation },
    );
    const verified = situation === "iceland" ? 0 : 1;
    expect(reconciliation).toEqual({ hub: { verified }, rows: [{ claim: { situation: { slug: situation } }, hub: { verified } }] });
  },
);

test("a comparison that names none of several is refused with their names, and asked of when there was one is answered", async () => {
  const query = "query($at: DateTime) { reconciliation(metric: RELEASED, knownAt: $at) { knownAt } other: recordedUpTo }";
  const { data, errors } = await hub.send(query);
  expect(errors).toMatchObject([
    { path: ["reconciliation"], message: expect.stringContaining("iceland, venezuela"), extensions: { code: "INVALID_INPUT" } },
  ]);
  expect(data).toMatchObject({ reconciliation: null, other: expect.any(String) });
  const [first] = await hub.database.prisma.situation.findMany({ orderBy: { recordedAt: "asc" } });
  expect((await hub.send(query, { at: first!.recordedAt })).errors).toBeUndefined();
});

test("a gap is one to the people of the claim's own situation", async () => {
  const { nodes } = await ask("query($ids: [ID!]!) { nodes(ids: $ids) { ... on CountClaim { gap { lower reasons } } } }", {
    ids: [iceland.claim, venezuela.claim],
  });
  expect(nodes[0].gap).toMatchObject({ lower: 3 });
  expect(nodes[1].gap).toMatchObject({ lower: 2 });
});

const lists = {
  claims: (s: string) => `claims(filter: { situation: "${s}" }) { totalCount }`,
  releases: (s: string) => `releases(filter: { situation: "${s}" }) { totalCount }`,
  custodyEvents: (s: string) => `custodyEvents(filter: { situation: "${s}" }) { totalCount }`,
  detainees: (s: string) => `detainees(filter: { situation: "${s}" }) { totalCount }`,
  documents: (s: string) => `documents(filter: { situation: "${s}" }) { totalCount }`,
  decisionQueue: (s: string) => `decisionQueue(type: RELEASE, situation: "${s}") { totalCount }`,
};
test.each(Object.entries(lists))("%s of a situation hold what belongs to it", async (name, query) => {
  const count = async (s: string) => (await ask(`{ list: ${query(s)} }`))["list"].totalCount as number;
  const expected = {
    ...{ claims: [1, 3], releases: [0, 1], custodyEvents: [0, 1], detainees: [0, 1], documents: [1, 2], decisionQueue: [0, 0] },
  }[name];
  expect([await count("iceland"), await count("venezuela")]).toEqual(expected);
});

test("tables, series and the revolving door count one situation", async () => {
  const query = `query($s: ID) { tally(of: RELEASE, groupBy: [STATE], situation: $s) { verified } hubCountSeries(metric: RELEASED, every: MONTH, situation: $s) { hub { verified } }
    revolvingDoor(situation: $s) { released } }`;
  expect(await ask(query, { s: "iceland" })).toMatchObject({ tally: [], revolvingDoor: { released: 0 } });
  const { tally, hubCountSeries, revolvingDoor } = await ask(query, { s: "venezuela" });
  expect([tally.length, hubCountSeries.at(-1).hub.verified, revolvingDoor.released]).toEqual([1, 1, 1]);
});

test("the feed of a situation tells its releases alone", async () => {
  const feed = async (s: string) =>
    (await ask("query($s: [ID!]) { feed(first: 10, filter: { situation: $s }) { edges { node { __typename } } } }", { s })).feed.edges
      .length;
  expect([await feed("iceland"), await feed("venezuela")]).toEqual([0, 1]);
});

test("a situation that there is not is told as such", async () => {
  const { errors } = await hub.send('{ reconciliation(metric: RELEASED, situation: "nowhere") { knownAt } }');
  expect(errors?.[0]).toMatchObject({ extensions: { code: "NOT_FOUND" } });
});

describe("what names no situation", () => {
  const record = (input: object) =>
    hub.send(
      `mutation($i: RecordCountClaimInput!) { recordCountClaim(input: $i) { __typename ... on RecordCountClaimPayload { claim { situation { slug } } } ... on Error { message } } }`,
      {
        i: {
          assertedBy: iceland.source,
          metric: "HELD",
          measure: "STOCK",
          qualifier: "EXACT",
          value: 1,
          asOf: day("2026-01-20"),
          statement: "x",
          ...input,
        },
      },
    );

  test("is refused where there are several, with their names", async () => {
    const { data } = await record({ document: await recordDocument(hub) });
    expect(data["recordCountClaim"]).toMatchObject({ __typename: "InvalidInput", message: expect.stringContaining("iceland, venezuela") });
  });

  test("is that of its person: an event needs no other word", async () => {
    const event = await hub.database.prisma.custodyEvent.findUniqueOrThrow({
      where: { id: localId(venezuela.release) },
      include: { situation: true },
    });
    expect(event.situation.slug).toBe("venezuela");
  });

  test("is of the only one, which a new hub gets with the first record", async () => {
    await using fresh = await startHub("empty");
    await recordCountClaim(fresh, await recordSource(fresh), await recordDocument(fresh));
    const { data } = await fresh.send("{ situations { edges { node { slug timeZone } } } }");
    expect(data["situations"].edges).toEqual([{ node: { slug: "first", timeZone: "America/Caracas" } }]);
  });
});

test("the same words in two situations are two claims, and in one they are one", async () => {
  const [source, page] = [await recordSource(hub, { situation: "iceland" }), await recordDocument(hub)];
  const said = { statement: "Seven, word for word" };
  const one = await recordCountClaim(hub, source, page, { ...said, situation: "iceland" });
  const other = await recordCountClaim(hub, source, page, { ...said, situation: "venezuela" });
  expect(other).not.toBe(one);
  expect(await recordCountClaim(hub, source, page, { ...said, situation: "venezuela" })).toBe(other);
});
