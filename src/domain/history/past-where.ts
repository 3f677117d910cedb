/**
 * A `where` of Prisma's as it is true of the tables as they were (past-tables.ts). What it does not know it refuses: a condition that were left out would answer with the present.
 *
 * It takes what the hub's filters are made of: AND, OR, NOT, comparisons of columns, lists in columns, relations.
 */
import { Prisma } from "../../db/generated/prisma/client.ts";
import { columnOf, fieldOf, identityOf, openTable, tableSql, wayOf, type Table } from "./past-tables.ts";
import type { MatchedNoun } from "../../db/generated/prisma/enums.ts";

type Where = Readonly<Record<string, unknown>>;

const no = Prisma.sql`FALSE`;
const yes = Prisma.sql`TRUE`;
const all = (conditions: readonly Prisma.Sql[]) => (conditions.length === 0 ? yes : Prisma.sql`(${Prisma.join([...conditions], " AND ")})`);
const any = (conditions: readonly Prisma.Sql[]) => (conditions.length === 0 ? no : Prisma.sql`(${Prisma.join([...conditions], " OR ")})`);
const listed = (value: unknown) => (Array.isArray(value) ? (value as Where[]) : [value as Where]);
const given = (where: object) => Object.entries(where).filter(([, value]) => value !== undefined);

/** The condition on the rows of a table. */
export function whereSql(table: Table, where: object): Prisma.Sql {
  return all(
    given(where).map(([key, value]) => {
      if (key === "AND") return all(listed(value).map((each) => whereSql(table, each)));
      if (key === "OR") return any(listed(value).map((each) => whereSql(table, each)));
      if (key === "NOT") return all(listed(value).map((each) => Prisma.sql`NOT ${whereSql(table, each)}`));
      return fieldOf(table.model, key).kind === "object" ? relation(table, key, value as Where | null) : column(table, key, value);
    }),
  );
}

/** On which claims a decision rests is told with it, and never changes. */
function restsOn(table: Table, asked: Where): Prisma.Sql {
  return all(
    given(asked).map(([quantifier, where]) => {
      if (quantifier !== "some") throw new Error(`Nothing tells what Verification.claims.${quantifier} was at a moment.`);
      const claim = openTable(table.past, "Claim");
      const condition = all([Prisma.sql`rests."A" = ${columnOf(claim, "id")}`, whereSql(claim, where as Where)]);
      return Prisma.sql`EXISTS (SELECT FROM "_VerificationClaims" AS rests, ${tableSql(claim)} AS ${Prisma.raw(claim.alias)} WHERE rests."B" = ${columnOf(table, "id")} AND ${condition})`;
    }),
  );
}

function relation(table: Table, name: string, asked: Where | null): Prisma.Sql {
  if (table.model === "Verification" && name === "claims") return restsOn(table, asked!);
  const { to, from, at } = wayOf(table.model, name);
  const exists = (where: object) => {
    const other = openTable(table.past, to);
    const condition = all([Prisma.sql`${columnOf(other, at)} = ${columnOf(table, from)}`, whereSql(other, where)]);
    return Prisma.sql`EXISTS (SELECT FROM ${tableSql(other)} AS ${Prisma.raw(other.alias)} WHERE ${condition})`;
  };
  if (asked === null) return Prisma.sql`NOT ${exists({})}`;
  if (!fieldOf(table.model, name).isList) {
    const keys = given(asked);
    const known = ([key, value]: [string, unknown]) =>
      key === "isNot" ? (value === null ? exists({}) : Prisma.sql`NOT ${exists(value as Where)}`) : exists(value as Where);
    return keys.every(([key]) => key === "is" || key === "isNot") && keys.length > 0 ? all(keys.map(known)) : exists(asked);
  }
  return all(
    given(asked).map(([quantifier, where]) => {
      if (quantifier === "some") return exists(where as Where);
      if (quantifier === "none") return Prisma.sql`NOT ${exists(where as Where)}`;
      if (quantifier === "every") return Prisma.sql`NOT ${exists({ NOT: where as Where })}`;
      throw new Error(`Nothing tells what ${table.model}.${name}.${quantifier} was at a moment.`);
    }),
  );
}

function column(table: Table, name: string, asked: unknown): Prisma.Sql {
  if (name === "mergedIntoId" && asked === null)
    return Prisma.sql`${columnOf(table, "id")} NOT IN (SELECT "id" FROM ${identityOf(table.past, table.model as MatchedNoun)} AS merged)`;
  const plain = typeof asked !== "object" || asked === null || asked instanceof Date;
  const { mode, ...comparisons } = plain ? { equals: asked } : (asked as Where);
  return all(
    given(comparisons).map(([operator, value]) =>
      comparison(table, name, operator === "contains" && mode === "insensitive" ? "containsInAnyCase" : operator, value),
    ),
  );
}

function comparison(table: Table, name: string, operator: string, value: unknown): Prisma.Sql {
  const it = columnOf(table, name);
  const { isList } = fieldOf(table.model, name);
  const one = () => cast(table, name, value, false);
  const many = () => cast(table, name, value, true);
  const text = String(value);
  switch (operator) {
    case "equals":
      return value === null ? Prisma.sql`${it} IS NULL` : isList ? Prisma.sql`${it} = ${many()}` : Prisma.sql`${it} = ${one()}`;
    case "not":
      if (value !== null && typeof value === "object" && !(value instanceof Date)) return Prisma.sql`NOT ${column(table, name, value)}`;
      return value === null ? Prisma.sql`${it} IS NOT NULL` : Prisma.sql`${it} <> ${one()}`;
    case "in":
      return Prisma.sql`${it} = ANY (${many()})`;
    case "notIn":
      return Prisma.sql`${it} <> ALL (${many()})`;
    case "lt":
      return Prisma.sql`${it} < ${one()}`;
    case "lte":
      return Prisma.sql`${it} <= ${one()}`;
    case "gt":
      return Prisma.sql`${it} > ${one()}`;
    case "gte":
      return Prisma.sql`${it} >= ${one()}`;
    case "has":
      return Prisma.sql`${one()} = ANY (${it})`;
    case "hasSome":
      return Prisma.sql`${it} && ${many()}`;
    case "hasEvery":
      return Prisma.sql`${it} @> ${many()}`;
    case "array_contains":
      return Prisma.sql`${it} @> ${JSON.stringify(value)}::jsonb`;
    case "isEmpty":
      return Prisma.sql`(cardinality(${it}) = 0) = ${value === true}`;
    case "contains":
      return Prisma.sql`${it} LIKE ${`%${text}%`}`;
    case "containsInAnyCase":
      return Prisma.sql`${it} ILIKE ${`%${text}%`}`;
    case "startsWith":
      return Prisma.sql`${it} LIKE ${`${text}%`}`;
    default:
      throw new Error(`Nothing tells whether ${table.model}.${name} was ${operator} something at a moment.`);
  }
}

/** A value as the column's type, or a list of such. */
function cast({ model }: Table, name: string, value: unknown, list: boolean): Prisma.Sql {
  const { kind, type } = fieldOf(model, name);
  const many = list ? "[]" : "";
  if (kind === "enum") return Prisma.sql`${value}::text${Prisma.raw(`${many}::"${type}"${many}`)}`;
  // Ids are the columns that are uuids.
  const sql =
    name === "id" || name.endsWith("Id") ? "uuid" : { DateTime: "timestamptz", Int: "int", Float: "float8", Boolean: "boolean" }[type];
  return Prisma.sql`${value}::${Prisma.raw(`${sql ?? "text"}${many}`)}`;
}
