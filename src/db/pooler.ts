/** Which of two addresses keeps sessions: a pooler in transaction mode (PgBouncer and its like) gives each transaction whichever session is free. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { connected, DatabaseUnusable, type Address } from "./connect.ts";
import { settings } from "./locks.ts";

const attempts = 5;

/** Whether what is set in a session is lost, or seen by others, once a transaction is over. */
async function sharesSessions(address: Address): Promise<boolean> {
  return connected(address, "pooled", async (one) => {
    const { rows } = await one.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    // Who connects to PostgreSQL itself is told the process that serves it; a pooler makes up a number.
    if ((one as pg.Client & { processID: number }).processID === rows[0]!.pid) return false;
    return connected(address, "pooled", async (other) => {
      const mark = randomUUID();
      const seen = async (client: pg.Client) =>
        (await client.query<{ mark: string }>("SELECT current_setting($1, true) AS mark", [settings.probe])).rows[0]!.mark;
      const leave = (value: string) => one.query("SELECT set_config($1, $2, false)", [settings.probe, value]);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        await leave(mark);
        // The other holds a session meanwhile: the one that was left just now, or another, so that the first has to take what is left.
        await other.query("BEGIN");
        const shared = (await seen(other)) === mark || (await seen(one)) !== mark;
        await other.query("ROLLBACK");
        await leave("");
        if (shared) return true;
      }
      return false;
    });
  });
}

/**
 * Tells whether `address` goes through a pooler in transaction mode. Then `direct` has to lead past it, to the same database: LISTEN, migrations and session locks do not pass.
 * @throws DatabaseUnusable in a sentence that says what to set
 */
export async function judgePooler(address: Address, direct: Address | undefined): Promise<{ pooled: boolean }> {
  const pooled = await sharesSessions(address);
  if (pooled && direct === undefined)
    throw new DatabaseUnusable(
      "DATABASE_URL goes through a pooler in transaction mode, which does not carry LISTEN, migrations and session locks: give the address of PostgreSQL itself with DATABASE_DIRECT_URL.",
    );
  if (direct === undefined) return { pooled };
  if (await sharesSessions(direct))
    throw new DatabaseUnusable(
      "DATABASE_DIRECT_URL goes through a pooler in transaction mode: give the address of PostgreSQL itself, or of a pooler in session mode.",
    );
  const [one, other] = [await whichDatabase(address), await whichDatabase(direct)];
  if (one.place !== other.place)
    throw new DatabaseUnusable(
      `DATABASE_URL leads to the database ${one.name}, DATABASE_DIRECT_URL to ${other.name} or to another server: both must lead to the same one.`,
    );
  if (pooled && one.schema !== "public")
    throw new DatabaseUnusable(
      `Behind the pooler the search path begins with ${one.schema ?? "nothing"}: ALTER ROLE ${one.role} SET search_path = public, for a pooler does not keep what the hub sets.`,
    );
  return { pooled };
}

type Which = { place: string; name: string; schema: string | null; role: string };

async function whichDatabase(address: Address): Promise<Which> {
  return connected(address, "pooled", async (client) => {
    const { rows } = await client.query<Which>(
      `SELECT current_database() || ' since ' || extract(epoch FROM pg_postmaster_start_time()) AS place, current_database() AS name, current_schema() AS schema, quote_ident(current_user) AS role`,
    );
    return rows[0]!;
  });
}
