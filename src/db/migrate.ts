/**
 * Prisma's own schema engine, as WebAssembly, over a driver adapter: the same code migrates the embedded database and PostgreSQL, keeps
 * `_prisma_migrations`, and so agrees with `prisma migrate deploy`.
 */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type * as schemaEngine from "@prisma/schema-engine-wasm/schema_engine_bg";
import { join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";

type Exports = Record<string, unknown>;
type EngineModule = typeof schemaEngine & { __wbg_set_wasm(exports: Exports): void };
// Node has it; its type declarations leave it to the browser's.
type WithWebAssembly = {
  WebAssembly: { instantiate(bytes: Uint8Array, imports: Record<string, unknown>): Promise<{ instance: { exports: Exports } }> };
};

const prismaDir = join(import.meta.dirname, "../../prisma");
const everything = { externalTables: [], externalEnums: [] };

/** Applies what is not applied yet, in order. Returns the names of the migrations applied by this call. */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const engine = await openEngine(adapter);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: await readMigrations(), filters: everything });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

/** The SQL that leads from the migrations in the repository to `schema.prisma`; a comment and nothing else when they agree. */
export async function draftMigration(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string> {
  const engine = await openEngine(adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...(await readMigrations()) },
      to: { tag: "schemaDatamodel", files: [await readDatamodel()] },
      script: true,
      exitCode: null,
      filters: everything,
    });
    return stdout ?? "";
  } finally {
    engine.free();
  }
}

/**
 * Lets an adapter run a migration script whole, in one simple-protocol message, which PostgreSQL takes as one transaction: all of a migration or nothing. The
 * adapters' own ways are not usable: one cuts the script at every semicolon, also inside functions, the other does not wait for its end.
 */
export function runWholeScripts(adapter: SqlDriverAdapter, run: (script: string) => Promise<unknown>): SqlDriverAdapter {
  adapter.executeScript = async (script) => {
    try {
      await run(script);
    } catch (error) {
      const { code = "XX000", severity = "ERROR", message, detail, column, hint } = error as Error & Record<string, string | undefined>;
      throw new DriverAdapterError({ kind: "postgres", code, severity, message, detail, column, hint });
    }
  };
  return adapter;
}

async function openEngine(adapter: SqlMigrationAwareDriverAdapterFactory) {
  engineModule ??= loadEngine();
  const { path, content } = await readDatamodel();
  return (await engineModule).SchemaEngine.new({ datamodels: [[path, content]] }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

// Once in a process: the bindings keep views of the memory of the instance that they were first given.
let engineModule: Promise<EngineModule> | undefined;

async function loadEngine(): Promise<EngineModule> {
  const bindings = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as unknown as EngineModule;
  const wasm = await readFile(
    createRequire(import.meta.url)
      .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
      .replace(/\.js$/, ".wasm"),
  );
  // The package's own entry imports the .wasm file as a module, which Node does only behind a flag.
  const { WebAssembly } = globalThis as unknown as WithWebAssembly;
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports["__wbindgen_start"] as () => void)();
  return bindings;
}

async function readDatamodel() {
  const path = join(prismaDir, "schema.prisma");
  return { path, content: await readFile(path, "utf8") };
}

async function readMigrations() {
  const baseDir = join(prismaDir, "migrations");
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.toSorted().map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok" as const, value: await readFile(join(baseDir, path, "migration.sql"), "utf8") },
      },
    })),
  );
  const lockfile = await readFile(join(baseDir, "migration_lock.toml"), "utf8").catch(() => null);
  return { baseDir, lockfile: { path: "migration_lock.toml", content: lockfile }, shadowDbInitScript: "", migrationDirectories };
}
