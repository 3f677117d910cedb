/** The explorer by its public door; in a browser: explorer.long.test.ts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pickStriking, type Counted } from "../../../src/page/explorer/striking.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { answersOf, explorerOf, givenIn, load } from "../tour.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

test("nothing runs or is styled but what the hub serves, and nothing is loaded from elsewhere", async () => {
  const { headers, body } = await load(hub, "/graphql");
  const policy = headers["content-security-policy"]!;
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toContain("unsafe");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(body.toString()).not.toMatch(/(?:src|href)="https?:| style="| on[a-z]+="/);
});

test("a browser that has the page is told so; a file of another content is not found", async () => {
  const first = await load(hub, "/graphql");
  expect((await load(hub, "/graphql", { "if-none-match": first.headers["etag"]! })).status).toBe(304);
  expect((await load(hub, "/explorer/graphiql.0000000000000000.js")).status).toBe(404);
});

test("the page speaks the reader's language", async () => {
  expect((await load(hub, "/graphql", { "accept-language": "es-VE" })).body.toString()).toContain("Preguntar al grafo");
  expect((await load(hub, "/graphql?lang=en", { "accept-language": "es-VE" })).body.toString()).toContain("Ask the graph");
});

test("the tour is numbered by the names of its files; its comments fit beside the editor's tools", async () => {
  const { tabs } = givenIn(await explorerOf(hub));
  expect(tabs.length).toBeGreaterThan(10);
  for (const { query } of tabs) for (const line of query.match(/^#.*$/gm)) expect(line.length).toBeLessThanOrEqual(60);
});

test("the answer of the first tab comes with the page: numbers that do not agree, and why they are not subtracted", async () => {
  const { answer, tabs } = givenIn(await explorerOf(hub));
  const { striking } = JSON.parse(answer).data;
  expect(striking.map(({ lower }: any) => lower)).toEqual([49, 116, 170]);
  expect(striking.every(({ gap }: any) => gap.reasons.length > 0)).toBe(true);
  const { query, variables } = tabs[0];
  expect((await hub.send(query, JSON.parse(variables), null)).data).toEqual(JSON.parse(answer).data);
});

describe("every tab answers something", () => {
  test("on the first data set: about somebody and somewhere on record", async () => {
    const answers = await answersOf(hub);
    expect(answers.get("WhoHasBeenIn")!["facility"].detainees.edges.length).toBeGreaterThan(0);
    expect(answers.get("FindAPerson")!["search"].length).toBeGreaterThan(0);
    expect(answers.get("OneSourceOverTime")!["source"].released.length).toBeGreaterThan(1);
    expect(answers.get("AreTheseTwoOne")!["detainee"].name).not.toBe("");
    expect(answers.get("WhatChanged")!["changes"].edges.length).toBeGreaterThan(0);
    expect(answers.get("WhatIsSaid")!["searchStatements"].edges.length).toBeGreaterThan(0);
    expect(answers.get("NumbersWithoutNames")!["without"].edges.length).toBeGreaterThan(0);
    expect(answers.get("VerifyARelease")!["verifyRelease"]).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(answers.get("CorrectAClaim")!["supersedeClaim"]).toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

test.each(["Bearer ...", "Bearer <key>", "Bearer prd_…", "Bearer YOUR_API_KEY", "bearer xxx", "Bearer", "prd_abc"])(
  "whoever sends %s instead of a key is told where it goes",
  async (authorization) => {
    const response = await fetch(hub.url, {
      method: "POST",
      // A header is Latin-1.
      headers: { "content-type": "application/json", authorization: Buffer.from(authorization).toString("latin1") },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    expect([response.status, errors[0]!.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    expect(errors[0]!.message).toContain("in the explorer it goes into the field Key");
  },
);

test("where the schema cannot be asked for, the page does not give it", async () => {
  await using closed = await startHub("empty", { limits: { introspection: false } });
  expect(givenIn(await explorerOf(closed)).schema).toBeNull();
});

test("three numbers are picked: of whoever counted most often the latest, the most announced, and the most that another counted", () => {
  const counted = (source: string, lower: number, latest: string): Counted => ({
    id: `${source}${lower}`,
    statement: "",
    lower,
    source,
    latest,
  });
  const numbers = (...given: Parameters<typeof pickStriking>) => pickStriking(...given).map(({ lower }) => lower);
  const [a1, a2] = [counted("a", 41, "2026-01-12T16:00Z"), counted("a", 49, "2026-01-12T22:00Z")];
  expect(numbers([a2, a1, counted("b", 170, "2026-01-24")], [counted("s", 116, "2026-01-20"), counted("s", 3, "2026-01-21")], [])).toEqual([
    49, 116, 170,
  ]);
  expect(numbers([a2], [], [])).toEqual([49]);
  expect(numbers([], [], [a2, a1])).toEqual([41, 49]);
  expect(numbers([], [], [])).toEqual([]);
});
