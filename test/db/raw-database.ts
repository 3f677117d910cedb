/** A test's database without the hub before it: whole scripts, and rows as they are. */
import pg from "pg";
import { openEmbedded } from "../../src/db/embedded.ts";
import type { Where } from "../kit/database.ts";

export type RawDatabase = AsyncDisposable & {
  /** Runs any number of statements. */
  run(script: string): Promise<void>;
  rows<Row extends object>(sql: string): Promise<Row[]>;
};

export async function openRaw({ databaseUrl, home }: Where): Promise<RawDatabase> {
  if (databaseUrl === undefined) {
    const { pglite, close } = await openEmbedded(home);
    return {
      run: async (script) => void (await pglite.exec(script)),
      rows: async <Row extends object>(sql: string) => (await pglite.query<Row>(sql)).rows,
      [Symbol.asyncDispose]: close,
    };
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  return {
    run: async (script) => void (await client.query(script)),
    rows: async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows,
    [Symbol.asyncDispose]: () => client.end(),
  };
}
