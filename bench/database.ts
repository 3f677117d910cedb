/** A database of the bench's own, migrated as the hub migrates its own. */
import pg from "pg";
import { openDatabase } from "../src/db/database.ts";

/** Creates it on the server of the admin URL. `drop` ends whatever still uses it, and may be called again. */
export async function createDatabase(admin: string, name: string): Promise<{ url: string; drop(): Promise<void> }> {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  await asAdmin(admin, `CREATE DATABASE "${name}"`);
  let dropped: Promise<void> | undefined;
  const drop = () => (dropped ??= asAdmin(admin, `DROP DATABASE "${name}" WITH (FORCE)`));
  try {
    const database = await openDatabase({ databaseUrl: url.href, home: undefined });
    try {
      await database.exclusively(() => database.migrate());
    } finally {
      await database.close();
    }
    return { url: url.href, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function asAdmin(admin: string, sql: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
