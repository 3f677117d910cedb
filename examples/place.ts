/** Where a consumer is in the feed, in a file: the cursor behind the last event that was dealt with, and the ids of the latest such events. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

export type Place = { readonly cursor: string | null; readonly seen: readonly string[] };

/**
 * Reads the place; the beginning when there is no file yet.
 * @throws when there is a file that holds something else: to begin anew without a word would hide a loss
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

/** Written beside, forced to the disk and renamed: a crash, also one of the machine, leaves the old place or the new one, never half of one. */
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
