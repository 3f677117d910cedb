/** The embedded database: PGlite in a directory, for one process at a time. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { ExpectedError } from "../errors.ts";
import { boundsNow, holderNow } from "./statements/bounds.ts";
import { Shares } from "./statements/shares.ts";
import { traced } from "../tracing/trace.ts";
import { stepOf } from "./statements/step.ts";
import { runWholeScripts } from "./migrate.ts";
import { embeddedSession } from "./session.ts";

export class HomeInUse extends ExpectedError {
  override name = "HomeInUse";
  readonly code = "HOME_IN_USE";
}

// PGlite finds an extension's files only if it is named at every open.
const extensions = { pg_trgm, unaccent };

/**
 * Opens (and at first creates) the database under `home`, or one in memory when `home` is undefined.
 * @throws HomeInUse when another process holds it: two processes on one directory corrupt it silently
 */
export async function openEmbedded(home: string | undefined) {
  const unlock = home === undefined ? () => {} : lockHome(home);
  try {
    const pglite = await PGlite.create({ ...(home === undefined ? {} : { dataDir: join(home, "database") }), extensions });
    await pglite.exec(embeddedSession);
    const adapter = embeddedAdapter(pglite);
    const turns = new Shares({ atOnce: 1, waiting: Number.POSITIVE_INFINITY });
    return {
      pglite,
      adapter,
      boundAdapter: { ...adapter, connect: async () => oneByOne(turns, await adapter.connect()) },
      single: inTurn(turns, async (sql: string, values: readonly unknown[]) => {
        const { rows } = await pglite.query<[string | null]>(sql, [...values], { rowMode: "array" });
        return rows[0]?.[0] ?? null;
      }),
      async close() {
        await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function embeddedAdapter(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPGlite(pglite);
  return {
    provider: "postgres",
    adapterName: factory.adapterName,
    connect: async () => runWholeScripts(await factory.connect(), (script) => pglite.exec(script)),
    connectToShadowDb: async () => {
      const shadow = await PGlite.create({ extensions });
      return runWholeScripts(await new PrismaPGlite(shadow).connect(), (script) => shadow.exec(script));
    },
  };
}

/**
 * What runs cannot be stopped: PGlite computes on the thread that would have to say so, and knows no time-outs. But statements wait here for their turn, outside of PGlite, so that none starts whose operation
 * has ended meanwhile (bounds.ts), and whoever asks much does not hold up who asks little.
 */
function oneByOne(turns: Shares, adapter: SqlDriverAdapter): SqlDriverAdapter {
  adapter.queryRaw = inTurn(turns, adapter.queryRaw.bind(adapter));
  adapter.executeRaw = inTurn(turns, adapter.executeRaw.bind(adapter));
  return adapter;
}

function inTurn<Asked extends [string | { readonly sql: string }, ...unknown[]], Result>(
  turns: Shares,
  run: (...asked: Asked) => Promise<Result>,
) {
  return async (...asked: Asked): Promise<Result> => {
    const done = await turns.take(holderNow().name, 1, boundsNow());
    try {
      const [statement] = asked;
      return await traced(
        () => stepOf(typeof statement === "string" ? statement : statement.sql),
        () => run(...asked),
      );
    } finally {
      done();
    }
  };
}

/**
 * An exclusive lock that the operating system drops with the process, however it ends. Node has no flock(2); SQLite takes the same kind of lock on a
 * file of its own, on every platform, and releases it on kill -9. Nothing is ever stored in that file.
 */
function lockHome(home: string): () => void {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const pidFile = join(home, "pid");
  const lock = new DatabaseSync(join(home, "lock"), { timeout: 0 });
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (!/locked/.test(String(cause))) throw cause;
    throw new HomeInUse(
      `${home} is in use by process ${readPid(pidFile)}. The embedded database serves one process at a time: stop that one, give this one a directory of its own ` +
        `with PARADERO_HOME, or let both use PostgreSQL with DATABASE_URL.`,
      { cause },
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => lock.close();
}

function readPid(pidFile: string): string {
  try {
    return readFileSync(pidFile, "utf8").trim();
  } catch {
    return "(unknown)";
  }
}
