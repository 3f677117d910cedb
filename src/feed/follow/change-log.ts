/** The log of the change feed: the changes of each transaction, which got their numbers at its commit (prisma/sql/seal_changes.sql). */
import { createHash } from "node:crypto";
import { Prisma, type Change, type PrismaClient } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";
import { changeChannel } from "../../domain/outbox.ts";
import type { Log, News, Told } from "./log.ts";

const page = 500;

/** A change with its place in the feed. */
export type ToldChange = Told & Change;
type Row = Change & { seq: bigint; mark: string; appendedAt: Date };

/** The id of a change: of its place in the set and the set's random digits, so that it tells neither. A uuid of version 8 (RFC 9562), whose digits are the author's own. */
export function idOfChange(mark: string, ordinal: number): string {
  const digits = createHash("sha256").update(`${mark}:${ordinal}`).digest("hex");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

const told = ({ mark, ...row }: Row): ToldChange => ({
  ...row,
  eventId: idOfChange(mark, row.ordinal),
  type: row.kind,
  about: row.recordId,
  occurredAt: row.at,
});

/** What of the changes is read: those that pass `where`, a condition on `change` and `told` (its set), and what stands for them beside their columns. */
export type Reading = { readonly where: Prisma.Sql; readonly columns: Prisma.Sql };

const all: Reading = { where: Prisma.sql`true`, columns: Prisma.empty };

/** Up to `limit` changes after a number, in order. Each set is read from where it has to begin, however large it is. */
const afterSql = (after: bigint, limit: number, { where, columns }: Reading) => Prisma.sql`
  SELECT change.* FROM "ChangeSet" AS told CROSS JOIN LATERAL (
    SELECT change.*, told."base" + change."ordinal" AS "seq", told."mark", told."appendedAt" ${columns} FROM "Change" AS change
    WHERE change."setId" = told."id" AND change."ordinal" > ${after}::bigint - told."base" AND ${where} ORDER BY change."ordinal" LIMIT ${limit}) AS change
  WHERE told."base" >= COALESCE((SELECT "base" FROM "ChangeSet" WHERE "base" <= ${after}::bigint ORDER BY "base" DESC LIMIT 1), 0)
  ORDER BY told."base", change."ordinal" LIMIT ${limit}`;

export async function readChanges<More = object>(
  db: Db,
  after: bigint,
  limit: number,
  reading: Reading = all,
): Promise<(ToldChange & More)[]> {
  return (await db.$queryRaw<(Row & More)[]>(afterSql(after, limit, reading))).map(told) as (ToldChange & More)[];
}

const lastSql = Prisma.sql`COALESCE((SELECT "base" + "size" FROM "ChangeSet" WHERE "base" IS NOT NULL ORDER BY "base" DESC LIMIT 1), 0)`;

/** The number of the newest change; 0 when there is none. */
export async function newestChange(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<{ last: bigint }[]>`SELECT ${lastSql} AS "last"`;
  return row!.last;
}

export function changeLog(prisma: PrismaClient): Log {
  return {
    name: "changes",
    channel: changeChannel,
    query: "changes",
    floor: async () => (await prisma.hub.findUniqueOrThrow({ where: { id: 1 }, select: { changeFloor: true } })).changeFloor,
    async newest(many) {
      const rows = await prisma.$queryRaw<Row[]>`
        SELECT change.* FROM "ChangeSet" AS told CROSS JOIN LATERAL (
          SELECT change.*, told."base" + change."ordinal" AS "seq", told."mark", told."appendedAt" FROM "Change" AS change
          WHERE change."setId" = told."id" ORDER BY change."ordinal" DESC LIMIT ${many}) AS change
        WHERE told."base" IS NOT NULL ORDER BY told."base" DESC, change."ordinal" DESC LIMIT ${many}`;
      return rows.map(told);
    },
    async news(after): Promise<News> {
      const rows = await prisma.$queryRaw<(({ rights: bigint; floor: bigint; last: bigint } & Row) | { seq: null })[]>(Prisma.sql`
        SELECT hub."rights", hub."changeFloor" AS "floor", ${lastSql} AS "last", change.* FROM "Hub" AS hub
        LEFT JOIN LATERAL (${afterSql(after, page, all)}) AS change ON true WHERE hub."id" = 1 ORDER BY change."seq"`);
      const { rights, floor, last } = rows[0] as Row & { rights: bigint; floor: bigint; last: bigint };
      const events = rows.flatMap((row) => (row.seq === null ? [] : [told(row)]));
      return { events, more: events.length === page, rights, floor, last };
    },
    between: async (after, upTo) => {
      const reading = { where: Prisma.sql`told."base" + change."ordinal" <= ${upTo}::bigint`, columns: Prisma.empty };
      return readChanges(prisma, after, Number(upTo - after), reading);
    },
    last: () => newestChange(prisma),
  };
}
