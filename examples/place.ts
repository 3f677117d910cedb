/** A consumer's position in the feed, in a file: the cursor of the last event that was handled, and the ids of the latest such events. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export type Place = { readonly cursor: string | null; readonly seen: readonly string[] };

/**
 * Reads the position; the beginning when there is no file yet.
 * @throws when the file holds something else: silently starting from the beginning would hide a loss
 */
export function readPlace(file: string): Place {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { cursor: null, seen: [] };
    throw error;
  }
  const place = parse(text);
  if (place === null) throw new Error(`${file} holds no place in a feed. Mend it, or remove it to begin anew.`);
  return place;
}

function parse(text: string): Place | null {
  try {
    const { cursor, seen } = JSON.parse(text) as Place;
    return (cursor === null || typeof cursor === "string") && Array.isArray(seen) ? { cursor, seen } : null;
  } catch {
    return null;
  }
}

/** Writes a temporary file, syncs it to the disk and renames it: after a crash, also of the machine, the file holds the old position or the new one, never a part. */
export function keepPlace(file: string, place: Place): void {
  const beside = openSync(`${file}.new`, "w", 0o600);
  try {
    writeSync(beside, JSON.stringify(place));
    fsyncSync(beside);
  } finally {
    closeSync(beside);
  }
  renameSync(`${file}.new`, file);
  const directory = openSync(dirname(file), "r");
  try {
    fsyncSync(directory); // the renaming too
  } finally {
    closeSync(directory);
  }
}
