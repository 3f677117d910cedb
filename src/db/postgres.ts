/** The hub's side of PostgreSQL: Prisma's pool, and past any pooler the connections for LISTEN, migrations and the start lock. */
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { withoutBounds } from "./statements/bounds.ts";
import { connected, connectionTo, DatabaseUnusable, newConnectionName, type Address } from "./connect.ts";
import { exclusively } from "./exclusively.ts";
import { listenOnPostgres } from "./listen.ts";
import { applyMigrations, runWholeScripts } from "./migrate.ts";
import { judgePooler } from "./pooler.ts";
import { createPool, type Cancel } from "./statements/pool.ts";
import { createTexts } from "./statements/together.ts";
import { newPrisma } from "./prisma.ts";
import { prepareSession, type SessionKind } from "./session.ts";

/** How many connections a process has, besides one that listens: for what is asked of it, for delivering the feed, and for what must never wait for either. */
const poolSizes = { asked: 10, delivering: 3, kept: 2 } as const;

export type PostgresOptions = {
  readonly databaseUrl: string;
  /** PostgreSQL itself, where `databaseUrl` goes through a pooler in transaction mode. */
  readonly databaseDirectUrl?: string | undefined;
  /** Told in sentences what is waited for. */
  readonly say?: (sentence: string) => void;
};

/** @throws DatabaseUnusable when it cannot be reached, or is not one that the hub can live with */
export async function openPostgres({ databaseUrl, databaseDirectUrl, say = () => {} }: PostgresOptions) {
  const name = newConnectionName();
  const address: Address = { url: databaseUrl, variable: "DATABASE_URL", name };
  const past: Address | undefined =
    databaseDirectUrl === undefined ? undefined : { url: databaseDirectUrl, variable: "DATABASE_DIRECT_URL", name };
  const { pooled } = await judgePooler(address, past);
  const direct = past ?? address;
  // A pooler hands out sessions in which somebody else's statements are prepared, and does not say which backend it gave.
  const client = (size: number, kind: SessionKind, toPool: ToPool = (config) => config) =>
    newPrisma(adapterFor(address, { size, kind: pooled ? "pooled" : kind, names: pooled ? () => "" : statementNames(), toPool }));
  const delivering = client(poolSizes.delivering, "prompt");
  let keptPool: pg.Pool | undefined;
  const kept = client(poolSizes.kept, "prompt", (config) => (keptPool = plainPool(config)));
  const cancel: Cancel | undefined = pooled ? undefined : async (backend) => kept.$queryRaw`SELECT pg_cancel_backend(${backend}::int)`;
  let pool: pg.Pool | undefined;
  const prisma = client(poolSizes.asked, "hub", (config) => (pool = createPool(config, cancel)));
  const nameOf = pooled ? () => "" : statementNames("w");
  return {
    single: createTexts((query) => pool!.query(query as never), nameOf),
    keptSingle: singleFrom(() => keptPool!, pooled ? () => "" : statementNames("k")),
    prisma,
    delivering,
    kept,
    engine: "postgresql" as const,
    migrate: () =>
      connected(direct, "unhurried", async (client) => {
        await readsAllScripts(client);
        const migrating = adapterFor(direct, { kind: "unhurried", size: poolSizes.asked, names: () => "" });
        const opened: SqlDriverAdapter[] = [];
        try {
          return await applyMigrations({
            provider: migrating.provider,
            adapterName: migrating.adapterName,
            connect: async () => {
              const connection = await migrating.connect();
              opened.push(connection);
              return runWholeScripts(connection, (script) => client.query(script));
            },
            connectToShadowDb: () => migrating.connectToShadowDb(),
          });
        } finally {
          // Each has a pool of its own, which would keep the process alive.
          for (const connection of opened) await connection.dispose();
        }
      }),
    exclusively: <Result>(run: () => Promise<Result>) => exclusively(direct, say, run),
    listen: (channel: string, wake: () => void) => listenOnPostgres(direct, channel, wake),
    close: async () => void (await Promise.all([prisma, delivering, kept].map((each) => each.$disconnect()))),
  };
}

/** `Database.keptSingle`, through a pool. */
function singleFrom(pool: () => pg.Pool, nameOf: (query: { sql: string }) => string) {
  return async (text: string, values: readonly unknown[]): Promise<string | null> => {
    const { rows } = await pool().query<[string | null]>({ name: nameOf({ sql: text }), text, values: [...values], rowMode: "array" });
    return rows[0]?.[0] ?? null;
  };
}

export type Replica = ReturnType<typeof openReplica>;

/** A streaming replica: a server that may be behind, stand still or be away, and is only read (src/doors/answers/read-replica.ts). Nothing is sent before something is read: one that is away holds up no start. */
export function openReplica(url: string) {
  const address: Address = { url, variable: "DATABASE_READ_URL" };
  let pool: pg.Pool | undefined;
  let keptPool: pg.Pool | undefined;
  // For asking how far it is.
  const kept = newPrisma(
    adapterFor(address, { size: 1, kind: "prompt", names: statementNames(), toPool: (config) => (keptPool = plainPool(config)) }),
  );
  const cancel: Cancel = async (backend) => kept.$queryRaw`SELECT pg_cancel_backend(${backend}::int)`;
  const toPool: ToPool = (config) => (pool = createPool(config, cancel));
  const prisma = newPrisma(adapterFor(address, { size: poolSizes.asked, kind: "hub", names: statementNames(), toPool }));
  return {
    prisma,
    kept,
    single: createTexts((query) => pool!.query(query as never), statementNames("w")),
    keptSingle: singleFrom(() => keptPool!, statementNames("k")),
    close: async () => void (await Promise.all([prisma, kept].map((each) => each.$disconnect()))),
  };
}

/** Without bounds. */
function plainPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // As of the other pool: unheard it would end the process.
  pool.on("error", () => {});
  return pool;
}

type ToPool = (config: pg.PoolConfig) => pg.PoolConfig | pg.Pool;
type PoolOptions = {
  readonly kind: SessionKind;
  readonly size: number;
  /** Names of prepared statements. */
  readonly names: (query: { sql: string }) => string;
  readonly toPool?: ToPool;
};

function adapterFor(address: Address, { kind, size, names, toPool = (config) => config }: PoolOptions) {
  const config = {
    ...connectionTo(address),
    // A query waits for a free connection for as long as its transaction or its operation lets it.
    connectionTimeoutMillis: 0,
    max: size,
    verify: (client: pg.PoolClient, done: (error?: Error) => void) => void withoutBounds(() => greet(client, kind, done)),
  };
  return new PrismaPg(toPool(config), {
    statementNameGenerator: names,
    disposeExternalPool: true,
    // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
    onPoolError: () => {},
    onConnectionError: () => {},
  });
}

async function greet(client: pg.PoolClient, kind: SessionKind, done: (error?: Error) => void): Promise<void> {
  try {
    await prepareSession(client, kind);
  } catch (error) {
    return done(error as Error);
  }
  done();
}

const otherLetters = ["Ж", "陳"].map((letter) => letter.codePointAt(0));

/**
 * Search works on trigrams, and pg_trgm takes for letters what the database's LC_CTYPE does: under C, names in other scripts have none and are never found. Nothing but another database mends that.
 * @throws DatabaseUnusable
 */
async function readsAllScripts(client: pg.Client): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query("CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public");
    const { rows } = await client.query<{ name: string; encoding: string; ctype: string; reads: boolean }>(
      `SELECT datname AS name, getdatabaseencoding() AS encoding, datctype AS ctype, CASE WHEN getdatabaseencoding() = 'UTF8' THEN
         (SELECT bool_and(cardinality(public.show_trgm(chr(letter))) > 0) FROM unnest($1::int[]) AS letter) ELSE false END AS reads
       FROM pg_database WHERE datname = current_database()`,
      [otherLetters],
    );
    const { name, encoding, ctype, reads } = rows[0]!;
    if (reads) return;
    throw new DatabaseUnusable(
      `The database ${name} (encoding ${encoding}, LC_CTYPE ${ctype}) takes no notice of letters beyond ASCII, so that search would not find names in other scripts. ` +
        `Create another, CREATE DATABASE paradero TEMPLATE template0 ENCODING 'UTF8' LC_CTYPE 'C.UTF-8', restore a dump of this one there if it holds anything, and let DATABASE_URL lead to it.`,
    );
  } finally {
    await client.query("ROLLBACK");
  }
}

// Far more than the graph has shapes of queries; a client that makes up ever new ones must not fill the server with prepared statements.
const maxPrepared = 500;
// How rare a part of a name or a member of a list is decides by which index it is found, and a plan that is made for every value goes by none: these are planned each time.
const dependsOnValue = /\bLIKE\b|<%|@>|&&/;

/** Names for prepared statements, so that PostgreSQL plans each shape of query once a connection; no name (`""`, not prepared) for those beyond the limit, and for those whose plan depends on what is asked. */
function statementNames(letter = "p"): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (dependsOnValue.test(sql)) return "";
    const known = names.get(sql);
    if (known !== undefined || names.size >= maxPrepared) return known ?? "";
    const name = `${letter}${names.size}`;
    names.set(sql, name);
    return name;
  };
}
