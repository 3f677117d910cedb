/** One door to the data, whichever engine stands behind it: PGlite by default, PostgreSQL with `DATABASE_URL`. */
import { openEmbedded } from "./embedded.ts";
import type { Prisma, PrismaClient } from "./generated/prisma/client.ts";
import { applyMigrations } from "./migrate.ts";
import { openPostgres, openReplica, type PostgresOptions, type Replica } from "./postgres.ts";
import { newPrisma } from "./prisma.ts";
import { withoutBounds } from "./statements/bounds.ts";

/** What verbs take first: the client, or a transaction that is already open. */
export type Db = Prisma.TransactionClient;

export type Database = {
  /** For whatever is asked from outside: its statements run in the bounds of the operation (bounds.ts). */
  readonly prisma: PrismaClient;
  /** The same data, over connections that nothing asked from outside can use up: what the feed and the webhooks deliver is read here. Without bounds, for many wait for the same. */
  readonly delivering: PrismaClient;
  /** The same for short statements that must wait for nothing else: following the feed, looking up keys, `/ready`. */
  readonly kept: PrismaClient;
  readonly engine: "embedded" | "postgresql";
  /** The single value of a statement that only reads and gives text; null without a row. In the bounds of the operation, as `prisma`, and without what Prisma does around a statement. */
  readonly single: Single;
  /** The same as `kept`: without bounds, and waiting for nothing else. */
  readonly keptSingle: Single;
  /** Where else may be read what is asked from outside; null for nowhere. */
  readonly replica: Replica | null;
  /** Applies missing migrations and returns their names. Call it inside `exclusively`. */
  migrate(): Promise<string[]>;
  /** Runs something that no other process may do at the same time on this database: whoever comes second waits. */
  exclusively<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Runs `wake` whenever a transaction that notified `channel` has committed, in any process. Returns how to stop. A lost notice is possible: poll too. */
  listen(channel: string, wake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

export type Single = (sql: string, values: readonly unknown[]) => Promise<string | null>;

/** Which database: `home: undefined` without a URL is one in memory. */
export type Where = Omit<PostgresOptions, "databaseUrl"> & {
  readonly databaseUrl: string | undefined;
  /** A streaming replica of it, from which some of what is asked may be read. */
  readonly databaseReadUrl?: string | undefined;
  readonly home: string | undefined;
};

/** Opens the database that the configuration names. @throws DatabaseUnusable, HomeInUse */
export async function openDatabase({ databaseUrl, databaseReadUrl, home, ...options }: Where): Promise<Database> {
  if (databaseUrl === undefined) return openPGlite(home);
  const postgres = await openPostgres({ ...options, databaseUrl });
  const replica = databaseReadUrl === undefined ? null : openReplica(databaseReadUrl);
  return {
    ...postgres,
    replica,
    async close() {
      await Promise.all([postgres.close(), replica?.close()]);
    },
  };
}

async function openPGlite(home: string | undefined): Promise<Database> {
  const { pglite, adapter, boundAdapter, single, close } = await openEmbedded(home);
  // It has one connection, and does one thing at a time: nothing can be kept free.
  const [prisma, kept] = [newPrisma(boundAdapter), newPrisma(adapter)];
  return {
    prisma,
    delivering: kept,
    kept,
    engine: "embedded",
    single,
    keptSingle: (sql, values) => withoutBounds(() => single(sql, values)),
    replica: null,
    migrate: () => applyMigrations(adapter),
    exclusively: (run) => run(), // the directory is locked against other processes already
    listen: (channel, wake) => pglite.listen(channel, wake),
    async close() {
      await Promise.all([prisma.$disconnect(), kept.$disconnect()]);
      await close();
    },
  };
}
