/** Export: what a viewer may see, as a data set. What people have decided (verifications) is not exchanged: one hub's decision is no evidence on another. */
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Db } from "../../db/database.ts";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { check } from "../../domain/input.ts";
import { spanOf } from "../../domain/time/span.ts";
import { writeTime } from "../../domain/time/written-time.ts";
import { canSee, type Viewer } from "../../domain/viewer.ts";
import { InvalidInput } from "../../errors.ts";
import { writeCell, type Value } from "../format/cell.ts";
import { chunks } from "../../db/chunks.ts";
import { byTable, columnsOf, tables, type Column, type Table } from "../format/format.ts";
import { manifestFile, manifestSchema } from "../format/read-dataset.ts";
import { tellClaims } from "./claim-rows.ts";
import type { Within } from "./of-situation.ts";
import { tellings, type Telling } from "./rows.ts";

export type ExportOptions = {
  readonly name: string;
  readonly title: string;
  readonly now: Date;
  /** The slug of the one situation that is exported; needed where the hub has several. */
  readonly situation?: string | undefined;
};

const hour = 3_600_000;

/**
 * Writes every file of the format into a directory, which is made if need be; files of the same names are replaced. All tables are read as of one moment, in the order of their
 * keys by code unit, so that the same content gives the same bytes on every database. Imported into an empty hub it gives the same files again; imported where it came from it
 * changes nothing if the viewer saw everything, and otherwise empties references to what was hidden. Text that begins with = + - @ is left as it is: this is data, not a spreadsheet.
 * @throws InvalidInput when name or title cannot stand in `dataset.json`, or when there are several situations and none is named
 */
export async function exportDataset(
  prisma: PrismaClient,
  viewer: Viewer,
  directory: string,
  { name, title, now, situation: slug }: ExportOptions,
): Promise<void> {
  await prisma.$transaction(
    async (db) => {
      const { situation, within } = await situationToTell(db, viewer, slug);
      const description = `As it stood on ${now.toISOString().slice(0, 10)}.`;
      // Every row says its own time zone.
      const manifest = {
        name,
        title,
        description,
        licence: situation?.licence ?? "",
        timeZone: "UTC",
        ...(situation ? { situation } : {}),
      };
      check(manifestSchema, manifest, manifestFile);
      await mkdir(directory, { recursive: true });
      await writeFile(join(directory, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
      const told = byTable((): Telling => ({ keys: [], rows: async () => [] }));
      for (const table of tables) told[table] = await tell(db, viewer, table, within);
      const known = byTable((table) => new Set(told[table].keys));
      for (const table of tables) await writeTable(join(directory, `${table}.csv`), table, told[table], known);
    },
    { isolationLevel: "RepeatableRead", timeout: hour, maxWait: hour },
  );
}

/** The situation as `dataset.json` has it, and which rows belong to it: all of them where there is no other. */
async function situationToTell(db: Db, viewer: Viewer, slug: string | undefined) {
  const situations = await db.situation.findMany({ include: { custodian: true }, orderBy: { slug: "asc" } });
  const found = slug === undefined && situations.length === 1 ? situations[0] : situations.find((situation) => situation.slug === slug);
  if (found === undefined && (slug !== undefined || situations.length > 1))
    throw new InvalidInput([
      {
        path: "--situation",
        expected: `one of ${situations.map((one) => one.slug).join(", ") || "none on record"}`,
        received: slug ?? "none",
      },
    ]);
  if (found === undefined) return { situation: null, within: null };
  const began = spanOf("startedAt", found);
  const { name, description, countries, timeZone, licence, citation, custodian } = found;
  const told = { slug: found.slug, name, description, countries, timeZone, licence, citation };
  const situation = {
    ...told,
    custodian: canSee(viewer, custodian) ? custodian!.slug : null,
    startedAt: began === null ? null : writeTime(began),
  };
  return { situation, within: situations.length === 1 ? null : found.id };
}

function tell(db: Db, viewer: Viewer, table: Table, within: Within): Promise<Telling> {
  if (table === "counts") return tellClaims(db, viewer, "COUNT", within);
  if (table === "event-claims") return tellClaims(db, viewer, "EVENT", within);
  return table === "remarks" ? tellClaims(db, viewer, "REMARK", within) : tellings[table](db, viewer, within);
}

type Known = Readonly<Record<Table, ReadonlySet<string>>>;

async function writeTable(path: string, table: Table, { keys, rows }: Telling, known: Known): Promise<void> {
  const columns = columnsOf[table].filter(({ former }) => former !== true);
  await using file = await open(path, "w");
  await file.write(stringify([columns.map(({ name }) => name)]));
  for (const page of chunks(keys.toSorted())) {
    const cells = (await rows(page)).map((row) =>
      columns.map((column) => writeCell(among(row[column.name] ?? null, column, known), column.as)),
    );
    await file.write(stringify(cells.toSorted(byFirstCells)));
  }
}

/** A reference leads to a row that is told; where it leads elsewhere it is left empty. */
function among(value: Value, { refersTo }: Column, known: Known): Value {
  if (refersTo === undefined || value === null) return value;
  if (typeof value === "string") return known[refersTo].has(value) ? value : null;
  return Array.isArray(value) ? value.filter((key: string) => known[refersTo].has(key)) : value;
}

/** The first cell is the key; several names have that of one person, and are told apart by the second. */
function byFirstCells([a = "", b = ""]: readonly string[], [c = "", d = ""]: readonly string[]): number {
  return a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1;
}
