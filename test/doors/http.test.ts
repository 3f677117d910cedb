import { auditServer } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  fetch(hub.url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: body as never });

test("GraphQL over HTTP: every MUST and every SHOULD of the audit passes", async () => {
  const results = await auditServer({ url: hub.url });
  const failed = results
    .filter(({ status }) => status !== "ok")
    .map((result) => `${result.name}: ${"reason" in result ? String(result.reason) : ""}`);
  expect(failed.filter((name) => name.startsWith("MUST") || name.startsWith("SHOULD"))).toEqual([]);
  expect(results.length).toBeGreaterThan(50);
});

describe("bad requests get a typed error, and the hub lives on", () => {
  const sources = "{ sources(first: FIRST) { edges { cursor } } }";
  test.each([
    ["a page of none", sources.replace("FIRST", "0"), {}, "INVALID_INPUT"],
    ["a page of minus one", sources.replace("FIRST", "-1"), {}, "INVALID_INPUT"],
    ["a page of a thousand million", sources.replace("FIRST", "1000000000"), {}, "INVALID_INPUT"],
    ["a page size out of bounds in a variable", "query($n: Int) { sources(first: $n) { totalCount } }", { n: 101 }, "INVALID_INPUT"],
    ["a page size out of bounds as a default", "query($n: Int = 0) { sources(first: $n) { totalCount } }", {}, "INVALID_INPUT"],
    ["a page size too large for an integer", sources.replace("FIRST", "99999999999"), {}, "GRAPHQL_VALIDATION_FAILED|INVALID_INPUT"],
    ["first and last", "{ sources(first: 1, last: 1) { totalCount } }", {}, "INVALID_INPUT"],
    ["a nested page out of bounds", "{ sources { edges { node { claims(first: 0) { totalCount } } } } }", {}, "INVALID_INPUT"],
    ["a cursor that is none", '{ sources(after: "nonsense") { totalCount edges { cursor } } }', {}, "CURSOR_INVALID"],
    [
      "a cursor of the hub before this one",
      `{ sources(after: "${btoa(`GPC:S:${crypto.randomUUID()}`)}") { edges { cursor } } }`,
      {},
      "CURSOR_INVALID",
    ],
    ["a cursor that is empty", '{ sources(after: "") { edges { cursor } } }', {}, "CURSOR_INVALID"],
    ["a nested cursor that is none", '{ sources { edges { node { claims(after: "x") { edges { cursor } } } } } }', {}, "CURSOR_INVALID"],
    ["a feed cursor that is none", '{ feed(after: "x") { edges { cursor } } }', {}, "CURSOR_INVALID"],
    ["an id that is none", '{ detainee(id: "x") { name } }', {}, "INVALID_ID"],
    ["an id of another type", `{ detainee(id: "${btoa("Source:00000000-0000-4000-8000-000000000000")}") { name } }`, {}, "INVALID_ID"],
    ["a node id that is none", '{ node(id: "x") { id } }', {}, "INVALID_ID"],
    [
      "a node id of an unknown type",
      `{ node(id: "${btoa("Planet:00000000-0000-4000-8000-000000000000")}") { id } }`,
      {},
      "INVALID_ID|BAD_USER_INPUT",
    ],
    ["a filter with an id that is none", '{ releases(filter: { facility: "" }) { totalCount } }', {}, "INVALID_ID"],
    ["a date that is none", '{ releases(filter: { since: "2026-13-45" }) { totalCount } }', {}, "GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT"],
    [
      "a date that is none, in a variable",
      "query($d: DateTime) { releases(filter: { since: $d }) { totalCount } }",
      { d: "yesterday" },
      "BAD_USER_INPUT",
    ],
    [
      "an instant before the year 1",
      '{ releases(filter: { since: "0000-01-01T00:00:00Z" }) { totalCount } }',
      {},
      "GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT",
    ],
    [
      "an instant before the year 1, in a variable",
      "query ($d: DateTime) { releases(filter: { since: $d }) { totalCount } }",
      { d: "0000-01-01T00:00:00Z" },
      "BAD_USER_INPUT",
    ],
    [
      "more ids than a page",
      "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      { ids: Array.from({ length: 101 }, () => btoa("Source:00000000-0000-4000-8000-000000000000")) },
      "INVALID_INPUT",
    ],
    ["a search for a whole text", "query ($t: String!) { search(text: $t) { matched } }", { t: "a".repeat(201) }, "INVALID_INPUT"],
    ["a NUL in a text", 'query { search(text: "a\\u0000b") { matched } }', {}, "INVALID_INPUT"],
    ["a NUL in a variable", "query($t: String!) { search(text: $t) { matched } }", { t: "a\u0000b" }, "INVALID_INPUT"],
    ["an unknown field", "{ sources { nope } }", {}, "GRAPHQL_VALIDATION_FAILED"],
    ["half a query", "{ sources {", {}, "GRAPHQL_PARSE_FAILED"],
    ["two ways at once", '{ source(by: { slug: "a", id: "b" }) { name } }', {}, "GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT"],
  ])("%s", async (_what, query, variables, code) => {
    const { errors } = await hub.send(query, variables, null);
    expect(errors?.[0]?.extensions["code"]).toMatch(new RegExp(`^(${code})$`));
    expect((await hub.send("{ __typename }")).data).toEqual({ __typename: "Query" });
  });

  test("a query that asks for too much", async () => {
    const deep =
      "{ facilities(first: 100) { edges { node { releases(first: 100) { edges { node { claims(first: 100) { edges { node { statement } } } } } } } } } }";
    expect((await hub.send(deep, {}, null)).errors?.[0]?.extensions["code"]).toBe("QUERY_TOO_LARGE");
  });

  test("a body of five megabytes", async () => {
    const response = await post(JSON.stringify({ query: `{ search(text: "${"a".repeat(5_000_000)}") { matched } }` }));
    expect(response.status).toBe(413);
  });

  test.each([
    ["not JSON", "{", "application/json"],
    ["an array", "[1]", "application/json"],
    ["another type", "hello", "text/plain"],
  ])("a body that is %s", async (_what, body, type) => {
    const response = await post(body, { "content-type": type });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  test("a body without a query", async () => {
    const { errors } = (await (await post("{}")).json()) as { errors: { message: string }[] };
    expect(errors[0]!.message).toContain("query");
  });

  test("a mutation over GET is refused", async () => {
    const response = await fetch(`${hub.url}?query=${encodeURIComponent("mutation { __typename }")}`, {
      headers: { accept: "application/json" },
    });
    expect(response.status).toBe(405);
  });

  test("a wrong key is refused with 401, also for a query", async () => {
    const { status, errors } = await hub.send("{ __typename }", {}, "wrong");
    expect([status, errors?.[0]?.extensions["code"]]).toEqual([401, "UNAUTHENTICATED"]);
  });

  test("an unexpected failure is masked, with a reference", async () => {
    await using broken = await startHub("empty");
    await broken.database.prisma.$executeRawUnsafe(`ALTER TABLE "Source" RENAME TO "Elsewhere"`);
    const { errors } = await broken.send("{ sources { totalCount } }");
    expect(errors?.[0]?.extensions).toMatchObject({ code: "INTERNAL", reference: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(JSON.stringify(errors)).not.toMatch(/Elsewhere|prisma|relation/i);
  });
});

test("health and readiness", async () => {
  const at = (path: string) => fetch(new URL(path, hub.url), { redirect: "manual" });
  expect([(await at("/health")).status, (await at("/ready")).status]).toEqual([200, 200]);
});
