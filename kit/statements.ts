/** The SQL that a process sends, below Prisma and whatever else, whichever engine it has: the server may not have pg_stat_statements. */
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

const kept = 10_000;
type Query = (this: object, ...args: unknown[]) => unknown;

/**
 * Takes down every statement from now on. Returns what was taken since it was last asked. Only the latest are kept, at the cost of one array entry a statement. What runs inside a transaction of PGlite
 * is not seen.
 */
export function recordStatements(): () => string[] {
  let statements: string[] = [];
  const record = (prototype: { query: unknown }) => {
    const query = prototype.query as Query;
    prototype.query = function (this: object, ...args: unknown[]) {
      const [statement] = args as [string | { text: string }];
      if (statements.push(typeof statement === "string" ? statement : statement.text) === kept) statements = [];
      return query.apply(this, args);
    };
  };
  record(pg.Client.prototype);
  record(PGlite.prototype);
  return () => {
    const taken = statements;
    statements = [];
    return taken;
  };
}
