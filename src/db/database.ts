/** One door to the data, whichever engine stands behind it: PGlite by default, PostgreSQL with `DATABASE_URL`. */
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { openEmbedded } from "./embedded.ts";
import type { Prisma } from "./generated/prisma/client.ts";
import { PrismaClient } from "./generated/prisma/client.ts";
import { applyMigrations, runWholeScripts } from "./migrate.ts";

/** What verbs take first: the client, or a transaction that is already open. */
export type Db = Prisma.TransactionClient;

export type Database = {
  readonly prisma: PrismaClient;
  readonly engine: "embedded" | "postgresql";
  /** Applies missing migrations and returns their names. Call it inside `exclusively`. */
  migrate(): Promise<string[]>;
  /** Runs something that no other process may do at the same time on this database: whoever comes second waits. */
  exclusively<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Runs `wake` whenever a transaction that notified `channel` has committed, in any process. Returns how to stop. A lost notice is possible: poll too. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** Opens the database that the configuration names. `home: undefined` without a URL is a database in memory. */
export async function openDatabase(where: { databaseUrl: string | undefined; home: string | undefined }): Promise<Database> {
  return where.databaseUrl === undefined ? openPGlite(where.home) : openPostgres(where.databaseUrl);
}

async function openPGlite(home: string | undefined): Promise<Database> {
  const { pglite, adapter, close } = await openEmbedded(home);
  const prisma = newPrisma(adapter);
  return {
    prisma,
    engine: "embedded",
    migrate: () => applyMigrations(adapter),
    exclusively: (run) => run(), // the directory is locked against other processes already
    listen: (channel, wake) => pglite.listen(channel, wake),
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
}

// Any fixed number that every process agrees on.
const startLock = locks.start;

async function openPostgres(url: string): Promise<Database> {
  const adapter = new PrismaPg(
    { connectionString: url, max: 10 },
    // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
    { statementNameGenerator: statementNames(), onPoolError: () => {}, onConnectionError: () => {} },
  );
  const prisma = newPrisma(adapter);
  const connected = async <Result>(use: (client: pg.Client) => Promise<Result>) => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  };
  return {
    prisma,
    engine: "postgresql",
    migrate: () =>
      connected(async (client) => {
        const opened: SqlDriverAdapter[] = [];
        try {
          return await applyMigrations({
            provider: adapter.provider,
            adapterName: adapter.adapterName,
            connect: async () => {
              const connection = await adapter.connect();
              opened.push(connection);
              return runWholeScripts(connection, (script) => client.query(script));
            },
            connectToShadowDb: () => adapter.connectToShadowDb(),
          });
        } finally {
          // Each has a pool of its own, which would keep the process alive.
          for (const connection of opened) await connection.dispose();
        }
      }),
    exclusively: (run) =>
      connected(async (client) => {
        await client.query("SELECT pg_advisory_lock($1)", [startLock]);
        return run();
      }),
    listen: (channel, wake) => listenOnPostgres(url, channel, wake),
    close: () => prisma.$disconnect(),
  };
}

// Far more than the graph has shapes of queries; a client that makes up ever new ones must not fill the server with prepared statements.
const maxPrepared = 500;

/** Names for prepared statements, so that PostgreSQL plans each shape of query once a connection; no name (`""`, not prepared) for those beyond the limit. */
function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= maxPrepared) return known ?? "";
    const name = `p${names.size}`;
    names.set(sql, name);
    return name;
  };
}

function newPrisma(adapter: SqlMigrationAwareDriverAdapterFactory) {
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 60_000 } });
}

/** LISTEN on a connection of its own that comes back by itself; wakes once after each return, for what was missed meanwhile. */
async function listenOnPostgres(url: string, channel: string, wake: () => void): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    let lost = false;
    const again = () => {
      if (lost || stopped) return;
      lost = true;
      retry = setTimeout(() => void connect().catch(() => {}), 1000);
    };
    next.on("error", again);
    next.on("end", again);
    next.on("notification", wake);
    client = next;
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      wake();
    } catch (error) {
      again();
      throw error;
    }
  };

  await connect();
  return async () => {
    stopped = true;
    clearTimeout(retry);
    await client?.end().catch(() => {});
  };
}
