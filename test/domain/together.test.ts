/** Changes that are carried out together, in one transaction: to whoever asked for one it is as if there were no others. */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase, type Database, type Db } from "../../src/db/database.ts";
import type { PrismaClient } from "../../src/db/generated/prisma/client.ts";
import { auditAll, change, type ChangeOptions, type Verb } from "../../src/domain/change.ts";
import { Conflict } from "../../src/errors.ts";
import { viewerOf } from "../../src/domain/viewer.ts";
import { copyWorld, freshDatabase } from "../kit/database.ts";

let database: Database & AsyncDisposable;
beforeAll(async () => (database = await freshDatabase("empty")));
afterAll(async () => database[Symbol.asyncDispose]());

const onPostgres = inject("templates").engine === "postgresql";
const viewer = viewerOf("key:test", []);
const limits = { deadlineMilliseconds: 60_000, mostWaiting: 100 };
let made = 0;

type Work = (db: Db, ids: readonly string[]) => Promise<unknown>;

/** A verb that leaves a trace for each who asks, refuses those whose input says so, and has done `work` for all of them. */
function verbFor(work: Work = async () => {}) {
  const name = `verb-${(made += 1)}`;
  const groups: string[][] = [];
  const verb: Verb = {
    name,
    scope: null,
    run: () => Promise.reject(new Error("It is run for all at once.")),
    async runAll(db, asked, takeMoment) {
      await takeMoment();
      const inputs = asked.map(({ input }) => input as { id: string; refused?: boolean });
      groups.push(inputs.map(({ id }) => id));
      const done = inputs.filter(({ refused }) => !refused).map(({ id }) => id);
      await auditAll(
        db,
        done.map((id) => ({ actor: viewer.actor, action: name, entity: "Test", entityId: id, detail: {} })),
      );
      await work(db, done);
      return inputs.map(({ id, refused }) => (refused ? new Conflict(id) : { id, changed: true }));
    },
  };
  const ask = (
    id: string,
    options: ChangeOptions = {},
    { prisma = database.prisma, ...more }: { refused?: boolean; prisma?: PrismaClient } = {},
  ) => change(prisma, viewer, verb, { id, ...more }, { limits, ...options });
  /** Those who left a trace, in the order of the trail. */
  const traces = async () =>
    (await database.prisma.auditEntry.findMany({ where: { action: name }, orderBy: { seq: "asc" } })).map(({ entityId }) => entityId);
  return { ask, groups, traces };
}

/** Holds the line until told to let those go on who wait by then. */
async function hold(prisma = database.prisma) {
  const [began, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding: Verb = {
    name: "holding",
    scope: null,
    run: () => Promise.reject(new Error("It is run for all at once.")),
    // Without the clock: the line of another process can be held meanwhile.
    async runAll() {
      began.resolve();
      await ends.promise;
      return [{ id: "", changed: false }];
    },
  };
  const held = change(prisma, viewer, holding, {}, { limits });
  await began.promise;
  return () => (ends.resolve(), held);
}

test("those who wait are carried out in one transaction, in the order of their coming, as many as one transaction may be for", async () => {
  const { ask, groups, traces } = verbFor();
  const go = await hold();
  const ids = Array.from({ length: 20 }, (_, n) => `${n}`);
  const asked = ids.map((id) => ask(id));
  await go();
  expect(await Promise.all(asked)).toEqual(ids.map((id) => ({ id, changed: true })));
  expect(groups.map(({ length }) => length)).toEqual([16, 4]);
  expect(await traces()).toEqual(ids);
});

test("who is refused hears so, has written nothing, and may call again with the same key; the others are done", async () => {
  const { ask, groups, traces } = verbFor();
  const go = await hold();
  const asked = [
    ask("a", { idempotencyKey: "a" }),
    ask("b", { idempotencyKey: "b" }, { refused: true }),
    ask("c", {}, { refused: true }),
    ask("d"),
  ];
  await go();
  const code = { code: "CONFLICT" };
  expect(await Promise.allSettled(asked)).toMatchObject([
    { value: { id: "a" } },
    { reason: code },
    { reason: code },
    { value: { id: "d" } },
  ]);
  expect(groups).toEqual([["a", "b", "c", "d"]]);
  expect(await traces()).toEqual(["a", "d"]);
  const keys = await database.prisma.idempotentAnswer.findMany({ where: { key: { in: ["a", "b"] } }, select: { key: true, answer: true } });
  expect(keys).toEqual([{ key: "a", answer: { id: "a", changed: true } }]);
  expect(await ask("b, better", { idempotencyKey: "b" })).toMatchObject({ changed: true });
});

test("where everybody is refused nothing stays, no key and no moment", async () => {
  const { ask } = verbFor();
  const clock = () => database.prisma.clock.findUniqueOrThrow({ where: { id: 1 } });
  const go = await hold();
  const asked = ["e", "f"].map((id) => ask(id, { idempotencyKey: id }, { refused: true }));
  const all = Promise.allSettled(asked);
  await go();
  const before = await clock();
  await all;
  expect(await clock()).toEqual(before);
  expect(await database.prisma.idempotentAnswer.count({ where: { key: { in: ["e", "f"] } } })).toBe(0);
});

test("what fails takes back nobody else's: each is tried again by itself", async () => {
  const { ask, groups, traces } = verbFor((db, ids) => (ids.includes("bad") ? db.$executeRaw`SELECT 1 / 0` : Promise.resolve()));
  const go = await hold();
  const asked = ["a", "bad", "b"].map((id) => ask(id, { idempotencyKey: `fails ${id}` }));
  await go();
  const [a, bad, b] = await Promise.allSettled(asked);
  expect([a, b]).toMatchObject([{ value: { id: "a" } }, { value: { id: "b" } }]);
  expect(bad).toMatchObject({ reason: { message: expect.stringContaining("division by zero") } });
  expect(groups[0]).toEqual(["a", "bad", "b"]);
  expect(new Set(groups.slice(1))).toEqual(new Set([["a"], ["b"], ["bad"]]));
  expect((await traces()).toSorted()).toEqual(["a", "b"]);
});

test("the same idempotency key twice in the line has one effect and one answer; and in a group what was done before is answered again", async () => {
  const { ask, groups, traces } = verbFor();
  await ask("done", { idempotencyKey: "done" });
  const go = await hold();
  const asked = [
    ask("one", { idempotencyKey: "one" }),
    ask("one", { idempotencyKey: "one" }),
    ask("done", { idempotencyKey: "done" }),
    ask("two"),
  ];
  const other = ask("other", { idempotencyKey: "done" });
  other.catch(() => {});
  await go();
  expect((await Promise.all(asked)).map(({ id }) => id)).toEqual(["one", "one", "done", "two"]);
  await expect(other).rejects.toMatchObject({ code: "CONFLICT" });
  expect(groups).toEqual([["done"], ["one", "two"]]);
  expect(await traces()).toEqual(["done", "one", "two"]);
});

test("a deadline that comes in the midst ends the whole, and is told to the one whose it is; the others are done", async () => {
  let hangs = true;
  const { ask, groups, traces } = verbFor(() => (hangs ? new Promise(() => {}) : Promise.resolve()));
  const go = await hold();
  const hurried = ask("hurried", { limits: { ...limits, deadlineMilliseconds: 1500 } }).finally(() => (hangs = false));
  const other = ask("other");
  await go();
  await expect(hurried).rejects.toMatchObject({ code: "TIMEOUT", message: expect.stringContaining("1.5 s") });
  expect(await other).toMatchObject({ id: "other" });
  expect(groups[0]).toEqual(["hurried", "other"]);
  expect(await traces()).toEqual(["other"]);
});

test("who has less time than the one whose turn it is waits for a turn of its own", async () => {
  const { ask, groups } = verbFor();
  const go = await hold();
  const asked = [ask("patient"), ask("hurried", { limits: { ...limits, deadlineMilliseconds: 50_000 } })];
  await go();
  await Promise.all(asked);
  expect(groups).toEqual([["patient"], ["hurried"]]);
});

test("who goes away in the midst stops nobody else; where all have gone all is taken back", async () => {
  const [began, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const one = verbFor(async () => {
    began.resolve();
    await ends.promise;
  });
  const [first, second] = [new AbortController(), new AbortController()];
  let go = await hold();
  const asked = [one.ask("a", { signal: first.signal }), one.ask("b", { signal: second.signal })];
  await go();
  await began.promise;
  first.abort();
  ends.resolve();
  expect(await Promise.all(asked)).toMatchObject([{ id: "a" }, { id: "b" }]);
  expect(await one.traces()).toEqual(["a", "b"]);

  const begins = Promise.withResolvers<void>();
  const endless = verbFor(() => (begins.resolve(), new Promise(() => {})));
  const [third, fourth] = [new AbortController(), new AbortController()];
  go = await hold();
  const gone = [endless.ask("c", { signal: third.signal }), endless.ask("d", { signal: fourth.signal })];
  const all = Promise.allSettled(gone);
  await go();
  await begins.promise;
  third.abort();
  fourth.abort();
  expect(await all).toMatchObject([{ reason: { code: "GONE" } }, { reason: { code: "GONE" } }]);
  expect(await endless.traces()).toEqual([]);
});

describe.runIf(onPostgres)("two processes", () => {
  test("with the same keys in their lines, in whichever order, do not wait for one another in a circle, and have one effect for each key", async () => {
    const world = await copyWorld("empty");
    const [one, other] = [await openDatabase(world.where), await openDatabase(world.where)];
    const { ask } = verbFor();
    const rounds = Array.from({ length: 10 }, (_, round) => Array.from({ length: 8 }, (_, n) => `${round}:${n}`));
    for (const keys of rounds) {
      const [go, goOther] = [await hold(one.prisma), await hold(other.prisma)];
      const asked = [...keys.map((key) => [one, key] as const), ...keys.toReversed().map((key) => [other, key] as const)];
      const answers = asked.map(([{ prisma }, key]) => ask(key, { idempotencyKey: key }, { prisma }));
      await Promise.all([go(), goOther()]);
      expect((await Promise.all(answers)).map(({ id }) => id)).toEqual(asked.map(([, key]) => key));
    }
    const entries = await one.prisma.auditEntry.findMany({ where: { entity: "Test" }, select: { entityId: true } });
    expect(entries.map(({ entityId }) => entityId).toSorted()).toEqual(rounds.flat().toSorted());
    await Promise.all([one.close(), other.close()]);
    await world.dispose();
  });
});
