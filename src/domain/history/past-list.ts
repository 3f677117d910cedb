/** Lists as they were: which rows a page held at a moment, and how many the list had. */
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import {
  columnOf,
  openTable,
  pastOf,
  statedColumn,
  tableSql,
  wayOf,
  withLookedUp,
  type Model,
  type Past,
  type Table,
} from "./past-tables.ts";
import { whereSql } from "./past-where.ts";

/** What is asked of a list, as Prisma takes it. */
export type PastQuery = {
  readonly where: object;
  readonly orderBy: readonly Readonly<Record<string, "asc" | "desc">>[];
  readonly take: number;
};
/** A row of it: its id, and the columns that were asked for as they were then. */
export type PastRow = { readonly id: string } & Readonly<Record<string, unknown>>;

const comma = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], ", ");
const named = (name: string) => Prisma.raw(`"${name}"`);

function select(
  table: Table,
  columns: readonly string[],
  { where, orderBy, take }: PastQuery,
  link: Prisma.Sql = Prisma.sql`TRUE`,
): Prisma.Sql {
  const told = columns.map((column) => Prisma.sql`${columnOf(table, column)} AS ${named(column)}`);
  const order = orderBy.flatMap((entry) =>
    Object.entries(entry).map(([column, direction]) => Prisma.sql`${columnOf(table, column)} ${Prisma.raw(direction)}`),
  );
  const condition = whereSql(table, where);
  const sorted = order.length === 0 ? Prisma.empty : Prisma.sql`ORDER BY ${comma(order)}`;
  return Prisma.sql`SELECT ${comma(told)} FROM ${tableSql(table)} AS ${Prisma.raw(table.alias)} WHERE ${link} AND ${condition} ${sorted} LIMIT ${take}::int`;
}

/** The rows of a page of a list, in its order. */
export async function pageThen(db: Db, model: Model, moment: Date, query: PastQuery, columns: readonly string[]): Promise<PastRow[]> {
  const past = pastOf(moment);
  return db.$queryRaw<PastRow[]>(withLookedUp(past, select(openTable(past, model), [...new Set(["id", ...columns])], query)));
}

/** How many rows met a condition. */
export async function countThen(db: Db, model: Model, moment: Date, where: object): Promise<number> {
  const past = pastOf(moment);
  const table = openTable(past, model);
  const condition = whereSql(table, where);
  const [row] = await db.$queryRaw<{ count: number }[]>(
    withLookedUp(
      past,
      Prisma.sql`SELECT count(*)::int AS "count" FROM ${tableSql(table)} AS ${Prisma.raw(table.alias)} WHERE ${condition}`,
    ),
  );
  return row!.count;
}

/** Lists of records: each by its owner and by all records that were one with it then, which is what its rows were stated of. */
export type Owners = { readonly model: Model; readonly relation: string; readonly records: ReadonlyMap<string, Iterable<string>> };

/** For each owner the rows of a page of its list. `ordinals`: of events in the order of their timelines, their places. */
export async function pagesThen(
  db: Db,
  owners: Owners,
  moment: Date,
  query: PastQuery,
  columns: readonly string[],
  ordinals: Past["ordinals"],
): Promise<Map<string, PastRow[]>> {
  const rows = await ofEach<PastRow & { owner: string }>(db, owners, pastOf(moment, ordinals), (table, link) =>
    select(table, [...new Set(["id", ...columns])], query, link),
  );
  return Map.groupBy(rows, ({ owner }) => owner);
}

/** For each owner how many rows its list had; those without any are left out. */
export async function countsThen(db: Db, owners: Owners, moment: Date, where: object): Promise<Map<string, number>> {
  const rows = await ofEach<{ owner: string; count: number }>(db, owners, pastOf(moment), (table, link) => {
    const condition = whereSql(table, where);
    return Prisma.sql`SELECT count(*)::int AS "count" FROM ${tableSql(table)} AS ${Prisma.raw(table.alias)} WHERE ${link} AND ${condition}`;
  });
  return new Map(rows.map(({ owner, count }) => [owner, count]));
}

/** One statement for all owners, which goes from their records to the rows. */
function ofEach<Row>(
  db: Db,
  { model, relation, records }: Owners,
  past: Past,
  each: (table: Table, link: Prisma.Sql) => Prisma.Sql,
): Promise<Row[]> {
  const pairs = Array.from(records, ([owner, some]) => Array.from(some, (record) => [owner, record] as const)).flat();
  const { to, at } = wayOf(model, relation);
  const own = Prisma.sql`ARRAY(SELECT pair."record" FROM pair WHERE pair."owner" = list."owner")`;
  const table = openTable(past, to);
  const rows = each(table, linkSql(table, at, own));
  past.lookedUp.set(
    "pair",
    Prisma.sql`SELECT * FROM unnest(${pairs.map(([owner]) => owner)}::uuid[], ${pairs.map(([, record]) => record)}::uuid[]) AS pair("owner", "record")`,
  );
  return db.$queryRaw<Row[]>(
    withLookedUp(
      past,
      Prisma.sql`SELECT list."owner", row.* FROM unnest(${[...records.keys()]}::uuid[]) AS list("owner") CROSS JOIN LATERAL (${rows}) AS row`,
    ),
  );
}

/** Rows that name one of the records in a column. What was stated names them as themselves, and stands in indexes. */
function linkSql(table: Table, column: string, records: Prisma.Sql): Prisma.Sql {
  if (table.model === "Claim" && column === "detaineeId")
    return Prisma.sql`${columnOf(table, "eventId")} IN (SELECT event."id" FROM "CustodyEvent" AS event WHERE event."statedDetaineeId" = ANY (${records}))`;
  const stated = table.model === "Facility" ? null : statedColumn(table.model, column);
  return Prisma.sql`${columnOf(table, stated ?? column)} = ANY (${records})`;
}
