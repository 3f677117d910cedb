/** A hub of a test's own: a real server on a real socket over a database of its own, and clients that speak to its public door. */
import { pino } from "pino";
import { createApp, type AppOptions } from "../../src/app.ts";
import { createApiKey } from "../../src/domain/access/api-key.ts";
import { change } from "../../src/domain/change.ts";
import { operator, scopes, type Scope } from "../../src/domain/viewer.ts";
import type { Database } from "../../src/db/database.ts";
import { sendTo, type Send } from "./send.ts";
import { freshDatabase, type World } from "./database.ts";

export type Hub = AsyncDisposable & {
  readonly url: string;
  readonly database: Database;
  /** A key with every scope. */
  readonly key: string;
  /** Another key, with the given scopes. */
  newKey(...scopes: Scope[]): Promise<string>;
  /** With the first key unless another (or null, for none) is given. */
  readonly send: Send;
};

/** `around` gives the hub another view of the database than the test has, as to count what it reads. */
export async function startHub(
  world: World = "venezuela",
  options: Partial<AppOptions> = {},
  around: (database: Database) => Database = (same) => same,
): Promise<Hub> {
  const database = await freshDatabase(world);
  const hub = await startHubOn(database, options, around);
  return {
    ...hub,
    async [Symbol.asyncDispose]() {
      await hub[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** A hub on a database that others may use too, before it, beside it and after it. It has a key of its own, with every scope. */
export async function startHubOn(
  database: Database,
  options: Partial<AppOptions> = {},
  around: (database: Database) => Database = (same) => same,
): Promise<Hub> {
  const newKey = async (...held: Scope[]) => (await change(database.prisma, operator, createApiKey, { name: "test", scopes: held })).secret;
  const key = await newKey(...scopes);
  const app = createApp({
    ...{ host: "127.0.0.1", port: 0, database: around(database), log: pino({ level: "silent" }) },
    // A test asks faster than anybody; what bounds that has tests of its own (test/doors/attacks).
    limits: { costPerAddress: 0, costPerKey: 0 },
    ...options,
  });
  const url = await app.start();
  return {
    url,
    database,
    key,
    newKey,
    send: sendTo(url, key),
    [Symbol.asyncDispose]: () => app.stop(),
  };
}
