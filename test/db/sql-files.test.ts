/** prisma/sql is what the database holds, and the database holds nothing that is not there. */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyWorld } from "../kit/database.ts";
import { rowTriggersOf, rulesOf, type Rules, type Trigger } from "./database-rules.ts";
import { openRaw, type RawDatabase } from "./raw-database.ts";

const directory = join(import.meta.dirname, "../../prisma/sql");
// Checks and indexes call functions.
const rank = (file: string) => (file.includes("/") ? 1 : 0);
const files = readdirSync(directory, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".sql"))
  .toSorted((one, other) => rank(one) - rank(other) || (one < other ? -1 : 1));
const textOf = (file: string) => readFileSync(join(directory, file), "utf8");

const pairOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

let database: RawDatabase;
let migrated: Rules;
let triggers: Trigger[];
const ends: (() => PromiseLike<void>)[] = [];

beforeAll(async () => {
  const { where, dispose } = await copyWorld("empty");
  ends.push(dispose);
  database = await openRaw(where);
  ends.push(() => database[Symbol.asyncDispose]());
  migrated = await rulesOf(database);
  triggers = await rowTriggersOf(database);
});
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const quoted = (name: string) => `"${name}"`;

/** Takes every rule out of the database, which leaves tables without a mind of their own. */
async function strip(): Promise<void> {
  const kinds = new Map<string, (name: string) => string>([
    ["index", (name) => `DROP INDEX ${quoted(name)}`],
    ["check", (name) => `ALTER TABLE ${quoted(name.split(" on ")[1]!)} DROP CONSTRAINT ${quoted(name.split(" on ")[0]!)}`],
    ["trigger", (name) => `DROP TRIGGER ${quoted(name.split(" on ")[0]!)} ON ${quoted(name.split(" on ")[1]!)}`],
  ]);
  for (const [kind, drop] of kinds)
    for (const rule of migrated.keys()) if (rule.startsWith(`${kind} `)) await database.run(drop(rule.slice(kind.length + 1)));
  const functions = await database.rows<{ name: string }>(
    "SELECT oid::regprocedure::text AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')",
  );
  for (const { name } of functions) await database.run(`DROP FUNCTION ${name}`);
  expect([...(await rulesOf(database)).keys()], "rules of a kind that this test cannot take out").toEqual([]);
}

test(
  "a database made of prisma/sql has the rules of a migrated one: each file brings its own, nothing is left over",
  { timeout: 60_000 },
  async () => {
    await strip();
    // A function in SQL may call one whose file comes later.
    await database.run("SET check_function_bodies = off");
    let before: Rules = new Map();
    const subjects: Record<string, boolean> = {};
    for (const file of files) {
      await database.run(textOf(file));
      const after = await rulesOf(database);
      const brought = [...after.keys()].filter((rule) => !before.has(rule));
      const subject = basename(file, ".sql");
      // prisma/sql/f.sql brings the function f and the triggers that call it; checks/T.sql the checks of T; indexes/i.sql the index i.
      const belongs = (rule: string) =>
        file.startsWith("checks/")
          ? rule.startsWith("check ") && rule.endsWith(` on ${subject}`)
          : file.startsWith("indexes/")
            ? rule === `index ${subject}`
            : rule.startsWith(`function ${subject}(`) ||
              (rule.startsWith("trigger ") && after.get(rule)!.includes(`EXECUTE FUNCTION ${subject}(`));
      subjects[file] = brought.length > 0 && brought.every(belongs);
      before = after;
    }
    expect(subjects).toEqual(Object.fromEntries(files.map((file) => [file, true])));
    const missing = [...migrated.keys()].filter((rule) => !before.has(rule));
    expect(missing, "in the database, but in no file of prisma/sql").toEqual([]);
    expect(Object.fromEntries(before)).toEqual(Object.fromEntries(migrated));
  },
);

test("every file of prisma/sql begins with its reason, and says when its triggers fire", () => {
  for (const file of files) {
    const text = textOf(file);
    expect(text, file).toMatch(/^-- [A-Z"]/);
    expect(/^CREATE (CONSTRAINT )?TRIGGER/m.test(text), `${file}: a line "-- Fires:"`).toBe(/^-- Fires: /m.test(text));
  }
});

test("where two triggers fire at the same time, a file says which is first and why, or that it does not matter; the names sort so", () => {
  const said = files.flatMap((file) =>
    [...textOf(file).matchAll(/^-- Order: (\w+)(, then| and) (\w+)(, either first)?[:.]/gm)].map(([, one, how, other, either]) => {
      expect(either !== undefined, `${file}: ${one} and ${other}`).toBe(how === " and");
      return { pair: pairOf(one!, other!), inOrder: how === " and" || one! < other! };
    }),
  );
  expect(said.filter(({ inOrder }) => !inOrder)).toEqual([]);
  const meeting = triggers.flatMap((one, index) =>
    triggers
      .slice(index + 1)
      .filter(
        ({ table, timing, events }) => table === one.table && timing === one.timing && events.some((event) => one.events.includes(event)),
      )
      .map((other) => pairOf(one.name, other.name)),
  );
  expect(meeting.length).toBeGreaterThan(5);
  expect(new Set(said.map(({ pair }) => pair))).toEqual(new Set(meeting));
});
