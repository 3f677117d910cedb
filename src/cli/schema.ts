/** `schema print` and `schema check`: the SDL that is committed, read in review, and given to client tools. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toSchema } from "../graph/index.ts";
import { printSdl } from "../graph/sdl.ts";
import type { Terminal } from "./terminal.ts";

const file = join(import.meta.dirname, "../../schema/schema.graphql");

const currentSchema = () => printSdl(toSchema());

export async function printSchemaTo({ out }: Terminal): Promise<void> {
  await writeFile(file, currentSchema());
  out(`written: ${file}`);
}

/** True when the committed text is the current one. */
export async function checkSchema({ out, err }: Terminal): Promise<boolean> {
  const current = (await readFile(file, "utf8").catch(() => "")) === currentSchema();
  if (current) out("schema/schema.graphql is current");
  else err("schema/schema.graphql is not current: run `npm run paradero -- schema print` and read the diff");
  return current;
}
