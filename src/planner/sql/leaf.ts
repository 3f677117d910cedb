/** How PostgreSQL writes the value of a column as JSON: to the byte as the scalars of the graph are serialised. */
import { GraphQLEnumType, isListType, isNonNullType, type GraphQLLeafType, type GraphQLOutputType } from "graphql";
import { quoted, type Column } from "./tables.ts";
import { unplanned } from "./unplanned.ts";

/** Where this character stands in an answer, PostgreSQL met what it cannot write: the ordinary path answers. JSON has no such character unescaped. */
export const stuck = "\u0002";
export const stuckSql = "chr(2)";

const plain = new Set(["String", "ID", "CountryCode"]);

/** @throws Unplanned when the type is not one that PostgreSQL writes in the same way */
export function leafSql(column: Column, alias: string, type: GraphQLOutputType): string {
  const sql = `${alias}.${quoted(column.name)}`;
  const nullable = !isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) {
    const item = isNonNullType(inner.ofType) ? inner.ofType.ofType : unplanned("a list with nulls");
    if (!column.list || !(isPlain(column, item as GraphQLLeafType) || isSameEnum(column, item as GraphQLLeafType)))
      return unplanned(`a list of ${String(item)}`);
    return `COALESCE(array_to_json(${sql})::text, '[]')`;
  }
  if (column.list) return unplanned("a list as a single value");
  const text = valueSql(column, sql, inner as GraphQLLeafType);
  if (column.required) return text;
  return `COALESCE(${text}, ${nullable ? "'null'" : stuckSql})`;
}

function valueSql(column: Column, sql: string, type: GraphQLLeafType): string {
  if (isSameEnum(column, type)) return `'"' || ${sql}::text || '"'`;
  if (isPlain(column, type)) return `to_json(${sql})::text`;
  if (type.name === "DateTime" && column.type === "DateTime") return `'"' || to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`;
  if (type.name === "Boolean" && column.type === "Boolean") return `${sql}::text`;
  if (type.name === "Int" && column.type === "Int") return `${sql}::text`;
  // Outside of these bounds the two write exponents differently; zero added makes -0 what JSON knows.
  if (type.name === "Float" && column.type === "Float")
    return `CASE WHEN ${sql} = 0 OR abs(${sql}) BETWEEN 0.0001 AND 999999999999999 THEN (${sql} + 0)::text WHEN ${sql} IS NOT NULL THEN ${stuckSql} END`;
  if (type.name === "Float" && column.type === "Int") return `${sql}::text`;
  return unplanned(`${type.name} of a column ${column.type}`);
}

const isPlain = ({ kind, type }: Column, leaf: GraphQLLeafType) => kind === "scalar" && type === "String" && plain.has(leaf.name);

/** Whether the graph tells the database's own values, under their own names. */
const isSameEnum = ({ kind }: Column, leaf: GraphQLLeafType) =>
  kind === "enum" && leaf instanceof GraphQLEnumType && leaf.getValues().every(({ name, value }) => name === value);
