/** Export: what a viewer may see, as a data set. What people have decided (verifications) is not exchanged: one hub's decision is no evidence on another. */
import { mkdir, open, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Db } from "../../db/database.ts";
import type { PrismaClient } from "../../db/generated/prisma/client.ts";
import { check } from "../../domain/input.ts";
import type { Viewer } from "../../domain/viewer.ts";
import { writeCell } from "../format/cell.ts";
import { chunks } from "../../db/chunks.ts";
import { columnsOf, tables, type Table } from "../format/format.ts";
import { manifestSchema } from "../format/read-dataset.ts";
import { tellClaims } from "./claim-rows.ts";
import { tellings, type Telling } from "./rows.ts";

export type ExportOptions = { readonly name: string; readonly title: string; readonly now: Date };

const hour = 3_600_000;

/**
 * Writes every file of the format into a directory, which is made if need be; files of the same names are replaced. All tables are read as of one moment, in the order of their
 * keys by code unit, so that the same content gives the same bytes on every database. Imported into an empty hub it gives the same files again; imported where it came from it
 * changes nothing if the viewer saw everything, and otherwise empties references to what was hidden. Text that begins with = + - @ is left as it is: this is data, not a spreadsheet.
 * @throws InvalidInput when name or title cannot stand in `dataset.json`
 */
export async function exportDataset(
  prisma: PrismaClient,
  viewer: Viewer,
  directory: string,
  { name, title, now }: ExportOptions,
): Promise<void> {
  // Every row says its own time zone.
  const manifest = check(
    manifestSchema,
    { name, title, description: `As it stood on ${now.toISOString().slice(0, 10)}.`, licence: "", timeZone: "UTC" },
    "dataset.json",
  );
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "dataset.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await prisma.$transaction(
    async (db) => {
      for (const table of tables) await writeTable(join(directory, `${table}.csv`), table, await tell(db, viewer, table));
    },
    { isolationLevel: "RepeatableRead", timeout: hour, maxWait: hour },
  );
}

function tell(db: Db, viewer: Viewer, table: Table): Promise<Telling> {
  if (table === "counts") return tellClaims(db, viewer, "COUNT");
  if (table === "event-claims") return tellClaims(db, viewer, "EVENT");
  return table === "remarks" ? tellClaims(db, viewer, "REMARK") : tellings[table](db, viewer);
}

async function writeTable(path: string, table: Table, { keys, rows }: Telling): Promise<void> {
  const columns = columnsOf[table].map(({ name }) => name);
  await using file = await open(path, "w");
  await file.write(stringify([columns]));
  for (const page of chunks(keys.toSorted())) {
    const cells = (await rows(page)).map((row) => columns.map((column) => writeCell(row[column] ?? null)));
    await file.write(stringify(cells.toSorted(byFirstCells)));
  }
}

/** The first cell is the key; several names have that of one person, and are told apart by the second. */
function byFirstCells([a = "", b = ""]: readonly string[], [c = "", d = ""]: readonly string[]): number {
  return a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1;
}
