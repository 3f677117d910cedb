/** The configured database, for one command. */
import { openDatabase, type Database } from "../db/database.ts";
import type { Terminal } from "./terminal.ts";

export async function withDatabase<Result>({ config, err }: Terminal, use: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase({ ...config(), say: err });
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}
