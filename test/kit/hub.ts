/** A hub of a test's own: a real server on a real socket over a database of its own, and clients that speak to its public door. */
import { pino } from "pino";
import { createApp, type AppOptions } from "../../src/app.ts";
import { createApiKey, ensureFirstKey } from "../../src/domain/key.ts";
import { change } from "../../src/domain/change.ts";
import { viewerOf, type Scope } from "../../src/domain/viewer.ts";
import type { Database } from "../../src/db/database.ts";
import { freshDatabase, type World } from "./database.ts";

export type Answer<Data = Record<string, any>> = {
  status: number;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, any> }[];
};

export type Hub = AsyncDisposable & {
  readonly url: string;
  readonly database: Database;
  /** A key with every scope. */
  readonly key: string;
  /** Another key, with the given scopes. */
  newKey(...scopes: Scope[]): Promise<string>;
  /** Sends one operation over HTTP; with the first key unless another (or null, for none) is given. */
  send<Data = Record<string, any>>(query: { toString(): string }, variables?: object, key?: string | null): Promise<Answer<Data>>;
};

/** `around` gives the hub another view of the database than the test has, as to count what it reads. */
export async function startHub(
  world: World = "venezuela",
  options: Partial<AppOptions> = {},
  around: (database: Database) => Database = (same) => same,
): Promise<Hub> {
  const database = await freshDatabase(world);
  const key = (await ensureFirstKey(database.prisma, undefined, () => {}))!;
  const app = createApp({ host: "127.0.0.1", port: 0, database: around(database), log: pino({ level: "silent" }), ...options });
  const url = await app.start();
  return {
    url,
    database,
    key,
    async newKey(...scopes) {
      const made = await change(database.prisma, viewerOf("key:test", ["ADMIN"]), createApiKey, { name: "test", scopes });
      return made.secret;
    },
    async send(query, variables = {}, sender = key) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", ...(sender === null ? {} : { authorization: `Bearer ${sender}` }) },
        body: JSON.stringify({ query: String(query), variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as never;
    },
    async [Symbol.asyncDispose]() {
      await app.stop();
      await database[Symbol.asyncDispose]();
    },
  };
}
