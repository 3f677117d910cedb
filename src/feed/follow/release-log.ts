/** The log of the feed of releases: the outbox. */
import { Prisma, type FeedEvent, type PrismaClient } from "../../db/generated/prisma/client.ts";
import { feedChannel } from "../../domain/outbox.ts";
import type { Log, News, Told } from "./log.ts";

type Row = { rights: bigint; feedFloor: bigint } & (FeedEvent | { seq: null });

const page = 500;

const told = (event: FeedEvent): Told & FeedEvent => ({ ...event, about: event.releaseId });

export function releaseLog(prisma: PrismaClient): Log {
  const last = async () => (await prisma.feedEvent.aggregate({ _max: { seq: true } }))._max.seq ?? 0n;
  return {
    name: null,
    channel: feedChannel,
    query: "feed",
    floor: async () => (await prisma.hub.findUniqueOrThrow({ where: { id: 1 }, select: { feedFloor: true } })).feedFloor,
    newest: async (many) => (await prisma.feedEvent.findMany({ orderBy: { seq: "desc" }, take: many })).map(told),
    async news(after): Promise<News> {
      const rows = await prisma.$queryRaw<Row[]>(Prisma.sql`
        SELECT hub."rights", hub."feedFloor", event.* FROM "Hub" hub
        LEFT JOIN LATERAL (SELECT * FROM "FeedEvent" WHERE "seq" > ${after}::bigint ORDER BY "seq" LIMIT ${page}) event ON true
        WHERE hub."id" = 1 ORDER BY event."seq"`);
      const events = rows.filter((row): row is Row & FeedEvent => row.seq !== null).map(told);
      const { rights, feedFloor: floor } = rows[0]!;
      return { events, more: events.length === page, rights, floor, last: events.at(-1)?.seq ?? after };
    },
    between: async (after, upTo) =>
      (await prisma.feedEvent.findMany({ where: { seq: { gt: after, lte: upTo } }, orderBy: { seq: "asc" } })).map(told),
    last,
  };
}
