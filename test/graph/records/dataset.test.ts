import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

type Count = {
  statement: string;
  assertedBy: { slug: string };
  document: { publisher: { slug: string } | null; sha256: string };
  locator: string;
  quote: string | null;
  asOf: { earliest: string | null; latest: string | null; precision: string; timeZone: string };
  metric: string;
  unit: string;
  measure: string;
  qualifier: string;
  value: number | null;
  lower: number | null;
  upper: number | null;
  namesPublished: boolean | null;
  facility: { slug: string } | null;
  category: string | null;
  parts: { value: number | null; category: string }[];
};

const everyCount = async (): Promise<Count[]> => {
  const query = `{ claims(first: 100, filter: { kind: COUNT }) { totalCount edges { node { statement locator quote assertedBy { slug } document { sha256 publisher { slug } } asOf { earliest latest precision timeZone }
    ... on CountClaim { metric unit measure qualifier value lower upper namesPublished facility { slug } category parts { value category } } } } } }`;
  const { data } = await hub.send(query, {}, null);
  expect(data["claims"].edges).toHaveLength(data["claims"].totalCount);
  return data["claims"].edges.map(({ node }: { node: Count }) => node);
};

describe("the counts of the five documents", () => {
  const known: [string, Partial<Record<keyof Count, unknown>>][] = [
    [
      "Foro Penal, 41 in the morning, published by NPR",
      {
        assertedBy: { slug: "foro-penal" },
        metric: "RELEASED",
        qualifier: "EXACT",
        value: 41,
        asOf: expect.objectContaining({ precision: "PART_OF_DAY", latest: "2026-01-12T16:00:00.000Z" }),
        document: expect.objectContaining({ publisher: { slug: "npr" } }),
      },
    ],
    [
      "Foro Penal, 49 in the afternoon, published by CNN",
      {
        assertedBy: { slug: "foro-penal" },
        metric: "RELEASED",
        qualifier: "EXACT",
        value: 49,
        asOf: expect.objectContaining({ precision: "PART_OF_DAY", latest: "2026-01-12T22:00:00.000Z" }),
        document: expect.objectContaining({ publisher: { slug: "cnn" } }),
      },
    ],
    [
      "the government, 116, without names",
      { assertedBy: { slug: "venezuelan-government" }, metric: "ANNOUNCED", value: 116, namesPublished: false },
    ],
    [
      "the government, more than 200",
      { assertedBy: { slug: "venezuelan-government" }, metric: "ANNOUNCED", qualifier: "MORE_THAN", lower: 200, upper: null, value: null },
    ],
    ["the coalition, 170", { assertedBy: { slug: "democratic-unitary-platform" }, metric: "RELEASED", value: 170 }],
    [
      "the coalition, 11 at half past eight",
      {
        assertedBy: { slug: "democratic-unitary-platform" },
        value: 11,
        asOf: expect.objectContaining({ precision: "INSTANT", earliest: "2026-01-09T12:30:00.000Z" }),
      },
    ],
    ["a range, 130 to 150", { qualifier: "RANGE", lower: 130, upper: 150, metric: "RELEASED" }],
    ["a range, 800 to 1200", { qualifier: "RANGE", lower: 800, upper: 1200, metric: "HELD" }],
    [
      "863 held, with its parts",
      {
        value: 863,
        metric: "HELD",
        measure: "STOCK",
        parts: expect.arrayContaining([expect.objectContaining({ value: 862 }), expect.objectContaining({ value: 1 })]),
      },
    ],
    ["zero at Rodeo I", { value: 0, metric: "RELEASED", facility: { slug: "rodeo-i" }, assertedBy: { slug: "miliany-castillo" } }],
    [
      "an important number",
      { qualifier: "UNQUANTIFIED", metric: "ANNOUNCED", lower: null, upper: null, assertedBy: { slug: "jorge-rodriguez" } },
    ],
    ["a share of the released", { unit: "PERCENT", qualifier: "ABOUT", lower: 20, upper: 20 }],
    ["the places", { unit: "FACILITIES", qualifier: "ABOUT", lower: 90 }],
    ["the families", { unit: "FAMILIES", metric: "WAITING" }],
    ["a death at least", { metric: "DIED", qualifier: "AT_LEAST", lower: 1, upper: null }],
    ["whereabouts unknown", { metric: "WHEREABOUTS_UNKNOWN", value: 68 }],
  ];
  test.each(known)("hold %s", async (_what, expected) => {
    expect(await everyCount()).toContainEqual(expect.objectContaining(expected));
  });

  test("stand each in a paragraph of a captured document, in our own words", async () => {
    for (const { locator, statement, quote, document } of await everyCount()) {
      expect(locator, statement).toMatch(/^¶\d+$/);
      expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect((quote ?? "").split(/\s+/).length, statement).toBeLessThanOrEqual(6);
      expect(statement).not.toBe(quote);
    }
  });

  test("are never later than the document that carries them", async () => {
    const query = `{ claims(first: 100) { edges { node { statement asOf { earliest } document { publishedAt { latest } } } } } }`;
    for (const { node } of (await hub.send(query)).data["claims"].edges) {
      expect(Date.parse(node.asOf.earliest), node.statement).toBeLessThanOrEqual(Date.parse(node.document.publishedAt.latest));
    }
  });
});

describe("the people of the five documents", () => {
  const people = async () => {
    const query = `{ detainees(first: 20) { edges { node { name nationalities status names { text } claims { totalCount }
      timeline(first: 20) { edges { node { __typename state when { edtf } facility { slug } ... on Release { stage outcome conditions } claims(first: 20) { totalCount edges { node { assertedBy { slug } statement } } } } } } } } } }`;
    return (await hub.send(query, {}, null)).data["detainees"].edges.map(({ node }: any) => ({
      ...node,
      timeline: node.timeline.edges.map((edge: any) => edge.node),
    })) as any[];
  };
  const person = async (name: string) => (await people()).find((one) => one.name === name);

  test("are eight, and each step of each is asserted by somebody", async () => {
    const all = await people();
    expect(all.map(({ name }) => name)).toEqual([
      "Alfredo Márquez",
      "Biagio Pilieri",
      "Edilson José Torres Fernández",
      "Enrique Márquez",
      "Juan Pablo Guanipa",
      "Luis Carlos Díaz",
      "Rafael Tudares",
      "Rocío San Miguel",
    ]);
    for (const { timeline } of all) for (const step of timeline) expect(step.claims.totalCount).toBeGreaterThan(0);
  });

  test("Enrique Márquez: a year in El Helicoide, released under conditions, corroborated by independent origins", async () => {
    const { status, names, timeline } = await person("Enrique Márquez");
    expect(status).toBe("CONDITIONALLY_RELEASED");
    expect(names.map(({ text }: { text: string }) => text)).toContain("Enrique Marquez");
    // He was taken somewhere else: El Helicoide is where he is known to have been held afterwards.
    expect(timeline.at(0)).toMatchObject({ __typename: "Arrest", facility: null, when: { edtf: "2024-11/2025-01" } });
    expect(timeline.find((step: any) => step.__typename === "Located")).toMatchObject({ facility: { slug: "el-helicoide" } });
    expect(timeline.at(-1)).toMatchObject({
      __typename: "Release",
      state: "CORROBORATED",
      stage: "EFFECTED",
      conditions: ["GAG_ORDER", "CHARGES_KEPT"],
      facility: { slug: "el-helicoide" },
    });
  });

  test("two people of one surname are two: one released, one newly arrested", async () => {
    expect([(await person("Enrique Márquez")).status, (await person("Alfredo Márquez")).status]).toEqual([
      "CONDITIONALLY_RELEASED",
      "DETAINED",
    ]);
  });

  test("Edilson Torres died in custody, and what is said of the cause stands side by side", async () => {
    const { status, timeline } = await person("Edilson José Torres Fernández");
    expect(status).toBe("DIED_IN_CUSTODY");
    const death = timeline.find((step: any) => step.__typename === "Death");
    expect(new Set(death.claims.edges.map(({ node }: any) => node.assertedBy.slug)).size).toBeGreaterThan(1);
    const said = death.claims.edges.map(({ node }: any) => node.statement).join(" ");
    expect(said).toMatch(/stroke/i);
    expect(said).toMatch(/heart attack/i);
  });

  test("Rafael Tudares was sentenced and released on 22 January, which only one origin says so far", async () => {
    const { timeline } = await person("Rafael Tudares");
    expect(timeline.map((step: any) => step.__typename)).toContain("Sentence");
    expect(timeline.at(-1)).toMatchObject({ __typename: "Release", state: "REPORTED", when: { edtf: "2026-01-22" } });
  });
});

describe("the remarks of the five documents", () => {
  const query = `{ claims(first: 100, filter: { kind: REMARK }) { totalCount edges { node { statement locator quote assertedBy { slug } document { sha256 }
    ... on RemarkClaim { facility { slug } aboutSource { slug } } } } } }`;
  const remarks = async () => {
    const { totalCount, edges } = (await hub.send(query, {}, null)).data["claims"];
    expect(edges).toHaveLength(totalCount);
    return edges.map(({ node }: any) => node) as any[];
  };
  test.each([
    ["there is no official list", "public-prosecutor", null, "venezuelan-government"],
    ["released elsewhere, behind tinted windows", "foro-penal", null, "venezuelan-government"],
    ["nobody knows anything at Rodeo I", "miliany-castillo", "rodeo-i", "venezuelan-government"],
    ["families want to be let in", "petra-vera", null, "venezuelan-government"],
    ["a sign of life is asked for", "evelis-cano", null, "venezuelan-government"],
    ["families pray at Rodeo I", "oliver-fernandez", "rodeo-i", null],
    ["reunions at Rodeo I", "17gen4", "rodeo-i", null],
    ["the prime minister's welcome", "17gen4", null, "giorgia-meloni"],
    ["state media give a reason", "state-media", null, "venezuelan-government"],
  ])("hold that %s", async (_what, by, facility, about) => {
    const slug = (value: string | null) => (value === null ? null : { slug: value });
    expect(await remarks()).toContainEqual(
      expect.objectContaining({ assertedBy: { slug: by }, facility: slug(facility), aboutSource: slug(about) }),
    );
  });

  test("stand each in a paragraph of a captured document, in our own words", async () => {
    for (const { locator, statement, quote, document } of await remarks()) {
      expect(locator, statement).toMatch(/^¶\d+$/);
      expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect((quote ?? "").split(/\s+/).length, statement).toBeLessThanOrEqual(6);
      expect(statement).not.toBe(quote);
    }
  });
});

describe("what the evidence does not carry is not said:", () => {
  const eventsOf = async () => {
    const query = `{ custodyEvents(first: 50) { edges { node { __typename when { latest } facility { slug } place detainee { name } claims(first: 20) { edges { node { assertedBy { slug } ... on EventClaim { cause } } } } } } } }`;
    return (await hub.send(query, {}, null)).data["custodyEvents"].edges.map(({ node }: any) => node) as any[];
  };

  test("no arrest is at the place where the person was held later", async () => {
    const arrests = (await eventsOf()).filter(({ __typename }) => __typename === "Arrest");
    expect(arrests.map(({ facility }) => facility)).toEqual(arrests.map(() => null));
  });

  test("the landing in Spain is no place of release, and the release came before it", async () => {
    const release = (await eventsOf()).find(({ __typename, detainee }) => __typename === "Release" && detainee.name === "Rocío San Miguel");
    expect(release).toMatchObject({ facility: null, place: null, when: { latest: "2026-01-09T17:25:00.000Z" } });
  });

  test("a cause of death is given by those who gave one", async () => {
    const death = (await eventsOf()).find(({ __typename }) => __typename === "Death");
    const causes = death.claims.edges.filter(({ node }: any) => node.cause !== null).map(({ node }: any) => node.assertedBy.slug);
    expect(new Set(causes)).toEqual(new Set(["public-prosecutor"]));
  });

  test("no as-of and no beginning is told in another zone than the situation's", async () => {
    for (const { asOf, statement } of await everyCount()) expect(asOf.timeZone, statement).toBe("America/Caracas");
  });
});

test("sources are found under every name that the documents give them", async () => {
  const names: [string, string][] = [
    ["Penal Forum", "foro-penal"],
    ["Foro Penal", "foro-penal"],
    ["PUD", "democratic-unitary-platform"],
    ["PUC", "democratic-unitary-platform"],
    ["Venezuelan authorities", "venezuelan-government"],
    ["UN Fact-Finding Mission on Venezuela", "un-fact-finding-mission"],
  ];
  for (const [name, slug] of names) {
    const { data } = await hub.send("query($text: String!) { search(text: $text, first: 3) { node { ... on Source { slug } } } }", {
      text: name,
    });
    expect(data["search"][0]?.node.slug, name).toBe(slug);
  }
});
