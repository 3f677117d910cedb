/** A Prisma `where` as SQL: the rules of who sees what, of filters and of pages are written once, as such. An operator that is not in use anywhere is not known here. */
import { Taken, type Where } from "./shape.ts";
import { literal, quoted, tableOf, type Column, type Relation, type Table } from "./tables.ts";
import { unplanned } from "./unplanned.ts";
import type { Statement } from "./statement.ts";

const comparisons = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/** A condition on the table's row under the alias. */
export function whereSql(statement: Statement, table: Table, alias: string, where: Where): string {
  return allOf(Object.entries(where).map(([name, value]) => conditionSql(statement, table, alias, name, value)));
}

function conditionSql(statement: Statement, table: Table, alias: string, name: string, value: unknown): string {
  if (name === "AND" || name === "OR") {
    const parts = (value as readonly Where[]).map((each) => whereSql(statement, table, alias, each));
    if (name === "AND") return allOf(parts);
    // To Prisma an empty condition among alternatives is none.
    if (parts.includes("TRUE")) unplanned("an alternative without a condition");
    return parts.length === 0 ? "FALSE" : `(${parts.join(" OR ")})`;
  }
  if (name === "NOT") {
    const parts = (value as readonly Where[]).map((each) => {
      // Prisma joins what a relation leads to, and NOT of nothing joined is another thing than NOT EXISTS.
      if (Object.keys(each).some((field) => !table.columns.has(field) && table.relations.get(field)?.list !== true))
        unplanned("NOT of more than columns");
      return whereSql(statement, table, alias, each);
    });
    return allOf(parts.map((part) => (part === "TRUE" ? unplanned("NOT of nothing") : `NOT (${part})`)));
  }
  const relation = table.relations.get(name);
  if (relation !== undefined) return relationSql(statement, alias, relation, value as Where | null);
  const column = table.columns.get(name) ?? unplanned(`no condition ${name}`);
  return columnSql(statement, column, `${alias}.${quoted(name)}`, value);
}

/** Conditions that hold anyway are left out. */
export function allOf(conditions: readonly string[]): string {
  const all = conditions.filter((each) => each !== "TRUE");
  return all.length === 0 ? "TRUE" : all.length === 1 ? all[0]! : `(${all.join(" AND ")})`;
}

function relationSql(statement: Statement, alias: string, relation: Relation, value: Where | null): string {
  const other = tableOf(relation.to);
  if (value === null)
    return "here" in relation.key ? `${alias}.${quoted(relation.key.here)} IS NULL` : unplanned(`${relation.name} is null`);
  const exists = (where: Where) => {
    const there = statement.alias();
    const { from, on } = joined(statement, relation, alias, there);
    return `EXISTS (SELECT FROM ${from} WHERE ${allOf([on, whereSql(statement, other, there, where)])})`;
  };
  if (!relation.list) return exists(value);
  const parts = Object.entries(value).map(([how, where]) => {
    if (how === "some") return exists(where as Where);
    if (how === "none") return `NOT ${exists(where as Where)}`;
    return unplanned(`a relation with ${how}`);
  });
  return parts.join(" AND ");
}

/** What stands in FROM to reach the related rows under an alias, and the condition that they are this row's. */
export function joined(statement: Statement, { to, key }: Relation, alias: string, there: string): { from: string; on: string } {
  const table = `${quoted(to)} ${there}`;
  if ("here" in key) return { from: table, on: `${there}."id" = ${alias}.${quoted(key.here)}` };
  if ("there" in key) return { from: table, on: `${there}.${quoted(key.there)} = ${alias}."id"` };
  const between = statement.alias();
  return {
    from: `${quoted(key.between)} ${between} JOIN ${table} ON ${there}."id" = ${between}.${quoted(key.to)}`,
    on: `${between}.${quoted(key.from)} = ${alias}."id"`,
  };
}

function columnSql(statement: Statement, column: Column, sql: string, value: unknown): string {
  const operand = (each: unknown) => (each instanceof Taken ? statement.value(each) : written(each));
  if (value === null) return `${sql} IS NULL`;
  if (typeof value !== "object" || value instanceof Taken) return `${sql} = ${operand(value)}`;
  const parts = Object.entries(value).map(([operator, each]: [string, unknown]) => {
    if (operator in comparisons && each instanceof Taken && !column.list)
      return `${sql} ${comparisons[operator as keyof typeof comparisons]} ${operand(each)}`;
    if (operator === "equals" && !column.list) return each === null ? `${sql} IS NULL` : `${sql} = ${operand(each)}`;
    if (operator === "not" && each === null) return `${sql} IS NOT NULL`;
    if (operator === "in") return inSql(sql, each, operand);
    if (operator === "contains" && each instanceof Taken) return `${sql} LIKE ${operand(each)}`;
    if (operator === "has" && each !== null)
      return `${sql} @> ARRAY[${operand(each)}]::${column.kind === "enum" ? quoted(column.type) : "text"}[]`;
    return unplanned(`the operator ${operator}`);
  });
  return parts.length === 0 ? "TRUE" : parts.length === 1 ? parts[0]! : `(${parts.join(" AND ")})`;
}

/** A single value is compared, so that an index keeps its order behind the column. */
function inSql(sql: string, each: unknown, operand: (value: unknown) => string): string {
  if (each instanceof Taken) return `${sql} = ANY (${operand(each)})`;
  const values = each as readonly unknown[];
  if (values.length === 0) return "FALSE";
  return values.length === 1 ? `${sql} = ${operand(values[0])}` : `${sql} IN (${values.map(operand).join(", ")})`;
}

function written(value: unknown): string {
  if (typeof value === "string") return literal(value);
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  return unplanned(`a value that is ${typeof value}`);
}
