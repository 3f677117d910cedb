/** What records said at a moment: their rows, under what versions after it replaced. Redacted words are in no version, and so are told as they are now. */
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { Db } from "../../db/database.ts";
import { recordColumn, type RecordNoun } from "./particulars.ts";

/** By column what each record said at a moment, where that was replaced since; records that say now what they said then are left out. Instants are dates. */
export async function replacedSince(
  db: Db,
  noun: RecordNoun,
  ids: readonly string[],
  knownAt: Date,
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const versions = await db.recordVersion.findMany({
    where: { [recordColumn[noun]]: { in: [...ids] }, recordedAt: { gt: knownAt } },
    orderBy: { ordinal: "desc" },
    select: { recordId: true, before: true },
  });
  const replaced = new Map<string, Record<string, unknown>>();
  // The earliest has the last word.
  for (const { recordId, before } of versions) replaced.set(recordId, { ...replaced.get(recordId), ...revived(before as object) });
  return replaced;
}

/** Instants come out of a version as text. */
export function revived(row: object): Record<string, unknown> {
  const columns = Object.entries(row).map(([column, value]) =>
    typeof value === "string" && /(Earliest|Latest|At)$/.test(column) ? [column, new Date(value)] : [column, value],
  );
  return Object.fromEntries(columns) as Record<string, unknown>;
}

/** Custody events with the particulars that they had, as a table expression; of what was recorded later, too. */
export function eventsAsSaid(knownAt: Date): Prisma.Sql {
  const columns = Prisma.raw(
    ["id", "type", "ordinal", "overlaps", "whenSortAt", "whenEarliest", "whenLatest", "stage", "outcome", "conditions", "place"]
      .concat("statedDetaineeId", "statedFacilityId", "recordedAt", "visibility")
      .map((column) => `said."${column}"`)
      .join(", "),
  );
  return Prisma.sql`(
    SELECT ${columns} FROM "CustodyEvent" AS said
    WHERE said."id" NOT IN (SELECT "eventId" FROM "RecordVersion" WHERE "eventId" IS NOT NULL AND "recordedAt" > ${knownAt})
    UNION ALL
    SELECT ${columns} FROM (
      SELECT "eventId", COALESCE(jsonb_object_agg(replaced."key", replaced."value" ORDER BY "ordinal" DESC) FILTER (WHERE replaced."key" IS NOT NULL), '{}') AS "before"
      FROM "RecordVersion" LEFT JOIN LATERAL jsonb_each("before") AS replaced ON TRUE WHERE "eventId" IS NOT NULL AND "recordedAt" > ${knownAt} GROUP BY "eventId"
    ) AS past JOIN "CustodyEvent" AS event ON event."id" = past."eventId" CROSS JOIN LATERAL jsonb_populate_record(event, past."before") AS said
  )`;
}
