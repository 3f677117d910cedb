import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { releaseOf } from "../../kit/reconciling.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

test("each claim goes back to an origin, and says why", async () => {
  const query = `query($id: ID!) { release(id: $id) { claims(first: 20) { edges { node { assertedBy { slug } ... on EventClaim { isRoot root { origin isRoot reason source { slug } path { id } explanation } } } } } } }`;
  const { data } = await hub.send(query, { id: await releaseOf(hub, "Enrique Márquez") }, null);
  const roots = Object.fromEntries(data["release"].claims.edges.map(({ node }: any) => [node.assertedBy.slug, node.root]));
  expect(roots["cnn"]).toMatchObject({ isRoot: true, reason: "OWN_PAGE", source: { slug: "cnn" } });
  expect(roots["vladimir-villegas"]).toMatchObject({ isRoot: true, reason: "FIRST_ASSERTER", source: { slug: "vladimir-villegas" } });
  expect(roots["vladimir-villegas"].explanation).toContain("Vladimir Villegas");
  expect(new Set(Object.values(roots).map(({ origin }: any) => origin)).size).toBe(5);
  for (const { path } of Object.values<any>(roots)) expect(path).toHaveLength(1);
});
