/** What a record said at a moment, particular by particular. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { amend, versionsOf } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDetainee, recordDocument, recordEvent, recordFacility, recordSource } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => void (hub = await startHub("empty")));
afterAll(() => hub[Symbol.asyncDispose]());

const ask = async (query: string, variables: object) => {
  const { data, errors } = await hub.send(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
const momentOf = async (id: string) => (await versionsOf(hub, id)).at(-1)!.recordedAt;

type Case = { noun: string; record: () => Promise<string>; first: object; later: object; fields: string };
const cases: Case[] = [
  {
    noun: "source",
    record: () => recordSource(hub, { name: "Foro Penl", aliases: ["FP"] }),
    first: { name: "Foro Penl", aliases: ["FP"], kind: "NGO", independenceGroup: null, timeZone: "America/Caracas" },
    later: { name: "Foro Penal", aliases: [], kind: "LAWYER", independenceGroup: "foro", timeZone: "Europe/Madrid" },
    fields: "name aliases kind independenceGroup timeZone",
  },
  {
    noun: "document",
    record: () => recordDocument(hub, { title: "Old", authors: ["A"] }),
    first: { title: "Old", authors: ["A"], kind: "ARTICLE", language: null, url: null },
    later: { title: "New", authors: ["B", "C"], kind: "LIST", language: "es", url: "https://example.org/x" },
    fields: "title authors kind language url",
  },
  {
    noun: "facility",
    record: () => recordFacility(hub, { name: "Rodeo" }),
    first: { name: "Rodeo", aliases: [], kind: "PENAL", operator: null, country: "VE", admin1: null },
    later: { name: "Rodeo III", aliases: ["R3"], kind: "MILITARY", operator: "DGCIM", country: "CO", admin1: "Miranda" },
    fields: "name aliases kind operator country admin1",
  },
  {
    noun: "detainee",
    record: () => recordDetainee(hub, { name: "Ana" }),
    first: {
      name: "Ana",
      sex: "UNKNOWN",
      ageGroup: "ADULT",
      nationalities: [],
      occupations: [],
      ethnicities: [],
      named: true,
      civilMilitary: "UNKNOWN",
      externalIds: [],
    },
    later: {
      name: "Anna",
      sex: "FEMALE",
      ageGroup: "UNKNOWN",
      nationalities: ["VE"],
      occupations: ["poet"],
      ethnicities: ["Wayuu"],
      named: false,
      civilMilitary: "CIVILIAN",
      externalIds: ["x:1"],
    },
    fields: "name named sex ageGroup nationalities occupations ethnicities civilMilitary externalIds",
  },
];

it.each(cases)(
  "of a $noun each particular is told as it was, before and between and after",
  async ({ noun, record, first, later, fields }) => {
    const id = await record();
    const began = await momentOf(id);
    const keys = Object.keys(later);
    const [one, rest] = [keys.slice(0, 2), keys.slice(2)];
    const some = (of: object, among: string[]) => Object.fromEntries(Object.entries(of).filter(([key]) => among.includes(key)));
    await amend(hub, noun, { [noun]: id, ...some(later, one), changeReason: "OUR_ERROR" });
    const between = await momentOf(id);
    await amend(hub, noun, { [noun]: id, ...some(later, rest), changeReason: "MORE_PRECISE" });
    const type = noun[0]!.toUpperCase() + noun.slice(1);
    // Each field with a moment of its own.
    const at = (moment: string) => fields.replaceAll(/\w+/g, (field) => `${field}(knownAt: "${moment}")`);
    const read = async (selection: string) =>
      (await ask(`query($id: ID!) { node(id: $id) { ... on ${type} { ${selection} } } }`, { id })).node;
    expect(await read(at(began))).toEqual(first);
    expect(await read(at(between))).toEqual({ ...first, ...some(later, one) });
    expect(await read(fields)).toEqual(later);
  },
);

it("of an event, and of what hangs on it: times, places, names and status, inherited from above", async () => {
  const [old, better, whole] = [await recordFacility(hub), await recordFacility(hub), await recordFacility(hub)];
  const [publisher, origin] = [await recordSource(hub), await recordDocument(hub)];
  const page = await recordDocument(hub, { publishedAt: day("2026-01-20") });
  const detainee = await recordDetainee(hub, { name: "Ana", names: [{ text: "Anita", kind: "ALIAS" }] });
  const arrest = await recordEvent(hub, detainee, { type: "ARREST", stage: undefined, when: day("2026-01-10"), facility: old });
  const release = await recordEvent(hub, detainee, { when: day("2026-01-05") });
  const began = await momentOf(release);
  await amend(hub, "event", { event: arrest, when: day("2026-01-02"), facility: better, changeReason: "OUR_ERROR" });
  await amend(hub, "event", { event: release, conditions: ["GAG_ORDER"], outcome: "CONDITIONAL", changeReason: "MORE_PRECISE" });
  await amend(hub, "detainee", { detainee, name: "Anna", names: [], changeReason: "OUR_ERROR" });
  await amend(hub, "facility", { facility: old, partOf: whole, changeReason: "MORE_PRECISE" });
  await amend(hub, "document", {
    document: page,
    publisher,
    derivedFrom: [origin],
    publishedAt: day("2026-01-21"),
    changeReason: "OUR_ERROR",
  });
  const query = `query($detainee: ID!, $place: ID!, $page: ID!, $at: DateTime) @inheritClocks {
    detainee(id: $detainee, knownAt: $at) { name names { text } status(asOf: "2026-01-15T00:00:00Z", knownAt: $at) detentions(knownAt: $at) { began { when { edtf } facility { id } } } }
    releases(knownAt: $at) { edges { node { outcome conditions } } }
    facility: node(id: $place) { ... on Facility { partOf(knownAt: $at) { id } } }
    page: node(id: $page) { ... on Document { publisher(knownAt: $at) { id } derivedFrom(knownAt: $at) { id } publishedAt(knownAt: $at) { edtf } } }
  }`;
  const variables = { detainee, place: old, page };
  expect(await ask(query, { ...variables, at: began })).toMatchObject({
    detainee: {
      name: "Ana",
      names: [{ text: "Ana" }, { text: "Anita" }],
      status: "DETAINED",
      detentions: [{ began: null }, { began: { when: { edtf: "2026-01-10" }, facility: { id: old } } }],
    },
    releases: { edges: [{ node: { outcome: "UNKNOWN", conditions: [] } }] },
    facility: { partOf: null },
    page: { publisher: null, derivedFrom: [], publishedAt: { edtf: "2026-01-20" } },
  });
  expect(await ask(query, { ...variables, at: new Date(Date.now() + 60_000).toISOString() })).toMatchObject({
    detainee: {
      name: "Anna",
      names: [{ text: "Anna" }],
      status: "CONDITIONALLY_RELEASED",
      detentions: [{ began: { when: { edtf: "2026-01-02" }, facility: { id: better } } }],
    },
    releases: { edges: [{ node: { outcome: "CONDITIONAL", conditions: ["GAG_ORDER"] } }] },
    facility: { partOf: { id: whole } },
    page: { publisher: { id: publisher }, derivedFrom: [{ id: origin }], publishedAt: { edtf: "2026-01-21" } },
  });
});
