/**
 * Retention of what the feeds tell, in two steps, so that nobody reads past deleted events without noticing: first the floor rises, and cursors below it are refused; a later step deletes what lies below,
 * a minute later at the earliest (trigger `expired_only`), when every process knows the floor.
 */
import type { PrismaClient } from "../../db/generated/prisma/client.ts";

const stepMilliseconds = 10 * 60_000;
const batch = 5000;

/** Deletes what has expired, and raises the floor to the newest event before the first that is younger than `hours`. Several processes may call it at once. */
export async function pruneFeed(prisma: PrismaClient, hours: number, now: Date): Promise<void> {
  const [hub] = await prisma.$queryRaw<{ feedFloor: bigint; settled: boolean | null }[]>`
    SELECT "feedFloor", "feedFloorAt" < clock_timestamp() - interval '2 minutes' AS "settled" FROM "Hub"`;
  const { feedFloor, settled } = hub!;
  while (settled === true) {
    const expired = await prisma.feedEvent.findMany({
      where: { seq: { lt: feedFloor } },
      select: { seq: true },
      orderBy: { seq: "asc" },
      take: batch,
    });
    if (expired.length === 0) break;
    await prisma.feedEvent.deleteMany({ where: { seq: { lte: expired.at(-1)!.seq } } });
  }
  const before = new Date(now.getTime() - hours * 3_600_000);
  const oldestKept = await prisma.feedEvent.findFirst({
    where: { appendedAt: { gte: before } },
    orderBy: { seq: "asc" },
    select: { seq: true },
  });
  const newestExpired = await prisma.feedEvent.findFirst({
    where: oldestKept ? { seq: { lt: oldestKept.seq } } : {},
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  if (newestExpired)
    await prisma.hub.updateMany({ where: { id: 1, feedFloor: { lt: newestExpired.seq } }, data: { feedFloor: newestExpired.seq } });
}

/** The same of the changes. They expire transaction by transaction. */
export async function pruneChanges(prisma: PrismaClient, hours: number, now: Date): Promise<void> {
  const [hub] = await prisma.$queryRaw<{ floor: bigint; settled: boolean | null }[]>`
    SELECT "changeFloor" AS "floor", "changeFloorAt" < clock_timestamp() - interval '2 minutes' AS "settled" FROM "Hub"`;
  const { floor, settled } = hub!;
  while (settled === true) {
    const expired = await prisma.$executeRaw`
      DELETE FROM "Change" AS change USING (
        SELECT each."setId", each."ordinal" FROM "ChangeSet" AS told JOIN "Change" AS each ON each."setId" = told."id"
        WHERE told."base" < ${floor} AND told."base" + each."ordinal" < ${floor} LIMIT ${batch}) AS old
      WHERE change."setId" = old."setId" AND change."ordinal" = old."ordinal"`;
    if (expired === 0) break;
  }
  // The set at the floor stays: the next one takes its numbers after it.
  if (settled === true) await prisma.$executeRaw`DELETE FROM "ChangeSet" WHERE "base" + "size" < ${floor}`;
  const before = new Date(now.getTime() - hours * 3_600_000);
  await prisma.$executeRaw`
    UPDATE "Hub" SET "changeFloor" = expired."last" FROM (
      SELECT "base" + "size" AS "last" FROM "ChangeSet"
      WHERE "base" < COALESCE((SELECT "base" FROM "ChangeSet" WHERE "base" IS NOT NULL AND "appendedAt" >= ${before} ORDER BY "base" LIMIT 1), ${2n ** 62n}) AND "base" IS NOT NULL
      ORDER BY "base" DESC LIMIT 1) AS expired
    WHERE "Hub"."id" = 1 AND "changeFloor" < expired."last"`;
}

/** Prunes every ten minutes until it is stopped. Does nothing without `hours`. */
export function keepFor(prisma: PrismaClient, hours: number | undefined, onError: (error: unknown) => void): { stop(): Promise<void> } {
  if (hours === undefined) return { stop: async () => {} };
  let running: Promise<void> | undefined;
  const step = () => {
    // By the database's clock, because that of a process may be wrong.
    running ??= prisma.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
      .then(async ([row]) => {
        await pruneFeed(prisma, hours, row!.now);
        await pruneChanges(prisma, hours, row!.now);
      })
      .catch(onError)
      .finally(() => (running = undefined));
  };
  step();
  const timer = setInterval(step, stepMilliseconds);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
