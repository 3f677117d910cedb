/** What is kept for the next who asks is never older than what anybody was told is done, and never more than they may see. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFileSync, globSync } from "node:fs";
import { recordStatements } from "../../../kit/statements.ts";
import { recordDetainee, recordSource } from "../../kit/records.ts";
import { startHub, startHubOn, type Hub } from "../../kit/hub.ts";

let hub: Hub;
/** Another process would share as much: the database. */
let beside: Hub;
beforeAll(async () => {
  hub = await startHub();
  beside = await startHubOn(hub.database);
});
afterAll(async () => {
  await beside[Symbol.asyncDispose]();
  await hub[Symbol.asyncDispose]();
});

const count = "{ sources { totalCount } }";
const ask = async ({ url }: Hub, query: string, headers: Record<string, string> = {}, variables: object = {}) => {
  const given = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const response = await fetch(`${url}?${given}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const bodyOf = ({ text }: { text: string }) => JSON.parse(text) as { data: any; extensions: any; errors?: any };

test("an answer is given again for next to nothing", async () => {
  const [first, , third] = [await ask(hub, count), await ask(hub, count), await ask(hub, count)].map(bodyOf);
  expect(third!.data).toEqual(first!.data);
  expect(third!.extensions.cost.requested).toBe(1);
  expect(first!.extensions.cost.requested).toBeGreaterThan(1);
});

// Whichever way an answer finds out of which version it is: read along with it, asked before it, or not planned at all.
test.each([
  ["one statement", count],
  ["several, and something that is none", "{ __typename sources { totalCount } other: sources(first: 1) { totalCount } }"],
  ["a variable", "query ($first: Int) { sources(first: $first) { totalCount } }"],
  ["a page from the end", "{ sources(last: 1) { totalCount edges { node { id } } } }"],
  ["a moment to come", '{ sources { totalCount } detainees(first: 1, knownAt: "2100-01-01T00:00:00Z") { totalCount } }'],
])("while one writes and many read %s, in two processes, no answer is older than what its reader had heard of", async (_what, query) => {
  let done = bodyOf(await ask(hub, count)).data.sources.totalCount as number;
  let over = false;
  const reader = async (from: Hub, at: number) => {
    let reads = 0;
    let etag = "";
    let told = 0;
    for (; !over; reads++) {
      const heard = done;
      // By POST, and as a client that holds the last answer.
      if (at % 3 > 0) told = (await from.send(query, {}, null)).data["sources"].totalCount as number;
      else {
        const answer = await ask(from, query, etag === "" ? {} : { "if-none-match": etag });
        if (answer.status === 200) told = bodyOf(answer).data.sources.totalCount as number;
        etag = answer.headers.get("etag") ?? "";
      }
      expect(told).toBeGreaterThanOrEqual(heard);
    }
    return reads;
  };
  const readers = [hub, hub, hub, beside, beside, beside].map(reader);
  for (let n = 0; n < 15; n++) {
    await recordSource(n % 2 === 0 ? hub : beside, { name: `Written ${n}` });
    done++;
  }
  over = true;
  expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(5);
});

test("what is not kept is read with its version in one statement, and what asks for nothing but the schema is read without any", async () => {
  const name = `Once ${Math.random()}`;
  const id = await recordDetainee(hub, { name });
  const query = "query ($id: ID!) { detainee(id: $id) { name releases(first: 3) { edges { node { id } } } } }";
  for (let times = 0; times < 4; times++) await hub.send(query, { id: await recordDetainee(hub) }, null);
  const taken = recordStatements();
  const told = async (text: string, variables: object) => {
    taken();
    const { data } = await hub.send(text, variables, null);
    // Of the hub's own there may be others meanwhile.
    return { data, statements: taken().filter((each) => /"Detainee"|"recordedUpTo"/.test(each)) };
  };
  const { data, statements } = await told(query, { id });
  expect(data["detainee"].name).toBe(name);
  expect(statements).toHaveLength(1);
  for (const text of ["{ __typename }", '{ __type(name: "Query") { name } again: __typename }'])
    expect((await told(text, {})).statements, text).toEqual([]);
  const { headers } = await ask(hub, "{ __typename }");
  await recordSource(beside);
  expect((await ask(beside, "{ __typename }", { "if-none-match": headers.get("etag")! })).status).toBe(304);
});

test("what is hidden is gone from the next answer, and what is shown is in it", async () => {
  const id = await recordDetainee(hub, { name: "Somebody Shown" });
  const query = `{ detainee(id: "${id}") { name } }`;
  const seen = async () => Promise.all([hub, beside, hub, beside].map(async (from) => bodyOf(await ask(from, query)).data.detainee?.name));
  const setTo = async (visibility: string) =>
    hub.send(`mutation { setVisibility(input: { record: "${id}", visibility: ${visibility} }) { __typename } }`);
  expect(await seen()).toEqual(Array(4).fill("Somebody Shown"));
  expect((await setTo("RESTRICTED")).errors).toBeUndefined();
  expect(await seen()).toEqual(Array(4).fill(undefined));
  await setTo("PUBLIC");
  expect(await seen()).toEqual(Array(4).fill("Somebody Shown"));
});

test("every operation of the tour and the page is answered alike the first time, the second, and when it is kept", async () => {
  const texts = globSync("schema/operations/*.graphql").map((file) => readFileSync(file, "utf8"));
  const asked = texts.filter((text) => /^(?:#.*\n|\s)*(?:query|\{)/.test(text) && !/query \w*\([^)]*!/.test(text));
  expect(asked.length).toBeGreaterThan(3);
  for (const text of asked) {
    const answers = [await hub.send(text, {}, null), await hub.send(text, {}, null), await hub.send(text, {}, null)];
    expect(answers[1]!.data, text).toEqual(answers[0]!.data);
    expect(answers[2]!.data, text).toEqual(answers[0]!.data);
  }
});

describe("a client that holds an answer", () => {
  test("is told that it has not changed, until it has", async () => {
    const again = await ask(hub, count);
    const etag = again.headers.get("etag")!;
    expect([again.status, again.headers.get("cache-control")]).toEqual([200, "public, no-cache"]);
    expect((await ask(hub, count, { "if-none-match": etag })).status).toBe(304);
    expect((await ask(beside, count, { "if-none-match": etag })).status).toBe(304);
    await recordSource(beside);
    expect((await ask(hub, count, { "if-none-match": etag })).status).toBe(200);
  });

  test("of moments that have passed need not ask for an hour; of others has to", async () => {
    const then = bodyOf(await ask(hub, "{ reconciliation(metric: RELEASED) { knownAt } }")).data.reconciliation.knownAt as string;
    const control = async (query: string) => (await ask(hub, query)).headers.get("cache-control");
    const named = (inside: string) => `{ releases(knownAt: "${then}", first: 1) { edges { node { ${inside} } } } }`;
    expect(await control(named("id"))).toBe("public, max-age=3600, immutable");
    expect(await control(named("id claims { totalCount }"))).toBe("public, no-cache"); // the claims are those of now
    expect(await control(`{ releases(knownAt: "${then}") { totalCount } sources { totalCount } }`)).toBe("public, no-cache");
    expect(await control(`{ releases(knownAt: "${then.replace(/^20/, "21")}") { totalCount } }`)).toBe("public, no-cache");
  });

  test("of the present is told apart by the minute", async () => {
    const query = "{ detainees(first: 1) { edges { node { status } } } }";
    expect((await ask(hub, query)).headers.get("etag")).toBe((await ask(hub, query)).headers.get("etag"));
    expect(await ask(hub, query.replace("status", 'status(asOf: "2026-01-01T00:00:00Z")'))).toMatchObject({ status: 200 });
  });

  test("with a key keeps nothing that anybody else could find", async () => {
    const { headers } = await ask(hub, count, { authorization: `Bearer ${hub.key}` });
    expect([headers.get("cache-control"), headers.get("etag")]).toEqual(["private, no-store", null]);
  });
});

test("nothing in the graph looks at a clock of its own: it would not be known which answers hang on the present", () => {
  const files = globSync("src/graph/**/*.ts").filter((file) => /new Date\(\)|Date\.now\(\)/.test(readFileSync(file, "utf8")));
  expect(files).toEqual(["src/graph/base/context.ts"]);
});
