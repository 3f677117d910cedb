/** What answers a root field: one statement, whose single value is the text of its answer, and the holes in it. */
import { getNamedType, isListType, isNonNullType, type FieldNode, type GraphQLObjectType } from "graphql";
import type { Single } from "../db/database.ts";
import type { Context } from "../graph/base/context.ts";
import type { Page } from "../graph/pages/page.ts";
import { filled, type Hole } from "./holes.ts";
import { stuck, stuckSql } from "./sql/leaf.ts";
import { connectionOfRoot } from "./list.ts";
import { Level, rowsSql, type Making, type Verb } from "./making.ts";
import { argumentsOf, fieldOf, fieldsOf, infoOf, setsOf, type Operation } from "./operation.ts";
import { recordSql } from "./record.ts";
import { rehearse, rehearsing, type Rehearsed } from "./rehearsal.ts";
import { shapeOf, Taken, type Shape } from "./sql/shape.ts";
import { Statement, type Use } from "./sql/statement.ts";
import { quoted } from "./sql/tables.ts";
import { unplanned } from "./sql/unplanned.ts";
import { valuesFor } from "./verb.ts";

export type Plan = {
  readonly sql: string;
  readonly uses: readonly Use<Verb>[];
  readonly holes: readonly Hole[];
  /** The same with the version in front, once somebody has asked for it so. */
  versioned?: string;
};
/**
 * Of which state of the database an answer is. Whoever reads anything for it asks for that before, or reads it along with the very first, in one statement and so of one moment: an answer is never older than it says.
 */
export type ReadVersion = {
  /** A statement that tells it, in one line. */
  readonly sql: string;
  /** Undefined until it is known. */
  value: string | null | undefined;
  /** Asks, unless it is known. */
  before(): Promise<unknown>;
};
/** A root field of a query. */
export type Root = { readonly type: GraphQLObjectType; readonly nodes: readonly FieldNode[]; readonly operation: Operation };

/** What a root field asks the database this time. */
export type Asking = Root & { readonly rehearsed: Rehearsed; readonly shape: Shape; readonly counted: Shape | null };

/** @throws Unplanned */
export async function asking(root: Root, context: Context): Promise<Asking> {
  const { operation, type, nodes } = root;
  const field = fieldOf(type, nodes[0]!);
  const args = argumentsOf(operation, field, nodes[0]!);
  const named = getNamedType(field.type);
  const connection = named.name.endsWith("Connection");
  if (isListType(isNonNullType(field.type) ? field.type.ofType : field.type)) return unplanned("a list without pages");
  if (!connection && named.extensions["pothosPrismaModel"] === undefined) return unplanned(`no record: ${field.name}`);
  const counted =
    connection &&
    [...fieldsOf(operation, named as GraphQLObjectType, setsOf(nodes))].some(([, [below]]) => below!.name.value === "totalCount");
  const rehearsed = await rehearse(context, field.resolve as never, args, infoOf(operation, field, nodes, type), { connection, counted });
  const count = rehearsed.counted && shapeOf(rehearsed.model, { where: rehearsed.counted });
  return { ...root, rehearsed, shape: shapeOf(rehearsed.model, rehearsed.query), counted: count };
}

/** By what plans for one field of one document differ. */
export function keyOf({ shape, counted, operation, rehearsed: { page } }: Asking, { viewer }: Context): string {
  const given = Object.values(operation.variables.coerced).map((value) => value != null);
  const ends = page && [page.backward, page.beyondAfter !== null, page.beyondBefore !== null];
  return JSON.stringify([viewer.levels, [...viewer.scopes], operation.switches, given, ends, counted?.key, shape.key]);
}

/** @throws Unplanned */
export async function plan({ type, nodes, operation, rehearsed, shape, counted }: Asking, context: Context): Promise<Plan> {
  const { model, page } = rehearsed;
  const making: Making = {
    operation,
    context: rehearsing(context, unread),
    asking: context,
    statement: new Statement(),
    holes: [],
    record: recordSql,
  };
  const { statement, holes } = making;
  if (page !== null) {
    const total = counted && { where: shiftedBy(shape.values.length, counted.query.where ?? {}) as Record<string, unknown> };
    const sql = await connectionOfRoot(making, type, nodes, model, shape.query, total, page);
    return { sql: `SELECT ${sql} AS text`, uses: statement.uses, holes };
  }
  const [there, row] = [statement.alias(), statement.alias()];
  const { query } = shape;
  if (query.orderBy !== undefined || query.take !== undefined) return unplanned("one of several");
  const level = new Level(model, there, query);
  const named = getNamedType(fieldOf(type, nodes[0]!).type);
  if (Object.keys((named.extensions["pothosPrismaSelect"] as object | undefined) ?? {}).some((column) => !level.has(column)))
    unplanned("part of a row");
  const text = await recordSql(making, named, nodes, level);
  const rows = rowsSql(statement, level.table, row, { ...query, take: 1 }, { from: `${quoted(model)} ${row}`, on: "TRUE" });
  // Of a merged record another one tells the rest.
  const merged = level.has("mergedIntoId") ? `CASE WHEN ${there}."mergedIntoId" IS NOT NULL THEN ${stuckSql} ELSE ${text} END` : text;
  return { sql: `SELECT ${merged} AS text FROM (${rows}) ${there}`, uses: statement.uses, holes };
}

const unread = new Proxy({}, { get: () => unplanned("a query below") });

/** The values that are counted by stand behind those of the page. */
function shiftedBy(many: number, where: unknown): unknown {
  if (Array.isArray(where)) return where.map((each) => shiftedBy(many, each));
  if (typeof where !== "object" || where === null) return where;
  if (where instanceof Taken) return new Taken(where.at + many);
  return Object.fromEntries(Object.entries(where).map(([name, each]) => [name, shiftedBy(many, each)]));
}

/** The text of the field's answer; `version` is read along where it is given. @throws Unplanned when the row is one that only the ordinary path can tell of */
export async function answer(
  plan: Plan,
  taken: (at: number) => unknown,
  { operation, page, context }: { readonly operation: Operation; readonly page: Page | null; readonly context: Context },
  single: Single,
  version?: ReadVersion,
): Promise<string> {
  const values = valuesFor(plan.uses, taken, { operation, context });
  const text = version === undefined ? await single(plan.sql, values) : await versionedText(plan, values, single, version);
  if (text === null || text.includes(stuck)) return unplanned("a row of another kind");
  return filled(text, plan.holes, operation, context, page);
}

async function versionedText(plan: Plan, values: readonly unknown[], single: Single, version: ReadVersion): Promise<string | null> {
  plan.versioned ??= `SELECT (${version.sql}) || chr(10) || COALESCE((${plan.sql}), '')`;
  const text = await single(plan.versioned, values);
  if (text === null) return null;
  const end = text.indexOf("\n");
  version.value = text.slice(0, end);
  return text.slice(end + 1) || null;
}
