/** Rows by id, read once for all entries of a list, with everything that the operation asks of them: for fields whose ids come from a rule and not from a relation. */
import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import { loaderOf, type Context } from "../base/context.ts";
import { inOrder } from "../base/filter.ts";

type Query = { where: { id: { in: string[] } } };

/** Declares a loader for each place in an operation where rows of a noun are asked for. `find` gets the selection and the ids as a Prisma query. With a type where the field may lead to several. */
export function rowLoader<Row extends { id: string }>(
  find: (context: Context, query: Query) => Promise<readonly Row[]>,
  typeName?: string,
) {
  return loaderOf(
    (context, ids: readonly string[], info: GraphQLResolveInfo) =>
      inOrder(
        ids,
        find(context, {
          ...(queryFromInfo({ context, info, ...(typeName === undefined ? {} : { typeName }) }) as object),
          where: { id: { in: [...ids] } },
        }),
      ),
    placeOf,
  );
}

/** The place of a field in the operation, the same for all entries of a list. Fields of two types may stand at one place under one name, in fragments on each. */
export function placeOf({ path, parentType, fieldName }: GraphQLResolveInfo): string {
  const steps: string[] = [];
  for (let at: GraphQLResolveInfo["path"] | undefined = path; at; at = at.prev) if (typeof at.key === "string") steps.unshift(at.key);
  return `${parentType.name}.${fieldName} at ${steps.join(".")}`;
}
