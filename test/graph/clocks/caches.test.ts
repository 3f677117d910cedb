/** Two moments of one record in a cache by id, by the real Apollo Client with its defaults: what a client shows is what the hub said. */
import { ApolloClient, gql, HttpLink, InMemoryCache } from "@apollo/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { decide, recordCorroborated } from "../../kit/records.ts";

let hub: Hub;
let release: string;
let detainee: string;
let then: string;
beforeAll(async () => {
  hub = await startHub("empty");
  ({ release, detainee } = await recordCorroborated(hub));
  then = (await hub.send("{ reconciliation(metric: RELEASED) { knownAt } }")).data["reconciliation"].knownAt;
  await decide(hub, "verifyRelease", { release }, await hub.newKey("VERIFIER"));
});
afterAll(() => hub[Symbol.asyncDispose]());

const client = () => new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri: hub.url }) });
/** What a client shows, without the type names that it asks for. */
const shown = (data: unknown) => JSON.parse(JSON.stringify(data, (key, value) => (key === "__typename" ? undefined : value)));

const person = "id status state: statusState";
const told = "id state acknowledged verification { id state }";
const toldAt = "id state(knownAt: $k) acknowledged(knownAt: $k) verification(knownAt: $k) { id state }";

describe("what a client with a cache by id shows is what the hub said", () => {
  test.each<[string, string]>([
    [
      "a record as now beside the same in a list of another moment",
      `now: release(id: $r) { ${told} } then: releases(knownAt: $k) { edges { node { ${told} } } }`,
    ],
    ["a record as now and as known then", `now: release(id: $r) { ${told} } then: releases(knownAt: $k) { edges { node { ${toldAt} } } }`],
    [
      "two moments of a person",
      `now: detainee(id: $d) { ${person} } then: detainee(id: $d, knownAt: $k) { ${person} was: statusState(knownAt: $k) }`,
    ],
    [
      "a moment of publication",
      `now: release(id: $r) { ${told} } then: release(id: $r) { id state(publishedUntil: "2026-01-01T00:00:00Z") claims(publishedUntil: "2026-01-01T00:00:00Z") { totalCount } }`,
    ],
    ["the other way round", `then: releases(knownAt: $k) { edges { node { ${toldAt} } } } now: releases { edges { node { ${told} } } }`],
  ])("%s", async (_, asked) => {
    const text = `query($r: ID!, $d: ID!, $k: DateTime) { ${asked} ids: nodes(ids: [$r, $d]) { id } counted: releases(knownAt: $k) { totalCount } }`;
    const variables = { r: release, d: detainee, k: then };
    const { data, errors } = await hub.send(text, variables, null);
    expect(errors).toBeUndefined();
    const apollo = client();
    const answer = await apollo.query({ query: gql(text), variables });
    expect(shown(answer.data)).toEqual(data);
    // And what stays in the cache is the same again.
    expect(shown(apollo.readQuery({ query: gql(text), variables }))).toEqual(data);
  });

  test("also when the moments come in two operations, and the first is read again", async () => {
    const apollo = client();
    const [now, before] = [
      gql`
        query ($r: ID!) {
          release(id: $r) {
            id
            state
          }
        }
      `,
      gql`
        query ($k: DateTime) {
          releases(knownAt: $k) {
            edges {
              node {
                id
                state(knownAt: $k)
              }
            }
          }
        }
      `,
    ];
    await apollo.query({ query: now, variables: { r: release } });
    const { data } = await apollo.query<{ releases: { edges: { node: { state: string } }[] } }>({ query: before, variables: { k: then } });
    expect(data!.releases.edges[0]!.node.state).toBe("CORROBORATED");
    expect(apollo.readQuery({ query: now, variables: { r: release } })).toMatchObject({ release: { state: "VERIFIED" } });
  });
});

describe("a field below a clock", () => {
  const ask = async (text: string) => {
    const response = await fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: text, variables: { k: then } }),
    });
    return (await response.json()) as {
      data: { releases: { edges: { node: { state: string } }[] } };
      extensions: { notInherited?: string[] };
    };
  };
  test("says what its own arguments say, and the answer names those that were not given the clock", async () => {
    const { data, extensions } = await ask("query($k: DateTime) { releases(knownAt: $k) { edges { node { state } } } }");
    expect([data.releases.edges[0]!.node.state, extensions.notInherited]).toEqual(["VERIFIED", ["Release.state"]]);
  });
  test("takes it from above where the operation says so", async () => {
    const { data, extensions } = await ask("query($k: DateTime) @inheritClocks { releases(knownAt: $k) { edges { node { state } } } }");
    expect([data.releases.edges[0]!.node.state, extensions.notInherited]).toEqual(["CORROBORATED", undefined]);
  });
});
