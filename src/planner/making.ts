/** What the making of one statement has in hand, and the level of it that is being written. */
import type { FieldNode, GraphQLField, GraphQLNamedType } from "graphql";
import type { Prisma } from "../db/generated/prisma/client.ts";
import type { Context } from "../graph/base/context.ts";
import { edgeSql, type Hole } from "./holes.ts";
import type { Arguments, Operation } from "./operation.ts";
import type { Query, Selection } from "./sql/shape.ts";
import { inBraces, orderSql, textSql, type Piece, type Statement } from "./sql/statement.ts";
import { columnOf, quoted, tableOf, type Relation, type Table } from "./sql/tables.ts";
import { unplanned } from "./sql/unplanned.ts";
import { allOf, joined, whereSql } from "./sql/where.ts";

/** Who asks, and with which arguments. */
export type Asker = { readonly operation: Operation; readonly context: Context };
/** SQL that a verb makes, anew for whoever asks: then it differs in nothing but its values. */
export type Verb = { readonly text: string; sql(asker: Asker): Prisma.Sql };

export type Making = {
  readonly operation: Operation;
  /** One in which nothing is read. */
  readonly context: Context;
  /** Of whoever asks first. */
  readonly asking: Context;
  readonly statement: Statement<Verb>;
  readonly holes: Hole[];
  /** The text of a row: a list is of rows, and rows have lists. */
  readonly record: (making: Making, type: GraphQLNamedType, nodes: readonly FieldNode[], level: Level) => Promise<string>;
};

/** A row that is written: of which table, under which alias, and what the ordinary path reads of it. */
export class Level {
  readonly table: Table;
  readonly alias: string;
  private readonly select: Selection;
  private readonly asked = new Map<string, string>();

  constructor(model: string, alias: string, { select }: Query) {
    this.table = tableOf(model);
    this.alias = alias;
    this.select = select ?? unplanned("all columns");
  }

  /** @throws Unplanned when the ordinary path does not read it with the row */
  column(name: string) {
    if (this.select[name] !== true) unplanned(`${this.table.name}.${name} is not read`);
    return columnOf(this.table, name);
  }

  has(name: string): boolean {
    return this.select[name] === true;
  }

  /**
   * The related rows as the ordinary path reads them. Where fields ask for different rows of one relation it reads those of the first, and others later: no two may.
   * @throws Unplanned when they do
   */
  related(name: string, asked: object): { readonly relation: Relation; readonly query: Query } {
    const relation = this.relation(name);
    const query = this.select[name];
    if (query === undefined || query === true) return unplanned(`${name} is not read`);
    this.alike(name, asked);
    return { relation, query };
  }

  relation(name: string): Relation {
    return this.table.relations.get(name) ?? unplanned(`no relation ${name}`);
  }

  /** Whether rows of a model are read with all of these columns, somewhere among what is read for a field. */
  reads(own: Own, model: string, columns: readonly string[]): boolean {
    const reads = (table: Table, select: Selection | undefined): boolean =>
      (table.name === model && columns.every((column) => select?.[column] === true)) ||
      Object.entries(select ?? {}).some(([name, query]) => {
        const relation = table.relations.get(name);
        return query !== true && relation !== undefined && reads(tableOf(relation.to), query.select);
      });
    return Object.entries(own).some(
      ([name, query]) => query !== true && reads(tableOf(this.relation(name).to), this.related(name, query).query.select),
    );
  }

  counted(name: string, asked: object): Query {
    const counts = this.select["_count"] as Query | undefined;
    const query = counts?.select?.[name];
    if (query === undefined || query === true) return unplanned(`${name} is not counted`);
    this.alike(`#${name}`, asked);
    return query;
  }

  private alike(name: string, { where, orderBy, take }: Query): void {
    const said = JSON.stringify([where, orderBy, take]);
    const before = this.asked.get(name);
    if (before !== undefined && before !== said) unplanned(`different rows of ${name}`);
    this.asked.set(name, said);
  }
}

export type Own = Readonly<Record<string, true | Query>>;

/** What a field needs of its row, by what Pothos keeps of its option `select`; null when it says nothing. */
export function ownSelection({ context }: Making, field: GraphQLField<unknown, unknown>, args: Arguments): Own | null {
  const selection = field.extensions["pothosPrismaSelect"] as object | ((...given: unknown[]) => unknown) | undefined;
  if (typeof selection !== "function") return (selection as Own | undefined) ?? null;
  const nested = (query?: unknown) =>
    (typeof query === "function" ? (query as (...given: unknown[]) => unknown)(args, context) : query) ?? {};
  const made = selection(args, context, nested) as { readonly select?: Own } | null;
  return made === null ? null : (made.select ?? unplanned("a selection of another kind"));
}

/** A row as JSON, for a resolver to read. */
export function rowSql({ statement }: Making, level: Level, own: Own): string {
  const whole = (table: Table, alias: string, select: Selection, own: Level | null): string => {
    const pieces = Object.entries(select).flatMap(([name, query], at): Piece[] => {
      const key = `${at === 0 ? "" : ","}${JSON.stringify(name)}:`;
      if (query === true) return [key, { sql: columnSql(own === null ? columnOf(table, name) : own.column(name), alias) }];
      const { relation, query: read } =
        own === null ? { relation: table.relations.get(name) ?? unplanned(`no relation ${name}`), query } : own.related(name, query);
      const there = statement.alias();
      const rows = relatedSql(statement, relation, alias, read);
      const row = whole(tableOf(relation.to), there, read.select ?? unplanned("all columns"), null);
      return [
        key,
        {
          sql: relation.list
            ? `(SELECT '[' || COALESCE(string_agg(${row}, ','), '') || ']' FROM (${rows}) ${there})`
            : `COALESCE((SELECT ${row} FROM (${rows}) ${there}), 'null')`,
        },
      ];
    });
    return textSql(inBraces(pieces));
  };
  return whole(level.table, level.alias, own, level);
}

const readable = new Set(["String", "Int", "Float", "Boolean", "DateTime", "Json"]);
const columnSql = ({ name, kind, type }: ReturnType<typeof columnOf>, alias: string) =>
  kind === "enum" || readable.has(type)
    ? `COALESCE(to_json(${alias}.${quoted(name)})::text, 'null')`
    : unplanned(`a column of the type ${type}`);

/** A hole in the text, with what its resolver reads. */
export function holeSql(making: Making, hole: Hole, row: string): string {
  const number = making.holes.push(hole) - 1;
  return `${edgeSql} || '${number}:' || ${row} || ${edgeSql}`;
}

/** The related rows of a row, as a sub-select. */
export function relatedSql(statement: Statement, relation: Relation, alias: string, query: Query): string {
  const there = statement.alias();
  const { from, on } = joined(statement, relation, alias, there);
  return rowsSql(statement, tableOf(relation.to), there, query, { from, on });
}

export function rowsSql(
  statement: Statement,
  table: Table,
  alias: string,
  { where, orderBy, take }: Query,
  { from, on }: { readonly from: string; readonly on: string },
): string {
  const condition = whereSql(statement, table, alias, where ?? {});
  const order = orderBy === undefined || orderBy.length === 0 ? "" : ` ORDER BY ${orderSql(alias, orderBy)}`;
  const limit = take === undefined ? "" : ` LIMIT ${take}`;
  return `SELECT ${alias}.* FROM ${from} WHERE ${allOf([on, condition])}${order}${limit}`;
}
