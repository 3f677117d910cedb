/**
 * Entities keep the rules of FollowTheMoney, by which its library drops what it does not take. The rules are those of its model (version 4): what a schema requires, which entities a property leads to, and what the
 * types of properties take for a value. Held against the library itself, whatever is exported of such a hub came through whole.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDetainee, recordDocument, recordEvent, recordEventClaim, recordFacility, recordSource } from "../../kit/records.ts";
import { jsonlRows, readExport } from "./read-export.ts";

type Entity = { id: string; schema: string; properties: Record<string, string[]> };
const required: Readonly<Record<string, readonly string[]>> = {
  ...{ Person: ["name"], Organization: ["name"], PublicBody: ["name"], LegalEntity: ["name"], Address: [], Event: ["name"] },
  ...{ Document: ["fileName"], Article: ["fileName"], Documentation: ["document", "entity"] },
};
const legalEntities = ["Person", "Organization", "PublicBody", "LegalEntity"];
const leadsTo: Readonly<Record<string, readonly string[]>> = {
  ...{ involved: legalEntities, parent: ["Organization", "PublicBody"], addressEntity: ["Address"] },
  ...{ document: ["Document", "Article"], entity: [...legalEntities, "Event"] },
};
const takes: Readonly<Record<string, RegExp>> = {
  ...{ country: /^[a-z]{2}$/, nationality: /^[a-z]{2}$/, gender: /^(?:male|female|other)$/, sourceUrl: /^https?:/ },
  ...{ latitude: /^-?[\d.]+$/, longitude: /^-?[\d.]+$/, topics: /^(?:gov|gov\.igo|pol\.party)$/ },
};
const date = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d)?)?)?$/;
const dates = ["date", "startDate", "endDate", "birthDate", "publishedAt", "retrievedAt"];

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
  const source = await recordSource(hub, { kind: "MEDIA" });
  const document = await recordDocument(hub, { kind: "LIST", title: null, publisher: source, publishedAt: day("2026-01") });
  const prison = await recordFacility(hub, { admin1: "Zulia", latitude: 10.6, longitude: -71.6, coordinatePrecision: "LOCALITY" });
  const home = await recordFacility(hub, { kind: "HOME" });
  const people = [
    await recordDetainee(hub, { name: "Cell 12, about 40", named: false, sex: "FEMALE", ethnicities: ["White"], birth: day("1980~") }),
    await recordDetainee(hub, { name: "A boy", ageGroup: "MINOR", nationalities: ["VE", "CO"] }),
    await recordDetainee(hub, { name: "Luis Gil", names: [{ text: "Lucho", kind: "ALIAS" }] }),
  ];
  const death = { type: "DEATH", stage: null, when: day("2026-01-15/2026-01-16"), place: null };
  const deaths = [
    await recordEvent(hub, people[0]!, { ...death, facility: prison, age: 40 }),
    await recordEvent(hub, people[1]!, { ...death, facility: home, age: 17 }),
    await recordEvent(hub, people[2]!, { ...death, when: day("../2026-01-10"), country: "VE", admin1: "Lara", locality: "Carora" }),
  ];
  for (const event of deaths) await recordEventClaim(hub, event, source, document, { cause: "ILLNESS" });
  const sentence = { type: "SENTENCE", stage: null, place: "Madrid", sentence: "TERM", sentenceLength: "P2Y", sentenceEnds: day("2028") };
  await recordEvent(hub, people[2]!, { ...sentence, when: day("2025-12"), charges: ["theft"], caseNumber: "1/25" });
});
afterAll(() => hub[Symbol.asyncDispose]());

const read = async (key: string | null) => jsonlRows((await readExport(hub, "/ftm.jsonl", key)).text) as unknown as Entity[];

test("whatever is exported is whole by the rules: what is required, where it leads, what a value may be", async () => {
  const entities = await read(hub.key);
  const schemas = new Map(entities.map(({ id, schema }) => [id, schema]));
  const broken = entities.flatMap(({ id, schema, properties }) => [
    ...(schema in required ? [] : [`${schema} is no schema`]),
    ...(required[schema] ?? []).filter((name) => !properties[name]).map((name) => `${schema} lacks ${name}`),
    ...Object.entries(properties).flatMap(([name, values]) => [
      ...(new Set(values).size === values.length ? [] : [`${schema}.${name} says something twice`]),
      ...values.flatMap((value) => {
        const expected = dates.includes(name) ? date : takes[name];
        if (expected !== undefined && !expected.test(value)) return [`${schema}.${name} does not take ${value}`];
        const target = schemas.get(value) ?? "nothing";
        if (name in leadsTo && (value === id || !leadsTo[name]!.includes(target))) return [`${schema}.${name} leads to ${target}`];
        return value.trim() === value && value !== "" ? [] : [`${schema}.${name} is not trimmed`];
      }),
    ]),
  ]);
  expect(broken).toEqual([]);
  expect(Map.groupBy(entities, ({ schema }) => schema).get("Person")).toHaveLength(3);
});

test("somebody without a name stands under the label, a minor is hidden, and a death has its place and cause", async () => {
  const entities = await read(null);
  const people = entities.filter(({ schema }) => schema === "Person").map(({ properties }) => properties);
  expect(people).toMatchObject([
    { name: ["Cell 12, about 40"], ethnicity: ["White"], gender: ["female"], notes: [expect.stringContaining("not known")] },
    { name: ["Luis Gil"], weakAlias: ["Lucho"] },
  ]);
  const death = entities.find(({ properties }) => properties["name"]?.[0] === "Death: Luis Gil")!;
  expect(death.properties).toMatchObject({ location: ["Carora, Lara"], country: ["ve"], endDate: ["2026-01-10"] });
  expect(entities.find(({ properties }) => properties["entity"]?.[0] === death.id)!.properties["description"]).toEqual(["Cause: ILLNESS"]);
});

test("of one situation alone, if asked", async () => {
  const of = async (situation: string) => jsonlRows((await readExport(hub, `/ftm.jsonl?situation=${situation}`)).text).length;
  expect(await of("first")).toBe((await read(hub.key)).length);
  expect(await of("elsewhere")).toBe(0);
});
