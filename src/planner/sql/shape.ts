/**
 * A query for Prisma, with its values taken out: what is left is its shape, which decides the text of the statement. Only values of columns that are no enums are taken out: page sizes, enum values, null and
 * booleans change what is planned.
 */
import { tableOf, type Table } from "./tables.ts";
import { unplanned } from "./unplanned.ts";

/** In the place of a value: the value stands at this index. */
export class Taken {
  readonly at: number;
  constructor(at: number) {
    this.at = at;
  }
}

export type Where = Readonly<Record<string, unknown>>;
export type Query = {
  readonly where?: Where | undefined;
  readonly orderBy?: readonly Readonly<Record<string, "asc" | "desc">>[] | undefined;
  readonly take?: number | undefined;
  readonly select?: Selection | undefined;
};
export type Selection = { readonly [field: string]: true | Query };
export type Shape = { readonly key: string; readonly query: Query; readonly values: readonly unknown[] };

const parts = new Set(["where", "orderBy", "take", "select"]);

/** @throws Unplanned when the query says anything that is not looked after here */
export function shapeOf(model: string, query: object): Shape {
  const values: unknown[] = [];
  let key = `${model} `;
  const take = (value: unknown): unknown => {
    if (value === null || typeof value === "boolean") {
      key += String(value);
      return value;
    }
    key += Array.isArray(value) ? "[?]" : "?";
    return new Taken(values.push(written(value)) - 1);
  };
  const said = <Value>(value: Value): Value => {
    key += JSON.stringify(value);
    return value;
  };
  const conditions = (table: Table, where: object): Where => {
    const made: Record<string, unknown> = {};
    key += "{";
    for (const [name, value] of Object.entries(where)) {
      if (value === undefined) continue;
      key += `${name}:`;
      made[name] = condition(table, name, value);
      key += ",";
    }
    key += "}";
    return made;
  };
  const condition = (table: Table, name: string, value: unknown): unknown => {
    if (name === "AND" || name === "OR" || name === "NOT")
      return (Array.isArray(value) ? value : [value]).map((each: object) => conditions(table, each));
    const relation = table.relations.get(name);
    if (relation !== undefined) {
      if (value === null) return said(null);
      const other = tableOf(relation.to);
      if (!relation.list) return conditions(other, value as object);
      key += "{";
      const quantified = Object.fromEntries(
        Object.entries(value as Record<string, object>).map(([how, where]) => {
          key += `${how}:`;
          return [how, conditions(other, where)];
        }),
      );
      key += "}";
      return quantified;
    }
    const column = table.columns.get(name) ?? unplanned(`${table.name} has no field ${name}`);
    const leaf = column.kind === "enum" ? said : take;
    if (value === null || typeof value !== "object" || value instanceof Date) return leaf(value);
    key += "{";
    const operators = Object.fromEntries(
      Object.entries(value)
        .filter(([, operand]) => operand !== undefined)
        .map(([operator, operand]) => {
          key += `${operator}:`;
          return [operator, operator === "contains" ? take(`%${String(operand)}%`) : leaf(operand as never)];
        }),
    );
    key += "}";
    return operators;
  };
  const queried = (table: Table, asked: object): Query => {
    for (const part of Object.keys(asked)) if (!parts.has(part)) unplanned(`a query with ${part}`);
    const { where, orderBy, take: most, select } = asked as Query;
    const made: { -readonly [Part in keyof Query]: Query[Part] } = {};
    if (where !== undefined) made.where = conditions(table, where);
    if (orderBy !== undefined) made.orderBy = said(Array.isArray(orderBy) ? orderBy : [orderBy as never]);
    if (most !== undefined) made.take = said(most);
    key += "<";
    if (select !== undefined) made.select = selected(table, select);
    key += ">";
    return made;
  };
  const selected = (table: Table, select: Selection): Selection => {
    const made: Record<string, true | Query> = {};
    for (const [name, asked] of Object.entries(select)) {
      key += name;
      if (name === "_count") {
        const { select: counted } = asked as unknown as { select: Record<string, { where: object } | true> };
        const select = Object.entries(counted).map(([relation, counting]) => {
          key += `#${relation}`;
          const where = counting === true ? {} : conditions(tableOf(table.relations.get(relation)!.to), counting.where);
          return [relation, { where }] as const;
        });
        made[name] = { select: Object.fromEntries(select) };
      } else if (asked === true) {
        const relation = table.relations.get(name);
        made[name] = relation === undefined ? true : {};
        key += ",";
      } else made[name] = queried(tableOf(table.relations.get(name)?.to ?? unplanned(`no relation ${name}`)), asked);
    }
    return made;
  };
  const shape = queried(tableOf(model), query);
  return { key, query: shape, values };
}

/** As both engines take it for whatever type the column has. */
export function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  return value instanceof Date ? value.toISOString() : value;
}
