/** What PostgreSQL's processes for one database have used, where it runs on this machine and lets that be read. */
import { readFile } from "node:fs/promises";
import type pg from "pg";

/** Resolves with what tells the CPU time since, in milliseconds; null where it cannot be known. */
export async function watchBackends(client: pg.Client): Promise<() => Promise<number | null>> {
  const before = await readAll(client);
  return async () => {
    const after = await readAll(client);
    if (before === null || after === null) return null;
    return [...after].reduce((sum, [pid, used]) => sum + used - (before.get(pid) ?? 0), 0);
  };
}

async function readAll(client: pg.Client): Promise<Map<number, number> | null> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_type IN ('client backend', 'parallel worker') AND pid <> pg_backend_pid()`,
  );
  try {
    const used = await Promise.all(rows.map(async ({ pid }) => [pid, await usedBy(pid)] as const));
    return new Map(used.filter((each): each is readonly [number, number] => each[1] !== null));
  } catch {
    return null;
  }
}

/** Of a process that has ended meanwhile nothing is known. @throws where there are no such files */
async function usedBy(pid: number): Promise<number | null> {
  const text = await readFile(`/proc/${pid}/schedstat`, "utf8");
  return Number(text.split(" ")[0]) / 1e6;
}
