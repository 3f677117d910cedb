/** The people whom a row of a table counts, as a list. */
import type { GraphQLResolveInfo } from "graphql";
import { visibleWhere } from "../../domain/viewer.ts";
import type { Context } from "../base/context.ts";
import { knownAtArgs } from "../clocks/clock-arguments.ts";
import { listPage } from "../pages/list.ts";
import { byName } from "../pages/order.ts";
import type { PageArguments } from "../pages/page.ts";
import { Detainee } from "../records/detainee.ts";

type Counting = { readonly people: readonly string[] };
type Args = PageArguments & { readonly knownAt?: Date | null | undefined };

/** Options of a connection. The ids were read as far as the viewer may see the people. */
export const countedPeople = (description: string) => ({
  type: Detainee,
  description,
  args: knownAtArgs,
  resolve: ({ people }: Counting, args: Args, context: Context, info: GraphQLResolveInfo) => {
    const { prisma, viewer } = context;
    return listPage(
      { context, info, args },
      { of: "Detainee", where: { id: { in: [...people] }, ...visibleWhere(viewer) }, order: byName(), total: people.length },
      (query) => prisma.detainee.findMany(query),
      (query) => prisma.detainee.count(query),
    );
  },
});
