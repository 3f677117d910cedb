/** Which code answers: a client may hold an answer of the code that ran before, which another rule wrote. */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const house = join(import.meta.dirname, "../../..");
let id: string | undefined;

/** A hash of the hub's own files and of what it depends on; the same in all processes of one installation. */
export function buildId(): string {
  if (id !== undefined) return id;
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", ...globSync("src/**/*.ts", { cwd: house }).toSorted()])
    hash.update(readFileSync(join(house, file)));
  id = hash.digest("base64url");
  return id;
}
