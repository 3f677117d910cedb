/** References: the cells in which a row names other rows, and where those are: in the data set, on record, or nowhere. */
import { isDeepStrictEqual } from "node:util";
import { LRUCache } from "lru-cache";
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
  type Column,
  type KeyedTable,
  type Table,
} from "../format/format.ts";
import { KeyList } from "../format/key-list.ts";

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
};

export type Known = Readonly<
  Record<KeyedTable, Pick<ReadonlyMap<string, KnownRow>, "has" | "get"> & { /** On record or not. */ idOf(key: string): string }>
>;

const referenceColumns = byTable((table) =>
  columnsOf[table].flatMap((column) => (column.refersTo ? [{ column, to: column.refersTo }] : [])),
);

/** The references in a row, cell by cell. */
export function referencesOf(table: Table, row: Row): Reference[] {
  const references: Reference[] = [];
  for (const { column, to } of referenceColumns[table]) {
    const cell = cellOf(row, column.name);
    if (cell === "") continue;
    for (const key of column.as === "list" ? splitList(cell) : [cell]) references.push({ column, to, key });
  }
  return references;
}

/** The key of a row in its own table. */
export function keyOf(table: KeyedTable, row: Row): string {
  return cellOf(row, keyColumn(table));
}

/** The id of a row that is on record, or will be. */
export function idIn(known: Known, table: KeyedTable, key: string): string {
  return known[table].get(key)?.id ?? idOfKey(nouns[table], key);
}

// Most rows name what the rows around them name.
const idsHeld = 10_000;

/** Rows on record by key. Most of a large file that is imported again say no more than that they are there: of those only the keys are held. */
class KnownRows {
  readonly #table: KeyedTable;
  readonly #plain = new KeyList();
  readonly #rows = new Map<string, KnownRow>();
  readonly #ids = new LRUCache<string, string>({ max: idsHeld });

  constructor(table: KeyedTable) {
    this.#table = table;
  }

  has(key: string): boolean {
    return this.#rows.has(key) || this.#plain.indexOf(key) !== -1;
  }

  get(key: string): KnownRow | undefined {
    return this.#rows.get(key) ?? (this.#plain.indexOf(key) === -1 ? undefined : this.#plainRow(key));
  }

  idOf(key: string): string {
    const id = this.#ids.get(key) ?? this.get(key)?.id ?? idOfKey(nouns[this.#table], key);
    this.#ids.set(key, id);
    return id;
  }

  add(row: KnownRow): void {
    if (isDeepStrictEqual(row, this.#plainRow(row.key))) this.#plain.add(row.key);
    else this.#rows.set(row.key, row);
  }

  #plainRow(key: string): KnownRow {
    return { table: this.#table, id: idOfKey(nouns[this.#table], key), key };
  }
}

/** Looks up every key of a row, and every one that a row names, whoever may see it; for facilities and documents the ancestors on record, generation by generation. */
export async function lookUp(db: Db, rows: KeysOfTables, named: KeysOfTables): Promise<Known> {
  const known = {} as Record<KeyedTable, KnownRows>;
  for (const table of keyedTables) {
    const found = (known[table] = new KnownRows(table));
    const wanted = [...named[table].keys()].filter((key) => !rows[table].has(key));
    const asked = new Set(wanted);
    const ask = async (keys: Iterable<string>) => {
      const parents = new Set<string>();
      for (const chunk of chunks(keys)) {
        const there = await keysOnRecord(db, table, chunk);
        if (there.length === 0) continue;
        for (const row of await finders[table](db, there)) {
          found.add({ table, ...row });
          for (const parent of row.parents ?? []) if (!rows[table].has(parent) && !asked.has(parent)) parents.add(parent);
        }
      }
      for (const parent of parents) asked.add(parent);
      return parents;
    };
    for (let next: ReadonlySet<string> = new Set([...(await ask(rows[table].keys())), ...(await ask(wanted))]); next.size > 0;)
      next = await ask(next);
  }
  return known;
}

type Keys = { has(key: string): boolean; keys(): Iterable<string> };
export type KeysOfTables = Readonly<Record<KeyedTable, Keys>>;

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
    return rows.map(({ id, key, derivedFrom }) => ({
      id,
      key,
      ...(derivedFrom.length > 0 && { parents: derivedFrom.map((origin) => origin.key) }),
    }));
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
    return rows.map(({ id, slug, statedPartOf: whole }) => ({ id, key: slug, ...(whole && { parents: [whole.slug] }) }));
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
  const select = { id: true, key: true, kind: true, supersededBy: { select: { key: true } } } as const;
  const rows = await db.claim.findMany({ where: { key: { in: keys } }, select });
  return rows.map(({ id, key, kind, supersededBy }) => ({
    id,
    key,
    table: claimTables[kind],
    ...(supersededBy && { supersededBy: supersededBy.key }),
  }));
}
