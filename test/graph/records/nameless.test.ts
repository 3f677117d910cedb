/** People whose names are not known: listed under a label, by which nobody is found or matched; and what sources tell of an event. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { toEntities } from "../../../src/exchange/export/follow-the-money.ts";
import { amend, versionsOf } from "../../kit/amending.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDetainee, recordEvent } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(() => hub[Symbol.asyncDispose]());

const namesFound = async (filter: object, knownAt: string | null = null) => {
  const query = `query ($filter: DetaineeFilter, $knownAt: DateTime) @inheritClocks {
    detainees(first: 50, filter: $filter, knownAt: $knownAt) { edges { node { name } } }
  }`;
  const { data } = await hub.send(query, { filter, knownAt });
  return data.detainees.edges.map(({ node }: any) => node.name);
};

test("nobody is found, matched or proposed by a label, which lists show in its place", async () => {
  const [one] = [
    await recordDetainee(hub, { name: "Unknown Prisoner", named: false }),
    await recordDetainee(hub, { name: "Unknown Prisoner", named: false }),
    await recordDetainee(hub, { name: "Unknown Prisoner Perez" }),
  ];
  expect(await namesFound({ named: false })).toEqual(["Unknown Prisoner", "Unknown Prisoner"]);
  expect(await namesFound({ named: true })).toEqual(["Unknown Prisoner Perez"]);
  expect(await namesFound({ nameContains: "prisoner" })).toEqual(["Unknown Prisoner Perez"]);
  const { data } = await hub.send(
    `query ($id: ID!) {
      detainee(id: $id) { name named names { text } }
      search(text: "Unknown Prisoner") { node { ... on Detainee { name } } }
      suggestMatches(detainee: $id) { score }
      matchNames(names: ["Unknown Prisoner"]) { suggestions { record { ... on Detainee { name } } } }
    }`,
    { id: one },
  );
  expect(data.detainee).toEqual({ name: "Unknown Prisoner", named: false, names: [] });
  expect(data.search.map(({ node }: any) => node.name)).toEqual(["Unknown Prisoner Perez"]);
  expect(data.suggestMatches).toEqual([]);
  expect(data.matchNames[0].suggestions.map(({ record }: any) => record.name)).toEqual(["Unknown Prisoner Perez"]);
});

test("a name that is learnt is an amendment; a moment before tells the label", async () => {
  const detainee = await recordDetainee(hub, { name: "Woman, 30, block C", named: false });
  const { data: before } = await hub.send(`query ($id: ID!) { detainee(id: $id) { recordedAt } }`, { id: detainee });
  const amended = await amend(hub, "detainee", { detainee, name: "Rosa Gil", named: true, changeReason: "MORE_PRECISE" });
  expect(amended.changed).toBe(true);
  const moment = before.detainee.recordedAt;
  const { data } = await hub.send(
    `query ($id: ID!, $moment: DateTime) {
      now: detainee(id: $id) { name named names { text } }
      then: detainee(id: $id, knownAt: $moment) { name(knownAt: $moment) named(knownAt: $moment) names(knownAt: $moment) { text } }
    }`,
    { id: detainee, moment },
  );
  expect(data.now).toEqual({ name: "Rosa Gil", named: true, names: [{ text: "Rosa Gil" }] });
  expect(data.then).toEqual({ name: "Woman, 30, block C", named: false, names: [] });
  expect(await namesFound({ named: false }, moment)).toContain("Woman, 30, block C");
  expect((await versionsOf(hub, detainee)).at(-1)!.changes.map(({ field }) => field)).toEqual(["name", "named", "names"]);
});

test("age, charges, case number and sentence are told of an event, and corrected like all of it", async () => {
  const detainee = await recordDetainee(hub, { ethnicities: ["Wayuu"] });
  const event = await recordEvent(hub, detainee, {
    ...{ type: "SENTENCE", when: day("2025-03-01"), stage: undefined, age: 34, charges: ["treason"], caseNumber: "2025-17" },
    ...{ sentenceLength: "P15Y", sentenceEnds: day("2040-03") },
  });
  const fields = "age charges caseNumber ... on Sentence { sentence sentenceLength sentenceEnds { edtf } }";
  const read = async () =>
    (await hub.send(`query ($id: ID!) { node(id: $id) { ... on CustodyEvent { ${fields} } } }`, { id: event })).data.node;
  const said = {
    age: 34,
    charges: ["treason"],
    caseNumber: "2025-17",
    sentence: "TERM",
    sentenceLength: "P15Y",
    sentenceEnds: { edtf: "2040-03" },
  };
  expect(await read()).toEqual(said);
  await amend(hub, "event", { event, sentence: "LIFE", sentenceLength: null, sentenceEnds: null, changeReason: "SOURCE_UPDATED" });
  expect(await read()).toEqual({ ...said, sentence: "LIFE", sentenceLength: null, sentenceEnds: null });
  expect((await versionsOf(hub, event)).at(-1)!.changes).toMatchObject([
    { field: "sentence", before: "TERM", after: "LIFE" },
    { field: "sentenceLength", before: "P15Y", after: null },
    { field: "sentenceEnds", before: "2040-03", after: null },
  ]);
  expect(await namesFound({ ethnicity: ["Wayuu"] })).toHaveLength(1);
});

test("somebody who is told to be under age is recorded as a minor first", async () => {
  const detainee = await recordDetainee(hub);
  const { data } = await hub.send(
    `mutation ($input: RecordEventInput!) { recordEvent(input: $input) { __typename ... on InvalidInput { issues { path expected } } } }`,
    { input: { detainee, type: "ARREST", when: day("2025-01-02"), age: 16 } },
  );
  expect(data.recordEvent).toMatchObject({ __typename: "InvalidInput", issues: [{ path: "input.age" }] });
});

test("in the shape of FollowTheMoney, whose people have names, the label stands for one, and a note says so", () => {
  const person = {
    __typename: "Detainee",
    id: "RGV0YWluZWU6MQ==",
    name: "Man, cell 12",
    named: false,
    names: [],
    sex: "MALE",
    birth: null,
  } as const;
  const [entity] = toEntities({ ...person, nationalities: [], occupations: [], ethnicities: ["Black"], merged: [] });
  expect(entity).toEqual({
    ...{ id: "RGV0YWluZWU6MQ", schema: "Person" },
    properties: { name: ["Man, cell 12"], gender: ["male"], ethnicity: ["Black"], notes: ["The name is not known: this is a label."] },
  });
});
