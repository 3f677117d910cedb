/** Cursors that are older than the retention. */
import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { send } from "./test-bed/client.ts";
import { load, watch, type Fault } from "./test-bed/fault.ts";
import type { TestBed, FeedPosition } from "./test-bed/test-bed.ts";
import { followsChanges, judge, readLedger } from "./test-bed/ledger.ts";
import { listen, transports } from "./test-bed/listener.ts";
import { newestChange, readChanges } from "../src/feed/follow/change-log.ts";
import { until } from "./test-bed/until.ts";

const code = "CURSOR_EXPIRED";
// Its clock is wrong by more than the retention: only the database's clock may decide what has expired.
const keeping = { environment: { FEED_RETENTION_HOURS: "1" }, clockShift: 3 * 3_600_000 };

export const cursorExpired: Fault = {
  name: "cursor-expired",
  law: "a cursor older than what is kept is a typed error on every transport and at every process, also where nothing is deleted yet; one at the edge misses nothing",
  async run(testBed, random) {
    const a = await testBed.hub("a");
    const old = await testBed.feedPosition(a);
    await load(testBed, random, [a.url], random.between(3, 12));
    const edge = await testBed.feedPosition(a);
    return watch(testBed, { hubs: [a], clients: 6, random }, async () => {
      await makeOld(testBed, edge.seq);
      const keeper = await testBed.hub("keeper", keeping);
      await until("the floor to rise", async () => (await floor(testBed)) >= edge.seq);
      await load(testBed, random, [a.url], 5);
      await refusesAndServes(testBed, [a.url, keeper.url], old, edge);

      // The next step of the pruning deletes, once the floor is old enough.
      await asOwner(
        testBed,
        `UPDATE "Hub" SET "feedFloorAt" = "feedFloorAt" - interval '10 minutes', "changeFloorAt" = "changeFloorAt" - interval '10 minutes'`,
      );
      await keeper.end("SIGTERM");
      const again = await testBed.hub("keeper", keeping);
      const below = async () => (await kept(testBed)).filter((seq) => seq < edge.seq).length;
      await until("what has expired to be deleted", async () => (await below()) === 0);
      assert.equal(await floor(testBed), edge.seq, "More has expired than is old.");
      await load(testBed, random, [a.url], 5);
      await refusesAndServes(testBed, [a.url, again.url], old, edge);
      await again.end("SIGTERM");
    });
  },
};

async function refusesAndServes(testBed: TestBed, urls: readonly string[], old: FeedPosition, edge: FeedPosition): Promise<void> {
  for (const url of urls) {
    const query = `query ($after: String) { ${followsChanges() ? "changes" : "feed"}(after: $after, first: 1) { edges { cursor } } }`;
    await assert.rejects(send(url, query, { after: old.cursor }), new RegExp(code));
    for (const transport of transports) {
      await using refused = listen({ url: () => url, after: old.cursor, transport });
      await until(`${code} over ${transport}`, () => refused.end?.includes(code) === true);
      assert.equal(refused.log.length, 0, `${code}, and events all the same, over ${transport}.`);
      await using served = listen({ url: () => url, after: edge.cursor, transport });
      const ledger = await readLedger(testBed.database.prisma, edge.seq);
      await until("what came after the edge", () => served.log.length >= ledger.length);
      await wait(100);
      const verdict = judge(ledger, served.log);
      assert.equal(verdict.delivered, ledger.length, `From the edge, over ${transport}: ${JSON.stringify(verdict)}`);
    }
  }
}

async function floor({ database }: TestBed): Promise<bigint> {
  const { feedFloor, changeFloor } = await database.prisma.hub.findUniqueOrThrow({ where: { id: 1 } });
  return followsChanges() ? changeFloor : feedFloor;
}

/** The numbers of all that is kept. */
async function kept({ database: { prisma } }: TestBed): Promise<bigint[]> {
  const rows = followsChanges() ? await readChanges(prisma, 0n, Number(await newestChange(prisma))) : await prisma.feedEvent.findMany();
  return rows.map(({ seq }) => seq);
}

/** Has the events up to a position appended two hours ago. */
const makeOld = (testBed: TestBed, seq: bigint) =>
  asOwner(
    testBed,
    followsChanges()
      ? `UPDATE "ChangeSet" SET "appendedAt" = "appendedAt" - interval '2 hours' WHERE "base" < ${seq}`
      : `UPDATE "FeedEvent" SET "appendedAt" = "appendedAt" - interval '2 hours' WHERE "seq" <= ${seq}`,
  );

/** Runs a statement without the triggers, as only the owner of the database can. */
async function asOwner({ database }: TestBed, sql: string): Promise<void> {
  await database.prisma.$transaction(async (db) => {
    await db.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
    await db.$executeRawUnsafe(sql);
  });
}
