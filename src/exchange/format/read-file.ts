/** Reads a file of a data set: a regular one, of a bounded size. A link could lead out of the directory, a pipe or device never ends. */
import { constants } from "node:fs";
import { lstat, open, type FileHandle } from "node:fs/promises";
import type { InputIssue } from "../../errors.ts";

export const usualMostMegabytes = 256;
const megabyte = 1024 * 1024;

/** The bytes of the file; what is wrong with it, and what was expected, as an issue under `name`; null when there is none of that name. */
export async function readRegularFile(path: string, name: string, mostMegabytes: number): Promise<Uint8Array | InputIssue | null> {
  const refused = (expected: string, received: string): InputIssue => ({ path: name, expected, received });
  try {
    // Opening a pipe would wait for whoever writes into it; O_NOFOLLOW and O_NONBLOCK hold if it is exchanged in between.
    const kind = kindOf(await lstat(path));
    if (kind !== null) return refused("a regular file", kind);
    await using file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await file.stat();
    if (!stats.isFile()) return refused("a regular file", kindOf(stats)!);
    const bytes = stats.size > mostMegabytes * megabyte ? null : await readUpTo(file, mostMegabytes * megabyte);
    return bytes ?? refused(`a file of at most ${mostMegabytes} MB (IMPORT_MEGABYTES)`, `${Math.ceil(stats.size / megabyte)} MB`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    if (code === "ELOOP") return refused("a regular file", "a link");
    if (code === "EACCES" || code === "EPERM") return refused("a file that this program may read", "permission denied");
    throw error;
  }
}

type Kind = Pick<Awaited<ReturnType<typeof lstat>>, "isFile" | "isSymbolicLink" | "isDirectory" | "isFIFO" | "isSocket">;

/** What it is, if not a regular file. */
function kindOf(entry: Kind): string | null {
  if (entry.isFile()) return null;
  if (entry.isSymbolicLink()) return "a link";
  if (entry.isDirectory()) return "a directory";
  if (entry.isFIFO()) return "a pipe";
  return entry.isSocket() ? "a socket" : "a device";
}

/** All of it, also of a file that grows meanwhile; null when that is more. */
async function readUpTo(file: FileHandle, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
