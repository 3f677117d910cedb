/** A connection as text: the rows of its page, the page's borders, how many there are. */
import { getNamedType, type FieldNode, type GraphQLField, type GraphQLObjectType } from "graphql";
import type { Page } from "../graph/pages/page.ts";
import type { PlannedList } from "../graph/pages/related-list.ts";
import { stuckSql } from "./sql/leaf.ts";
import { holeSql, Level, relatedSql, rowSql, rowsSql, type Making, type Own } from "./making.ts";
import { fieldOf, fieldsOf, setsOf, type Arguments } from "./operation.ts";
import type { Query } from "./sql/shape.ts";
import { inBraces, orderSql, textSql, type Piece } from "./sql/statement.ts";
import { quoted, tableOf } from "./sql/tables.ts";
import { unplanned } from "./sql/unplanned.ts";
import { whereSql } from "./sql/where.ts";

type Rows = {
  readonly model: string;
  readonly query: Query;
  /** The rows as a sub-select, of which there is one more than the page holds, where the limit is `most`. */
  readonly sql: (most: number) => string;
  readonly total: (() => string) | null;
  readonly page: Page;
  readonly list: PlannedList | null;
  /** Whose list it is, as SQL. */
  readonly owner: string | null;
  readonly parentType: GraphQLObjectType;
};

/** The list of a root field. */
export async function connectionOfRoot(
  making: Making,
  parentType: GraphQLObjectType,
  nodes: readonly FieldNode[],
  model: string,
  query: Query,
  counted: Query | null,
  page: Page,
): Promise<string> {
  const { statement } = making;
  const there = statement.alias();
  const from = { from: `${quoted(model)} ${there}`, on: "TRUE" };
  return connectionSql(making, fieldOf(parentType, nodes[0]!), nodes, {
    ...{ model, query, page, parentType, list: null, owner: null },
    sql: (take) => rowsSql(statement, tableOf(model), there, { ...query, take }, from),
    total:
      counted && (() => `SELECT count(*)::text FROM ${from.from} WHERE ${whereSql(statement, tableOf(model), there, counted.where ?? {})}`),
  });
}

/** The list of a row: of a relation of it, or of those that stand behind others to which it leads. */
export async function connectionOfRow(
  making: Making,
  parentType: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  args: Arguments,
  list: PlannedList,
  level: Level,
): Promise<string> {
  const { statement, context } = making;
  const { page, way } = list.page(args, context, field.name);
  const owner = `${level.alias}."id"`;
  const asked = { ...page.query };
  const common = { page, parentType, list, owner };
  const { where } = asked;
  const named = getNamedType(field.type) as GraphQLObjectType;
  const wanted = [...fieldsOf(making.operation, named, setsOf(nodes)).values()].map(([node]) => node!.name.value);
  const isRead = wanted.includes("edges") || wanted.includes("pageInfo");
  // Of a list of which only the count is asked for nothing is read.
  const related = (of: Level) =>
    isRead ? of.related(list.relation, asked) : { relation: of.relation(list.relation), query: { ...unread, take: page.size + 1 } };
  if (way === null) {
    const { relation, query } = related(level);
    return connectionSql(making, field, nodes, {
      ...{ ...common, model: relation.to, query },
      sql: (take) => relatedSql(statement, relation, level.alias, { ...query, take }),
      total: () =>
        `SELECT count(*)::text FROM (${relatedSql(statement, relation, level.alias, { where: level.counted(list.relation, { where }).where })}) ${statement.alias()}`,
    });
  }
  const between = level.related(way.list, { where: way.where });
  const to = tableOf(between.relation.to).relations.get(way.to) ?? unplanned(`no way ${way.to}`);
  const end = new Level(to.to, "", (between.query.select?.[way.to] as Query | undefined) ?? unplanned("the way is not read"));
  if (!("here" in to.key)) return unplanned("a way of another kind");
  const { relation, query } = related(end);
  if (!("there" in relation.key)) return unplanned("a list of another kind");
  const { there: column } = relation.key;
  const { here } = to.key;
  return connectionSql(making, field, nodes, {
    ...{ ...common, model: relation.to, query },
    sql(take) {
      const [through, inside, row] = [statement.alias(), statement.alias(), statement.alias()];
      const ways = relatedSql(statement, between.relation, level.alias, between.query);
      const from = { from: `${quoted(relation.to)} ${inside}`, on: `${inside}.${quoted(column)} = ${through}.${quoted(here)}` };
      const each = rowsSql(statement, tableOf(relation.to), inside, { ...query, take }, from);
      return `SELECT ${row}.* FROM (${ways}) ${through} CROSS JOIN LATERAL (${each}) ${row} ORDER BY ${orderSql(row, query.orderBy!)} LIMIT ${take}`;
    },
    total() {
      const [through, inside] = [statement.alias(), statement.alias()];
      const ways = relatedSql(statement, between.relation, level.alias, between.query);
      const condition = whereSql(statement, tableOf(relation.to), inside, end.counted(list.relation, { where }).where ?? {});
      return `SELECT count(*)::text FROM (${ways}) ${through} JOIN ${quoted(relation.to)} ${inside} ON ${inside}.${quoted(column)} = ${through}.${quoted(here)} WHERE ${condition}`;
    },
  });
}

const unread: Query = { where: {}, orderBy: [{ id: "asc" }], select: {} };

async function connectionSql(
  making: Making,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  rows: Rows,
): Promise<string> {
  const connection = getNamedType(field.type) as GraphQLObjectType;
  const { page } = rows;
  if (page.backward || rows.query.take !== page.size + 1) return unplanned("a page from the end");
  const alias = making.statement.alias();
  const level = new Level(rows.model, alias, rows.query);
  const pieces: Piece[] = [];
  let numbered = false;
  for (const [key, below] of fieldsOf(making.operation, connection, setsOf(nodes))) {
    pieces.push(`${pieces.length === 0 ? "" : ","}${JSON.stringify(key)}:`);
    const name = below[0]!.name.value;
    if (name === "__typename") pieces.push(JSON.stringify(connection.name));
    else if (name === "edges") pieces.push("[", { sql: await edgesSql(making, connection, below, nodes, level, rows) }, "]");
    else if (name === "pageInfo") {
      numbered = true;
      pieces.push(...pageInfo(making, connection, below, nodes, level, rows));
    } else if (name === "totalCount" && rows.total !== null) pieces.push({ sql: `(${rows.total()})` });
    else return unplanned(`${connection.name}.${name}`);
  }
  const text = textSql(inBraces(pieces));
  if (!numbered) return `(SELECT ${text.replaceAll(numberedOnly, "")} FROM (${rows.sql(page.size)}) ${alias} HAVING TRUE)`;
  const inner = making.statement.alias();
  return `(SELECT ${text.replaceAll(numberedOnly, ` FILTER (WHERE ${alias}.n <= ${page.size})`)} FROM (SELECT ${inner}.*, row_number() OVER () AS n FROM (${rows.sql(page.size + 1)}) ${inner}) ${alias} HAVING TRUE)`;
}

/** Stands where rows beyond the page are left out, once it is known whether any are read. */
const numberedOnly = "\u0003";

async function edgesSql(
  making: Making,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  listNodes: readonly FieldNode[],
  level: Level,
  rows: Rows,
): Promise<string> {
  const edge = getNamedType(fieldOf(connection, nodes[0]!).type) as GraphQLObjectType;
  const pieces: Piece[] = [];
  for (const [key, below] of fieldsOf(making.operation, edge, setsOf(nodes))) {
    pieces.push(`${pieces.length === 0 ? "" : ","}${JSON.stringify(key)}:`);
    const name = below[0]!.name.value;
    if (name === "__typename") pieces.push(JSON.stringify(edge.name));
    else if (name === "node")
      pieces.push({
        sql: `COALESCE(${await making.record(making, getNamedType(fieldOf(edge, below[0]!).type), below, level)}, ${stuckSql})`,
      });
    else if (name === "cursor") pieces.push({ sql: cursorSql(making, listNodes, level, rows) });
    else return unplanned(`${edge.name}.${name}`);
  }
  return `COALESCE(string_agg(${textSql(inBraces(pieces))}, ',')${numberedOnly}, '')`;
}

function cursorSql(making: Making, nodes: readonly FieldNode[], level: Level, { page, list, owner, parentType, model }: Rows): string {
  const columns: Own = Object.fromEntries(
    ["id", ...(level.has("visibility") ? ["visibility"] : []), ...page.columns].map((name) => [name, true]),
  );
  const row = textSql([
    '{"of":',
    { sql: rowSql(making, level, columns) },
    ',"owner":',
    ...(owner === null ? ["null"] : ['"', { sql: `${owner}::text` }, '"']),
    "}",
  ]);
  return holeSql(making, { kind: "cursor", parentType, nodes, model, list }, row);
}

function pageInfo(
  making: Making,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  listNodes: readonly FieldNode[],
  level: Level,
  rows: Rows,
): Piece[] {
  const type = getNamedType(fieldOf(connection, nodes[0]!).type) as GraphQLObjectType;
  const { page } = rows;
  const cursor = () => cursorSql(making, listNodes, level, rows);
  const pieces = [...fieldsOf(making.operation, type, setsOf(nodes))].flatMap(([key, below], at): Piece[] => {
    const start = `${at === 0 ? "" : ","}${JSON.stringify(key)}:`;
    const name = below[0]!.name.value;
    if (name === "__typename") return [start, JSON.stringify(type.name)];
    // What stands beyond a cursor is looked for only by the ordinary path.
    if (name === "hasNextPage" && page.beyondBefore === null) return [start, { sql: `(count(*) > ${page.size})::text` }];
    if (name === "hasPreviousPage" && page.beyondAfter === null) return [start, "false"];
    if (name === "startCursor") return [start, { sql: `COALESCE(max(${cursor()}) FILTER (WHERE ${level.alias}.n = 1), 'null')` }];
    if (name === "endCursor")
      return [start, { sql: `COALESCE((array_agg(${cursor()} ORDER BY ${level.alias}.n DESC)${numberedOnly})[1], 'null')` }];
    return unplanned(`pageInfo.${name}`);
  });
  return inBraces(pieces);
}
