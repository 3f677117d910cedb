/**
 * What need not be rehearsed again: a root field whose rehearsals, with whatever ids, text and moment, differ in nothing but that these stand in the query. That is tried with others before it is relied upon. Where a
 * resolver looks something up first it is not; of two moments neither may be free, for which is the earlier may matter.
 */
import { getNullableType, typeFromAST, type GraphQLSchema } from "graphql";
import { randomInt, randomUUID } from "node:crypto";
import type { Context } from "../graph/base/context.ts";
import { decodeId, encodeId } from "../graph/base/ids.ts";
import type { Operation } from "./operation.ts";
import { keyOf, type Asking, type Plan } from "./plan.ts";

/** A variable whose value may be another one each time, and what of it stands in the query. */
type Free = { readonly name: string; readonly kind: string; readonly stands: string; other(): string };
type Source = { readonly variable: string } | { readonly always: unknown };
export type Rote = { readonly plan: Plan; readonly sources: readonly Source[] };

/** Those of an operation by their names, and everything else that decides what is asked. */
export type Freedom = { readonly free: ReadonlyMap<string, Free>; readonly key: string };

export function freedomOf({ schema, definition, variables }: Operation, { viewer }: Context): Freedom {
  const free = new Map<string, Free>();
  const fixed: unknown[] = [];
  const hasMoment = () => [...free.values()].some(({ kind }) => kind === "moment");
  for (const { variable, type } of definition.variableDefinitions ?? []) {
    const name = variable.name.value;
    const value = variables.coerced[name];
    const found = freeAs(name, typeName(schema, type), value);
    if (found !== null && !(found.kind === "moment" && hasMoment())) free.set(name, found);
    fixed.push(free.get(name)?.kind ?? [value]);
  }
  // Whoever asks may stand in the query, as what is always so.
  return { free, key: JSON.stringify([viewer.actor, viewer.levels, [...viewer.scopes], fixed]) };
}

function typeName(schema: GraphQLSchema, node: Parameters<typeof typeFromAST>[1]): string {
  return String(getNullableType(typeFromAST(schema, node as never)));
}

function freeAs(name: string, type: string, value: unknown): Free | null {
  if (type === "DateTime" && value instanceof Date) {
    const other = () =>
      new Date(Date.UTC(randomInt(1950, 2080), randomInt(12), randomInt(1, 28), randomInt(24), randomInt(60))).toISOString();
    return { name, kind: "moment", stands: value.toISOString(), other };
  }
  // Not as it would stand in a query had anybody folded, trimmed or escaped it.
  if (type === "String" && typeof value === "string" && value !== "")
    return { name, kind: "text", stands: value, other: () => ` Ä%_\\${randomUUID()} ` };
  if (type !== "ID" || typeof value !== "string") return null;
  try {
    const { typename, id } = decodeId(value);
    return { name, kind: `id ${typename}`, stands: id, other: () => encodeId(typename, randomUUID()) };
  } catch {
    return null;
  }
}

/** Null where it has to be rehearsed each time. `again` rehearses with other values of the free variables. */
export async function learn(
  plan: Plan,
  asked: Asking,
  context: Context,
  { free }: Freedom,
  again: (variables: Readonly<Record<string, string>>) => Promise<Asking>,
): Promise<Rote | null> {
  const rootCursor = plan.holes.some((hole) => hole.kind === "cursor" && hole.list === null);
  if (asked.rehearsed.lookedUp || rootCursor) return null;
  const others: { readonly stands: ReadonlyMap<string, string>; readonly values: readonly unknown[] }[] = [];
  for (let many = 0; many < 2; many += 1) {
    const given = Object.fromEntries([...free.values()].map((each) => [each.name, each.other()]));
    const other = await again(given);
    if (keyOf(other, context) !== keyOf(asked, context)) return null;
    const { free: stand } = freedomOf(other.operation, context);
    others.push({ stands: new Map([...stand].map(([name, { stands }]) => [name, stands])), values: valuesOf(other) });
  }
  const values = valuesOf(asked);
  const sources: Source[] = [];
  for (const at of plan.uses) {
    const from = [...free.values()].find(
      ({ name, stands }) => values[at] === stands && others.every((other) => other.values[at] === other.stands.get(name)),
    );
    if (from === undefined && others.some((other) => JSON.stringify(other.values[at]) !== JSON.stringify(values[at]))) return null;
    sources.push(from === undefined ? { always: values[at] } : { variable: from.name });
  }
  return { plan, sources };
}

export const valuesOf = ({ shape, counted }: Asking): readonly unknown[] =>
  counted === null ? shape.values : [...shape.values, ...counted.values];

/** The values of the statement's parameters, this time. */
export const valuesByRote = ({ sources }: Rote, { free }: Freedom): unknown[] =>
  sources.map((source) => ("always" in source ? source.always : free.get(source.variable)!.stands));
