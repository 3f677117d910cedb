import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { eachWithin, within } from "../../../src/db/statements/bounds.ts";
import type { Db } from "../../../src/db/database.ts";
import { Gone } from "../../../src/errors.ts";
import { freshDatabase } from "../../kit/database.ts";

const onPostgres = inject("templates").engine === "postgresql";
let database: Awaited<ReturnType<typeof freshDatabase>>;
beforeAll(async () => (database = await freshDatabase("empty")));
afterAll(async () => database[Symbol.asyncDispose]());

const sleep = (db: Db, seconds: number, mark = "") => db.$queryRawUnsafe(`SELECT pg_sleep(${seconds})::text /* ${mark} */`);
const atWork = async (mark: string) =>
  database.kept.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND query LIKE '%/* ${mark} */%' AND pid <> pg_backend_pid()`,
  );
const gone = () => new Gone("gone");

test("what is asked in bounds that have ended does not begin, and says why", async () => {
  const reason = gone();
  const asked = within(AbortSignal.abort(reason), () => database.prisma.source.count());
  await expect(asked).rejects.toBe(reason);
  await expect(within(AbortSignal.abort(reason), () => database.prisma.source.findUnique({ where: { slug: "none" } }))).rejects.toBe(
    reason,
  );
  expect(await database.prisma.source.count()).toBe(0);
});

test("of statements that wait for others, none begins once their operation has ended", async () => {
  const leaving = new AbortController();
  const begun: number[] = [];
  const asked = Array.from({ length: 40 }, async (_each, at) =>
    within(leaving.signal, async () => {
      await database.prisma.$queryRawUnsafe("SELECT count(*)::int FROM generate_series(1, 20000)");
      begun.push(at);
      leaving.abort(gone());
    }),
  );
  const settled = await Promise.allSettled(asked);
  expect(begun.length).toBeLessThanOrEqual(10);
  expect(settled.filter(({ status }) => status === "rejected").length).toBeGreaterThanOrEqual(30);
});

test("operations that look up the same in the same tick are not stopped with one another", async () => {
  const leaving = new AbortController();
  const innocent = new AbortController();
  const look = async (signal: AbortSignal | undefined, slug: string) =>
    within(signal, () => database.prisma.source.findUnique({ where: { slug } }));
  const asked = [
    look(leaving.signal, "a"),
    look(innocent.signal, "b"),
    look(leaving.signal, "c"),
    look(undefined, "d"),
    look(innocent.signal, "e"),
  ];
  const reason = gone();
  leaving.abort(reason);
  const answers = await Promise.allSettled(asked);
  expect(answers.map((answer) => (answer.status === "fulfilled" ? answer.value : answer.reason === reason))).toEqual([
    ...[true, null, true, null, null],
  ]);
});

test("each step of a generator is in the bounds, whoever takes it", async () => {
  async function* counts() {
    for (;;) yield database.prisma.source.count();
  }
  const leaving = new AbortController();
  const steps = eachWithin(leaving.signal, counts());
  expect((await steps.next()).value).toBe(0);
  const reason = gone();
  leaving.abort(reason);
  await expect(steps.next()).rejects.toBe(reason);
});

describe.runIf(onPostgres)("on PostgreSQL", () => {
  test("a statement is stopped in the database when its bounds end", async () => {
    const leaving = new AbortController();
    const reason = gone();
    const asked = within(leaving.signal, () => sleep(database.prisma, 60, "alone"));
    asked.catch(() => {});
    await expect.poll(() => atWork("alone")).toHaveLength(1);
    leaving.abort(reason);
    await expect(asked).rejects.toBe(reason);
    expect(await atWork("alone")).toHaveLength(0);
  });

  test("who waits for a connection leaves the line, and the connections come back", async () => {
    const leaving = new AbortController();
    const many = Array.from({ length: 30 }, async () => within(leaving.signal, () => sleep(database.prisma, 60, "many")));
    for (const each of many) each.catch(() => {});
    await expect.poll(() => atWork("many")).toHaveLength(10);
    leaving.abort(gone());
    const answers = await Promise.allSettled(many);
    expect(answers.every((answer) => answer.status === "rejected" && answer.reason instanceof Gone)).toBe(true);
    expect(await Promise.all(Array.from({ length: 30 }, () => database.prisma.source.count()))).toHaveLength(30);
  });

  test("a transaction ends with its bounds, is taken back, and leaves a usable connection", async () => {
    const leaving = new AbortController();
    const asked = within(leaving.signal, () =>
      database.prisma.$transaction(
        async (db) => {
          await db.$executeRaw`CREATE TABLE "of_nobody" ()`;
          await sleep(db, 60, "in a transaction");
        },
        { timeout: 60_000 },
      ),
    );
    asked.catch(() => {});
    await expect.poll(() => atWork("in a transaction")).toHaveLength(1);
    leaving.abort(gone());
    await expect(asked).rejects.toBeInstanceOf(Gone);
    const left = await database.prisma.$queryRaw`SELECT to_regclass('public.of_nobody')::text AS "left"`;
    expect(left).toEqual([{ left: null }]);
    const open = database.kept.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
    expect(await open).toEqual([]);
  });

  test("an order to stop never meets a statement of somebody else", async () => {
    const random = (most: number) => Math.random() * most;
    const innocents = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let at = 0; at < 25; at += 1) await within(new AbortController().signal, () => sleep(database.prisma, random(0.004)));
      }),
    );
    const leavers = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let at = 0; at < 25; at += 1) {
          const leaving = new AbortController();
          const asked = within(leaving.signal, () => sleep(database.prisma, random(0.008)));
          await Promise.all([asked.catch(() => {}), wait(random(6)).then(() => leaving.abort(gone()))]);
        }
      }),
    );
    await expect(Promise.all([innocents, leavers])).resolves.toHaveLength(2);
  });

  test("whoever uses up all connections uses up none for the feed, for keys and for what is delivered", async () => {
    const leaving = new AbortController();
    const many = Array.from({ length: 30 }, async () => within(leaving.signal, () => sleep(database.prisma, 60, "all")));
    for (const each of many) each.catch(() => {});
    await expect.poll(() => atWork("all")).toHaveLength(10);
    expect(await database.kept.source.count()).toBe(0);
    expect(await database.delivering.source.count()).toBe(0);
    leaving.abort(gone());
    await Promise.allSettled(many);
  });
});
