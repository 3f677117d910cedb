/** Numbers that a verb's own SQL finds. It stands in the statement with its parameters, whose values are asked of the verb for each answer; what it leaves to a rule is a hole, and the same rule fills it. */
import type { FieldNode, GraphQLObjectType } from "graphql";
import { Prisma } from "../db/generated/prisma/client.ts";
import type { PlannedValue } from "../graph/pages/planned-value.ts";
import { holeSql, type Asker, type Level, type Making, type Verb } from "./making.ts";
import { argumentsOf, fieldOf } from "./operation.ts";
import { stuckSql } from "./sql/leaf.ts";
import { written } from "./sql/shape.ts";
import type { Use } from "./sql/statement.ts";
import { unplanned } from "./sql/unplanned.ts";

export function verbSql(
  making: Making,
  planned: PlannedValue,
  parentType: GraphQLObjectType,
  nodes: readonly FieldNode[],
  level: Level,
): string {
  const field = fieldOf(parentType, nodes[0]!);
  const id = Prisma.raw(`${level.alias}."id"`);
  const sql = ({ operation, context }: Asker) => planned.sql(id, argumentsOf(operation, field, nodes[0]!) as never, context);
  const { text, strings } = sql({ operation: making.operation, context: making.asking });
  const found = making.statement.alias();
  const open =
    planned.judge === null ? stuckSql : holeSql(making, { kind: "open", parentType, nodes, judge: planned.judge }, `${found}."open"`);
  return `(SELECT COALESCE(${found}."known", ${open}) FROM (${making.statement.verb({ text, sql }, strings)}) ${found})`;
}

/** The values of a statement's parameters. @throws Unplanned when a verb says something else this time */
export function valuesFor(uses: readonly Use<Verb>[], taken: (at: number) => unknown, asker: Asker): unknown[] {
  const made = new Map<Verb, readonly unknown[]>();
  const valuesOf = (verb: Verb) => {
    const { text, values } = verb.sql(asker);
    if (text !== verb.text) return unplanned("another question of the verb");
    made.set(verb, values);
    return values;
  };
  return uses.map((use) => (typeof use === "number" ? taken(use) : written((made.get(use.verb) ?? valuesOf(use.verb))[use.at])));
}
