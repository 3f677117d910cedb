/** Entities after FollowTheMoney, asked from the graph noun by noun. */
import { toEntities, type Node } from "../../exchange/export/follow-the-money.ts";
import type { Export } from "./export.ts";
import { rowsOf } from "../../exchange/export/table.ts";
import { answersTo, type Ask, type Operation } from "./operation.ts";

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
    columns: ["id", "schema", "referents", "properties"],
    open: async ({ ask }) => ({ columns: [], pages: pages(ask) }),
  };
}
