/** A row as the text of the object that a selection asks of it. */
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  Kind,
} from "graphql";
import { randomUUID } from "node:crypto";
import * as enums from "../db/generated/prisma/enums.ts";
import { encodeId } from "../graph/base/ids.ts";
import type { PlannedValue } from "../graph/pages/planned-value.ts";
import type { PlannedList } from "../graph/pages/related-list.ts";
import { shownBy, whatIsGiven } from "./given.ts";
import { canBeWritten, columnsRead, resolverOf } from "./holes.ts";
import { leafSql, stuckSql } from "./sql/leaf.ts";
import { connectionOfRow } from "./list.ts";
import { holeSql, Level, ownSelection, relatedSql, rowSql, type Making, type Own } from "./making.ts";
import { argumentsOf, fieldOf, fieldsOf, infoOf, setsOf, type Arguments } from "./operation.ts";
import type { Query } from "./sql/shape.ts";
import { inBraces, textSql, type Piece } from "./sql/statement.ts";
import { literal, quoted, type Column } from "./sql/tables.ts";
import { unplanned } from "./sql/unplanned.ts";
import { verbSql } from "./verb.ts";

/** The text of a row as an object of the type; of an interface, as an object of whichever type the row is. */
export async function recordSql(making: Making, type: GraphQLNamedType, nodes: readonly FieldNode[], level: Level): Promise<string> {
  if (isObjectType(type)) return objectSql(making, type, nodes, level);
  if (!isInterfaceType(type)) return unplanned(`the type ${type.name}`);
  const { column, types } = await kindsOf(making, type, level);
  const texts = new Map<string, string[]>();
  const mark = making.statement.mark();
  for (const [value, kind] of types) {
    // Only one of them is read of a row, so that all may have the same aliases: those that say the same are one text.
    making.statement.backTo(mark);
    const text = await objectSql(making, kind, nodes, level);
    texts.set(text, [...(texts.get(text) ?? []), value]);
  }
  if (texts.size === 1) return [...texts.keys()][0]!;
  const cases = [...texts].map(
    ([text, values]) => `WHEN ${level.alias}.${quoted(column)} IN (${values.map(literal).join(", ")}) THEN ${text}`,
  );
  return `CASE ${cases.join(" ")} ELSE ${stuckSql} END`;
}

/** By which column the interface tells its types apart: each value is put to the rule that does. */
async function kindsOf({ operation, context }: Making, type: GraphQLNamedType, level: Level) {
  if (!isInterfaceType(type) || type.resolveType == null) return unplanned("an interface without a rule");
  const selected = Object.keys((type.extensions["pothosPrismaSelect"] as object | undefined) ?? {});
  const column =
    selected.map((name) => level.column(name)).find(({ kind }) => kind === "enum") ?? unplanned("no column that tells the types apart");
  const types: [string, GraphQLObjectType][] = [];
  for (const value of valuesOf(column)) {
    const name = (await type.resolveType(
      { [column.name]: value },
      context,
      { schema: operation.schema } as GraphQLResolveInfo,
      type,
    )) as string;
    const kind = operation.schema.getType(name);
    if (!isObjectType(kind)) return unplanned(`no type for ${value}`);
    types.push([value, kind]);
  }
  return { column: column.name, types };
}

const valuesOf = ({ type }: Column): readonly string[] =>
  Object.values((enums as unknown as Record<string, Record<string, string>>)[type] ?? unplanned(`no enum ${type}`));

async function objectSql(making: Making, type: GraphQLObjectType, nodes: readonly FieldNode[], level: Level): Promise<string> {
  if (type.extensions["pothosPrismaModel"] !== level.table.name) return unplanned(`${type.name} of ${level.table.name}`);
  const pieces: Piece[] = [];
  for (const [key, below] of fieldsOf(making.operation, type, setsOf(nodes))) {
    pieces.push(`${pieces.length === 0 ? "" : ","}${JSON.stringify(key)}:`);
    if (below[0]!.name.value === "__typename") pieces.push(JSON.stringify(type.name));
    else pieces.push({ sql: await fieldSql(making, type, below, level) });
  }
  return textSql(inBraces(pieces));
}

async function fieldSql(making: Making, type: GraphQLObjectType, nodes: readonly FieldNode[], level: Level): Promise<string> {
  const field = fieldOf(type, nodes[0]!);
  const args = argumentsOf(making.operation, field, nodes[0]!);
  const list = field.extensions["plannedList"] as PlannedList | undefined;
  if (list !== undefined) return connectionOfRow(making, type, field, nodes, args, list, level);
  const found = field.extensions["plannedValue"] as PlannedValue | undefined;
  if (found !== undefined) return verbSql(making, found, type, nodes, level);
  const named = getNamedType(field.type);
  if (isLeafType(named)) {
    if (await isOwnId(making, type, field))
      return `'"' || encode(convert_to(${literal(`${type.name}:`)} || ${level.alias}."id", 'UTF8'), 'base64') || '"'`;
    const exposed = field.extensions["pothosExposedField"] as string | undefined;
    if (exposed !== undefined && level.has(exposed)) return await exposedSql(making, type, field, nodes, level, exposed);
  }
  const own = ownSelection(making, field, args);
  if (isLeafType(named)) {
    const column = same(making, type, field, nodes, own, level);
    if (column !== null) return leafSql(column, level.alias, field.type);
  }
  if (named.name === "TimeSpan") {
    const span = spanSql(making, field, nodes, own, level);
    if (span !== null) return span;
  }
  if (named.extensions["pothosPrismaModel"] !== undefined) return relationSql(making, type, field, nodes, args, own, level);
  return holeFor(making, type, nodes, own, level);
}

function holeFor(making: Making, type: GraphQLObjectType, nodes: readonly FieldNode[], own: Own | null, level: Level): string {
  const field = fieldOf(type, nodes[0]!);
  if (field.extensions["pothosOriginalResolve"] === undefined || !canBeWritten(making.operation, field.type, nodes))
    unplanned(`${type.name}.${field.name}`);
  return holeSql(making, { kind: "value", parentType: type, nodes, model: level.table.name }, rowSql(making, level, { id: true, ...own }));
}

async function exposedSql(
  making: Making,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  level: Level,
  exposed: string,
): Promise<string> {
  const column = level.column(exposed);
  try {
    return leafSql(column, level.alias, field.type);
  } catch {
    // A scalar of the graph's own writes it, as of an address.
    return holeFor(making, type, nodes, { [exposed]: true }, level);
  }
}

// PostgreSQL breaks lines of base64 after 76 characters: of 57 bytes.
const longestType = 57 - 37;

/** Whether the field is the id by which the record is known everywhere. */
async function isOwnId({ operation, context }: Making, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): Promise<boolean> {
  if (field.name !== "id" || type.name.length > longestType) return false;
  const id = randomUUID();
  const info = infoOf(operation, field, [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "id" } }], type);
  return (await resolverOf(field)?.({ id }, {}, context, info)) === encodeId(type.name, id);
}

/** The column that the field tells as it is: its resolver gives back each value that the column can have. */
function same(
  { operation, context }: Making,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  own: Own | null,
  level: Level,
): Column | null {
  const [name, ...others] = Object.keys(own ?? {});
  if (name === undefined || others.length > 0 || own![name] !== true) return null;
  const column = level.column(name);
  const values: readonly unknown[] = column.list
    ? []
    : column.kind === "enum"
      ? valuesOf(column)
      : column.type === "Boolean"
        ? [true, false]
        : [];
  const args = argumentsOf(operation, field, nodes[0]!) as never;
  const info = infoOf(operation, field, nodes, type);
  const given = (value: unknown) => resolverOf(field)?.({ [name]: value }, args, context, info);
  const all = column.required ? values : [...values, null];
  return values.length > 0 && all.every((value) => given(value) === value) ? column : null;
}

const spanParts: Readonly<Record<string, string>> = {
  ...{ earliest: "Earliest", latest: "Latest", precision: "Precision", timeZone: "TimeZone", verbatim: "Verbatim" },
};

/** A time of which only columns are told; null when it is none of the five columns, or more is asked of it. */
function spanSql(
  making: Making,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  own: Own | null,
  level: Level,
): string | null {
  const [first, ...others] = Object.keys(own ?? {});
  const prefix = /^(.*)Earliest$/.exec(first ?? "")?.[1] ?? null;
  if (prefix === null || others.length !== 4 || Object.values(spanParts).some((part) => own![`${prefix}${part}`] !== true)) return null;
  const span = getNamedType(field.type) as GraphQLObjectType;
  const pieces: Piece[] = [];
  for (const [key, below] of fieldsOf(making.operation, span, setsOf(nodes))) {
    pieces.push(`${pieces.length === 0 ? "" : ","}${JSON.stringify(key)}:`);
    const asked = below[0]!.name.value;
    if (asked === "__typename") pieces.push(JSON.stringify(span.name));
    else if (spanParts[asked] === undefined) return null;
    else pieces.push({ sql: leafSql(level.column(`${prefix}${spanParts[asked]}`), level.alias, fieldOf(span, below[0]!).type) });
  }
  const text = textSql(inBraces(pieces));
  const none = `${level.alias}.${quoted(`${prefix}Precision`)} IS NULL`;
  if (level.column(`${prefix}Precision`).required) return text;
  return `CASE WHEN ${none} THEN ${isNonNullType(field.type) ? stuckSql : "'null'"} ELSE ${text} END`;
}

async function relationSql(
  making: Making,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  args: Arguments,
  own: Own | null,
  level: Level,
): Promise<string> {
  const relations = Object.entries(own ?? {}).filter((entry): entry is [string, Query] => entry[1] !== true && entry[0] !== "_count");
  const [[name, asked]] = relations.length === 1 ? (relations as [[string, Query]]) : unplanned(`${type.name}.${field.name}`);
  const { relation, query } = level.related(name, asked);
  const there = making.statement.alias();
  const below = new Level(relation.to, there, query);
  const asking = relation.list
    ? whatIsGiven(making, type, field, nodes, args, name).then((given) => ({ given, shown: null }))
    : shownBy(making, type, field, nodes, args, name).then((shown) => ({ given: null, shown }));
  const found = await asking.catch(() => null);
  if (found === null) return ruledSql(making, type, field, nodes, own, level);
  const { given, shown } = found;
  if (given === "some") return chosenSql(making, type, field, nodes, own, level, below);
  if (given === "first" && query.take !== 1) return unplanned("the first of many");
  const rows = relatedSql(making.statement, relation, level.alias, query);
  const text = await recordSql(making, getNamedType(field.type), nodes, below);
  if (given === "all") {
    if (!isListType(isNonNullType(field.type) ? field.type.ofType : field.type)) return unplanned("one of many");
    return `(SELECT '[' || COALESCE(string_agg(COALESCE(${text}, ${stuckSql}), ','), '') || ']' FROM (${rows}) ${there})`;
  }
  const visible = shown === null ? "" : ` WHERE ${there}."visibility" IN (${shown.map(literal).join(", ")})`;
  return `COALESCE((SELECT COALESCE(${text}, ${stuckSql}) FROM (${rows}) ${there}${visible}), ${isNonNullType(field.type) ? stuckSql : "'null'"})`;
}

/** A row that the field's resolver finds by a rule among all that is read for it: of it nothing is told but columns that are read with such rows. */
function ruledSql(
  making: Making,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  own: Own | null,
  level: Level,
): string {
  const named = getNamedType(field.type);
  if (!isObjectType(named) || isListType(isNonNullType(field.type) ? field.type.ofType : field.type))
    return unplanned(`${type.name}.${field.name}`);
  if (!canBeWritten(making.operation, field.type, nodes)) unplanned(`${type.name}.${field.name}`);
  const told = [...fieldsOf(making.operation, named, setsOf(nodes))].flatMap(([, [node]]) =>
    node!.name.value === "__typename" ? [] : columnsRead(fieldOf(named, node!))!,
  );
  const model = named.extensions["pothosPrismaModel"] as string;
  if (!level.reads(own ?? {}, model, told)) unplanned(`rows of ${model} without what is told of them`);
  return holeSql(making, { kind: "value", parentType: type, nodes, model: level.table.name }, rowSql(making, level, { id: true, ...own }));
}

/** Rows of which the field's resolver chooses some: it does so itself, and of them nothing is told but columns that are read with them. */
function chosenSql(
  making: Making,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  own: Own | null,
  level: Level,
  below: Level,
): string {
  const named = getNamedType(field.type) as GraphQLObjectType;
  for (const [, [node]] of fieldsOf(making.operation, named, setsOf(nodes))) {
    if (node!.name.value === "__typename") continue;
    const exposed = fieldOf(named, node!).extensions["pothosExposedField"] as string | undefined;
    if (exposed === undefined || !below.has(exposed)) unplanned(`${named.name}.${node!.name.value} of some rows`);
  }
  return holeSql(making, { kind: "value", parentType: type, nodes, model: level.table.name }, rowSql(making, level, { id: true, ...own }));
}
