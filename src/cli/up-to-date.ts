/** Brings a database up to date: the migrations, and then what only code can do to the rows. Whoever calls has it to themselves (`exclusively`). */
import type { Database } from "../db/database.ts";
import { applyAdoptedPolicy } from "../domain/verification/adopt-policy.ts";

/** Returns the names of the migrations that were applied, and tells what a policy that came with them changed. */
export async function bringUpToDate(database: Database, out: (line: string) => void): Promise<string[]> {
  const applied = await database.migrate();
  const policy = await applyAdoptedPolicy(database.prisma);
  if (policy) out(`policy: ${policy.version} in force, ${policy.moved} event(s) have another state (see its decisions and the feed)`);
  return applied;
}
