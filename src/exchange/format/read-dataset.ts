/** Reading a data set from its files. Nothing here knows the database: see `import.ts`. */
import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import * as z from "zod";
import { key, orNull, show, slug, text, timeZone } from "../../domain/input.ts";
import { situationDraft } from "../../domain/situations/situation.ts";
import { InvalidInput, type InputIssue } from "../../errors.ts";
import { readCsv } from "./csv.ts";
import { decodeText, NotText } from "./decode.ts";
import { byTable, tables, type Table } from "./format.ts";
import type { Rows } from "./packed-rows.ts";
import { openRegularFile, usualMostMegabytes, type OpenedFile } from "./read-file.ts";

/** The situation that a data set brings: as it is recorded, with its custodian by slug. */
export type BroughtSituation = Omit<z.input<typeof situationDraft>, "custodian"> & { readonly custodian: string | null };

/** What `dataset.json` says. */
export type Manifest = {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  /** IANA; what an empty `time_zone` cell stands for. */
  readonly timeZone: string;
  /** Null in data sets from before there were situations: such a one goes into the hub's only one. */
  readonly situation: BroughtSituation | null;
};

export type Dataset = Manifest & { readonly rows: Readonly<Record<Table, Rows>> };

const orEmpty = (most: number) =>
  z
    .union([z.literal(""), text(most)], { error: `text of at most ${most} characters` })
    .nullish()
    .transform((value) => value ?? "");
// Written like a cell: the beginning as text, the custodian by its slug; without a time zone of its own in that of the data set.
const situationInManifest = z.object(
  {
    ...situationDraft.omit({ custodian: true, startedAt: true, timeZone: true }).shape,
    timeZone: orNull(timeZone),
    custodian: orNull(slug),
    startedAt: orNull(z.string({ error: "a time, such as 2026-01-08" })),
  },
  { error: "an object with slug and name" },
);
export const manifestSchema = z
  .object(
    { name: key, title: text(300), description: orEmpty(5000), licence: orEmpty(300), timeZone, situation: orNull(situationInManifest) },
    { error: "an object" },
  )
  .transform(({ situation, ...manifest }, context): Manifest => {
    if (situation === null) return { ...manifest, situation };
    const zone = situation.timeZone ?? manifest.timeZone;
    const began = situation.startedAt === null ? null : { edtf: situation.startedAt, timeZone: zone };
    const brought = { ...situation, timeZone: zone, startedAt: began };
    for (const { message } of situationDraft.safeParse({ ...brought, custodian: null }).error?.issues ?? [])
      context.addIssue({ code: "custom", path: ["situation", "startedAt"], message });
    return { ...manifest, situation: brought };
  });

export type ReadOptions = {
  /** How large a file may be. */
  readonly mostMegabytes?: number;
};

/**
 * Reads a directory with `dataset.json` and CSV files, or one CSV file that is named for its table; such a file takes its manifest from a `dataset.json` beside it, or else its
 * times are in UTC and it refers to rows that are on record already.
 * @throws InvalidInput naming every fault of every file: `file.csv:LINE:column`, what was expected, what came
 */
export async function readDataset(path: string, { mostMegabytes = usualMostMegabytes }: ReadOptions = {}): Promise<Dataset> {
  const kind = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new InvalidInput([{ path, expected: "a directory with a data set, or a CSV file", received: "nothing of that name" }]);
  });
  const issues: InputIssue[] = [];
  const directory = kind.isDirectory() ? path : dirname(path);
  const files = kind.isDirectory() ? await tablesIn(path, issues) : [basename(path)];
  const open = (file: string) => openRegularFile(join(directory, file), file, mostMegabytes);
  const manifest = await readManifest(await open(manifestFile), kind.isDirectory(), issues);

  const rows = byTable((): Rows => []);
  for (const file of files) {
    const table = tables.find((name) => fileOf(name) === file);
    if (table === undefined) {
      issues.push({ path: file, expected: `one of ${fileNames}`, received: show(file) });
      continue;
    }
    const opened = await open(file);
    if (opened === null || "expected" in opened) {
      issues.push(opened ?? { path: file, expected: "a regular file", received: "nothing" });
      continue;
    }
    const found = await readCsv(table, opened.bytes);
    rows[table] = found.rows;
    if (found.issues.length > mostOfAFile)
      issues.push({ path: file, expected: `a table of ${table}`, received: `${found.issues.length} faults` });
    issues.push(...found.issues.slice(0, mostOfAFile));
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return {
    ...(manifest ?? { name: basename(path, ".csv"), title: "", description: "", licence: "", timeZone: "UTC", situation: null }),
    rows,
  };
}

// A file of another kind under the name of a table may have as many faults as lines.
const mostOfAFile = 1000;
export const manifestFile = "dataset.json";
/** A description of the files by a Data Package, which whoever writes them may leave beside them. */
export const dictionaryFile = "datapackage.json";
const fileOf = (table: Table) => `${table}.csv`;
const fileNames = tables.map(fileOf).join(", ");
// What is a table by its ending, and may be one by a slip: counts.CSV, counts.csv.txt, counts.xlsx, detainee.csv.
const looksLikeTable = /\.(csv|tsv|tab|xlsx?|ods|json|jsonl)\b/i;

/** The files of tables in a directory. What looks like one and is not named like one would be left out without a word: it is a fault. */
async function tablesIn(directory: string, issues: InputIssue[]): Promise<string[]> {
  const names = (await readdir(directory))
    .filter((name) => !name.startsWith(".") && name !== manifestFile && name !== dictionaryFile)
    .toSorted();
  const known = names.filter((name) => tables.some((table) => fileOf(table) === name));
  for (const name of names)
    if (!known.includes(name) && looksLikeTable.test(name))
      issues.push({ path: name, expected: `one of ${fileNames}, or ${manifestFile}`, received: show(name) });
  if (known.length === 0) issues.push({ path: directory, expected: `at least one of ${fileNames}`, received: "none of them" });
  return known;
}

/** Undefined when there is none or it is faulty; what is wrong goes to the issues. */
async function readManifest(
  opened: OpenedFile | InputIssue | null,
  required: boolean,
  issues: InputIssue[],
): Promise<Manifest | undefined> {
  if (opened === null || "expected" in opened) {
    const missing = { path: manifestFile, expected: "a file with name, title, description, licence and timeZone", received: "nothing" };
    if (opened !== null || required) issues.push(opened ?? missing);
    return undefined;
  }
  let json: unknown;
  try {
    let text = "";
    for await (const piece of decodeText(opened.bytes)) text += piece;
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof NotText)) throw error;
    issues.push({ path: manifestFile, expected: "JSON", received: error.message });
    return undefined;
  }
  const checked = manifestSchema.safeParse(json);
  for (const { path, message } of checked.error?.issues ?? []) {
    const received = path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null)?.[step], json);
    issues.push({ path: [manifestFile, ...path.map(String)].join(":"), expected: message, received: show(received) });
  }
  return checked.data;
}
