/** Codebook entries, recorded through the graph. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordSource } from "../../kit/records.ts";

let hub: Hub;
let source: string;
let other: string;
beforeAll(async () => {
  hub = await startHub("empty");
  [source, other] = [await recordSource(hub), await recordSource(hub)];
});
afterAll(() => hub[Symbol.asyncDispose]());

const record = async (input: object) => {
  const { data } = await hub.send(
    `mutation ($i: RecordDefinitionInput!) { recordDefinition(input: $i) { __typename ... on RecordDefinitionPayload { changed definition { id text supersedes { text } } } ... on Error { code } } }`,
    { i: input },
  );
  return data.recordDefinition;
};

test("an entry is recorded once, followed once, and only by one of its own source", async () => {
  const first = { key: "counts-2026", source, text: "People held for political reasons", politicalOnly: true };
  const { definition, changed } = await record(first);
  expect([definition.text, changed]).toEqual([first.text, true]);
  expect(await record(first)).toMatchObject({ changed: false, definition: { id: definition.id } });
  expect(await record({ ...first, text: "Everybody" })).toMatchObject({ code: "CONFLICT" });
  const next = { key: "counts-2027", source, text: "Everybody", supersedes: definition.id };
  expect(await record({ ...next, source: other })).toMatchObject({ code: "NOT_FOUND" });
  expect(await record(next)).toMatchObject({ changed: true, definition: { supersedes: { text: first.text } } });
  expect(await record({ ...next, key: "counts-2028" })).toMatchObject({ code: "CONFLICT" });
  expect(await record(next)).toMatchObject({ changed: false });
});
