/** References: the cells in which a row names other rows, and where those are: in the data set, on record, or nowhere. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import { idOfKey } from "../../domain/identity.ts";
import { cellOf, splitList, type Row } from "../format/cell.ts";
import { chunks } from "../../db/chunks.ts";
import {
  byTable,
  claimTables,
  columnsOf,
  keyColumn,
  keyedTables,
  nouns,
  tables,
  type Column,
  type KeyedTable,
  type Table,
} from "../format/format.ts";
import type { Dataset } from "../format/read-dataset.ts";

export type Reference = { readonly column: Column; readonly to: KeyedTable; readonly key: string };

/** A row on record, under whichever table its key was looked for. */
export type KnownRow = {
  readonly id: string;
  readonly key: string;
  readonly table: KeyedTable;
  /** Keys of the rows that a facility is part of or a document is derived from: the references within a table that may change. */
  readonly parents?: readonly string[];
  readonly supersededBy?: string | undefined;
  /** Of a definition: the slug of its source. */
  readonly source?: string;
  /** Of a person: what it is listed as, whether that is the name, and whether a minor. */
  readonly name?: string;
  readonly named?: boolean;
  readonly minor?: boolean;
  /** Of an event claim: the id of its event. */
  readonly event?: string | null;
};

export type Known = Readonly<Record<KeyedTable, ReadonlyMap<string, KnownRow>>>;

const referenceColumns = byTable((table) =>
  columnsOf[table].flatMap((column) => (column.refersTo ? [{ column, to: column.refersTo }] : [])),
);

/** The references in a row, cell by cell. */
export function referencesOf(table: Table, row: Row): Reference[] {
  return referenceColumns[table].flatMap(({ column, to }) => {
    const cell = cellOf(row, column.name);
    if (cell === "") return [];
    return column.as === "list" ? splitList(cell).map((key) => ({ column, to, key })) : [{ column, to, key: cell }];
  });
}

/** The key of a row in its own table. */
export function keyOf(table: KeyedTable, row: Row): string {
  return cellOf(row, keyColumn(table));
}

/** The id of a row that is on record, or will be. */
export function idIn(known: Known, table: KeyedTable, key: string): string {
  return known[table].get(key)?.id ?? idOfKey(nouns[table], key);
}

/** Looks up every key in the data set, whoever may see the row, and for facilities and documents the ancestors on record, generation by generation. */
export async function lookUp(db: Db, dataset: Dataset): Promise<Known> {
  const wanted = new Map<KeyedTable, Set<string>>();
  const want = (table: KeyedTable, key: string) => wanted.set(table, (wanted.get(table) ?? new Set()).add(key));
  for (const table of tables)
    for (const row of dataset.rows[table]) {
      if (table !== "names") want(table, keyOf(table, row));
      for (const { to, key } of referencesOf(table, row)) want(to, key);
    }

  const known = {} as Record<KeyedTable, Map<string, KnownRow>>;
  for (const table of keyedTables) {
    const found = (known[table] = new Map<string, KnownRow>());
    const asked = new Set<string>();
    for (let keys = [...(wanted.get(table) ?? [])]; keys.length > 0;) {
      const parents = new Set<string>();
      for (const chunk of chunks(keys)) {
        for (const key of chunk) asked.add(key);
        const there = await keysOnRecord(db, table, chunk);
        if (there.length === 0) continue;
        for (const row of await finders[table](db, there)) {
          found.set(row.key, { table, ...row });
          for (const parent of row.parents ?? []) parents.add(parent);
        }
      }
      keys = [...parents].filter((key) => !asked.has(key));
    }
  }
  return known;
}

/** Most rows of a large data set are new: that is found out by a statement with one parameter, where Prisma sends one for each key. */
async function keysOnRecord(db: Db, table: KeyedTable, keys: readonly string[]): Promise<string[]> {
  const [noun, column] = [Prisma.raw(`"${nouns[table]}"`), Prisma.raw(`"${keyColumn(table)}"`)];
  const rows = await db.$queryRaw<{ key: string }[]>`SELECT ${column} AS "key" FROM ${noun} WHERE ${column} = ANY(${keys}::text[])`;
  return rows.map(({ key }) => key);
}

type Found = Omit<KnownRow, "table"> & { readonly table?: KeyedTable };

const finders: Readonly<Record<KeyedTable, (db: Db, keys: string[]) => Promise<Found[]>>> = {
  async sources(db, keys) {
    const rows = await db.source.findMany({ where: { slug: { in: keys } }, select: { id: true, slug: true } });
    return rows.map(({ id, slug }) => ({ id, key: slug }));
  },
  async documents(db, keys) {
    const rows = await db.document.findMany({
      where: { key: { in: keys } },
      select: { id: true, key: true, derivedFrom: { select: { key: true } } },
    });
    return rows.map(({ id, key, derivedFrom }) => ({ id, key, parents: derivedFrom.map((origin) => origin.key) }));
  },
  async definitions(db, keys) {
    const select = { id: true, key: true, statedSource: { select: { slug: true } }, supersededBy: { select: { key: true } } } as const;
    const rows = await db.definition.findMany({ where: { key: { in: keys } }, select });
    return rows.map(({ id, key, statedSource, supersededBy }) => ({
      id,
      key,
      source: statedSource!.slug,
      supersededBy: supersededBy?.key,
    }));
  },
  async facilities(db, keys) {
    const rows = await db.facility.findMany({
      where: { slug: { in: keys } },
      select: { id: true, slug: true, statedPartOf: { select: { slug: true } } },
    });
    return rows.map(({ id, slug, statedPartOf: whole }) => ({ id, key: slug, parents: whole ? [whole.slug] : [] }));
  },
  async detainees(db, keys) {
    const rows = await db.detainee.findMany({
      where: { key: { in: keys } },
      select: { id: true, key: true, name: true, named: true, ageGroup: true },
    });
    return rows.map(({ ageGroup, ...row }) => ({ ...row, minor: ageGroup === "MINOR" }));
  },
  events: (db, keys) => db.custodyEvent.findMany({ where: { key: { in: keys } }, select: { id: true, key: true } }),
  async indicators(db, keys) {
    const rows = await db.indicator.findMany({ where: { slug: { in: keys } }, select: { id: true, slug: true } });
    return rows.map(({ id, slug }) => ({ id, key: slug }));
  },
  counts: findClaims,
  "event-claims": findClaims,
  remarks: findClaims,
};

async function findClaims(db: Db, keys: string[]): Promise<Found[]> {
  const select = { id: true, key: true, kind: true, statedEventId: true, supersededBy: { select: { key: true } } } as const;
  const rows = await db.claim.findMany({ where: { key: { in: keys } }, select });
  return rows.map(({ id, key, kind, statedEventId, supersededBy }) => ({
    id,
    key,
    table: claimTables[kind],
    event: statedEventId,
    supersededBy: supersededBy?.key,
  }));
}
