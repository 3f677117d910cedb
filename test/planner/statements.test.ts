/** How many statements the planner takes, and what it need not rehearse again. */
import { parse } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { anonymous } from "../../src/domain/viewer.ts";
import { openFeed } from "../../src/feed/feed.ts";
import { createContext, type Context } from "../../src/graph/base/context.ts";
import { toSchema } from "../../src/graph/index.ts";
import { fieldsOf, operationOf } from "../../src/planner/operation.ts";
import { asking, plan } from "../../src/planner/plan.ts";
import { Planner } from "../../src/planner/planner.ts";
import { freedomOf, learn } from "../../src/planner/rote.ts";
import { Written } from "../../src/planner/written.ts";
import { recordStatements } from "../../kit/statements.ts";
import { freshDatabase } from "../kit/database.ts";

const schema = toSchema();
const taken = recordStatements();
let database: Database & AsyncDisposable;
let feed: Awaited<ReturnType<typeof openFeed>>;
beforeAll(async () => {
  database = await freshDatabase("venezuela");
  feed = await openFeed(database);
  // A connection is opened, and its session prepared.
  await database.single("SELECT '1'", []);
});
afterAll(async () => {
  await feed.stop();
  await database[Symbol.asyncDispose]();
});

const contextFor = (): Context => createContext({ prisma: database.prisma, viewer: anonymous, feed, changes: feed });
const places = parse(`query ($after: String, $state: VerificationState) {
  facilities(first: 2, after: $after) { edges { cursor node { name detaineeCount releaseCount(state: $state) releases(first: 2) { edges { node { id } } } } } pageInfo { endCursor } }
}`);
type Places = { facilities: { edges: { node: { name: string } }[]; pageInfo: { endCursor: string | null } } };

describe("a page of places with who is held there and who was released", () => {
  it("is one statement, and so is each page behind it", async () => {
    const planner = new Planner("on", database.single);
    let after: string | null = null;
    const names: string[] = [];
    do {
      taken();
      const contextValue = { ...contextFor(), takesText: true };
      const { data } = await planner.execute({ schema, document: places, variableValues: { after }, contextValue }, () => ({}));
      expect(data).toBeInstanceOf(Written);
      expect(taken().filter((statement) => !statement.includes('"FeedEvent"'))).toHaveLength(1);
      const { facilities } = (data as unknown as Written).toJSON() as Places;
      names.push(...facilities.edges.map(({ node }) => node.name));
      after = facilities.edges.length < 2 ? null : facilities.pageInfo.endCursor;
    } while (after !== null);
    const all = await database.prisma.facility.findMany({
      where: { mergedIntoId: null, visibility: "PUBLIC" },
      orderBy: { sortName: "asc" },
    });
    expect(names).toEqual(all.map(({ name }) => name));
  });

  it("is not rehearsed again, whichever cursor it stands behind", async () => {
    const first = await database.prisma.facility.findFirstOrThrow({ where: { visibility: "PUBLIC" }, orderBy: { sortName: "asc" } });
    const askedAfter = (after: string | null) => {
      const operation = operationOf({ schema, document: places, variableValues: { after } });
      const type = schema.getQueryType()!;
      const [[, nodes]] = [...fieldsOf(operation, type, [operation.definition.selectionSet])] as [[string, never]];
      return asking({ operation, type, nodes }, contextFor());
    };
    const { page } = (await askedAfter(null)).rehearsed;
    const asked = await askedAfter(page!.cursorOf(first, null));
    const context = contextFor();
    const again = (given: Readonly<Record<string, string>>) => askedAfter(given["after"]!);
    const rote = await learn(await plan(asked, context), asked, context, freedomOf(asked.operation, context), again);
    const fromCursor = [...(rote?.sources.values() ?? [])].filter((source) => "cursor" in source);
    expect(fromCursor.map(({ at }) => at).toSorted((a, b) => a - b)).toEqual([0, 0, 0, 1]);
  });
});
