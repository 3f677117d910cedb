import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { queries } from "../../bench/reads/queries.ts";
import { recordStatements } from "../../kit/statements.ts";
import type { Hub } from "../kit/hub.ts";
import { startHubWithLists } from "../kit/lists/lists.ts";
import { paged, queriesOf } from "../kit/lists/page-by-page.ts";
import { idOf } from "../kit/reconciling.ts";

// Nothing but the requests speaks to the database: nobody polls, and nobody writes, so that nobody is woken.
const quiet = { pollMilliseconds: 2 ** 31 - 1 };
const taken = recordStatements();
let hub: Hub;
let variables: Record<string, object>;
beforeAll(async () => {
  // What is answered again from memory reads nothing: here every answer is made.
  const limits = { costPerAddress: 0, costPerOperation: 0, costPerKey: 0, answersMegabytes: 0 };
  // And on the ordinary path: the other one (src/planner) is one statement for each root field.
  hub = await startHubWithLists({
    feed: quiet,
    webhooks: quiet,
    streams: { notesMilliseconds: quiet.pollMilliseconds },
    limits,
    planner: "off",
  });
  const id = await idOf(hub, "Detainee", "Enrique Márquez");
  const ofBench = { id, slug: "foro-penal" };
  variables = {
    ...Object.fromEntries(Object.keys(queries).map((name) => [name, ofBench])),
    ...{ WhoHasBeenIn: { slug: "el-helicoide" }, FindAPerson: { name: "enrique marquez" }, AreTheseTwoOne: { detainee: id, given: true } },
    ...{ OneSourceOverTime: { slug: "foro-penal" }, StockAndFlow: { slug: "foro-penal" } },
    Reconcile: { asOf: "2026-01-12T16:00:00Z" },
  };
});
afterAll(async () => hub[Symbol.asyncDispose]());

const operations = join(import.meta.dirname, "../../schema/operations");
const documents = new Map([
  ...globSync("*.graphql", { cwd: operations }).flatMap((file) => Object.entries(queriesOf(readFileSync(join(operations, file), "utf8")))),
  ...Object.entries(queries).map(([name, { document }]) => [name, document] as const),
]);

/** How many a query takes as it stands; and then with pages of one entry, the first page and the second. */
const pinned: Record<string, number[]> = {
  // The people with whom each count is compared are read once for all counts, and for each moment at which what stood is asked.
  // So is whether there are several situations, whose people are to be kept apart.
  // Counts of some people are compared with these people alone: who they are, and what happened to them, is read for each breakdown.
  WhoSaysHowMany: [8, 7, 7],
  WhoHasBeenIn: [6, 6, 6],
  // Names that contain the text are looked for first, then those that are more and more unlike it, until there are enough.
  FindAPerson: [7],
  WhyNotVerified: [3, 3, 3],
  // Where the feed is, is asked before a cursor of it is judged.
  WhatDidIMiss: [1, 1, 2],
  ReadReleases: [1, 1, 2],
  OneSourceOverTime: [2],
  // Of a source that names people, the very people are read too: whoever is only counted is counted in the database.
  // Whether there are several situations, of which one would have to be named, and whose people are to be kept apart.
  Reconcile: [13],
  // Decisions that rest on nothing that the viewer may see are left out, which is asked of their claims.
  WhatWaits: [5, 5, 5],
  AreTheseTwoOne: [8, 8, 8],
  DeathsInCustody: [3, 3],
  StockAndFlow: [11],
  WhatIsSaid: [2, 2, 2],
  // Who is held where is worked out once for all three places; each has then a page of its own people, and their number.
  PlacesWithoutARelease: [11, 7, 7],
  // Two lists, each with its number.
  NumbersWithoutNames: [4, 4],
  // The changes, and the records of each noun among them. The first change of all is one of the policy, which is no record.
  WhatChanged: [5, 1, 2],
  WhoSaidItFirst: [2, 2, 2],
  OneOriginAlone: [3, 3, 3],
  // All timelines, and then the people who are found by them.
  HeldTooLong: [4, 4, 4],
  // Whose days are meant is asked of the events on record.
  InAndOut: [2],
  // All timelines, all people, and where the facilities are.
  WhoIsWhere: [3],
  // What happened, who says so, on which pages, which of them descend from which, of which sources.
  HowListsOverlap: [6],
  oneDetainee: [1, 1],
  typename: [0],
  newestReleases: [1, 1, 1],
  facilities: [3, 3, 3],
  countSeries: [1],
};

/** PostgreSQL reads two lists of one operation over two connections: what is loaded for the entries of both is loaded once more for the list that comes later. */
const moreWhenApart: Record<string, number> = inject("templates").engine === "postgresql" ? { WhoSaysHowMany: 3 } : {};

async function statementsOf(query: string, variables = {}): Promise<{ statements: string[]; data: object }> {
  taken();
  const { data, errors } = await hub.send(query, variables, null);
  expect(errors).toBeUndefined();
  // Which version of the hub an answer is of is asked before each question without a key (src/doors/answers), and is no part of it.
  return { statements: taken().filter((text) => !text.includes('AS "version" FROM "Hub"')), data };
}

test("every query of the tour and of the bench takes as many statements as it always has, on its second page as on its first", async () => {
  const counts: [string, number[]][] = [];
  for (const [name, text] of documents) {
    const ask = (query: string) => statementsOf(query, variables[name]);
    // Before the first counts, what the hub does after a change is done.
    await ask(text);
    const asked = [await ask(text)];
    const page = paged(text);
    if (page) asked.push(await ask(page));
    const next = page && paged(text, asked[1]!.data);
    if (next) asked.push(await ask(next));
    const asPinned = (found: number, page: number) => {
      const least = pinned[name]?.[page] ?? 0;
      return found > least && found <= least + (moreWhenApart[name] ?? 0) ? least : found;
    };
    counts.push([name, asked.map(({ statements }, page) => asPinned(statements.length, page))]);
  }
  expect(Object.fromEntries(counts)).toEqual(pinned);
});

test("a second page joins and limits what the first one does, however deep: it reads no row that it does not show", async () => {
  const shape = (statements: readonly string[]) =>
    statements.map((text) => [text.match(/JOIN LATERAL/g)?.length, text.match(/LIMIT \$\d+/g)?.length]);
  const query = `query ($after: String) { facilities(first: 1, after: $after) { pageInfo { endCursor }
    edges { node { releases(first: 1) { edges { cursor node { detainee { name } claims(first: 1) { edges { node { id } } } } } } } } } }`;
  const first = await statementsOf(query);
  const second = await statementsOf(query, { after: (first.data as any).facilities.pageInfo.endCursor });
  expect(shape(second.statements)).toEqual(shape(first.statements));
  expect(shape(second.statements)).toEqual([[expect.any(Number), expect.any(Number)]]);
});

test("the gaps of however many counts are three statements beside the list: the counts, what they are counted of, and the hub's side of all metrics", async () => {
  const ask = (many: number) =>
    statementsOf(
      `{ claims(first: ${many}, filter: { kind: COUNT }) { edges { node { ... on CountClaim { metric gap { lower upper } } } } } }`,
    );
  const { data, statements } = await ask(50);
  const metrics = (data as any).claims.edges.map(({ node }: any) => node.metric);
  expect(new Set(metrics).size).toBeGreaterThan(2);
  // And one for whom those counts are of that are of some people.
  expect(statements.length).toBe(5);
});

test("whether there is something on the side that one comes from is one statement more, and only where it is asked", async () => {
  const count = async (query: string) => (await statementsOf(query)).statements.length;
  const { data } = await statementsOf("{ detainees(first: 1) { edges { cursor node { id claims(first: 1) { edges { cursor } } } } } }");
  const [{ cursor, node }] = (data as any).detainees.edges;
  const people = (args: string, asked: string) => `{ detainees(${args}) { ${asked} } }`;
  const claims = (args: string, asked: string) => `{ detainee(id: "${node.id}") { claims(${args}) { ${asked} } } }`;
  for (const [list, after] of [
    [people, cursor],
    [claims, node.claims.edges[0].cursor],
  ]) {
    expect(await count(list(`first: 2, after: "${after}"`, "pageInfo { hasNextPage startCursor endCursor } edges { cursor }"))).toBe(1);
    expect(await count(list(`first: 2, after: "${after}"`, "pageInfo { hasPreviousPage } edges { cursor }"))).toBe(2);
    expect(await count(list("first: 2", "pageInfo { hasNextPage hasPreviousPage } edges { cursor }"))).toBe(1);
    expect(await count(list("last: 2", "pageInfo { hasNextPage hasPreviousPage } edges { cursor }"))).toBe(1);
    expect(await count(list("first: 2", "totalCount"))).toBe(1);
  }
});
