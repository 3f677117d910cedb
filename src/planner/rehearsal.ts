/**
 * A root field, resolved by its own resolver before a Prisma that answers with nothing but notes what it was asked. So the query that is planned is the one that the ordinary path would send: its conditions, its
 * pages and all that Pothos selects below are made by the code that makes them there. The resolver is given one row that is none, and has to hand on this very row: then it does nothing to rows.
 */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";
import { randomUUID } from "node:crypto";
import type { Context } from "../graph/base/context.ts";
import type { Page } from "../graph/pages/page.ts";
import { unplanned } from "./sql/unplanned.ts";
import type { Arguments } from "./operation.ts";

export type Asked = { readonly model: string; readonly query: object };
export type Rehearsed = Asked & {
  /** Of a connection. */
  readonly page: Page | null;
  /** What is counted for `totalCount`, where the answer has it. */
  readonly counted: object | null;
  /** Whether anything else was read: then the same may be something else the next time. */
  readonly lookedUp: boolean;
};

type Finding = Readonly<Record<string, { findFirst(query: never): Promise<unknown> }>>;
type Connection = {
  readonly page?: Page;
  readonly edges: PromiseLike<readonly { readonly node: unknown }[]> | readonly { readonly node: unknown }[];
};

/** A context in which nothing is read: its own loaders, and no present, for what hangs on it is no shape. */
export function rehearsing(context: Context, prisma: object): Context {
  return {
    ...context,
    ...{ prisma: prisma as Context["prisma"], loaders: new Map(), standIns: new Map(), reads: null, now: () => unplanned("the present") },
  };
}

/** @throws Unplanned when the resolver does anything else than asking for rows once, and handing them on */
export async function rehearse(
  context: Context,
  resolve: GraphQLFieldResolver<unknown, Context>,
  args: Arguments,
  info: GraphQLResolveInfo,
  wanted: { readonly connection: boolean; readonly counted: boolean },
): Promise<Rehearsed> {
  const stage = new Stage(wanted.connection, context.prisma);
  const answer: unknown = await resolve(undefined, args, rehearsing(context, stage.prisma), info);
  if (!wanted.connection) {
    if (answer !== stage.row) unplanned("a row that is not handed on as it was read");
    return { ...stage.asked(), page: null, counted: null, lookedUp: stage.lookedUp };
  }
  const connection = answer as Connection;
  const { page } = connection;
  if (page === undefined) return unplanned("a list of another kind");
  const edges = await connection.edges;
  if (edges.length !== 1 || edges[0]!.node !== stage.row) unplanned("rows that are not handed on as they were read");
  return { ...stage.asked(), page, counted: wanted.counted ? await counts(connection, stage) : null, lookedUp: stage.lookedUp };
}

async function counts(connection: object, stage: Stage): Promise<object> {
  const { totalCount } = connection as { totalCount?: (() => Promise<number>) | number };
  if (typeof totalCount !== "function") return unplanned("a count of another kind");
  if ((await totalCount()) !== stage.number) unplanned("a count that is not handed on");
  return stage.counted ?? unplanned("nothing was counted");
}

class Stage {
  readonly number = -7;
  readonly prisma: object;
  row: object | undefined;
  counted: object | undefined;
  lookedUp = false;
  private found: Asked | undefined;

  /** What a list looks up before, as the parts of a facility that it names, is looked up. */
  constructor(list: boolean, prisma: Context["prisma"]) {
    const lookUp = <Found>(run: () => Found): Found => {
      this.lookedUp = true;
      return run();
    };
    const find = (name: string) => (query: object) => this.find(name, query, list);
    const notes = (name: string): object => ({
      ...(list
        ? { findMany: find(name), findFirst: (query: never) => lookUp(() => (prisma as unknown as Finding)[name]!.findFirst(query)) }
        : { findFirst: find(name), findUnique: find(name) }),
      count: (query: object) => this.count(name, query),
    });
    this.prisma = new Proxy(prisma, {
      get: (_target, name) => {
        if (name === "$queryRaw" && list) return lookUp(() => prisma.$queryRaw.bind(prisma));
        if (typeof name !== "string" || name.startsWith("$")) return unplanned(`prisma.${String(name)}`);
        return new Proxy(notes(name), { get: (methods, method) => Reflect.get(methods, method) ?? unplanned(String(method)) });
      },
    });
  }

  asked(): Asked {
    return this.found ?? unplanned("nothing was asked");
  }

  private async find(name: string, query: object, list: boolean): Promise<unknown> {
    if (this.found !== undefined) return unplanned("a second query");
    this.found = { model: modelOf(name), query };
    this.row = { id: idIn(query) ?? randomUUID(), visibility: "PUBLIC", mergedIntoId: null };
    return list ? [this.row] : this.row;
  }

  private async count(name: string, { where }: { readonly where?: object }): Promise<number> {
    if (this.found?.model !== modelOf(name) || this.counted !== undefined) return unplanned("a second count");
    this.counted = where ?? {};
    return this.number;
  }
}

const modelOf = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}`;

/** The id that is asked for, wherever it stands. */
function idIn(where: unknown): string | null {
  if (Array.isArray(where)) return where.map(idIn).find((id) => id !== null) ?? null;
  if (typeof where !== "object" || where === null) return null;
  const { id, AND, where: below } = where as Record<string, unknown>;
  return typeof id === "string" ? id : (idIn(AND) ?? idIn(below));
}
