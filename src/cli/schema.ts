/** `schema print` and `schema check`: the SDL and the reference of error codes, which are committed and read in review. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { toSchema } from "../graph/index.ts";
import { printSdl } from "../graph/sdl.ts";
import { errorReference } from "./error-codes.ts";
import type { Terminal } from "./terminal.ts";

const root = join(import.meta.dirname, "../..");

/** The committed files that are made from the code, and their present texts. */
const printed = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ["schema/schema.graphql", printSdl(toSchema())],
    ["docs/errors.md", await errorReference()],
  ]);

export async function printSchemaTo({ out }: Terminal): Promise<void> {
  for (const [file, text] of await printed()) {
    await writeFile(join(root, file), text);
    out(`written: ${join(root, file)}`);
  }
}

/** True when the committed texts are the current ones. */
export async function checkSchema({ out, err }: Terminal): Promise<boolean> {
  let current = true;
  for (const [file, text] of await printed()) {
    const same = (await readFile(join(root, file), "utf8").catch(() => "")) === text;
    if (same) out(`${file} is current`);
    else err(`${file} is not current: run \`npm run paradero -- schema print\` and read the diff`);
    current &&= same;
  }
  return current;
}
