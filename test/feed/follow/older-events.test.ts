import { afterAll, beforeAll, expect, test } from "vitest";
import { fillWithReleases } from "../../../kit/releases-to-verify.ts";
import { verifyRelease } from "../../../src/domain/verification/decision.ts";
import { viewerOf } from "../../../src/domain/viewer.ts";
import { releaseLog } from "../../../src/feed/follow/release-log.ts";
import { createPages } from "../../../src/feed/follow/older-events.ts";
import { freshDatabase } from "../../kit/database.ts";

const verifier = viewerOf("key:test", ["VERIFIER"]);
let database: Awaited<ReturnType<typeof freshDatabase>>;
let releases: string[];
beforeAll(async () => {
  database = await freshDatabase("empty");
  await fillWithReleases(database.prisma, 5);
  releases = (await database.prisma.custodyEvent.findMany({ select: { id: true } })).map(({ id }) => id);
});
afterAll(() => database[Symbol.asyncDispose]());

/** Verifies so many more, and returns the number of the newest event. */
async function append(count: number): Promise<bigint> {
  await database.prisma.$transaction(
    async (db) => {
      for (const release of releases.splice(0, count))
        await verifyRelease.run(db, verifier, { release, basedOn: null, publicNote: null }, new Date());
    },
    { timeout: 120_000 },
  );
  return (await database.prisma.feedEvent.findFirstOrThrow({ orderBy: { seq: "desc" } })).seq;
}

test("a page whose end is still being written is read anew, so that what comes is told", async () => {
  const pages = createPages(releaseLog(database.prisma), () => {});
  for (const count of [2, 3]) {
    const head = await append(count);
    const { events, through } = await pages.after(0n, head);
    expect([events.length, events.at(-1)!.seq, through]).toEqual([await database.prisma.feedEvent.count(), head, head]);
  }
});

test("a page that is full is read once for all, and again by whoever asks when reading it failed", async () => {
  // Numbers that were taken and given up count as well: nothing more can come before this one.
  const far = 1000n;
  let reads = 0;
  const pages = createPages(releaseLog(database.prisma), () => {
    reads += 1;
    if (reads === 1) throw new Error("broken");
  });
  await expect(pages.after(0n, far)).rejects.toThrow("broken");
  const [one, other] = await Promise.all([pages.after(0n, far), pages.after(2n, far)]);
  expect(reads).toBe(2);
  expect([one.through, other.through]).toEqual([256n, 256n]);
  expect(one.events.length).toBeGreaterThan(2);
  expect(other.events).toEqual(one.events.filter(({ seq }) => seq > 2n));
});
