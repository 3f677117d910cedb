/** Lock numbers and settings of transactions have their names in src/db/locks.ts, and stand nowhere else but in the SQL that has to spell them out. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { locks, settings } from "../../src/db/locks.ts";
import { changeChannel, feedChannel } from "../../src/domain/outbox.ts";

const root = join(import.meta.dirname, "../..");
const filesIn = (directory: string, end: string) =>
  readdirSync(join(root, directory), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(end) && !file.includes("generated"))
    .map((file) => join(root, directory, file));
const named = [join(root, "src/db/locks.ts"), import.meta.filename];
const programs = ["src", "test", "kit", "faults", "bench", "examples"]
  .flatMap((house) => filesIn(house, ".ts"))
  .filter((file) => !named.includes(file));
const sql = filesIn("prisma/sql", ".sql").map((file) => readFileSync(file, "utf8").replaceAll(/^--.*$/gm, ""));
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, what]) => what!);

test("no program spells out the number of an advisory lock or the name of a setting", () => {
  const numbers = Object.values(locks).map((number) => new RegExp(`\\b${String(number).replaceAll(/(?!^)(?=(?:\d{3})+$)/g, "_?")}\\b`));
  const spelt = programs.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const what = [
      ...numbers.filter((number) => number.test(text)).map(String),
      ...found(text, /(pg_(?:try_)?advisory_\w+\((?!\$\{locks\.)[^)]*)/g).filter((call) => !call.endsWith("($1")),
      ...found(text, /(['"`]paradero\.\w+['"`])/g),
    ];
    return what.map((each) => `${relative(root, file)}: ${each}`);
  });
  expect(programs.length).toBeGreaterThan(150);
  expect(spelt).toEqual([]);
});

test("the numbers, settings and channels in prisma/sql are those that have a name; no two names share one", () => {
  expect(new Set(Object.values(locks)).size).toBe(Object.keys(locks).length);
  const everywhere = sql.join("\n");
  expect(Object.values(locks).map(String)).toEqual(expect.arrayContaining(found(everywhere, /pg_advisory_\w+\((\d+)\)/g)));
  expect(everywhere.match(/pg_\w*advisory/g)?.length).toBe(found(everywhere, /pg_advisory_\w+\((\d+)\)/g).length);
  expect(Object.values(settings)).toEqual(expect.arrayContaining(found(everywhere, /(?:current_setting|set_config)\('([^']+)'/g)));
  expect(new Set(found(everywhere, /pg_notify\('([^']+)'/g))).toEqual(new Set([feedChannel, changeChannel]));
});
