import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeId } from "../../../src/graph/base/ids.ts";
import { fillWithReleases } from "../../../kit/releases-to-verify.ts";
import type { Db } from "../../../src/db/database.ts";
import { verifyRelease } from "../../../src/domain/verification/decision.ts";
import { viewerOf } from "../../../src/domain/viewer.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { subscribeSse, subscribeWs } from "../../kit/subscriber.ts";

// The same as of `npm run faults`, in one process, on both engines.
const many = 200;
let hub: Hub;
let releases: string[];
beforeAll(async () => {
  hub = await startHub("empty");
  await fillWithReleases(hub.database.prisma, many + 20);
  releases = (await hub.database.prisma.custodyEvent.findMany({ where: { type: "RELEASE" }, select: { id: true } })).map(({ id }) => id);
});
afterAll(async () => hub[Symbol.asyncDispose]());

const document = "subscription { releaseFeed { __typename ... on FeedEvent { eventId } } }";
const verify = (db: Db, release: string) =>
  verifyRelease.run(db, viewerOf("key:test", ["VERIFIER"]), { release, basedOn: null, publicNote: null }, new Date());
/** Where transactions run side by side, until one waits for what another holds. */
const anotherWaits = async (db: Db) => {
  if (hub.database.engine === "postgresql")
    await expect
      .poll(
        () =>
          db.$queryRaw`SELECT FROM pg_locks WHERE NOT "granted" AND "database" = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      )
      .toHaveLength(1);
};
const ledger = async () => (await hub.database.prisma.feedEvent.findMany({ orderBy: { seq: "asc" } })).map(({ eventId }) => eventId);

/** Lets a subscriber on each road follow from now on; what `act` resolves with is how many events there must have been, and each has to have been told all of them, in order. */
async function told(act: () => Promise<number>): Promise<void> {
  const before = (await ledger()).length;
  await using ws = subscribeWs(hub.url, { query: document });
  await using sse = subscribeSse(hub.url, { query: document });
  for (const subscriber of [ws, sse]) expect((await subscriber.next()).data!["releaseFeed"].__typename).toBe("FeedBookmark");
  const count = await act();
  expect(await ledger()).toHaveLength(before + count);
  // One more, so that what is told twice or without reason stands before it.
  await hub.database.prisma.$transaction((db) => verify(db, releases.pop()!));
  const committed = (await ledger()).slice(before);
  for (const subscriber of [ws, sse]) {
    const had: string[] = [];
    while (had.length <= count) had.push((await subscriber.nextEvent())["eventId"] as string);
    expect(had).toEqual(committed);
  }
}

test("of two transactions that append at once, the one that appended first is told first, however late it commits", async () => {
  await told(async () => {
    const [first, second] = [releases.pop()!, releases.pop()!];
    const appended = Promise.withResolvers<void>();
    const late = hub.database.prisma.$transaction(async (db) => {
      await verify(db, first);
      appended.resolve();
      await anotherWaits(db);
    });
    await appended.promise;
    await Promise.all([late, hub.database.prisma.$transaction((db) => verify(db, second))]);
    const events = await hub.database.prisma.feedEvent.findMany({ orderBy: { seq: "desc" }, take: 2 });
    expect(events.map(({ releaseId }) => releaseId)).toEqual([second, first]);
    return 2;
  });
});

test("a number that was taken and given up is told to nobody, and holds nobody up", async () => {
  await told(async () => {
    const [given, taken] = [releases.pop()!, releases.pop()!];
    const failing = hub.database.prisma.$transaction(async (db) => {
      await verify(db, given);
      throw new Error("given up");
    });
    await expect(failing).rejects.toThrow("given up");
    await hub.database.prisma.$transaction((db) => verify(db, taken));
    return 1;
  });
});

test(`${many} verifications in one transaction are told one by one, in order`, async () => {
  await told(async () => {
    const some = releases.splice(0, many);
    const verifying = hub.database.prisma.$transaction(
      async (db) => {
        for (const release of some) await verify(db, release);
      },
      { timeout: 280_000 },
    );
    await expect(verifying).resolves.toBeUndefined();
    return many;
  });
});

test("one idempotency key, used twice at once, gives one answer and one event", async () => {
  await told(async () => {
    const input = { release: encodeId("Release", releases.pop()!), idempotencyKey: "twice at once" };
    const query =
      "mutation ($input: VerifyReleaseInput!) { verifyRelease(input: $input) { ... on VerifyReleasePayload { changed release { id state } } } }";
    const [one, other] = await Promise.all([hub.send(query, { input }), hub.send(query, { input })]);
    expect(one.data).toEqual(other.data);
    expect(one.data["verifyRelease"]).toMatchObject({ changed: true, release: { state: "VERIFIED" } });
    return 1;
  });
});
