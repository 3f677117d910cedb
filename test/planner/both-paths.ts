/** The oracle: what the planner writes is, to the byte, what the ordinary path answers. */
import { normalizedExecutor } from "@graphql-tools/executor";
import { parse, validate, type ExecutionResult } from "graphql";
import type { Database } from "../../src/db/database.ts";
import { viewerOf, type Viewer } from "../../src/domain/viewer.ts";
import { openFeed } from "../../src/feed/feed.ts";
import { createContext, type Context } from "../../src/graph/base/context.ts";
import { toSchema } from "../../src/graph/index.ts";
import { Planner } from "../../src/planner/planner.ts";
import { Written } from "../../src/planner/written.ts";
import { seededRandom, type SeededRandom } from "../../kit/seeded-random.ts";
import { readRecords } from "../graph/access/records.ts";
import { randomOperation, type Asked, type Named } from "./random-operation.ts";

const schema = toSchema();
const now = new Date("2026-02-01T12:00:00Z");
const left = "left to the ordinary path";

export const viewers: readonly Viewer[] = [
  viewerOf("anonymous", []),
  viewerOf("key:partner", ["PARTNER"]),
  viewerOf("key:recorder", ["RECORDER"]),
];

export type Compared = {
  /** How many root fields of each name were planned. */
  readonly planned: Record<string, number>;
  readonly ordinary: Record<string, number>;
  readonly different: { readonly asked: Asked; readonly viewer: string; readonly planned: string; readonly ordinary: string }[];
};

/** Both paths for whatever is asked of one database. The planner is one for all, so that its plans serve again. */
export async function openBoth(database: Database) {
  const feed = await openFeed(database);
  const compared: Compared = { planned: {}, ordinary: {}, different: [] };
  const planner = new Planner("on", database.single, (outcome, field) => {
    const of = outcome === "planned" ? compared.planned : compared.ordinary;
    of[field] = (of[field] ?? 0) + 1;
  });
  const context = (viewer: Viewer): Context => ({
    ...createContext({ prisma: database.prisma, viewer, feed, changes: feed }),
    now: () => now,
  });
  const documents = new Map<string, ReturnType<typeof parse>>();
  const documentOf = (query: string) => documents.get(query) ?? documents.set(query, parse(query)).get(query)!;

  const ask = async ({ query, variables }: Pick<Asked, "query" | "variables">, viewer: Viewer): Promise<ExecutionResult> =>
    (await normalizedExecutor({
      schema,
      document: documentOf(query),
      variableValues: { ...variables },
      contextValue: context(viewer),
    })) as ExecutionResult;
  const compare = async (asked: Asked, viewer: Viewer): Promise<boolean> => {
    const document = documentOf(asked.query);
    if (validate(schema, document).length > 0) return false;
    const contextValue = { ...context(viewer), takesText: true };
    const { data } = await planner.execute({ schema, document, variableValues: { ...asked.variables }, contextValue }, () => ({
      data: { left },
    }));
    if (!(data instanceof Written)) return false;
    const ordinary = await ask(asked, viewer);
    const said = JSON.stringify(ordinary.errors === undefined ? ordinary.data : ordinary);
    if (said !== data.text) compared.different.push({ asked, viewer: viewer.actor, planned: data.text, ordinary: said });
    return true;
  };
  return { compared, ask, compare, stop: () => feed.stop() };
}

/** Random operations, each again with the page behind its first, where it has one. */
export async function compareRandomly(database: Database, seed: number, many: number): Promise<Compared> {
  const named = await namedIn(database);
  const both = await openBoth(database);
  const random = seededRandom("both paths", seed);
  try {
    for (let nth = 0; nth < many; nth += 1) {
      const asked = randomOperation(schema, random, named);
      const viewer = random.oneOf(viewers);
      await both.compare(asked, viewer);
      // By the plan that was made for the first; then without rehearsing again, as far as it is so: with other values.
      for (let again = 0; again < 3; again += 1)
        await both.compare(withOthers(asked, random, named), again === 0 ? random.oneOf(viewers) : viewer);
      if (nth % 4 === 0) await comparePages(both, asked, viewer);
    }
  } finally {
    await both.stop();
  }
  return both.compared;
}

/** The same with other ids and moments in its variables. */
function withOthers(asked: Asked, random: SeededRandom, { ids }: Named): Asked {
  const other = (value: unknown): unknown => {
    if (typeof value !== "string") return value;
    if (/^\d{4}-.*Z$/.test(value)) return new Date(Date.UTC(2026, random.between(0, 1), random.between(1, 28))).toISOString();
    const alike = Object.values(ids).find((some) => some.includes(value));
    return alike === undefined ? value : random.oneOf(alike);
  };
  return { ...asked, variables: Object.fromEntries(Object.entries(asked.variables).map(([name, value]) => [name, other(value)])) };
}

type Both = Awaited<ReturnType<typeof openBoth>>;
const pages = ["releases", "facilities", "detainees", "sources", "claims", "documents", "custodyEvents", "situations"];

/** From page to page with the cursors that the list gives. */
async function comparePages({ ask, compare }: Both, { roots }: Asked, viewer: Viewer): Promise<void> {
  const list = roots.find((root) => pages.includes(root)) ?? pages[0]!;
  const query = `query Pages($after: String) { ${list}(first: 2, after: $after) { edges { cursor node { id __typename } } pageInfo { hasNextPage endCursor startCursor } totalCount } }`;
  let after: string | null = null;
  for (let page = 0; page < 3; page += 1) {
    const asked = { query, variables: { after }, roots: [list] };
    await compare(asked, viewer);
    const { data } = await ask(asked, viewer);
    const info = (data as Record<string, { pageInfo: { hasNextPage: boolean; endCursor: string | null } }>)[list]!.pageInfo;
    after = info.endCursor;
    if (!info.hasNextPage) return;
  }
}

async function namedIn(database: Database): Promise<Named> {
  const [open, hidden] = await readRecords(database.prisma);
  const ids = Object.fromEntries(Object.keys(open.ids).map((type) => [type, [...open.ids[type]!, ...(hidden.ids[type] ?? [])]]));
  const slugs = [...(await database.prisma.facility.findMany()), ...(await database.prisma.source.findMany())].map(({ slug }) => slug);
  return { ids, slugs, words: ["a", "Open", "quetzal", "ro", "ó", "no such", "%", "_"] };
}
