/** Entities after FollowTheMoney, asked from the graph noun by noun. */
import { toEntities, type Node } from "../../exchange/export/follow-the-money.ts";
import type { Export } from "./export.ts";
import { rowsOf } from "../../exchange/export/table.ts";
import { GraphQLString } from "graphql";
import { answersTo, type Ask, type Operation } from "./operation.ts";

const column = (name: string, lists: number, description: string) => ({ name, type: GraphQLString, lists, description });
const columns = [
  column("id", 0, "The id of the hub, as FollowTheMoney takes it."),
  column("schema", 0, "The schema of FollowTheMoney."),
  column("referents", 1, "The ids of records that were merged into this one."),
  // A list for each property.
  column("properties", 2, "Lists of text, by the names of the schema's properties."),
];

export function entitiesExport(operations: readonly Operation[]): Export {
  async function* pages(ask: Ask) {
    for (const operation of operations)
      for await (const answer of answersTo(ask, operation, {})) yield rowsOf(answer).flatMap((node) => toEntities(node as Node));
  }
  return {
    name: "ftm",
    description: operations[0]?.description ?? "",
    formats: ["jsonl"],
    parameters: new Map(),
    columns,
    open: async ({ ask }) => ({ columns: [], pages: pages(ask) }),
  };
}
