import { afterAll, beforeAll, expect, test } from "vitest";
import type { Hub } from "../../kit/hub.ts";
import { lists, pageOf, startHubWithLists } from "../../kit/lists/lists.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHubWithLists();
});
afterAll(async () => hub[Symbol.asyncDispose]());

test.each(lists)("every node of $field ($more) is found again by its id, under the same type", async (list) => {
  const nodes = (await pageOf(hub, list, "first: 100")).edges.map(({ node }) => node);
  const again = await hub.send("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids: nodes.map(({ id }) => id) });
  expect(again.data["nodes"]).toEqual(nodes);
  const one = await hub.send("query($id: ID!) { node(id: $id) { __typename id } }", { id: nodes[0]!.id });
  expect(one.data["node"]).toEqual(nodes[0]);
});

test("an id that nothing has is null, not an error", async () => {
  const { data, errors } = await hub.send(`{ node(id: "${btoa("Release:00000000-0000-4000-8000-000000000000")}") { id } }`);
  expect([data, errors]).toEqual([{ node: null }, undefined]);
});

test("of many ids one that is malformed is null in its place, with its error, and takes nothing from the others", async () => {
  const { data } = await hub.send("{ facilities(first: 1) { edges { node { id } } } }");
  const { id } = data["facilities"].edges[0].node;
  const asked = await hub.send("query($ids: [ID!]!) { nodes(ids: $ids) { id } policies { version } }", {
    ids: [id, "Nonsense", btoa("Nothing:00000000-0000-4000-8000-000000000000"), id],
  });
  expect(asked.data["nodes"]).toEqual([{ id }, null, null, { id }]);
  expect(asked.data["policies"]).not.toEqual([]);
  expect(asked.errors?.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
    [["nodes", 1], "INVALID_ID"],
    [["nodes", 2], "INVALID_ID"],
  ]);
});

test("an event is not found under the type of another", async () => {
  const { data } = await hub.send("{ releases(first: 1) { edges { node { id } } } }");
  const uuid = atob(data["releases"].edges[0].node.id).split(":")[1];
  const malformed = await hub.send('{ node(id: "@@") { id } sources(first: 1) { totalCount } }');
  expect(malformed).toMatchObject({
    data: { node: null, sources: { totalCount: expect.any(Number) } },
    errors: [{ path: ["node"], extensions: { code: "INVALID_ID" } }],
  });
  expect((await hub.send(`{ node(id: "${btoa(`Arrest:${uuid}`)}") { id } }`)).data).toEqual({ node: null });
});
