import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

type Page = {
  totalCount: number;
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
};

/** Every list of the graph: where it hangs, and how to get to it. */
const lists: [string, string, (data: any) => Page][] = [
  ["sources", "sources(ARGS) PAGE", (data) => data.sources],
  ["documents", "documents(ARGS) PAGE", (data) => data.documents],
  ["facilities", "facilities(ARGS) PAGE", (data) => data.facilities],
  ["detainees", "detainees(ARGS) PAGE", (data) => data.detainees],
  ["detainees by name, descending", "detainees(order: NAME_DESCENDING, ARGS) PAGE", (data) => data.detainees],
  ["event claims", "claims(filter: { kind: EVENT }, ARGS) PAGE", (data) => data.claims],
  ["count claims, oldest first", "claims(filter: { kind: COUNT }, order: OLDEST_FIRST, ARGS) PAGE", (data) => data.claims],
  ["count claims of one metric", "claims(filter: { metric: RELEASED }, ARGS) PAGE", (data) => data.claims],
  ["releases", "releases(ARGS) PAGE", (data) => data.releases],
  ["claims of a source", 'source(by: { slug: "foro-penal" }) { claims(ARGS) PAGE }', (data) => data.source.claims],
  ["claims of a document", "documents(first: 1) { edges { node { claims(ARGS) PAGE } } }", (data) => data.documents.edges[0].node.claims],
  ["documents of a source", 'source(by: { slug: "cnn" }) { documents(ARGS) PAGE }', (data) => data.source.documents],
  ["people of a facility", 'facility(by: { slug: "el-helicoide" }) { detainees(ARGS) PAGE }', (data) => data.facility.detainees],
  ["releases of a facility", 'facility(by: { slug: "el-helicoide" }) { releases(ARGS) PAGE }', (data) => data.facility.releases],
  ["counts of a facility", 'facility(by: { slug: "rodeo-i" }) { countClaims(ARGS) PAGE }', (data) => data.facility.countClaims],
  [
    "a person's timeline",
    'detainees(filter: { nameContains: "enrique" }, first: 1) { edges { node { timeline(ARGS) PAGE } } }',
    (data) => data.detainees.edges[0].node.timeline,
  ],
  [
    "a person's claims",
    'detainees(filter: { nameContains: "enrique" }, first: 1) { edges { node { claims(ARGS) PAGE } } }',
    (data) => data.detainees.edges[0].node.claims,
  ],
  ["claims of a release", "releases(first: 1) { edges { node { claims(ARGS) PAGE } } }", (data) => data.releases.edges[0].node.claims],
];

describe.each(lists)("%s", (_name, query, read) => {
  const page = async (args: string): Promise<Page> => {
    const { data, errors } = await hub.send(
      `{ ${query.replace("ARGS", args).replace("PAGE", "{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }")} }`,
    );
    expect(errors).toBeUndefined();
    return read(data);
  };
  const ids = ({ edges }: Page) => edges.map(({ node }) => node.id);

  test("pages of any size, forward and backward, are the list without gap or repeat", async () => {
    const whole = await page("first: 100");
    expect(whole.totalCount).toBe(whole.edges.length);
    expect(new Set(ids(whole)).size).toBe(whole.edges.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.boolean(), async (size, forward) => {
        const seen: string[] = [];
        let [cursor, more]: [string | null, boolean] = [null, true];
        while (more) {
          const at = cursor === null ? "" : `, ${forward ? "after" : "before"}: "${cursor}"`;
          const part = await page(`${forward ? "first" : "last"}: ${size}${at}`);
          expect(part.edges.length).toBeLessThanOrEqual(size);
          expect([part.pageInfo.startCursor, part.pageInfo.endCursor]).toEqual([
            part.edges[0]?.cursor ?? null,
            part.edges.at(-1)?.cursor ?? null,
          ]);
          if (forward) seen.push(...ids(part));
          else seen.unshift(...ids(part));
          more = forward ? part.pageInfo.hasNextPage : part.pageInfo.hasPreviousPage;
          cursor = (forward ? part.pageInfo.endCursor : part.pageInfo.startCursor) ?? null;
        }
        expect(seen).toEqual(ids(whole));
      }),
      {
        numRuns: 6,
        examples: [
          [1, true],
          [1, false],
        ],
      },
    );
  });

  test("every node is found again by its id, under the same type", async () => {
    const { data } = await hub.send(`{ ${query.replace("ARGS", "first: 100").replace("PAGE", "{ edges { node { __typename id } } }")} }`);
    const nodes = read(data).edges.map(({ node }) => node);
    const again = await hub.send("query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { ids: nodes.map(({ id }) => id) });
    expect(again.data["nodes"]).toEqual(nodes);
    const [first] = nodes;
    if (first)
      expect((await hub.send("query($id: ID!) { node(id: $id) { __typename id } }", { id: first.id })).data["node"]).toEqual(first);
  });
});

test("an id that nothing has is null, not an error", async () => {
  const { data, errors } = await hub.send(`{ node(id: "${btoa("Release:00000000-0000-4000-8000-000000000000")}") { id } }`);
  expect([data, errors]).toEqual([{ node: null }, undefined]);
});

test("an event is not found under the type of another", async () => {
  const { data } = await hub.send("{ releases(first: 1) { edges { node { id } } } }");
  const uuid = atob(data["releases"].edges[0].node.id).split(":")[1];
  expect((await hub.send(`{ node(id: "${btoa(`Arrest:${uuid}`)}") { id } }`)).data).toEqual({ node: null });
});
