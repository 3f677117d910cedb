/** Lists with a query of their own, at the root or below something that is no row. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import { countThen, pageThen } from "../../domain/history/past-list.ts";
import type { Model } from "../../domain/history/past-tables.ts";
import type { Context } from "../base/context.ts";
import type { Order } from "./keyset.ts";
import { toConnection, pageOf, type Connection, type PageArguments, type PageQuery, type Row } from "./page.ts";
import { rowsAt } from "./past-rows.ts";

type Asked = {
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
  readonly args: PageArguments & { readonly knownAt?: Date | null | undefined };
  /** The record whose list it is, where there is one. */
  readonly owner?: string | null;
};
type List = {
  /** The table, of lists that can be asked for as of a moment. The conditions are of the moment, too: a `where` is read of the tables as they were. */
  readonly of?: Model;
  readonly where: object;
  readonly order: Order;
  /** The columns that are read of every row. */
  readonly columns?: readonly string[];
  /** How many rows it has, where that is known. */
  readonly total?: number;
};

/** The page that the arguments ask for; `find` and `count` are the table's. */
export function listPage<Node extends Row>(
  { context, info, args, owner = null }: Asked,
  { of, where, order, columns: always = ["id", "visibility"], total }: List,
  find: (query: PageQuery) => Promise<readonly Node[]>,
  count: (query: { where: never }) => Promise<number>,
): Connection<Node> {
  const page = pageOf(context, args, { name: `${info.parentType.name}.${info.fieldName}`, order, where });
  const columns = Object.fromEntries([...always, ...page.columns].map((column) => [column, true]));
  const selection = queryFromInfo({ context, info, path: ["edges", "node"], select: columns }) as object;
  const known = total === undefined ? undefined : () => total;
  const { knownAt } = args;
  if (knownAt == null) {
    const exists = async ({ where: condition }: { where: never }) =>
      (await find({ where: condition, orderBy: [] as never, take: 1, select: { id: true } } as never)).length > 0;
    return toConnection(
      page,
      owner,
      () => find({ ...selection, ...page.query }),
      exists,
      known ?? (() => count({ where: where as never })),
    );
  }
  if (of === undefined)
    throw new Error(`${info.parentType.name}.${info.fieldName} does not say of which table it is, and cannot be asked for as of a moment.`);
  const { prisma } = context;
  const read = (ids: string[]) => find({ ...selection, where: { id: { in: ids } } } as never);
  return toConnection(
    page,
    owner,
    async () => rowsAt(context, of, await pageThen(prisma, of, knownAt, page.query, page.columns), read),
    async ({ where: condition }) => (await pageThen(prisma, of, knownAt, { where: condition, orderBy: [], take: 1 }, [])).length > 0,
    known ?? (() => countThen(prisma, of, knownAt, where)),
  );
}
