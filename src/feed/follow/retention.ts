/**
 * Retention of events, in two steps, so that nobody reads past deleted events without noticing: first the floor rises, and cursors below it are refused; a later step deletes what lies below,
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

/** Prunes every ten minutes until it is stopped. Does nothing without `hours`. */
export function keepFor(prisma: PrismaClient, hours: number | undefined, onError: (error: unknown) => void): { stop(): Promise<void> } {
  if (hours === undefined) return { stop: async () => {} };
  let running: Promise<void> | undefined;
  const step = () => {
    // By the database's clock, because that of a process may be wrong.
    running ??= prisma.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS "now"`
      .then(([row]) => pruneFeed(prisma, hours, row!.now))
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
