/** `knownAt` later than the last change: answered as that change's moment, which the answer says; and the answer never changes. */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase, type Database } from "../../../src/db/database.ts";
import { arriveAt, momentAhead, recordedUpTo, settledUpTo, takeMoment } from "../../../src/domain/recording-clock.ts";
import { copyWorld } from "../../kit/database.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordCountClaim, recordDocument, recordSource } from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
  const [source, document] = await Promise.all([recordSource(hub), recordDocument(hub)]);
  for (const value of [41, 49]) await recordCountClaim(hub, source, document, { value });
});
afterAll(() => hub[Symbol.asyncDispose]());

const ask = async (text: string, variables: object = {}) => {
  const response = await fetch(hub.url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: text, variables }),
  });
  return (await response.json()) as { data: Record<string, any>; extensions: { knownAt?: Record<string, string> }; errors?: object[] };
};
const lastChange = async () => (await recordedUpTo(hub.database.prisma, () => new Date(0))).toISOString();
const future = "2999-01-01T00:00:00.000Z";

describe("a moment later than the last change", () => {
  test.each<[string, string, object]>([
    ["as a literal", `{ reconciliation(metric: RELEASED, knownAt: "${future}") { knownAt asOf } }`, {}],
    ["as a variable", `query($k: DateTime!) { reconciliation(metric: RELEASED, knownAt: $k) { knownAt asOf } }`, { k: future }],
    [
      "as the default of a variable",
      `query($k: DateTime = "${future}") { reconciliation(metric: RELEASED, knownAt: $k) { knownAt asOf } }`,
      {},
    ],
    ["in a fragment", `{ ...A } fragment A on Query { reconciliation(metric: RELEASED, knownAt: "${future}") { knownAt asOf } }`, {}],
    [
      "beside a variable of the same name as ours",
      `query($knownAt_0: DateTime) { reconciliation(metric: RELEASED, knownAt: $knownAt_0) { knownAt asOf } }`,
      { knownAt_0: future },
    ],
  ])("%s is answered as that change's moment, and the answer says so", async (_, text, variables) => {
    const moment = await lastChange();
    const { data, extensions, errors } = await ask(text, variables);
    expect(errors).toBeUndefined();
    expect(data["reconciliation"]).toEqual({ knownAt: moment, asOf: moment });
    expect(extensions.knownAt).toEqual({ [future]: moment });
  });

  test("two of them in one operation are one moment; an earlier one stays as it is, and null is now", async () => {
    const earlier = "2026-01-01T00:00:00.000Z";
    const moment = await lastChange();
    const text = `query($k: DateTime) { a: reconciliation(metric: RELEASED, knownAt: $k) { knownAt } b: reconciliation(metric: RELEASED, knownAt: "2998-01-01T00:00:00Z") { knownAt }
      c: reconciliation(metric: RELEASED, knownAt: "${earlier}") { knownAt } d: reconciliation(metric: RELEASED, knownAt: null) { knownAt } }`;
    const { data, extensions } = await ask(text, { k: future });
    expect([data["a"], data["b"], data["c"], data["d"]].map(({ knownAt }) => knownAt)).toEqual([moment, moment, earlier, moment]);
    expect(extensions.knownAt).toEqual({ [future]: moment, "2998-01-01T00:00:00.000Z": moment, [earlier]: earlier });
  });

  test("a variable that is not given is now, and one that is no moment is refused as ever", async () => {
    const text = `query($k: DateTime) { reconciliation(metric: RELEASED, knownAt: $k) { knownAt } }`;
    expect((await ask(text)).data["reconciliation"]).toEqual({ knownAt: await lastChange() });
    const { errors, data } = await ask(text, { k: "yesterday" });
    expect([data, JSON.stringify(errors)]).toEqual([undefined, expect.stringContaining("$k")]);
  });

  test("pages go on though a change has come between them", async () => {
    const text = `query($k: DateTime, $after: String) { claims(first: 1, knownAt: $k, after: $after, order: OLDEST_FIRST) { pageInfo { endCursor hasNextPage } } }`;
    const since = new Date().toISOString();
    const first = await ask(text, { k: since });
    await recordSource(hub);
    const second = await ask(text, { k: since, after: first.data["claims"].pageInfo.endCursor });
    expect([first.errors, second.errors, second.data["claims"].pageInfo.hasNextPage]).toEqual([undefined, undefined, false]);
    expect(first.data["claims"].pageInfo).toEqual({ endCursor: expect.any(String), hasNextPage: true });
  });

  test("an export says in its head as known when it is", async () => {
    const moment = await lastChange();
    for (const name of ["releases", "claims", "inclusion"]) {
      const response = await fetch(new URL(`/export/${name}.csv?knownAt=${future}`, hub.url));
      await response.text();
      expect([name, response.status, response.headers.get("known-at")]).toEqual([name, 200, moment]);
    }
  });
});

// Two at once take PostgreSQL: the embedded database does one thing at a time.
describe.runIf(inject("templates").engine === "postgresql")("while a change is under way", () => {
  let reader: Database;
  let writer: Database;
  let dispose: () => Promise<void>;
  beforeAll(async () => {
    const world = await copyWorld("empty");
    dispose = world.dispose;
    [reader, writer] = [await openDatabase(world.where), await openDatabase(world.where)];
  });
  afterAll(async () => {
    await reader.close();
    await writer.close();
    await dispose();
  });
  const nap = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  test("what is asked at a moment that has come waits for its end; an earlier or a later one does not", async () => {
    const before = await writer.prisma.$transaction((db) => takeMoment(db, null));
    const [taken, ends] = [Promise.withResolvers<Date>(), Promise.withResolvers<void>()];
    const changing = writer.prisma.$transaction(
      async (db) => {
        taken.resolve(await takeMoment(db, null));
        await ends.promise;
      },
      { timeout: 60_000 },
    );
    const moment = await taken.promise;
    await nap(5);
    expect(await settledUpTo(reader.prisma, [before])).toEqual(before);
    expect(await settledUpTo(reader.prisma, [new Date(future)])).toEqual(before);
    let answered: Date | undefined;
    const asking = settledUpTo(reader.prisma, [moment]).then((upTo) => (answered = upTo));
    await nap(50);
    expect(answered).toBeUndefined();
    ends.resolve();
    await changing;
    expect(await asking).toEqual(moment);
  });

  test("what is asked at any moment by the clock of the database never changes, however many changes commit meanwhile", async () => {
    const told: [asked: number, upTo: number][] = [];
    let running = true;
    const changes: number[] = [];
    const changing = (async () => {
      for (let round = 0; round < 20; round += 1)
        await writer.prisma.$transaction(async (db) => {
          changes.push((await takeMoment(db, null)).getTime());
          await nap(round % 4);
        });
      // As an import does: at a moment named in advance, and later when that has passed.
      for (let [ahead, arrived] = [200, false]; !arrived; ahead *= 2)
        await writer.prisma.$transaction(
          async (db) => {
            const moment = await momentAhead(db, ahead);
            arrived = await arriveAt(db, moment, ahead / 2);
            if (arrived) changes.push(moment.getTime());
            await nap(20);
          },
          { timeout: 60_000 },
        );
      running = false;
    })();
    while (running) {
      const [row] = await reader.prisma.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() - interval '1 millisecond' AS "now"`;
      await nap(1);
      told.push([row!.now.getTime(), (await settledUpTo(reader.prisma, [row!.now])).getTime()]);
    }
    await changing;
    const answersTo = (asked: number, upTo: number) => changes.filter((moment) => moment <= Math.min(asked, upTo)).length;
    expect(told.length).toBeGreaterThan(10);
    for (const [asked, upTo] of told) expect(answersTo(asked, upTo)).toBe(answersTo(asked, Infinity));
  });
});
