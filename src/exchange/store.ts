/** The tables of the format in the database: reading whole rows, creating and updating them. */
import type { Db } from "../db/database.ts";
import type { Prisma } from "../db/generated/prisma/client.ts";
import { linkOrigins } from "../domain/document.ts";
import type { Columns } from "./draft.ts";
import type { KeyedTable } from "./format.ts";

export type StoredRow = Columns & { readonly id: string; readonly recordedAt: Date };

type Store = {
  /** Rows with all their columns, those among the ids that there are. */
  read(db: Db, ids: string[]): Promise<StoredRow[]>;
  create(db: Db, rows: readonly Columns[]): Promise<unknown>;
  /** Only for rows that may change. */
  update?(db: Db, id: string, columns: Columns): Promise<unknown>;
};

const among = (ids: string[]) => ({ where: { id: { in: ids } } });

const claims: Store = {
  read: (db, ids) => db.claim.findMany(among(ids)),
  create: (db, rows) => db.claim.createMany({ data: rows as Prisma.ClaimCreateManyInput[] }),
};

/** Documents carry a relation, `derivedFrom`, here as the sorted ids of the documents that they repeat. */
const documents: Store = {
  async read(db, ids) {
    const rows = await db.document.findMany({ ...among(ids), include: { derivedFrom: { select: { id: true } } } });
    return rows.map((row) => ({ ...row, derivedFrom: row.derivedFrom.map(({ id }) => id).toSorted() }));
  },
  async create(db, rows) {
    await db.document.createMany({ data: rows.map(({ derivedFrom: _, ...row }) => row as Prisma.DocumentCreateManyInput) });
    for (const { id, derivedFrom } of rows) await linkOrigins(db, id as string, derivedFrom as string[]);
  },
  update(db, id, { derivedFrom, ...columns }) {
    const origins = derivedFrom === undefined ? {} : { derivedFrom: { set: (derivedFrom as string[]).map((origin) => ({ id: origin })) } };
    return db.document.update({ where: { id }, data: { ...columns, ...origins }, select: { id: true } });
  },
};

export const stores: Readonly<Record<KeyedTable, Store>> = {
  sources: {
    read: (db, ids) => db.source.findMany(among(ids)),
    create: (db, rows) => db.source.createMany({ data: rows as Prisma.SourceCreateManyInput[] }),
    update: (db, id, columns) => db.source.update({ where: { id }, data: columns, select: { id: true } }),
  },
  documents,
  definitions: {
    read: (db, ids) => db.definition.findMany(among(ids)),
    create: (db, rows) => db.definition.createMany({ data: rows as Prisma.DefinitionCreateManyInput[] }),
  },
  facilities: {
    read: (db, ids) => db.facility.findMany(among(ids)),
    create: (db, rows) => db.facility.createMany({ data: rows as Prisma.FacilityCreateManyInput[] }),
    update: (db, id, columns) => db.facility.update({ where: { id }, data: columns, select: { id: true } }),
  },
  detainees: {
    read: (db, ids) => db.detainee.findMany(among(ids)),
    create: (db, rows) => db.detainee.createMany({ data: rows as Prisma.DetaineeCreateManyInput[] }),
    update: (db, id, columns) => db.detainee.update({ where: { id }, data: columns, select: { id: true } }),
  },
  events: {
    read: (db, ids) => db.custodyEvent.findMany(among(ids)),
    create: (db, rows) => db.custodyEvent.createMany({ data: rows as Prisma.CustodyEventCreateManyInput[] }),
  },
  counts: claims,
  "event-claims": claims,
};
