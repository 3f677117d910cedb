/** Each session is what the hub relies on, whatever the server, the database and the role say; what it cannot live with it refuses in a sentence. PostgreSQL alone: the embedded database is nobody else's. */
import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, inject, test } from "vitest";
import { exclusively } from "../../src/db/exclusively.ts";
import { locks } from "../../src/db/locks.ts";
import { openDatabase, type Database } from "../../src/db/database.ts";
import { copyWorld, freshDatabase } from "../kit/database.ts";
import { runCommand } from "../kit/process.ts";
import { asAdmin, databaseUrl } from "../kit/template.ts";
import { openRaw } from "./raw-database.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const shown = ({ prisma }: Database, name: string) =>
  prisma.$queryRaw<{ value: string }[]>`SELECT current_setting(${name}) AS value`.then(([row]) => row!.value);

test("a session is in UTC and in the schema public, on either engine", async () => {
  await using database = await freshDatabase("empty");
  expect([await shown(database, "TimeZone"), await shown(database, "search_path")]).toEqual(["UTC", "public"]);
});

const templates = inject("templates");
describe.runIf(templates.engine === "postgresql")("on PostgreSQL", () => {
  const admin = templates.engine === "postgresql" ? templates.admin : "";

  async function newDatabase(more = "") {
    const name = `paradero_session_${randomUUID().replaceAll("-", "")}`;
    await asAdmin(admin, `CREATE DATABASE "${name}" ${more}`);
    ends.push(() => asAdmin(admin, `DROP DATABASE "${name}" WITH (FORCE)`));
    return { name, url: databaseUrl(admin, name) };
  }
  const open = async (url: string) => {
    const database = await openDatabase({ databaseUrl: url, home: undefined });
    ends.push(() => database.close());
    return database;
  };

  test("moments are read as they were written where the database lives in Caracas, looks into another schema and is in no hurry", async () => {
    const { where, dispose } = await copyWorld("venezuela");
    ends.push(dispose);
    const name = new URL(where.databaseUrl!).pathname.slice(1);
    for (const setting of ["TimeZone TO 'America/Caracas'", "search_path TO elsewhere", "statement_timeout TO 0", "jit TO on"])
      await asAdmin(admin, `ALTER DATABASE "${name}" SET ${setting}`);
    const database = await open(where.databaseUrl!);
    expect(await database.exclusively(() => database.migrate())).toEqual([]);
    const claim = await database.prisma.claim.findFirstOrThrow({
      where: { metric: "ANNOUNCED" },
      orderBy: [{ asOfSortAt: "asc" }, { id: "asc" }],
    });
    expect(claim.asOfEarliest?.toISOString()).toBe("2026-01-08T04:00:00.000Z");
    expect(await database.prisma.$queryRaw`SELECT 1 AS one FROM "Hub"`).toEqual([{ one: 1 }]);
    expect(await shown(database, "statement_timeout")).toBe("5min");
    expect(await shown(database, "jit")).toBe("off");
  });

  test("migrations write the same rows wherever the database thinks it is", async () => {
    const { name, url } = await newDatabase();
    await asAdmin(admin, `ALTER DATABASE "${name}" SET TimeZone TO 'America/Caracas'`);
    const database = await open(url);
    await database.exclusively(() => database.migrate());
    expect((await database.prisma.policy.findFirstOrThrow()).adoptedAt.toISOString()).toBe("2026-01-01T00:00:00.000Z");
    await database.exclusively(() => database.migrate());
  });

  test.each([
    ["LC_CTYPE C", "TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", /LC_CTYPE C\).*CREATE DATABASE .*LC_CTYPE 'C.UTF-8'/],
    ["an encoding that is not UTF-8", "TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'", /encoding SQL_ASCII/],
  ])("a database with %s is refused, and told what to do: search would be blind for other scripts", async (_, more, sentence) => {
    const { url } = await newDatabase(more);
    const database = await open(url);
    await expect(database.exclusively(() => database.migrate())).rejects.toMatchObject({
      code: "DATABASE_UNUSABLE",
      message: expect.stringMatching(sentence),
    });
    await using raw = await openRaw({ databaseUrl: url, home: undefined });
    expect(await raw.rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).toEqual([]);
  });

  test("whoever waits for the start lock says for whom, gets it when that one is done, and leaves nothing behind", async () => {
    const { url } = await newDatabase();
    await using holder = await openRaw({ databaseUrl: url, home: undefined });
    await holder.run(`SET application_name = 'the other hub'; SELECT pg_advisory_lock(${locks.start})`);
    const [{ pid }] = (await holder.rows<{ pid: number }>("SELECT pg_backend_pid() AS pid")) as [{ pid: number }];
    const order: string[] = [];
    const said = Promise.withResolvers<string>();
    const done = exclusively({ url, variable: "DATABASE_URL" }, said.resolve, async () => void order.push("ran"), 20);
    expect(await said.promise).toMatch(
      new RegExp(`Waiting for another process .*the other hub from 127\\.0\\.0\\.1.* pg_terminate_backend\\(${pid}\\)`),
    );
    order.push("released");
    await holder.run(`SELECT pg_advisory_unlock(${locks.start})`);
    await done;
    expect(order).toEqual(["released", "ran"]);
    const silent = () => expect.unreachable("it waited");
    await expect(exclusively({ url, variable: "DATABASE_URL" }, silent, () => Promise.reject(new Error("inside")))).rejects.toThrow(
      "inside",
    );
    const left = `SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE datname = current_database() AND locktype = 'advisory'`;
    expect(await holder.rows(left)).toEqual([]);
  });
});

test.each([
  [
    "nobody listens",
    "postgres://someone:hunter2@127.0.0.1:1/paradero",
    /^DATABASE_URL leads to 127\.0\.0\.1:1\/paradero: nothing listens there\. Start PostgreSQL, or change DATABASE_URL\./,
  ],
  [
    "no host has the name",
    "postgres://someone:hunter2@no-such-host.invalid/paradero",
    /^DATABASE_URL leads to no-such-host\.invalid\/paradero: /,
  ],
])("where %s, that is said in a sentence, without the password", async (_, url, sentence) => {
  const failure = await openDatabase({ databaseUrl: url, home: undefined }).catch((error: Error) => error);
  expect(failure).toMatchObject({ code: "DATABASE_UNUSABLE", message: expect.stringMatching(sentence) });
  expect((failure as Error).message).not.toContain("hunter2");
});

test("a command that finds no database ends with code 1 and one line", { timeout: 60_000 }, async () => {
  const { code, out, err } = await runCommand(["migrate"], { DATABASE_URL: "postgres://someone:hunter2@127.0.0.1:1/paradero" });
  expect({ code, out, lines: err.trim().split("\n").length }).toEqual({ code: 1, out: "", lines: 1 });
  expect(err).toMatch(/^DATABASE_URL leads to 127\.0\.0\.1:1\/paradero: nothing listens there/);
});

test.runIf(templates.engine === "postgresql")("where the server has no such database, that is said in a sentence", async () => {
  const url = databaseUrl(templates.engine === "postgresql" ? templates.admin : "", "paradero_is_not_there");
  await expect(openDatabase({ databaseUrl: url, home: undefined })).rejects.toMatchObject({
    message: expect.stringMatching(/has no such database\. Create it/),
  });
});
