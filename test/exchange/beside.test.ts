import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { releasesToVerify } from "../../kit/releases-to-verify.ts";
import { openDatabase, type Database, type Db } from "../../src/db/database.ts";
import { change } from "../../src/domain/change.ts";
import { isAlone } from "../../src/db/exclusively.ts";
import { closeGate } from "../../src/domain/import-gate.ts";
import { newId } from "../../src/domain/identity.ts";
import { recordSource } from "../../src/domain/records/source.ts";
import { arriveAt, momentAhead, recordedUpTo, takeMoment } from "../../src/domain/recording-clock.ts";
import { verifyRelease } from "../../src/domain/verification/decision.ts";
import { reevaluate } from "../../src/domain/verification/verification.ts";
import { viewerOf } from "../../src/domain/viewer.ts";
import { importDataset } from "../../src/exchange/import/import.ts";
import { copyWorld } from "../kit/database.ts";
import { anEventClaim } from "../kit/given.ts";

// An import is a process of its own beside the hub's: that takes PostgreSQL. The embedded database serves one process, and does one thing at a time.
const onPostgres = inject("templates").engine === "postgresql";
let hub: Database;
let importer: Database;
let releases: string[];
let dispose: (() => Promise<void>) | undefined;
beforeAll(async () => {
  if (!onPostgres) return;
  const world = await copyWorld("empty");
  dispose = world.dispose;
  [hub, importer] = [await openDatabase(world.where), await openDatabase(world.where)];
  await importDataset(hub.prisma, releasesToVerify("before", 60));
  releases = (await hub.prisma.custodyEvent.findMany({ where: { type: "RELEASE" }, select: { id: true } })).map(({ id }) => id);
});
afterAll(async () => {
  await hub?.close();
  await importer?.close();
  await dispose?.();
});

const verifier = viewerOf("key:verifier", ["VERIFIER"]);
const limits = { deadlineMilliseconds: 20_000, mostWaiting: 10 };
const verify = (release: string) => change(hub.prisma, verifier, verifyRelease, { release, basedOn: null, publicNote: null }, { limits });

/** A transaction that does something, says so, and stays open until it is told to end. */
function openTransaction(work: (db: Db) => Promise<unknown>) {
  const [did, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = importer.prisma.$transaction(
    async (db) => {
      await work(db);
      did.resolve();
      await ends.promise;
    },
    { timeout: 60_000 },
  );
  done.catch(did.reject);
  return { did: did.promise, end: () => (ends.resolve(), done) };
}

describe.runIf(onPostgres)("beside an import", () => {
  test("while an import is at work releases are verified, and whoever would record or move something is told at once to come back", async () => {
    const importing = openTransaction((db) => closeGate(db));
    await importing.did;
    const source = { slug: "elsewhere", name: "Elsewhere", kind: "NGO", timeZone: "America/Caracas" };
    const record = () => change(hub.prisma, viewerOf("key:recorder", ["RECORDER"]), recordSource, source);
    await expect(record()).rejects.toMatchObject({ code: "BUSY", retryAfterSeconds: expect.any(Number) });
    expect(await verify(releases.pop()!)).toMatchObject({ changed: true });
    await importing.end();
    expect(await record()).toMatchObject({ changed: true });
  });

  test("an import begins when the changes that are under way are done", async () => {
    const recorded = Promise.withResolvers<void>();
    const ends = Promise.withResolvers<void>();
    const recording = change(
      hub.prisma,
      viewerOf("key:recorder", []),
      {
        name: "slowly",
        scope: null,
        async run() {
          recorded.resolve();
          await ends.promise;
          return { id: newId(), changed: true };
        },
      },
      {},
    );
    await recorded.promise;
    let begun = false;
    const importing = importer.prisma.$transaction(async (db) => {
      await closeGate(db);
      begun = true;
    });
    const waits = () => hub.prisma.$queryRaw<unknown[]>`SELECT 1 FROM pg_locks WHERE "locktype" = 'advisory' AND NOT "granted"
    AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())`;
    await expect.poll(waits, { timeout: 10_000 }).toHaveLength(1);
    expect(begun).toBe(false);
    ends.resolve();
    await Promise.all([recording, importing]);
  });

  test("a large import holds no verifier up; and an answer as known at any moment of it stays as it was", async () => {
    const moments: { readonly knownAt: Date; readonly known: number }[] = [];
    const knownAt = async (moment: Date) =>
      (await hub.prisma.claim.count({ where: { recordedAt: { lte: moment } } })) +
      (await hub.prisma.verification.count({ where: { decidedAt: { lte: moment } } }));
    const databaseClock = async () => (await hub.prisma.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`)[0]!.now;
    let running = true;
    let verified = 0;
    const importing = importDataset(importer.prisma, releasesToVerify("large", 300, "other"), { beside: true }).finally(
      () => (running = false),
    );
    const before = await hub.prisma.claim.count();
    while (running) {
      if (releases.length > 20) {
        await verify(releases.pop()!);
        if (running && (await hub.prisma.claim.count()) === before) verified += 1;
      }
      // What the hub gives out itself, and what somebody asks who looks at the clock.
      for (const moment of [await recordedUpTo(hub.prisma, () => new Date()), await databaseClock()])
        moments.push({ knownAt: moment, known: await knownAt(moment) });
    }
    expect((await importing).created).toMatchObject({ events: 300 });
    expect(verified).toBeGreaterThan(0);
    for (const { knownAt: moment, known } of moments) expect(await knownAt(moment)).toBe(known);
    const rows = await hub.prisma.$queryRaw<{ recordedAt: Date }[]>`
    SELECT DISTINCT "recordedAt" FROM "Claim" WHERE "recordedBy" = 'import:large' UNION SELECT DISTINCT "decidedAt" FROM "Verification" AS decision
    JOIN "CustodyEvent" AS event ON event."id" = decision."eventId" WHERE event."recordedBy" = 'import:large'`;
    expect(rows).toHaveLength(1);
    expect(+(await recordedUpTo(hub.prisma, () => new Date(0)))).toBeGreaterThanOrEqual(+rows[0]!.recordedAt);
  }, 120_000);

  test("a moment named in advance is lost when it has passed, or when a later one was taken", async () => {
    const late = await hub.prisma.$transaction(async (db) => {
      const moment = await momentAhead(db, 1);
      await db.$queryRaw`SELECT pg_sleep(0.01)::text`;
      return arriveAt(db, moment, 0);
    });
    expect(late).toBe(false);
    const overtaken = await hub.prisma.$transaction(async (db) => {
      const moment = await momentAhead(db, 200);
      await importer.prisma.$transaction((other) => takeMoment(other, new Date(+moment + 60_000)));
      return arriveAt(db, moment, 0);
    });
    expect(overtaken).toBe(false);
  });

  test("an event whose evidence an import looks at is decided on later: the verifier is told at once, and holds nobody up", async () => {
    const [touched, other] = [releases.pop()!, releases.pop()!];
    const importing = openTransaction((db) => reevaluate(db, [touched], new Date()));
    await importing.did;
    await expect(verify(touched)).rejects.toMatchObject({ code: "BUSY" });
    expect(await verify(other)).toMatchObject({ changed: true });
    await importing.end();
    expect(await verify(touched)).toMatchObject({ changed: true });
  });

  test("an import that looks at an event while somebody decides on it sees the decision", async () => {
    const release = releases.pop()!;
    const deciding = openTransaction((db) => verifyRelease.run(db, verifier, { release, basedOn: null, publicNote: null }, new Date()));
    await deciding.did;
    const claims = await hub.prisma.claim.findMany({ where: { eventId: release } });
    const importing = hub.prisma.$transaction(
      async (db) => {
        const { assertedById, documentId } = claims[0]!;
        await db.claim.create({ data: anEventClaim({ assertedById, documentId, eventId: release, stance: "DISPUTES" }) });
        await reevaluate(db, [release], new Date());
      },
      { timeout: 60_000 },
    );
    const waits = () =>
      hub.prisma.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
    await expect.poll(waits, { timeout: 10_000 }).toHaveLength(1);
    await deciding.end();
    await importing;
    const decisions = await hub.prisma.verification.findMany({ where: { eventId: release }, orderBy: { ordinal: "asc" } });
    expect(decisions.map(({ state }) => state).slice(-2)).toEqual(["VERIFIED", "CONTESTED"]);
  });

  test("an import that is alone waits for no moment, and goes by one that it names as soon as somebody else is connected", async () => {
    const world = await copyWorld("empty");
    await using things = new AsyncDisposableStack();
    things.defer(world.dispose);
    const importer = await openDatabase(world.where);
    things.defer(() => importer.close());
    expect(await isAlone(importer.prisma)).toBe(true);
    const said: string[] = [];
    const options = { beside: true, onProgress: (message: string) => void said.push(message) };
    expect((await importDataset(importer.prisma, releasesToVerify("alone", 300), options)).created).toMatchObject({ events: 300 });
    expect(said.filter((message) => message.includes("again"))).toEqual([]);

    const hub = await openDatabase(world.where);
    things.defer(() => hub.close());
    await hub.prisma.claim.count();
    expect(await isAlone(importer.prisma)).toBe(false);
    expect((await importDataset(importer.prisma, releasesToVerify("beside", 300, "other"), options)).created).toMatchObject({
      events: 300,
    });
    expect(await hub.prisma.claim.count()).toBe(1200);
  }, 120_000);
});
