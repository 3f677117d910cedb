/** Runs once before all suites: one migrated database with the Venezuela data set, and one without, to be copied by every test that wants its own. */
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../src/db/database.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";

export type Templates = { engine: "embedded"; directory: string } | { engine: "postgresql"; admin: string; prefix: string };

declare module "vitest" {
  export interface ProvidedContext {
    templates: Templates;
    /** Whether a machine judges, which must not pass over what it lacks. */
    ci: boolean;
  }
}

export const dataset = join(import.meta.dirname, "../../prisma/data/venezuela-2026-01");

export default async function setup(project: TestProject) {
  const admin = process.env["TEST_DATABASE_URL"];
  const templates: Templates =
    admin === undefined
      ? { engine: "embedded", directory: await mkdtemp(join(tmpdir(), "paradero-")) }
      : { engine: "postgresql", admin, prefix: `paradero_test_${process.pid}` };
  project.provide("templates", templates);
  project.provide("ci", Boolean(process.env["CI"]));

  if (templates.engine === "embedded") {
    const [empty, venezuela] = [join(templates.directory, "empty"), join(templates.directory, "venezuela")];
    await fill({ databaseUrl: undefined, home: empty }, false);
    await cp(empty, venezuela, { recursive: true });
    await fill({ databaseUrl: undefined, home: venezuela }, true);
    return () => rm(templates.directory, { recursive: true, force: true });
  }
  for (const world of ["empty", "venezuela"]) {
    await asAdmin(templates.admin, `CREATE DATABASE "${templates.prefix}_${world}"`);
    await fill({ databaseUrl: databaseUrl(templates.admin, `${templates.prefix}_${world}`), home: undefined }, world === "venezuela");
  }
  return async () => {
    for (const world of ["empty", "venezuela"])
      await asAdmin(templates.admin, `DROP DATABASE IF EXISTS "${templates.prefix}_${world}" WITH (FORCE)`);
  };
}

async function fill(where: Parameters<typeof openDatabase>[0], withData: boolean): Promise<void> {
  const database = await openDatabase(where);
  await database.exclusively(() => database.migrate());
  if (withData) await importDataset(database.prisma, await readDataset(dataset), { now: new Date("2026-01-25T12:00:00Z"), dryRun: false });
  await database.close();
}

/** The URL of another database of the same server. */
export function databaseUrl(admin: string, name: string): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

export async function asAdmin(admin: string, sql: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
