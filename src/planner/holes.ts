/**
 * What only a rule can say stands in the statement's answer as a hole: the columns that its resolver reads. That very resolver fills it. Loaders see all holes of an answer at once, so that each sends one
 * statement, as ever.
 */
import { completeValue, type MaybePromise } from "@pothos/core";
import {
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from "graphql";
import type { Context } from "../graph/base/context.ts";
import type { Page } from "../graph/pages/page.ts";
import type { PlannedList } from "../graph/pages/related-list.ts";
import type { PlannedValue } from "../graph/pages/planned-value.ts";
import { argumentsOf, fieldOf, fieldsOf, infoOf, setsOf, type Arguments, type Fields, type Operation } from "./operation.ts";
import { tableOf } from "./sql/tables.ts";
import { unplanned } from "./sql/unplanned.ts";

type Place = { readonly parentType: GraphQLObjectType; readonly nodes: readonly FieldNode[] };
export type Hole =
  | (Place & { readonly kind: "value"; readonly model: string })
  /** The cursor of a row, in the list of a field; the root's page is made before. */
  | (Place & { readonly kind: "cursor"; readonly model: string; readonly list: PlannedList | null })
  /** What a verb has found, and a rule judges. */
  | (Place & { readonly kind: "open"; readonly judge: NonNullable<PlannedValue["judge"]> });

/** Where this character stands in an answer a hole begins, and ends. */
const edge = "\u0001";
export const edgeSql = "chr(1)";

/** What one answer has in hand: how each field is asked is found once, however many rows ask it. */
type Answering = {
  readonly operation: Operation;
  readonly context: Context;
  readonly page: Page | null;
  readonly pages: Map<Hole, Page>;
  readonly asked: Map<readonly FieldNode[], Asked>;
};
type Asked = {
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Arguments;
  readonly info: GraphQLResolveInfo;
  readonly resolve: GraphQLFieldResolver<unknown, Context>;
};

/** The text with its holes filled. @throws Unplanned when one is filled with what may not stand there */
export function filled(
  text: string,
  holes: readonly Hole[],
  operation: Operation,
  context: Context,
  page: Page | null,
): MaybePromise<string> {
  if (holes.length === 0) return text;
  const answering: Answering = { operation, context, page, pages: new Map(), asked: new Map() };
  let at = 0;
  const tell = (part: string) => (at++ % 2 === 0 ? part : fill(part, holes, answering));
  return joined(text.split(edge), tell, (parts) => parts.join(""));
}

function fill(open: string, holes: readonly Hole[], answering: Answering): MaybePromise<string> {
  const colon = open.indexOf(":");
  const hole = holes[Number(open.slice(0, colon))]!;
  const found = open.slice(colon + 1);
  if (hole.kind === "open") return judged(hole, found, answering);
  const row: unknown = JSON.parse(found);
  if (hole.kind === "value") return valueOf(hole, revived(hole.model, row as Row), answering);
  const { of, owner } = row as { of: Row; owner: string | null };
  const page = answering.pages.get(hole) ?? pageOf(hole, answering);
  answering.pages.set(hole, page);
  return JSON.stringify(page.cursorOf(revived(hole.model, of) as never, owner));
}

/**
 * What is told of each, put together once all of it is there. Most of it is at once, and a promise for each value takes longer than the value. What fails does so when all have begun: none is left that nobody waits for.
 */
function joined<Item>(
  items: Iterable<Item>,
  tell: (item: Item) => MaybePromise<string>,
  join: (texts: readonly string[]) => string,
): MaybePromise<string> {
  const texts: MaybePromise<string>[] = [];
  let waits = false;
  for (const item of items) {
    try {
      texts.push(tell(item));
    } catch (error) {
      texts.push(Promise.reject(error));
    }
    waits ||= typeof texts.at(-1) !== "string";
  }
  return waits ? Promise.all(texts.map(async (text) => text)).then(join) : join(texts as string[]);
}

function judged({ parentType, nodes, judge }: Hole & { kind: "open" }, open: string, answering: Answering): MaybePromise<string> {
  const { field, args } = askedOf(answering, parentType, nodes);
  return completeValue(judge(open, args as never, answering.context), (value) => written(field.type, nodes, value, answering));
}

function pageOf(hole: Hole & { kind: "cursor" }, { operation, context, page }: Answering): Page {
  if (hole.list === null) return page ?? unplanned("a cursor without a page");
  const field = fieldOf(hole.parentType, hole.nodes[0]!);
  return hole.list.page(argumentsOf(operation, field, hole.nodes[0]!), context, field.name).page;
}

/** The resolver as it was written, without what looks for rows to load: the row has what it asks for. */
export const resolverOf = (field: GraphQLField<unknown, unknown>) =>
  (field.extensions["pothosOriginalResolve"] ?? field.resolve) as GraphQLFieldResolver<unknown, Context> | undefined;

function askedOf({ operation, asked }: Answering, parentType: GraphQLObjectType, nodes: readonly FieldNode[]): Asked {
  const known = asked.get(nodes);
  if (known?.parentType === parentType) return known;
  const field = fieldOf(parentType, nodes[0]!);
  const made: Asked = {
    ...{ parentType, field, args: argumentsOf(operation, field, nodes[0]!), info: infoOf(operation, field, nodes, parentType) },
    resolve: resolverOf(field) ?? ((parent) => (parent as Row)[field.name]),
  };
  asked.set(nodes, made);
  return made;
}

function valueOf({ parentType, nodes }: Place, row: unknown, answering: Answering): MaybePromise<string> {
  const { field, args, info, resolve } = askedOf(answering, parentType, nodes);
  return completeValue(resolve(row, args, answering.context, info), (value) => written(field.type, nodes, value, answering));
}

function written(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, answering: Answering): MaybePromise<string> {
  if (isNonNullType(type)) return value == null ? unplanned("null where none may stand") : written(type.ofType, nodes, value, answering);
  if (value == null) return "null";
  if (isListType(type)) {
    const tell = (item: unknown) => written(type.ofType, nodes, item, answering);
    return joined(value as readonly unknown[], tell, (texts) => `[${texts.join(",")}]`);
  }
  if (isLeafType(type)) return JSON.stringify(type.coerceOutputValue(value)) ?? unplanned("no JSON");
  if (!isObjectType(type) || type.extensions["pothosOptions"] === undefined) return unplanned(`a value of the type ${String(type)}`);
  const tell = ([key, below]: [string, readonly FieldNode[]]) => {
    const start = `${JSON.stringify(key)}:`;
    if (below[0]!.name.value === "__typename") return `${start}${JSON.stringify(type.name)}`;
    if (isRow(type) && columnsRead(fieldOf(type, below[0]!))!.some((column) => !(column in (value as Row))))
      return unplanned(`a row without what ${key} tells`);
    return completeValue(valueOf({ parentType: type, nodes: below }, value, answering), (text) => `${start}${text}`);
  };
  return joined(toldOf(answering.operation, type, nodes), tell, (texts) => `{${texts.join(",")}}`);
}

/** An object that is no row of a table. */
const isWritable = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && type.extensions["pothosPrismaModel"] === undefined && type.extensions["pothosOptions"] !== undefined;

/** What is asked of an object in a hole: the same of all its rows. A plan is made for one way in which `@skip` and `@include` fall, and so are its nodes. */
const told = new WeakMap<readonly FieldNode[], { readonly type: GraphQLObjectType; readonly fields: Fields }>();

function toldOf(operation: Operation, type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields {
  const known = told.get(nodes);
  if (known?.type === type) return known.fields;
  const fields = fieldsOf(operation, type, setsOf(nodes));
  told.set(nodes, { type, fields });
  return fields;
}

/** A row that a resolver has found. */
const isRow = (type: unknown): type is GraphQLObjectType => isObjectType(type) && type.extensions["pothosPrismaModel"] !== undefined;

/** Whether a value of the type can stand in a hole, with what is asked of it. */
export function canBeWritten(operation: Operation, type: GraphQLOutputType, nodes: readonly FieldNode[]): boolean {
  const named = getNamedType(type);
  if (isLeafType(named)) return true;
  if (!isWritable(named) && !isRow(named)) return false;
  // Of a row by a rule nothing is told but its columns.
  const isTold = (field: GraphQLField<unknown, unknown>) =>
    !isRow(named) || (columnsRead(field) !== null && !isRow(getNamedType(field.type)));
  return [...fieldsOf(operation, named, setsOf(nodes))].every(
    ([, below]) =>
      below[0]!.name.value === "__typename" ||
      (isTold(fieldOf(named, below[0]!)) && canBeWritten(operation, fieldOf(named, below[0]!).type, below)),
  );
}

/** The columns that a field tells of its row; null when it tells more. */
export function columnsRead(field: GraphQLField<unknown, unknown>): readonly string[] | null {
  if (field.name === "id") return ["id"];
  const exposed = field.extensions["pothosExposedField"] as string | undefined;
  if (exposed !== undefined) return [exposed];
  const select = field.extensions["pothosPrismaSelect"];
  if (typeof select !== "object" || select === null) return null;
  return Object.values(select).every((chosen) => chosen === true) ? Object.keys(select) : null;
}

type Row = Record<string, unknown>;

/** As Prisma gives it. */
function revived(model: string, row: Row): Row {
  const { columns, relations } = tableOf(model);
  for (const [name, value] of Object.entries(row)) {
    if (value === null) {
      if (columns.get(name)?.list === true) row[name] = [];
      continue;
    }
    const relation = relations.get(name);
    if (relation !== undefined)
      row[name] = Array.isArray(value) ? value.map((each: Row) => revived(relation.to, each)) : revived(relation.to, value as Row);
    else if (columns.get(name)?.type === "DateTime") row[name] = new Date(value as string);
  }
  return row;
}
