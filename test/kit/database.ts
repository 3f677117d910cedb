/** A database of a test's own: PGlite by default, PostgreSQL with TEST_DATABASE_URL. The same suites run on both. */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inject } from "vitest";
import { policyInForce } from "../../src/domain/verification/policy-in-force.ts";
import { openDatabase, type Database } from "../../src/db/database.ts";
import { asAdmin, databaseUrl } from "./template.ts";

export type World = "empty" | "venezuela";
export type Where = { databaseUrl: string | undefined; home: string | undefined };

/** A copy of a template that nobody else uses. It is dropped by `dispose`. */
export async function copyWorld(world: World): Promise<{ where: Where; dispose: () => Promise<void> }> {
  const templates = inject("templates");
  if (templates.engine === "embedded") {
    const home = await mkdtemp(join(tmpdir(), "paradero-world-"));
    // The program, for a thousand files take Node's own cp four times as long.
    await promisify(execFile)("cp", ["-R", `${join(templates.directory, world)}/.`, home]);
    return { where: { databaseUrl: undefined, home }, dispose: () => rm(home, { recursive: true, force: true }) };
  }
  const name = `paradero_world_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(templates.admin, `CREATE DATABASE "${name}" TEMPLATE "${templates.prefix}_${world}"`);
  return {
    where: { databaseUrl: databaseUrl(templates.admin, name), home: undefined },
    dispose: () => asAdmin(templates.admin, `DROP DATABASE "${name}" WITH (FORCE)`),
  };
}

/** Opens a database of the test's own. */
export async function freshDatabase(world: World): Promise<Database & AsyncDisposable> {
  const { where, dispose } = await copyWorld(world);
  const database = await openDatabase(where);
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database.close();
      await dispose();
    },
  };
}

/** The policy that a migrated database begins with: there is no other text of it. */
export async function firstPolicy() {
  await using database = await freshDatabase("empty");
  return await policyInForce(database.prisma);
}
