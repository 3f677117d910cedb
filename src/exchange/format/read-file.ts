/** Reads a file of a data set: a regular one, of a bounded size. A link could lead out of the directory, a pipe or device never ends. */
import { constants } from "node:fs";
import { lstat, open, type FileHandle } from "node:fs/promises";
import { InvalidInput, type InputIssue } from "../../errors.ts";

export const usualMostMegabytes = 256;
const megabyte = 1024 * 1024;

/** A file that is open until its bytes have been read; they end with a fault when there are more than there may be. */
export type OpenedFile = { readonly bytes: AsyncIterable<Uint8Array> };

/** The file; what is wrong with it, and what was expected, as an issue under `name`; null when there is none of that name. */
export async function openRegularFile(path: string, name: string, mostMegabytes: number): Promise<OpenedFile | InputIssue | null> {
  const refused = (expected: string, received: string): InputIssue => ({ path: name, expected, received });
  const most = mostMegabytes * megabyte;
  const tooLarge = (size: number) =>
    refused(`a file of at most ${mostMegabytes} MB (IMPORT_MEGABYTES)`, `${Math.ceil(size / megabyte)} MB`);
  try {
    // Opening a pipe would wait for whoever writes into it; O_NOFOLLOW and O_NONBLOCK hold if it is exchanged in between.
    const kind = kindOf(await lstat(path));
    if (kind !== null) return refused("a regular file", kind);
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await file.stat();
    const fault = stats.isFile() ? (stats.size > most ? tooLarge(stats.size) : null) : refused("a regular file", kindOf(stats)!);
    if (fault === null) return { bytes: readUpTo(file, most, (size) => new InvalidInput([tooLarge(size)])) };
    await file.close();
    return fault;
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

/** Closes the file at its end. It may grow meanwhile. */
async function* readUpTo(file: FileHandle, most: number, tooLarge: (size: number) => Error): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of file.createReadStream({ highWaterMark: megabyte }) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) throw tooLarge(length);
    yield chunk;
  }
}
