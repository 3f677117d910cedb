/** What a field gives of the related rows that are read for it: found out by asking its resolver about rows that are none. */
import { isListType, isNonNullType, type FieldNode, type GraphQLField, type GraphQLObjectType } from "graphql";
import { randomUUID } from "node:crypto";
import { Visibility } from "../db/generated/prisma/enums.ts";
import { resolverOf } from "./holes.ts";
import type { Making } from "./making.ts";
import { infoOf, type Arguments } from "./operation.ts";
import { unplanned } from "./sql/unplanned.ts";

/** Whether the field gives all of the related rows as they are read, the first of them, or some that it chooses. */
export async function whatIsGiven(
  { operation, context }: Making,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  args: Arguments,
  name: string,
): Promise<"all" | "first" | "some"> {
  const resolve = resolverOf(field) ?? unplanned("no resolver");
  const info = infoOf(operation, field, nodes, type);
  const of = async (rows: unknown[]): Promise<unknown> => resolve({ id: randomUUID(), [name]: rows }, args, context, info);
  const none: unknown[] = [];
  // One that reads something else to choose may not do so here.
  const handedOn = await of(none).then(
    (given) => given === none,
    () => false,
  );
  if (handedOn) return "all";
  if (isListType(isNonNullType(field.type) ? field.type.ofType : field.type)) return "some";
  const untouched = () =>
    new Proxy({}, { get: (_target, property) => (property === "then" ? undefined : unplanned("it looks at the rows")) });
  const rows = [untouched(), untouched()];
  return (await of([])) === null && (await of(rows)) === rows[0] ? "first" : unplanned("one of many");
}

/**
 * Of rows with which visibility the field gives the related row, by asking its resolver about a row of each; null when about any.
 * @throws Unplanned when it gives anything else, or looks at more than the visibility
 */
export async function shownBy(
  { operation, context }: Making,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  args: Arguments,
  name: string,
): Promise<readonly Visibility[] | null> {
  const resolve = resolverOf(field) ?? unplanned("no resolver");
  const info = infoOf(operation, field, nodes, type);
  const given = async (related: unknown): Promise<unknown> => resolve({ id: randomUUID(), [name]: related }, args, context, info);
  let looked = false;
  const related = (visibility: Visibility) =>
    new Proxy(
      {},
      {
        get: (_target, property) => {
          if (property === "then") return undefined;
          if (property !== "visibility") return unplanned(`it looks at ${String(property)}`);
          looked = true;
          return visibility;
        },
      },
    );
  if (!isNonNullType(field.type) && (await given(null)) != null) return unplanned("something for nothing");
  const shown: Visibility[] = [];
  for (const visibility of Object.values(Visibility)) {
    const row = related(visibility);
    const answer = await given(row);
    if (answer === row) shown.push(visibility);
    else if (answer !== null) return unplanned("another row");
  }
  return looked ? shown : shown.length === Object.values(Visibility).length ? null : unplanned("rows by another rule");
}
