/** What can be exported: the operations in schema/exports/, the inclusion matrix, and entities after FollowTheMoney. */
import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { GraphQLSchema } from "graphql";
import { entitiesExport } from "./entities.ts";
import { inclusionExport } from "./inclusion.ts";
import type { Asker, Export } from "./export.ts";
import { answersTo, parametersOf, readOperations } from "./operation.ts";
import type { Values } from "../../exchange/export/parameters.ts";
import { columnsOf, flatten } from "../../exchange/export/table.ts";

const entitiesFile = "ftm.graphql";

/** All exports, by name. */
export function readCatalogue(schema: GraphQLSchema): Map<string, Export> {
  const directory = join(import.meta.dirname, "../../../schema/exports");
  const files = readdirSync(directory).filter((file) => file.endsWith(".graphql") && file !== entitiesFile);
  const all = [
    ...files.map((file) => operationExport(join(directory, file), schema)),
    inclusionExport(schema),
    entitiesExport(readOperations(join(directory, entitiesFile), schema), schema),
  ];
  return new Map(all.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((one) => [one.name, one]));
}

function operationExport(path: string, schema: GraphQLSchema): Export {
  const [operation, ...more] = readOperations(path, schema);
  if (!operation || more.length > 0) throw new Error(`${path}: expected one operation`);
  const columns = columnsOf(operation, schema);
  async function* pages({ ask }: Asker, values: Values) {
    for await (const answer of answersTo(ask, operation!, values)) yield flatten(answer, columns);
  }
  return {
    ...{ name: basename(path, ".graphql"), description: operation.description, columns },
    formats: ["csv", "jsonl", "parquet"],
    parameters: parametersOf(operation, schema),
    open: async (asker, values) => ({ columns, pages: pages(asker, values) }),
  };
}
