/** The files of the explorer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileOf, type File } from "../base/file.ts";

export type Files = { readonly [name: string]: File };

export const filesPath = "/explorer/";
const own = (name: string) => readFileSync(join(import.meta.dirname, name), "utf8");

/** `schema` is what a tool learns of the graph by introspection; null where that is not allowed. */
export async function readFiles(schema: object | null): Promise<Files> {
  // Nine megabytes: read when somebody opens the explorer.
  const graphiql = await import("@graphql-yoga/render-graphiql/graphiql");
  const texts = {
    "graphiql.js": graphiql.js,
    "graphiql.css": graphiql.css,
    "editor-worker.js": graphiql.editorWorkerService,
    "json-worker.js": graphiql.jsonWorker,
    "graphql-worker.js": graphiql.graphqlWorker,
    "before.js": own("before.js"),
    "explorer.js": own("explorer.js"),
    // In the colours of the page.
    "explorer.css": own("../live/tokens.css") + own("explorer.css"),
    ...(schema && { "schema.json": JSON.stringify(schema) }),
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, fileOf(filesPath, name, text)]));
}
