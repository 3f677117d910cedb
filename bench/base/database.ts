/** A database of the bench's own, migrated as the hub migrates its own. */
import pg from "pg";
import { openDatabase } from "../../src/db/database.ts";

const alreadyThere = "42P04";
type Created = { readonly url: string; readonly created: boolean; drop(): Promise<void> };

/** Creates it on the server of the admin URL, or with `reuse` takes the one that is there. `drop` ends whatever still uses it, and may be called again. */
export async function createDatabase(admin: string, name: string, reuse = false): Promise<Created> {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const created = await asAdmin(admin, `CREATE DATABASE "${name}"`).then(
    () => true,
    (error: unknown) => {
      if (reuse && error instanceof pg.DatabaseError && error.code === alreadyThere) return false;
      throw error;
    },
  );
  let dropped: Promise<void> | undefined;
  const drop = () => (dropped ??= asAdmin(admin, `DROP DATABASE "${name}" WITH (FORCE)`));
  try {
    const database = await openDatabase({ databaseUrl: url.href, home: undefined });
    try {
      await database.exclusively(() => database.migrate());
    } finally {
      await database.close();
    }
    return { url: url.href, created, drop };
  } catch (error) {
    if (created) await drop();
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
