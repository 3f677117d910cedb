/** The SQL that a process sends, below Prisma and whatever else, whichever engine it has: the server may not have pg_stat_statements. */
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

const kept = 10_000;
// PGlite opens and closes its transactions itself, out of sight.
const frame = /^(BEGIN|COMMIT|ROLLBACK)\b/;
type Query = (this: object, ...args: unknown[]) => unknown;

/** Takes down every statement from now on. Returns what was taken since it was last asked. Only the latest are kept, at the cost of one array entry a statement. */
export function recordStatements(): () => string[] {
  let statements: string[] = [];
  const record = (client: { query: unknown }) => {
    const query = client.query as Query;
    client.query = function (this: object, ...args: unknown[]) {
      const [statement] = args as [string | { text: string }];
      const text = typeof statement === "string" ? statement : statement.text;
      if (!frame.test(text) && statements.push(text) === kept) statements = [];
      return query.apply(this, args);
    };
  };
  record(pg.Client.prototype);
  record(PGlite.prototype);
  const { transaction } = PGlite.prototype;
  PGlite.prototype.transaction = function (run) {
    return transaction.call(this, (opened) => {
      record(opened);
      return run(opened);
    }) as never;
  };
  return () => {
    const taken = statements;
    statements = [];
    return taken;
  };
}
