/** What one holder asks with one statement while it has all its connections goes together, and still is each caller's own. */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { recordStatements } from "../../../kit/statements.ts";
import { heldBy, within } from "../../../src/db/statements/bounds.ts";
import { Gone } from "../../../src/errors.ts";
import { freshDatabase } from "../../kit/database.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => (database = await freshDatabase("empty")));
afterAll(async () => database?.[Symbol.asyncDispose]());

const gone = () => new Gone("gone");
/** Asks for somebody who may have one statement at a time. */
const askAs = (name: string, sql: string, value: unknown, ending = new AbortController()) => {
  heldBy(ending.signal, { name, atOnce: 1 });
  return within(ending.signal, () => database.single(sql, [value]));
};
const double = "SELECT (2 * $1::int)::text WHERE $1::int >= 0";
/** It goes together only once it is known to be short. */
const known = async (name: string, sql: string, value: unknown) => {
  for (let times = 0; times < 30; times += 1) await askAs(name, sql, value).catch(() => {});
};

test("each gets the answer to its own values, or none where there is no row", async () => {
  await known("crowd", double, 1);
  const answers = await Promise.all([-1, 0, 1, 2, 3, -1, 20].map((value) => askAs("crowd", double, value)));
  expect(answers).toEqual([null, "0", "2", "4", "6", null, "40"]);
});

test("one that cannot be answered is nobody else's fault", async () => {
  const sql = "SELECT (12 / $1::int)::text";
  await known("unlucky", sql, 1);
  const answers = await Promise.allSettled([1, 2, 0, 3, 4].map((value) => askAs("unlucky", sql, value)));
  expect(answers.map((each) => (each.status === "fulfilled" ? each.value : each.status))).toEqual(["12", "6", "rejected", "4", "3"]);
  expect(await askAs("unlucky", sql, 6)).toBe("2");
});

test("who leaves takes nobody along", async () => {
  const sql = "SELECT $1::text";
  await known("leaving", sql, "a");
  const leaving = [new AbortController(), new AbortController()];
  const asked = ["a", "b", "c", "d"].map((value, at) => askAs("leaving", sql, value, leaving[at - 1]));
  const reason = gone();
  for (const each of leaving) each.abort(reason);
  const answers = await Promise.allSettled(asked);
  expect(answers.map((each) => (each.status === "fulfilled" ? each.value : each.reason === reason))).toEqual(["a", true, true, "d"]);
});

describe.runIf(inject("templates").engine === "postgresql")("on PostgreSQL", () => {
  const atWork = async (mark: string) =>
    database.kept.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND query LIKE '%/* ${mark} */%' AND pid <> pg_backend_pid()`,
    );

  test("many short ones are fewer messages, and those of another holder are none of them", async () => {
    const sql = "SELECT $1::text /* many */";
    await known("many", sql, "a");
    const taken = recordStatements();
    const asked = (name: string) => Array.from({ length: 40 }, (_each, at) => askAs(name, sql, `${name} ${at}`));
    const answers = await Promise.all([...asked("many"), ...asked("others")]);
    expect(answers).toEqual(["many", "others"].flatMap((name) => Array.from({ length: 40 }, (_each, at) => `${name} ${at}`)));
    const sent = taken().filter((each) => each === sql).length;
    expect(sent).toBeGreaterThanOrEqual(2 * Math.ceil(40 / 16));
    expect(sent).toBeLessThan(60);
  });

  test("long ones go each by itself", async () => {
    const sql = "SELECT pg_sleep(0.05 * $1::int)::text /* long */";
    await known("slow", "SELECT 1::text || $1::text", "a");
    const taken = recordStatements();
    await Promise.all(Array.from({ length: 5 }, () => askAs("slow", sql, 1)));
    expect(taken().filter((each) => each === sql)).toHaveLength(5);
  });

  test("they are stopped in the database once all who asked have left, and not before", async () => {
    const sql = "SELECT (CASE WHEN $1::float8 > 0 THEN pg_sleep($1::float8) END)::text /* shared */";
    await known("stopped", sql, 0);
    const endings = Array.from({ length: 3 }, () => new AbortController());
    const shared = endings.map((ending) => askAs("stopped", sql, 60, ending));
    for (const each of shared) each.catch(() => {});
    await expect.poll(() => atWork("shared"), { timeout: 20_000 }).toHaveLength(1);
    const reason = gone();
    endings[0]!.abort(reason);
    endings[1]!.abort(reason);
    await expect(shared[1]).rejects.toBe(reason);
    await wait(200);
    expect(await atWork("shared")).toHaveLength(1);
    endings[2]!.abort(reason);
    await expect(shared[2]).rejects.toBe(reason);
    await expect.poll(() => atWork("shared"), { timeout: 20_000 }).toHaveLength(0);
    expect(await askAs("stopped", sql, 0)).toBeNull();
  });
});
