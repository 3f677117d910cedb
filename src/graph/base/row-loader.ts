/** Rows by id, read once for all entries of a list, with everything that the operation asks of them: for fields whose ids come from a rule and not from a relation. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "./context.ts";
import { inOrder } from "./filter.ts";

type Query = { where: { id: { in: string[] } } };

/** A loader for the place of the field in the operation. `find` gets the selection and the ids as a Prisma query. */
export function rowLoader<Row extends { id: string }>(
  context: Context,
  info: GraphQLResolveInfo,
  find: (query: Query) => Promise<readonly Row[]>,
) {
  const query = queryFromInfo({ context, info }) as object;
  return context.loader(`rows at ${placeOf(info)}`, (ids: readonly string[]) =>
    inOrder(ids, find({ ...query, where: { id: { in: [...ids] } } })),
  );
}

/** The place of a field in the operation, the same for all entries of a list. */
function placeOf({ path }: GraphQLResolveInfo): string {
  const steps: string[] = [];
  for (let at: GraphQLResolveInfo["path"] | undefined = path; at; at = at.prev) if (typeof at.key === "string") steps.unshift(at.key);
  return steps.join(".");
}
