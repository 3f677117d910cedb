/** What has happened since: new events, and whether anybody's rights have changed, in one statement and so of one moment. */
import { Prisma, type FeedEvent, type PrismaClient } from "../../db/generated/prisma/client.ts";

export type News = { readonly events: readonly FeedEvent[]; readonly more: boolean; readonly rights: bigint; readonly feedFloor: bigint };

type Row = { rights: bigint; feedFloor: bigint } & (FeedEvent | { seq: null });

const page = 500;

/** The first page of events after a number. A change of rights that is in it or before it is told with it. */
export async function readNews(prisma: PrismaClient, after: bigint): Promise<News> {
  const rows = await prisma.$queryRaw<Row[]>(Prisma.sql`
    SELECT hub."rights", hub."feedFloor", event.* FROM "Hub" hub
    LEFT JOIN LATERAL (SELECT * FROM "FeedEvent" WHERE "seq" > ${after}::bigint ORDER BY "seq" LIMIT ${page}) event ON true
    WHERE hub."id" = 1 ORDER BY event."seq"`);
  const events = rows.filter((row): row is Row & FeedEvent => row.seq !== null);
  const { rights, feedFloor } = rows[0]!;
  return { events, more: events.length === page, rights, feedFloor };
}
