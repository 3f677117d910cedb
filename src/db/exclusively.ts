/** One process at a time, on one database: a lock of a session of its own, which PostgreSQL drops with the session, however it ends. */
import { connected, likeConnectionName, type Address } from "./connect.ts";
import type { Prisma } from "./generated/prisma/client.ts";
import { locks } from "./locks.ts";

type Holder = { pid: number; application: string; address: string | null; since: Date };

// Who waits longer than this says so, and again each time that it has doubled.
const patienceMilliseconds = 5000;

/**
 * Runs something while holding the start lock. Whoever has to wait says for whom.
 * @param direct an address that keeps sessions: through a pooler in transaction mode the lock would stay behind in a session that somebody else gets
 */
export async function exclusively<Result>(
  direct: Address,
  say: (sentence: string) => void,
  run: () => Promise<Result>,
  patience = patienceMilliseconds,
): Promise<Result> {
  return connected(direct, "unhurried", async (client) => {
    let timer: NodeJS.Timeout | undefined;
    const waitFrom = (milliseconds: number) => {
      timer = setTimeout(() => {
        void whoHolds(direct).then(
          (sentence) => say(sentence),
          () => {},
        );
        waitFrom(milliseconds * 2);
      }, milliseconds);
    };
    waitFrom(patience);
    try {
      await client.query("SELECT pg_advisory_lock($1)", [locks.start]);
    } finally {
      clearTimeout(timer);
    }
    try {
      return await run();
    } finally {
      // Not left to the end of the connection, which a proxy may keep. When it is lost, so is the lock.
      await client
        .query("SELECT pg_advisory_unlock($1)", [locks.start])
        .catch(() => say("The connection that held the start lock was lost."));
    }
  });
}

async function whoHolds(direct: Address): Promise<string> {
  return connected(direct, "hub", async (client) => {
    const { rows } = await client.query<Holder>(
      `SELECT pid, application_name AS application, host(client_addr) AS address, backend_start AS since FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = $1 AND objsubid = 1 AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      [locks.start],
    );
    const holder = rows[0];
    if (holder === undefined) return "Waiting for the start lock, which has just changed hands.";
    return (
      `Waiting for another process that starts on this database: ${holder.application || "unnamed"} from ${holder.address ?? "this machine"}, connected since ${holder.since.toISOString()}. ` +
      `If it hangs: SELECT pg_terminate_backend(${holder.pid})`
    );
  });
}

/** Whether nobody else is connected to the database. False also where that cannot be told: where connections go by a name that the address gives, or through a pooler. Who only watches is somebody too. */
export async function isAlone(db: Prisma.TransactionClient): Promise<boolean> {
  const [row] = await db.$queryRaw<{ named: boolean; others: bigint }[]>`
    SELECT current_setting('application_name') LIKE ${likeConnectionName} AS "named",
      (SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND backend_type = 'client backend' AND application_name <> current_setting('application_name')) AS "others"`;
  return row!.named && row!.others === 0n;
}
