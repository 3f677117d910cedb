/**
 * Lists of what belongs to a row, read with the row: in the same statement, however many rows there are.
 *
 * Pothos' own `relatedConnection` pages by Prisma's cursor. Its planning is kept here (a field says what it needs of its parent's row, and Pothos joins what all fields need), and the page is ours. The two
 * extensions are how the plugin's own connections say it: unlike the option `select`, they are told which fields of the connection are asked for.
 */
import type { FieldRef, InputFieldMap, InputShapeFromFields, InterfaceRef, ObjectRef } from "@pothos/core";
import { getModel, type PrismaModelTypes } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import type { Types } from "./connection.ts";
import { builder } from "../base/builder.ts";
import type { Context } from "../base/context.ts";
import type { Order, Ranks } from "./keyset.ts";
import { pageOf, toConnection, type PageQuery, type Row } from "./page.ts";

type Rows = { readonly where: object; readonly order: Order; readonly ranks?: Ranks };
type Selection = PageQuery & { readonly select?: object };
type Plan = (query: PageQuery, path: readonly string[]) => Selection;
/** Which fields of the connection are asked for, by name; or what stands at a path below it. */
type Asked = { (): ReadonlySet<string>; (path: readonly string[]): object | null };
type Position = { readonly field: { readonly name: string } };
type Parent = Row & { readonly _count?: Readonly<Record<string, number>> };
type Delegate = { findUnique(query: object): Promise<Record<string, Row[]> | null> };

const cursorPaths = [
  ["edges", "cursor"],
  ["pageInfo", "startCursor"],
  ["pageInfo", "endCursor"],
];

/** A connection over a relation of the parent's row. `rows` says which of them the viewer may see, and in which order. */
export function relatedList<Model extends PrismaModelTypes, Shape extends object, Args extends InputFieldMap = {}>(
  t: PothosSchemaTypes.PrismaObjectFieldBuilder<Types, Model, Shape>,
  relation: Model["ListRelations"] & string,
  options: {
    readonly type: ObjectRef<Types, unknown> | InterfaceRef<Types, unknown>;
    readonly description?: string;
    readonly args?: Args;
    readonly rows: (args: InputShapeFromFields<Args>, context: Context) => Rows;
  },
  connection: ObjectRef<Types, unknown>,
): FieldRef<Types> {
  const { rows, ...field } = options;
  const { typename, model } = t;
  const related = getModel(model, builder).fields.find(({ name }) => name === relation)!.type;
  const hasVisibility = getModel(related, builder).fields.some(({ name }) => name === "visibility");
  const pageFor = (args: object, context: Context, fieldName: string) => {
    const { where, order, ranks } = rows(args as InputShapeFromFields<Args>, context);
    return { where, page: pageOf(context, args, { name: `${typename}.${fieldName}`, where, order, ranks }) };
  };

  const select = (args: object, context: Context, plan: Plan, asked: Asked, { field: { name } }: Position) => {
    const { where, page } = pageFor(args, context, name);
    const wanted = asked();
    const selection = plan(page.query, ["edges", "node"]);
    // Every column is one more in the JSON of each row.
    const withCursors = cursorPaths.some((path) => asked(path) !== null);
    const columns = withCursors ? [...(hasVisibility ? ["visibility"] : []), ...page.columns] : ["id"];
    return {
      select: {
        ...(wanted.has("totalCount") ? { _count: { select: { [relation]: { where } } } } : {}),
        ...(wanted.has("edges") || wanted.has("pageInfo")
          ? {
              [relation]: selection.select
                ? { ...selection, select: { ...Object.fromEntries(columns.map((column) => [column, true])), ...selection.select } }
                : selection,
            }
          : {}),
      },
    };
  };
  const loaded = (parent: Parent & Record<string, unknown>) => parent[relation] !== undefined || parent._count?.[relation] !== undefined;

  return t.connection(
    {
      ...field,
      extensions: { pothosPrismaSelect: select, pothosPrismaLoaded: loaded },
      resolve: (parent: Parent, args: object, context: Context, { fieldName }: GraphQLResolveInfo) => {
        const { page } = pageFor(args, context, fieldName);
        const exists = ({ where }: { where: never }) => any(context, model, context.standIns.get(parent.id) ?? parent.id, relation, where);
        const found = () => (parent as unknown as Record<string, Row[]>)[relation] ?? [];
        return toConnection(page, parent.id, found, exists, parent._count?.[relation]);
      },
    } as never,
    connection as never,
  );
}

/** Whether a record has any related ones under a condition. A cursor is of one record's list, so that there is no second record to ask for. */
async function any({ prisma }: Context, model: string, id: string, relation: string, where: object): Promise<boolean> {
  const delegate = (prisma as unknown as Record<string, Delegate>)[`${model[0]!.toLowerCase()}${model.slice(1)}`]!;
  const row = await delegate.findUnique({ where: { id }, select: { [relation]: { where, take: 1, select: { id: true } } } });
  return row !== null && row[relation]!.length > 0;
}
