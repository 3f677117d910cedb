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
import { inOrderOf, type Order, type Ranks } from "./keyset.ts";
import { momentOf, pastRelated, type PastArguments } from "./past-related.ts";
import { pageOf, toConnection, type Page, type PageQuery, type Row } from "./page.ts";

type Rows = { readonly where: object; readonly order: Order; readonly ranks?: Ranks };
/** The rows that stand between a parent and others of its kind to whom the related ones belong: a list of them, under a condition, and the relation from there. */
export type Way = { readonly list: string; readonly to: string };
type Selection = PageQuery & { readonly select?: object };
type Plan = (query: PageQuery, path: readonly string[]) => Selection;
/** Which fields of the connection are asked for, by name; or what stands at a path below it. */
type Asked = { (): ReadonlySet<string>; (path: readonly string[]): object | null };
type Position = { readonly field: { readonly name: string } };
type Parent = Row & { readonly _count?: Readonly<Record<string, number>> };
/** What the planner (src/planner) has to know of such a field. */
export type PlannedList = {
  readonly relation: string;
  readonly through: Way | null;
  page(args: object, context: Context, fieldName: string): { readonly page: Page; readonly way: (Way & { readonly where: object }) | null };
};
type Delegate = { findUnique(query: object): Promise<Parent | null> };

const cursorPaths = [
  ["edges", "cursor"],
  ["pageInfo", "startCursor"],
  ["pageInfo", "endCursor"],
];

/**
 * A connection over a relation of the parent's row. `rows` says which of them the viewer may see, and in which order. With `through`, over the same relation of all to whom the way leads, as of a facility with
 * its parts: of each as much as a page holds is read, and the page is made of them all.
 */
export function relatedList<Model extends PrismaModelTypes, Shape extends object, Args extends InputFieldMap = {}>(
  t: PothosSchemaTypes.PrismaObjectFieldBuilder<Types, Model, Shape>,
  relation: Model["ListRelations"] & string,
  options: {
    readonly type: ObjectRef<Types, unknown> | InterfaceRef<Types, unknown>;
    readonly description?: string;
    readonly args?: Args;
    readonly rows: (args: InputShapeFromFields<Args>, context: Context) => Rows;
    readonly through?: Way & { readonly where: (args: InputShapeFromFields<Args>, context: Context) => object };
  },
  connection: ObjectRef<Types, unknown>,
): FieldRef<Types> {
  const { rows, through, ...field } = options;
  const { typename, model } = t;
  const related = getModel(model, builder).fields.find(({ name }) => name === relation)!.type;
  const hasVisibility = getModel(related, builder).fields.some(({ name }) => name === "visibility");
  const pageFor = (args: object, context: Context, fieldName: string) => {
    const { where, order, ranks } = rows(args as InputShapeFromFields<Args>, context);
    const way = through === undefined ? null : { ...through, where: through.where(args as InputShapeFromFields<Args>, context) };
    return { where, way, page: pageOf(context, args, { name: `${typename}.${fieldName}`, where, order, ranks }) };
  };

  const select = (args: object, context: Context, plan: Plan, asked: Asked, { field: { name } }: Position) => {
    // What belonged to it at a moment is found by other ways than those of now (past-related.ts).
    if ((args as PastArguments).knownAt != null) return { select: { id: true } };
    const { where, way, page } = pageFor(args, context, name);
    const wanted = asked();
    const selection = plan(page.query, ["edges", "node"]);
    // Every column is one more in the JSON of each row.
    const withCursors = way !== null || cursorPaths.some((path) => asked(path) !== null);
    const columns = withCursors ? [...(hasVisibility ? ["visibility"] : []), ...page.columns] : ["id"];
    return {
      select: along(way, {
        // Of those between something is read, also where nothing of the list is asked for.
        ...(way === null ? {} : { id: true }),
        ...(wanted.has("totalCount") ? { _count: { select: { [relation]: { where } } } } : {}),
        ...(wanted.has("edges") || wanted.has("pageInfo")
          ? {
              [relation]: selection.select
                ? { ...selection, select: { ...Object.fromEntries(columns.map((column) => [column, true])), ...selection.select } }
                : selection,
            }
          : {}),
      }),
    };
  };
  const plannedList: PlannedList = { relation, through: through ?? null, page: pageFor };
  const loaded = (parent: Parent, info: GraphQLResolveInfo) =>
    momentOf(info) !== null ||
    endsOf(parent, through ?? null).some((end) => end[relation] !== undefined || end._count?.[relation] !== undefined);

  return t.connection(
    {
      ...field,
      extensions: { pothosPrismaSelect: select, pothosPrismaLoaded: loaded, plannedList },
      resolve: (parent: Parent, args: PastArguments, context: Context, info: GraphQLResolveInfo) => {
        const { where, way, page } = pageFor(args, context, info.fieldName);
        if (args.knownAt != null)
          return pastRelated(
            context,
            info,
            args,
            { ...{ model: model as never, relation, page, where }, ofPlace: way !== null },
            parent.id,
          );
        const exists = ({ where }: { where: never }) =>
          any(context, model, context.standIns.get(parent.id) ?? parent.id, relation, where, way);
        const ends = endsOf(parent, way);
        const found = () => {
          const read = ends.flatMap((end) => (end[relation] as Row[] | undefined) ?? []);
          return way === null ? read : read.toSorted(inOrderOf(page.query.orderBy)).slice(0, page.query.take);
        };
        const counts = ends.flatMap(({ _count }) => _count?.[relation] ?? []);
        return toConnection(page, parent.id, found, exists, counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count));
      },
    } as never,
    connection as never,
  );
}

/** What is selected of those to whom a way leads, as a selection of the row from which it starts. */
const along = (way: (Way & { readonly where: object }) | null, select: object): object =>
  way === null ? select : { [way.list]: { where: way.where, select: { [way.to]: { select } } } };

type End = { readonly _count?: Readonly<Record<string, number>>; readonly [relation: string]: unknown };
/** Those to whom a way leads, as they were read. */
function endsOf(parent: Parent, way: Way | null): readonly End[] {
  if (way === null) return [parent];
  const between = (parent as unknown as Record<string, Record<string, End>[] | undefined>)[way.list] ?? [];
  return between.map((row) => row[way.to]!);
}

/** Whether a record has any related ones under a condition. A cursor is of one record's list, so that there is no second record to ask for. */
async function any(
  { prisma }: Context,
  model: string,
  id: string,
  relation: string,
  where: object,
  way: Parameters<typeof along>[0],
): Promise<boolean> {
  const delegate = (prisma as unknown as Record<string, Delegate>)[`${model[0]!.toLowerCase()}${model.slice(1)}`]!;
  const row = await delegate.findUnique({ where: { id }, select: along(way, { [relation]: { where, take: 1, select: { id: true } } }) });
  return row !== null && endsOf(row, way).some((end) => (end[relation] as Row[]).length > 0);
}
