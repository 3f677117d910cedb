/** Reads the outbox: new events and the counter of rights changes, in one statement and so from one snapshot. */
import { Prisma, type FeedEvent, type PrismaClient } from "../../db/generated/prisma/client.ts";

export type OutboxPage = {
  readonly events: readonly FeedEvent[];
  readonly more: boolean;
  readonly rights: bigint;
  readonly feedFloor: bigint;
};

type Row = { rights: bigint; feedFloor: bigint } & (FeedEvent | { seq: null });

const page = 500;

/** The first page of events after a number, with every change of rights that committed before its last event. */
export async function readOutbox(prisma: PrismaClient, after: bigint): Promise<OutboxPage> {
  const rows = await prisma.$queryRaw<Row[]>(Prisma.sql`
    SELECT hub."rights", hub."feedFloor", event.* FROM "Hub" hub
    LEFT JOIN LATERAL (SELECT * FROM "FeedEvent" WHERE "seq" > ${after}::bigint ORDER BY "seq" LIMIT ${page}) event ON true
    WHERE hub."id" = 1 ORDER BY event."seq"`);
  const events = rows.filter((row): row is Row & FeedEvent => row.seq !== null);
  const { rights, feedFloor } = rows[0]!;
  return { events, more: events.length === page, rights, feedFloor };
}
