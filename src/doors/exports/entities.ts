/** Entities after FollowTheMoney, asked from the graph noun by noun. */
import { toEntities, type Node } from "../../exchange/export/follow-the-money.ts";
import type { Export } from "./export.ts";
import { rowsOf } from "../../exchange/export/table.ts";
import { GraphQLString, type GraphQLSchema } from "graphql";
import type { Values } from "../../exchange/export/parameters.ts";
import { answersTo, parametersOf, type Ask, type Operation } from "./operation.ts";

const column = (name: string, lists: number, description: string) => ({ name, type: GraphQLString, lists, description });
const columns = [
  column("id", 0, "The id of the hub, as FollowTheMoney takes it."),
  column("schema", 0, "The schema of FollowTheMoney."),
  column("referents", 1, "The ids of records that were merged into this one."),
  // A list for each property.
  column("properties", 2, "Lists of text, by the names of the schema's properties."),
];

/** All of them take the same parameters. */
export function entitiesExport(operations: readonly Operation[], schema: GraphQLSchema): Export {
  const parameters = operations[0] === undefined ? new Map() : parametersOf(operations[0], schema);
  async function* pages(ask: Ask, values: Values) {
    for (const operation of operations)
      for await (const answer of answersTo(ask, operation, values)) yield rowsOf(answer).flatMap((node) => toEntities(node as Node));
  }
  return {
    name: "ftm",
    description: operations[0]?.description ?? "",
    formats: ["jsonl"],
    parameters,
    columns,
    open: async ({ ask }, values) => ({ columns: [], pages: pages(ask, values) }),
  };
}
