/** Reads that are begun side by side go as one statement: a question with many parts must not take one for each of them. */
import { Prisma } from "../../db/generated/prisma/client.ts";

type Rows = readonly unknown[];
type Read = { readonly sql: Prisma.Sql; readonly resolve: (rows: Rows) => void; readonly reject: (reason: unknown) => void };
type Reading = Pick<Prisma.TransactionClient, "$queryRaw">;

/** The same to read through. What is read through it in raw SQL has columns of what JSON knows: text, whole numbers, booleans, lists of these, and no times. */
export function together<Db extends Reading>(db: Db): Db {
  let begun: Read[] = [];
  const send = async () => {
    const reads = begun;
    begun = [];
    const parts = reads.map(({ sql }, at) => Prisma.sql`(SELECT json_agg(given)::text FROM (${sql}) AS given) AS ${Prisma.raw(`"${at}"`)}`);
    try {
      const [row] = await db.$queryRaw<Record<string, string | null>[]>`SELECT ${Prisma.join(parts)}`;
      for (const [at, { resolve }] of reads.entries()) resolve(JSON.parse(row![at] ?? "[]") as Rows);
    } catch (error) {
      for (const { reject } of reads) reject(error);
    }
  };
  const read = (text: TemplateStringsArray | Prisma.Sql, ...values: unknown[]): Promise<Rows> =>
    new Promise((resolve, reject) => {
      const sql = "raw" in text ? Prisma.sql(text, ...values) : text;
      // Those that wait for the same begin again in one turn.
      if (begun.push({ sql, resolve, reject }) === 1) setImmediate(() => void send());
    });
  return new Proxy(db, { get: (target, name) => (name === "$queryRaw" ? read : Reflect.get(target, name)) });
}
