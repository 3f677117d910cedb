/** Reading a data set from its files. Nothing here knows the database: see `import.ts`. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { key, show, text, timeZone } from "../../domain/input.ts";
import { InvalidInput, type InputIssue } from "../../errors.ts";
import type { Row } from "./cell.ts";
import { readCsv } from "./csv.ts";
import { byTable, tables, type Table } from "./format.ts";

/** What `dataset.json` says. */
export type Manifest = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  /** IANA; what an empty `time_zone` cell stands for. */
  readonly timeZone: string;
};

export type Dataset = Manifest & { readonly rows: Readonly<Record<Table, readonly Row[]>> };

const orEmpty = (most: number) =>
  z
    .union([z.literal(""), text(most)], { error: `text of at most ${most} characters` })
    .nullish()
    .transform((value) => value ?? "");
export const manifestSchema = z.object(
  { name: key, title: text(300), description: orEmpty(5000), licence: orEmpty(300), timeZone },
  { error: "an object" },
);

/**
 * Reads a directory with `dataset.json` and CSV files, or one CSV file that is named for its table; such a file takes its manifest from a `dataset.json` beside it, or else its
 * times are in UTC and it refers to rows that are on record already.
 * @throws InvalidInput naming every fault of every file: `file.csv:LINE:column`, what was expected, what came
 */
export async function readDataset(path: string): Promise<Dataset> {
  const kind = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new InvalidInput([{ path, expected: "a directory with a data set, or a CSV file", received: "nothing of that name" }]);
  });
  const issues: InputIssue[] = [];
  const directory = kind.isDirectory() ? path : dirname(path);
  const files = kind.isDirectory() ? await csvFilesIn(path, issues) : [basename(path)];
  const manifest = await readManifest(directory, kind.isDirectory(), issues);

  const rows = byTable((): readonly Row[] => []);
  for (const file of files) {
    const table = tables.find((name) => `${name}.csv` === file);
    if (table === undefined) {
      issues.push({ path: file, expected: `one of ${tables.map((name) => `${name}.csv`).join(", ")}`, received: show(file) });
      continue;
    }
    const read = readCsv(table, await readFile(join(directory, file)));
    rows[table] = read.rows;
    issues.push(...read.issues);
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return { ...(manifest ?? { name: basename(path, ".csv"), title: "", description: "", licence: "", timeZone: "UTC" }), rows };
}

async function csvFilesIn(directory: string, issues: InputIssue[]): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const files = entries.filter((entry) => /^[^.].*\.csv$/i.test(entry.name) && !entry.isDirectory()).map((entry) => entry.name);
  if (files.length === 0)
    issues.push({
      path: directory,
      expected: `at least one of ${tables.map((name) => `${name}.csv`).join(", ")}`,
      received: "no CSV file",
    });
  return files.toSorted();
}

/** Undefined when there is none or it is faulty; what is wrong goes to the issues. */
async function readManifest(directory: string, required: boolean, issues: InputIssue[]): Promise<Manifest | undefined> {
  const source = await readFile(join(directory, "dataset.json"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
  if (source === undefined) {
    if (required)
      issues.push({ path: "dataset.json", expected: "a file with name, title, description, licence and timeZone", received: "nothing" });
    return undefined;
  }
  let json: unknown;
  try {
    json = JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    issues.push({ path: "dataset.json", expected: "JSON", received: (error as Error).message });
    return undefined;
  }
  const checked = manifestSchema.safeParse(json);
  for (const { path, message } of checked.error?.issues ?? []) {
    const received = path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null)?.[step], json);
    issues.push({ path: ["dataset.json", ...path.map(String)].join(":"), expected: message, received: show(received) });
  }
  return checked.data;
}
