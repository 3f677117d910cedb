/** Lists with a query of their own, at the root or below something that is no row. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../base/context.ts";
import type { Order } from "./keyset.ts";
import { toConnection, pageOf, type Connection, type PageArguments, type PageQuery, type Row } from "./page.ts";

/** The page that the arguments ask for; `find` and `count` are the table's. The owner is the record whose list it is, where there is one; `columns` are read of every row. */
export function listPage<Node extends Row>(
  { context, info, args, owner = null }: { context: Context; info: GraphQLResolveInfo; args: PageArguments; owner?: string | null },
  { where, order, columns: always = ["id", "visibility"] }: { where: object; order: Order; columns?: readonly string[] },
  find: (query: PageQuery) => Promise<readonly Node[]>,
  count: (query: { where: never }) => Promise<number>,
): Connection<Node> {
  const page = pageOf(context, args, { name: `${info.parentType.name}.${info.fieldName}`, order, where });
  const columns = Object.fromEntries([...always, ...page.columns].map((column) => [column, true]));
  const selection = queryFromInfo({ context, info, path: ["edges", "node"], select: columns }) as object;
  const exists = async ({ where: condition }: { where: never }) =>
    (await find({ where: condition, orderBy: [] as never, take: 1, select: { id: true } } as never)).length > 0;
  return toConnection(
    page,
    owner,
    () => find({ ...selection, ...page.query }),
    exists,
    () => count({ where: where as never }),
  );
}
