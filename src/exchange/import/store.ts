/** The tables of the format in the database: reading whole rows, creating and updating them. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { linkOrigins } from "../../domain/records/document.ts";
import type { Visibility } from "../../db/generated/prisma/enums.ts";
import type { Noun } from "../../domain/identity.ts";
import type { Columns } from "./draft.ts";
import { nouns, type KeyedTable } from "../format/format.ts";
import { rowsIn, type Portion } from "../format/new-rows.ts";

export type StoredRow = Columns & { readonly id: string; readonly recordedAt: Date };

type Store = {
  /** Rows with all their columns, those among the ids that there are. */
  read(db: Db, ids: string[]): Promise<StoredRow[]>;
  /** What is no particular of the record (who may see it), and its lists: particulars change by versions. */
  update?(db: Db, id: string, columns: Columns): Promise<unknown>;
};

const among = (ids: string[]) => ({ where: { id: { in: ids } } });
const id = { select: { id: true } } as const;
const visibilityIn = ({ visibility }: Columns) => (visibility === undefined ? {} : { visibility: visibility as Visibility });

export const stores: Readonly<Record<KeyedTable, Store>> = {
  sources: {
    read: (db, ids) => db.source.findMany(among(ids)),
    update: (db, rowId, columns) => db.source.update({ where: { id: rowId }, data: visibilityIn(columns), ...id }),
  },
  documents: {
    // `derivedFrom` is a relation, here the sorted ids of the documents that this one repeats.
    async read(db, ids) {
      const rows = await db.document.findMany({ ...among(ids), include: { derivedFrom: id } });
      return rows.map((row) => ({ ...row, derivedFrom: row.derivedFrom.map((origin) => origin.id).toSorted() }));
    },
    update(db, rowId, { derivedFrom, ...columns }) {
      const origins =
        derivedFrom === undefined ? {} : { derivedFrom: { set: (derivedFrom as string[]).map((origin) => ({ id: origin })) } };
      return db.document.update({ where: { id: rowId }, data: { ...visibilityIn(columns), ...origins }, ...id });
    },
  },
  definitions: { read: (db, ids) => db.definition.findMany(among(ids)) },
  facilities: {
    read: (db, ids) => db.facility.findMany(among(ids)),
    update: (db, rowId, columns) => db.facility.update({ where: { id: rowId }, data: visibilityIn(columns), ...id }),
  },
  detainees: {
    read: (db, ids) => db.detainee.findMany(among(ids)),
    update: (db, rowId, columns) => db.detainee.update({ where: { id: rowId }, data: visibilityIn(columns), ...id }),
  },
  events: { read: (db, ids) => db.custodyEvent.findMany(among(ids)) },
  indicators: { read: (db, ids) => db.indicator.findMany(among(ids)) },
  counts: { read: (db, ids) => db.claim.findMany(among(ids)) },
  "event-claims": { read: (db, ids) => db.claim.findMany(among(ids)) },
  remarks: { read: (db, ids) => db.claim.findMany(among(ids)) },
};

/** Creates rows, each recorded as `recording` says. Documents come after those that they repeat. */
export async function createRows(db: Db, table: KeyedTable, portion: Portion, recording: Columns): Promise<void> {
  if (table !== "documents") return insertRows(db, nouns[table], portion, recording);
  await insertRows(db, nouns[table], { ...portion, columns: portion.columns.filter((column) => column !== "derivedFrom") }, recording);
  for (const row of rowsIn(portion)) await linkOrigins(db, row["id"] as string, row["derivedFrom"] as string[]);
}

/**
 * Inserts rows by one statement that takes them as JSON. Prisma's createMany passes every cell as a parameter, which takes four times as long and thirty times the processor time:
 * a hundred thousand claims feel it. Prisma also keeps the parameters of its last hundred statements: what all rows have in common is sent once.
 */
export async function insertRows(db: Db, noun: Noun, { columns, common, rows }: Portion, recording: Columns): Promise<void> {
  const names = [...new Set([...columns, ...Object.keys(recording)])].map((column) => `"${column}"`);
  const [listed, table] = [Prisma.raw(names.join(", ")), Prisma.raw(`"${noun}"`)];
  await db.$executeRaw`
    INSERT INTO ${table} (${listed})
    SELECT ${listed} FROM jsonb_populate_recordset(jsonb_populate_record(NULL::${table}, ${common}::jsonb || ${JSON.stringify(recording)}::jsonb), ${rows}::jsonb)`;
}
