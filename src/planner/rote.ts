/**
 * What need not be rehearsed again: a root field whose rehearsals, with whatever ids, text and moment, differ in nothing but that these stand in the query. That is tried with others before it is relied upon. Where a
 * resolver looks something up first it is not; of two moments neither may be free, for which is the earlier may matter.
 */
import { getNullableType, Kind, typeFromAST, type GraphQLSchema, type TypeNode } from "graphql";
import { randomInt, randomUUID } from "node:crypto";
import type { Context } from "../graph/base/context.ts";
import { decodeId, encodeId } from "../graph/base/ids.ts";
import { pageOf, type Page } from "../graph/pages/page.ts";
import { argumentsOf, fieldOf, type Operation } from "./operation.ts";
import { keyOf, type Asking, type Plan, type Root } from "./plan.ts";
import { written } from "./sql/shape.ts";

/** A variable whose value may be another one each time, and what of it stands in the query. */
type Free = { readonly name: string; readonly kind: string; readonly stands: string; other(): string };
type Side = "after" | "before";
/** Where a value comes from: a variable, one of the values that the list's cursor holds, or nowhere. */
type Source = { readonly variable: string } | { readonly cursor: Side; readonly at: number } | { readonly always: unknown };
/** `list`: of which the page is made that belongs to an answer. */
export type Rote = { readonly plan: Plan; readonly sources: ReadonlyMap<number, Source>; readonly list: Page["of"] | null };

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

const typeNames = new WeakMap<TypeNode, string>();

function typeName(schema: GraphQLSchema, node: TypeNode): string {
  const name = typeNames.get(node) ?? String(getNullableType(typeFromAST(schema, node as never)));
  typeNames.set(node, name);
  return name;
}

function freeAs(name: string, type: string, value: unknown): Free | null {
  if (type === "DateTime" && value instanceof Date) {
    return { name, kind: "moment", stands: value.toISOString(), other: otherMoment };
  }
  // Not as it would stand in a query had anybody folded, trimmed or escaped it.
  if (type === "String" && typeof value === "string" && value !== "") return { name, kind: "text", stands: value, other: otherText };
  if (type !== "ID" || typeof value !== "string") return null;
  try {
    const { typename, id } = decodeId(value);
    return { name, kind: `id ${typename}`, stands: id, other: () => encodeId(typename, randomUUID()) };
  } catch {
    return null;
  }
}

const otherMoment = () =>
  new Date(Date.UTC(randomInt(1950, 2080), randomInt(12), randomInt(1, 28), randomInt(24), randomInt(60))).toISOString();
const otherText = () => ` Ä%_\\${randomUUID()} `;

/** Null where it has to be rehearsed each time. `again` rehearses with other values of the free variables. */
export async function learn(
  plan: Plan,
  asked: Asking,
  context: Context,
  { free }: Freedom,
  again: (variables: Readonly<Record<string, string>>) => Promise<Asking>,
): Promise<Rote | null> {
  const { page, lookedUp } = asked.rehearsed;
  const cursors = cursorsOf(asked);
  // By the rank of an enum's value a cursor decides what is asked.
  if (lookedUp || (cursors.length > 0 && page?.of.ranks !== undefined)) return null;
  const others: { readonly standing: readonly Standing[]; readonly values: readonly unknown[] }[] = [];
  for (let many = 0; many < 2; many += 1) {
    const given = Object.fromEntries([...free.values()].map((each) => [each.name, each.other()]));
    for (const { variable, side } of cursors) given[variable] = otherCursor(page!, side);
    const other = await again(given);
    if (keyOf(other, context) !== keyOf(asked, context)) return null;
    others.push({ standing: standingIn(other, freedomOf(other.operation, context)), values: valuesOf(other) });
  }
  const [values, standing] = [valuesOf(asked), standingIn(asked, { free })];
  const sources = new Map<number, Source>();
  for (const at of plan.uses) {
    if (typeof at !== "number") continue;
    const from = standing.findIndex(
      ({ value }, nth) => values[at] === value && others.every((other) => other.values[at] === other.standing[nth]!.value),
    );
    if (from === -1 && others.some((other) => JSON.stringify(other.values[at]) !== JSON.stringify(values[at]))) return null;
    sources.set(at, from === -1 ? { always: values[at] } : standing[from]!.source);
  }
  return { plan, sources, list: page?.of ?? null };
}

/** The variables in which the cursors of the list come. */
function cursorsOf({ nodes: [node], rehearsed: { page } }: Asking): { readonly variable: string; readonly side: Side }[] {
  return sides.flatMap((side) => {
    const value = node!.arguments?.find(({ name }) => name.value === side)?.value;
    return page !== null && page.places[side].length > 0 && value?.kind === Kind.VARIABLE ? [{ variable: value.name.value, side }] : [];
  });
}

const sides: readonly Side[] = ["after", "before"];

/** A cursor of another place in the list, that no row has. */
function otherCursor(page: Page, side: Side): string {
  const row = Object.fromEntries(page.columns.map((column, at) => [column, otherThan(page.places[side][at]!)]));
  return page.cursorOf(row as never, null);
}

function otherThan(value: Page["places"][Side][number]): typeof value {
  if (typeof value === "string") return isUuid.test(value) ? randomUUID() : otherText();
  if (value instanceof Date) return new Date(otherMoment());
  const other = randomInt(1_000_000, 1_000_000_000);
  return typeof value === "bigint" ? BigInt(other) : other;
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What may stand in the query, and where it comes from: the same of each rehearsal, in the same order. */
type Standing = { readonly source: Source; readonly value: unknown };

function standingIn({ rehearsed: { page } }: Asking, { free }: Pick<Freedom, "free">): Standing[] {
  const places = sides.flatMap((cursor) =>
    (page?.places[cursor] ?? []).map((value, at) => ({ source: { cursor, at }, value: written(value) })),
  );
  return [...places, ...[...free.values()].map(({ name, stands }) => ({ source: { variable: name }, value: stands }))];
}

export const valuesOf = ({ shape, counted }: Asking): readonly unknown[] =>
  counted === null ? shape.values : [...shape.values, ...counted.values];

/** The page that is asked for this time; null where there are none. @throws CursorInvalid */
export function pageByRote({ list }: Rote, { operation, type, nodes }: Root, context: Context): Page | null {
  if (list === null) return null;
  const page = pageOf(context, argumentsOf(operation, fieldOf(type, nodes[0]!), nodes[0]!), { ...list, where: {} });
  page.checkOwner(null);
  return page;
}

/** The value that stands in the query, this time. */
export const valueByRote =
  ({ sources }: Rote, { free }: Freedom, page: Page | null) =>
  (at: number): unknown => {
    const source = sources.get(at)!;
    if ("always" in source) return source.always;
    return "cursor" in source ? written(page!.places[source.cursor][source.at]) : free.get(source.variable)!.stands;
  };
