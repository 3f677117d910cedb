import { expect, test } from "vitest";
import { fillWithReleases } from "../../kit/releases-to-verify.ts";
import { verifyRelease } from "../../src/domain/verification/decision.ts";
import { viewerOf } from "../../src/domain/viewer.ts";
import { openFeed } from "../../src/feed/feed.ts";
import { freshDatabase } from "../kit/database.ts";
import { aSource } from "../kit/given.ts";

test("nothing that committed after a change of rights is handed on before all who watch rights are done with it", async () => {
  await using database = await freshDatabase("empty");
  const { prisma } = database;
  await fillWithReleases(prisma, 1);
  const { id: release } = await prisma.custodyEvent.findFirstOrThrow();
  // By itself it reads only what it is asked to.
  const feed = await openFeed({ ...database, listen: async () => async () => {} }, { pollMilliseconds: 3_600_000 });
  const order: string[] = [];
  const [called, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  feed.watch({
    async onRights() {
      called.resolve();
      await held.promise;
      order.push("rights are known");
    },
    onEvents: () => void order.push("events are told"),
  });
  await prisma.source.update({ where: { id: (await prisma.source.create({ data: aSource() })).id }, data: { visibility: "PARTNER" } });
  await prisma.$transaction((db) =>
    verifyRelease.run(db, viewerOf("key:test", ["VERIFIER"]), { release, basedOn: null, publicNote: null }, new Date()),
  );
  const refreshed = feed.refresh().then(() => order.push("refreshed"));
  await called.promise;
  // Whatever does not wait goes on while the database answers others.
  for (const _ of [1, 2, 3]) await prisma.feedEvent.count();
  expect([order, feed.head]).toEqual([[], 0n]);
  held.resolve();
  await refreshed;
  expect(order).toEqual(["rights are known", "events are told", "refreshed"]);
  await feed.stop();
});
