/**
 * Much read as text, a value for some hundred people: Prisma spends longer on mapping rows than PostgreSQL on finding them, and one value for all would be read in one go, while everybody else waits.
 */
import { Prisma } from "./generated/prisma/client.ts";

/** All rows of `from` as one value, each as what `row` makes of it: for some hundred of them. */
export async function readWritten<Row>(db: Pick<Prisma.TransactionClient, "$queryRaw">, row: Prisma.Sql, from: Prisma.Sql): Promise<Row[]> {
  const [found] = await db.$queryRaw<{ rows: string | null }[]>`SELECT json_agg(${row})::text AS "rows" FROM ${from}`;
  return found?.rows == null ? [] : (JSON.parse(found.rows) as Row[]);
}

// So that reading a portion of what the hub is made for takes a few milliseconds.
const portions = 256;

/** The portion to which a person belongs, as an expression to group by. */
export const portionOf = (person: Prisma.Sql) => Prisma.sql`hashtext(${person}::text) & ${portions - 1}::int`;
