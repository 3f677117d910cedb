import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Database, Db } from "../../src/db/database.ts";
import { audit, change, type ChangeOptions, type Verb } from "../../src/domain/change.ts";
import { takeMoment } from "../../src/domain/recording-clock.ts";
import { viewerOf } from "../../src/domain/viewer.ts";
import { freshDatabase } from "../kit/database.ts";

let database: Database & AsyncDisposable;
beforeAll(async () => (database = await freshDatabase("empty")));
afterAll(async () => database[Symbol.asyncDispose]());

const onPostgres = inject("templates").engine === "postgresql";
const viewer = viewerOf("key:test", []);
let made = 0;

/** A verb that leaves a trace, says that it has begun, and then does what it is given. */
function verb(name: string, work: (db: Db) => Promise<unknown> = async () => {}, own: Partial<Verb> = {}) {
  const id = `${name}-${(made += 1)}`;
  const began = Promise.withResolvers<void>();
  const traced: Verb = {
    ...own,
    name,
    scope: null,
    async run(db) {
      await audit(db, viewer.actor, name, "Test", id);
      began.resolve();
      await work(db);
      return { id, changed: true };
    },
  };
  return {
    began: began.promise,
    run: (options: ChangeOptions = {}, input: object = {}) => change(database.prisma, viewer, traced, input, options),
    traces: () => database.prisma.auditEntry.count({ where: { entityId: id } }),
  };
}

/** A verb that is at work until it is told to end. */
function slow() {
  const ends = Promise.withResolvers<void>();
  return { ...verb("slow", () => ends.promise), end: () => ends.resolve() };
}

const limits = { deadlineMilliseconds: 400, mostWaiting: 2 };
const patient = { deadlineMilliseconds: 60_000, mostWaiting: 2 };

describe("a change", () => {
  test("that finds the line full is refused at once, and told when to come back", async () => {
    const [first, ...others] = [slow(), verb("waits"), verb("waits"), verb("refused")] as const;
    const held = first.run({ limits: patient });
    await first.began;
    const waiting = others.slice(0, 2).map(({ run }) => run({ limits: patient }));
    await expect(others[2].run({ limits: patient })).rejects.toMatchObject({ code: "BUSY", retryAfterSeconds: expect.any(Number) });
    first.end();
    await Promise.all([held, ...waiting]);
    expect(await others[2].traces()).toBe(0);
  });

  test("that is not done by its deadline is taken back, and holds nobody up", async () => {
    const endless = verb("endless", () => new Promise(() => {}));
    await expect(endless.run({ limits })).rejects.toMatchObject({ code: "TIMEOUT", message: expect.stringContaining("0.4 s") });
    expect(await verb("next").run({ limits: patient })).toMatchObject({ changed: true });
    expect(await endless.traces()).toBe(0);
    const ofItsOwn = verb("endless", () => new Promise(() => {}), { deadlineMilliseconds: 300 });
    await expect(ofItsOwn.run()).rejects.toMatchObject({ code: "TIMEOUT", message: expect.stringContaining("0.3 s") });
  });

  test("has one deadline for waiting and working: one whose time is up in the line is not begun", async () => {
    const [first, second] = [slow(), verb("late")];
    const held = first.run({ limits: patient });
    await first.began;
    await expect(second.run({ limits })).rejects.toMatchObject({ code: "TIMEOUT" });
    first.end();
    await held;
    expect(await second.traces()).toBe(0);
  });

  test("of somebody who has gone is dropped from the line, and taken back when it is at work", async () => {
    const [first, second] = [slow(), verb("dropped")];
    const [one, other] = [new AbortController(), new AbortController()];
    const held = first.run({ limits: patient, signal: one.signal });
    await first.began;
    const waiting = second.run({ limits: patient, signal: other.signal });
    other.abort();
    await expect(waiting).rejects.toMatchObject({ code: "GONE" });
    one.abort();
    await expect(held).rejects.toMatchObject({ code: "GONE" });
    expect([await first.traces(), await second.traces()]).toEqual([0, 0]);
    const already = verb("already gone");
    await expect(already.run({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "GONE" });
    expect(await already.traces()).toBe(0);
  });

  test.runIf(onPostgres)("that is stopped is stopped in the database too", async () => {
    const sleeping = () =>
      database.prisma.$queryRaw<
        unknown[]
      >`SELECT 1 FROM pg_stat_activity WHERE "state" = 'active' AND "query" LIKE '%pg_sleep(3600)%' AND "pid" <> pg_backend_pid()`;
    const sleeper = verb("sleeper", (db) => db.$queryRaw`SELECT pg_sleep(3600)::text`);
    const leaving = new AbortController();
    const gone = sleeper.run({ signal: leaving.signal, limits: patient });
    await sleeper.began;
    await expect.poll(sleeping, { timeout: 10_000 }).toHaveLength(1);
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ code: "GONE" });
    expect(await sleeping()).toEqual([]);
    await expect(sleeper.run({ limits })).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(await sleeping()).toEqual([]);
  });

  test.runIf(onPostgres)("waits no longer than its deadline for what another process holds", async () => {
    const [ends, holds] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const elsewhere = database.prisma.$transaction(async (db) => {
      await takeMoment(db, null);
      holds.resolve();
      await ends.promise;
    });
    await holds.promise;
    await expect(verb("held up").run({ limits })).rejects.toMatchObject({ code: "TIMEOUT" });
    ends.resolve();
    await elsewhere;
    expect(await verb("next").run({ limits: patient })).toMatchObject({ changed: true });
  });
});

describe("an idempotency key", () => {
  test("that was used for another verb with the same input is a conflict, and the other has no effect", async () => {
    const [one, other] = [verb("oneVerb"), verb("anotherVerb")];
    await one.run({ idempotencyKey: "a key" }, { same: "input" });
    await expect(other.run({ idempotencyKey: "a key" }, { same: "input" })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("another oneVerb"),
    });
    expect(await other.traces()).toBe(0);
  });

  test("of a change that was taken back can be used again", async () => {
    const endless = verb("sameVerb", () => new Promise(() => {}));
    await expect(endless.run({ idempotencyKey: "again", limits })).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(await verb("sameVerb").run({ idempotencyKey: "again" })).toMatchObject({ changed: true });
  });
});

describe("the recording clock", () => {
  test("goes on by a millisecond where the wall clock stands still or goes back: no two changes have one moment", async () => {
    const wall = new Date(Date.now() + 60_000);
    const moment = (at: Date) => database.prisma.$transaction((db) => takeMoment(db, at));
    const first = await moment(wall);
    expect(first).toEqual(wall);
    expect(await moment(wall)).toEqual(new Date(+wall + 1));
    expect(await moment(new Date(+wall - 30_000))).toEqual(new Date(+wall + 2));
  });
});
