/** ARCHITECTURE.md tells what each statement sets off: with every trigger of the database, and no other. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyWorld } from "../kit/database.ts";
import { openRaw } from "./raw-database.ts";

const text = readFileSync(join(import.meta.dirname, "../../ARCHITECTURE.md"), "utf8");
const rows = text
  .slice(text.indexOf("## Statement → what follows"))
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| statement"))
  .map((line) => new Set([...line.matchAll(/`(\w+)`/g)].map(([, name]) => name!)));

test("every trigger stands in the table beside its table, and the table names nothing that is not there", async () => {
  const { where, dispose } = await copyWorld("empty");
  try {
    await using database = await openRaw(where);
    const triggers = await database.rows<{ name: string; table: string }>(
      `SELECT tgname AS name, relname AS table FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal ORDER BY 1, 2`,
    );
    expect(triggers.length).toBeGreaterThan(50);
    expect(triggers.filter(({ name, table }) => !rows.some((row) => row.has(name) && row.has(table)))).toEqual([]);
    const tables = await database.rows<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`,
    );
    const known = new Set([...triggers, ...tables].map(({ name }) => name));
    expect([...new Set(rows.flatMap((row) => [...row]))].filter((name) => !known.has(name))).toEqual([]);
  } finally {
    await dispose();
  }
});
